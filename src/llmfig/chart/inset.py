"""Things that stand in the free area of a chart's plot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from llmfig.chart.chart import Chart
from llmfig.chart.mark import one_of
from llmfig.elements.adorn import Adornment
from llmfig.elements.diagram import Diagram
from llmfig.errors import FigureError
from llmfig.geometry import Rect
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.vocabulary import Gap, PlotSpot

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

SPOTS: dict[PlotSpot, tuple[float, float]] = {
    "top left": (0, 0), "top": (0.5, 0), "top right": (1, 0),
    "left": (0, 0.5), "center": (0.5, 0.5), "right": (1, 0.5),
    "bottom left": (0, 1), "bottom": (0.5, 1), "bottom right": (1, 1),
}  # fmt: skip
GRAIN = 6.0  # px between places that are tried


class Inset(Adornment):
    """An element in the free area of a chart's plot, such as a legend, a callout or a formula; to be handed to a
    `Diagram`.

    It takes the free place nearest to the one asked for: off bars, curves, labels, braces, and insets that come
    before it.

    Args:
        content: a string or an element.
        over: the chart.
        at: where it should stand: `top right`, `right`, `bottom`, `center`, ...
        gap: kept free all round it, a step of the spacing scale.

    Raises:
        FigureError: when the plot has no free place that is large enough.

    Example:
        ```python
        steps = [0, 1, 2, 3, 4]
        chart = Chart(
            Axis("x", title=tr("step", "步数")),
            Axis("y", title=tr("reward", "奖励"), range=(0, 1)),
            Curve((steps, [0.2, 0.6, 0.8, 0.87, 0.9]), name="PPO"),
            Curve((steps, [0.2, 0.4, 0.55, 0.65, 0.7]), role="loss", name="REINFORCE"),
            wide=16,
            tall=12,
        )
        Diagram(chart, Inset(chart.legend(), over=chart, at="bottom right"))
        ```
    """

    kind = "inset"

    def __init__(self, content: Content, *, over: Chart, at: PlotSpot = "top right", gap: Gap = "s") -> None:
        self.content = as_element(content, where="the content of an Inset")
        super().__init__(over=over, side="top", label=self.content, gap=gap, level=0)
        if not isinstance(over, Chart):
            raise FigureError(
                f"an inset stands in a chart, not in {type(over).__name__}",
                fix="write Inset(..., over=chart)",
                source=self.source,
            )
        one_of(str(at), tuple(SPOTS), "at", "an inset", self.source)
        self.chart, self.at = over, at

    # An inset takes no room at the side of the diagram.

    def thickness(self, layout: Layout) -> float:
        return 0.0

    def length(self, layout: Layout) -> float:
        return 0.0

    def measure(self, layout: Layout) -> Size:
        return layout.measure(self.content)

    def locate(self, layout: Layout, body: Element, start: float) -> Rect:
        size, plot = layout.measure(self.content), layout.frame(self.chart.plot)
        gap = layout.theme.gap(self.gap, self.source)
        terrain = self.chart.terrain(layout)
        terrain.blocks += self._others(layout, body)
        for spot in self._spots(plot, size.w, size.h):
            if terrain.clash(spot, gap) == 0:
                return spot
        raise FigureError(
            f"there is no free place of {size.w:.0f} x {size.h:.0f} px in the plot of {plot.w:.0f} x {plot.h:.0f} px",
            fix="make the chart larger (wide=, tall=), wrap the text, or stand it beside the chart",
            source=self.source,
        )

    def arrange(self, layout: Layout, rect: Rect) -> None:
        layout.arrange(self.content, rect)

    def _others(self, layout: Layout, body: Element) -> Iterator[Rect]:
        """The frames of what else lies over the chart."""
        diagram = layout.parents[self]
        assert isinstance(diagram, Diagram)  # adornments always stand in one
        before = True
        for other in diagram.adornments:
            before = before and other is not self
            if isinstance(other, Inset):
                if before:
                    yield layout.frame(other)
            else:
                yield other.locate(layout, body, 0.0)

    def _spots(self, plot: Rect, w: float, h: float) -> list[Rect]:
        """Places in the plot, the nearest to the one asked for first."""
        u, v = SPOTS[self.at]
        free_x, free_y = plot.w - w, plot.h - h
        if free_x < 0 or free_y < 0:
            return []
        nx, ny = int(free_x / GRAIN) + 1, int(free_y / GRAIN) + 1
        xs = sorted({*(free_x * i / nx for i in range(nx + 1)), free_x * u})
        ys = sorted({*(free_y * i / ny for i in range(ny + 1)), free_y * v})
        spots = [Rect(plot.x + x, plot.y + y, w, h) for x in xs for y in ys]
        # Sliding along the side asked for is better than leaving it.
        return sorted(
            spots, key=lambda r: ((r.x - plot.x - free_x * u) ** 2 + (r.y - plot.y - free_y * v) ** 2, r.x, r.y)
        )
