"""Lanes: where inside its channel every stretch finally runs.

After Wybrow, Marriott and Stuckey, "Orthogonal connector routing" (2009), section 4: stretches that can collide are put
into an order that adds no crossing, then separated around the middle of the free channel. Done for the vertical
stretches, then for the horizontal ones, and again, because each moves the ends of the other.
"""

from __future__ import annotations

from llmfig.connect.routing.channel import confine, split
from llmfig.connect.routing.order import arrange
from llmfig.connect.routing.plan import Job, World
from llmfig.connect.routing.search import simplified
from llmfig.connect.routing.separation import FIXED, separate
from llmfig.connect.routing.track import Track
from llmfig.geometry import Point

SQUEEZED = 0.5  # of a lane: below this the clearance gives way before the lanes come closer
HOLD = 20.0  # how much harder a port holds on to its place than a lane


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
        confine(world, t)
    split(tracks, world.lane)
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
