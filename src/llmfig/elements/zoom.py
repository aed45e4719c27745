"""Zoom lines: from a small block to the panel that shows what is in it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from llmfig.elements.highlight import Highlight
from llmfig.elements.panel import Panel, corner_radius
from llmfig.errors import FigureError
from llmfig.geometry import Path, Point, Rect, polyline
from llmfig.layout.place import Place, around, as_place
from llmfig.scene.model import Item, Paint, Shape
from llmfig.vocabulary import RoleName

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

TINT = 0.35  # opacity of the ground between the lines


class Zoom(Highlight):
    """Two thin lines from the corners of a block to those of a panel beside it, which shows what is in the block; to
    be handed to a `Diagram`.

    Args:
        block: the small thing: an element or a part of one.
        panel: its blow-up, to the right or to the left of it.
        past: a place (the panel that the block stands in) that the lines run level through before they open; by
            default they open at the block.
        role: lines and ground are in the colours of this role.
        tinted: whether a light ground lies between the lines.

    Raises:
        FigureError: when the panel does not stand beside the block.

    Example:
        ```python
        layers = [Box(tr(f"Layer {i}", f"第 {i} 层"), role="model") for i in (3, 2, 1)]
        inside = [
            Box(tr("Feed-forward", "前馈网络"), role="data"),
            Box(tr("Attention", "注意力"), role="data"),
        ]
        detail = Panel(Column(*inside, equal="width"))
        Diagram(Row(Column(*layers, gap="xs"), detail, gap="xl"), Zoom(layers[1], detail, role="model"))
        ```
    """

    kind = "zoom"

    def __init__(
        self, block: Place, panel: Place, *, past: Place | None = None, role: RoleName = "note", tinted: bool = True
    ) -> None:
        super().__init__(around(block, panel), role=role)
        self.block, self.panel, self.tinted = block, panel, tinted
        self.past = None if past is None else as_place(past)

    def refers(self) -> Sequence[Place]:
        return [self.over] if self.past is None else [self.over, self.past]

    def lines(self, layout: Layout) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
        """The upper and the lower line, from the block to the panel."""
        a, b = self.block.frame(layout), self.panel.frame(layout)
        rightwards = a.right <= b.x
        if not rightwards and b.right > a.x:
            raise FigureError(
                "this panel does not stand beside the block that it blows up",
                fix="put the panel to the right or to the left of the block",
                source=self.source,
            )
        # Where a panel has a rounded corner, the line ends on the middle of the curve.
        cut = (1 - math.sqrt(0.5)) * self.radius(layout)
        start, end = (a.right, b.x + cut) if rightwards else (a.x, b.right - cut)
        bend = start
        if self.past is not None:
            edge = self.past.frame(layout)
            bend = min(max(start, edge.right), end) if rightwards else max(min(start, edge.x), end)
        upper, lower = (
            tuple(dict.fromkeys((Point(start, y), Point(bend, y), Point(end, far))))
            for y, far in ((a.y, b.y + cut), (a.bottom, b.bottom - cut))
        )
        return upper, lower

    def edge(self, layout: Layout) -> tuple[Point, Point]:
        """The straight part of the panel's side that faces the block, from top to bottom."""
        b, radius = self.panel.frame(layout), self.radius(layout)
        x = b.x if self.block.frame(layout).right <= b.x else b.right
        return Point(x, b.y + radius), Point(x, b.bottom - radius)

    def radius(self, layout: Layout) -> float:
        """Of the panel's corners, in px."""
        return corner_radius(self.panel.frame(layout)) if isinstance(self.panel, Panel) else 0.0

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        role = layout.theme.role(self.role, self.source)
        line = Paint(stroke=role.ink, width=layout.theme.stroke("thin"), dash=layout.theme.dashes["dashed"])
        upper, lower = self.lines(layout)
        items: list[Item] = []
        if self.tinted and role.fill:
            wedge = polyline([*upper[-2:], *self.edge(layout), *lower[:-3:-1]], closed=True)
            items.append(Shape(wedge, Paint(fill=role.fill, opacity=TINT)))
        items += [Shape(polyline(points), line) for points in (upper, lower)]
        return items

    def shape(self, layout: Layout, rect: Rect) -> Path:
        upper, lower = self.lines(layout)
        return polyline([*upper, *lower[::-1]], closed=True)

    def role_name(self) -> str | None:
        return None  # it is no ground: what lies between the lines keeps its own
