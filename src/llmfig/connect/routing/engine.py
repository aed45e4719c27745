"""Routing all wires of a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from llmfig.connect.routing import finish, ports, trunks
from llmfig.connect.routing.model import Routed, RoutingResult, Wire
from llmfig.connect.routing.plan import Job, World
from llmfig.connect.routing.polish import straighten
from llmfig.connect.routing.router import Router
from llmfig.connect.routing.straight import Line, lines, stem
from llmfig.connect.routing.tracks import nudge
from llmfig.connect.routing.untangle import untangle
from llmfig.geometry import Point, Rect


def route(
    wires: Sequence[Wire],
    obstacles: Sequence[Rect],
    *,
    bounds: Rect,
    lane: float = 14,
    drawn: Sequence[Sequence[Point]] = (),
    panels: Sequence[Rect] = (),
) -> RoutingResult:
    """Find a way for every wire: as few bends as possible, then short, then in the middle of free channels.

    Args:
        wires: what to connect.
        obstacles: frames of everything that must not be run through, in px. One that holds an end of a wire is no
            obstacle to that wire, but costs it something, so that it is left the short way.
        bounds: where wires may run, in px; only loops with `around` may leave it.
        lane: distance between parallel wires, in px.
        drawn: lines that are there already, as polylines: the wires keep a lane away from their level and upright
            stretches, and cross them as seldom as each other. Slanted stretches do not count.
        panels: backgrounds, which are no obstacles: a stretch beside one lies in the middle of what is free up to it.

    Returns:
        Routes in the order of the wires, with junctions and crossings.
    """
    return _route(_renamed(wires), tuple(obstacles), bounds, lane, tuple(map(tuple, drawn)), tuple(panels))


def _renamed(wires: Sequence[Wire]) -> tuple[Wire, ...]:
    """The wires with their trunks numbered: which ones share a trunk counts, not what it is called."""
    names: dict[str, str] = {}
    return tuple(
        w if w.trunk is None else replace(w, trunk=names.setdefault(w.trunk, f"trunk-{len(names)}")) for w in wires
    )


# What is drawn again in another theme, or after an edit that moves nothing, is routed once.
@lru_cache(maxsize=64)
def _route(
    wires: tuple[Wire, ...],
    obstacles: tuple[Rect, ...],
    bounds: Rect,
    lane: float,
    drawn: tuple[tuple[Point, ...], ...],
    panels: tuple[Rect, ...],
) -> RoutingResult:
    world = World(wires, obstacles, bounds, lane, drawn, panels)
    trunks.choose_sides(world)
    straights = _straights(world)
    groups = _order(world, {s.job.index for s in straights})

    sketch = Router(world, loose=True)
    for line in straights:
        sketch.keep(line.job, _straight_path(line))
    order = [j for group in groups for j in trunks.lay(sketch, group)]
    nudge(world, rounds=1)
    kept = ports.assign(world, straights)
    bent = [s.job for s in straights if s not in kept]

    router = Router(world)
    for line in kept:
        router.keep(line.job, _straight_path(line))
    for job in [*bent, *order]:
        router.connect(job)
    nudge(world)
    untangle(world, router)
    if straighten(world):
        nudge(world, rounds=1)
    return RoutingResult(
        tuple(Routed(tuple(j.path)) for j in world.jobs),
        tuple(finish.junctions(world.jobs)),
        tuple(finish.crossings(world.everyone, len(wires))),
        tuple(j.index for j in world.jobs if j.index in router.blocked or finish.obstructed(j)),
    )


def _order(world: World, plain: set[int]) -> list[list[Job]]:
    """Short and simple wires first; trunks as one, their members outwards from the root."""
    sketch = Router(world)
    price: dict[int, float] = {}
    for job in world.jobs:
        price[job.index] = sketch.pairs(job)[0][0]
    lead: dict[str | int, float] = {}
    for job in world.jobs:
        if job.index not in plain:
            lead[job.group] = min(lead.get(job.group, price[job.index]), price[job.index])
    rest = [j for j in world.jobs if j.index not in plain]
    first = {j.group: j.index for j in reversed(rest)}
    rest.sort(key=lambda j: (j.detour, lead[j.group], first[j.group], price[j.index], j.index))
    return [list(members) for _, members in groupby(rest, key=lambda j: (j.detour, j.group))]


def _straights(world: World) -> list[Line]:
    """All straight wires. A trunk's straight branch has to start at the place its stem does."""
    out: list[Line] = []
    for job in world.jobs:
        asked = [e.side for e in job.ends]
        line = lines(world, job)
        if line is not None and job.leaves:
            line = stem(line)
            if line is None:
                job.ends[0].side, job.ends[1].side = asked
        if line is not None:
            out.append(line)
    return out


def _straight_path(line: Line) -> list[Point]:
    (a, b), at = line.job.ends, line.wanted
    assert a.side is not None
    assert b.side is not None
    p, q = a.port(a.side), b.port(b.side)
    return [Point(p.x, at), Point(q.x, at)] if line.across else [Point(at, p.y), Point(at, q.y)]
