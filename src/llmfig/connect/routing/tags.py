"""Turned rectangles, and how much of a line or of another shape lies under one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from llmfig.geometry import Point, Rect


@dataclass(frozen=True)
class Tag:
    """A rectangle turned about its middle.

    Args:
        center: its middle, in px.
        w: width before turning, in px.
        h: height before turning, in px.
        angle: degrees, clockwise on the screen.
    """

    center: Point
    w: float
    h: float
    angle: float = 0.0

    def grown(self, by: float) -> Tag:
        """The same, `by` px larger on all sides."""
        return Tag(self.center, self.w + 2 * by, self.h + 2 * by, self.angle)

    @cached_property
    def axis(self) -> tuple[float, float]:
        """Cosine and sine of the angle."""
        if self.angle == 0:
            return 1.0, 0.0
        a = math.radians(self.angle)
        return math.cos(a), math.sin(a)

    @cached_property
    def corners(self) -> list[Point]:
        """The four corners, clockwise on the screen."""
        c, s = self.axis
        x, y, u, v = self.center.x, self.center.y, self.w / 2, self.h / 2
        return [Point(x + a * c - b * s, y + a * s + b * c) for a, b in ((-u, -v), (u, -v), (u, v), (-u, v))]

    @cached_property
    def bounds(self) -> Rect:
        """The smallest upright rectangle round it."""
        c, s = self.axis
        w, h = self.w * abs(c) + self.h * abs(s), self.w * abs(s) + self.h * abs(c)
        return Rect(self.center.x - w / 2, self.center.y - h / 2, w, h)

    def common(self, other: Tag) -> float:
        """Area shared with another tag, in px²."""
        return _area(_cut(self.corners, other.corners))


def area_in(tag: Tag, rect: Rect) -> float:
    """Area of `rect` under the tag, in px²."""
    if tag.angle == 0:
        dx, dy = tag.bounds.overlap(rect)
        return dx * dy if dx > 0 and dy > 0 else 0.0
    return _area(_cut(tag.corners, [rect.at(0, 0), rect.at(1, 0), rect.at(1, 1), rect.at(0, 1)]))


def length_in(tag: Tag, line: Sequence[Point]) -> float:
    """Length of a polyline under the tag, in px. A line along its very edge does not count."""
    b = tag.bounds
    c, s = tag.axis
    u, v = tag.w / 2, tag.h / 2
    total = 0.0
    for p, q in pairwise(line):
        if max(p.x, q.x) < b.x or min(p.x, q.x) > b.right or max(p.y, q.y) < b.y or min(p.y, q.y) > b.bottom:
            continue
        px, py, qx, qy = p.x - tag.center.x, p.y - tag.center.y, q.x - tag.center.x, q.y - tag.center.y
        inside = _clip((px * c + py * s, py * c - px * s), (qx * c + qy * s, qy * c - qx * s), (u, v))
        total += inside * math.hypot(qx - px, qy - py)
    return total


def _clip(start: tuple[float, float], end: tuple[float, float], half_sizes: tuple[float, float]) -> float:
    """Fraction of a segment inside a rectangle round the origin (Liang and Barsky, 1984)."""
    lo, hi = 0.0, 1.0
    for p, q, half in zip(start, end, half_sizes, strict=True):
        d = q - p
        if abs(d) < 1e-12:
            if abs(p) >= half - 1e-9:
                return 0.0
            continue
        a, b = (-half - p) / d, (half - p) / d
        lo, hi = max(lo, min(a, b)), min(hi, max(a, b))
    return max(hi - lo, 0.0)


def _cut(shape: list[Point], window: list[Point]) -> list[Point]:
    """The part of a convex shape inside a convex window, both clockwise (Sutherland and Hodgman, 1974)."""
    out = shape
    for k in range(len(window)):
        a, b = window[k], window[(k + 1) % len(window)]
        given, out = out, []
        for i, p in enumerate(given):
            q = given[i - 1]
            dp = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
            dq = (b.x - a.x) * (q.y - a.y) - (b.y - a.y) * (q.x - a.x)
            if (dp >= 0) != (dq >= 0):
                t = dq / (dq - dp)
                out.append(Point(q.x + (p.x - q.x) * t, q.y + (p.y - q.y) * t))
            if dp >= 0:
                out.append(p)
        if not out:
            return []
    return out


def _area(shape: list[Point]) -> float:
    return abs(sum(shape[i - 1].x * p.y - p.x * shape[i - 1].y for i, p in enumerate(shape))) / 2
