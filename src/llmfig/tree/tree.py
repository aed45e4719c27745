"""The tree element."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from llmfig.connect.link import along
from llmfig.errors import FigureError, Source, called, caller, choices, counted, short
from llmfig.geometry import Point, Rect, union
from llmfig.layout.element import Element, Size
from llmfig.layout.place import Anchor, Part, Place
from llmfig.layout.tracks import Tracks
from llmfig.tree.axes import Frame
from llmfig.tree.half import Half, paint_in
from llmfig.tree.node import Node
from llmfig.tree.options import Options
from llmfig.vocabulary import (
    Direction,
    EdgeStyle,
    Gap,
    Head,
    RoleName,
    Stick,
    Stroke,
    TextSize,
    TreeAim,
    TreeAlign,
    TreeConnector,
    TreeEqual,
)

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

Key = Node | str


class Family(Element):
    """What `Tree` and `MindMap` share: nodes and edges as places, and highlighting."""

    kind = "tree"
    halves: list[Half]
    painted: Sequence[tuple[RoleName, Source]] = ()  # roles of highlights, with their lines

    def children(self) -> Sequence[Element]:
        found: list[Element] = []
        for i, half in enumerate(self.halves):
            found += [n.body for n, _ in half.nodes if i == 0 or n is not half.root]
        return [*found, *(h.edges for h in self.halves if h.edges)]

    def _adopted(self) -> None:
        self.links = [a for h in self.halves for a in h.arrows.values()]

    def check_painted(self, layout: Layout) -> None:
        """The roles of highlights, before nodes are drawn in them: a wrong one is told at the line of its highlight."""
        for role, source in self.painted:
            layout.theme.role(role, source)

    def node(self, key: Key) -> Node:
        """A node as a place for arrows, notes and highlights.

        Args:
            key: its key, which for a string is the string itself; or the node.

        Raises:
            FigureError: when there is none of that name, or several.

        Example:
            ```python
            tree = Tree(node("$s_0$", node("$s_1$"), node("$s_2$")), box={"shape": "circle"}, role="data")
            Diagram(
                tree,
                Note("$V=0.9$", over=tree.node("$s_1$"), side="right"),
                Note("$V=0.2$", over=tree.node("$s_2$"), side="right"),
            )
            ```
        """
        nodes = [n for h in self.halves for n, _ in h.nodes]
        found = [n for n in nodes if n is key or (n.key is not None and n.key == key)]
        if len(found) == 1:
            return found[0]
        if found:
            fix = "give them keys: node(..., key='left')"
            raise FigureError(f"{len(found)} nodes are called {key!r}", fix=fix, source=caller())
        keys = [n.key for n in nodes if n.key]
        what = f"the tree has no node {short(key)}"
        fix = choices(key, keys, "keys") if isinstance(key, str) else f"give one of its keys: {', '.join(keys)}"
        raise FigureError(what, fix=fix, source=caller())

    def edge(self, key: Key) -> Anchor:
        """The middle of the edge that leads to a node, for arrows.

        Args:
            key: the node at its far end, by its key or itself.

        Raises:
            FigureError: when there is no such node, or it is the root.

        Example:
            ```python
            tree = Tree(node("$s_0$", node("$s_1$"), node("$s_2$")), box={"shape": "circle"}, role="data")
            action = Callout(tr("action $a_1$", "动作 $a_1$"), to=tree.edge("$s_1$"))
            Column(action, tree, align="left")
            ```
        """
        child = self.node(key)
        half = next(h for h in self.halves if child in h.levels)
        if child in half.arrows:
            return half.arrows[child].middle
        edges, parent = half.edges, half.parents.get(child)
        if parent is None or edges is None:
            raise FigureError("no edge leads to that node", fix="name a node below the root", source=caller())

        def locate(layout: Layout) -> Point:
            return along(edges.route(layout, parent, child), 0.5)

        return Anchor(self, None, locate)

    def named_places(self, layout: Layout) -> Mapping[str, Place | Anchor]:
        keys = Counter(n.key for h in self.halves for n, _ in h.nodes if n.key)
        found: dict[str, Place | Anchor] = {**super().named_places(layout)}
        for key in (k for k, count in keys.items() if count == 1):
            found[f"node({json.dumps(key, ensure_ascii=False)})"] = self.node(key)
        return found

    def highlight(
        self,
        *keys: Key,
        role: RoleName = "model",
        edge_role: RoleName | None = None,
        head: Head | None = None,
        stroke: Stroke = "thick",
    ) -> None:
        """Colours nodes, and the edges between those of them that are parent and child.

        Args:
            *keys: the nodes, by their keys or themselves.
            role: of the nodes.
            edge_role: of the edges; by default as the nodes.
            head: which ends of the edges have an arrowhead: `end` (down the tree), `start`, `both` or `none`; by
                default it stays.
            stroke: width of the edges: `hair`, `thin`, `normal`, `thick` or `heavy`.

        Raises:
            FigureError: when there is no such node, or several.

        Example:
            ```python
            tree = Tree(
                node("$s_0$", node("$s_1$", node("$s_3$"), node("$s_4$")), node("$s_2$")),
                box={"shape": "circle"},
            )
            tree.highlight("$s_0$", "$s_1$", "$s_4$", role="sample")
            tree
            ```
        """
        picked = [self.node(k) for k in keys]
        self.painted = [*self.painted, *((r, caller()) for r in (role, edge_role) if r is not None)]
        for half in self.halves:
            for n in picked:
                if n not in half.levels:
                    continue
                paint_in(n.body, role)
                if half.parents.get(n) not in picked:
                    continue
                n.edge_role, n.stroke, n.head = edge_role or role, stroke, head or n.head
                if n in half.arrows:
                    arrow = half.arrows[n]
                    arrow.role, arrow.stroke, arrow.head = n.edge_role, stroke, n.head or arrow.head


class Tree(Family):
    """A tidy tree of nodes of any size, growing one way.

    `tree.node("a")`, `tree.edge("a")`, `tree.level(1)` and `tree.between(0)` are places for arrows, notes and
    braces.

    Args:
        root: what `node(...)` gives, with the nodes below it.
        direction: where it grows: `right`, `left`, `down` or `up`.
        connector: how its edges run: `straight` (arrows from side to side), `bracket` (right-angled, with round
            corners), `taper` (the same, thick at the root and thin at the leaves) or `none`.
        head: which ends of edges have an arrowhead: `end`, `start`, `both` or `none`; by default straight ones have
            one at the end.
        style: of the edges: `solid`, `dashed`, `dotted`, `dash-dot`, `double`, `double-dashed`, `zigzag` or `none`.
        stroke: width of the edges: `hair`, `thin`, `normal`, `thick` or `heavy`.
        line: edges are in the strong colour of this role; by default in that of their branch.
        aim: where straight edges end: at the middle of a `side`, or aimed at the `center` of the node.
        gap: between siblings, a step of the spacing scale.
        branch_gap: between siblings of which one has children; by default as `gap`.
        level_gap: between levels; it grows where the labels of edges need room.
        aligned: whether all nodes of a level start on one line; else each family stands right behind its parent.
        align: how the nodes of a level line up in their track: `start`, `center` or `end`, seen from the root.
        compact: whether subtrees slide into room that neighbours leave; else each has a band of its own.
        centered: whether the root stands in the middle of the tree's frame.
        boxes: how many levels of string nodes are boxes, the deeper ones being plain text; by default all.
        equal: what the string boxes of a level have in common: `width`, `height`, `both` or `none`; `auto` is
            `width` for trees that grow sideways, else `both`.
        role: of string nodes in boxes that have no role or branch of their own.
        size: of string nodes: one text size, or one per level from the root.
        wrap: breaks string nodes into lines of this many em: one number, or one per level from the root (`None` for
            none).
        box: more options for the boxes of string nodes, such as `{"shape": "circle"}`; see `Box`.
        tracks: levels shared with other trees: level `i` of each is equally long.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: for a root that is no node, and a node that stands in two places.

    Example:
        ```python
        methods = node(
            "RL",
            node(tr("Model-free", "无模型"), node("DQN"), node("PPO")),
            node(tr("Model-based", "有模型"), node("MCTS")),
        )
        Tree(methods, connector="bracket", boxes=2, role="model")
        ```
    """

    def __init__(
        self,
        root: Node,
        *,
        direction: Direction = "right",
        connector: TreeConnector = "straight",
        head: Head | None = None,
        style: EdgeStyle = "solid",
        stroke: Stroke = "normal",
        line: RoleName | None = None,
        aim: TreeAim = "side",
        gap: Gap = "m",
        branch_gap: Gap | None = None,
        level_gap: Gap = "xl",
        aligned: bool = True,
        align: TreeAlign = "start",
        compact: bool = True,
        centered: bool = False,
        boxes: int | None = None,
        equal: TreeEqual = "auto",
        role: RoleName = "plain",
        size: TextSize | Sequence[TextSize] = "body",
        wrap: float | Sequence[float | None] | None = None,
        box: Mapping[str, object] | None = None,
        tracks: Tracks | None = None,
        stick: Stick | None = None,
    ) -> None:
        super().__init__(stick=stick)
        if not isinstance(root, Node):
            fix = "write Tree(node('root', node('first'), node('second')))"
            if isinstance(root, list) and all(hasattr(entry, "below") for entry in root):
                what = "the root of a Tree must be a node, not an outline"
                fix = "grow nodes from one entry: def grown(e): return node(e.text, *map(grown, e.below))"
                raise FigureError(what, fix=fix, source=self.source)
            if isinstance(root, list | tuple) and root and isinstance(root[0], Node):
                fix = "a tree has one root: take off the brackets, or write node('root', *nodes)"
            raise FigureError(f"the root of a Tree must be a node, not {called(root)}", fix=fix, source=self.source)
        options = Options(
            direction=direction, connector=connector, head=head, style=style, stroke=stroke, line=line, aim=aim,
            gap=gap, branch_gap=branch_gap, level_gap=level_gap, aligned=aligned, align=align, compact=compact,
            boxes=boxes, equal=equal, role=role, size=size, wrap=wrap, box=box or {}, tracks=tracks,
        )  # fmt: skip
        self.options, self.centered = options.checked(self.source), centered
        self.halves = [Half(root, self.options, self)]
        self._adopted()

    @property
    def half(self) -> Half:
        return self.halves[0]

    # Layout ------------------------------------------------------------------------------------------------------

    def measure(self, layout: Layout) -> Size:
        self.check_painted(layout)
        plan = self.half.plan(layout, self.half.extents(layout))
        main = plan.bounds.end - plan.bounds.start
        low, high = self._sides(-plan.bounds.low, plan.bounds.high)
        if self.options.level:
            return Size(main, low + high, main / 2, low)
        return Size(low + high, main, low, main / 2)

    def _sides(self, low: float, high: float) -> tuple[float, float]:
        """Room on both sides of the root's axis."""
        return (max(low, high), max(low, high)) if self.centered else (low, high)

    def arrange(self, layout: Layout, rect: Rect) -> None:
        extents = self.half.extents(layout)
        plan, size = self.half.plan(layout, extents), layout.measure(self)
        x, y = rect.x + (rect.w - size.w) / 2, rect.y + (rect.h - size.h) / 2
        low, _ = self._sides(-plan.bounds.low, plan.bounds.high)
        start, end = plan.bounds.start, plan.bounds.end
        match self.options.direction:
            case "right":
                origin = Point(x - start, y + low)
            case "left":
                origin = Point(x + end, y + low)
            case "down":
                origin = Point(x + low, y - start)
            case _:
                origin = Point(x + low, y + end)
        self.half.arrange(layout, plan, extents, Frame(self.options.direction, origin))
        if self.half.edges:
            layout.arrange(self.half.edges, rect)

    # Places ------------------------------------------------------------------------------------------------------

    def level(self, k: int) -> Part:
        """A level as a place for braces and notes: as broad as its nodes, as long as the whole tree.

        Args:
            k: which, from the root, which is 0.

        Raises:
            FigureError: when there is no such level.

        Example:
            ```python
            tree = Tree(node("$s_t$", node("$a_1$", node("$s_1$")), node("$a_2$", node("$s_2$"))), role="data")
            Diagram(
                tree,
                Note(tr("actions", "动作"), over=tree.level(1)),
                Note(tr("states", "状态"), over=tree.level(2)),
            )
            ```
        """
        bodies = self._level(k)
        return Part(self, lambda layout: self._across(layout, union(b.frame(layout) for b in bodies)))

    def between(self, k: int) -> Part:
        r"""The space between a level and the next one, as a place for braces and notes; as long as the whole tree.

        Args:
            k: the level in front of it, from the root, which is 0.

        Raises:
            FigureError: when there is no such level, or none behind it.

        Example:
            ```python
            tree = Tree(
                node("$s_t$", node("$a_1$", node("$s_1$")), node("$a_2$", node("$s_2$"))),
                role="data",
                level_gap="xxl",
            )
            Diagram(tree, Note("$\\pi$", over=tree.between(0)), Note("$P$", over=tree.between(1)))
            ```
        """
        near, far = self._level(k), self._level(k + 1)

        def locate(layout: Layout) -> Rect:
            a, b = (union(e.frame(layout) for e in bodies) for bodies in (near, far))
            if self.options.direction in ("left", "up"):
                a, b = b, a
            if self.options.level:
                return self._across(layout, Rect(a.right, a.y, max(0.0, b.x - a.right), 0))
            return self._across(layout, Rect(a.x, a.bottom, 0, max(0.0, b.y - a.bottom)))

        return Part(self, locate)

    def _level(self, k: int) -> list[Element]:
        found = [n.element() for n, level in self.half.nodes if level == k]
        if not found:
            depth = max(self.half.levels.values())
            fix = counted(depth + 1, "level")
            raise FigureError(f"the tree has no level {short(k)}", fix=fix, source=caller())
        return found

    def _across(self, layout: Layout, r: Rect) -> Rect:
        whole = layout.frame(self)
        return Rect(r.x, whole.y, r.w, whole.h) if self.options.level else Rect(whole.x, r.y, whole.w, r.h)
