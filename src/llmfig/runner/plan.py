"""Which files a run has to write. Imports nothing that draws, so that a run with nothing to do ends at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from llmfig.bilingual import LANGS, Lang
from llmfig.cache import Cache, base_of, digest_of, libraries
from llmfig.project import Project
from llmfig.registry import FigureRef
from llmfig.render.write import Format
from llmfig.theme.files import chain

TextMode = Literal["outline", "live"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What to draw, and how.

    Attributes:
        out: folder that pictures are written to.
        theme: name of the theme.
        default_theme: the theme whose pictures lie in `out` itself; those of any other lie in `out/<theme>`.
        scale: pixels of a PNG for one px of the figure.
        text: glyph outlines, or live text in an embedded font, in SVG.
    """

    out: Path
    theme: str = "book"
    default_theme: str = "book"
    langs: tuple[Lang, ...] = LANGS
    formats: tuple[Format, ...] = ("svg", "png")
    scale: float = 2.0
    text: TextMode = "outline"

    def name(self, ref: FigureRef, lang: Lang, format: Format) -> str:
        """Path of an output file from `out`."""
        folder = "" if self.theme == self.default_theme else f"{self.theme}/"
        return f"{folder}{lang}/{ref.chapter}/{ref.id}.{format}"


@dataclass(frozen=True, slots=True)
class Output:
    """One file to write: its path from the output folder, and the hash of what all files of its kind are made from."""

    lang: Lang
    format: Format
    name: str
    base: str


@dataclass(frozen=True, slots=True)
class Job:
    """One figure with the files of it that are out of date."""

    ref: FigureRef
    outputs: tuple[Output, ...]


def plan(
    project: Project, refs: Iterable[FigureRef], options: Options, cache: Cache, *, force: bool = False
) -> list[Job]:
    """What has to be drawn.

    Args:
        project: the project.
        refs: the figures that are asked for.
        options: what to draw of them.
        cache: what was drawn before.
        force: whether to draw everything again.

    Raises:
        ThemeError: when there is no such theme, or its file is not TOML.
    """
    common = (
        cache.package_hash(),
        libraries(),
        [digest_of(file) for file in chain(options.theme, project.root)],
        project.table.get("credit"),
    )
    bases = {
        (lang, fmt): base_of((common, lang, fmt, *_relevant(options, fmt)))
        for lang in options.langs
        for fmt in options.formats
    }
    jobs = []
    for ref in refs:
        outputs = [
            Output(lang, fmt, name, base)
            for (lang, fmt), base in bases.items()
            if not cache.fresh(name := options.name(ref, lang, fmt), base, project.root) or force
        ]
        if outputs or ref.fault:
            jobs.append(Job(ref, tuple(outputs)))
    return jobs


def _relevant(options: Options, format: Format) -> tuple[object, ...]:
    """The options that a format depends on: another scale for PNG leaves the SVG as it is."""
    return (options.scale,) if format == "png" else (options.text,)
