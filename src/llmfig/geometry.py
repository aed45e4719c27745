"""Points, rectangles and paths in figure space.

Units are figure pixels (1 px at scale 1); x grows to the right, y grows downwards. All values are frozen.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

Side = Literal["top", "right", "bottom", "left"]
SIDES: tuple[Side, ...] = ("top", "right", "bottom", "left")


class Point(NamedTuple):
    """A place, or a displacement, in px."""

    x: float
    y: float

    def shifted(self, dx: float, dy: float) -> Point:
        return Point(self.x + dx, self.y + dy)

    def towards(self, other: Point, distance: float) -> Point:
        """The point `distance` px from here on the way to `other`."""
        length = math.hypot(other.x - self.x, other.y - self.y)
        if length == 0:
            return self
        k = distance / length
        return Point(self.x + (other.x - self.x) * k, self.y + (other.y - self.y) * k)

    def distance(self, other: Point) -> float:
        return math.hypot(other.x - self.x, other.y - self.y)


NORMALS: dict[Side, Point] = {
    "top": Point(0, -1),
    "right": Point(1, 0),
    "bottom": Point(0, 1),
    "left": Point(-1, 0),
}
OPPOSITE: dict[Side, Side] = {"top": "bottom", "bottom": "top", "left": "right", "right": "left"}


@dataclass(frozen=True, slots=True)
class Rect:
    """An axis-parallel rectangle: left-top corner and size, in px."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def cx(self) -> float:
        return self.x + self.w / 2

    @property
    def cy(self) -> float:
        return self.y + self.h / 2

    @property
    def center(self) -> Point:
        return Point(self.cx, self.cy)

    def at(self, u: float, v: float) -> Point:
        """The point at fractions (u, v) of width and height."""
        return Point(self.x + self.w * u, self.y + self.h * v)

    def port(self, side: Side, t: float = 0.5) -> Point:
        """The point at fraction `t` of a side, counted from its left or top end."""
        match side:
            case "top":
                return self.at(t, 0)
            case "bottom":
                return self.at(t, 1)
            case "left":
                return self.at(0, t)
            case "right":
                return self.at(1, t)

    def shifted(self, dx: float, dy: float) -> Rect:
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def grown(
        self, left: float, top: float | None = None, right: float | None = None, bottom: float | None = None
    ) -> Rect:
        """Grown outwards; one number grows all sides, two grow left/right and top/bottom."""
        t = left if top is None else top
        r = left if right is None else right
        b = t if bottom is None else bottom
        return Rect(self.x - left, self.y - t, self.w + left + r, self.h + t + b)

    def contains(self, other: Rect, tolerance: float = 0.01) -> bool:
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )

    def holds(self, p: Point, tolerance: float = 0.0) -> bool:
        return (
            self.x - tolerance <= p.x <= self.right + tolerance and self.y - tolerance <= p.y <= self.bottom + tolerance
        )

    def overlap(self, other: Rect) -> tuple[float, float]:
        """Width and height of the common part; not positive when there is none."""
        return (
            min(self.right, other.right) - max(self.x, other.x),
            min(self.bottom, other.bottom) - max(self.y, other.y),
        )

    def intersects(self, other: Rect, tolerance: float = 0.0) -> bool:
        dx, dy = self.overlap(other)
        return dx > tolerance and dy > tolerance


