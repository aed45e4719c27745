"""The edges of a tree: straight ones are ordinary connectors, all others are drawn here."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from llmfig.connect.link import Arrow
from llmfig.elements.marks_base import tip
from llmfig.geometry import OPPOSITE, Point, Rect, polyline
from llmfig.layout.element import Content, Element, Size
from llmfig.scene.model import End, Group, Item, Link, Paint, Shape
from llmfig.tree.axes import AWAY
from llmfig.tree.lines import branching, elbow, tapered, zigzag
from llmfig.tree.node import Node
from llmfig.tree.options import Options

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

WIDTHS = ("heavy", "thick", "normal", "thin", "hair")  # of tapered lines, level by level
LANE = 10.0  # px between the trunks of branches that differ in colour
BACK = 0.58  # of the gap before a level that lies behind its trunk


def arrow(parent: Node, child: Node, look: Options) -> Arrow:
    """The straight connector of an edge."""
    side = AWAY[look.direction]
    start, end = parent.element(), child.element()
    by_side = look.aim == "side"
    return Arrow(
        start.port(side) if by_side else start,
        end.port(OPPOSITE[side]) if by_side else end,
        route="straight",
        role=child.edge_role or look.line,
        style=look.style_of(child),  # type: ignore[arg-type]  # those that no arrow has are painted, not routed
        head=child.head or look.head or "end",
        stroke=child.stroke or look.stroke,
        label_at="slope" if look.level else "beside",
        **_labels(child.edge_label),
    )


def _labels(label: Content | tuple[Content | None, Content | None] | None) -> dict[str, Any]:
    if not isinstance(label, tuple):
        return {"label": label} if label is not None else {}
    above, below = label
    if above is not None and below is not None:
        return {"labels": (above, below)}
    return {"label": above, "label_side": "above"} if above is not None else {"label": below, "label_side": "below"}


def zigzag_lead(layout: Layout) -> float:
    """Length in px of the straight ends of a zigzag: its head needs one."""
    return layout.theme.arrowhead.length * 1.6


class Edges(Element):
    """The edges of a tree that are no ordinary connectors: brackets, trunks, dashes and zigzags.

    Args:
        families: parents with those children whose edges are drawn here.
        levels: of all nodes.
        look: of the tree.
    """

    kind = "edges"

    def __init__(
        self, families: Sequence[tuple[Node, Sequence[Node]]], levels: Mapping[Node, int], look: Options
    ) -> None:
        super().__init__()
        self.families, self.levels, self.look = families, levels, look
        self._mates = {parent: list(children) for parent, children in families}
        # Branches of different colours must not share a trunk. What is highlighted later keeps the place it had.
        self._split = {parent for parent, children in families if len({c.edge_role for c in children}) > 1}

    def measure(self, layout: Layout) -> Size:
        return Size.of(0, 0)

    # Geometry ----------------------------------------------------------------------------------------------------

    def split(self, parent: Node) -> bool:
        """Whether each edge to a node's children has a trunk of its own."""
        return parent in self._split

    def ports(self, layout: Layout, parent: Node, child: Node) -> tuple[Point, Point]:
        """Where an edge leaves the parent and where it arrives."""
        side = AWAY[self.look.direction]
        start, end = (n.element().port(s).point(layout) for n, s in ((parent, side), (child, OPPOSITE[side])))
        if parent in self._split:
            off = self._offset(layout, parent, child)
            start = start.shifted(0, off) if self.look.level else start.shifted(off, 0)
        return start, end

    def _offset(self, layout: Layout, parent: Node, child: Node) -> float:
        """How far from the middle of the parent's side an edge of a colour of its own leaves, px."""
        mates, frame = self._mates[parent], parent.element().frame(layout)
        room = (frame.h if self.look.level else frame.w) - 2 * layout.theme.radius
        pitch = min(LANE, room / len(mates))
        offs = [(i - (len(mates) - 1) / 2) * pitch for i in range(len(mates))]
        centres = [m.element().frame(layout).center for m in mates]
        targets = [c.y - frame.cy if self.look.level else c.x - frame.cx for c in centres]
        # All of them move a little where that makes one exactly straight.
        nearest = min((t - o for t, o in zip(targets, offs, strict=True)), key=abs)
        fits = abs(nearest) <= pitch and max(abs(o + nearest) for o in offs) <= room / 2
        return offs[mates.index(child)] + (nearest if fits else 0.0)

    def route(self, layout: Layout, parent: Node, child: Node) -> list[Point]:
        """The corners of an edge."""
        start, end = self.ports(layout, parent, child)
        if self.look.style_of(child) == "zigzag":
            return zigzag(start, end, lead=zigzag_lead(layout))
        if abs(end.y - start.y if self.look.level else end.x - start.x) < 0.01:
            return [start, end]
        along = abs(end.x - start.x if self.look.level else end.y - start.y)
        back = min(layout.theme.gap("l"), along) * BACK + self._lane(parent, child) * LANE
        way = back if self.look.direction in ("right", "down") else -back
        if self.look.level:
            return [start, Point(end.x - way, start.y), Point(end.x - way, end.y), end]
        return [start, Point(start.x, end.y - way), Point(end.x, end.y - way), end]

    def _lane(self, parent: Node, child: Node) -> int:
        """How many trunks run between this one and the children; the farthest branch has its nearest to the parent."""
        mates = self._mates[parent]
        if parent not in self._split:
            return 0
        rank = min(mates.index(child), len(mates) - 1 - mates.index(child))
        return (len(mates) - 1) // 2 - rank

    # Drawing -----------------------------------------------------------------------------------------------------

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        pairs = [(parent, child) for parent, children in self.families for child in children]
        # What is highlighted lies over its siblings.
        return [self._edge(layout, *pair) for pair in sorted(pairs, key=lambda pair: pair[1].stroke is not None)]

    def _edge(self, layout: Layout, parent: Node, child: Node) -> Group:
        points = self.route(layout, parent, child)
        role = child.edge_role or self.look.line
        color = layout.theme.role(role, child.source).ink if role else layout.theme.line
        drawn, heads = list(points), list[Item]()
        for at, before, names in ((-1, -2, ("end", "both")), (0, 1, ("start", "both"))):
            if (child.head or self.look.head) in names:
                size, a, b = layout.theme.arrowhead, points[before], points[at]
                angle = math.atan2(b.y - a.y, b.x - a.x)
                heads.append(Shape(tip(b, angle, size.length, size.width), Paint(fill=color)))
                drawn[at] = b.towards(a, size.length * 0.8)
        ids = layout.ids
        start, end = (End(p, ids.get(n.element())) for p, n in ((points[0], parent), (points[-1], child)))
        x, y = min(p.x for p in points), min(p.y for p in points)
        return Group(
            id=f"{ids[self]}/{self._number(child)}", kind="edge",
            rect=Rect(x, y, max(p.x for p in points) - x, max(p.y for p in points) - y),
            children=(*self._lines(layout, parent, child, drawn, color), *heads), role=role, source=child.source,
            link=Link(start, end, tuple(points), curved=self.look.style_of(child) == "zigzag"),
        )  # fmt: skip

    def _number(self, child: Node) -> int:
        return [c for _, children in self.families for c in children].index(child) + 1

    def _lines(self, layout: Layout, parent: Node, child: Node, points: Sequence[Point], color: str) -> list[Item]:
        theme, style = layout.theme, self.look.style_of(child)
        if self.look.connector == "taper" and style == "solid":
            k = self.levels[child]
            first, last = (theme.stroke(WIDTHS[min(i, len(WIDTHS) - 1)]) for i in (k - 1, k))
            return [Shape(tapered(points, first, last), Paint(fill=color))]
        dash = theme.dashes.get("dashed" if style in ("zigzag", "double-dashed") else style, ())  # type: ignore[arg-type]
        paint = Paint(stroke=color, width=theme.stroke(child.stroke or self.look.stroke, child.source), dash=dash)
        if style == "zigzag":
            return [Shape(polyline(points), paint)]
        if len(points) < 4 or self._alone(parent, child):
            return [Shape(elbow(points), paint)]
        # Siblings share the stem, which is drawn once: by the first of them, unless one is level with the parent.
        mates = self._mates[parent]
        stem = [Shape(polyline(points[:2]), paint)] if child is mates[0] and not self._straight(layout, parent) else []
        whole = child in (mates[0], mates[-1])
        return [*stem, Shape(elbow(points[1:]) if whole else branching(points[1:]), paint)]

    def _alone(self, parent: Node, child: Node) -> bool:
        """Whether an edge looks different from its siblings', and so is drawn in full."""
        own = child.stroke, child.edge_style, child.edge_role, child.head
        return parent in self._split or any(
            own != (c.stroke, c.edge_style, c.edge_role, c.head) for c in self._mates[parent]
        )

    def _straight(self, layout: Layout, parent: Node) -> bool:
        return any(len(self.route(layout, parent, c)) == 2 for c in self._mates[parent])
