"""The chart: marks on two scales, with room for all their labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from llmfig.chart.axis import Axis
from llmfig.chart.bars import Bars
from llmfig.chart.curve import Curve
from llmfig.chart.legend import Legend
from llmfig.chart.mark import Mark
from llmfig.chart.numbers import number, pair
from llmfig.chart.plot import Plot
from llmfig.chart.ranges import find_scales
from llmfig.chart.scale import Ground
from llmfig.chart.terrain import Terrain
from llmfig.errors import FigureError, caller
from llmfig.geometry import Rect, union
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.layout.place import Anchor, Part

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

WIDE, TALL = 22.0, 14.0  # em
LARGEST = 150.0  # em: a plot that its labels would make larger than this has a mistake in it
ORIGIN = 6.0, 5.0  # how far the label of the origin keeps from the axes, px


class Chart(Element):
    """Data on two axes. An element like any other: it can stand in a row or a panel, and arrows can point into it.

    Containers align charts by the middle of their plot areas, so equally large plots line up whatever their labels.

    Args:
        marks: `Axis`, `Bars`, `Curve`, `Area`, `Points`, `Guide`, `Band`, `ChartNote`. What lies on what goes by
            kind, and by order within a kind. An axis that is not given is not drawn.
        wide, tall: least size of the plot area, em of body text; it grows where labels would collide.
        equal_units: make one unit of x as long as one unit of y; the plot is as large as fits into `wide` x `tall`.
        origin: a label at the corner where both axes begin ("0").
        framed: draw a border round the plot area.

    Raises:
        FigureError: for a second axis of one direction, axes without a known range, and things that are no marks.

    Example:
        chart = Chart(
            Axis("x", title="$x$", range=(-6, 6), ticks="auto"),
            Axis("y", title=r"$\\sigma(x)$", at=0, ticks=[0.5, 1]),
            Curve(lambda x: 1 / (1 + math.exp(-x))),
        )
        Callout("steepest here", to=chart.at(0, 0.5))
    """

    kind = "chart"
    solid = True

    def __init__(
        self,
        *marks: Mark,
        wide: float | None = None,
        tall: float | None = None,
        equal_units: bool = False,
        origin: Content | None = None,
        framed: bool = False,
        stick: str | None = None,
    ) -> None:
        super().__init__(stick=stick)
        for mark in marks:
            if not isinstance(mark, Mark):
                raise FigureError(
                    f"a chart cannot hold {type(mark).__name__} {mark!r}",
                    fix="give it Axis, Bars, Curve, Area, Points, Guide, Band, ChartNote; all else goes into a Diagram",
                    source=self.source,
                )
            mark.join(self)
        for what, given in (("wide", wide), ("tall", tall)):
            if given is not None and number(given, what, self.source) <= 0:
                raise FigureError(f"{what}={given} leaves no plot", fix="give a size in em", source=self.source)
        self.wide, self.tall, self.equal_units = wide, tall, equal_units
        self.axes = self._find_axes(marks)
        self.x, self.y = find_scales(self.axes, marks, self.source)
        for way, axis in self.axes.items():
            axis.bind(self.x if way == "x" else self.y)
        drawn = [m for m in marks if not isinstance(m, Axis) or m is self.axes[m.way]]
        self.marks = sorted(drawn, key=lambda m: m.layer)
        self.plot = Plot(list(self.axes.values()), framed=framed)
        self.plot.join(self)
        self.origin = None if origin is None else as_element(origin, where="the origin", size="small")

    def _find_axes(self, marks: Sequence[Mark]) -> dict[Literal["x", "y"], Axis]:
        found: dict[Literal["x", "y"], Axis] = {}
        for mark in marks:
            if isinstance(mark, Axis):
                if mark.way in found:
                    raise FigureError(
                        f"this chart has two {mark.way} axes",
                        fix="leave one out, or make it two charts",
                        source=mark.source,
                    )
                found[mark.way] = mark
        for way in ("x", "y"):
            if way not in found:
                hidden = Axis(way, arrow=False, line=False)
                hidden.join(self)
                found[way] = hidden
        bars = [m for m in marks if isinstance(m, Bars)]
        if found["x"].at is None and any((v or 0) < 0 for b in bars for v in b.values):
            found["x"].at = 0.0
        return found

    def children(self) -> Sequence[Element]:
        return [self.plot, *self.marks, *([self.origin] if self.origin else [])]

    # Layout --------------------------------------------------------------------------------------------------------

    def least_width(self, layout: Layout) -> float:
        """Width that is asked of the plot area whatever stands in it, px."""
        return (self.wide or WIDE) * layout.theme.size("body")

    def _natural(self, layout: Layout) -> tuple[float, float]:
        """Width and height of the plot area, px."""
        em = layout.theme.size("body")
        rooms = [m.room(layout, self) for m in (*self.marks, *self.axes.values())]
        need_w, need_h = max(w for w, _ in rooms), max(h for _, h in rooms)
        w, h = self.least_width(layout), (self.tall or TALL) * em
        if self.equal_units:
            across, up = self.x.high - self.x.low, self.y.high - self.y.low
            wanted = [w / across if self.wide or not self.tall else None, h / up if self.tall else None]
            unit = min(u for u in wanted if u is not None)
            unit = max(unit, need_w / across, need_h / up)
            w, h = unit * across, unit * up
        w, h = max(w, need_w), max(h, need_h)
        if max(w, h) > LARGEST * em:
            raise FigureError(
                f"the labels need a plot of {w / em:.0f} x {h / em:.0f} em",
                fix="leave out ticks that lie too close together, or turn the labels of the bars (turned=True)",
                source=self.source,
            )
        return w, h

    def _compose(self, layout: Layout, plot: Rect) -> dict[Element, Rect]:
        """The frames of everything in the chart, for a plot area."""
        ground = Ground(plot, self.x, self.y)
        terrain = Terrain()
        for mark in (*self.marks, *self.axes.values()):
            mark.occupy(layout, ground, terrain)
        frames: dict[Element, Rect] = {self.plot: plot}
        seats: dict[Mark, dict[Element, Rect]] = {}
        for mark in sorted(self.marks, key=lambda m: m.rank):
            seats[mark] = mark.seat(layout, ground, terrain)
            terrain.blocks += seats[mark].values()
        for mark in self.marks:
            frames[mark] = union([mark.extent(layout, ground), *seats[mark].values()])
            frames.update(seats[mark])
        if self.origin:
            s = layout.measure(self.origin)
            corner = self.axes["x"].point(ground, self.x.low)._replace(x=self.axes["y"].cross(ground))
            frames[self.origin] = Rect(corner.x - ORIGIN[0] - s.w, corner.y + ORIGIN[1], s.w, s.h)
        return frames

    def measure(self, layout: Layout) -> Size:
        w, h = self._natural(layout)
        whole = union(self._compose(layout, Rect(0, 0, w, h)).values())
        return Size(whole.w, whole.h, w / 2 - whole.x, h / 2 - whole.y)

    def arrange(self, layout: Layout, rect: Rect) -> None:
        w, h = self._natural(layout)
        size = layout.measure(self)
        # A frame larger than the natural size stretches the plot, unless its proportions are fixed.
        more_w, more_h = (0.0, 0.0) if self.equal_units else (max(0.0, rect.w - size.w), max(0.0, rect.h - size.h))
        free_w, free_h = max(0.0, rect.w - size.w - more_w) / 2, max(0.0, rect.h - size.h - more_h) / 2
        natural = union(self._compose(layout, Rect(0, 0, w, h)).values())
        plot = Rect(rect.x + free_w - natural.x, rect.y + free_h - natural.y, w + more_w, h + more_h)
        for element, frame in self._compose(layout, plot).items():
            layout.arrange(element, frame)

    def ground(self, layout: Layout) -> Ground:
        """The plot area with its scales, once the figure is laid out."""
        return Ground(layout.frame(self.plot), self.x, self.y)

    def terrain(self, layout: Layout) -> Terrain:
        """What else must keep off, once the figure is laid out."""
        ground, found = self.ground(layout), Terrain()
        for mark in (*self.marks, *self.axes.values()):
            mark.occupy(layout, ground, found)
            found.blocks += [layout.frame(child) for child in mark.children()]
        return found

    # Parts ---------------------------------------------------------------------------------------------------------

    def at(self, x: float, y: float) -> Anchor:
        """The point of the plot that stands for two numbers (bars stand at 0, 1, 2, ...)."""
        source = caller()
        x, y = number(x, "x", source), number(y, "y", source)
        return Anchor(self, None, lambda layout: self.ground(layout).at(x, y))

    def tick(self, way: Literal["x", "y"], value: float) -> Anchor:
        """The point of an axis that stands for a number."""
        axis, v = self.axes[way], number(value, "a tick", caller())
        return Anchor(self, None, lambda layout: axis.point(self.ground(layout), v))

    def span(self, way: Literal["x", "y"], low: float, high: float) -> Part:
        """The stretch of an axis between two numbers, with the tick labels beside it, as a place for braces."""
        source = caller()
        a, b = pair((low, high), f"a span of the {way} axis", source)
        axis = self.axes[way]

        def locate(layout: Layout) -> Rect:
            ground = self.ground(layout)
            ends = [axis.point(ground, v) for v in (a, b)]
            labels = [layout.frame(e) for e in axis.labels.values() if e is not None]
            line = axis.cross(ground)
            if way == "x":
                depth = max([line, *(r.bottom for r in labels)])
                return Rect(ends[0].x, line, ends[1].x - ends[0].x, depth - line)
            edge = min([line, *(r.x for r in labels)])
            return Rect(edge, ends[1].y, line - edge, ends[0].y - ends[1].y)

        return Part(self, locate)

    def bar(self, i: int) -> Part:
        """A bar, without its labels."""
        bars, (k,) = self._bars(slice(i, i + 1 if i != -1 else None))
        return Part(self, lambda layout: bars.bar(layout, self.ground(layout), k))

    def bars(self, i: int, j: int) -> Part:
        """The bars from `i` up to but without `j`, with the values over them and the labels under them."""
        bars, found = self._bars(slice(i, j))
        return Part(self, lambda layout: bars.hull(layout, self.ground(layout), found[0], found[-1] + 1))

    def _bars(self, wanted: slice) -> tuple[Bars, Sequence[int]]:
        source = caller()
        bars = next((m for m in self.marks if isinstance(m, Bars)), None)
        if bars is None:
            raise FigureError("this chart has no bars", fix="give it Bars(...)", source=source)
        found = range(len(bars.values))[wanted]
        if not found:
            raise FigureError(
                f"there are no bars {wanted.start}:{wanted.stop}",
                fix=f"there are {len(bars.values)} bars, 0 to {len(bars.values) - 1}",
                source=source,
            )
        return bars, found

    def curve_end(self, k: int = 0) -> Anchor:
        """The last point that is drawn of the `k`-th curve (in the order given)."""
        curves = [m for m in self.marks if isinstance(m, Curve)]
        if not -len(curves) <= k < len(curves):
            raise FigureError(f"there is no curve {k}", fix=f"this chart has {len(curves)} curves", source=caller())
        return curves[k].end

    def legend(self, *, title: Content | None = None, across: bool = False, framed: bool = True) -> Legend:
        """A legend of all marks that carry a `name`; put it beside the chart, or into it with `Inset`."""
        return Legend.of(*self.marks, title=title, across=across, framed=framed)
