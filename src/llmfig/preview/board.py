"""What is out of date of all that pages show, and the drawing of it: one picture after the other."""

from __future__ import annotations

import asyncio
import difflib
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from llmfig.bilingual import Lang
from llmfig.cache import base_of, digest_of
from llmfig.errors import FigureError, Source
from llmfig.preview.artist import Artist
from llmfig.preview.blobs import Blobs
from llmfig.preview.contents import Contents
from llmfig.preview.messages import Draw, Drawn, Inspect, Inspected, Name, Task
from llmfig.preview.plates import Page, Plate, Slot, View
from llmfig.preview.told import failure_told
from llmfig.project import Project
from llmfig.registry import FigureRef
from llmfig.runner.outcome import Failure, crashed
from llmfig.runner.titles import Titles
from llmfig.runner.worker import Crash
from llmfig.theme.files import available, chain

KEPT = 60  # plates that are remembered, also when no page shows them


class Board:
    """All pages and plates of one project."""

    def __init__(self, project: Project, artist: Artist) -> None:
        self.contents, self.artist, self.blobs = Contents(project), artist, Blobs()
        self.contents.read()
        self.root = project.root
        self.news = asyncio.Event()
        self.folders_changed = asyncio.Event()
        self.folders: frozenset[Path] = frozenset()
        self._pages: list[Page] = []
        self._plates: OrderedDict[Slot, Plate] = OrderedDict()
        self._drawing: Slot | None = None
        self._moment = 0
        self._unseen: set[tuple[str, str]] = set()  # figures by theme whose newest pictures are not inspected
        self._unnamed = list(self.contents.unnamed())

    # Pages -------------------------------------------------------------------------------------------------------

    def open(self, view: View, *, again: bool = False) -> Page:
        """A new page; it is told what there is at once, and all that changes.

        Args:
            view: what it shows.
            again: draw that again, whether it is out of date or not.
        """
        page = Page(view)
        self._pages.insert(0, page)
        self._tell_all()
        for slot in view.slots():
            plate = self._plate(slot)
            failed = plate.failure is not None and plate.moment != self._moment
            plate.due = plate.due or again or failed or not self._fresh(slot, plate)
            if plate.details is None:
                self._unseen.add((slot.figure, slot.theme))
            page.tell("plate", self._told(slot, plate))
        self.news.set()
        return page

    def close(self, page: Page) -> None:
        self._pages.remove(page)
        self.news.set()

    def contents_told(self) -> dict[str, Any]:
        """The list of figures, and the themes there are."""
        return {"chapters": self.contents.listed(), "themes": sorted(available(self.root))}

    def _shown(self) -> list[Slot]:
        """All slots that pages show, those of the newest page first."""
        return list(dict.fromkeys(slot for page in self._pages for slot in page.view.slots()))

    def _tell(self, slot: Slot, plate: Plate) -> None:
        told = self._told(slot, plate)
        for page in self._pages:
            if slot in page.view.slots():
                page.tell("plate", told)

    def _told(self, slot: Slot, plate: Plate) -> dict[str, Any]:
        return {
            **slot._asdict(),
            "picture": plate.picture,
            "failure": plate.failure,
            "details": plate.details,
            "findings": plate.findings,
            "seconds": plate.seconds,
            "drawing": slot == self._drawing or plate.due,
        }

    # What is out of date -----------------------------------------------------------------------------------------

    def changed(self, *, told: bool = True) -> None:
        """Something changed in the project's folder.

        Args:
            told: whether that is known; else this is only a look whether something did.
        """
        self._moment += told
        self.contents.read()
        self._tell_all()
        self._unnamed = list(self.contents.unnamed())
        for slot in self._shown():
            plate = self._plate(slot)
            mended = told and plate.failure is not None and slot != self._drawing  # anything may mend it
            plate.due = plate.due or mended or not self._fresh(slot, plate)
        self.news.set()

    def _tell_all(self) -> None:
        """Tells all pages of the list and the themes, when they are others."""
        told = self.contents_told()
        for page in self._pages:
            if page.contents != told:
                page.contents = told
                page.tell("contents", told)

    def _plate(self, slot: Slot) -> Plate:
        plate = self._plates.setdefault(slot, Plate())
        self._plates.move_to_end(slot)
        while len(self._plates) > KEPT:
            self._plates.popitem(last=False)
        return plate

    def _fresh(self, slot: Slot, plate: Plate) -> bool:
        """Whether all that a picture was made from is as it was then."""
        return plate.base == self._base(slot) and plate.inputs == self._digests(plate.inputs)

    def _digests(self, paths: dict[str, str]) -> dict[str, str]:
        return {path: digest_of(self.root / path) for path in paths}

    def _base(self, slot: Slot) -> str:
        project = self.contents.project
        try:
            theme = " ".join(digest_of(file) for file in chain(slot.theme, project.root))
        except FigureError:
            theme = ""
        settings = digest_of(project.file) if project.file else ""
        return base_of((theme, settings, digest_of(self.root / "glossary.toml"), slot.figure in self.contents.refs))

    def _watch(self) -> None:
        """The folders that shown figures are made from, besides `figures/`."""
        figures = self.contents.project.figures
        files = [self.root / path for slot in self._shown() for path in self._plate(slot).inputs]
        folders = {file.parent for file in files if not file.is_relative_to(figures)}
        if folders != self.folders:
            self.folders = frozenset(folders)
            self.folders_changed.set()

    # Drawing -----------------------------------------------------------------------------------------------------

    async def run(self) -> None:
        """Draws what is due, for ever."""
        while True:
            if (slot := next((s for s in self._shown() if self._plate(s).due), None)) is not None:
                await self._draw(slot)
            elif (seen := self._to_inspect()) is not None:
                await self._inspect(*seen)
            elif self._pages and self._unnamed:
                await self._name(self._unnamed[0])
            else:
                self._watch()
                await self.news.wait()
                self.news.clear()

    async def _do(self, task: Task, outdated: Callable[[], bool]) -> Any:
        return await self.artist.do(task, outdated, self.news)

    async def _draw(self, slot: Slot) -> None:
        plate = self._plate(slot)
        ref = self.contents.refs.get(slot.figure)
        plate.due, plate.base, plate.moment = False, self._base(slot), self._moment
        if ref is None:
            plate.inputs, plate.failure = {}, failure_told(self._missing(slot.figure), self.root)
            self._tell(slot, plate)
            return
        own = ref.file.relative_to(self.root).as_posix()
        plate.inputs = self._digests({**plate.inputs, own: ""})
        self._drawing = slot
        self._tell(slot, plate)
        try:
            result = await self._do(Draw(ref, slot.theme, slot.lang), lambda: plate.due or slot not in self._shown())
        finally:
            self._drawing = None
        if result is None:
            plate.due = True  # should a page show it again
            return
        drawn = Drawn(failure=crashed(result, ref), inputs=plate.inputs) if isinstance(result, Crash) else result
        plate.inputs = {**drawn.inputs, own: drawn.inputs.get(own, plate.inputs[own])}
        plate.due = plate.due or not self._fresh(slot, plate)
        if not plate.due:
            self._take(plate, drawn)
            self._unseen.add((slot.figure, slot.theme))
            self._tell(slot, plate)

    def _take(self, plate: Plate, drawn: Drawn) -> None:
        plate.seconds, plate.details, plate.findings = drawn.seconds, None, 0
        plate.failure = failure_told(drawn.failure, self.root) if drawn.failure else None
        if drawn.failure is None:
            digest = self.blobs.put(drawn.svg, "image/svg+xml")
            plate.picture = {"src": digest, "width": drawn.width, "height": drawn.height, "alt": drawn.alt}

    def _missing(self, key: str) -> Failure:
        near = difflib.get_close_matches(key, self.contents.refs, n=3, cutoff=0.5)
        fix = f"did you mean {' or '.join(near)}?" if near else "choose one from the list"
        source = Source(str(self.contents.project.figures / f"{key}.py"), 1)
        return Failure(key, (), "figure", f"there is no figure {key!r}", fix, source)

    def _to_inspect(self) -> tuple[FigureRef, str, tuple[Lang, ...]] | None:
        """A figure whose newest pictures, all drawn, are not inspected yet."""
        shown = self._shown()
        while self._unseen:
            figure, theme = self._unseen.pop()
            ref = self.contents.refs.get(figure)
            langs = tuple(
                s.lang for s in shown if s[:2] == (figure, theme) and (p := self._plate(s)).picture and not p.failure
            )
            if ref is not None and langs:
                return ref, theme, langs
        return None

    async def _inspect(self, ref: FigureRef, theme: str, langs: tuple[Lang, ...]) -> None:
        slots = [Slot(self.contents.key(ref), theme, lang) for lang in langs]
        result = await self._do(Inspect(ref, theme, langs), lambda: any(self._plate(s).due for s in self._shown()))
        if result is None:
            self._unseen.add((slots[0].figure, theme))
        elif isinstance(result, Inspected):
            for slot in slots:
                plate = self._plate(slot)
                if slot.lang in result.details and not plate.due:
                    plate.details = self.blobs.put(result.details[slot.lang], "application/json")
                    plate.findings = result.findings[slot.lang]
                    self._tell(slot, plate)

    async def _name(self, ref: FigureRef) -> None:
        digest = digest_of(ref.file)
        found = await self._do(Name(ref), lambda: any(self._plate(s).due for s in self._shown()))
        if found is None:
            return
        self._unnamed = [other for other in self._unnamed if other is not ref]
        named: Titles | Failure = crashed(found, ref) if isinstance(found, Crash) else found
        self.contents.name(ref, digest, named)
        if not self._unnamed:
            self._tell_all()
