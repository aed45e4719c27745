"""Points of data, and remarks at points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from llmfig.chart.mark import Mark, Reach, as_label, one_of
from llmfig.chart.numbers import Number, Values, numbers, same_length
from llmfig.chart.scale import Ground, Scale
from llmfig.chart.swatch import Look, dot_items
from llmfig.chart.terrain import AIR, CORNER, SIDES, Terrain, beside_point
from llmfig.errors import FigureError, called, check_index
from llmfig.geometry import Point, Rect, union
from llmfig.layout.element import Content, Element, as_element
from llmfig.layout.place import Anchor, Part, Place
from llmfig.scene.model import Item
from llmfig.vocabulary import DotShape, PointSide, RoleName, TextSize

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

RADIUS = 4.0  # of a point, px
GAP = 5.0  # between a point and its label, px


class Points(Mark):
    """Points of data in a `Chart`. `points[0]` is a place for arrows and callouts.

    Args:
        xs: numbers on the x axis.
        ys: as many numbers on the y axis.
        role: they are in the strong colour of this role.
        shape: `dot`, `ring` or `square`.
        labels: a string or an element per point, `None` for none.
        label_side: where the labels stand, seen from their points: `above`, `below right`, ...; another side is
            taken where there is no room.
        name: what a legend calls them.

    Raises:
        FigureError: for lists of different length, and points outside of the plot.

    Example:
        ```python
        Chart(
            Axis("x", title=tr("parameters (B)", "参数量 (B)"), ticks=[7, 32, 72], range=(0, 80)),
            Axis("y", title=tr("accuracy", "准确率"), range=(40, 90), ticks="auto"),
            Points([7, 32, 72], [56, 71, 80], labels=["7B", "32B", "72B"]),
            wide=12,
            tall=6,
        )
        ```
    """

    kind = "points"
    layer = 60
    rank = 35

    def __init__(
        self,
        xs: Values,
        ys: Values,
        *,
        role: RoleName = "model",
        shape: DotShape = "dot",
        labels: Sequence[Content | None] | None = None,
        label_side: PointSide = "above",
        name: str | None = None,
    ) -> None:
        super().__init__(name=name)
        one_of(shape, ("dot", "ring", "square"), "shape", "a point", self.source)
        one_of(label_side, tuple(SIDES), "label_side", "a point", self.source)
        self.xs, self.ys = numbers(xs, "xs", self.source), numbers(ys, "ys", self.source)
        same_length(self.ys, len(self.xs), "ys", "xs", self.source)
        if isinstance(labels, str):
            fix = "give a list with one for each point, None for none"
            raise FigureError(f"the labels of Points cannot be {called(labels)}", fix=fix, source=self.source)
        if labels is not None:
            same_length(labels, len(self.xs), "labels", "points", self.source)
        self.labels = [as_label(t, "the label of a point", "small", role) for t in labels or [None] * len(self.xs)]
        self.look, self.label_side = Look(role, dot=shape), label_side

    def children(self) -> Sequence[Element]:
        return [e for e in self.labels if e is not None]

    def __getitem__(self, i: int) -> Part:
        r"""One point, as a place for arrows and callouts.

        Args:
            i: which, from 0; negative numbers count from the end.

        Raises:
            FigureError: when there is no such point.

        Example:
            ```python
            runs = Points([1, 2, 3], [0.4, 0.9, 0.6], role="auxiliary")
            chart = Chart(
                Axis("x", title=r"$\beta$", range=(0, 4)),
                Axis("y", title=tr("win rate", "胜率"), range=(0, 1)),
                runs,
                wide=9,
                tall=6,
            )
            Diagram(chart, Inset(Callout(tr("best", "最佳"), to=runs[1]), over=chart, at="right"))
            ```
        """
        i = check_index(i, len(self.xs), "point")
        x, y = self.xs[i], self.ys[i]
        return Part(self.chart, lambda layout: _dot(self.ground(layout).at(x, y)))

    def named_places(self, layout: Layout) -> Mapping[str, Place | Anchor]:
        points = {f"[{i}]": self[i] for i in range(len(self.xs))}
        return {**super().named_places(layout), **points}

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
                seats[label] = terrain.pick(beside_point(p, s.w, s.h, side, _gap(side)) for side in sides)
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


def _gap(side: PointSide) -> float:
    """How far a label stands off; in a corner as far as any label must keep from the point."""
    return max(RADIUS + GAP, (RADIUS + AIR) / CORNER) if " " in side else RADIUS + GAP


def _dot(p: Point) -> Rect:
    return Rect(p.x - RADIUS, p.y - RADIUS, 2 * RADIUS, 2 * RADIUS)


class ChartNote(Mark):
    r"""A remark at a point of the plot, off all lines and bars if there is room.

    Args:
        content: a string or an element.
        at: the point, as numbers of the x axis and of the y axis.
        side: where the remark stands, seen from there: `above`, `below right`, ...; the next best side is taken
            where something is in the way.
        role: strings are in the strong colour of this role.
        size: of strings: `tiny`, `small`, `body`, `large`, `heading` or `title`.

    Example:
        ```python
        Chart(
            Axis("x", title="$x$", range=(-3, 3)),
            Axis("y", title=r"$\mathrm{ReLU}(x)$", at=0),
            Curve(lambda x: max(x, 0)),
            ChartNote(tr("no gradient here", "此处无梯度"), at=(-1.5, 0), side="above"),
            wide=14,
            tall=6,
        )
        ```
    """

    kind = "remark"
    layer = 70
    rank = 50

    def __init__(
        self,
        content: Content,
        *,
        at: tuple[Number, Number],
        side: PointSide = "above",
        role: RoleName = "note",
        size: TextSize = "small",
    ) -> None:
        super().__init__()
        one_of(str(side), tuple(SIDES), "side", "a remark", self.source)
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
