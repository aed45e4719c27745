"""The mind map: a root in the middle and branches on both sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from llmfig.errors import FigureError, called
from llmfig.geometry import Point, Rect
from llmfig.layout.element import Content, Size
from llmfig.tree.axes import Frame
from llmfig.tree.half import Half
from llmfig.tree.node import Node, node
from llmfig.tree.options import Options
from llmfig.tree.tree import Family
from llmfig.vocabulary import Gap, RoleName, Stick, TextSize, TreeConnector, TreeEqual

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout


class MindMap(Family):
    """A root with branches to the right and to the left.

    `mindmap.node("a")` and `mindmap.edge("a")` are places for arrows and notes.

    Args:
        root: a string, an element, or a node without children.
        right: the branches to the right, from the top; give each a `branch` role for a colour of its own.
        left: the branches to the left, from the top.
        connector: how its edges run: `taper` (thick at the root and thin at the leaves) or `bracket`.
        boxes: how many levels of string nodes are boxes, the root being the first; the deeper ones are plain text.
        gap: between siblings, a step of the spacing scale.
        branch_gap: between siblings of which one has children; by default as `gap`.
        level_gap: between levels; it grows where the labels of edges need room.
        aligned: whether all nodes of a level start on one line; else each family stands right behind its parent.
        equal: what the string boxes of a level have in common: `width`, `height`, `both` or `none`; `auto` is
            `width`.
        tint: whether plain text is in the strong colour of its branch.
        role: of string nodes in boxes that have no role or branch of their own.
        size: of string nodes: one text size, or one per level from the root.
        wrap: breaks string nodes into lines of this many em: one number, or one per level from the root (`None` for
            none).
        box: more options for the boxes of string nodes, such as `{"shape": "circle"}`; see `Box`.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: when it has no branches.

    Example:
        ```python
        value = node(tr("Value", "价值"), node("DQN"), node("SARSA"), branch="model")
        policy = node(tr("Policy", "策略"), node("TRPO"), node("PPO"), branch="loss")
        MindMap("RL", left=[value], right=[policy], level_gap="l")
        ```
    """

    kind = "mindmap"

    def __init__(
        self,
        root: Content | Node,
        *,
        right: Sequence[Node] = (),
        left: Sequence[Node] = (),
        connector: TreeConnector = "taper",
        boxes: int = 2,
        gap: Gap = "s",
        branch_gap: Gap = "m",
        level_gap: Gap = "xl",
        aligned: bool = True,
        equal: TreeEqual = "auto",
        tint: bool = False,
        role: RoleName = "plain",
        size: TextSize | Sequence[TextSize] = "body",
        wrap: float | Sequence[float | None] | None = None,
        box: Mapping[str, object] | None = None,
        stick: Stick | None = None,
    ) -> None:
        super().__init__(stick=stick)
        for side, branches in (("right", right), ("left", left)):
            if not isinstance(branches, list | tuple):
                fix = f"give a list of nodes: {side}=[node('words'), ...]"
                raise FigureError(f"{side}= cannot be {called(branches)}", fix=fix, source=self.source)
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
        self.check_painted(layout)
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
