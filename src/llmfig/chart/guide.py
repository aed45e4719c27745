"""Bands, cut lines and read-off lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, get_args

from llmfig.chart.mark import Mark, Reach, as_label, one_of
from llmfig.chart.numbers import Number, number, numbers, pair
from llmfig.chart.paths import Polyline
from llmfig.chart.scale import Ground, Scale
from llmfig.chart.swatch import Look, line_items
from llmfig.chart.terrain import Terrain
from llmfig.errors import FigureError
from llmfig.geometry import Point, Rect, union
from llmfig.layout.element import Content, Element
from llmfig.scene.model import Box, Item, Paint
from llmfig.vocabulary import GuideStyle, LabelSide, RoleName, Stroke

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

GAP = 6.0  # between a line and its label, px
STEP = 10.0  # px along a line from one place for its label to the next


class Band(Mark):
    """A tinted strip across the plot of a `Chart`.

    Args:
        x: from where to where along the x axis; the strip is upright.
        y: or along the y axis; the strip is level.
        role: its fill is that of this role.
        label: its name, a string or an element, inside at the upper (right) end.
        name: what a legend calls it.

    Raises:
        FigureError: unless just one of `x` and `y` is given.

    Example:
        ```python
        Chart(
            Axis("x", title="$r_t$", range=(0, 2), ticks=[0.8, 1.2]),
            Axis("y", range=(0, 2)),
            Band(x=(0.8, 1.2), label=tr("trusted", "可信")),
            Curve(lambda r: r),
            wide=12,
            tall=6,
        )
        ```
    """

    kind = "band"
    layer = 5
    rank = 38

    def __init__(
        self,
        *,
        x: tuple[float, float] | None = None,
        y: tuple[float, float] | None = None,
        role: RoleName = "output",
        label: Content | None = None,
        name: str | None = None,
    ) -> None:
        super().__init__(name=name)
        if (x is None) == (y is None):
            raise FigureError(
                "a band runs along one axis", fix="write Band(x=(from, to)) or Band(y=(from, to))", source=self.source
            )
        self.x = None if x is None else pair(x, "x", self.source)
        self.y = None if y is None else pair(y, "y", self.source)
        self.look = Look(role)
        self.label = as_label(label, "the label of a band", "small", role)

    def children(self) -> Sequence[Element]:
        return [self.label] if self.label else []

    def reach_x(self) -> Reach | None:
        return self.x

    def reach_y(self, _x: Scale) -> Reach | None:
        return self.y

    def extent(self, layout: Layout, ground: Ground) -> Rect:
        r = ground.plot
        if self.x is not None:
            a, b = (min(max(ground.px(v), r.x), r.right) for v in self.x)
            return Rect(a, r.y, b - a, r.h)
        assert self.y is not None
        a, b = (min(max(ground.py(v), r.y), r.bottom) for v in self.y)
        return Rect(r.x, b, r.w, a - b)

    def seat(self, layout: Layout, ground: Ground, terrain: Terrain) -> dict[Element, Rect]:
        if self.label is None:
            return {}
        s, strip = layout.measure(self.label), self.extent(layout, ground)
        if self.x is not None:
            return {self.label: terrain.pick(_down(strip, strip.cx - s.w / 2, s.w, s.h))}
        return {self.label: terrain.pick(_across(strip, strip.cy - s.h / 2, s.w, s.h))}

    def looks(self) -> Mapping[str, Look]:
        """The name for a legend, with how it looks."""
        return {self.name: self.look} if isinstance(self.name, str) else {}

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        role = layout.theme.role(self.look.role, self.source)
        return [Box(self.extent(layout, self.ground(layout)), Paint(fill=role.fill))]

    def role_name(self) -> str | None:
        return self.look.role


def _down(r: Rect, x: float, w: float, h: float) -> Iterator[Rect]:
    """Places from the top of a rectangle downwards."""
    y = r.y + GAP
    yield Rect(x, y, w, h)
    while y + STEP + h < r.bottom:
        y += STEP
        yield Rect(x, y, w, h)


def _across(r: Rect, y: float, w: float, h: float) -> Iterator[Rect]:
    """Places from the right end of a rectangle to the left."""
    x = r.right - GAP - w
    yield Rect(x, y, w, h)
    while x - STEP > r.x:
        x -= STEP
        yield Rect(x, y, w, h)


class Guide(Mark):
    """A thin line in a `Chart` that leads the eye: a cut, a level, or the two read-off lines of a point.

    Args:
        x: an upright line at this number of the x axis.
        y: or a level line at this number of the y axis.
        to: or the lines from this point to both axes.
        since: where the line begins, as a number of the other axis; by default it crosses the plot from the axis
            on.
        until: where the line ends, as a number of the other axis.
        style: `solid`, `dashed`, `dotted` or `dash-dot`.
        role: line and label are in the strong colour of this role.
        stroke: its width: `hair`, `thin`, `normal`, `thick` or `heavy`.
        label: a string or an element beside the line, where there is room.
        label_side: where the label stands: `left` or `right` of an upright line, `above` or `below` a level one.
        label_at: where along the line the label stands, as a number of the other axis; by default near its upper
            (right) end.
        name: what a legend calls it.

    Raises:
        FigureError: unless just one of `x`, `y` and `to` is given.

    Example:
        ```python
        Chart(
            Axis("x", range=(-0.6, 4.6)),
            Axis("y", title=tr("probability", "概率")),
            Bars([0.4, 0.3, 0.15, 0.1, 0.05], role=lambda i: "data" if i < 2 else "muted", gap="s"),
            Guide(x=1.5, label="top-$k$, $k=2$", role="loss", stroke="normal"),
            wide=12,
            tall=6,
        )
        ```
    """

    kind = "guide"
    layer = 15
    rank = 30

    def __init__(
        self,
        *,
        x: Number | None = None,
        y: Number | None = None,
        to: tuple[Number, Number] | None = None,
        since: Number | None = None,
        until: Number | None = None,
        style: GuideStyle = "dashed",
        role: RoleName = "note",
        stroke: Stroke = "hair",
        label: Content | None = None,
        label_side: LabelSide | None = None,
        label_at: Number | None = None,
        name: str | None = None,
    ) -> None:
        super().__init__(name=name)
        if sum(v is not None for v in (x, y, to)) != 1:
            raise FigureError(
                "a guide needs one of x, y and to",
                fix="write Guide(x=...), Guide(y=...) or Guide(to=(x, y))",
                source=self.source,
            )
        one_of(style, get_args(GuideStyle), "style", "a guide", self.source)
        sides = ("left", "right") if x is not None else ("above", "below")
        one_of(label_side, sides, "label_side", "this guide", self.source)
        point = numbers(to, "to", self.source) if to is not None else None
        if point is not None and (len(point) != 2 or any(v is not None for v in (label, since, until))):
            raise FigureError(
                "Guide(to=...) takes a point and no more", fix="write Guide(to=(x, y)); label it with a ChartNote",
                source=self.source,
            )  # fmt: skip
        self.x = None if x is None else number(x, "x", self.source)
        self.y = None if y is None else number(y, "y", self.source)
        self.to = None if point is None else (point[0], point[1])
        self.since = None if since is None else number(since, "since", self.source)
        self.until = None if until is None else number(until, "until", self.source)
        self.look = Look(role, line=style, stroke=stroke)
        self.label = as_label(label, "the label of a guide", "small", role)
        self.label_side = label_side or sides[-1 if x is not None else 0]
        self.label_at = None if label_at is None else number(label_at, "label_at", self.source)

    def children(self) -> Sequence[Element]:
        return [self.label] if self.label else []

    def reach_x(self) -> Reach | None:
        v = self.x if self.to is None else self.to[0]
        return None if v is None else (v, v)

    def reach_y(self, _x: Scale) -> Reach | None:
        v = self.y if self.to is None else self.to[1]
        return None if v is None else (v, v)

    def lines(self, ground: Ground) -> list[Polyline]:
        """What is drawn, px."""
        r, axes = ground.plot, self.chart.axes
        if self.to is not None:
            p = ground.at(*self.to)
            foot, side = axes["x"].point(ground, self.to[0]), axes["y"].point(ground, self.to[1])
            return [[foot, p], [side, p]]
        if self.x is not None:
            foot = axes["x"].point(ground, self.x)
            start = foot if self.since is None else Point(foot.x, ground.py(self.since))
            return [[start, Point(foot.x, r.y if self.until is None else ground.py(self.until))]]
        assert self.y is not None
        side = axes["y"].point(ground, self.y)
        begin = r.x if self.since is None and self.until is None else side.x
        begin = begin if self.since is None else ground.px(self.since)
        return [[Point(begin, side.y), Point(r.right if self.until is None else ground.px(self.until), side.y)]]

    def occupy(self, layout: Layout, ground: Ground, terrain: Terrain) -> None:
        layout.theme.role(self.look.role, self.source)
        terrain.draw(self.lines(ground), layout.theme.stroke(self.look.stroke, self.source))

    def seat(self, layout: Layout, ground: Ground, terrain: Terrain) -> dict[Element, Rect]:
        if self.label is None:
            return {}
        s, strip = layout.measure(self.label), self.extent(layout, ground)
        if self.label_at is not None and self.x is not None:
            y = ground.py(self.label_at) - s.h / 2 - GAP
            strip = Rect(strip.x, y, strip.w, strip.bottom - y)
        elif self.label_at is not None:
            strip = Rect(strip.x, strip.y, ground.px(self.label_at) + s.w / 2 + GAP - strip.x, strip.h)
        match self.label_side:
            case "right":
                spots = _down(strip, strip.x + GAP, s.w, s.h)
            case "left":
                spots = _down(strip, strip.x - GAP - s.w, s.w, s.h)
            case "above":
                spots = _across(strip, strip.y - GAP / 2 - s.h, s.w, s.h)
            case _:
                spots = _across(strip, strip.y + GAP / 2, s.w, s.h)
        return {self.label: terrain.pick(spots)}

    def extent(self, layout: Layout, ground: Ground) -> Rect:
        return union(Rect(p.x, p.y, 0, 0) for line in self.lines(ground) for p in line)

    def looks(self) -> Mapping[str, Look]:
        """The name for a legend, with how it looks."""
        return {self.name: self.look} if isinstance(self.name, str) else {}

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        return line_items(layout.theme, self.lines(self.ground(layout)), self.look)

    def role_name(self) -> str | None:
        return self.look.role
