"""Curved routes: arcs, loops and waves, as cubic curves. Pure geometry."""

from __future__ import annotations

import math

from llmfig.geometry import NORMALS, Path, Point, Rect, Side, cubic, leave

STEPS = 48  # chords that stand for a curve in the checks
ARC_STEP = 46.0  # px that bend=1 stands out


def arc(a: Rect, b: Rect, outline_a: Path, outline_b: Path, bend: float) -> tuple[Point, Point, Point, Point]:
    """A curve between two shapes that stands out by `bend` steps to the left of its direction.

    Curves with different bends between the same shapes leave at different angles, so their ends never fall together.
    """
    ca, cb = a.center, b.center
    base = math.atan2(cb.y - ca.y, cb.x - ca.x)
    lift = math.radians(min(26 + 24 * abs(bend), 82)) * math.copysign(1, bend)
    p = _exit(outline_a, ca, base - lift)
    q = _exit(outline_b, cb, base + math.pi + lift)
    return _bow(p, q, base - lift, base + math.pi + lift, abs(bend) * ARC_STEP)


def _bow(p: Point, q: Point, out: float, back: float, height: float) -> tuple[Point, Point, Point, Point]:
    chord = p.distance(q)
    across = abs(math.sin(out - math.atan2(q.y - p.y, q.x - p.x)))
    # The apex of a symmetric cubic stands 3/4 of its arms' rise above the chord.
    arm = max(chord * 0.3, height / 0.75 / max(across, 0.2))
    return (
        p,
        Point(p.x + math.cos(out) * arm, p.y + math.sin(out) * arm),
        Point(q.x + math.cos(back) * arm, q.y + math.sin(back) * arm),
        q,
    )


def loop(r: Rect, outline: Path, side: Side, bend: float) -> tuple[Point, Point, Point, Point]:
    """A curve from a shape to itself at one side; `bend` 1 is a small loop, larger ones go round smaller ones."""
    n = NORMALS[side]
    base = math.atan2(n.y, n.x)
    spread = math.radians(min(24 + 18 * abs(bend), 85))
    along, ahead = (r.h, r.w) if n.x else (r.w, r.h)
    # At the short side of a long shape, both ends stay on that side.
    spread = min(spread, math.atan2(math.sin(spread) * along, math.cos(spread) * ahead))
    p, q = _exit(outline, r.center, base - spread), _exit(outline, r.center, base + spread)
    # A shape that tapers off (a broad diamond) is left far inside of its frame; the loop still stands out of that.
    tip, reach, aside = r.port(side), loop_reach(bend), ARC_STEP * 0.5 * abs(bend)
    inside = [(tip.x - e.x) * n.x + (tip.y - e.y) * n.y for e in (p, q)]
    first, last = (max(reach, i + 0.6 * reach) / 0.75 for i in inside)
    turn = Point(-n.y, n.x)
    c1 = Point(p.x + n.x * first - turn.x * aside, p.y + n.y * first - turn.y * aside)
    c2 = Point(q.x + n.x * last + turn.x * aside, q.y + n.y * last + turn.y * aside)
    return (p, c1, c2, q) if bend > 0 else (q, c2, c1, p)


def loop_reach(bend: float) -> float:
    """How far a loop stands out, px."""
    return ARC_STEP * (0.5 + abs(bend))


def wave(p: Point, q: Point, out: Side | None, into: Side | None) -> tuple[Point, Point, Point, Point]:
    """A curve that leaves and arrives at right angles to the sides."""
    horizontal = abs(q.x - p.x) >= abs(q.y - p.y)
    a = (
        NORMALS[out]
        if out
        else Point(math.copysign(1, q.x - p.x), 0)
        if horizontal
        else Point(0, math.copysign(1, q.y - p.y))
    )
    b = NORMALS[into] if into else Point(-a.x, -a.y)
    arm = (abs(q.x - p.x) if a.y == 0 else abs(q.y - p.y)) * 0.5
    return p, Point(p.x + a.x * arm, p.y + a.y * arm), Point(q.x + b.x * arm, q.y + b.y * arm), q


def flatten(c: tuple[Point, Point, Point, Point]) -> tuple[Point, ...]:
    """A cubic as a polyline."""
    return tuple(cubic(*c, i / STEPS) for i in range(STEPS + 1))


def _exit(outline: Path, centre: Point, angle: float) -> Point:
    towards = Point(centre.x + math.cos(angle), centre.y + math.sin(angle))
    return leave(outline, centre, towards) or centre
