"""Last touches: a jog between two parallel stretches goes when one of them can take the other's place."""

from __future__ import annotations

from itertools import pairwise

from llmfig.connect.routing.grid import Prices, Run, price_of
from llmfig.connect.routing.plan import Job, World
from llmfig.connect.routing.router import runs
from llmfig.connect.routing.search import simplified
from llmfig.connect.routing.track import Track
from llmfig.geometry import Point

APART = 0.6  # of a lane: stretches of different wires closer than this would look like one


def straighten(world: World) -> bool:
    """Remove what jogs can be removed without a crossing, a collision or a loss of clearance.

    Returns:
        Whether anything changed; the lanes should be settled again then.
    """
    changed = False
    for job in world.jobs:
        again = len(job.path) >= 4
        while again and len(job.tracks) == len(job.path) - 1:
            again = _once(world, job)
            changed |= again
    return changed


def _once(world: World, job: Job) -> bool:
    for k in range(len(job.tracks) - 2):
        a, c = job.tracks[k], job.tracks[k + 2]
        if _heading(job.path[k], job.path[k + 1]) != _heading(job.path[k + 2], job.path[k + 3]):
            continue
        for moved, n, to in ((c, k + 2, a.pos), (a, k, c.pos)):
            if len(moved.members) == 1 and _may(job, moved, n, to, world.lane):
                path = _with(job, n, to)
                if _better(world, job, path):
                    _take(job, path, n, to)
                    return True
    return False


def _heading(p: Point, q: Point) -> tuple[bool, bool]:
    return p.x == q.x, q.x + q.y > p.x + p.y


def _may(job: Job, t: Track, n: int, to: float, lane: float) -> bool:
    """Whether a stretch may run at `to`: ports keep to their slack, others to their channel."""
    ports = [job.ends[e] for e, k in ((0, 0), (1, len(job.tracks) - 1)) if k == n]
    if ports:
        # A branch of a trunk has a bend at its rail anyway; its port stays where one expects it.
        if job.leaves and abs(t.pos - to) > lane:
            return False
        return all(e.slack[0] <= to <= e.slack[1] and e.slack[0] < e.slack[1] for e in ports)
    return t.low <= to <= t.high


def _with(job: Job, n: int, to: float) -> list[Point]:
    """The path with stretch `n` at another place."""
    path = list(job.path)
    for k in (n, n + 1):
        path[k] = Point(to, path[k].y) if job.tracks[n].vertical else Point(path[k].x, to)
    return path


def _better(world: World, job: Job, path: list[Point]) -> bool:
    prices = Prices(world.terrain(job, legal=True))
    if price_of(world.inner(job, path), prices) > price_of(world.inner(job, job.path), prices):
        return False
    others = [r for o in world.everyone if o.group != job.group for r in runs(o.path)]
    fresh = simplified(path)
    return _met(fresh, others, world.lane) <= _met(job.path, others, world.lane)


def _met(path: list[Point], others: list[Run], lane: float) -> float:
    """Crossings with other wires; stretches too close to theirs count many times as much."""
    total = 0.0
    for p, q in pairwise(path):
        vertical = p.x == q.x
        at, a, b = (p.x, min(p.y, q.y), max(p.y, q.y)) if vertical else (p.y, min(p.x, q.x), max(p.x, q.x))
        for side, run_at, c, d in others:
            if side == vertical:
                if abs(run_at - at) < APART * lane and min(b, d) - max(a, c) > -lane / 2:
                    total += 100
            elif a < run_at < b and c < at < d:
                total += 1
    return total


def _take(job: Job, path: list[Point], n: int, to: float) -> None:
    last = len(job.tracks) - 1
    for which, k in ((0, 0), (1, last)):
        if k == n:
            job.ends[which].at = path[0 if which == 0 else -1]
    for which, k in ((0, 0), (1, last)):
        # A port that carries a straightened stretch must not move away again.
        if k in (n, n - 2, n + 2):
            job.ends[which].slack = (to, to)
    job.path = simplified(path)
    job.tracks = []  # out of step with the path now; made anew when the lanes are settled again
