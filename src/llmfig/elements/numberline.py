"""Number lines: an axis with ticks and marked values."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from llmfig.elements.marks_base import disc, joined, tip
from llmfig.elements.text import Text
from llmfig.errors import FigureError, caller
from llmfig.geometry import Path, Point, Rect, polyline
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.layout.place import Anchor, Part
from llmfig.scene.model import Item, Paint, Shape

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

TICK = 5.0  # px that a tick stands out on each side
DOT = 4.5  # radius of a mark, px
ANGLES = {"right": 0.0, "left": 3.141592653589793}


class NumberLine(Element):
    """Numbers on a straight line, to scale.

    The line is as long as `long` says, and longer where the labels need it.

    Args:
        lo, hi: the first and the last number.
        ticks: numbers with a tick and a label below; a mapping gives labels of your own.
        marks: numbers with a dot; a mapping gives each a label, which stands above.
        long: the least length, in em of body text.
        fmt: how numbers are written: a format such as ".1f", or a function.
        heads: an arrowhead at the "right" end, the "left" end, "both" or "none".
        role: of the line and its ticks.
        mark_role: of the dots and their labels.
        size: of the labels.

    Example:
        NumberLine(-1, 1, ticks=[-1, 0, 1], marks={0.3: "$x$"})
    """

    kind = "numberline"

    def __init__(
        self,
        lo: float,
        hi: float,
        *,
        ticks: Sequence[float] | Mapping[float, Content] = (),
        marks: Sequence[float] | Mapping[float, Content] = (),
        long: float = 16.0,
        fmt: str | Callable[[float], str] = "g",
        heads: str = "none",
        role: str = "note",
        mark_role: str = "model",
        size: str = "small",
        stick: str | None = None,
    ) -> None:
        super().__init__(stick=stick)
        if not lo < hi:
            raise FigureError(
                f"a number line cannot run from {lo} to {hi}", fix="give the smaller first", source=self.source
            )
        if heads not in ("none", "left", "right", "both"):
            fix = "use 'none', 'left', 'right' or 'both'"
            raise FigureError(f"a number line has no heads={heads!r}", fix=fix, source=self.source)
        self.lo, self.hi, self.long, self.heads = lo, hi, long, heads
        self.role, self.mark_role = role, mark_role
        write = fmt if callable(fmt) else lambda v: format(v, fmt).replace("-", "−")
        given = ticks if isinstance(ticks, Mapping) else {v: write(v) for v in ticks}
        self.ticks = {v: Text(c, size=size) if isinstance(c, str) else as_element(c) for v, c in given.items()}
        if isinstance(marks, Mapping):
            self.marks: dict[float, Element | None] = {
                v: Text(c, size=size, role=mark_role) if isinstance(c, str) else as_element(c) for v, c in marks.items()
            }
        else:
            self.marks = dict.fromkeys(marks)
        for v in (*self.ticks, *self.marks):
            if not lo <= v <= hi:
                raise FigureError(f"{v} is not on the line from {lo} to {hi}", fix="widen the line", source=self.source)

    def children(self) -> Sequence[Element]:
        return [*self.ticks.values(), *(m for m in self.marks.values() if m)]

    # Layout ------------------------------------------------------------------------------------------------------

    def _labels(self) -> tuple[dict[float, Element], dict[float, Element]]:
        """Labels below and above."""
        return self.ticks, {v: m for v, m in self.marks.items() if m}

    def _length(self, layout: Layout) -> float:
        """Length between the first and the last number, px: labels of one row keep apart."""
        length, air = self.long * layout.theme.size("body"), layout.theme.gap("m")
        for row in self._labels():
            for (v, a), (w, b) in itertools.pairwise(sorted(row.items(), key=lambda item: item[0])):
                need = (layout.measure(a).w + layout.measure(b).w) / 2 + air
                length = max(length, need * (self.hi - self.lo) / (w - v))
        return length

    def _overhang(self, layout: Layout) -> tuple[float, float]:
        """What stands out beyond the first and the last number: heads and halves of labels; px."""
        length, head = self._length(layout), layout.theme.arrowhead.length * 2
        left = [head if self.heads in ("left", "both") else 0.0]
        right = [head if self.heads in ("right", "both") else 0.0]
        for row in self._labels():
            for v, label in row.items():
                half, x = layout.measure(label).w / 2, self._x(v, length)
                left.append(half - x)
                right.append(half - (length - x))
        return max(left), max(right)

    def _rows(self, layout: Layout) -> tuple[float, float]:
        """Room above and below the line."""
        air = layout.theme.gap("xs")
        below, above = (max((layout.measure(e).h for e in row.values()), default=-air) for row in self._labels())
        return above + air + DOT, below + air + TICK

    def _x(self, v: float, length: float) -> float:
        return (v - self.lo) / (self.hi - self.lo) * length

    def measure(self, layout: Layout) -> Size:
        left, right = self._overhang(layout)
        above, below = self._rows(layout)
        length = self._length(layout)
        return Size(left + length + right, above + below, left + length / 2, above)

    def _origin(self, layout: Layout, rect: Rect) -> Point:
        """The point of the first number."""
        size = layout.measure(self)
        left, _ = self._overhang(layout)
        above, _ = self._rows(layout)
        return Point(rect.x + (rect.w - size.w) / 2 + left, rect.y + (rect.h - size.h) / 2 + above)

    def arrange(self, layout: Layout, rect: Rect) -> None:
        o, length, air = self._origin(layout, rect), self._length(layout), layout.theme.gap("xs")
        below, above = self._labels()
        for v, label in below.items():
            s = layout.measure(label)
            layout.arrange(label, Rect(o.x + self._x(v, length) - s.w / 2, o.y + TICK + air, s.w, s.h))
        for v, label in above.items():
            s = layout.measure(label)
            layout.arrange(label, Rect(o.x + self._x(v, length) - s.w / 2, o.y - DOT - air - s.h, s.w, s.h))

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        o, length = self._origin(layout, rect), self._length(layout)
        color, width = layout.theme.role(self.role, self.source).ink, layout.theme.stroke("normal")
        head = layout.theme.arrowhead
        heads: list[Path] = []
        ends = [o, Point(o.x + length, o.y)]
        for i, (side, way) in enumerate((("left", -1), ("right", 1))):
            if self.heads in (side, "both"):
                point = ends[i].shifted(way * head.length * 2, 0)
                heads.append(tip(point, ANGLES[side], head.length, head.width))
                ends[i] = point.shifted(-way * head.length * 0.8, 0)
        xs = [o.x + self._x(v, length) for v in self.ticks]
        ticks = [polyline([Point(x, o.y - TICK), Point(x, o.y + TICK)]) for x in xs]
        items: list[Item] = [Shape(joined([polyline(ends), *ticks]), Paint(stroke=color, width=width))]
        items += [Shape(h, Paint(fill=color)) for h in heads]
        ink = layout.theme.role(self.mark_role, self.source).ink
        items += [Shape(disc(Point(o.x + self._x(v, length), o.y), DOT), Paint(fill=ink)) for v in self.marks]
        return items

    # Places ------------------------------------------------------------------------------------------------------

    def at(self, value: float) -> Anchor:
        """The point of a number."""
        self._check(value)

        def locate(layout: Layout) -> Point:
            o = self._origin(layout, layout.frame(self))
            return Point(o.x + self._x(value, self._length(layout)), o.y)

        return Anchor(self, None, locate)

    def span(self, a: float, b: float) -> Part:
        """The stretch between two numbers, as a place for braces and highlights."""
        self._check(a)
        self._check(b)

        def locate(layout: Layout) -> Rect:
            o, length = self._origin(layout, layout.frame(self)), self._length(layout)
            x, y = sorted((o.x + self._x(a, length), o.x + self._x(b, length)))
            return Rect(x, o.y - DOT, y - x, 2 * DOT)

        return Part(self, locate)

    def _check(self, value: float) -> None:
        if not self.lo <= value <= self.hi:
            fix = "name a number on the line"
            raise FigureError(f"{value} is not on the line from {self.lo} to {self.hi}", fix=fix, source=caller())
