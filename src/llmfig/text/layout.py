"""A label as a block of lines: spans in, placed glyph runs and formulas out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, Protocol

from llmfig.geometry import Rect
from llmfig.scene.model import Glyph, GlyphRun, Item
from llmfig.text.chars import is_full_width, is_han
from llmfig.text.lines import FormulaSource, InlineBox, MeasuredLine, Placed, PlacedBox, PlacedRun, paragraphs
from llmfig.text.markup import Span
from llmfig.text.shaping import ASCENT, DESCENT

__all__ = [
    "Align",
    "FormulaSource",
    "Ink",
    "InlineBox",
    "Line",
    "PlacedBox",
    "PlacedRun",
    "TextBlock",
    "TextLayout",
    "glyph_run",
    "lay_out",
]

Ink = Callable[[str], str]
"""Gives the colour (`#rrggbb`) of text in a theme role."""
Align = Literal["left", "center", "right"]

OVERHANG_ABOVE = 0.96
OVERHANG_BELOW = 0.32
"""How far a formula may reach from the baseline without pushing anything, in em.

That is as far as letters with accents and descenders do, so a label with `$x_t$` keeps its baseline level with one
that says "age"."""
CLEARANCE = 0.12
"""What is kept free between a tall formula and the line above or below it, in em."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a block, in px: where its start is from the block's left, and its baseline from the block's top.

    The pieces' `x` is from the block's left too.
    """

    x: float
    width: float
    baseline: float
    pieces: tuple[Placed, ...]


class TextBlock(Protocol):
    """What horizontal and vertical text have in common; lengths in px."""

    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...
    @property
    def baseline(self) -> float: ...
    @property
    def plain(self) -> str: ...
    @property
    def overflow(self) -> float: ...
    def items(self, x: float, y: float, color: str, ink: Ink) -> tuple[Item, ...]:
        """Scene items of the block with its left top at (x, y)."""


@dataclass(frozen=True, slots=True)
class TextLayout:
    """A measured block of text, in px.

    Attributes:
        width: of the widest line (not the width it was wrapped to).
        height: from the first line's ascent to the last line's descent (see `shaping.ASCENT`).
        baseline: the first line's baseline, from the top.
        lines: what is drawn.
        plain: what it says on one line; formulas as their LaTeX source.
        overflow: by how much the widest line exceeds the width it had to be wrapped to; 0 when all fits.
    """

    width: float
    height: float
    baseline: float
    lines: tuple[Line, ...]
    plain: str
    overflow: float = 0.0

    def items(self, x: float, y: float, color: str, ink: Ink) -> tuple[Item, ...]:
        """Scene items of the block.

        Args:
            x: left of the block, in px.
            y: top of the block, in px.
            color: of the text that has no role, `#rrggbb`.
            ink: gives the colour of text in a role.
        """
        out: list[Item] = []
        for line in self.lines:
            base = y + line.baseline
            for piece in line.pieces:
                shade = color if piece.role is None else ink(piece.role)
                if isinstance(piece, PlacedBox):
                    out += piece.box.paint(x + piece.x, base, ink, shade)
                else:
                    out.append(glyph_run(piece, x + piece.x, base, shade))
        return tuple(out)


def glyph_run(run: PlacedRun, left: float, base: float, color: str) -> GlyphRun:
    """A run as a scene item, its start at `left` and its baseline at `base`, in px."""
    box = Rect(left, base - ASCENT * run.size, run.width, (ASCENT + DESCENT) * run.size)
    return GlyphRun(
        run.text, run.font, run.size, color, tuple([Glyph(g.gid, left + g.x, base + g.y) for g in run.glyphs]), box
    )


def lay_out(
    spans: tuple[Span, ...],
    *,
    size: float,
    bold: bool = False,
    italic: bool = False,
    mono: bool = False,
    wrap: float | None = None,
    align: Align = "center",
    line_height: float = 1.35,
    formula: FormulaSource | None = None,
) -> TextLayout:
    """Set a label as a block of lines.

    Args:
        spans: what `markup.parse` gives. A line break in them breaks the line.
        size: em, in px.
        bold: all of it bold.
        italic: all of it italic.
        mono: all of it in the font for code.
        wrap: width to wrap to, in px; None sets every paragraph on one line.
        align: of the lines within the block.
        line_height: distance of baselines, in em; more only where a tall formula needs it.
        formula: sets inline formulas; None where only text can stand.

    Returns:
        The block. Words are never cut: what cannot fit is in `overflow`.

    Raises:
        GlyphError: when no font has one of the characters.
        FigureError: for a formula without `formula`, and whatever `formula` raises.

    Example:
        >>> from llmfig.text.markup import parse
        >>> block = lay_out(parse("the **reward** model"), size=20, wrap=120)
        >>> [" ".join(piece.text for piece in line.pieces) for line in block.lines]
        ['the reward', 'model']
    """
    if formula is not None and not any(span.math for span in spans):
        formula = None  # so that callers with a formula source of their own each time still share the cache
    return _lay_out(spans, size, bold, italic, mono, wrap, align, line_height, formula)


@lru_cache(maxsize=8192)
def _lay_out(
    spans: tuple[Span, ...],
    size: float,
    bold: bool,
    italic: bool,
    mono: bool,
    wrap: float | None,
    align: Align,
    line_height: float,
    formula: FormulaSource | None,
) -> TextLayout:
    if bold or italic or mono:
        spans = tuple([replace(s, bold=s.bold or bold, italic=s.italic or italic, mono=s.mono or mono) for s in spans])
    rows = paragraphs(spans, size, formula)
    measured = [line for row in rows for line in ([row.line(0, len(row.text))] if wrap is None else row.wrapped(wrap))]
    width = max(line.width for line in measured)
    lines, height = _stack(measured, width, size, align, line_height)
    overflow = 0.0 if wrap is None or width <= wrap + 1e-6 else width - wrap
    return TextLayout(width, height, lines[0].baseline, lines, plain_of(spans), overflow)


def _stack(
    measured: list[MeasuredLine], width: float, size: float, align: Align, line_height: float
) -> tuple[tuple[Line, ...], float]:
    """Lines under each other, and the height of all."""
    share = {"left": 0.0, "center": 0.5, "right": 1.0}[align]
    base = below = 0.0
    lines: list[Line] = []
    for i, line in enumerate(measured):
        boxes = [piece.box for piece in line.pieces if isinstance(piece, PlacedBox)]
        above = max([ASCENT * size, *(b.ascent for b in boxes if b.ascent > OVERHANG_ABOVE * size)])
        base = above if i == 0 else base + max(line_height * size, below + above + CLEARANCE * size)
        below = max([DESCENT * size, *(b.descent for b in boxes if b.descent > OVERHANG_BELOW * size)])
        x = (width - line.width) * share
        lines.append(Line(x, line.width, base, tuple([replace(piece, x=piece.x + x) for piece in line.pieces])))
    return tuple(lines), base + below


def plain_of(spans: tuple[Span, ...]) -> str:
    """What spans say, on one line: a line break becomes a space where Latin would run together."""
    rows = [row.strip() for row in "".join(span.text for span in spans).split("\n")]
    out = ""
    for row in filter(None, rows):
        tight = out == "" or is_han(out[-1]) or is_full_width(out[-1]) or is_han(row[0]) or is_full_width(row[0])
        out += row if tight else " " + row
    return out
