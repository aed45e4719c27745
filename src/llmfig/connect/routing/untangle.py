"""Second thoughts about crossings, once all wires are known.

Wires are laid one after the other, so an early one cannot foresee a late one, and ports are ordered by a sketch. Here
wires that cross are laid again: with their ports exchanged when they share a side, else as they are. What does not help
is taken back. Ripping up and laying again is the classic remedy of routers; Lee, "Top-down" variants need no more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from llmfig.connect.routing.finish import crossings
from llmfig.connect.routing.grid import CROSS
from llmfig.connect.routing.plan import Job, World
from llmfig.connect.routing.router import Router, runs
from llmfig.connect.routing.search import BEND
from llmfig.connect.routing.tracks import nudge
from llmfig.geometry import Point

TRIES = 8  # attempts per figure; each costs one or two searches and a new settling of lanes


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
        _relay(world, router)


def untangle(world: World, router: Router) -> None:
    """Remove crossings that another order of ports, or another way of one wire, avoids."""
    tried: set[tuple[int, ...]] = set()
    price = _price(world)
    for _ in range(TRIES):
        attempt = next(((key, act) for key, act in _ideas(world) if key not in tried), None)
        if attempt is None:
            return
        key, act = attempt
        tried.add(key)
        state = _State.of(world, router)
        _relay(world, router)
        for job in act():
            del router.laid[job.index]
            router.connect(job)
        nudge(world)
        now = _price(world)
        if now < price - 1 and not router.blocked - state.blocked:
            price = now
        else:
            state.restore(world, router)


def _relay(world: World, router: Router) -> None:
    """Tell the router where the wires run now that they have their lanes."""
    for j in world.jobs:
        router.laid[j.index] = runs(j.path)


def _price(world: World) -> float:
    bends = length = 0.0
    for j in world.jobs:
        bends += len(j.path) - 2
        length += sum(b - a for _, _, a, b in runs(j.path))
    places = {p for _, p in crossings(world.everyone, len(world.jobs))}
    return length + BEND * bends + CROSS * len(places)


def _ideas(world: World) -> list[tuple[tuple[int, ...], Callable[[], list[Job]]]]:
    """What could be tried for the crossings there are: exchanging ports first, then single wires."""
    places: dict[Point, set[int]] = {}
    for index, p in crossings(world.everyone, len(world.jobs)):
        places.setdefault(p, set()).add(index)
    meeting: dict[Point, list[Job]] = {}
    for p in places:
        for j in world.jobs:
            if any((p.x if v else p.y) == at and a < (p.y if v else p.x) < b for v, at, a, b in runs(j.path)):
                meeting.setdefault(p, []).append(j)
    swaps: list[tuple[tuple[int, ...], Callable[[], list[Job]]]] = []
    alone: list[tuple[tuple[int, ...], Callable[[], list[Job]]]] = []
    for jobs in meeting.values():
        free = [j for j in jobs if j.trunk is None]
        for n, a in enumerate(free):
            alone.append(((a.index,), lambda a=a: [a]))  # type: ignore[misc]
            for b in free[:n]:
                for ka in (0, 1):
                    for kb in (0, 1):
                        if _exchangeable(a, ka, b, kb):
                            swaps.append(((a.index, ka, b.index, kb), _swap(a, ka, b, kb)))
    return swaps + alone


def _exchangeable(a: Job, ka: int, b: Job, kb: int) -> bool:
    ends = (a.ends[ka], b.ends[kb])
    return (
        a.nodes[ka] == b.nodes[kb]
        and ends[0].side == ends[1].side
        and not any(e.fixed for e in ends)
        and all(len(j.path) > 2 for j in (a, b))
    )


def _swap(a: Job, ka: int, b: Job, kb: int) -> Callable[[], list[Job]]:
    def act() -> list[Job]:
        x, y = a.ends[ka], b.ends[kb]
        x.at, y.at = y.at, x.at
        x.slack, y.slack = y.slack, x.slack
        return [a, b]

    return act
