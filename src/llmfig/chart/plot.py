"""The plot area of a chart, with its grid and border."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from llmfig.chart.axis import Axis
from llmfig.chart.mark import Mark
from llmfig.geometry import Path, Rect, Segment
from llmfig.scene.model import Box, Item, Paint, Shape

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout


class Plot(Mark):
    """The rectangle between the axes; made by `Chart`, which calls it `chart.plot`."""

    kind = "plot"

    def __init__(self, axes: Sequence[Axis], *, framed: bool) -> None:
        super().__init__()
        self.axes, self.framed = axes, framed

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        ground, theme = self.ground(layout), layout.theme
        items: list[Item] = []
        for axis in self.axes:
            if not axis.grid:
                continue
            lines: list[Segment] = []
            for value in axis.labels:
                p = axis.point(ground, value)
                ends = [(p.x, rect.y), (p.x, rect.bottom)] if axis.way == "x" else [(rect.x, p.y), (rect.right, p.y)]
                lines += [("M", *ends[0]), ("L", *ends[1])]
            dash = theme.dashes["dashed"] if axis.grid == "dashed" else ()
            color = theme.role("muted").stroke or theme.line
            items.append(Shape(Path(tuple(lines)), Paint(stroke=color, width=theme.stroke("hair"), dash=dash)))
        if self.framed:
            items.append(Box(rect, Paint(stroke=theme.line, width=theme.stroke("thin"))))
        return items
