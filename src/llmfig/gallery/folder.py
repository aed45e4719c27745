"""A folder that is replaced as a whole: a reader meets the old site or the new one, and so does who interrupts us."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from llmfig.errors import FigureError

MANIFEST = ".llmfig-gallery.json"
_SYSTEM = {".DS_Store", "Thumbs.db", "desktop.ini"}  # put into any folder by looking at it


def thumbnails(folder: Path) -> dict[str, str]:
    """The small pictures of the site that is there, by path, and what each was made from."""
    found = _manifest(folder).get("thumbnails")
    return {str(path): str(made) for path, made in found.items()} if isinstance(found, dict) else {}


def check_ours(folder: Path) -> None:
    """Makes sure that replacing a folder loses nothing.

    Raises:
        FigureError: when the folder holds files that no gallery has put there, or is none.
    """
    if not folder.exists():
        return
    if not folder.is_dir():
        raise FigureError(f"{folder} is not a folder", fix="name another one with --out")
    ours = _manifest(folder).get("files")
    known = set(ours) if isinstance(ours, list) else set()
    foreign = [path for path in _files(folder) if path not in known and path.rsplit("/", 1)[-1] not in _SYSTEM]
    if foreign:
        more = f" and {len(foreign) - 1} more" if len(foreign) > 1 else ""
        raise FigureError(
            f"{folder} holds what is not of a gallery ({foreign[0]}{more}), and would be replaced as a whole",
            fix="move it away, or name another folder with --out",
        )


@contextmanager
def replaced(folder: Path, made: Mapping[str, str]) -> Iterator[Path]:
    """Yields an empty folder that takes the place of `folder` in the end; nothing is changed when something goes wrong.

    Args:
        folder: what is replaced.
        made: what each small picture is made from, for the next run.

    Raises:
        FigureError: when the folder cannot be written.
    """
    new = folder.with_name(f".{folder.name}.{os.getpid()}.new")
    try:
        try:
            new.mkdir(parents=True)
            yield new
            files = sorted(_files(new))
            manifest = {"files": [*files, MANIFEST], "thumbnails": {p: made[p] for p in files if p in made}}
            (new / MANIFEST).write_text(f"{json.dumps(manifest, ensure_ascii=False, indent=0)}\n", encoding="utf-8")
            _swap(new, folder)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    except OSError as error:
        raise FigureError(
            f"cannot write {folder}: {error.strerror or error}",
            fix=f"make {folder.parent} a folder you may write to, with space left, or name another one with --out",
        ) from error


def _swap(new: Path, folder: Path) -> None:
    if not folder.exists():
        os.replace(new, folder)
        return
    old = folder.with_name(f".{folder.name}.{os.getpid()}.old")
    os.replace(folder, old)
    try:
        os.replace(new, folder)
    except BaseException:
        os.replace(old, folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _files(folder: Path) -> Iterator[str]:
    """All files and links below a folder, as paths from there."""
    for path, _, names in os.walk(folder):
        for name in names:
            yield Path(path, name).relative_to(folder).as_posix()
