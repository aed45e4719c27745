"""The edges of a tree: straight ones are ordinary connectors, all others are drawn here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from llmfig.connect.link import Arrow
from llmfig.elements.marks_base import tip
from llmfig.geometry import OPPOSITE, Point, Rect
from llmfig.layout.element import Content, Element, Size
from llmfig.scene.model import End, Group, Item, Link, Paint, Shape
from llmfig.tree.axes import AWAY, Direction
from llmfig.tree.lines import elbow, tapered, zigzag
from llmfig.tree.node import Node

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

WIDTHS = ("heavy", "thick", "normal", "thin", "hair")  # of tapered lines, level by level
LANE = 10.0  # px between the trunks of branches that differ in colour
SPINE = 0.58  # of the gap before a level that lies behind its trunk


class EdgeLook:
    """What the edges of one tree have in common."""

    def __init__(self, *, connector: str, direction: Direction, head: str, role: str | None, style: str, stroke: str) -> None:
        self.connector, self.direction, self.head = connector, direction, head
        self.role, self.style, self.stroke = role, style, stroke


def arrow(parent: Node, child: Node, look: EdgeLook, *, aim: str) -> Arrow:
    """The straight connector of an edge."""
    side = AWAY[look.direction]
    start, end = parent.element(), child.element()
    by_side = aim == "side"
    level = look.direction in ("right", "left")
    return Arrow(
        start.port(side) if by_side else start,
        end.port(OPPOSITE[side]) if by_side else end,
        route="straight",
        role=child.edge_role or look.role,
        style=child.edge_style or look.style,
        head=child.head or look.head,
        stroke=child.stroke or look.stroke,
        label_at="slope" if level else "beside",
        **_labels(child.edge_label),
    )


def _labels(label: Content | tuple[Content | None, Content | None] | None) -> dict[str, object]:
    if not isinstance(label, tuple):
        return {"label": label, "label_side": None} if label is not None else {}
    above, below = label
    if above is not None and below is not None:
        return {"labels": (above, below)}
    return {"label": above if above is not None else below, "label_side": "above" if above is not None else "below"}


class Edges(Element):
    """The edges of a tree that are no ordinary connectors: brackets, trunks, dashes and zigzags."""

    kind = "edges"

    def __init__(self, families: Sequence[tuple[Node, Sequence[Node]]], levels: Mapping[Node, int], look: EdgeLook) -> None:
        super().__init__()
        self.families, self.levels, self.look = families, levels, look

    def measure(self, layout: Layout) -> Size:
        return Size.of(0, 0)

    # Geometry ----------------------------------------------------------------------------------------------------

    def ports(self, layout: Layout, parent: Node, child: Node) -> tuple[Point, Point]:
        """Where an edge leaves the parent and where it arrives."""
        side = AWAY[self.look.direction]
        start, end = parent.element().port(side).point(layout), child.element().port(OPPOSITE[side]).point(layout)
        mates = self.mates(parent)
        if self.split(parent):
            # Branches of different colours leave side by side.
            off = (mates.index(child) - (len(mates) - 1) / 2) * self.pitch(layout, parent)
            start = start.shifted(0, off) if self._level else start.shifted(off, 0)
        return start, end

    @property
    def _level(self) -> bool:
        return self.look.direction in ("right", "left")

    def mates(self, parent: Node) -> list[Node]:
        """The children whose edges are drawn here."""
        return [c for p, children in self.families if p is parent for c in children]

    def split(self, parent: Node) -> bool:
        """Whether the edges to a node's children differ in colour, and so must not share a trunk."""
        return len({c.edge_role for c in self.mates(parent)}) > 1

    def pitch(self, layout: Layout, parent: Node) -> float:
        frame = parent.element().frame(layout)
        room = (frame.h if self._level else frame.w) - 2 * layout.theme.radius
        return min(LANE, room / max(1, len(self.mates(parent)) - 1))

    def route(self, layout: Layout, parent: Node, child: Node) -> list[Point]:
        """The corners of an edge."""
        start, end = self.ports(layout, parent, child)
        along = abs(end.x - start.x) if self._level else abs(end.y - start.y)
        across = end.y - start.y if self._level else end.x - start.x
        if abs(across) < 0.01:
            return [start, end]
        back = min(layout.theme.gap("l") * SPINE, along * SPINE) + self._lane(parent, child) * LANE
        way = 1 if self.look.direction in ("right", "down") else -1
        if self._level:
            x = end.x - way * back
            return [start, Point(x, start.y), Point(x, end.y), end]
        y = end.y - way * back
        return [start, Point(start.x, y), Point(end.x, y), end]

    def _lane(self, parent: Node, child: Node) -> int:
        """Trunks of different colours run side by side: the farther a branch, the nearer its trunk is to the parent."""
        mates = self.mates(parent)
        return min(mates.index(child), len(mates) - 1 - mates.index(child)) * -1 + (len(mates) - 1) // 2 if self.split(parent) else 0

    # Drawing -----------------------------------------------------------------------------------------------------

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        return [self._edge(layout, parent, child) for parent, children in self.families for child in children]

    def _edge(self, layout: Layout, parent: Node, child: Node) -> Group:
        style = child.edge_style or self.look.style
        if style == "zigzag":
            points = zigzag(*self.ports(layout, parent, child), lead=layout.theme.arrowhead.length * 1.6)
        else:
            points = self.route(layout, parent, child)
        color = self.color(layout, child)
        items: list[Item] = []
        head = child.head or self.look.head
        drawn = list(points)
        size = layout.theme.arrowhead
        if head in ("end", "both"):
            items.append(Shape(tip(points[-1], _angle(points[-2], points[-1]), size.length, size.width), Paint(fill=color)))
            drawn[-1] = points[-1].towards(points[-2], size.length * 0.8)
        if head in ("start", "both"):
            items.append(Shape(tip(points[0], _angle(points[1], points[0]), size.length, size.width), Paint(fill=color)))
            drawn[0] = points[0].towards(points[1], size.length * 0.8)
        items.insert(0, self._line(layout, child, drawn, color, style))
        ids = layout.ids
        start, end = (End(p, ids.get(n.element())) for p, n in ((points[0], parent), (points[-1], child)))
        frame = Rect(min(p.x for p in points), min(p.y for p in points), 0, 0)
        frame = Rect(frame.x, frame.y, max(p.x for p in points) - frame.x, max(p.y for p in points) - frame.y)
        return Group(
            id=f"{ids.get(child.element(), ids[self])}/edge", kind="edge", rect=frame, children=tuple(items),
            role=child.edge_role or self.look.role, source=child.source,
            link=Link(start, end, tuple(points), curved=style == "zigzag"),
        )  # fmt: skip

    def color(self, layout: Layout, child: Node) -> str:
        role = child.edge_role or self.look.role
        return layout.theme.role(role, child.source).ink if role else layout.theme.line

    def _line(self, layout: Layout, child: Node, points: Sequence[Point], color: str, style: str) -> Shape:
        theme = layout.theme
        level = self.levels[child]
        if self.look.connector == "taper" and style == "solid":
            first, last = (theme.stroke(WIDTHS[min(k, len(WIDTHS) - 1)]) for k in (level - 1, level))
            return Shape(tapered(points, first, last), Paint(fill=color))
        dash = theme.dashes.get("dashed" if style == "zigzag" else style, ())  # type: ignore[call-overload]
        width = theme.stroke(child.stroke or self.look.stroke, child.source)
        if style == "zigzag":
            return Shape(elbow(points, 0.0), Paint(stroke=color, width=width, dash=dash))
        return Shape(elbow(points), Paint(stroke=color, width=width, dash=dash))


def _angle(a: Point, b: Point) -> float:
    import math  # noqa: PLC0415

    return math.atan2(b.y - a.y, b.x - a.x)
