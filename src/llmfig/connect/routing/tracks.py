"""Lanes: where inside its channel every stretch finally runs.

After Wybrow, Marriott and Stuckey, "Orthogonal connector routing" (2009), section 4: stretches that can collide are put
into an order that adds no crossing, then separated around the middle of the free channel. Done for the vertical
stretches, then for the horizontal ones, and again, because each moves the ends of the other.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from llmfig.connect.routing.grid import Box, flip
from llmfig.connect.routing.order import arrange
from llmfig.connect.routing.plan import Job, World
from llmfig.connect.routing.search import simplified
from llmfig.connect.routing.separation import FIXED, separate
from llmfig.geometry import Point

TOUCH = 0.5
SQUEEZED = 0.5  # of a lane: below this the clearance gives way before the lanes come closer
LEAST = 4.0  # px of clearance that are never given up
HOLD = 20.0  # how much harder a port holds on to its place than a lane


@dataclass(slots=True, eq=False)
class Track:
    """A stretch, or the common stretch of several wires of a trunk.

    Attributes:
        vertical: its direction; `pos` is an x when vertical.
        pos: coordinate, in px.
        fixed: it ends in a port, so it stays.
        members: (job, number of the stretch in the job).
        low, high: its channel, clearance kept.
        floor, ceiling: its channel when lanes are so many that the clearance has to give.
        wanted: the place it should take.
        begin, finish: its extent.
        ends: for either end of every member: coordinate, where the wire goes on (-1 lower, 1 higher, 0 nowhere), the
            job, the stretch, the next stretch.
    """

    vertical: bool
    pos: float
    fixed: bool = False
    members: list[tuple[Job, int]] = field(default_factory=list)
    low: float = -math.inf
    high: float = math.inf
    floor: float = -math.inf
    ceiling: float = math.inf
    wanted: float = 0.0
    begin: float = 0.0
    finish: float = 0.0
    ends: list[tuple[float, int, Job, int, int]] = field(default_factory=list)

    @property
    def group(self) -> str | int:
        return self.members[0][0].group

    def measure(self) -> None:
        """Read the ends off the neighbouring tracks."""
        self.ends = []
        for job, k in self.members:
            for n in (k - 1, k + 1):
                if 0 <= n < len(job.tracks):
                    beyond = n + (n - k)
                    far = job.tracks[beyond].pos if 0 <= beyond < len(job.tracks) else _terminal(job, n, self.vertical)
                    sign = (far > self.pos + 1e-9) - (far < self.pos - 1e-9)
                    if sign == 0 and not self.fixed:
                        sign = self._heading(job, n)
                    self.ends.append((job.tracks[n].pos, sign, job, k, n))
                else:
                    self.ends.append((_terminal(job, n, not self.vertical), 0, job, k, n))
        self.begin = min(e[0] for e in self.ends)
        self.finish = max(e[0] for e in self.ends)

    @staticmethod
    def _heading(job: Job, n: int) -> int:
        p, q = job.path[n], job.path[n + 1]
        return int(math.copysign(1, (q.x - p.x) or (q.y - p.y)))


def _terminal(job: Job, k: int, want_x: bool) -> float:
    """Coordinate of the terminal at stretch `k`, the first (or before it) or the last (or after it)."""
    p = job.path[0] if k <= 0 else job.path[-1]
    return p.x if want_x else p.y


def nudge(world: World, *, rounds: int = 2) -> None:
    """Give all stretches their lanes and rewrite the paths."""
    tracks = _tracks(world.everyone)
    for _ in range(rounds):
        for vertical in (True, False):
            mine = [t for t in tracks if t.vertical == vertical]
            for t in tracks:
                t.measure()
            _settle(world, mine)
    for job in world.jobs:
        if len(job.tracks) > 1:
            job.path = simplified(_points(job))


def _points(job: Job) -> list[Point]:
    points = [_end(job, 0)]
    for s, t in zip(job.tracks, job.tracks[1:], strict=False):
        points.append(Point(s.pos, t.pos) if s.vertical else Point(t.pos, s.pos))
    points.append(_end(job, -1))
    return points


def _end(job: Job, which: int) -> Point:
    """Start or end, where its stretch is now."""
    p, t = job.path[which], job.tracks[which]
    return Point(t.pos, p.y) if t.vertical else Point(p.x, t.pos)


def _tracks(jobs: list[Job]) -> list[Track]:
    """The stretches of all wires; what wires of a trunk have in common becomes one."""
    tracks: list[Track] = []
    kin: dict[str, list[tuple[Track, float, float]]] = {}
    for job in jobs:
        job.tracks = []
        last = len(job.path) - 2
        for k in range(last + 1):
            p, q = job.path[k], job.path[k + 1]
            vertical = p.x == q.x
            pos = p.x if vertical else p.y
            a, b = sorted((p.y, q.y) if vertical else (p.x, q.x))
            track: Track | None = None
            if job.trunk is not None:
                for other, lo, hi in kin.setdefault(job.trunk, []):
                    if other.vertical == vertical and other.pos == pos and lo <= b + 0.01 and hi >= a - 0.01:
                        if track is None:
                            track = other
                        elif other is not track:
                            _unite(track, other, tracks, kin[job.trunk])
            if track is None:
                track = Track(vertical, pos)
                tracks.append(track)
            if job.trunk is not None:
                kin[job.trunk].append((track, a, b))
            track.fixed |= k in (0, last)
            track.members.append((job, k))
            job.tracks.append(track)
    return tracks


def _unite(keep: Track, gone: Track, tracks: list[Track], kin: list[tuple[Track, float, float]]) -> None:
    for job, k in gone.members:
        if k < len(job.tracks):
            job.tracks[k] = keep
    keep.members.extend(gone.members)
    keep.fixed |= gone.fixed
    tracks.remove(gone)
    kin[:] = [(keep if t is gone else t, lo, hi) for t, lo, hi in kin]


def _settle(world: World, tracks: list[Track]) -> None:
    for t in tracks:
        _limits(world, t)
    order, gaps = arrange(tracks, world.lane)
    weights = [HOLD if t.fixed else 1.0 for t in order]
    places = separate([t.wanted for t in order], [(t.low, t.high) for t in order], gaps, weights)
    tight = [(i, j) for i, j, gap in gaps if places[j] - places[i] < gap * SQUEEZED]
    if tight:
        for t in (order[k] for pair in tight for k in pair):
            t.low, t.high = min(t.low, t.floor), max(t.high, t.ceiling)
        places = separate([t.wanted for t in order], [(t.low, t.high) for t in order], gaps, weights)
    for t, place in zip(order, places, strict=True):
        if t.high - t.low > FIXED or place != t.pos:
            t.pos = round(place, 3)


def _limits(world: World, t: Track) -> None:
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
    signs = {e[1] for e in t.ends}
    for _, sign, job, _k, n in t.ends:
        if n in (0, len(job.tracks) - 1) and sign:  # the neighbour leads into a port: leave room for the arrowhead
            port = _terminal(job, n, t.vertical)
            if sign < 0:
                raw_lo, low = max(raw_lo, port), max(low, port + job.wire.min_end)
            else:
                raw_hi, high = min(raw_hi, port), min(high, port - job.wire.min_end)
    around = _outside(wire.around, t)
    if around:
        low, high = (-math.inf, t.pos) if around < 0 else (t.pos, math.inf)
        t.low, t.high = t.floor, t.ceiling = low, high
        t.wanted = t.pos
        return
    _place(t, (raw_lo, raw_hi), (low, high), (edge_lo, edge_hi), signs)


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


def _place(
    t: Track,
    raw: tuple[float, float],
    limits: tuple[float, float],
    edges: tuple[float, float],
    signs: set[int],
) -> None:
    low, high = limits
    if low > high:  # too narrow for the clearance: share what there is
        mid = (raw[0] + raw[1]) / 2
        half = max((raw[1] - raw[0]) / 6, 0)
        low, high = mid - half, mid + half
    low, high = max(low, min(edges[0], t.pos)), min(high, max(edges[1], t.pos))
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
    elif 1 in signs:  # a bow that opens upwards in coordinate: shortest when it hugs the high side
        t.wanted = max(high, (raw[0] + raw[1]) / 2 if closed_lo and closed_hi else high) if closed_hi else t.pos
    elif -1 in signs:
        t.wanted = min(low, (raw[0] + raw[1]) / 2 if closed_lo and closed_hi else low) if closed_lo else t.pos
    else:
        t.wanted = t.pos
    t.low, t.high = low, high
    t.floor, t.ceiling = min(low, raw[0] + LEAST), max(high, raw[1] - LEAST)
    t.floor, t.ceiling = max(t.floor, min(edges[0], low)), min(t.ceiling, max(edges[1], high))
    t.wanted = min(max(t.wanted, low), high)
