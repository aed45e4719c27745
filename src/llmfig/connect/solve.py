"""From connectors to routes: resolves their ends, asks the router, trims at outlines, places labels."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from llmfig.connect import curves
from llmfig.connect.link import Arrow, End
from llmfig.connect.routing import LabelRequest, Placement, Terminal, Wire, place_labels, route
from llmfig.elements.callout import facing
from llmfig.elements.cells import Cell
from llmfig.elements.panel import Backdrop
from llmfig.errors import FigureError
from llmfig.geometry import Path, Point, Rect, Side, crossing, leave, segments_of, union
from llmfig.layout.element import Element
from llmfig.layout.place import Anchor, Place
from llmfig.vocabulary import LabelSide

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

MARGIN = 60.0  # how far outside of everything a route may run, px


@dataclass
class Solution:
    """What routing decided: curves, hops and label places by connector, and junction dots."""

    curves: dict[Arrow, tuple[Point, Point, Point, Point]] = field(default_factory=dict)
    hops: dict[Arrow, list[Point]] = field(default_factory=dict)
    labels: dict[Element, Placement] = field(default_factory=dict)
    junctions: dict[Point, Arrow] = field(default_factory=dict)

    def shifted(self, dx: float, dy: float) -> Solution:
        """The same, moved."""
        return Solution(
            {
                a: (c[0].shifted(dx, dy), c[1].shifted(dx, dy), c[2].shifted(dx, dy), c[3].shifted(dx, dy))
                for a, c in self.curves.items()
            },
            {a: [p.shifted(dx, dy) for p in hops] for a, hops in self.hops.items()},
            {
                a: replace(p, center=p.center.shifted(dx, dy), rect=p.rect.shifted(dx, dy))
                for a, p in self.labels.items()
            },
            {p.shifted(dx, dy): a for p, a in self.junctions.items()},
        )


def solve(layout: Layout) -> Solution:
    """Route all connectors of a laid-out figure and place their labels; fills `layout.routes`."""
    solution = Solution()
    pending = list(layout.links)
    while pending:
        ready = [a for a in pending if all(t in layout.routes for t in a.taps())]
        if not ready:
            raise FigureError(
                "these connectors start on each other in a circle",
                fix="start one of them on an element",
                source=pending[0].source,
            )
        for a in ready:
            _direct(layout, a, solution)
        _wired(layout, [a for a in ready if a not in layout.routes], solution)
        pending = [a for a in pending if a not in layout.routes]
    _label(layout, solution)
    return solution


def _direct(layout: Layout, a: Arrow, solution: Solution) -> None:
    """Connectors that need no router: slanted lines, arcs, loops and waves."""
    if a.route not in ("straight", "arc", "wave"):
        return
    (pa, pb) = a.ends()
    if a.route == "arc" and pa is pb:
        curve = curves.loop(pa.frame(layout), pa.outline(layout), a.loop_side(), a.bend)
    elif a.route == "arc":
        (fa, oa), (fb, ob) = (_arced(layout, end) for end in (a.start, a.end_at))
        curve = curves.arc(fa, fb, oa, ob, a.bend)
    else:
        start, end = _aim(layout, a.start, a.end_at), _aim(layout, a.end_at, a.start)
        if a.route == "straight":
            layout.routes[a] = (start, end)
            return
        curve = curves.wave(start, end, _side(a.start), _side(a.end_at))
    solution.curves[a] = curve
    layout.routes[a] = curves.flatten(curve)


def _arced(layout: Layout, end: End) -> tuple[Rect, Path]:
    """The frame and the outline that an arc ends on: those of a place, or a fixed point."""
    if isinstance(end, Anchor) and not end.loose:
        p = end.point(layout)
        return Rect(p.x, p.y, 0, 0), Path(())
    place = end.place if isinstance(end, Anchor) else end
    return place.frame(layout), place.outline(layout)


def _side(end: End) -> Side | None:
    return end.side if isinstance(end, Anchor) else None


def _aim(layout: Layout, end: End, other: End) -> Point:
    """Where a slanted line leaves `end` on its way to `other`."""
    if isinstance(end, Anchor):
        return end.point(layout)
    frame = end.frame(layout)
    near, far = frame.center, other.point(layout) if isinstance(other, Anchor) else other.frame(layout).center
    if not isinstance(other, Anchor):
        # Of elements on one axis, the line is exactly level or upright, though their middles need not be.
        a, b = _axes(layout, end), _axes(layout, other)
        if abs(a.x - b.x) < 0.5:
            near, far = Point((a.x + b.x) / 2, near.y), Point((a.x + b.x) / 2, far.y)
        elif abs(a.y - b.y) < 0.5:
            near, far = Point(near.x, (a.y + b.y) / 2), Point(far.x, (a.y + b.y) / 2)
    hit = leave(end.outline(layout), near, far) or near
    return Point(near.x if near.x == far.x else hit.x, near.y if near.y == far.y else hit.y)


def _axes(layout: Layout, place: Place) -> Point:
    """Where the alignment axes of a place cross; of a part, its middle."""
    frame, element = place.frame(layout), place.element()
    if isinstance(element, Arrow) or frame != element.frame(layout):
        return frame.center
    size = layout.measure(element)
    return Point(frame.x + size.ax + (frame.w - size.w) / 2, frame.y + size.ay + (frame.h - size.h) / 2)


def hosts(layout: Layout) -> dict[Element, Element]:
    """For every placed element inside a solid one: the outermost solid element that holds it.

    An array of cells counts as one solid element, unless a connector ends on one of its cells; then each cell is its
    own. A box counts as what it holds when a connector joins two things inside of it.
    """
    ends = {p.element() for a in layout.links for p in a.ends()}
    opened: set[Element | None] = {layout.parents.get(e) for e in ends if isinstance(e, Cell)}
    for a in layout.links:
        holders = [set(_holders(layout, p.element())) for p in a.ends()]
        opened |= holders[0] & holders[1]
    found: dict[Element, Element] = {}
    for element, _ in layout.placed():
        parent = layout.parents.get(element)
        if parent is not None and parent in found:
            found[element] = found[parent]
        elif (element.solid and element not in opened) or (isinstance(element, Cell) and parent in opened):
            found[element] = element
    return found


def _holders(layout: Layout, element: Element) -> Iterator[Element]:
    """What an element stands in, from the inside out."""
    parent = layout.parents.get(element)
    while parent is not None:
        yield parent
        parent = layout.parents.get(parent)


def _wired(layout: Layout, arrows: Sequence[Arrow], solution: Solution) -> None:
    """Route right-angled connectors together."""
    if not arrows:
        return
    host = hosts(layout)
    frames = [layout.frame(e) for e in dict.fromkeys(host.values())]
    wires = [
        Wire(
            _terminal(layout, host, a.start, a.end_at),
            _terminal(layout, host, a.end_at, a.start),
            trunk=a.trunk,
            around=a.around,
            min_end=layout.theme.arrowhead.length + 6,
        )
        for a in arrows
    ]
    for a, wire in zip(arrows, wires, strict=True):
        if wire.start.point is not None and wire.start.point == wire.end.point:
            raise _pointless(a)
    everything = union(rect for _, rect in layout.placed())
    drawn = list(layout.routes.values())
    panels = [rect for e, rect in layout.placed() if isinstance(e, Backdrop)]
    result = route(
        wires, frames, bounds=everything.grown(MARGIN), lane=layout.theme.gap("m"), drawn=drawn, panels=panels
    )
    for i in result.blocked:
        raise FigureError(
            "there is no way for this arrow round the elements",
            fix="make room (a larger gap) or name the sides it should use",
            source=arrows[i].source,
        )
    for a, routed in zip(arrows, result.routes, strict=True):
        layout.routes[a] = _trim(layout, a, routed.points)
    for i, p in result.crossings:
        solution.hops.setdefault(arrows[i], []).append(p)
    for p in result.junctions:
        owner = next((a for a in arrows if a.trunk and _on(layout.routes[a], p)), arrows[0])
        solution.junctions[p] = owner


def _on(points: Sequence[Point], p: Point) -> bool:
    return any(
        min(a.x, b.x) - 0.01 <= p.x <= max(a.x, b.x) + 0.01 and min(a.y, b.y) - 0.01 <= p.y <= max(a.y, b.y) + 0.01
        for a, b in itertools.pairwise(points)
    )


def _terminal(layout: Layout, host: dict[Element, Element], end: End, other: End) -> Terminal:
    place: Place = end.place if isinstance(end, Anchor) else end
    if isinstance(place, Arrow) or (isinstance(end, Anchor) and end.side is None):
        p = end.point(layout) if isinstance(end, Anchor) else place.frame(layout).center
        return Terminal(Rect(p.x, p.y, 0, 0), None, None, point=p)
    element = place.element()
    if isinstance(place, Element):
        place = element  # a Diagram stands for its body
    owner = host.get(element, element)
    frame = place.frame(layout)
    node = layout.frame(owner) if owner in host else frame
    key = layout.key(owner)
    whole = owner is element and place is element
    if not node.contains(frame) or (element.solid and owner not in host):
        # Round several elements, or among the cells of an array that a connector enters: nothing is in front of it.
        node, whole, key = frame, True, ""
    if isinstance(end, Anchor):
        side = end.side
        assert side is not None
        if end.loose and whole:
            return Terminal(node, side, None, key=key)
        return Terminal(node, side, None, point=_project(node, side, end.point(layout)), key=key)
    if whole:
        return Terminal(node, None, None, key=key)
    # A part of a larger element: leave by the side that looks at the other end.
    far = other.point(layout) if isinstance(other, Anchor) else other.frame(layout).center
    side = facing(frame, far)
    return Terminal(node, side, None, point=_project(node, side, frame.port(side)), key=key)


def _project(node: Rect, side: Side, p: Point) -> Point:
    """A point moved straight out to a side of the node."""
    match side:
        case "top":
            return Point(p.x, node.y)
        case "bottom":
            return Point(p.x, node.bottom)
        case "left":
            return Point(node.x, p.y)
        case "right":
            return Point(node.right, p.y)


def _pointless(a: Arrow) -> FigureError:
    return FigureError(
        "both ends of this arrow are at the same place", fix="name other sides or elements", source=a.source
    )


def _trim(layout: Layout, a: Arrow, points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Bring both ends from the frames, where the router left them, onto the outlines."""
    if len(points) < 2:
        raise _pointless(a)
    out = list(points)
    for index, neighbour, end in ((0, 1, a.start), (-1, -2, a.end_at)):
        tip, inside = out[index], out[neighbour]
        place = end.place if isinstance(end, Anchor) else end
        if isinstance(place, Arrow) or (isinstance(end, Anchor) and end.side is None):
            continue
        hit = entry(place.outline(layout), inside, tip)
        if hit is not None:
            out[index] = hit
    return tuple(out)


