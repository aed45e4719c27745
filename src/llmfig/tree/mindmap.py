"""The mind map: a root in the middle and branches on both sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from llmfig.errors import FigureError
from llmfig.geometry import Point, Rect
from llmfig.layout.element import Content, Size
from llmfig.tree.axes import Frame
from llmfig.tree.half import Half
from llmfig.tree.node import Node, node
from llmfig.tree.options import Options
from llmfig.tree.tree import Family

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout


class MindMap(Family):
    """A root with branches to the right and to the left.

    Args:
        root: a string or an element.
        right, left: the branches of each side, from the top; give each a `branch` role for a colour of its own.
        connector: "taper" or "bracket".
        boxes: how many levels of string nodes are boxes (the root is the first), the deeper ones being plain text.
        gap, branch_gap, level_gap: steps of the spacing scale, as for `Tree`.
        tint: set plain text in the colour of its branch, too.
        aligned, equal, role, size, wrap, box: as for `Tree`; `size` and `wrap` begin with the root.

    Example:
        MindMap("RL", right=[node("Value", node("DQN"), branch="model")], left=[node("Policy", branch="loss")])
    """

    kind = "mindmap"

    def __init__(
        self,
        root: Content | Node,
        *,
        right: Sequence[Node] = (),
        left: Sequence[Node] = (),
        connector: str = "taper",
        boxes: int = 2,
        gap: str = "s",
        branch_gap: str = "m",
        level_gap: str = "xl",
        aligned: bool = True,
        equal: str = "auto",
        tint: bool = False,
        role: str = "plain",
        size: str | Sequence[str] = "body",
        wrap: float | Sequence[float | None] | None = None,
        box: Mapping[str, object] | None = None,
        stick: str | None = None,
    ) -> None:
        super().__init__(stick=stick)
        if not right and not left:
            raise FigureError(
                "this MindMap has no branches", fix="give right=[node(...), ...] or left=[...]", source=self.source
            )
        content, key = (root.content, root.key) if isinstance(root, Node) else (root, None)
        own = root.role if isinstance(root, Node) else None
        options = Options(
            connector=connector, gap=gap, branch_gap=branch_gap, level_gap=level_gap, aligned=aligned, compact=False,
            equal=equal, boxes=boxes, role=role, tint=tint, size=size, wrap=wrap, box=box or {},
        ).checked(self.source)  # fmt: skip
        first = node(content, *right, key=key, role=own)
        first.source = self.source
        self.halves = [Half(first, options, self)]
        second = node(first.body, *left, key="")
        second.source = self.source
        self.halves.append(Half(second, replace(options, direction="left"), self))
        self._adopted()

    def measure(self, layout: Layout) -> Size:
        rights, lefts = self._bounds(layout)
        root = layout.measure(self.halves[0].root.body)
        w = (lefts[0] - root.w) + rights[0]
        above, below = max(rights[1], lefts[1]), max(rights[2], lefts[2])
        return Size(w, above + below, lefts[0] - root.w / 2, above)

    def _bounds(self, layout: Layout) -> list[tuple[float, float, float]]:
        """For each half: its length with the root, and what it needs above and below the root's axis."""
        found = []
        for half in self.halves:
            b = half.plan(layout, half.extents(layout)).bounds
            found.append((b.end - b.start, -b.low, b.high))
        return found

    def arrange(self, layout: Layout, rect: Rect) -> None:
        size = layout.measure(self)
        x, y = rect.x + (rect.w - size.w) / 2, rect.y + (rect.h - size.h) / 2
        root = layout.measure(self.halves[0].root.body)
        for half, edge, skip in ((self.halves[0], -root.w / 2, False), (self.halves[1], root.w / 2, True)):
            extents = half.extents(layout)
            plan = half.plan(layout, extents)
            frame = Frame(half.options.direction, Point(x + size.ax + edge, y + size.ay))
            half.arrange(layout, plan, extents, frame, skip_root=skip)
            if half.edges:
                layout.arrange(half.edges, rect)
