"""The free channel of every stretch: how far it may move, and where in it it should lie."""

from __future__ import annotations

import math
from itertools import pairwise

from llmfig.connect.routing.grid import Box, flip
from llmfig.connect.routing.plan import World
from llmfig.connect.routing.separation import FIXED
from llmfig.connect.routing.track import Track, terminal

TOUCH = 0.5  # px within which a stretch counts as lying on the edge of a box
LEAST = 4.0  # px of clearance that are never given up
SHORTEST = 0.7  # of the straight run at an end: what is never given up, so that arrowheads keep their place


def confine(world: World, t: Track) -> None:
    """The free channel of a stretch, and the place in it that it should take."""
    if t.fixed:
        t.low, t.high = t.floor, t.ceiling = _slack(t)
        t.wanted = min(max(t.pos, t.low), t.high)
        return
    wire = t.members[0][0].wire
    through = wire.through[0 if t.vertical else 1]
    if through is not None and abs(through - t.pos) < 0.01:
        t.low = t.high = t.floor = t.ceiling = t.wanted = t.pos
        return
    bounds = world.bounds
    edge_lo, edge_hi = (bounds.x, bounds.right) if t.vertical else (bounds.y, bounds.bottom)
    raw_lo, raw_hi = -math.inf, math.inf
    reach = wire.clearance - 1
    solids = t.members[0][0].solids
    if len(t.members) > 1:
        solids = list(dict.fromkeys(s for job, _ in t.members for s in job.solids))
    for s in solids:
        b: Box = s if t.vertical else flip(s)
        if b[1] < t.finish + reach and b[3] > t.begin - reach:
            if b[2] <= t.pos + TOUCH:
                raw_lo = max(raw_lo, b[2])
            elif b[0] >= t.pos - TOUCH:
                raw_hi = min(raw_hi, b[0])
    low, high = raw_lo + wire.clearance, raw_hi - wire.clearance
    t.floor, t.ceiling = raw_lo + LEAST, raw_hi - LEAST
    signs = {e[1] for e in t.ends}
    for _, sign, job, _k, n in t.ends:
        if n in (0, len(job.tracks) - 1) and sign:  # the neighbour leads into a port: leave room for the arrowhead
            port = terminal(job, n, t.vertical)
            if sign < 0:
                raw_lo, low = max(raw_lo, port), max(low, port + job.wire.min_end)
                t.floor = max(t.floor, port + job.wire.min_end * SHORTEST)
            else:
                raw_hi, high = min(raw_hi, port), min(high, port - job.wire.min_end)
                t.ceiling = min(t.ceiling, port - job.wire.min_end * SHORTEST)
    t.edges = _visible(world, t, raw_lo, raw_hi)
    around = _outside(wire.around, t)
    if around:
        low, high = (-math.inf, t.pos) if around < 0 else (t.pos, math.inf)
        t.low, t.high = t.floor, t.ceiling = low, high
        t.wanted = t.pos
        return
    _place(t, (low, high), (edge_lo, edge_hi), signs)


def _visible(world: World, t: Track, low: float, high: float) -> tuple[float, float]:
    """What bounds a channel between obstacles to the eye: panels, too, that the stretch runs beside."""
    if low == -math.inf or high == math.inf:
        return low, high
    for p in world.panels:
        b = p if t.vertical else flip(p)
        if b[1] < t.finish and b[3] > t.begin:
            if b[2] <= t.pos + TOUCH:
                low = max(low, b[2])
            elif b[0] >= t.pos - TOUCH:
                high = min(high, b[0])
    return low, high


