"""What every routing result must obey, as checks shared by the tests."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from llmfig.connect.routing import RoutingResult, Terminal, Wire
from llmfig.geometry import NORMALS, Point, Rect, Side

EPS = 0.011


def side_of(t: Terminal, end: Point, inner: Point) -> Side:
    """The side a route uses at a terminal, from its first stretch."""
    if inner.x == end.x:
        return "bottom" if inner.y > end.y else "top"
    return "right" if inner.x > end.x else "left"


def check_shape(points: Sequence[Point]) -> None:
    """Right angles, no empty stretch, no stretch that goes on or back along the one before."""
    assert len(points) >= 2
    for p, q in pairwise(points):
        assert (p.x == q.x) != (p.y == q.y), points
    for p, q, r in zip(points, points[1:], points[2:], strict=False):
        assert (p.x == q.x) != (q.x == r.x), points


def check_end(t: Terminal, end: Point, inner: Point) -> None:
    """The end lies on the stated side and the stretch leaves perpendicularly."""
    side = side_of(t, end, inner)
    if t.side is not None:
        assert side == t.side, (t, end, inner)
    if t.point is not None:
        assert end == t.point or abs(end.x - t.point.x) + abs(end.y - t.point.y) <= 0.5
        return
    r, n = t.rect, NORMALS[side]
    if n.x:
        assert end.x == (r.right if n.x > 0 else r.x)
        assert r.y - EPS <= end.y <= r.bottom + EPS
        if t.t is not None:
            assert abs(end.y - r.port(side, t.t).y) <= 0.5
    else:
        assert end.y == (r.bottom if n.y > 0 else r.y)
        assert r.x - EPS <= end.x <= r.right + EPS
        if t.t is not None:
            assert abs(end.x - r.port(side, t.t).x) <= 0.5


def enters(points: Sequence[Point], r: Rect) -> bool:
    """Whether a route runs through the inside of a frame."""
    for p, q in pairwise(points):
        x0, x1, y0, y1 = min(p.x, q.x), max(p.x, q.x), min(p.y, q.y), max(p.y, q.y)
        if x0 < r.right - EPS and x1 > r.x + EPS and y0 < r.bottom - EPS and y1 > r.y + EPS:
            return True
    return False


def check(wires: Sequence[Wire], obstacles: Sequence[Rect], result: RoutingResult) -> None:
    """All laws that hold for any input."""
    assert len(result.routes) == len(wires)
    for i, (wire, routed) in enumerate(zip(wires, result.routes, strict=True)):
        check_shape(routed.points)
        check_end(wire.start, routed.points[0], routed.points[1])
        check_end(wire.end, routed.points[-1], routed.points[-2])
        if i not in result.blocked:
            for o in obstacles:
                if any(o.contains(t.rect) and not t.rect.contains(o) for t in (wire.start, wire.end)):
                    continue
                assert not enters(routed.points, o), (i, routed.points, o)


def overlaps(a: Sequence[Point], b: Sequence[Point], near: float) -> list[tuple[Point, Point, float]]:
    """Stretches of `a` that run less than `near` px beside a stretch of `b`: (from, to, distance)."""
    out = []
    for p, q in pairwise(a):
        for r, s in pairwise(b):
            if (p.x == q.x) != (r.x == s.x):
                continue
            if p.x == q.x:
                apart, common = abs(p.x - r.x), min(max(p.y, q.y), max(r.y, s.y)) - max(min(p.y, q.y), min(r.y, s.y))
            else:
                apart, common = abs(p.y - r.y), min(max(p.x, q.x), max(r.x, s.x)) - max(min(p.x, q.x), min(r.x, s.x))
            if apart < near and common > EPS:
                out.append((p, q, apart))
    return out
