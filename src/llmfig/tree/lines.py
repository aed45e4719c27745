"""The lines of a tree as geometry: rounded elbows, tapered trunks, zigzags."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from llmfig.elements.shapes import KAPPA
from llmfig.geometry import Path, Point, Segment, polyline

CORNER = 12.0  # radius of a bend, px
CHORDS = 8  # chords that stand for a bend in tapered lines
SWING = 11.0  # px that a zigzag swings out to each side
STRIDE = 18.0  # px along per swing


def elbow(points: Sequence[Point], radius: float = CORNER) -> Path:
    """A polyline with rounded bends."""
    out: list[Segment] = [("M", *points[0])]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        a, b = _bend(before, corner, after, radius)
        c1, c2 = a.towards(corner, a.distance(corner) * KAPPA), b.towards(corner, b.distance(corner) * KAPPA)
        out += [("L", *a), ("C", *c1, *c2, *b)]
    return Path((*out, ("L", *points[-1])))


def _bend(before: Point, corner: Point, after: Point, radius: float) -> tuple[Point, Point]:
    """Where the bend at a corner begins and ends."""
    r = min(radius, before.distance(corner) / 2, corner.distance(after) / 2)
    return corner.towards(before, r), corner.towards(after, r)


def tapered(points: Sequence[Point], first: float, last: float, radius: float = CORNER) -> Path:
    """A line with rounded bends whose width falls from `first` to `last` px."""
    line = _flat(points, radius)
    lengths = [a.distance(b) for a, b in itertools.pairwise(line)]
    whole = sum(lengths) or 1.0
    left, right = [], []
    done = 0.0
    for i, p in enumerate(line):
        before, after = line[max(0, i - 1)], line[min(len(line) - 1, i + 1)]
        angle = math.atan2(after.y - before.y, after.x - before.x)
        half = (first + (last - first) * done / whole) / 2
        nx, ny = -math.sin(angle) * half, math.cos(angle) * half
        left.append(p.shifted(nx, ny))
        right.append(p.shifted(-nx, -ny))
        done += lengths[i] if i < len(lengths) else 0.0
    return polyline([*left, *reversed(right)], closed=True)


def _flat(points: Sequence[Point], radius: float) -> list[Point]:
    path = elbow(points, radius)
    line = path.polylines(CHORDS)[0]
    return [p for i, p in enumerate(line) if i == 0 or p.distance(line[i - 1]) > 1e-6]


def zigzag(a: Point, b: Point, lead: float) -> list[Point]:
    """A line that swings to and fro on its way; straight for the first and the last `lead` px."""
    length = a.distance(b)
    swings = max(2, round((length - 2 * lead) / STRIDE))
    if length <= 2 * lead:
        return [a, b]
    ux, uy = (b.x - a.x) / length, (b.y - a.y) / length
    step = (length - 2 * lead) / swings
    points = [a, a.towards(b, lead)]
    for i in range(swings):
        along, out = lead + step * (i + 0.5), SWING * (1 if i % 2 else -1)
        points.append(Point(a.x + ux * along - uy * out, a.y + uy * along + ux * out))
    return [*points, a.towards(b, length - lead), b]


def branching(points: Sequence[Point], radius: float = CORNER) -> Path:
    """An elbow of two stretches without the first one: from where the bend begins."""
    before, corner, after = points
    a, b = _bend(before, corner, after, radius)
    c1, c2 = a.towards(corner, a.distance(corner) * KAPPA), b.towards(corner, b.distance(corner) * KAPPA)
    return Path((("M", *a), ("C", *c1, *c2, *b), ("L", *after)))