def union(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle round all of `rects`.

    Raises:
        ValueError: when there are none.
    """
    rs = list(rects)
    if not rs:
        raise ValueError("no rectangles to unite")
    x = min(r.x for r in rs)
    y = min(r.y for r in rs)
    return Rect(x, y, max(r.right for r in rs) - x, max(r.bottom for r in rs) - y)


Segment = (
    tuple[Literal["M", "L"], float, float]
    | tuple[Literal["C"], float, float, float, float, float, float]
    | tuple[Literal["Z"]]
)


CHORDS = 2.5  # chords of a curve per square root of its length in px


@dataclass(frozen=True, slots=True)
class Path:
    """Moves, lines, cubic curves and closes, in absolute px."""

    segments: tuple[Segment, ...]

    def shifted(self, dx: float, dy: float) -> Path:
        return self.mapped(1, 1, dx, dy)

    def mapped(self, sx: float, sy: float, dx: float, dy: float) -> Path:
        """Scaled by (sx, sy), then moved by (dx, dy)."""
        out: list[Segment] = []
        for s in self.segments:
            match s:
                case ("C", x1, y1, x2, y2, x, y):
                    out.append(("C", x1 * sx + dx, y1 * sy + dy, x2 * sx + dx, y2 * sy + dy, x * sx + dx, y * sy + dy))
                case ("M", x, y):
                    out.append(("M", x * sx + dx, y * sy + dy))
                case ("L", x, y):
                    out.append(("L", x * sx + dx, y * sy + dy))
                case _:
                    out.append(("Z",))
        return Path(tuple(out))

    def polylines(self, steps: int = 24) -> list[list[Point]]:
        """The path as polylines, one per subpath. A closed one ends where it began.

        Curves become chords: `steps` of them at most, fewer for short ones, so that none is off by more than about
        0.05 px.
        """
        lines: list[list[Point]] = []
        for s in self.segments:
            match s:
                case ("M", x, y):
                    lines.append([Point(x, y)])
                case ("L", x, y):
                    lines[-1].append(Point(x, y))
                case ("C", x1, y1, x2, y2, x, y):
                    p = lines[-1][-1]
                    p1, p2, p3 = Point(x1, y1), Point(x2, y2), Point(x, y)
                    length = p.distance(p1) + p1.distance(p2) + p2.distance(p3)
                    n = max(2, min(steps, math.ceil(CHORDS * math.sqrt(length))))
                    lines[-1] += [cubic(p, p1, p2, p3, i / n) for i in range(1, n + 1)]
                case _:
                    if lines[-1][-1] != lines[-1][0]:
                        lines[-1].append(lines[-1][0])
        return lines

    def bounds(self) -> Rect:
        points = [p for line in self.polylines() for p in line]
        x, y = min(p.x for p in points), min(p.y for p in points)
        return Rect(x, y, max(p.x for p in points) - x, max(p.y for p in points) - y)


def cubic(p0: Point, p1: Point, p2: Point, p3: Point, t: float) -> Point:
    """The point at parameter `t` of a cubic Bezier curve."""
    a, b, c, d = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3
    return Point(a * p0.x + b * p1.x + c * p2.x + d * p3.x, a * p0.y + b * p1.y + c * p2.y + d * p3.y)


def polyline(points: Iterable[Point], *, closed: bool = False) -> Path:
    """Straight lines through `points`."""
    out: list[Segment] = []
    for p in points:
        out.append(("L" if out else "M", p.x, p.y))
    if closed:
        out.append(("Z",))
    return Path(tuple(out))


def segments_of(points: list[Point]) -> Iterator[tuple[Point, Point]]:
    """Consecutive pairs of a polyline."""
    yield from itertools.pairwise(points)


def crossing(a: Point, b: Point, c: Point, d: Point) -> float | None:
    """Where segment a-b meets segment c-d, as a fraction of a-b; None when it does not."""
    rx, ry = b.x - a.x, b.y - a.y
    sx, sy = d.x - c.x, d.y - c.y
    det = rx * sy - ry * sx
    if abs(det) < 1e-12:
        return None
    t = ((c.x - a.x) * sy - (c.y - a.y) * sx) / det
    u = ((c.x - a.x) * ry - (c.y - a.y) * rx) / det
    return t if -1e-9 <= t <= 1 + 1e-9 and -1e-9 <= u <= 1 + 1e-9 else None


def leave(outline: Path, start: Point, towards: Point) -> Point | None:
    """Where the ray from `start` through `towards` last crosses `outline`; None when it never does."""
    far = start.towards(towards, 1e5)
    best: float | None = None
    for line in outline.polylines(64):
        for c, d in segments_of(line):
            t = crossing(start, far, c, d)
            if t is not None and (best is None or t > best):
                best = t
    return None if best is None else Point(start.x + (far.x - start.x) * best, start.y + (far.y - start.y) * best)


def clip_segment(a: Point, b: Point, r: Rect) -> tuple[Point, Point] | None:
    """The part of a segment that lies in a rectangle (Liang-Barsky); None when there is none."""
    t0, t1 = 0.0, 1.0
    dx, dy = b.x - a.x, b.y - a.y
    for p, q in ((-dx, a.x - r.x), (dx, r.right - a.x), (-dy, a.y - r.y), (dy, r.bottom - a.y)):
        if p == 0:
            if q < 0:
                return None
            continue
        t = q / p
        if p < 0:
            t0 = max(t0, t)
        else:
            t1 = min(t1, t)
    if t0 > t1:
        return None
    start = a if t0 == 0 else Point(a.x + dx * t0, a.y + dy * t0)
    end = b if t1 == 1 else Point(a.x + dx * t1, a.y + dy * t1)
    return start, end
