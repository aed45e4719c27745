"""Plane geometry of the checks: clipping, containment and turned frames.

`llmfig.geometry` has what layout needs; the questions asked here (how much of a line lies inside, does a polygon cover
a point) only come up when a finished picture is judged.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from llmfig.geometry import Path, Point, Rect, clip_segment, crossing, segments_of

Polyline = list[Point]
_QUARTER = [(math.cos(math.radians(22.5 * i)), math.sin(math.radians(22.5 * i))) for i in range(5)]


@dataclass(frozen=True, slots=True)
class Turn:
    """A rotation of the plane about some point: x' = c x - s y + dx, y' = s x + c y + dy."""

    c: float
    s: float
    dx: float
    dy: float

    @staticmethod
    def about(center: Point, degrees: float) -> Turn:
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        return Turn(c, s, center.x - c * center.x + s * center.y, center.y - s * center.x - c * center.y)

    def of(self, p: Point) -> Point:
        return Point(self.c * p.x - self.s * p.y + self.dx, self.s * p.x + self.c * p.y + self.dy)

    def after(self, first: Turn) -> Turn:
        """Both turns, `first` before this one."""
        d = self.of(Point(first.dx, first.dy))
        return Turn(self.c * first.c - self.s * first.s, self.s * first.c + self.c * first.s, d.x, d.y)

    def box(self, r: Rect) -> Rect:
        """The bounds of a turned rectangle."""
        return bounds(self.of(p) for p in corners(r))

    @property
    def square(self) -> bool:
        """Whether rectangles stay rectangles: a multiple of 90 degrees."""
        return min(abs(self.c), abs(self.s)) < 1e-6


@lru_cache(maxsize=8)
def _weights(steps: int) -> list[tuple[float, float, float, float]]:
    """How much the four points of a cubic count at each step along it."""
    found = []
    for i in range(1, steps + 1):
        t = i / steps
        u = 1 - t
        found.append((u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t))
    return found


def flatten(path: Path, steps: int) -> list[Polyline]:
    """`path.polylines`, several times faster: a check flattens everything in a picture."""
    lines: list[Polyline] = []
    for s in path.segments:
        if s[0] == "C":
            line = lines[-1]
            x0, y0 = line[-1]
            _, x1, y1, x2, y2, x3, y3 = s
            line += [
                Point(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3)
                for a, b, c, d in _weights(steps)
            ]
        elif s[0] == "M":
            lines.append([Point(s[1], s[2])])
        elif s[0] == "L":
            lines[-1].append(Point(s[1], s[2]))
        elif lines[-1][-1] != lines[-1][0]:
            lines[-1].append(lines[-1][0])
    return lines


def corners(r: Rect) -> Polyline:
    return [Point(r.x, r.y), Point(r.right, r.y), Point(r.right, r.bottom), Point(r.x, r.bottom)]


def ring(r: Rect, radius: float = 0.0) -> Polyline:
    """The closed border of a rectangle; corners rounded by a radius become four chords each."""
    radius = min(radius, r.w / 2, r.h / 2)
    if radius < 1:
        return [*corners(r), Point(r.x, r.y)]
    left, top, right, bottom = r.x + radius, r.y + radius, r.right - radius, r.bottom - radius
    points = [Point(right + radius * s, top - radius * c) for c, s in _QUARTER]
    points += [Point(right + radius * c, bottom + radius * s) for c, s in _QUARTER]
    points += [Point(left - radius * s, bottom + radius * c) for c, s in _QUARTER]
    points += [Point(left - radius * c, top - radius * s) for c, s in _QUARTER]
    return [*points, points[0]]


def bounds(points: Iterable[Point]) -> Rect:
    """The smallest rectangle round points; there must be some."""
    ps = list(points)
    x, y = min(p.x for p in ps), min(p.y for p in ps)
    return Rect(x, y, max(p.x for p in ps) - x, max(p.y for p in ps) - y)


def finite(r: Rect) -> bool:
    """Whether all numbers of a rectangle are finite."""
    return math.isfinite(r.x + r.y + r.w + r.h)


def length_in_rect(line: Sequence[Point], r: Rect) -> float:
    """How many px of a polyline lie inside a rectangle; 0 for a rectangle shrunk to nothing."""
    if r.w <= 0 or r.h <= 0:
        return 0.0
    total = 0.0
    for a, b in itertools.pairwise(line):
        part = clip_segment(a, b, r)
        if part is not None:
            total += part[0].distance(part[1])
    return total


def length_in_ring(line: Sequence[Point], border: Polyline) -> float:
    """How many px of a polyline lie inside a closed border."""
    box = bounds(border)
    total = 0.0
    for a, b in itertools.pairwise(line):
        if clip_segment(a, b, box) is None:
            continue
        stops = {0.0, 1.0}
        for c, d in segments_of(border):
            t = crossing(a, b, c, d)
            if t is not None:
                stops.add(min(1.0, max(0.0, t)))
        at = sorted(stops)
        for t, u in itertools.pairwise(at):
            m = (t + u) / 2
            if inside(Point(a.x + (b.x - a.x) * m, a.y + (b.y - a.y) * m), border):
                total += (u - t) * a.distance(b)
    return total


def inside(p: Point, border: Polyline) -> bool:
    """Whether a closed border goes round a point (nonzero winding)."""
    winding = 0
    for a, b in itertools.pairwise(border):
        if (a.y <= p.y) != (b.y <= p.y):
            side = (b.x - a.x) * (p.y - a.y) - (p.x - a.x) * (b.y - a.y)
            if a.y <= p.y and side > 0:
                winding += 1
            elif b.y <= p.y and side < 0:
                winding -= 1
    return winding != 0


def area(border: Polyline) -> float:
    """The area that a closed border goes round, square px."""
    return abs(sum(a.x * b.y - b.x * a.y for a, b in segments_of(border))) / 2


def gap(p: Point, line: Sequence[Point]) -> float:
    """The distance from a point to a polyline, px."""
    best, px, py = math.inf, p.x, p.y
    for (ax, ay), (bx, by) in itertools.pairwise(line):
        dx, dy = bx - ax, by - ay
        ux, uy = px - ax, py - ay
        squared = dx * dx + dy * dy
        t = (ux * dx + uy * dy) / squared if squared else 0.0
        if t > 0:
            t = min(t, 1.0)
            ux, uy = ux - dx * t, uy - dy * t
        best = min(best, ux * ux + uy * uy)
    return math.sqrt(best)


def rings_overlap(a: Polyline, b: Polyline) -> float:
    """A lower bound for how deep two closed borders overlap, px; 0 when they are apart.

    Depth is taken where one border runs inside the other, so shapes whose corners merely touch stay at 0.
    """
    depth = 0.0
    for one, other in ((a, b), (b, a)):
        middle = bounds(one).center  # equal shapes have no corner inside each other
        if inside(middle, one) and inside(middle, other):
            depth = max(depth, gap(middle, other))
        for p, q in segments_of(one):
            for t in (0.0, 0.25, 0.5, 0.75):
                point = Point(p.x + (q.x - p.x) * t, p.y + (q.y - p.y) * t)
                if inside(point, other):
                    depth = max(depth, gap(point, other))
    return depth
