"""Accepting snapshots: the work of one process, and clearing away what belongs to no figure any more."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from llmfig.bilingual import LANGS
from llmfig.project import Project
from llmfig.registry import FigureRef
from llmfig.render.write import write_bytes
from llmfig.runner.draw import each_scene
from llmfig.runner.outcome import Failure
from llmfig.scene.model import Scene
from llmfig.testing import ENVIRONMENT, environment, snapshot, snapshot_base
from llmfig.theme.model import Theme


@dataclass(frozen=True, slots=True)
class Context:
    """What all figures share."""

    project: Project
    theme: Theme


@dataclass(slots=True)
class Accepted:
    """The snapshot files of one figure that are new or changed, and what went wrong."""

    changed: list[Path] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


def accept(context: Context, ref: FigureRef) -> Accepted:
    """Makes one figure as it is now the accepted one."""
    accepted = Accepted()

    def save(scene: Scene, inputs: dict[str, str]) -> None:
        for path, data in snapshot(context.project, ref, scene).items():
            if not path.is_file() or path.read_bytes() != data:
                write_bytes(path, data)
                accepted.changed.append(path)

    accepted.failures += each_scene(context.project.root, context.theme, ref, LANGS, save)
    return accepted


def note_environment(project: Project) -> None:
    """Writes down what the pictures were made with: elsewhere tests allow for another version of it."""
    file = project.root / project.settings.snapshots / ENVIRONMENT
    write_bytes(file, f"{json.dumps(environment(), indent=2)}\n".encode())


def orphans(project: Project, refs: list[FigureRef]) -> list[Path]:
    """Snapshots of figures that are gone."""
    bases = {snapshot_base(project, ref) for ref in refs}
    folder = project.root / project.settings.snapshots
    files = [file for kind in ("txt", "png") for lang in LANGS for file in folder.glob(f"*/*.{lang}.{kind}")]
    return sorted(file for file in files if file.with_suffix("").with_suffix("") not in bases)
