"""Chinese set vertically, as it labels the side of a figure: hanzi upright under each other, Latin turned.

Columns run from top to bottom and, after a line break, from right to left. Full-width marks take their vertical
forms. Words, longer numbers and formulas are turned 90 degrees clockwise as a whole; one or two digits, and circled
numbers, stand upright.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count

import uharfbuzz as hb

from llmfig.geometry import Point, Rect
from llmfig.scene.model import Glyph, GlyphRun, Group, Item
from llmfig.text import fonts
from llmfig.text.layout import Align, Ink, glyph_run, plain_of
from llmfig.text.lines import FormulaSource, MeasuredLine, Paragraph, PlacedBox, paragraphs
from llmfig.text.markup import Span, parse
from llmfig.text.shaping import ASCENT, DESCENT, TextStyle, font_keys, shape_in

CAP_MIDDLE = 0.357
TURN_GAP = 0.3  # least room between what stands and what is turned, in em
"""Half the cap height, in em: what upright digits are centred by."""
_FULL_CELL = frozenset("：；！？")
_SHORT_NUMBER = re.compile(r"(?<![0-9A-Za-z.,%_-])[0-9]{1,2}(?![0-9A-Za-z.,%_-])")


@dataclass(frozen=True, slots=True)
class Upright:
    """Glyphs of one font standing upright, in px: `y` from the column's top, glyphs from the middle of the top edge."""

    y: float
    height: float
    font: str
    text: str
    size: float
    role: str | None
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True, slots=True)
class Turned:
    """A line of text or a formula turned clockwise; `y` from the column's top to its start, in px."""

    y: float
    line: MeasuredLine


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a block, in px: `x` of its middle from the block's left, `y` of its top from the block's top."""

    x: float
    y: float
    height: float
    pieces: tuple[Upright | Turned, ...]


@dataclass(frozen=True, slots=True)
class VerticalLayout:
    """A measured block of vertical text, in px; used as `layout.TextLayout` is.

    Attributes:
        width: of all columns, one em each.
        height: of the longest column.
        baseline: where a horizontal label beside the first hanzi would have its baseline, from the top.
        columns: what is drawn, in reading order (right to left).
        plain: what it says on one line.
        size: em.
        overflow: always 0, columns are not wrapped.
    """

    width: float
    height: float
    baseline: float
    columns: tuple[Column, ...]
    plain: str
    size: float
    overflow: float = 0.0

    @property
    def lines(self) -> tuple[Column, ...]:
        """The columns, under the name that horizontal text has for its lines."""
        return self.columns

    def items(self, x: float, y: float, color: str, ink: Ink, *, id: str = "") -> tuple[Item, ...]:
        """Scene items of the block: runs, and for what is turned groups of kind `run`.

        Args:
            x: left of the block, in px.
            y: top of the block, in px.
            color: of the text that has no role, `#rrggbb`.
            ink: gives the colour of text in a role.
            id: of the element that draws the block; those of the groups begin with it.
        """
        out: list[Item] = []
        turned = count(1)
        for column in self.columns:
            middle, top = x + column.x, y + column.y
            for piece in column.pieces:
                if isinstance(piece, Turned):
                    name = f"{id}/turned-{next(turned)}"
                    out.append(_turned(piece, name, Point(middle, top + piece.y), self.size, color, ink))
                else:
                    shade = color if piece.role is None else ink(piece.role)
                    glyphs = tuple([Glyph(g.gid, middle + g.x, top + piece.y + g.y) for g in piece.glyphs])
                    frame = Rect(middle - piece.size / 2, top + piece.y, piece.size, piece.height)
                    out.append(GlyphRun(piece.text, piece.font, piece.size, shade, glyphs, frame))
        return tuple(out)


def _turned(piece: Turned, id: str, start: Point, size: float, color: str, ink: Ink) -> Group:
    """A group that holds the line as if it were horizontal and turns it about its own middle."""
    width, height = piece.line.width, (ASCENT + DESCENT) * size
    frame = Rect(start.x - width / 2, start.y + width / 2 - height / 2, width, height)
    base = frame.y + ASCENT * size
    children: list[Item] = []
    for placed in piece.line.pieces:
        shade = color if placed.role is None else ink(placed.role)
        if isinstance(placed, PlacedBox):
            children += placed.box.paint(frame.x + placed.x, base, ink, shade)
        else:
            children.append(glyph_run(placed, frame.x + placed.x, base, shade))
    return Group(id, "run", frame, tuple(children), text="".join(p.text for p in piece.line.pieces), rotate=90.0)


@lru_cache(maxsize=1024, typed=True)
def lay_out_vertical(
    text: str | tuple[Span, ...],
    *,
    size: float,
    bold: bool = False,
    align: Align = "left",
    line_height: float = 1.35,
    formula: FormulaSource | None = None,
) -> VerticalLayout:
    """Set a label in columns.

    Args:
        text: a label with markup, or its spans. A line break in it starts the next column, to the left.
        size: em, in px.
        bold: all of it bold.
        align: of the columns: "left" level at the top, "center", "right" level at the bottom.
        line_height: distance of the columns' middles, in em.
        formula: sets inline formulas, which are turned; None where only text can stand.

    Raises:
        GlyphError: when no font has one of the characters.
        FigureError: as `markup.parse` and `layout.lay_out`.
    """
    spans = parse(text) if isinstance(text, str) else text
    spans = tuple([replace(span, bold=span.bold or bold) for span in spans])
    rows = [_column(_for_columns(row)) for row in paragraphs(spans, size, formula)]
    height = max(h for _, h in rows)
    share = {"left": 0.0, "center": 0.5, "right": 1.0}[align]
    width = size + (len(rows) - 1) * line_height * size
    columns = tuple(
        [
            Column(width - size / 2 - i * line_height * size, (height - h) * share, h, pieces)
            for i, (pieces, h) in enumerate(rows)
        ]
    )
    return VerticalLayout(width, height, ASCENT * size, columns, plain_of(spans), size)


def _for_columns(row: Paragraph) -> Paragraph:
    """The paragraph, with marks whose vertical forms fill their cell told apart from those that leave half of it."""
    kinds = "".join(
        "W" if kind == "C" and char in _FULL_CELL else kind for char, kind in zip(row.text, row.kinds, strict=True)
    )
    return replace(row, kinds=kinds)


def _column(row: Paragraph) -> tuple[tuple[Upright | Turned, ...], float]:
    """One column and its height."""
    end = len(row.text)
    pieces: list[Upright | Turned] = []
    y = -row.start_trim(0, end)
    turned_before, spaces = None, 0.0
    for start, stop, how in _parts(row):
        turned = how == "turn"
        # Spaces at the ends of what is turned are gaps: a line sheds them.
        first, last = _without_spaces(row, start, stop) if turned else (start, stop)
        gap = row.gap(start) + spaces + row.advance(start, first)
        # A hanzi fills more of its cell from top to bottom than from left to right: what is turned needs more room.
        y += max(gap, TURN_GAP * row.size) if gap and turned != turned_before else gap
        turned_before, spaces = turned, row.advance(last, stop)
        if turned:
            pieces.append(Turned(y, row.line(first, last)))
            y += row.advance(first, last)
        else:
            for piece in _upright(row, start, stop, y, how == "number"):
                pieces.append(piece)
                y += piece.height
    return tuple(pieces), max(0.0, y - row.end_trim(0, end))


def _without_spaces(row: Paragraph, start: int, stop: int) -> tuple[int, int]:
    """The stretch without the spaces at its ends; all of it when there is nothing else."""
    inked = [i for i in range(start, stop) if row.kinds[i] != "S"]
    return (inked[0], inked[-1] + 1) if inked else (start, stop)


def _parts(row: Paragraph) -> Iterator[tuple[int, int, str]]:
    """The stretches of a column: (start, end, how), where how is "stand", "number" (upright, narrow) or "turn"."""
    text, kinds = row.text, row.kinds
    numbers = {i: m.end() for m in _SHORT_NUMBER.finditer(text) for i in range(m.start(), m.end())}

    def how(i: int) -> str:
        if kinds[i] in "HOCW":
            return "stand"
        if i in numbers or (kinds[i] == "X" and text[i].isalnum()):  # ① ❶
            return "number"
        return "turn"

    borders = {stretch.start for stretch in row.stretches}
    i = 0
    while i < len(text):
        kind, j = how(i), i + 1
        while j < len(text) and how(j) == kind:
            if kind == "number" and numbers.get(i) != numbers.get(j):
                break
            if kind == "number" and i not in numbers:
                break
            if kind == "stand" and (j in borders or row.gap(j) != 0):
                break
            j += 1
        yield i, j, kind
        i = j


def _upright(row: Paragraph, start: int, end: int, y: float, number: bool) -> Iterator[Upright]:
    """The characters from `start` to `end`, standing in cells of one em from `y` on."""
    stretch = next(s for s in row.stretches if s.start <= start < s.end)
    span, size = stretch.span, row.size
    text, kinds = row.text[start:end], row.kinds[start:end]
    if number:
        shaped = shape_in(text, kinds, TextStyle(size, span.bold))
        for run, (left, _) in zip(shaped.runs, shaped.extents, strict=True):
            glyphs = [Glyph(g.gid, g.x - shaped.width / 2, g.y + (0.5 + CAP_MIDDLE) * size) for g in run.glyphs]
            yield Upright(y, size if left == 0 else 0.0, run.font, run.text, size, span.role, tuple(glyphs))
        return
    keys = font_keys(text, kinds, span.bold, False, False)
    i = 0
    while i < len(text):
        j = i + 1
        while j < len(text) and keys[j] == keys[i]:
            j += 1
        unit, height = _stack(text[i:j], keys[i])
        yield Upright(
            y,
            height * size,
            keys[i],
            text[i:j],
            size,
            span.role,
            tuple([Glyph(g.gid, g.x * size, g.y * size) for g in unit]),
        )
        y += height * size
        i = j


@lru_cache(maxsize=4096)
def _stack(text: str, key: str) -> tuple[tuple[Glyph, ...], float]:
    """HarfBuzz from top to bottom on one stretch of one font: glyphs from its middle top, and its height, in em."""
    font = fonts.font(key)
    buffer = hb.Buffer()
    buffer.add_codepoints([ord(char) for char in text])
    buffer.direction, buffer.script, buffer.language = "ttb", "Hani", "zh-Hans"
    hb.shape(font, buffer, {"vert": True})
    em = font.face.upem
    y = 0
    glyphs: list[Glyph] = []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        glyphs.append(Glyph(info.codepoint, position.x_offset / em, (y - position.y_offset) / em))
        y -= position.y_advance
    return tuple(glyphs), y / em
