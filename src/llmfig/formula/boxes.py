"""Boxes: what layout is made of.

Lengths are thousandths of the formula's em; x grows to the right, y down from the baseline; ascent and descent are both
positive. A box holds placed boxes or one leaf; positions are only added up at the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from llmfig.formula import mathfont
from llmfig.formula.labels import Label
from llmfig.formula.tree import Color


class Context(NamedTuple):
    """What surroundings mean for layout: style 0-3 (display, text, script, script of script), cramped, colour."""

    style: int = 0
    cramped: bool = False
    color: Color | None = None

    @property
    def level(self) -> int:
        return max(0, self.style - 1)

    @property
    def scale(self) -> float:
        c = mathfont.constants()
        return (1.0, c.script_percent_scale_down / 100, c.script_script_percent_scale_down / 100)[self.level]

    def styled(self, style: int, *, cramped: bool = False) -> Context:
        return Context(style, self.cramped or cramped, self.color)

    def script(self, *, cramped: bool = False) -> Context:
        return self.styled(min(3, max(2, self.style + 1)), cramped=cramped)


class Ink(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


class GlyphLeaf(NamedTuple):
    gid: int
    scale: float
    color: Color | None


class RuleLeaf(NamedTuple):
    """A filled rectangle whose left-top corner is the origin."""

    width: float
    height: float
    color: Color | None


class Piece(NamedTuple):
    """A glyph in a path: where, and how large across and down."""

    gid: int
    x: float
    y: float
    sx: float
    sy: float


class PathLeaf(NamedTuple):
    """Glyphs and a rule drawn as one path.

    What is put together from pieces overlaps itself; painted piece by piece, the soft edges of the overlaps would come
    out darker than the rest.
    """

    pieces: tuple[Piece, ...]
    rule: Ink | None
    color: Color | None


class LineLeaf(NamedTuple):
    """A stroke from the origin to (dx, dy)."""

    dx: float
    dy: float
    width: float
    color: Color | None


class LabelLeaf(NamedTuple):
    label: Label
    scale: float
    color: Color | None


Leaf = GlyphLeaf | RuleLeaf | PathLeaf | LineLeaf | LabelLeaf


class Span(NamedTuple):
    """A term: some neighbouring children of a box, from x0 to x1."""

    name: str
    first: int
    last: int
    x0: float
    x1: float


class Skirt(NamedTuple):
    """How far a brace's label sticks out on each side, and the ascent and descent up to which neighbours clear it."""

    side: float
    above: float
    below: float


class Draw(NamedTuple):
    leaf: Leaf
    x: float
    y: float


@dataclass(slots=True)
class Box:
    """A laid-out piece of a formula.

    Attributes:
        italic: how far its slanted end leans out of `width`.
        gid: the glyph, when the box is a single character (scripts and accents then follow the font's own hints).
        flat: it is a single line of letters: scripts keep their usual height whatever its letters are.
        lean: it begins with a slanted letter.
        fence: ascent and descent that delimiters round it cover, when they are less than its own (labels of braces).
        skirt: it is wider than its body because of a label, which may reach under or over its neighbours.
    """

    width: float = 0.0
    ascent: float = 0.0
    descent: float = 0.0
    children: list[tuple[Box, float, float]] = field(default_factory=list)
    leaf: Leaf | None = None
    italic: float = 0.0
    gid: int | None = None
    scale: float = 1.0
    lean: bool = False
    fence: tuple[float, float] | None = None
    flat: bool = False
    skirt: Skirt | None = None
    spans: list[Span] = field(default_factory=list)
    _ink: Ink | None = None

    @property
    def full(self) -> float:
        """Width with the slanted end."""
        return self.width + self.italic

    @property
    def cover(self) -> tuple[float, float]:
        return self.fence or (self.ascent, self.descent)

    def put(self, child: Box, dx: float = 0.0, dy: float = 0.0) -> None:
        """Place a child and grow in height to hold it; the width is the caller's."""
        self.children.append((child, dx, dy))
        self.ascent = max(self.ascent, child.ascent - dy)
        self.descent = max(self.descent, child.descent + dy)

    def ink(self) -> Ink | None:
        """The box of what is drawn; None when nothing is."""
        if self._ink is None:
            own = [_leaf_ink(self.leaf)] if self.leaf else []
            self._ink = union_ink([*own, *(moved(c, x, y) for c, x, y in self.children)])
        return self._ink


