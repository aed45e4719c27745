"""From the words of a command line to figures."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from llmfig.errors import FigureError
from llmfig.project import Project, find
from llmfig.registry import FigureRef, discover

ALL = "all"


def select(project: Project, targets: Sequence[str]) -> list[FigureRef]:
    """The figures that are meant.

    Args:
        project: the project.
        targets: `all`, ids, `chapter/id`, chapters, globs over any of these, or paths of figure files; nothing means
            all.

    Raises:
        FigureError: for a target that means no figure; names the nearest ones.
    """
    refs = discover(project)
    if not targets or ALL in targets:
        return refs
    chosen: set[Path] = set()
    for target in targets:
        found = {ref.file for ref in refs if _means(target, ref)}
        if not found:
            raise _unknown(target, refs)
        chosen |= found
    return [ref for ref in refs if ref.file in chosen]


def _means(target: str, ref: FigureRef) -> bool:
    plain = target.rstrip("/")
    if plain.endswith(".py"):
        return Path(plain).resolve() == ref.file
    return any(fnmatchcase(name, plain) for name in (ref.id, ref.chapter, ref.name))


def _unknown(target: str, refs: Sequence[FigureRef]) -> FigureError:
    names = sorted({ref.id for ref in refs} | {ref.chapter for ref in refs} | {ref.name for ref in refs})
    near = difflib.get_close_matches(target.lower(), names, n=3, cutoff=0.5)
    if not refs:
        hint = "there are no figures yet: start one with llmfig new chapter/id"
    elif near:
        hint = f"did you mean {' or '.join(near)}?"
    else:
        hint = "llmfig list shows them all"
    return FigureError(f"there is no figure or chapter {target!r}", fix=hint)


def complete(incomplete: str) -> list[str]:
    """What a shell may complete a target to: chapters and ids, or `chapter/id` once there is a slash."""
    try:
        refs = discover(find())
    except FigureError:
        return []
    names = (
        {ref.name for ref in refs} if "/" in incomplete else {ALL} | {n for ref in refs for n in (ref.id, ref.chapter)}
    )
    return sorted(n for n in names if n.startswith(incomplete))