def _slack(t: Track) -> tuple[float, float]:
    """How far the port of a stretch may give way, to keep clear of obstacles and apart from other wires."""
    low, high = -math.inf, math.inf
    for job, k in t.members:
        for n, end in ((0, job.ends[0]), (len(job.tracks) - 1, job.ends[1])):
            if k == n:
                low, high = max(low, end.slack[0]), min(high, end.slack[1])
    if not low <= t.pos <= high or high - low < FIXED:
        return t.pos, t.pos
    ports = {e[0] for e in t.ends if not 0 <= e[4] < len(e[2].tracks)}
    clear = t.members[0][0].wire.clearance
    before, after = (-0.5 if t.begin in ports else clear - 1), (-0.5 if t.finish in ports else clear - 1)
    raw_lo, raw_hi = -math.inf, math.inf
    for job, _ in t.members:
        for s in job.solids:
            b: Box = s if t.vertical else flip(s)
            if b[1] < t.finish + after and b[3] > t.begin - before:
                if b[2] <= t.pos + TOUCH:
                    raw_lo = max(raw_lo, b[2])
                elif b[0] >= t.pos - TOUCH:
                    raw_hi = min(raw_hi, b[0])
    if raw_hi - raw_lo < 2 * clear:
        middle = (raw_lo + raw_hi) / 2
        raw_lo, raw_hi = middle - clear, middle + clear
    raw_lo, raw_hi = raw_lo + clear, raw_hi - clear
    if raw_lo <= high and raw_hi >= low:
        return max(low, raw_lo), min(high, raw_hi)
    return (low, low) if raw_hi < low else (high, high)


def _outside(around: str | None, t: Track) -> int:
    """-1 or 1 when the stretch is the outer run of a loop on the low or high side."""
    if around is None or t.vertical != (around in ("left", "right")):
        return 0
    sign = -1 if around in ("left", "top") else 1
    return sign if all(e[1] in (0, -sign) for e in t.ends) and any(e[1] for e in t.ends) else 0


def _place(t: Track, limits: tuple[float, float], bounds: tuple[float, float], signs: set[int]) -> None:
    """Settle the limits, and the place that is wanted: in the middle, or near what a bow goes round."""
    low, high = limits
    raw = t.edges
    if low > high:  # too narrow for the clearance: share what there is
        mid = (raw[0] + raw[1]) / 2
        half = max((raw[1] - raw[0]) / 6, 0)
        low, high = mid - half, mid + half
    low, high = max(low, min(bounds[0], t.pos)), min(high, max(bounds[1], t.pos))
    closed_lo, closed_hi = raw[0] > -math.inf, raw[1] < math.inf
    if -1 in signs and 1 in signs:
        if closed_lo and closed_hi:
            t.wanted = (raw[0] + raw[1]) / 2
        elif closed_lo:
            t.wanted = low
        elif closed_hi:
            t.wanted = high
        else:
            t.wanted = t.pos
    elif 1 in signs and closed_hi:  # a bow that opens upwards in coordinate: shortest when it hugs the high side
        t.wanted = max(high, (raw[0] + raw[1]) / 2)
    elif -1 in signs and closed_lo:
        t.wanted = min(low, (raw[0] + raw[1]) / 2)
    else:
        t.wanted = t.pos
    t.low, t.high = low, high
    t.floor = max(min(low, t.floor), min(bounds[0], low))
    t.ceiling = min(max(high, t.ceiling), max(bounds[1], high))
    t.wanted = min(max(t.wanted, low), high)


def split(tracks: list[Track], lane: float) -> None:
    """Let straight wires divide the channels they run through: the middle of the widest part is wanted then."""
    still = [t for t in tracks if t.fixed]
    for t in tracks:
        lo, hi = t.edges
        if t.fixed or t.low == t.high or hi - lo == math.inf or len({e[1] for e in t.ends}) < 2:
            continue
        walls = [
            f.pos
            for f in still
            if lo < f.pos < hi and f.group != t.group and min(f.finish, t.finish) - max(f.begin, t.begin) > lane
        ]
        parts = list(pairwise([lo, *sorted(walls), hi]))
        # Among equally wide parts the one nearest to the middle.
        a, b = max(parts, key=lambda part: (round(part[1] - part[0]), -abs(part[0] + part[1] - lo - hi)))
        t.wanted = min(max((a + b) / 2, t.low), t.high)
