"""Paragraphs to measured lines.

A paragraph is one string with the look of each stretch beside it, so that breaking, spacing and the choice between
Chinese and English quotes see across the borders of bold, coloured and code stretches; U+FFFC stands in it for a
formula.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

from llmfig.errors import FigureError
from llmfig.scene.model import Glyph, Item
from llmfig.text import chars
from llmfig.text.breaking import Piece, break_lines, emergency, fine, opportunities
from llmfig.text.markup import Span
from llmfig.text.shaping import TextStyle, shape_in


class InlineBox(Protocol):
    """Something set into a line like a word, in px; `descent` counts downwards from the baseline."""

    @property
    def width(self) -> float: ...
    @property
    def ascent(self) -> float: ...
    @property
    def descent(self) -> float: ...
    def paint(
        self, x: float, baseline: float, color_of_role: Callable[[str], str], default_color: str
    ) -> tuple[Item, ...]:
        """Scene items of the box, its left at `x` and its baseline at `baseline`."""


FormulaSource = Callable[[str, float, str | None], InlineBox]
"""Sets a formula: (LaTeX source, size in px, role or None) -> box."""


@dataclass(frozen=True, slots=True)
class PlacedRun:
    """Glyphs of one font and role on a line; `x` from the line's start, glyphs from the run's, in px."""

    x: float
    width: float
    font: str
    text: str
    size: float
    role: str | None
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A formula on a line; `x` from the line's start, in px; `text` is its LaTeX source."""

    x: float
    width: float
    box: InlineBox
    role: str | None
    text: str


Placed = PlacedRun | PlacedBox


@dataclass(frozen=True, slots=True)
class MeasuredLine:
    """One line, not yet in a block."""

    width: float
    pieces: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Characters `start` to `end` of a paragraph, in one look; `box` when they are a formula."""

    start: int
    end: int
    span: Span
    box: InlineBox | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text without line breaks, with the look of its stretches."""

    text: str
    kinds: str
    stretches: tuple[_Stretch, ...]
    size: float

    def line(self, start: int, end: int) -> MeasuredLine:
        """Set the characters from `start` to `end` as one line, without the spaces at its ends."""
        while start < end and self.kinds[end - 1] == "S":
            end -= 1
        while start and start < end and self.kinds[start] == "S":
            start += 1
        pieces: list[Placed] = []
        x = -self.start_trim(start, end)
        for stretch in self.stretches:
            a, z = max(start, stretch.start), min(end, stretch.end)
            if a >= z:
                continue
            if a > start:
                x += self.gap(a)
            if stretch.box is not None:
                pieces.append(PlacedBox(x, stretch.box.width, stretch.box, stretch.span.role, stretch.span.text))
                x += stretch.box.width
                continue
            shaped = shape_in(self.text[a:z], self.kinds[a:z], _style(stretch.span, self.size))
            for run, (left, width) in zip(shaped.runs, shaped.extents, strict=True):
                glyphs = tuple([Glyph(g.gid, g.x - left, g.y) for g in run.glyphs])
                pieces.append(PlacedRun(x + left, width, run.font, run.text, self.size, stretch.span.role, glyphs))
            x += shaped.width
        return MeasuredLine(max(0.0, x - self.end_trim(start, end)), tuple(pieces))

    def advance(self, start: int, end: int) -> float:
        """Width of the characters from `start` to `end`, nothing trimmed."""
        x = 0.0
        for stretch in self.stretches:
            a, z = max(start, stretch.start), min(end, stretch.end)
            if a >= z:
                continue
            if a > start:
                x += self.gap(a)
            if stretch.box is not None:
                x += stretch.box.width
            else:
                x += shape_in(self.text[a:z], self.kinds[a:z], _style(stretch.span, self.size)).width
        return x

    def gap(self, i: int) -> float:
        """Gap before character `i`, in px."""
        return chars.gap(self.kinds[i - 1], self.kinds[i]) * self.size if i else 0.0

    def start_trim(self, start: int, end: int) -> float:
        """The blank half of an opening mark, which a line does not begin with."""
        return chars.HALF * self.size if start < end and self.kinds[start] == "O" else 0.0

    def end_trim(self, start: int, end: int) -> float:
        """The blank half of a closing mark, which a line does not end with: a label would look off centre by it."""
        return chars.HALF * self.size if start < end and self.kinds[end - 1] == "C" else 0.0

    def wrapped(self, limit: float) -> list[MeasuredLine]:
        """The paragraph as lines of at most `limit` px, where its words allow."""
        cuts = self._cuts(limit)
        if len(cuts) < 3:
            return [self.line(0, len(self.text))]
        pieces = [self._piece(a, z) for a, z in pairwise(cuts)]
        return [self.line(cuts[a], cuts[z]) for a, z in break_lines(pieces, limit, self.size)]

    def _cuts(self, limit: float) -> list[int]:
        cuts = [0]
        for end in (*opportunities(self.text, self.kinds), len(self.text)):
            start = cuts[-1]
            body = self._body_end(start, end)
            if self.advance(start, body) > limit + 1e-6:
                cuts += [start + i for i in emergency(self.text[start:body])]
            cuts.append(end)
        return cuts

    def _body_end(self, start: int, end: int) -> int:
        while end > start and self.kinds[end - 1] == "S":
            end -= 1
        return end

    def _piece(self, start: int, end: int) -> Piece:
        body = self._body_end(start, end)
        width = self.advance(start, body)
        return Piece(
            width=width,
            space=self.advance(body, end) if body < end else 0.0,
            gap=self.gap(start),
            start_trim=self.start_trim(start, body),
            end_trim=self.end_trim(start, body),
            fine=fine(self.text, self.kinds, start) if start else 0.0,
            short=width < 2.2 * self.size,
        )


def _style(span: Span, size: float) -> TextStyle:
    return TextStyle(size, span.bold, span.italic, span.mono)


def paragraphs(spans: tuple[Span, ...], size: float, formula: FormulaSource | None) -> list[Paragraph]:
    """Split spans at their line breaks and set their formulas.

    Raises:
        FigureError: for a formula where `formula` is None, and whatever `formula` raises.
    """
    rows: list[list[Span]] = [[]]
    for span in spans:
        if span.math:
            rows[-1].append(span)
            continue
        for i, part in enumerate(span.text.split("\n")):
            if i:
                rows.append([])
            if part:
                rows[-1].append(replace(span, text=part))
    return [_paragraph(row, size, formula) for row in rows]


def _paragraph(spans: list[Span], size: float, formula: FormulaSource | None) -> Paragraph:
    text = ""
    stretches: list[_Stretch] = []
    for span in spans:
        start = len(text)
        box: InlineBox | None = None
        if span.math:
            if formula is None:
                raise FigureError(
                    f"a formula (${span.text}$) where only text can stand", fix=r"write it in words, or \$ for the sign"
                )
            box = formula(span.text, size, span.role)
            text += chars.FORMULA
        else:
            text += span.text
        stretches.append(_Stretch(start, len(text), span, box))
    return Paragraph(text, chars.kinds(text), tuple(stretches), size)
