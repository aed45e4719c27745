"""Where the words of a wire stand: beside it, on it, or along its slope, and on no other line."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from llmfig.connect.routing.tags import Tag, area_in, length_in
from llmfig.geometry import Point, Rect

Where = Literal["beside", "on", "slope"]
LabelSide = Literal["left", "right", "above", "below"]

VECTORS: dict[LabelSide, Point] = {
    "left": Point(-1, 0),
    "right": Point(1, 0),
    "above": Point(0, -1),
    "below": Point(0, 1),
}
# Prices. A line through words is worst, then words on words, then words on a node; taste never outweighs any of them.
LINE, LABEL, NODE, OUTSIDE = 100_000.0, 50_000.0, 20_000.0, 10_000.0
WRONG_SIDE = 400.0  # not on the side asked for
SECOND_SIDE = 6.0  # below or left, when nothing was asked
OFF_MIDDLE = 60.0  # per whole stretch away from its middle
OFF_PLACE = 900.0  # per whole route away from the place asked for
BETWEEN = 1_000.0  # at one of the places that are tried only when something is in the way at all the others
SHORT = 60.0  # on the shortest stretch instead of the longest
OVERHANG = 1.0  # per px by which the words are longer than their stretch
CLOSE = 4.0  # px around words that should be free as well
CROWDED = 25.0  # price of something within that distance
CURVE = 9  # from so many stretches on a route counts as a curve


@dataclass(frozen=True, slots=True)
class LabelRequest:
    """A label to be placed.

    Args:
        route: the line it belongs to, as a polyline; a curve comes flattened.
        size: width and height of the words, in px.
        where: `beside` the line, `on` it (drawn on a tag that hides the line), or beside it and turned along its
            `slope`.
        t: fraction of the route's length where it should stand.
        side: which side of the line it should stand on.
        gap: distance between words and line, in px.
    """

    route: tuple[Point, ...]
    size: tuple[float, float]
    where: Where = field(default="beside", kw_only=True)
    t: float | None = field(default=None, kw_only=True)
    side: LabelSide | None = field(default=None, kw_only=True)
    gap: float = field(default=6, kw_only=True)


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a label stands.

    Attributes:
        center: its middle.
        angle: by how much it is turned about its middle, in degrees, clockwise on the screen; above -90, at most 90.
        rect: its frame before turning.
        clash: px of line and px² of nodes and other labels under it; 0 when it stands free.
    """

    center: Point
    angle: float
    rect: Rect
    clash: float


@dataclass(slots=True)
class _Spot:
    taste: float
    center: Point
    angle: float


def place_labels(
    requests: Sequence[LabelRequest],
    *,
    obstacles: Sequence[Rect],
    lines: Sequence[tuple[Point, ...]],
    bounds: Rect,
) -> tuple[Placement, ...]:
    """Place labels one after the other, each where it disturbs least.

    Args:
        requests: the labels, most important first: an earlier one is not moved for a later one.
        obstacles: frames no label should cover.
        lines: everything drawn as a line. A label's own route counts too, whether listed or not, except for `on`.
        bounds: labels stay inside.

    Returns:
        One placement per request, in order.
    """
    taken: list[Tag] = []
    boxed = [(_hull(line), line) for line in lines]
    out: list[Placement] = []
    for request in requests:
        around = _Around([b for b in boxed if b[1] != request.route], obstacles, taken, bounds)
        best: tuple[float, float, _Spot, Tag] | None = None
        for spot in sorted(_spots(request), key=lambda s: s.taste):
            if best is not None and spot.taste >= best[0]:
                break
            tag = Tag(spot.center, request.size[0], request.size[1], spot.angle)
            price, clash = _price(request, tag, around)
            if best is None or spot.taste + price < best[0]:
                best = (spot.taste + price, clash, spot, tag)
        assert best is not None
        _, clash, spot, tag = best
        taken.append(tag)
        w, h = request.size
        out.append(Placement(spot.center, spot.angle, Rect(spot.center.x - w / 2, spot.center.y - h / 2, w, h), clash))
    return tuple(out)


@dataclass(slots=True)
class _Around:
    """What a label must not cover."""

    lines: Sequence[tuple[Rect, tuple[Point, ...]]]
    obstacles: Sequence[Rect]
    taken: Sequence[Tag]
    bounds: Rect


