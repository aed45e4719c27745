"""Number lines: an axis with ticks and marked values."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from numbers import Real
from typing import TYPE_CHECKING, Literal

from llmfig.elements.marks_base import disc, joined, tip
from llmfig.elements.text import Text
from llmfig.errors import FigureError, called, caller, check_number, choices, short
from llmfig.geometry import Path, Point, Rect, polyline
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.layout.place import Anchor, Part, Place
from llmfig.scene.model import Item, Paint, Shape
from llmfig.vocabulary import RoleName, Stick, TextSize

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

TICK = 5.0  # px that a tick stands out on each side
DOT = 4.5  # radius of a mark, px
ANGLES = {"right": 0.0, "left": 3.141592653589793}
HEADS = ("none", "left", "right", "both")


class NumberLine(Element):
    """Numbers on a straight line, to scale.

    Args:
        lo: the first number.
        hi: the last number.
        ticks: numbers with a tick and a label below: a list, or a mapping from number to label.
        marks: numbers with a dot: a list, or a mapping from number to a label above.
        long: the least length of the line, in em of body text; it grows where labels need room.
        fmt: how numbers are written: a format such as `.1f`, or a function from number to string.
        heads: which ends have an arrowhead: `none`, `left`, `right` or `both`.
        role: line and ticks are in the strong colour of this role.
        mark_role: dots and their labels are in the strong colour of this role.
        size: of the labels: `tiny`, `small`, `body`, `large`, `heading` or `title`.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: for a line that does not rise, and numbers that are not on it.

    Example:
        ```python
        NumberLine(-8, 8, ticks=[-8, -4, 0, 4, 7], marks={0.6: "$w$", -3.2: "$w'$"}, heads="both")
        ```
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
        heads: Literal["none", "left", "right", "both"] = "none",
        role: RoleName = "note",
        mark_role: RoleName = "model",
        size: TextSize = "small",
        stick: Stick | None = None,
    ) -> None:
        super().__init__(stick=stick)
        for name, end in (("lo", lo), ("hi", hi)):
            check_number(name, end, self.source, least=-math.inf)
        check_number("long", long, self.source)
        if not lo < hi:
            raise FigureError(
                f"a number line cannot run from {lo} to {hi}", fix="give the smaller first", source=self.source
            )
        if heads not in HEADS:
            fix = choices(heads, HEADS, "values")
            raise FigureError(f"a number line has no heads={heads!r}", fix=fix, source=self.source)
        self.lo, self.hi, self.long, self.heads = lo, hi, long, heads
        self.role, self.mark_role = role, mark_role
        for name, values in (("ticks", ticks), ("marks", marks)):
            self._check_values(name, values)
        given = ticks if isinstance(ticks, Mapping) else {v: self._written(v, fmt) for v in ticks}
        self.ticks = {
            v: Text(c, size=size) if isinstance(c, str) else as_element(c, where="the label of a tick")
            for v, c in given.items()
        }
        if isinstance(marks, Mapping):
            self.marks: dict[float, Element | None] = {
                v: Text(c, size=size, role=mark_role)
                if isinstance(c, str)
                else as_element(c, where="the label of a mark")
                for v, c in marks.items()
            }
        else:
            self.marks = dict.fromkeys(marks)

    def _check_values(self, name: str, values: object) -> None:
        """An error unless these are numbers on the line, or a mapping from such."""
        if not isinstance(values, Iterable) or isinstance(values, str):
            fix = f"give a list, {name}=[0, 0.5, 1], or words for the numbers, {name}={{0: 'low', 1: 'high'}}"
            raise FigureError(f"{name} cannot be {called(values)}", fix=fix, source=self.source)
        for v in values:
            if not isinstance(v, Real):
                fix = f"the numbers come first: {name}={{0.5: 'words'}}"
                raise FigureError(f"{name} holds {called(v)}, which is no number", fix=fix, source=self.source)
            if not self.lo <= float(v) <= self.hi:
                what = f"{v} is not on the line from {self.lo} to {self.hi}"
                raise FigureError(what, fix="widen the line, or leave the number out", source=self.source)

    def _written(self, value: float, fmt: str | Callable[[float], str]) -> str:
        if callable(fmt):
            return fmt(value)
        try:
            return format(value, fmt).replace("-", "−")
        except (TypeError, ValueError):
            fix = "formats are those of Python's format(), '.2f', 'd', '.0%', without % or {} round them; or a function"
            raise FigureError(f"{value} cannot be written as {fmt!r}", fix=fix, source=self.source) from None

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
        """The point of a number, for arrows and callouts.

        Args:
            value: the number.

        Raises:
            FigureError: when it is not on the line.

        Example:
            ```python
            ratio = NumberLine(0, 2, ticks=[0, 1, 2], long=12)
            Column(ratio, Callout(tr("clipped from here on", "从此处截断"), to=ratio.at(1.2)), gap="l")
            ```
        """
        self._check(value)

        def locate(layout: Layout) -> Point:
            o = self._origin(layout, layout.frame(self))
            return Point(o.x + self._x(value, self._length(layout)), o.y)

        return Anchor(self, None, locate)

    def span(self, a: float, b: float) -> Part:
        r"""The stretch between two numbers, as a place for braces and highlights.

        Args:
            a: where it begins.
            b: where it ends.

        Raises:
            FigureError: when it does not lie on the line.

        Example:
            ```python
            ratio = NumberLine(
                0, 2, ticks={0: "0", 0.8: r"$1-\varepsilon$", 1.2: r"$1+\varepsilon$", 2: "2"}, long=14
            )
            Diagram(ratio, Brace(ratio.span(0.8, 1.2), label=tr("trusted", "可信")))
            ```
        """
        self._check(a)
        self._check(b)

        def locate(layout: Layout) -> Rect:
            o, length = self._origin(layout, layout.frame(self)), self._length(layout)
            x, y = sorted((o.x + self._x(a, length), o.x + self._x(b, length)))
            return Rect(x, o.y - DOT, y - x, 2 * DOT)

        return Part(self, locate)

    def named_places(self, layout: Layout) -> Mapping[str, Place | Anchor]:
        points = {f"at({v:g})": self.at(v) for v in (*self.ticks, *self.marks)}
        return {**super().named_places(layout), **points}

    def _check(self, value: float) -> None:
        if not isinstance(value, Real) or not self.lo <= value <= self.hi:
            fix = "name a number on the line"
            raise FigureError(
                f"{short(value)} is not on the line from {self.lo} to {self.hi}", fix=fix, source=caller()
            )
