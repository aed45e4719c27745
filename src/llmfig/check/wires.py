"""Connectors: where they end, what they run through, and whether they are straight."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

from llmfig.check import kinds
from llmfig.check.finding import Hit
from llmfig.check.nodes import Node
from llmfig.check.shapes import gap, length_in_rect, length_in_ring
from llmfig.check.solids import Solid
from llmfig.check.sweep import Grid
from llmfig.check.view import View
from llmfig.geometry import Point, Rect, segments_of

GAP = 0.75  # px an end may be off the outline it belongs to
INSET = 1.5  # px by which a node is shrunk before a line through it counts
THROUGH = 3.0  # px of a line inside a node that count as running through it
SLANT = 6.0  # px off level or plumb that look like a mistake
ANGLE = 3.0  # degrees that do, whatever the length
STEEP = 20.0  # degrees from which a short line is meant to slant
SHORT = 12.0  # px; shorter pieces belong to a rounded corner


def through_node(view: View) -> Iterator[Hit]:
    """Connectors that run through something they do not end at."""
    areas = Grid((s.rect, s) for s in view.solids if s.form == "area")
    for node in view.links:
        route = view.route(node)
        if len(route) < 2:
            continue
        told: list[Node] = []
        box = Rect(min(p.x for p in route), min(p.y for p in route), 0, 0)
        box = Rect(box.x, box.y, max(p.x for p in route) - box.x, max(p.y for p in route) - box.y)
        for solid in areas.near(box):
            other = solid.node
            if other.link is not None or other.related(node) or any(t.holds(other) for t in told):
                continue
            length = _length_inside(route, solid)
            if length <= THROUGH or _ends_at(view, node, route, solid, length):
                continue
            told.append(other)
            yield Hit(
                f"{view.wire(node)} runs through {other.name} for {length:.0f} px",
                "route it round (via=..., another side), or move the node",
                (node, other),
            )


def _length_inside(route: list[Point], solid: Solid) -> float:
    if all(m.plain for m in solid.bodies):
        rects = [m.rect for m in solid.bodies] or [solid.rect]
        return max(length_in_rect(route, r.grown(-INSET)) for r in rects)
    return max(length_in_ring(route, border) for border in solid.lines)


def _ends_at(view: View, node: Node, route: list[Point], solid: Solid, length: float) -> bool:
    """Whether a node is where a connector starts or ends, so that it may lie under the connector's end."""
    link = node.group.link
    assert link is not None
    for end, point in ((link.start, route[0]), (link.end, route[-1])):
        target = view.by_id.get(end.target) if end.target else None
        here = solid.rect.grown(GAP).holds(point)
        if target is None:
            if here:
                return True
            continue
        if solid.node.holds(target):
            # An end on the border must not come from the far side; one inside (a cell, a term) has to cross the border.
            on_border = min(gap(point, line) for line in solid.lines) <= GAP
            return not (on_border and solid.node is target and length > 2 * THROUGH)
        if target.holds(solid.node) and here:
            return True
    return False


def loose_end(view: View) -> Iterator[Hit]:
    """Connector ends that miss the outline of what they belong to."""
    for node in view.links:
        link = node.group.link
        assert link is not None
        for which, end in (("start", link.start), ("end", link.end)):
            if end.target is None:
                continue
            target = view.by_id.get(end.target)
            if target is None:
                yield Hit(
                    f"the {which} of {view.wire(node)} names {end.target!r}, which is not in the figure",
                    "name an element of the figure",
                    (node,),
                )
                continue
            point = node.turn.of(end.point) if node.turn else end.point
            miss = _miss(view, target, point)
            if miss > GAP:
                side = "inside" if target.placed(target.group.rect).holds(point) else "short of"
                yield Hit(
                    f"the {which} of {view.wire(node)} is {miss:.1f} px {side} the outline of {target.name}; "
                    f"{GAP:g} px is allowed",
                    "give the arrow the element itself, or one of its ports",
                    (node, target),
                )


def _miss(view: View, target: Node, point: Point) -> float:
    """How far an end is from the outline of its target, or from that of a part of it."""
    group = target.group
    miss = min((gap(point, line) for line in view.border(target)), default=math.inf)
    if miss > GAP:
        miss = min((gap(point, line) for m in target.marks if m.closed for line in m.lines), default=miss)
    if miss <= GAP or not _has_parts(target):
        return miss
    frame = target.placed(group.rect).grown(GAP)
    return 0.0 if frame.holds(point) else miss


def _has_parts(target: Node) -> bool:
    """Whether connectors may end at parts of a thing (a cell, a term, a point of a curve) and so inside its frame."""
    if target.group.inner is not None and target.group.kind not in kinds.RULED | kinds.DRAWING:
        return False
    plain_text = target.group.kind in kinds.TEXT - {"formula"} and not any(
        n.group.kind == "formula" for n in target.down()
    )
    return not plain_text


def nearly_straight(view: View) -> Iterator[Hit]:
    """Straight connectors that are a little off level or plumb, or that jog by a little.

    A connector that may slant (marked as curved, but a single straight piece) is only blamed for a few px.
    """
    for node in view.links:
        link = node.group.link
        assert link is not None
        route = view.route(node)
        if link.curved and len(route) > 2:
            continue
        whole = sum(a.distance(b) for a, b in segments_of(route))
        pieces = [(a, b) for a, b in segments_of(route) if a.distance(b) >= min(SHORT, whole / 2) and a != b]
        for a, b in pieces:
            dx, dy = abs(b.x - a.x), abs(b.y - a.y)
            off, along = min(dx, dy), max(dx, dy)
            angle = math.degrees(math.atan2(off, along))
            if off > 0.05 and ((off < SLANT and angle < STEEP) or (angle < ANGLE and not link.curved)):
                way = "level" if dx > dy else "plumb"
                yield Hit(
                    f"{view.wire(node)} is {off:.1f} px ({angle:.1f}°) off {way} over {along:.0f} px",
                    "put both ends on one track, or align the two elements",
                    (node,),
                )
                break
        else:
            jog = _jog(pieces)
            if jog:
                yield Hit(
                    f"{view.wire(node)} jogs by {jog:.1f} px",
                    "put both ends on one track, or align the two elements",
                    (node,),
                )


def _jog(pieces: list[tuple[Point, Point]]) -> float:
    """How far two pieces of a route that run the same way are apart, when it is too little to be meant; else 0."""
    for (a, b), (c, d) in itertools.pairwise(pieces):
        for along, across in ((0, 1), (1, 0)):
            flat = abs(a[across] - b[across]) < 0.05 and abs(c[across] - d[across]) < 0.05
            same_way = (b[along] - a[along]) * (d[along] - c[along]) > 0
            apart = abs(c[across] - b[across])
            if flat and same_way and 0.05 < apart < SLANT:
                return apart
    return 0.0
