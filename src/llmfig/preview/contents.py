"""The list of a project's figures: by chapter, in reading order, with titles as far as they are known."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from llmfig.cache import digest_of
from llmfig.errors import FigureError
from llmfig.project import Project, at
from llmfig.registry import FigureRef, discover
from llmfig.runner.outcome import Failure
from llmfig.runner.titles import Titles


@dataclass
class Contents:
    """What figures there are. A figure is known by its key: the path of its file below `figures/`, without `.py`.

    Attributes:
        project: the project, with its settings as they were last valid.
        refs: the figures by key.
    """

    project: Project
    refs: dict[str, FigureRef] = field(default_factory=dict)
    _names: dict[Path, tuple[str, Titles | Failure]] = field(default_factory=dict)

    def read(self) -> None:
        """Takes over what is on disk."""
        # Wrong settings are told in place of the pictures; a folder that goes away while it is read is told of again.
        with suppress(FigureError, OSError):
            project = at(self.project.root)
            _ = project.settings
            self.project = project
        settings = self.project.settings
        try:
            found = sorted(discover(self.project), key=lambda ref: settings.order(ref.chapter))
        except OSError:
            return
        self.refs = {self.key(ref): ref for ref in found}
        self._names = {file: name for file, name in self._names.items() if file in {ref.file for ref in found}}

    def key(self, ref: FigureRef) -> str:
        return ref.file.relative_to(self.project.figures).with_suffix("").as_posix()

    def unnamed(self) -> Iterator[FigureRef]:
        """The figures whose titles are not known, or are older than their files."""
        for ref in self.refs.values():
            known = self._names.get(ref.file)
            if known is None or known[0] != digest_of(ref.file):
                yield ref

    def name(self, ref: FigureRef, digest: str, found: Titles | Failure) -> None:
        """Takes over what a figure is called, or that it cannot be loaded."""
        self._names[ref.file] = (digest, found)

    def listed(self) -> list[dict[str, Any]]:
        """The list for the page."""
        settings = self.project.settings
        chapters = []
        for chapter, refs in groupby(self.refs.items(), key=lambda item: item[1].chapter):
            names = settings.chapter(chapter)
            figures = [{"key": key, "id": ref.id, **self._named(ref)} for key, ref in refs]
            chapters.append({"id": chapter, "en": names.en, "zh": names.zh, "figures": figures})
        return chapters

    def _named(self, ref: FigureRef) -> dict[str, Any]:
        known = self._names.get(ref.file)
        return _told(known[1]) if known else {}


def _told(found: Titles | Failure) -> dict[str, Any]:
    if isinstance(found, Failure):
        return {"broken": found.what}
    return dict(zip(("en", "zh"), found.title, strict=True))
