"""The pictures of the documentation: what is drawn, and the files it makes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from llmfig.bilingual import LANGS
from llmfig.scene.model import Scene

from . import drawing, public
from .drawing import Drawn
from .public import Entry
from .sheets import CHAPTER, Sheet

ALT = ("An example of {}", "{} 的示例")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, in one file for all languages where it is the same in all of them.

    Attributes:
        name: what its files are called.
        scenes: what is drawn, one per file.
        files: where it goes, in `docs`.
    """

    name: str
    scenes: tuple[Scene, ...]
    files: tuple[PurePosixPath, ...]

    @property
    def alt(self) -> tuple[str, ...]:
        """What each shows, in its language."""
        return tuple(s.alt for s in self.scenes)

    @property
    def widths(self) -> tuple[float, ...]:
        """Of each, px."""
        return tuple(s.width for s in self.scenes)

    def contents(self) -> dict[PurePosixPath, bytes]:
        """The files."""
        return {file: drawing.svg(scene) for file, scene in zip(self.files, self.scenes, strict=True)}


def picture(drawn: Drawn, chapter: str = CHAPTER, *, merged: bool = True) -> Picture:
    """A picture of what was drawn; `merged`, one that all languages have in common is one file."""
    folder = PurePosixPath("pictures", chapter)
    if merged and drawn.alike:
        return Picture(drawn.name, drawn.scenes[:1], (folder / f"{drawn.name}.svg",))
    files = tuple(folder / f"{drawn.name}.{lang}.svg" for lang in LANGS)
    return Picture(drawn.name, drawn.scenes, files)


def examples() -> Iterator[tuple[Entry, int]]:
    """All examples of docstrings: the entry, and which of its examples."""
    return ((entry, i) for entry in public.entries() for i in range(len(entry.doc.examples)))


def draw_example(entry: Entry, i: int) -> Drawn:
    """Draw an example of a docstring; raises as `drawing.draw`."""
    alt = [words.format(entry.heading) for words in ALT]
    return drawing.draw(entry.picture(i), entry.doc.examples[i].code, alt=alt)


def reference_pictures(sheets: Sequence[Sheet]) -> list[Picture]:
    """The pictures of all examples and sheets."""
    found = [picture(draw_example(*example)) for example in examples()]
    return found + [picture(drawing.draw_sheet(sheet.definition)) for sheet in sheets]
