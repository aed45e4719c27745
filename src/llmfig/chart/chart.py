"""The chart: marks on two scales, with room for all their labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from llmfig.errors import FigureError, Source, called, caller, check_index, check_number, counted, short
from llmfig.geometry import Rect, union
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.layout.place import Anchor, Part, Place
from llmfig.vocabulary import Stick

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

WIDE, TALL = 22.0, 14.0  # em
LARGEST = 150.0  # em: a plot that its labels would make larger than this has a mistake in it
ORIGIN = 6.0, 5.0  # how far the label of the origin keeps from the axes, px


class Chart(Element):
    r"""Data on two axes. A chart is an element like any other: it can stand in a row or a panel, and arrows can point
    into it.

    It finds its scales from the data, and grows where labels would collide. Containers align charts by the middle
    of their plots, so equally large plots line up whatever their labels.

    Args:
        *marks: what is drawn: `Axis`, `Bars`, `Curve`, `Area`, `Points`, `Guide`, `Band`, `ChartNote`. What lies on
            what goes by kind, then by order. An axis that is not given is not drawn.
        wide: the least width of the plot, in em of body text (22 by default).
        tall: the least height of the plot, in em of body text (14 by default).
        equal_units: whether one unit of x is as long as one unit of y; the plot is then as large as fits into
            `wide` x `tall`.
        origin: a label, such as `0`, at the corner where both axes begin.
        framed: whether the plot has a border.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: for a second axis of one direction, axes without a known range, and what is no mark.

    Example:
        ```python
        import math

        chart = Chart(
            Axis("x", title="$x$", range=(-6, 6), ticks=[-4, 0, 4]),
            Axis("y", title=r"$\sigma(x)$", at=0, ticks=[0.5, 1]),
            Curve(lambda x: 1 / (1 + math.exp(-x))),
            wide=16,
            tall=8,
        )
        steepest = Callout(tr("steepest here", "此处最陡"), to=chart.at(0, 0.5))
        Diagram(chart, Inset(steepest, over=chart, at="bottom right"))
        ```
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
        stick: Stick | None = None,
    ) -> None:
        super().__init__(stick=stick)
        for mark in marks:
            if not isinstance(mark, Mark):
                fix = "give it Axis, Bars, Curve, Area, Points, Guide, Band, ChartNote; all else goes into a Diagram"
                if isinstance(mark, list | tuple) and any(isinstance(m, Mark) for m in mark):
                    fix = "take off the brackets, or unpack the list with a star: Chart(*marks)"
                elif isinstance(mark, list | tuple):
                    fix = "numbers are drawn by Bars([...]), Curve((xs, ys)) or Points(xs, ys): Chart(Bars([3, 1, 2]))"
                raise FigureError(f"a chart cannot hold {called(mark)}", fix=fix, source=self.source)
            mark.join(self)
        for what, given in (("wide", wide), ("tall", tall)):
            if given is not None:
                check_number(what, given, self.source, least=1)
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
        """The point of the plot that stands for two numbers, for arrows and callouts.

        Args:
            x: on the x axis; bars stand at 0, 1, 2, ...
            y: on the y axis.

        Example:
            ```python
            loss = Chart(
                Axis("x", title=tr("step", "步数")),
                Axis("y", title=tr("loss", "损失")),
                Curve(([0, 1, 2, 3, 4], [4.0, 2.2, 1.4, 1.1, 1.0]), smooth=True),
                wide=12,
                tall=6,
            )
            plateau = Callout(tr("learning rate decays", "学习率衰减"), to=loss.at(3, 1.1))
            Diagram(loss, Inset(plateau, over=loss))
            ```
        """
        source = caller()
        x, y = number(x, "x", source), number(y, "y", source)
        self._check_on("x", x, source)
        self._check_on("y", y, source)
        return Anchor(self, None, lambda layout: self.ground(layout).at(x, y))

    def tick(self, way: Literal["x", "y"], value: float) -> Anchor:
        r"""The point of an axis that stands for a number, for arrows and callouts.

        Args:
            way: of which axis: `x` or `y`.
            value: the number.

        Example:
            ```python
            clip = Chart(
                Axis("x", title="$r_t$", range=(0, 2), ticks=[0, 1, 2]),
                Axis("y"),
                Curve(lambda r: min(r, 1.2)),
                wide=10,
                tall=4,
            )
            bound = Text(r"$1+\varepsilon$", role="loss")
            Diagram(Column(clip, Row(bound, stick="fill")), Arrow(bound, clip.tick("x", 1.2), role="loss"))
            ```
        """
        source = caller()
        axis, v = self._axis(way, source), number(value, "a tick", source)
        self._check_on(way, v, source)
        return Anchor(self, None, lambda layout: axis.point(self.ground(layout), v))

    def span(self, way: Literal["x", "y"], low: float, high: float) -> Part:
        """The stretch of an axis between two numbers, with the tick labels beside it, as a place for braces.

        Args:
            way: of which axis: `x` or `y`.
            low: the lower number.
            high: the higher number.

        Example:
            ```python
            warmup = Chart(
                Axis("x", title=tr("step", "步数"), range=(0, 10)),
                Axis("y", title=tr("learning rate", "学习率")),
                Curve(lambda t: min(t / 2, 1.2 - t / 10)),
                wide=12,
                tall=5,
            )
            Diagram(
                warmup, Brace(warmup.span("x", 0, 2), side="bottom", label=tr("warm-up", "预热"), size="small")
            )
            ```
        """
        source = caller()
        axis = self._axis(way, source)
        a, b = pair((low, high), f"a span of the {way} axis", source)
        for end in (a, b):
            self._check_on(way, end, source)

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
        """A bar as a place for arrows, braces and highlights, without its labels.

        Args:
            i: which, from 0; -1 is the last one.

        Raises:
            FigureError: when there is no such bar.

        Example:
            ```python
            probs = Chart(Bars([0.5, 0.3, 0.2], labels=["A", "B", "C"]), wide=10, tall=6)
            sampled = Callout(tr("sampled", "采样结果"), to=probs.bar(2).top)
            Diagram(probs, Inset(sampled, over=probs))
            ```
        """
        bars = self._bars(caller())
        k = check_index(i, len(bars.values), "bar")
        return Part(self, lambda layout: bars.bar(layout, self.ground(layout), k))

    def bars(self, i: int, j: int) -> Part:
        """Neighbouring bars as one place, with the values over them and the labels under them.

        Args:
            i: the first one, from 0.
            j: the one behind the last.

        Raises:
            FigureError: when there are no such bars.

        Example:
            ```python
            probs = Chart(
                Bars([0.4, 0.3, 0.15, 0.1, 0.05], labels=[*"ABCDE"], value_labels=True), wide=8, tall=5
            )
            Diagram(probs, Brace(probs.bars(0, 3), label="top-$k$, $k=3$", size="small"))
            ```
        """
        source = caller()
        bars = self._bars(source)
        count = len(bars.values)
        found = range(count)[i:j] if isinstance(i, int) and isinstance(j, int) else ()
        if not found:
            what, fix = (
                f"there are no bars {short(i)}:{short(j)}",
                f"{counted(count, 'bar')}; the last named is not in it",
            )
            raise FigureError(what, fix=fix, source=source)
        return Part(self, lambda layout: bars.hull(layout, self.ground(layout), found[0], found[-1] + 1))

    def _bars(self, source: Source) -> Bars:
        bars = next((m for m in self.marks if isinstance(m, Bars)), None)
        if bars is None:
            raise FigureError("this chart has no bars", fix="give it Bars(...)", source=source)
        return bars

    def _axis(self, way: str, source: Source) -> Axis:
        if way not in ("x", "y"):
            fix = "name the axis first, 'x' or 'y': chart.tick('x', 1), chart.span('x', 0, 1)"
            raise FigureError(f"there is no axis {short(way)}", fix=fix, source=source)
        return self.axes["x" if way == "x" else "y"]

    def _check_on(self, way: str, value: float, source: Source) -> None:
        """An error unless an axis holds a number."""
        scale = self.x if way == "x" else self.y
        if not scale.holds(value):
            what = f"{way} = {value:g} is outside of the chart, where {way} runs from {scale.low:g} to {scale.high:g}"
            raise FigureError(what, fix=f'name a point inside, or give Axis("{way}", range=(from, to))', source=source)

    def curve_end(self, k: int = 0) -> Anchor:
        """The last point that is drawn of a curve, for arrows and callouts.

        Args:
            k: which curve, in the order given, from 0.

        Raises:
            FigureError: when there is no such curve.

        Example:
            ```python
            reward = Chart(
                Axis("x", title=tr("step", "步数")),
                Axis("y", title=tr("reward", "奖励")),
                Curve(([0, 1, 2, 3], [0.1, 0.5, 0.7, 0.75])),
                wide=10,
                tall=6,
            )
            saved = Callout(tr("checkpoint", "检查点"), to=reward.curve_end())
            Diagram(reward, Inset(saved, over=reward, at="bottom"))
            ```
        """
        curves = [m for m in self.marks if isinstance(m, Curve)]
        if not curves:
            raise FigureError("this chart has no curves", fix="give it Curve(...)", source=caller())
        return curves[check_index(k, len(curves), "curve")].end

    def named_places(self, layout: Layout) -> Mapping[str, Place | Anchor]:
        found: dict[str, Place | Anchor] = {**super().named_places(layout)}
        for way, axis in self.axes.items():
            found |= {f'tick("{way}", {v:g})': self.tick(way, v) for v in axis.labels}
        bars = next((m for m in self.marks if isinstance(m, Bars)), None)
        found |= {f"bar({i})": self.bar(i) for i in range(len(bars.values) if bars else 0)}
        curves = [m for m in self.marks if isinstance(m, Curve)]
        return found | {f"curve_end({k})": curve.end for k, curve in enumerate(curves)}

    def legend(self, *, title: Content | None = None, across: bool = False, framed: bool = True) -> Legend:
        """A legend of all marks that carry a `name`; put it beside the chart, or into it with `Inset`.

        Args:
            title: a string, set bold, or an element.
            across: whether the entries stand side by side; by default one below the other.
            framed: whether it has a border.

        Example:
            ```python
            steps, training, validation = [0, 1, 2, 3], [3.0, 1.8, 1.3, 1.1], [3.2, 2.3, 1.9, 1.8]
            losses = Chart(
                Axis("x", title=tr("step", "步数")),
                Axis("y", title=tr("loss", "损失"), range=(0, 3.5)),
                Curve((steps, training), name=tr("training", "训练")),
                Curve((steps, validation), role="loss", style="dashed", name=tr("validation", "验证")),
                wide=10,
                tall=6,
            )
            Row(losses, losses.legend())
            ```
        """
        return Legend.of(*self.marks, title=title, across=across, framed=framed)
