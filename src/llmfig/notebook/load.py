"""Figures of a project, for notebooks and scripts."""

from __future__ import annotations

import difflib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from llmfig.errors import FigureError, Source, caller
from llmfig.notebook.figure import Figure
from llmfig.project import at, holder
from llmfig.registry import FigureRef, discover, load


def load_figure(name: str | os.PathLike[str], *, project: str | os.PathLike[str] | None = None) -> Figure[Any]:
    """A figure of a project, as its file is now; it uses the project's themes and terms.

    Args:
        name: its id, `chapter/id`, or the path of its file.
        project: a folder of the project; when not given that of the file, or else the working directory.

    Raises:
        FigureError: when there is no such figure (names the nearest), or its file cannot be loaded.

    Example:
        ```python
        load_figure("rl_basics/backward_return")
        ```
    """
    place = caller()
    wanted = os.fspath(name)
    file = Path(wanted).resolve() if wanted.endswith(".py") else None
    if file is not None and not file.is_file():
        raise FigureError(f"there is no file {wanted!r}", fix="correct the path, or give chapter/id", source=place)
    start = Path(project).resolve() if project is not None else file.parent if file is not None else Path.cwd()
    root = holder(start)
    if root is None:
        raise FigureError(
            f"there is no figures/ folder in {start} or above it",
            fix='name a folder of the project: load_figure("chapter/id", project="path/to/it")',
            source=place,
        )
    try:
        found = at(root)
        refs = discover(found)
        for ref in refs:
            if ref.file.resolve() == file if file is not None else wanted in (ref.id, ref.name):
                if ref.fault:
                    raise ref.fault
                return Figure(load(ref.file), found)
    except FigureError as error:
        raise error.at(place) from error.__cause__
    raise _unknown(wanted, refs, place)


def _unknown(wanted: str, refs: Sequence[FigureRef], place: Source) -> FigureError:
    inside = [ref.id for ref in refs if ref.chapter == wanted.rstrip("/")]
    if inside:
        return FigureError(
            f"{wanted!r} is a chapter, not a figure", fix=f"its figures: {', '.join(inside)}", source=place
        )
    names = [ref.name if "/" in wanted else ref.id for ref in refs]
    near = difflib.get_close_matches(wanted, names, n=3, cutoff=0.5)
    if not refs:
        fix = "the project has none yet: start one with llmfig new chapter/id"
    elif near:
        fix = f"did you mean {' or '.join(map(repr, near))}?"
    else:
        fix = f"the figures: {', '.join(ref.name for ref in refs)}"
    return FigureError(f"there is no figure {wanted!r}", fix=fix, source=place)