def entry(outline: Path, start: Point, towards: Point) -> Point | None:
    """Where a level or upright line from `start` first meets an outline beyond it."""
    far = start.towards(towards, start.distance(towards) + 400)
    best: float | None = None
    for line in outline.polylines(64):
        for c, d in segments_of(line):
            t = crossing(start, far, c, d)
            if t is not None and (best is None or t < best):
                best = t
    if best is None:
        return None
    dx, dy = far.x - start.x, far.y - start.y
    return Point(start.x + dx * best if dx else start.x, start.y + dy * best if dy else start.y)


def _label(layout: Layout, solution: Solution) -> None:
    tags = [(a, label, side) for a in layout.links for label, side in a.tags]
    if not tags:
        return
    solids = [layout.frame(e) for e in dict.fromkeys(hosts(layout).values())]
    requests = []
    for a, label, side in tags:
        size = layout.measure(label)
        route = _own(layout, a)
        if len(a.tags) > 1:
            side = _turned(route, side)  # noqa: PLW2901
        elif side is not None and a.label_at != "slope":
            _check_side(a, route, side)
        requests.append(LabelRequest(route, (size.w, size.h), where=a.label_at, t=a.label_t, side=side))
    lines = [layout.routes[a] for a in layout.links]
    # No label on the border of a panel either.
    lines += [_border(rect) for e, rect in layout.placed() if isinstance(e, Backdrop)]
    bounds = union([*(rect for _, rect in layout.placed()), *(a.frame(layout) for a in layout.links)]).grown(MARGIN * 3)
    placements = place_labels(requests, obstacles=solids, lines=lines, bounds=bounds)
    for (_, label, _), placed in zip(tags, placements, strict=True):
        solution.labels[label] = placed
        layout.arrange(label, placed.rect)


