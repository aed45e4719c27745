"""What the pages are made from: chapters, figures, their pictures and the words in those. Paths are from the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from llmfig.bilingual import LANGS, Lang
from llmfig.registry import FigureRef, Pair
from llmfig.render.write import Format

FORMATS: tuple[Format, ...] = ("svg", "png", "pdf")


@dataclass(frozen=True, slots=True)
class Look:
    """A theme as the pages know it: its name, whether it is for dark pages, and its paper (`#rrggbb`)."""

    name: str
    dark: bool
    paper: str


@dataclass(frozen=True, slots=True)
class Looks:
    """The themes of a gallery, and which of them (by index) light and dark pages show unless the reader chooses."""

    themes: tuple[Look, ...]
    light: int
    dark: int

    @property
    def names(self) -> list[str]:
        return [look.name for look in self.themes]


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of text in a picture.

    Attributes:
        text: what it says, on one line; a formula as it is spoken.
        latex: the source of the formula that it is or holds, "" without one.
        box: where it is: x, y, width, height in px of the figure.
    """

    text: str
    latex: str
    box: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure in one theme and one language: its size in px, its words in paint order, its files' sizes in bytes."""

    width: int
    height: int
    words: tuple[Word, ...]
    bytes: Mapping[Format, int]


@dataclass(frozen=True, slots=True)
class Module:
    """A file of the project: its path from there, and its text."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with everything that the site shows of it.

    Attributes:
        title: in English and in Chinese; the id, where the file could not be read.
        alt: in English and in Chinese.
        module: the file that declares it.
        helpers: the project's modules that it imports.
        pictures: by theme and language; what could not be drawn is not there.
        faults: what went wrong, for each language.
    """

    id: str
    chapter: str
    title: Pair
    alt: Pair
    module: Module
    helpers: tuple[Module, ...] = ()
    pictures: Mapping[tuple[str, Lang], Picture] = field(default_factory=dict)
    faults: Mapping[Lang, tuple[str, ...]] = field(default_factory=dict)

    def page(self, lang: Lang) -> str:
        """Path of its page."""
        return f"{lang}/{self.chapter}/{self.id}.html"

    def file(self, theme: str, lang: Lang, format: Format) -> str:
        """Path of a picture."""
        return f"pictures/{theme}/{lang}/{self.chapter}/{self.id}.{format}"

    def thumbnail(self, theme: str, lang: Lang) -> str:
        """Path of a small picture."""
        return thumbnail(self, theme, lang)

    def said(self, lang: Lang) -> list[Word]:
        """The words of the first theme that could be drawn, each text once."""
        picture = next((p for (_, drawn), p in self.pictures.items() if drawn == lang), None)
        return list({word.text: word for word in reversed(picture.words)}.values())[::-1] if picture else []


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter with its figures in reading order."""

    id: str
    title: Pair
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Gallery:
    """Everything that a site shows."""

    title: Pair
    credit: Pair
    looks: Looks
    chapters: tuple[Chapter, ...]

    @property
    def figures(self) -> list[Figure]:
        """All figures in reading order."""
        return [figure for chapter in self.chapters for figure in chapter.figures]


def thumbnail(figure: Figure | FigureRef, theme: str, lang: Lang) -> str:
    """Path of a figure's small picture."""
    return f"thumbnails/{theme}/{lang}/{figure.chapter}/{figure.id}.png"


def side(lang: Lang) -> int:
    """Which side of a pair is a language's."""
    return LANGS.index(lang)
