"""Wires that need no bend: found first, and kept through everything that follows."""

from __future__ import annotations

from dataclasses import dataclass

from llmfig.connect.routing.grid import flip
from llmfig.connect.routing.plan import End, Job, World
from llmfig.geometry import Side

SLIVER = 8.0  # px of overlap below which a straight wire would touch the corners
SNAP = 0.5  # px by which two centres may differ and still count as one


@dataclass(slots=True)
class Line:
    """A straight connection.

    Attributes:
        job: the wire.
        across: True when it runs horizontally, so that its coordinate is a y.
        low: smallest coordinate possible.
        high: largest one.
        wanted: the best one.
    """

    job: Job
    across: bool
    low: float
    high: float
    wanted: float


def lines(world: World, job: Job) -> Line | None:
    """The straight way of a wire, and the sides it takes; None when there is none."""
    if job.detour:
        return None
    a, b = job.ends
    pairs: list[tuple[Side, Side]] = [("right", "left"), ("left", "right"), ("bottom", "top"), ("top", "bottom")]
    for sa, sb in pairs:
        if a.side not in (None, sa) or b.side not in (None, sb):
            continue
        pa, pb = a.port(sa), b.port(sb)
        gap = {"right": pb.x - pa.x, "left": pa.x - pb.x, "bottom": pb.y - pa.y, "top": pa.y - pb.y}[sa]
        if gap < 1:
            continue
        across = sa in ("left", "right")
        found = _free(world, job, (a, b), (sa, sb), across)
        if found is not None:
            a.side, b.side = sa, sb
            return found
    return None


def stem(line: Line) -> Line | None:
    """The straight branch of a trunk: it has to run on in the middle of the root's side, where the stem is."""
    job = line.job
    root, leaf = job.ends[job.root], job.ends[1 - job.root]
    assert root.side is not None
    assert leaf.side is not None
    (rlo, rhi), (llo, lhi) = root.span(root.side), leaf.span(leaf.side)
    at, middle = (rlo + rhi) / 2, (llo + lhi) / 2
    if abs(middle - at) <= SNAP:
        at = middle if leaf.fixed else at
    elif leaf.fixed or not (
        # A rail would be barely longer than its bends, or the branch is a wide node that the stem meets well inside.
        abs(middle - at) < 12 or (lhi - llo > 1.5 * (rhi - rlo) and abs(middle - at) < 0.35 * (lhi - llo))
    ):
        return None
    if not line.low - SNAP <= at <= line.high + SNAP:
        return None
    return Line(job, line.across, at, at, at)


def _inset(end: End, side: Side) -> tuple[float, float]:
    """Where a straight wire may end: not on a rounded corner."""
    lo, hi = end.span(side)
    margin = min(6.0, (hi - lo) * 0.2)
    return lo + margin, hi - margin


def _free(world: World, job: Job, ends: tuple[End, End], sides: tuple[Side, Side], across: bool) -> Line | None:
    (alo, ahi), (blo, bhi) = _inset(ends[0], sides[0]), _inset(ends[1], sides[1])
    low, high = max(alo, blo), min(ahi, bhi)
    pa, pb = ends[0].port(sides[0]), ends[1].port(sides[1])
    small, large = (pb.y, pa.y) if across else (pb.x, pa.x)
    if low > high:
        if low - high <= SNAP:
            low = high = small if bhi - blo < ahi - alo or ends[1].fixed else large
        else:
            (alo, ahi), (blo, bhi) = ends[0].span(sides[0]), ends[1].span(sides[1])
            low, high = max(alo, blo), min(ahi, bhi)
            if high - low < SLIVER:
                return None
            low = high = (low + high) / 2
    if ahi - alo < bhi - blo - 0.01:
        small, large = large, small
    if abs(small - large) <= SNAP:
        small = pb.y if across else pb.x
    if not low - SNAP <= small <= high + SNAP:
        small = large if low <= large <= high else (low + high) / 2
    wanted = min(max(small, low), high)
    near, far = sorted((pa.x, pb.x) if across else (pa.y, pb.y))
    boxes = job.solids if across else [flip(s) for s in job.solids]
    between = [s for s in boxes if s[0] < far - 0.5 and s[2] > near + 0.5]
    for clear in (job.wire.clearance, 2.0):
        places = _gaps([(s[1] - clear, s[3] + clear) for s in between], low, high)
        for lo, hi in places:
            if lo <= wanted <= hi:
                return Line(job, across, lo, hi, wanted)
        wide = [(lo, hi) for lo, hi in places if hi - lo > 4]
        if wide:
            lo, hi = min(wide, key=lambda p: abs((p[0] + p[1]) / 2 - wanted))
            return Line(job, across, lo, hi, (lo + hi) / 2)
    return None


def _gaps(taken: list[tuple[float, float]], low: float, high: float) -> list[tuple[float, float]]:
    """What remains of [low, high]."""
    out: list[tuple[float, float]] = []
    at = low
    for lo, hi in sorted(taken):
        if lo >= at:
            out.append((at, min(lo, high)))
        at = max(at, hi)
        if at > high:
            return [(a, b) for a, b in out if a <= b]
    out.append((at, high))
    return [(a, b) for a, b in out if a <= b]
