"""Axes: line, arrowhead, ticks, tick labels and title."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from llmfig.chart.mark import Mark, as_label, one_of
from llmfig.chart.numbers import Values, decimals, number, numbers, pair, plain_number, written
from llmfig.chart.scale import Ground, Scale
from llmfig.chart.terrain import Terrain
from llmfig.elements.text import Vertical
from llmfig.errors import FigureError, choices
from llmfig.geometry import Path, Point, Rect, Segment, polyline, union
from llmfig.layout.element import Content, Element
from llmfig.scene.model import Item, Paint, Shape

if TYPE_CHECKING:
    from llmfig.chart.chart import Chart
    from llmfig.layout.engine import Layout

OVER = 22.0  # how far an axis with an arrowhead runs on beyond the plot area, px
TICK = 5.0  # length of a tick, px
LABEL_GAP = 4.0  # between a tick and its label, px
TITLE_GAP = 8.0  # between an axis and its title, px
LABEL_AIR = {"x": 9.0, "y": 2.0}  # between neighbouring tick labels, px
TITLES = {"x": ("end", "middle", "above", "below"), "y": ("end", "middle", "left", "right")}


class Axis(Mark):
    """An axis of a `Chart`.

    Args:
        way: `x` or `y`.
        title: a string or an element.
        title_at: where the title stands: `end` (beyond the arrowhead), `middle` (along the axis, outside of the
            tick labels), beside the arrowhead `above` or `below` an x axis, or `left` or `right` of a y axis.
        ticks: the numbers that are marked: a list, a mapping from numbers to labels (`None` for a tick alone), or
            `auto` for round numbers; by default none are.
        fmt: how the numbers of a list are written, a format such as `.1f`.
        range: the lowest and the highest number; by default what the data need.
        at: where this axis crosses the other one, as a number there; by default at its low end (for bars at zero).
        arrow: whether it ends in an arrowhead.
        line: whether the line is drawn.
        grid: whether lines cross the plot at the ticks; `dashed` for dashed ones.
        scale: `linear` or `log`.

    Raises:
        FigureError: for ticks outside of the range, an empty range, and a logarithmic axis that reaches zero.

    Example:
        ```python
        Chart(
            Axis(
                "x",
                title=tr("parameters", "参数量"),
                range=(1e8, 1e10),
                ticks={1e8: "100M", 1e9: "1B", 1e10: "10B"},
                scale="log",
            ),
            Axis("y", title=tr("loss", "损失"), ticks=[2, 3, 4], grid="dashed", range=(2, 4)),
            Curve(lambda n: 1.7 + 40 * n**-0.16),
            wide=12,
            tall=6,
        )
        ```
    """

    kind = "axis"
    layer = 40
    rank = 20

    def __init__(
        self,
        way: Literal["x", "y"],
        *,
        title: Content | None = None,
        title_at: Literal["end", "middle", "left", "right", "above", "below"] = "end",
        ticks: Mapping[float, Content | None] | Values | Literal["auto"] | None = None,
        fmt: str | None = None,
        range: tuple[float, float] | None = None,
        at: float | None = None,
        arrow: bool = True,
        line: bool = True,
        grid: bool | Literal["dashed"] = False,
        scale: Literal["linear", "log"] = "linear",
    ) -> None:
        super().__init__()
        if way not in ("x", "y"):
            raise FigureError(f"there is no {way!r} axis", fix=choices(way, ("x", "y"), "axes"), source=self.source)
        one_of(title_at, TITLES[way], "title_at", f"the {way} axis", self.source)
        one_of(scale, ("linear", "log"), "scale", "an axis", self.source)
        self.way, self.title_at, self.fmt, self.arrow, self.line, self.grid = way, title_at, fmt, arrow, line, grid
        self.log = scale == "log"
        self.range = None if range is None else pair(range, "range", self.source)
        self.at = None if at is None else number(at, "at", self.source)
        if way == "y" and title_at == "middle" and isinstance(title, str):
            title = Vertical(title)
        self.title = as_label(title, "the title of an axis", "body", None)
        self._wanted = ticks
        self.labels: dict[float, Element | None] = {}

    def bind(self, scale: Scale) -> None:
        """Take over the range that the chart found, and make the tick labels."""
        wanted = self._wanted
        if wanted is None:
            return
        values: Sequence[float]
        texts: Sequence[Content | None]
        if isinstance(wanted, str):
            one_of(wanted, ("auto",), "ticks", "an axis", self.source)
            values = scale.ticks()
            places = None if self.log or len(values) < 2 else decimals(values[1] - values[0])
            texts = [plain_number(v, places) for v in values]
        elif isinstance(wanted, Mapping):
            values, texts = list(wanted.keys()), list(wanted.values())
        else:
            values = numbers(wanted, "ticks", self.source)
            texts = [written(v, self.fmt or "g", self.source) for v in values]
        for value, text in zip(values, texts, strict=True):
            v = number(value, f"a tick of the {self.way} axis", self.source)
            if not scale.holds(v):
                raise FigureError(
                    f"the tick {v:g} is outside of the {self.way} axis, from {scale.low:g} to {scale.high:g}",
                    fix=f"give the axis range=({min(v, scale.low):g}, {max(v, scale.high):g}), or leave the tick out",
                    source=self.source,
                )
            self.labels[v] = as_label(text, "a tick label", "small", None)

    def children(self) -> Sequence[Element]:
        found = [e for e in self.labels.values() if e is not None]
        return [*found, self.title] if self.title else found

    # Geometry ------------------------------------------------------------------------------------------------------

    def cross(self, ground: Ground) -> float:
        """Where the line runs: its y (px) for the x axis, its x for the y axis."""
        if self.way == "x":
            return ground.plot.bottom if self.at is None else ground.py(self.at)
        return ground.plot.x if self.at is None else ground.px(self.at)

    def point(self, ground: Ground, value: float) -> Point:
        """The point of the axis that stands for a number."""
        c = self.cross(ground)
        return Point(ground.px(value), c) if self.way == "x" else Point(c, ground.py(value))

    def ends(self, ground: Ground) -> tuple[Point, Point]:
        """Foot and tip."""
        c, over, r = self.cross(ground), OVER if self.arrow else 0.0, ground.plot
        if self.way == "x":
            return Point(r.x, c), Point(r.right + over, c)
        return Point(c, r.bottom), Point(c, r.y - over)

    def _inside(self, ground: Ground) -> bool:
        """Whether the axis runs through the plot, not along its edge."""
        c, r = self.cross(ground), ground.plot
        return r.y + 1 < c < r.bottom - 1 if self.way == "x" else r.x + 1 < c < r.right - 1

    def room(self, layout: Layout, chart: Chart) -> tuple[float, float]:
        scale = chart.x if self.way == "x" else chart.y
        spots = []
        for value, label in sorted(self.labels.items()):
            if label is not None:
                size = layout.measure(label)
                spots.append((scale.fraction(value), size.w if self.way == "x" else size.h))
        need = 0.0
        for (f, a), (g, b) in itertools.pairwise(spots):
            need = max(need, ((a + b) / 2 + LABEL_AIR[self.way]) / (g - f))
        return (need, 0.0) if self.way == "x" else (0.0, need)

    def occupy(self, layout: Layout, ground: Ground, terrain: Terrain) -> None:
        if self.line:
            foot, tip = self.ends(ground)
            terrain.draw([[foot, tip]], layout.theme.stroke("normal"))
            if self.arrow:
                half = layout.theme.arrowhead.width / 2
                terrain.blocks.append(union([Rect(tip.x, tip.y, 0, 0), self._head(layout, ground)]).grown(half, half))

    def _head(self, layout: Layout, ground: Ground) -> Rect:
        """The spot where the arrowhead begins."""
        _, tip = self.ends(ground)
        length = layout.theme.arrowhead.length
        back = tip.shifted(-length, 0) if self.way == "x" else tip.shifted(0, length)
        return Rect(back.x, back.y, 0, 0)

    # Labels --------------------------------------------------------------------------------------------------------

    def seat(self, layout: Layout, ground: Ground, terrain: Terrain) -> dict[Element, Rect]:
        seats: dict[Element, Rect] = {}
        for value, label in self.labels.items():
            if label is None:
                continue
            size = layout.measure(label)
            spots = self._spots(self.point(ground, value), size.w, size.h, ground)
            seats[label] = terrain.pick(spots) if self._inside(ground) else next(spots)
        if self.title:
            seats[self.title] = self._title_spot(layout, ground, terrain, list(seats.values()))
        return seats

    def _spots(self, p: Point, w: float, h: float, ground: Ground) -> Iterator[Rect]:
        """Where a tick label may sit, the best place first."""
        d = TICK + LABEL_GAP
        if self.way == "x":
            below = p.y + d
            yield Rect(p.x - w / 2, below, w, h)
            yield Rect(p.x - w - LABEL_GAP, below - TICK, w, h)
            yield Rect(p.x + LABEL_GAP, below - TICK, w, h)
            yield Rect(p.x - w / 2, p.y - d - h, w, h)
        else:
            yield Rect(p.x - d - w, p.y - h / 2, w, h)
            yield Rect(p.x + d, p.y - h / 2, w, h)
            yield Rect(p.x - d - w, p.y - h - LABEL_GAP, w, h)
            yield Rect(p.x + d, p.y - h - LABEL_GAP, w, h)

    def _title_spot(self, layout: Layout, ground: Ground, terrain: Terrain, labels: list[Rect]) -> Rect:
        assert self.title is not None
        s, (_, tip), r = layout.measure(self.title), self.ends(ground), ground.plot
        c, head = self.cross(ground), layout.theme.arrowhead
        mid = head.length / 2 if self.arrow else 0.0
        if self.way == "x":
            low = max([c, *(b.bottom for b in [*terrain.blocks, *labels] if b.y >= c - 1 and b.w > 0)])
            spots = {
                "middle": (r.cx - s.w / 2, low + TITLE_GAP),
                "below": (tip.x - s.w, low + TITLE_GAP / 2),
                "above": (tip.x - s.w, c - head.width / 2 - TITLE_GAP - s.h),
                "end": (tip.x + TITLE_GAP, c - s.ay),
            }
        else:
            left = min([c, *(b.x for b in labels if b.right <= c)])
            # Beside the tip, but never lower than the plot's top edge, where curves and labels begin.
            y = min(tip.y + mid - s.ay, r.y - s.h)
            spots = {
                "middle": (left - TITLE_GAP - s.w, r.cy - s.h / 2),
                "left": (c - head.width / 2 - TITLE_GAP - s.w, y),
                "right": (c + head.width / 2 + TITLE_GAP, y),
                "end": (c - s.w / 2, tip.y - TITLE_GAP * 0.75 - s.h),
            }
        return Rect(*spots[self.title_at], s.w, s.h)

    # Drawing -------------------------------------------------------------------------------------------------------

    def extent(self, layout: Layout, ground: Ground) -> Rect:
        foot, tip = self.ends(ground)
        return union([Rect(p.x, p.y, 0, 0) for p in (foot, tip)])

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        ground, theme = self.ground(layout), layout.theme
        foot, tip = self.ends(ground)
        width, color = theme.stroke("normal"), theme.line
        items: list[Item] = []
        marks: list[Segment] = []
        for value in self.labels:
            p = self.point(ground, value)
            q = p.shifted(0, TICK) if self.way == "x" else p.shifted(-TICK, 0)
            marks += polyline([p, q]).segments
        if marks and self.line:
            items.append(Shape(Path(tuple(marks)), Paint(stroke=color, width=theme.stroke("thin"))))
        if not self.line:
            return items
        length, half = theme.arrowhead.length * 1.1, theme.arrowhead.width * 1.1 / 2
        if self.way == "x":
            head = [tip, tip.shifted(-length, half), tip.shifted(-length * 0.82, 0), tip.shifted(-length, -half)]
            start, end = foot.shifted(-width / 2, 0), tip.shifted(-length * 0.8, 0)
        else:
            head = [tip, tip.shifted(half, length), tip.shifted(0, length * 0.82), tip.shifted(-half, length)]
            start, end = foot.shifted(0, width / 2), tip.shifted(0, length * 0.8)
        items.append(Shape(polyline([start, end if self.arrow else tip]), Paint(stroke=color, width=width)))
        if self.arrow:
            items.append(Shape(polyline(head, closed=True), Paint(fill=color)))
        return items
