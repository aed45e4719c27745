"""A project: the folder that holds `figures/`, with its settings.

Light on purpose: a run with nothing to do reads this and the cache only, so the settings are not validated (which costs
the import of pydantic) before something needs them.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from llmfig.errors import FigureError, Source
from llmfig.tomlplace import said

if TYPE_CHECKING:
    from llmfig.settings import Settings

SETTINGS = "llmfig.toml"


@dataclass(frozen=True)
class Project:
    """A folder with figures.

    Attributes:
        root: the folder that holds `figures/`.
        file: the file the settings stand in, None when there are none.
        table: the settings as they were read.
    """

    root: Path
    file: Path | None
    table: dict[str, Any]

    @property
    def figures(self) -> Path:
        return self.root / "figures"

    @cached_property
    def digest(self) -> str:
        """A hash of the settings as they were read."""
        return hashlib.blake2b(json.dumps(self.table, sort_keys=True, default=str).encode(), digest_size=16).hexdigest()

    @cached_property
    def settings(self) -> Settings:
        """The settings, validated.

        Raises:
            FigureError: when one is wrong; names the file, the key and what is allowed.
        """
        from llmfig.settings import parse

        return parse(self.table, str(self.file))

    def shown(self, file: str | Path) -> str:
        """A path as it reads best: from the project's folder when it lies in there."""
        path = Path(file)
        return str(path.relative_to(self.root)) if path.is_relative_to(self.root) else str(path)


def find(start: Path | None = None) -> Project:
    """The project of a folder: the nearest one upwards that holds a `figures/` folder.

    Args:
        start: where to look from; the working directory when not given.

    Raises:
        FigureError: when there is none, or its settings are not TOML.
    """
    start = (start or Path.cwd()).resolve()
    folder = holder(start)
    if folder is None:
        raise FigureError(
            f"there is no figures/ folder in {start} or above it",
            fix="go to the project's folder, or start one with: llmfig init my_figures",
        )
    return at(folder)


def enclosing() -> Project:
    """The project of the working directory; where there is none, that folder alone, with the themes and terms that
    come with the package.

    Raises:
        FigureError: when its settings are not TOML.
    """
    here = Path.cwd()
    return at(holder(here) or here)


def holder(start: Path) -> Path | None:
    """The nearest folder upwards that holds `figures/`."""
    return next((folder for folder in (start, *start.parents) if (folder / "figures").is_dir()), None)


def at(root: Path) -> Project:
    """The project in a folder, with `figures/` or without.

    Raises:
        FigureError: when its settings are not TOML, or stand in two files.
    """
    found: dict[Path, dict[str, Any]] = {}
    if (root / SETTINGS).is_file():
        found[root / SETTINGS] = _read(root / SETTINGS)
    if (root / "pyproject.toml").is_file():
        table = _read(root / "pyproject.toml").get("tool", {}).get("llmfig")
        if table is not None:
            found[root / "pyproject.toml"] = table
    if len(found) > 1:
        raise FigureError(
            f"settings stand in {SETTINGS} and in [tool.llmfig] of pyproject.toml",
            fix="keep one of the two",
            source=Source(str(root / SETTINGS), 1),
        )
    for file, table in found.items():
        return Project(root, file, table)
    return Project(root, None, {})


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        what, line = said(error)
        fix = 'correct the line: texts stand in quotes, out = "pictures"'
        raise FigureError(f"not valid TOML: {what}", fix=fix, source=Source(str(file), line)) from None
