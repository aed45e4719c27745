"""The first snapshots of a new project, drawn in a folder apart from it. Imports all that draws."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from llmfig.bilingual import LANGS
from llmfig.build import build_scene
from llmfig.project import at
from llmfig.registry import discover, load
from llmfig.render.write import write_bytes
from llmfig.runner.render import theme
from llmfig.runner.snapshots import note_environment
from llmfig.testing import snapshot


def snapshots(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The accepted pictures of all figures of a project, by path from its folder (with `/`).

    Args:
        files: what the project holds, by path from its folder.

    Raises:
        FigureError: when a figure cannot be drawn.
    """
    with tempfile.TemporaryDirectory(prefix="llmfig-init-", ignore_cleanup_errors=True) as name:
        root = Path(name).resolve()
        for path, data in files.items():
            write_bytes(root / path, data)
        project = at(root)
        look = theme(project, project.settings.theme)
        for ref in discover(project):
            definition = load(ref.file)
            for lang in LANGS:
                for file, data in snapshot(project, ref, build_scene(definition, lang, look)).items():
                    write_bytes(file, data)
        note_environment(project)
        drawn = (root / project.settings.snapshots).rglob("*.*")
        return {file.relative_to(root).as_posix(): file.read_bytes() for file in sorted(drawn)}
