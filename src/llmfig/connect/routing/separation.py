"""Keeping values apart on a line: the solver behind ports and lanes.

Minimises the squared distance to the wanted places under `x[j] - x[i] >= gap`, by merging blocks of touching values, as
in Dwyer, Marriott and Stuckey, "Fast node overlap removal" (2005). Only its first phase is used: it satisfies every
constraint and is optimal whenever all constraints pull one way, which is the rule in a channel of lanes.
"""

from __future__ import annotations

import math
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
        The places. Where the limits leave no room for a chain of gaps, the gaps of that chain shrink evenly; a chain
        that contradicts the limits altogether loses a gap.
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
    """Values that can push each other, each set ascending. A fixed value is in every set it touches and joins none."""
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
    fixed = [hi - lo < FIXED for lo, hi in limits]
    gaps = _fitted(limits, [g for g in gaps if not (fixed[g[0]] and fixed[g[1]])])
    into: list[list[tuple[int, float]]] = [[] for _ in range(n)]
    low, high = [lo for lo, _ in limits], [hi for _, hi in limits]
    for i, j, gap in sorted(gaps, key=lambda g: g[1]):
        into[j].append((i, gap))
    for j in range(n):
        for i, gap in into[j]:
            low[j] = max(low[j], low[i] + gap)
    for j in reversed(range(n)):
        for i, gap in into[j]:
            high[i] = min(high[i], high[j] - gap)
    free = _blocks(wanted, limits, into, weights)
    places: list[float] = []
    for j, (lo, hi) in enumerate(limits):
        floor = max([low[j], *(places[i] + gap for i, gap in into[j])])
        places.append(min(max(min(max(free[j], floor), max(high[j], floor)), lo), hi))
    return places


def _fitted(limits: list[tuple[float, float]], gaps: list[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """The gaps, shrunk where the limits leave no room for them: evenly along each chain that does not fit."""
    size = [gap for _, _, gap in gaps]
    into: list[list[int]] = [[] for _ in limits]
    for k, (_, j, _) in enumerate(gaps):
        into[j].append(k)
    for _ in range(3 * len(gaps)):
        low = [lo for lo, _ in limits]
        via = [-1] * len(limits)
        short = -1
        for j in range(len(limits)):
            for k in into[j]:
                reach = low[gaps[k][0]] + size[k]
                if reach > low[j] + 1e-9:
                    low[j], via[j] = reach, k
            if low[j] > limits[j][1] + 1e-6:
                short = j
                break
        if short < 0:
            break
        chain = []
        j = short
        while via[j] >= 0:
            chain.append(via[j])
            j = gaps[via[j]][0]
        total, room = sum(size[k] for k in chain), limits[short][1] - limits[j][0]
        if room < 0 or total <= 0:  # contradictory: this order cannot be had at all
            size[chain[0]] = -math.inf
            continue
        for k in chain:
            size[k] *= room / total
    return [(i, j, size[k]) for k, (i, j, _) in enumerate(gaps) if size[k] > -math.inf]


def _blocks(
    wanted: list[float],
    limits: Sequence[tuple[float, float]],
    into: list[list[tuple[int, float]]],
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
                        miss = home[i].pos + offset[i] + gap - block.pos - offset[m]
                        if miss > worst:
                            worst, at = miss, (i, m, gap)
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
