"""Points of data, and remarks at points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from llmfig.chart.mark import Mark, Reach, as_label, one_of
from llmfig.chart.numbers import Number, Values, numbers, same_length
from llmfig.chart.scale import Ground, Scale
from llmfig.chart.swatch import Look, dot_items
from llmfig.chart.terrain import SIDES, Terrain, beside_point
from llmfig.errors import FigureError, caller
from llmfig.geometry import Point, Rect, union
from llmfig.layout.element import Content, Element, as_element
from llmfig.layout.place import Part
from llmfig.scene.model import Item

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

RADIUS = 4.0  # of a point, px
GAP = 5.0  # between a point and its label, px


class Points(Mark):
    """Points of data.

    Args:
        xs, ys: equally long lists or arrays.
        role: colour.
        shape: "dot", "ring" or "square".
        labels: a string or element per point, or `None`.
        label_side: where the labels stand ("above", "right", ...).
        name: what a legend calls them.

    Example:
        peak = Points([2], [0.5], role="loss")
        Callout(tr("Highest", "最高"), to=peak[0])
    """

    kind = "points"
    layer = 60
    rank = 35

    def __init__(
        self,
        xs: Values,
        ys: Values,
        *,
        role: str = "model",
        shape: str = "dot",
        labels: Sequence[Content | None] | None = None,
        label_side: str = "above",
        name: str | None = None,
    ) -> None:
        super().__init__(name=name)
        one_of(shape, ("dot", "ring", "square"), "shape", "a point", self.source)
        one_of(label_side, tuple(SIDES), "label_side", "a point", self.source)
        self.xs, self.ys = numbers(xs, "xs", self.source), numbers(ys, "ys", self.source)
        same_length(self.ys, len(self.xs), "ys", "xs", self.source)
        if labels is not None:
            same_length(labels, len(self.xs), "labels", "points", self.source)
        self.labels = [as_label(t, "the label of a point", "small", role) for t in labels or [None] * len(self.xs)]
        self.look, self.label_side = Look(role, dot=shape), label_side

    def children(self) -> Sequence[Element]:
        return [e for e in self.labels if e is not None]

    def __getitem__(self, i: int) -> Part:
        """One point, as a place for arrows and callouts."""
        if not -len(self.xs) <= i < len(self.xs):
            raise FigureError(
                f"there is no point {i}", fix=f"there are {len(self.xs)} points, from 0 on", source=caller()
            )
        x, y = self.xs[i], self.ys[i]
        return Part(self.chart, lambda layout: _dot(self.ground(layout).at(x, y)))

    def reach_x(self) -> Reach:
        return min(self.xs), max(self.xs)

    def reach_y(self, _x: Scale) -> Reach:
        return min(self.ys), max(self.ys)

    def _seen(self, ground: Ground) -> list[tuple[int, Point]]:
        """The points inside of the plot."""
        found = [(i, ground.at(x, y)) for i, (x, y) in enumerate(zip(self.xs, self.ys, strict=True))]
        return [(i, p) for i, p in found if ground.plot.holds(p, 0.01)]

    def occupy(self, layout: Layout, ground: Ground, terrain: Terrain) -> None:
        terrain.blocks += [_dot(p) for _, p in self._seen(ground)]

    def seat(self, layout: Layout, ground: Ground, terrain: Terrain) -> dict[Element, Rect]:
        seats: dict[Element, Rect] = {}
        sides = sorted(SIDES, key=lambda side: side != self.label_side)
        for i, p in self._seen(ground):
            label = self.labels[i]
            if label is not None:
                s = layout.measure(label)
                seats[label] = terrain.pick(beside_point(p, s.w, s.h, side, RADIUS + GAP) for side in sides)
        return seats

    def extent(self, layout: Layout, ground: Ground) -> Rect:
        seen = self._seen(ground)
        if len(seen) < len(self.xs):
            raise FigureError(
                f"{len(self.xs) - len(seen)} of {len(self.xs)} points lie outside of the plot",
                fix="give the axes a range that holds them",
                source=self.source,
            )
        return union(_dot(p) for _, p in seen)

    def looks(self) -> Mapping[str, Look]:
        """The name for a legend, with how they look."""
        return {self.name: self.look} if isinstance(self.name, str) else {}

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        layout.theme.role(self.look.role, self.source)
        return [
            item for _, p in self._seen(self.ground(layout)) for item in dot_items(layout.theme, p, self.look, RADIUS)
        ]

    def role_name(self) -> str | None:
        return self.look.role


def _dot(p: Point) -> Rect:
    return Rect(p.x - RADIUS, p.y - RADIUS, 2 * RADIUS, 2 * RADIUS)


class ChartNote(Mark):
    """A remark at a point of the plot, off all lines and bars if there is room.

    Args:
        content: a string or an element.
        at: the point, in numbers of the axes.
        side: where the remark stands, seen from there: "above", "below right", ...; the next best side is taken where
            something is in the way.
        role, size: of a string.

    Example:
        ChartNote(tr("no gradient here", "此处无梯度"), at=(1.6, 1.2), side="below")
    """

    kind = "remark"
    layer = 70
    rank = 50

    def __init__(
        self,
        content: Content,
        *,
        at: tuple[Number, Number],
        side: str = "above",
        role: str = "note",
        size: str = "small",
    ) -> None:
        super().__init__()
        one_of(side, tuple(SIDES), "side", "a remark", self.source)
        point = numbers(at, "at", self.source)
        if len(point) != 2:
            raise FigureError("a remark stands at one point", fix="write at=(x, y)", source=self.source)
        self.point, self.side = (point[0], point[1]), side
        self.label = as_element(content, where="a remark", size=size, role=role)

    def children(self) -> Sequence[Element]:
        return [self.label]

    def reach_x(self) -> Reach:
        return self.point[0], self.point[0]

    def reach_y(self, _x: Scale) -> Reach:
        return self.point[1], self.point[1]

    def seat(self, layout: Layout, ground: Ground, terrain: Terrain) -> dict[Element, Rect]:
        p, s = ground.at(*self.point), layout.measure(self.label)
        words = set(self.side.split())
        sides = sorted(SIDES, key=lambda side: (side != self.side, -len(words & set(side.split()))))
        spots = [beside_point(p, s.w, s.h, side, gap) for side in sides for gap in (GAP, 2 * GAP, 4 * GAP)]
        return {self.label: terrain.pick(spots)}

    def extent(self, layout: Layout, ground: Ground) -> Rect:
        p = ground.at(*self.point)
        return Rect(p.x, p.y, 0, 0)
