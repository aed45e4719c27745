"""Curves and the areas under and between them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from llmfig.chart.mark import LINE_STYLES, Mark, Reach, as_label, one_of
from llmfig.chart.numbers import Function, Number, number
from llmfig.chart.paths import Polyline, beside, clip_area, clip_line, hatching
from llmfig.chart.scale import Ground, Scale
from llmfig.chart.series import Data, Series
from llmfig.chart.swatch import TONES, Look, hatch_paint, line_items, stroke_width, tube_items
from llmfig.chart.terrain import SIDES, Terrain, beside_point
from llmfig.connect.link import along
from llmfig.elements.hatch import SPACING
from llmfig.errors import FigureError
from llmfig.geometry import Point, Rect, polyline, union
from llmfig.layout.element import Content, Element
from llmfig.layout.place import Anchor
from llmfig.scene.model import Item, Paint, Shape
from llmfig.vocabulary import CurveStyle, PointSide, RoleName, Stroke, Tone

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

LANE = 1.2  # between the edges of curves that run beside each other, px
LABEL_GAP = 7.0  # between a curve and its label, px
GAPS = (1.0, 1.6, 2.4)  # how far, in gaps, a label may move off where it would touch
STEP = 14.0  # px along the curve from one place for its label to the next
TRIES = 12
SEE_THROUGH = 0.55


class Curve(Mark):
    r"""A line through data, or the graph of a function; what lies outside of the plot is cut off.

    Args:
        data: a function of x, or two lists `(xs, ys)` with rising xs.
        role: its colour is one of this role.
        style: `solid`, `dashed`, `dotted`, `dash-dot`, `double`, or `tube`: a broad band with edges, inside of
            which other curves can run.
        stroke: its width: `hair`, `thin`, `normal`, `thick` or `heavy`.
        tone: which colour of the role it has: `ink` (the strong one), `edge` (that of borders) or `fill` (for broad
            bands).
        domain: where a function is drawn, from and to; by default over the whole x axis.
        smooth: whether a smooth curve runs through the points of lists, instead of straight lines.
        beside: the lane of a curve that coincides with others: 1 runs just above, -1 just below, so that all of
            them can be seen.
        label: its name, a string or an element, kept off all lines.
        label_at: where on the curve the label stands: `end`, `start`, or a number of the x axis.
        label_side: where it stands, seen from there: `above`, `below right`, ...; by default where there is room.
        name: what a legend calls it.

    Raises:
        FigureError: for numbers that are not finite, lists of different length, and functions that cannot be
            computed.

    Example:
        ```python
        Chart(
            Axis(
                "x", title="$r_t$", range=(0, 2), ticks={0.8: r"$1-\varepsilon$", 1.2: r"$1+\varepsilon$"}
            ),
            Axis("y", range=(0, 2)),
            Curve(lambda r: r, style="dashed", role="note", label="$r_t$"),
            Curve(lambda r: min(max(r, 0.8), 1.2), role="loss", label=r"$\mathrm{clip}(r_t)$"),
            wide=12,
            tall=8,
        )
        ```
    """

    kind = "curve"
    layer = 50
    rank = 40

    def __init__(
        self,
        data: Data,
        *,
        role: RoleName = "model",
        style: CurveStyle = "solid",
        stroke: Stroke = "thick",
        tone: Tone = "ink",
        domain: tuple[float, float] | None = None,
        smooth: bool = False,
        beside: float = 0.0,
        label: Content | None = None,
        label_at: Literal["end", "start"] | float = "end",
        label_side: PointSide | None = None,
        name: str | None = None,
    ) -> None:
        super().__init__(name=name)
        one_of(style, LINE_STYLES, "style", "a curve", self.source)
        one_of(tone, TONES, "tone", "a curve", self.source)
        one_of(label_side, tuple(SIDES), "label_side", "a curve", self.source)
        if isinstance(label_at, str):
            one_of(label_at, ("end", "start"), "label_at", "a curve", self.source)
        else:
            label_at = number(label_at, "label_at", self.source)
        self.series = Series(data, domain=domain, smooth=smooth, source=self.source)
        self.look = Look(role, line=style, stroke=stroke, tone=tone)
        self.lane = number(beside, "beside", self.source)
        self.label = as_label(label, "the label of a curve", "body", role)
        self.label_at, self.label_side = label_at, label_side

    def children(self) -> Sequence[Element]:
        return [self.label] if self.label else []

    def at(self, x: float) -> Anchor:
        r"""The point of the curve over a number of the x axis, for arrows and callouts.

        Args:
            x: the number.

        Example:
            ```python
            decay = Curve(lambda t: 0.9**t, domain=(0, 10))
            chart = Chart(
                Axis("x", title="$t$"), Axis("y", title="$\\gamma^t$", range=(0, 1)), decay, wide=10, tall=6
            )
            Diagram(chart, Inset(Callout(r"$\gamma^5 \approx 0.59$", to=decay.at(5)), over=chart))
            ```
        """
        x = number(x, "x", self.source)
        return Anchor(self.chart, None, lambda layout: self.ground(layout).at(x, self.series(x)))

    @property
    def end(self) -> Anchor:
        """The last point that is drawn, for arrows and callouts.

        Example:
            ```python
            reward = Curve(([0, 1, 2, 3], [0.1, 0.5, 0.7, 0.75]), smooth=True)
            chart = Chart(
                Axis("x", title=tr("step", "步数")),
                Axis("y", title=tr("reward", "奖励")),
                reward,
                wide=9,
                tall=6,
            )
            Diagram(
                chart, Inset(Callout(tr("stop here", "在此停止"), to=reward.end), over=chart, at="bottom right")
            )
            ```
        """
        return Anchor(self.chart, None, lambda layout: self.lines(layout, self.ground(layout))[-1][-1])

    def reach_x(self) -> Reach | None:
        return self.series.reach_x()

    def reach_y(self, x: Scale) -> Reach:
        return self.series.reach_y(x)

    def lines(self, layout: Layout, ground: Ground) -> list[Polyline]:
        """What is drawn, px."""
        line = self.series.line(ground)
        if self.lane:
            width = layout.theme.stroke(self.look.stroke, self.source)
            line = beside(line, self.lane * (width + LANE))
        found = clip_line(line, ground.plot.grown(0.01))
        if not found:
            raise FigureError(
                "the curve lies wholly outside of the plot", fix="give the y axis another range", source=self.source
            )
        return found

    def occupy(self, layout: Layout, ground: Ground, terrain: Terrain) -> None:
        layout.theme.role(self.look.role, self.source)
        terrain.draw(self.lines(layout, ground), stroke_width(layout.theme, self.look))

    def seat(self, layout: Layout, ground: Ground, terrain: Terrain) -> dict[Element, Rect]:
        if self.label is None:
            return {}
        s = layout.measure(self.label)
        return {self.label: terrain.pick(self._spots(layout, ground, s.w, s.h))}

    def _spots(self, layout: Layout, ground: Ground, w: float, h: float) -> Iterator[Rect]:
        """Places for the label: first where the author wants it, then further along the curve."""
        line, at = _from(self.lines(layout, ground), self.label_at, ground)
        gap = LABEL_GAP + stroke_width(layout.theme, self.look) / 2
        length = sum(a.distance(b) for a, b in itertools.pairwise(line))
        sides: Sequence[PointSide] = [self.label_side] if self.label_side else []
        for i in range(TRIES):
            for sign in (1, -1) if i and isinstance(self.label_at, float) else (1,):
                t = at + sign * i * STEP
                if not 0 <= t <= length:
                    continue
                p = along(line, t / length if length else 0.0)
                order = sides or _sides(self.label_at, first=i == 0)
                for k in GAPS:
                    spots = [beside_point(p, w, h, side, k * gap) for side in order]
                    yield from (r for r in spots if sides or allowed(r, ground.plot))
        if not sides:
            yield beside_point(line[0], w, h, "right", gap)

    def extent(self, layout: Layout, ground: Ground) -> Rect:
        return union(polyline(line).bounds() for line in self.lines(layout, ground))

    def looks(self) -> Mapping[str, Look]:
        """The name for a legend, with how it looks."""
        return {self.name: self.look} if isinstance(self.name, str) else {}

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        ground = self.ground(layout)
        if self.look.line == "tube":
            return tube_items(layout.theme, self.series.line(ground), self.look, ground.plot)
        return line_items(layout.theme, self.lines(layout, ground), self.look)

    def role_name(self) -> str | None:
        return self.look.role


def allowed(r: Rect, plot: Rect) -> bool:
    """Whether a label may stand there: not outside on the left or below, where the labels of the axes are."""
    return r.x >= plot.x and r.bottom <= plot.bottom


def _from(lines: Sequence[Polyline], at: str | float, ground: Ground) -> tuple[Polyline, float]:
    """The piece of the curve that a label belongs to, run from where it should stand, and how far along that is."""
    if at == "end":
        return list(reversed(lines[-1])), 0.0
    if isinstance(at, str):
        return lines[0], 0.0
    x = ground.px(at)
    line = min(lines, key=lambda piece: min(abs(p.x - x) for p in piece))
    done = 0.0
    for a, b in itertools.pairwise(line):
        if a.x <= x <= b.x:
            t = (x - a.x) / (b.x - a.x) if b.x > a.x else 0.0
            return line, done + t * a.distance(b)
        done += a.distance(b)
    return line, done


def _sides(at: str | float, *, first: bool) -> Sequence[PointSide]:
    """The sides of a curve that its label tries, the best first."""
    if at == "end" and first:
        return ("right", "above right", "below right", "above", "below", "above left", "below left")
    if at == "end":
        return ("above left", "above", "below", "below right", "above right", "below left")
    return ("above", "above right", "above left", "below", "below right", "below left", "right", "left")


class Area(Mark):
    """A filled area of a `Chart`: under a curve, or between two.

    Args:
        data: the upper edge: a function of x, or two lists `(xs, ys)` with rising xs.
        baseline: the lower edge: a number or a function of x.
        role: its fill is that of this role.
        hatched: whether it is filled with rising lines.
        see_through: whether what lies below shines through.
        domain: where a function is filled, from and to; by default over the whole x axis.
        smooth: whether a smooth edge runs through the points of lists, instead of straight lines.
        name: what a legend calls it.

    Raises:
        FigureError: for data that cannot be drawn, as for `Curve`.

    Example:
        ```python
        import math


        def bell(x):
            return math.exp(-(x**2) / 2)


        tail = Area(bell, domain=(1, 3), role="loss", hatched=True)
        Chart(
            Axis("x", title="$x$", range=(-3, 3), ticks=[0, 1]),
            tail,
            Curve(bell, label="$p(x)$", label_at=-1),
            wide=12,
            tall=5,
        )
        ```
    """

    kind = "area"
    layer = 10

    def __init__(
        self,
        data: Data,
        *,
        baseline: Number | Function = 0.0,
        role: RoleName = "data",
        hatched: bool = False,
        see_through: bool = False,
        domain: tuple[float, float] | None = None,
        smooth: bool = False,
        name: str | None = None,
    ) -> None:
        super().__init__(name=name)
        self.series = Series(data, domain=domain, smooth=smooth, source=self.source)
        if callable(baseline):
            lower: Function = baseline
        else:
            level = number(baseline, "baseline", self.source)
            lower = lambda _: level  # noqa: E731
        self.lower = Series(lower, domain=self.series.domain, smooth=False, source=self.source)
        self.look, self.see_through = Look(role, hatched=hatched), see_through

    def reach_x(self) -> Reach | None:
        return self.series.reach_x()

    def reach_y(self, x: Scale) -> Reach:
        a, b = self.series.reach_y(x), self.lower.reach_y(x)
        return min(a[0], b[0]), max(a[1], b[1])

    def outline_of(self, ground: Ground) -> Sequence[Point]:
        """The polygon, cut at the plot's edges."""
        found = clip_area([*self.series.line(ground), *reversed(self.lower.line(ground))], ground.plot)
        if not found:
            raise FigureError(
                "the area lies wholly outside of the plot", fix="give the axes other ranges", source=self.source
            )
        return found

    def extent(self, layout: Layout, ground: Ground) -> Rect:
        return polyline(self.outline_of(ground)).bounds()

    def looks(self) -> Mapping[str, Look]:
        """The name for a legend, with how it looks."""
        return {self.name: self.look} if isinstance(self.name, str) else {}

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        area, role = self.outline_of(self.ground(layout)), layout.theme.role(self.look.role, self.source)
        opacity = SEE_THROUGH if self.see_through else 1.0
        items: list[Item] = [Shape(polyline(area, closed=True), Paint(fill=role.fill, opacity=opacity))]
        if self.look.hatched:
            items.append(Shape(hatching(area, SPACING), hatch_paint(layout.theme, role)))
        return items

    def role_name(self) -> str | None:
        return self.look.role
