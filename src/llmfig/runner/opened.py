"""Which of a project's files a figure is made from: those that were opened while it was loaded and drawn.

Imported helpers and data files alike, with the content that they had at that moment. Reading the imports out of the
source instead would miss every file that a figure computes with.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from llmfig.cache import digest_of
from llmfig.errors import PACKAGE

_WRITES = os.O_WRONLY | os.O_RDWR


class _Watch:
    """An audit hook cannot be removed, so there is one, and it looks here whether somebody listens."""

    installed = False
    root: Path | None = None
    # What may lie in a project without being a part of it: llmfig, and the Python that runs it.
    foreign: tuple[str, ...] = ()
    found: dict[str, str] = {}  # noqa: RUF012 - replaced, never shared


@contextmanager
def opened(root: Path, found: dict[str, str]) -> Iterator[None]:
    """Notes the files below `root` that are read inside: path from there to hash of the content."""
    if not _Watch.installed:
        sys.addaudithook(_hook)
        _Watch.installed = True
    _Watch.root, _Watch.found = root, found
    _Watch.foreign = tuple(f"{p}{os.sep}" for p in (PACKAGE, sys.prefix) if Path(p).is_relative_to(root))
    try:
        yield
    finally:
        _Watch.root = None


def _hook(event: str, args: tuple[Any, ...]) -> None:
    root = _Watch.root
    if event != "open" or root is None or not isinstance(args[0], (str, bytes, os.PathLike)) or args[2] & _WRITES:
        return
    path = os.path.abspath(os.fsdecode(args[0]))
    if not path.startswith(f"{root}{os.sep}") or path.startswith(_Watch.foreign):
        return
    _Watch.root = None  # reading the file is not to be noticed
    try:
        if (name := Path(path).relative_to(root).as_posix()) not in _Watch.found and os.path.isfile(path):
            _Watch.found[name] = digest_of(Path(path))
    finally:
        _Watch.root = root
