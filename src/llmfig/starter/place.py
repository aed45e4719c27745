"""Writing a new project into a folder: all of it or nothing, and never over anything."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from llmfig.errors import FigureError
from llmfig.project import at
from llmfig.registry import discover
from llmfig.render.write import write_bytes


def check(target: Path, paths: Iterable[str], *, keep: bool) -> list[str]:
    """Looks for everything that forbids a new project in a folder, before anything is written.

    Args:
        target: the folder, which need not be there yet.
        paths: what is to be written, from that folder.
        keep: whether files that are there may stay as they are.

    Returns:
        Those of `paths` that are there already, in their order; with `keep` only.

    Raises:
        FigureError: when the folder is a file, a project or inside one, or holds what would be overwritten.
    """
    try:
        for folder in (target, *target.parents):
            _check_folder(folder, target)
        found = {path: there for path in paths if (there := _in_the_way(target, path))}
    except OSError as error:
        raise FigureError(
            f"cannot look into {target}: {error.strerror}", fix="name a folder that you may use"
        ) from None
    # A file that takes the place of a folder, or a folder that of a file, cannot stay.
    may_stay = all(path == there and not (target / path).is_dir() for path, there in found.items())
    if found and not (keep and may_stay):
        listed = "".join(f"\n  {there}" for there in dict.fromkeys(found.values()))
        stay = ", or let them stay and write the rest: llmfig init --keep" if may_stay else ""
        raise FigureError(
            f"nothing was written: this is in the way in {target}:{listed}",
            fix=f"name a new folder (llmfig init my_figures), or move these away{stay}",
        )
    return list(found)


def place(target: Path, files: Mapping[str, bytes]) -> None:
    """Writes the files of a project. When it cannot be finished, whatever the reason, all is as it was before.

    Args:
        target: the folder; made when it is missing.
        files: what to write, by path from the folder.

    Raises:
        FigureError: when the folder cannot be written to.
    """
    written: list[Path] = []
    folders: list[Path] = []
    try:
        for path, data in files.items():
            file = target / path
            missing = [folder for folder in file.parents if not folder.exists()]
            for folder in reversed(missing):
                folders.append(folder)
                folder.mkdir()
            written.append(file)
            write_bytes(file, data)
    except BaseException as error:
        for file in written:
            with contextlib.suppress(OSError):
                file.unlink()
        for folder in reversed(folders):
            with contextlib.suppress(OSError):
                folder.rmdir()
        if not isinstance(error, OSError | FigureError):
            raise
        cause = error if isinstance(error, OSError) else error.__cause__
        raise FigureError(
            f"nothing was written: cannot write to {target}: {getattr(cause, 'strerror', None) or cause}",
            fix="name a folder that you may write to, with space left",
        ) from None


def _check_folder(folder: Path, target: Path) -> None:
    """The target, or a folder above it, is a folder, and no project."""
    if os.path.lexists(folder) and not folder.is_dir():
        raise FigureError(f"{folder} is not a folder", fix="name another one: llmfig init my_figures")
    if not _is_project(folder):
        return
    if folder == target:
        raise FigureError(f"{target} is a project already", fix="add a figure to it: llmfig new my_chapter/my_figure")
    raise FigureError(
        f"{target} lies in the project {folder}",
        fix="name a folder outside of it, or add a figure to it: llmfig new my_chapter/my_figure",
    )


def _is_project(folder: Path) -> bool:
    """Whether a folder has figures or settings. A folder that is only called `figures` may hold anything."""
    project = at(folder)
    return project.file is not None or any(ref.fault is None for ref in discover(project))


def _in_the_way(target: Path, path: str) -> str:
    """What is there already where a file is to be, or is no folder where one is to be; empty when nothing is."""
    file = target / path
    above = [folder for folder in reversed(file.parents) if folder != target and folder.is_relative_to(target)]
    for there in (*above, file):
        if os.path.lexists(there) and not (there != file and there.is_dir()):
            return there.relative_to(target).as_posix()
    return ""
