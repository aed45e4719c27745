"""Second thoughts about crossings, once all wires are known.

Wires are laid one after the other, so an early one cannot foresee a late one, and ports are ordered by a sketch. Here
wires that cross are ripped up and laid again, the remedy of all sequential routers: two that share a side of a node
with their ports exchanged, others as they are. What does not help is taken back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from llmfig.connect.routing.finish import crossings
from llmfig.connect.routing.grid import CROSS, price_of
from llmfig.connect.routing.plan import Job, World
from llmfig.connect.routing.router import Router, runs
from llmfig.connect.routing.search import BEND
from llmfig.connect.routing.tracks import nudge
from llmfig.geometry import Point

TRIES = 4  # attempts per figure; each costs one or two searches and a new settling of lanes

Idea = tuple[tuple[Job, int], ...]  # wires to lay again; with two of them the ports at the given ends are exchanged


@dataclass(slots=True)
class _State:
    """All that an attempt changes."""

    paths: list[list[Point]]
    ports: list[tuple[Point | None, Point | None]]
    slacks: list[tuple[tuple[float, float], tuple[float, float]]]
    blocked: set[int]

    @classmethod
    def of(cls, world: World, router: Router) -> _State:
        return cls(
            [list(j.path) for j in world.jobs],
            [(j.ends[0].at, j.ends[1].at) for j in world.jobs],
            [(j.ends[0].slack, j.ends[1].slack) for j in world.jobs],
            set(router.blocked),
        )

    def restore(self, world: World, router: Router) -> None:
        for j, path, ports, slacks in zip(world.jobs, self.paths, self.ports, self.slacks, strict=True):
            j.path = path
            for e, at, slack in zip(j.ends, ports, slacks, strict=True):
                e.at, e.slack = at, slack
        router.blocked = set(self.blocked)


def untangle(world: World, router: Router) -> None:
    """Remove crossings that another order of ports, or another way of one wire, avoids."""
    tried: set[tuple[tuple[int, int], ...]] = set()
    price = _price(world)
    for _ in range(TRIES):
        for j in world.jobs:
            router.laid[j.index] = runs(j.path)  # where they run now that they have their lanes
        state = _State.of(world, router)
        if not any(_try(router, idea, tried) for idea in _ideas(world)):
            return
        nudge(world)
        now = _price(world)
        if now < price - 1 and not router.blocked - state.blocked:
            price = now
        else:
            state.restore(world, router)


def _price(world: World) -> float:
    bends = length = 0.0
    for j in world.jobs:
        bends += len(j.path) - 2
        length += sum(b - a for _, _, a, b in runs(j.path))
    places = {p for _, p in crossings(world.everyone, len(world.jobs))}
    return length + BEND * bends + CROSS * len(places)


def _try(router: Router, idea: Idea, tried: set[tuple[tuple[int, int], ...]]) -> bool:
    """Lay the wires of an idea again, unless that was tried or promises nothing."""
    key = tuple((j.index, k) for j, k in idea)
    if key in tried:
        return False
    tried.add(key)
    jobs = [j for j, _ in idea]
    if len(idea) == 2:
        x, y = (j.ends[k] for j, k in idea)
        x.at, y.at = y.at, x.at
        x.slack, y.slack = y.slack, x.slack
    before = [_cost(router, j) for j in jobs]
    old = [j.path for j in jobs]
    for j in jobs:
        router.drop(j)
    for j in jobs:
        router.connect(j)
    if len(idea) == 1 and _cost(router, jobs[0]) > before[0] - CROSS / 2:
        router.drop(jobs[0])
        router.keep(jobs[0], old[0])
        return False
    return True


def _cost(router: Router, job: Job) -> float:
    length = sum(b - a for _, _, a, b in runs(job.path))
    return length + BEND * (len(job.path) - 2) + price_of(job.path, router.prices(job))


def _ideas(world: World) -> Iterator[Idea]:
    """What could be tried for the crossings there are: exchanging ports first, then single wires."""
    places = sorted({p for _, p in crossings(world.everyone, len(world.jobs))})
    loose = [j for j in world.jobs if j.trunk is None and len(j.path) > 2]
    meeting = [[j for j in loose if _passes(j, p)] for p in places]
    for jobs in meeting:
        for n, a in enumerate(jobs):
            for b in jobs[:n]:
                for ka in (0, 1):
                    for kb in (0, 1):
                        if _exchangeable(a, ka, b, kb):
                            yield ((a, ka), (b, kb))
    for jobs in meeting:
        for a in jobs:
            yield ((a, 0),)


def _passes(job: Job, p: Point) -> bool:
    return any((p.x if v else p.y) == at and a < (p.y if v else p.x) < b for v, at, a, b in runs(job.path))


def _exchangeable(a: Job, ka: int, b: Job, kb: int) -> bool:
    """Whether two wires attach to one side of one node, both where the router likes."""
    x, y = a.ends[ka], b.ends[kb]
    return a.nodes[ka] == b.nodes[kb] and x.side == y.side and not x.fixed and not y.fixed
