"""Keeping values apart on a line: the solver behind ports and lanes.

Minimises the squared distance to the wanted places under `x[j] - x[i] >= gap`, by merging blocks of touching values, as in
Dwyer, Marriott and Stuckey, "Fast node overlap removal" (2005). Only its first phase is used: it satisfies every constraint and
is optimal whenever all constraints pull one way, which is the rule in a channel of lanes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

HEAVY = 1e9  # weight of a value that must not move
FIXED = 1e-6  # px of room below which a value counts as fixed


@dataclass(slots=True)
class _Block:
    members: list[int]
    pos: float  # place of the block's origin
    weight: float


def separate(
    wanted: Sequence[float],
    limits: Sequence[tuple[float, float]],
    gaps: Sequence[tuple[int, int, float]],
    weights: Sequence[float] = (),
) -> list[float]:
    """Places near the wanted ones that keep the gaps.

    Args:
        wanted: wanted place of each value.
        limits: lowest and highest place of each value; equal ones fix it.
        gaps: (i, j, gap): value j stays at least `gap` above value i. Needs i before j in the given order.
        weights: how hard each value holds on to its place; 1 when left out.

    Returns:
        The places. When the limits of values that hang together leave no room, the gaps between those shrink by one factor.
    """
    n = len(wanted)
    places = [min(max(w, lo), hi) for w, (lo, hi) in zip(wanted, limits, strict=True)]
    for values in _clusters(limits, gaps, n):
        number = {v: k for k, v in enumerate(values)}
        inner = [(number[i], number[j], gap) for i, j, gap in gaps if i in number and j in number]
        solved = _solve(
            [places[v] for v in values],
            [limits[v] for v in values],
            inner,
            [weights[v] if weights else 1.0 for v in values],
        )
        for v, place in zip(values, solved, strict=True):
            places[v] = place
    return places


def _clusters(limits: Sequence[tuple[float, float]], gaps: Sequence[tuple[int, int, float]], n: int) -> list[list[int]]:
    """Values that can push each other, each set ascending. Fixed values belong to every set they touch, and join none."""
    parent = list(range(n))

    def find(v: int) -> int:
        while parent[v] != v:
            parent[v] = parent[parent[v]]
            v = parent[v]
        return v

    fixed = [hi - lo < FIXED for lo, hi in limits]
    for i, j, _ in gaps:
        if not fixed[i] and not fixed[j]:
            parent[find(j)] = find(i)
    sets: dict[int, set[int]] = {}
    for i, j, _ in gaps:
        for v, other in ((i, j), (j, i)):
            if not fixed[v]:
                sets.setdefault(find(v), {v}).update((v, other))
    return [sorted(s) for s in sets.values()]


def _solve(
    wanted: list[float],
    limits: list[tuple[float, float]],
    gaps: list[tuple[int, int, float]],
    weights: list[float],
) -> list[float]:
    n = len(wanted)
    into: list[list[tuple[int, float]]] = [[] for _ in range(n)]
    out: list[list[tuple[int, float]]] = [[] for _ in range(n)]
    for i, j, gap in gaps:
        if limits[i][1] - limits[i][0] < FIXED and limits[j][1] - limits[j][0] < FIXED:
            continue
        into[j].append((i, gap))
        out[i].append((j, gap))
    factor = _room(limits, into)
    low, high = _reach(limits, into, out, factor)
    free = _blocks(wanted, limits, into, factor, weights)
    places: list[float] = []
    for j in range(n):
        floor = max([low[j], *(places[i] + gap * factor for i, gap in into[j])])
        places.append(min(max(free[j], floor), max(high[j], floor)))
    return places


def _reach(
    limits: Sequence[tuple[float, float]],
    into: list[list[tuple[int, float]]],
    out: list[list[tuple[int, float]]],
    factor: float,
) -> tuple[list[float], list[float]]:
    """The tightest limits that follow from the neighbours' limits and the gaps."""
    low = [lo for lo, _ in limits]
    high = [hi for _, hi in limits]
    for j in range(len(limits)):
        for i, gap in into[j]:
            low[j] = max(low[j], low[i] + gap * factor)
    for i in reversed(range(len(limits))):
        for j, gap in out[i]:
            high[i] = min(high[i], high[j] - gap * factor)
    return low, high


def _room(limits: Sequence[tuple[float, float]], into: list[list[tuple[int, float]]]) -> float:
    """The largest factor up to 1 by which the gaps can be multiplied and still fit."""

    def fits(factor: float) -> bool:
        low = [lo for lo, _ in limits]
        for j in range(len(limits)):
            for i, gap in into[j]:
                low[j] = max(low[j], low[i] + gap * factor)
            if low[j] > limits[j][1] + 1e-6:
                return False
        return True

    if fits(1):
        return 1
    good, bad = 0.0, 1.0
    for _ in range(24):
        mid = (good + bad) / 2
        good, bad = (mid, bad) if fits(mid) else (good, mid)
    return good


def _blocks(
    wanted: list[float],
    limits: Sequence[tuple[float, float]],
    into: list[list[tuple[int, float]]],
    factor: float,
    weights: list[float],
) -> list[float]:
    offset = [0.0] * len(wanted)
    home: list[_Block] = []
    for j, want in enumerate(wanted):
        lo, hi = limits[j]
        block = _Block([j], want, HEAVY if hi - lo < FIXED else weights[j])
        home.append(block)
        while True:
            worst, at = 1e-9, None
            for m in block.members:
                for i, gap in into[m]:
                    if home[i] is not block:
                        miss = home[i].pos + offset[i] + gap * factor - block.pos - offset[m]
                        if miss > worst:
                            worst, at = miss, (i, m, gap * factor)
            if at is None:
                break
            i, m, gap = at
            left = home[i]
            shift = offset[i] + gap - offset[m]  # origin of the right block, seen from the left one
            weight = left.weight + block.weight
            left.pos += (block.pos - shift - left.pos) * (block.weight / weight)
            left.weight = weight
            for k in block.members:
                offset[k] += shift
                home[k] = left
            left.members.extend(block.members)
            block = left
    return [home[j].pos + offset[j] for j in range(len(wanted))]
