"""Drawing connectors: lines with rounded bends and hops, heads, junction dots, labels with their tags."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from llmfig.connect.link import Arrow, End
from llmfig.connect.solve import Solution
from llmfig.connect.stems import TOUCH, own_part
from llmfig.elements.shapes import KAPPA, ellipse
from llmfig.geometry import Path, Point, Rect, Segment, cubic, polyline
from llmfig.layout.element import Element
from llmfig.layout.place import Anchor
from llmfig.scene.model import Box as SceneBox
from llmfig.scene.model import End as SceneEnd
from llmfig.scene.model import Group, Item, Link, Paint, Shape

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

HOP = 5.0  # radius of the bow over a crossing line, px
DOT = 3.0  # radius of a junction dot, px
BEND = 7.0  # radius of a bend, px
Cubic = tuple[Point, Point, Point, Point]
RAIL = 2.2  # half the distance of a double line's rails over the stroke, px


def draw(layout: Layout, arrow: Arrow, solution: Solution, id: str) -> Group:
    """The Scene group of one connector."""
    layout.ids[arrow] = id
    route = layout.routes[arrow]
    color = layout.theme.role(arrow.role, arrow.source).ink if arrow.role else layout.theme.line
    width = layout.theme.stroke(arrow.stroke, arrow.source)
    scale = max(1.0, width / layout.theme.stroke("normal"))
    head = layout.theme.arrowhead.length * scale, layout.theme.arrowhead.width * scale
    curve = solution.curves.get(arrow)
    start_cut = head[0] * 0.8 if arrow.head in ("start", "both") else 0.0
    end_cut = head[0] * 0.8 if arrow.head in ("end", "both") else 0.0
    if curve is not None:
        path = _cut_curve(curve, start_cut, end_cut)
    else:
        drawn = own_part(route, _earlier(layout, arrow))
        start_cut = start_cut if drawn[0] == route[0] else 0.0
        end_cut = end_cut if drawn[-1] == route[-1] else 0.0
        path = _rounded(_cut(drawn, start_cut, end_cut), solution.hops.get(arrow, []), list(solution.junctions))
    items: list[Item] = list(_strokes(layout, arrow, path, color, width, route))
    if end_cut:
        items.append(_head(route[-1], _before(route, head[0]), head, color))
    if start_cut:
        items.append(_head(route[0], _before(route[::-1], head[0]), head, color))
    items += [
        Shape(ellipse(Rect(p.x - DOT, p.y - DOT, 2 * DOT, 2 * DOT)), Paint(fill=color))
        for p, owner in solution.junctions.items()
        if owner is arrow
    ]
    items += [_label(layout, arrow, label, solution, f"{id}/label-{i}") for i, label in enumerate(arrow.children(), 1)]
    ends = [_target(layout, e) for e in (arrow.start, arrow.end_at)]
    frame = arrow.frame(layout)
    return Group(
        id=id, kind=arrow.kind, rect=frame, children=tuple(items), role=arrow.role, source=arrow.source,
        link=Link(
            SceneEnd(route[0], ends[0]), SceneEnd(route[-1], ends[1]), route,
            curved=curve is not None or arrow.route == "straight",
        ),
    )  # fmt: skip


def _earlier(layout: Layout, arrow: Arrow) -> list[Sequence[Point]]:
    """Routes of the same trunk that are drawn before a connector."""
    if arrow.trunk is None:
        return []
    before = layout.links[: layout.links.index(arrow)]
    return [layout.routes[a] for a in before if a.trunk == arrow.trunk]


def _target(layout: Layout, end: End) -> str | None:
    """The group whose outline an end must touch; none for ends on parts, in the middle of things, on connectors."""
    if isinstance(end, Anchor) and end.side is None:
        return None
    place = end.place if isinstance(end, Anchor) else end
    if isinstance(place, Arrow):
        return None
    # A diagram, a note, a node of a tree stand for the element that is drawn; a part is less than its element.
    body = place.element()
    return layout.ids.get(body) if body.outline(layout) == place.outline(layout) else None


def _strokes(
    layout: Layout, arrow: Arrow, path: Path, color: str, width: float, route: Sequence[Point]
) -> Sequence[Item]:
    dashes = layout.theme.dashes
    match arrow.style:
        case "dashed" | "dotted" | "dash-dot" as name:
            dash = dashes[name]
            return [Shape(path, Paint(stroke=color, width=width, dash=dash, cap="butt"))]
        case "double" | "double-dashed":
            # Two rails: a broad line with the ground's colour laid over its middle.
            dash = dashes["dashed"] if arrow.style == "double-dashed" else ()
            ground = layout.background_at(route[len(route) // 2])
            return [
                Shape(path, Paint(stroke=color, width=2 * width + RAIL, dash=dash)),
                Shape(path, Paint(stroke=ground, width=RAIL)),
            ]
        case _:
            return [Shape(path, Paint(stroke=color, width=width))]


def _label(layout: Layout, arrow: Arrow, label: Element, solution: Solution, id: str) -> Group:
    placed = solution.labels[label]
    on = arrow.label_at == "on"
    ground = SceneBox(placed.rect.grown(4, 1), Paint(fill=layout.background_at(placed.center)), 3.0)
    words = layout.group(label, f"{id}/{label.kind}")
    return Group(
        id=id,
        kind="tag" if on else "label",
        rect=placed.rect,
        children=(ground, words) if on else (words,),
        source=arrow.source,
        rotate=placed.angle,
    )


def _before(route: Sequence[Point], length: float) -> Point:
    """The point `length` px before the end of a polyline, which gives a head on a curve its direction."""
    rest = length
    for b, a in zip(route[::-1], route[-2::-1], strict=False):
        d = a.distance(b)
        if d >= rest:
            return b.towards(a, rest)
        rest -= d
    return route[0]


def _head(tip: Point, back: Point, size: tuple[float, float], color: str) -> Shape:
    length, width = size
    angle = math.atan2(tip.y - back.y, tip.x - back.x)
    c, s = math.cos(angle), math.sin(angle)
    # Exact zeros keep heads of level arrows exactly level.
    c, s = (0.0 if abs(c) < 1e-9 else c), (0.0 if abs(s) < 1e-9 else s)

    def at(along: float, across: float) -> Point:
        return Point(tip.x - c * along - s * across, tip.y - s * along + c * across)

    return Shape(
        polyline([tip, at(length, width / 2), at(length * 0.82, 0), at(length, -width / 2)], closed=True),
        Paint(fill=color),
    )


def _cut(route: Sequence[Point], start: float, end: float) -> list[Point]:
    points = list(route)
    if start:
        points[0] = points[0].towards(points[1], min(start, points[0].distance(points[1])))
    if end:
        points[-1] = points[-1].towards(points[-2], min(end, points[-1].distance(points[-2])))
    return points


def _cut_curve(curve: tuple[Point, Point, Point, Point], start: float, end: float) -> Path:
    """A cubic shortened at both ends (by de Casteljau's subdivision)."""
    t0, t1 = _parameter(curve, start), 1 - _parameter(curve[::-1], end)
    a = _split(curve, t1)[0]
    b = _split(a, t0 / t1)[1]
    return Path((("M", b[0].x, b[0].y), ("C", b[1].x, b[1].y, b[2].x, b[2].y, b[3].x, b[3].y)))


def _parameter(curve: Cubic, length: float) -> float:
    """The parameter at which a cubic is `length` px from its start."""
    steps, walked, at = 200, 0.0, curve[0]
    for i in range(1, steps + 1):
        p = cubic(*curve, i / steps)
        walked += at.distance(p)
        if walked > length:
            return (i - 1) / steps
        at = p
    return 1.0


def _split(c: Cubic, t: float) -> tuple[Cubic, Cubic]:
    def mix(a: Point, b: Point) -> Point:
        return Point(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)

    ab, bc, cd = mix(c[0], c[1]), mix(c[1], c[2]), mix(c[2], c[3])
    abc, bcd = mix(ab, bc), mix(bc, cd)
    mid = mix(abc, bcd)
    return (c[0], ab, abc, mid), (mid, bcd, cd, c[3])


def _rounded(points: list[Point], hops: Sequence[Point], junctions: Sequence[Point] = ()) -> Path:
    """A polyline with rounded bends and a bow at each hop; a bend under a junction dot is square."""
    out: list[Segment] = [("M", points[0].x, points[0].y)]
    at = points[0]
    for i in range(1, len(points)):
        corner = points[i]
        last = i == len(points) - 1
        square = last or any(corner.distance(j) < TOUCH for j in junctions)
        r = 0.0 if square else min(BEND, at.distance(corner) / 2, corner.distance(points[i + 1]) / 2)
        stop = corner if last else corner.towards(at, r)
        for h in sorted((h for h in hops if _within(at, stop, h)), key=at.distance):
            out += _hop(at, stop, h)
        out.append(("L", stop.x, stop.y))
        at = stop
        if not last and r > 0:
            leave = corner.towards(points[i + 1], r)
            c1, c2 = stop.towards(corner, r * KAPPA), leave.towards(corner, r * KAPPA)
            out.append(("C", c1.x, c1.y, c2.x, c2.y, leave.x, leave.y))
            at = leave
    return Path(tuple(out))


def _within(a: Point, b: Point, h: Point) -> bool:
    return abs(a.distance(h) + h.distance(b) - a.distance(b)) < 0.01 and min(a.distance(h), h.distance(b)) > HOP + 1


def _hop(a: Point, b: Point, h: Point) -> list[Segment]:
    first, second = h.towards(a, HOP), h.towards(b, HOP)
    # The bow stands up from level lines and to the right from upright ones.
    n = Point(0, -HOP) if a.y == b.y else Point(HOP, 0)
    top = h.shifted(n.x, n.y)
    k = KAPPA
    return [
        ("L", first.x, first.y),
        (
            "C",
            first.x + n.x * k,
            first.y + n.y * k,
            top.x + (first.x - h.x) * k,
            top.y + (first.y - h.y) * k,
            top.x,
            top.y,
        ),
        (
            "C",
            top.x + (second.x - h.x) * k,
            top.y + (second.y - h.y) * k,
            second.x + n.x * k,
            second.y + n.y * k,
            second.x,
            second.y,
        ),
    ]
