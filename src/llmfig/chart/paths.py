"""Curves as polylines in px: sampling, thinning, clipping, lines beside them, hatching. Pure geometry."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence

from llmfig.geometry import Path, Point, Rect, Segment, clip_segment

Polyline = list[Point]

FIRST = 96  # intervals that a function is sampled at before it is refined
FINE = 0.04  # px by which a polyline may miss its curve
DEPTH = 12  # halvings, at most, of an interval with a kink
MITER = 3.0  # how far a corner of a line beside a curve may stick out, in distances


def sample(point: Callable[[float], Point], low: float, high: float) -> Polyline:
    """A curve given by its parameter, as a polyline that misses it nowhere by more than a hair."""
    ts = [low + (high - low) * i / FIRST for i in range(FIRST + 1)]
    points = [point(t) for t in ts]
    out = [points[0]]
    for (t0, t1), (p, q) in zip(itertools.pairwise(ts), itertools.pairwise(points), strict=True):
        _refine(point, t0, t1, p, q, DEPTH, out)
    return thin(out)


def _refine(
    point: Callable[[float], Point], t0: float, t1: float, p: Point, q: Point, depth: int, out: Polyline
) -> None:
    middle = (t0 + t1) / 2
    m = point(middle)
    if depth and _off(m, p, q) > FINE:
        _refine(point, t0, middle, p, m, depth - 1, out)
        _refine(point, middle, t1, m, q, depth - 1, out)
    else:
        out.append(q)


def _off(p: Point, a: Point, b: Point) -> float:
    """Distance of a point from a segment."""
    dx, dy = b.x - a.x, b.y - a.y
    length = dx * dx + dy * dy
    t = 0.0 if length == 0 else min(1.0, max(0.0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length))
    return p.distance(Point(a.x + dx * t, a.y + dy * t))


def thin(points: Polyline, tolerance: float = FINE) -> Polyline:
    """Leaves out points that the line does not need (Douglas-Peucker)."""
    if len(points) < 3:
        return points
    keep = {0, len(points) - 1}
    pending = [(0, len(points) - 1)]
    while pending:
        i, j = pending.pop()
        if j - i < 2:
            continue
        k = max(range(i + 1, j), key=lambda n: _off(points[n], points[i], points[j]))
        if _off(points[k], points[i], points[j]) > tolerance:
            keep.add(k)
            pending += [(i, k), (k, j)]
    return [points[i] for i in sorted(keep)]


def clip_line(points: Sequence[Point], r: Rect) -> list[Polyline]:
    """The parts of a polyline that lie in a rectangle."""
    out: list[Polyline] = []
    for a, b in itertools.pairwise(points):
        part = clip_segment(a, b, r)
        if part is None:
            continue
        if out and out[-1][-1] == part[0]:
            out[-1].append(part[1])
        else:
            out.append(list(part))
    return out


def clip_area(points: Sequence[Point], r: Rect) -> Polyline:
    """A polygon cut at the four sides of a rectangle (Sutherland-Hodgman)."""
    area = list(points)
    for inside, meet in (
        (lambda p: p.x >= r.x, lambda a, b: _meet_x(a, b, r.x)),
        (lambda p: p.x <= r.right, lambda a, b: _meet_x(a, b, r.right)),
        (lambda p: p.y >= r.y, lambda a, b: _meet_y(a, b, r.y)),
        (lambda p: p.y <= r.bottom, lambda a, b: _meet_y(a, b, r.bottom)),
    ):
        area = _cut(area, inside, meet)
    return area


def _cut(area: Polyline, inside: Callable[[Point], bool], meet: Callable[[Point, Point], Point]) -> Polyline:
    out: Polyline = []
    for a, b in zip([*area[-1:], *area], area, strict=False):
        if inside(a) != inside(b):
            out.append(meet(a, b))
        if inside(b):
            out.append(b)
    return out


def _meet_x(a: Point, b: Point, x: float) -> Point:
    return Point(x, a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x))


def _meet_y(a: Point, b: Point, y: float) -> Point:
    return Point(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), y)


def beside(points: Sequence[Point], distance: float) -> Polyline:
    """The line that runs `distance` px to the left of a polyline's direction, with mitred corners."""
    if not distance or len(points) < 2:
        return list(points)
    normals = [_normal(a, b) for a, b in itertools.pairwise(points)]
    out: Polyline = []
    for p, n, m in zip(points, [normals[0], *normals], [*normals, normals[-1]], strict=False):
        x, y = n.x + m.x, n.y + m.y
        # Both normals have length 1, so the mitre is their sum over (1 + their product).
        k = min(1 / max(1 + n.x * m.x + n.y * m.y, 1e-9), MITER / 2) * distance
        out.append(Point(p.x + x * k, p.y + y * k))
    return out


def _normal(a: Point, b: Point) -> Point:
    length = a.distance(b) or 1.0
    return Point((b.y - a.y) / length, -(b.x - a.x) / length)


def hatching(area: Sequence[Point], spacing: float) -> Path:
    """Rising lines at 45 degrees that fill a polygon."""
    out: list[Segment] = []
    sums = [p.x + p.y for p in area]
    c = (math.floor(min(sums) / spacing) + 1) * spacing
    while c < max(sums):
        cuts = []
        for a, b in zip(area, [*area[1:], area[0]], strict=True):
            u, v = a.x + a.y - c, b.x + b.y - c
            if (u < 0) != (v < 0):
                cuts.append(a.x + (b.x - a.x) * u / (u - v))
        cuts.sort()
        for x0, x1 in zip(cuts[::2], cuts[1::2], strict=False):
            out += [("M", x0, c - x0), ("L", x1, c - x1)]
        c += spacing
    return Path(tuple(out) or (("M", area[0].x, area[0].y),))