def moved(box: Box, dx: float, dy: float) -> Ink | None:
    ink = box.ink()
    return ink and Ink(ink.left + dx, ink.top + dy, ink.right + dx, ink.bottom + dy)


def union_ink(inks: Iterable[Ink | None]) -> Ink | None:
    found = [i for i in inks if i]
    if not found:
        return None
    left, top, right, bottom = zip(*found, strict=True)
    return Ink(min(left), min(top), max(right), max(bottom))


def _leaf_ink(leaf: Leaf) -> Ink:
    match leaf:
        case GlyphLeaf(gid, scale, _):
            m = mathfont.metrics(gid)
            return Ink(m.left * scale, -m.top * scale, m.right * scale, -m.bottom * scale)
        case PathLeaf(pieces, rule, _):
            whole = union_ink([*map(_piece_ink, pieces), rule])
            assert whole
            return whole
        case RuleLeaf(width, height, _):
            return Ink(0, 0, width, height)
        case LineLeaf(dx, dy, width, _):
            h = width / 2
            return Ink(min(0, dx) - h, min(0, dy) - h, max(0, dx) + h, max(0, dy) + h)
        case LabelLeaf(label, scale, _):
            return Ink(0, -label.ascent * scale, label.width * scale, label.descent * scale)


def _piece_ink(piece: Piece) -> Ink:
    gid, x, y, sx, sy = piece
    m = mathfont.metrics(gid)
    return Ink(x + m.left * sx, y - m.top * sy, x + m.right * sx, y - m.bottom * sy)


def path_box(pieces: tuple[Piece, ...], rule: Ink | None, ctx: Context) -> Box:
    """Glyphs as one path; as wide and high as they are."""
    leaf = PathLeaf(pieces, rule, ctx.color)
    ink = _leaf_ink(leaf)
    return Box(ink.right, -ink.top, ink.bottom, leaf=leaf)


def pieces_of(box: Box) -> tuple[Piece, ...]:
    """The glyphs of a box, to be drawn in one path with others."""
    out: list[Piece] = []
    for leaf, x, y in collect(box)[0]:
        if isinstance(leaf, GlyphLeaf):
            out.append(Piece(leaf.gid, x, y, leaf.scale, leaf.scale))
        elif isinstance(leaf, PathLeaf):
            out.extend(p._replace(x=p.x + x, y=p.y + y) for p in leaf.pieces)
    return tuple(out)


def glyph_box(gid: int, ctx: Context) -> Box:
    """One glyph at the context's size."""
    m, k = mathfont.metrics(gid), ctx.scale
    box = Box(m.advance * k, max(0.0, m.top * k), max(0.0, -m.bottom * k), scale=k, gid=gid, flat=True)
    box.leaf = GlyphLeaf(gid, k, ctx.color)
    box.italic = mathfont.italic(gid) * k
    return box


def rule_box(width: float, thickness: float, ctx: Context) -> Box:
    """A horizontal rule that lies on the baseline's upper side."""
    inner = Box(leaf=RuleLeaf(width, thickness, ctx.color))
    box = Box(width, thickness, 0.0)
    box.children.append((inner, 0.0, -thickness))
    return box


def collect(box: Box) -> tuple[list[Draw], dict[str, Ink]]:
    """Everything a box draws, and the rectangles of its terms, from its origin."""
    draws: list[Draw] = []
    terms: dict[str, Ink] = {}
    _collect(box, 0.0, 0.0, draws, terms)
    return draws, terms


def _collect(box: Box, x: float, y: float, draws: list[Draw], terms: dict[str, Ink]) -> None:
    for span in box.spans:
        inside = box.children[span.first : span.last]
        top = min((dy - c.ascent for c, _, dy in inside), default=0.0)
        bottom = max((dy + c.descent for c, _, dy in inside), default=0.0)
        frame = Ink(span.x0, top, span.x1, bottom)
        whole = union_ink([frame, *(moved(c, dx, dy) for c, dx, dy in inside)]) or frame
        terms[span.name] = Ink(whole.left + x, whole.top + y, whole.right + x, whole.bottom + y)
    if box.leaf:
        draws.append(Draw(box.leaf, x, y))
    for child, dx, dy in box.children:
        _collect(child, x + dx, y + dy, draws, terms)