def _border(r: Rect) -> tuple[Point, ...]:
    return r.at(0, 0), r.at(1, 0), r.at(1, 1), r.at(0, 1), r.at(0, 0)


def _turned(route: Sequence[Point], side: LabelSide | None) -> LabelSide | None:
    """Above and below mean left and right of an upright line."""
    upright = all(abs(p.x - route[0].x) < 0.01 for p in route)
    return {"above": "left", "below": "right"}.get(side or "", side) if upright else side  # type: ignore[return-value]


def _check_side(a: Arrow, route: Sequence[Point], side: LabelSide) -> None:
    """An error for a side that a straight line does not have."""
    level = all(abs(p.y - route[0].y) < 0.01 for p in route)
    upright = all(abs(p.x - route[0].x) < 0.01 for p in route)
    wrong = ("left", "right") if level else ("above", "below") if upright else ()
    if side in wrong:
        right = "'above' or 'below'" if level else "'left' or 'right'"
        raise FigureError(
            f"this {type(a).__name__} is {'level' if level else 'upright'} and has no side {side!r} for its label",
            fix=f"write label_side={right}, or leave it out",
            source=a.source,
        )


def _own(layout: Layout, a: Arrow) -> tuple[Point, ...]:
    """The part of a route that its label may stand at: for a branch of a trunk, the stretch at its own end."""
    route = layout.routes[a]
    if a.trunk is None or a.label_t is not None:
        return route
    same = [b for b in layout.links if b.trunk == a.trunk]
    return route[-2:] if all(b.start is same[0].start for b in same) else route[:2]
