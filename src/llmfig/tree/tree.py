"""The tree element."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from llmfig.connect.link import along
from llmfig.errors import FigureError, caller, choices
from llmfig.geometry import Point, Rect, union
from llmfig.layout.element import Element, Size
from llmfig.layout.place import Anchor, Part, Place
from llmfig.layout.tracks import Tracks
from llmfig.tree.axes import Direction, Frame
from llmfig.tree.half import Half, paint_in
from llmfig.tree.node import Node
from llmfig.tree.options import Options

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

Key = Node | str


class Family(Element):
    """What `Tree` and `MindMap` share: nodes and edges as places, and highlighting."""

    kind = "tree"
    halves: list[Half]

    def children(self) -> Sequence[Element]:
        found: list[Element] = []
        for i, half in enumerate(self.halves):
            found += [n.body for n, _ in half.nodes if i == 0 or n is not half.root]
        return [*found, *(h.edges for h in self.halves if h.edges)]

    def _adopted(self) -> None:
        self.links = [a for h in self.halves for a in h.arrows.values()]

    def node(self, key: Key) -> Node:
        """A node by its key (a string node is its own key) or by itself.

        Raises:
            FigureError: when there is none, or several.
        """
        nodes = [n for h in self.halves for n, _ in h.nodes]
        found = [n for n in nodes if n is key or (n.key is not None and n.key == key)]
        if len(found) == 1:
            return found[0]
        if found:
            fix = "give them keys: node(..., key='left')"
            raise FigureError(f"{len(found)} nodes are called {key!r}", fix=fix, source=caller())
        keys = [n.key for n in nodes if n.key]
        name = key if isinstance(key, str) else "that node"
        raise FigureError(f"the tree has no node {name!r}", fix=choices(str(name), keys, "keys"), source=caller())

    def edge(self, key: Key) -> Anchor:
        """The middle of the edge that leads to a node."""
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
        role: str = "model",
        edge_role: str | None = None,
        head: str | None = None,
        stroke: str = "thick",
    ) -> None:
        """Colours nodes, and the edges between those of them that are parent and child.

        Args:
            keys: nodes or their keys.
            role: of the nodes; of the edges as well, unless `edge_role` says otherwise.
            edge_role: of the edges.
            head: "end" points down the tree, "start" up.
            stroke: width of the edges.

        Example:
            tree.highlight("s", "s1", "s12", head="end")
        """
        picked = [self.node(k) for k in keys]
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
    """A tidy tree of nodes of any size.

    Args:
        root: what `node(...)` gives.
        direction: where it grows: "right", "left", "down" or "up".
        connector: "straight" (arrows from side to side), "bracket" (right-angled, with round corners), "taper" (the
            same, thick at the root and thin at the leaves), "none".
        head: "end", "start", "both" or "none"; default: "end" for straight connectors, else "none".
        style, stroke, line: of all edges: line style, width and role; without `line`, edges go by their branch.
        aim: straight edges run from side to side ("side"), or towards the middles of the nodes ("center").
        gap, branch_gap, level_gap: steps of the spacing scale: between siblings, between siblings of which any has
            children (default: as `gap`), between levels. Level gaps grow with the labels of their edges.
        aligned: all nodes of a level start on one line; else each family stands right behind its parent.
        align: how the nodes of a level line up in their track: "start", "center" or "end" (as seen from the root).
        compact: let subtrees slide into room that neighbours leave; else each has a band of its own.
        centered: keep as much room on both sides of the root, so that it stands in the middle of the tree's frame.
        boxes: how many levels of string nodes are boxes, the deeper ones being plain text; default: all.
        equal: what the string boxes of a level have in common: "width", "height", "both" or "none"; "auto" is
            "width" for trees that grow sideways, else "both".
        role: of string nodes in boxes.
        size, wrap: of string nodes (`wrap` in em); one value, or one per level.
        box: more options for the boxes of string nodes, such as `{"shape": "circle"}`.
        tracks: levels shared with other trees.

    Example:
        Tree(node("RL", node("Model-based", node("MCTS")), node("Model-free")), connector="bracket", boxes=2)
    """

    def __init__(
        self,
        root: Node,
        *,
        direction: Direction = "right",
        connector: str = "straight",
        head: str | None = None,
        style: str = "solid",
        stroke: str = "normal",
        line: str | None = None,
        aim: str = "side",
        gap: str = "m",
        branch_gap: str | None = None,
        level_gap: str = "xl",
        aligned: bool = True,
        align: str = "start",
        compact: bool = True,
        centered: bool = False,
        boxes: int | None = None,
        equal: str = "auto",
        role: str = "plain",
        size: str | Sequence[str] = "body",
        wrap: float | Sequence[float | None] | None = None,
        box: Mapping[str, object] | None = None,
        tracks: Tracks | None = None,
        stick: str | None = None,
    ) -> None:
        super().__init__(stick=stick)
        if not isinstance(root, Node):
            fix = "write node(...)"
            raise FigureError(f"the root of a Tree must be a node, not {root!r}", fix=fix, source=self.source)
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
        """A level as a place, as broad as its nodes and as long as the whole tree; braces of all levels line up."""
        bodies = self._level(k)
        return Part(self, lambda layout: self._across(layout, union(b.frame(layout) for b in bodies)))

    def between(self, k: int) -> Part:
        """The space between level `k` and the next one, as a place; as long as the whole tree."""
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
            raise FigureError(f"the tree has no level {k}", fix=f"there are levels 0 to {depth}", source=caller())
        return found

    def _across(self, layout: Layout, r: Rect) -> Rect:
        whole = layout.frame(self)
        return Rect(r.x, whole.y, r.w, whole.h) if self.options.level else Rect(whole.x, r.y, whole.w, r.h)