def _price(request: LabelRequest, tag: Tag, around: _Around) -> tuple[float, float]:
    """What a place costs, and how much lies under it."""
    price = clash = 0.0
    wide = tag.grown(CLOSE)
    # (price of a hit, how much is under the words, how much is under them or close by)
    hits: list[tuple[float, float, float]] = []
    if request.where != "on":
        own = length_in(tag.grown(request.gap * 0.4), request.route)
        hits.append((LINE, own, own))
    for hull, line in around.lines:
        if wide.bounds.intersects(hull):
            near = length_in(wide, line)
            if near > 0:
                hits.append((LINE, length_in(tag.grown(1), line), near))
    for r in around.obstacles:
        if wide.bounds.intersects(r):
            hits.append((NODE, area_in(tag, r), area_in(wide, r)))
    for other in around.taken:
        if wide.bounds.intersects(other.bounds):
            hits.append((LABEL, tag.common(other), wide.common(other)))
    for worst, under, near in hits:
        if under > 0.01:
            price += worst + under
            clash += under
        elif near > 0.01:
            price += CROWDED
    out = _outside(tag.bounds, around.bounds)
    return (price + OUTSIDE + 20 * out if out > 0.01 else price), clash


def _hull(line: Sequence[Point]) -> Rect:
    """The frame of a line, with a hair around so that level lines have an area."""
    x, y = min(p.x for p in line), min(p.y for p in line)
    return Rect(x, y, max(p.x for p in line) - x, max(p.y for p in line) - y).grown(0.5)


def _outside(r: Rect, bounds: Rect) -> float:
    """How far `r` sticks out of `bounds`, all sides together, in px."""
    across = max(bounds.x - r.x, 0) + max(r.right - bounds.right, 0)
    return across + max(bounds.y - r.y, 0) + max(r.bottom - bounds.bottom, 0)


def _spots(request: LabelRequest) -> Iterator[_Spot]:
    """Places to try, with how much each is liked."""
    w, h = request.size
    for taste, p, ux, uy, room in _anchors(request):
        flat = abs(ux) >= abs(uy)
        along = w if request.where == "slope" else w * abs(ux) + h * abs(uy)
        tight = taste + OVERHANG * max(along - room, 0)
        if request.where == "on":
            yield _Spot(tight, p, 0.0)
            continue
        angle = upright(math.degrees(math.atan2(uy, ux))) if request.where == "slope" else 0.0
        for nx, ny in ((uy, -ux), (-uy, ux)):
            if request.side is not None:
                v = VECTORS[request.side]
                lean = WRONG_SIDE * (1 - (nx * v.x + ny * v.y)) / 2
            else:
                liked = ny < 0 if flat else nx > 0
                lean = 0.0 if liked else SECOND_SIDE
            depth = h / 2 if request.where == "slope" else (w * abs(nx) + h * abs(ny)) / 2
            for stretch in (1.0, 1.6, 2.6):
                d = depth + request.gap * stretch
                yield _Spot(tight + lean + 12 * (stretch - 1), Point(p.x + nx * d, p.y + ny * d), angle)


def _anchors(request: LabelRequest) -> Iterator[tuple[float, Point, float, float, float]]:
    """Points of the route to stand at: (dislike, point, direction x, direction y, length of straight line there)."""
    pieces = [(p, q, p.distance(q)) for p, q in zip(request.route, request.route[1:], strict=False)]
    pieces = [c for c in pieces if c[2] > 1e-6]
    if not pieces:
        p = request.route[0]
        yield 0.0, p, 1.0, 0.0, 0.0
        return
    total = sum(c[2] for c in pieces)
    longest = max(c[2] for c in pieces)
    curve = len(pieces) >= CURVE
    along = 0.0
    for p, q, length in pieces:
        ux, uy = (q.x - p.x) / length, (q.y - p.y) / length
        fractions = {0.5} if curve else {0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9}
        if request.t is not None and along <= request.t * total <= along + length:
            fractions.add((request.t * total - along) / length)
        between = set() if curve else {k / 20 for k in range(2, 19)} - fractions
        for f in sorted(fractions | between):
            place = (along + length * f) / total
            if request.t is not None:
                dislike = OFF_PLACE * abs(place - request.t)
            elif curve:
                dislike = OFF_MIDDLE * 2 * abs(place - 0.5)
            else:
                dislike = OFF_MIDDLE * abs(f - 0.5) + SHORT * (1 - length / longest)
            if f in between:
                dislike += BETWEEN
            yield dislike, Point(p.x + (q.x - p.x) * f, p.y + (q.y - p.y) * f), ux, uy, total if curve else length
        along += length


def upright(angle: float) -> float:
    """The same slope as an angle in (-90, 90] degrees, so that words are not upside down."""
    while angle <= -90:
        angle += 180
    while angle > 90:
        angle -= 180
    return angle + 0.0
