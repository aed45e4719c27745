"""Which items of two sequences belong together: the equal ones, or the most alike, both without changing the order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

T = TypeVar("T")
Pairs = list[tuple[int, int]]
_Chain = tuple[int, int, "_Chain | None"]


def common(a: Sequence[Hashable], b: Sequence[Hashable]) -> Pairs:
    """A longest common subsequence, as pairs of indices (Hunt and Szymanski 1977). None equals nothing.

    Example:
        >>> common("model", "modal")
        [(0, 0), (1, 1), (2, 2), (4, 4)]
    """
    head, most = 0, min(len(a), len(b))
    while head < most and a[head] == b[head] is not None:
        head += 1
    tail = 0
    while tail < most - head and a[-1 - tail] == b[-1 - tail] is not None:
        tail += 1
    middle = _longest(a[head : len(a) - tail], b[head : len(b) - tail])
    return [
        *((i, i) for i in range(head)),
        *((head + i, head + j) for i, j in middle),
        *((len(a) - i, len(b) - i) for i in range(tail, 0, -1)),
    ]


def _longest(a: Sequence[Hashable], b: Sequence[Hashable]) -> Pairs:
    places: dict[Hashable, list[int]] = {}
    for j, key in enumerate(b):
        if key is not None:
            places.setdefault(key, []).append(j)
    ends: list[int] = []  # for each length, the smallest index in b that a common subsequence of it ends at
    chains: list[_Chain] = []
    for i, key in enumerate(a):
        for j in reversed(places.get(key, ())):
            length = bisect_left(ends, j)
            ends[length : length + 1] = [j]
            chains[length : length + 1] = [(i, j, chains[length - 1] if length else None)]
    found: Pairs = []
    chain = chains[-1] if chains else None
    while chain:
        i, j, chain = chain
        found.append((i, j))
    return found[::-1]


def alike(a: Sequence[T], b: Sequence[T], likeness: Callable[[T, T], float]) -> Pairs:
    """The pairs of most likeness in all, as pairs of indices.

    Args:
        a, b: sequences; the time goes with the product of their lengths.
        likeness: of two items, above 0 for those that may be a pair.
    """
    score = [[likeness(x, y) for y in b] for x in a]
    best = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]  # [i][j]: of a[i:] and b[j:]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            paired = score[i][j] + best[i + 1][j + 1] if score[i][j] > 0 else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    found: Pairs = []
    i = j = 0
    while i < len(a) and j < len(b):
        if score[i][j] > 0 and best[i][j] == score[i][j] + best[i + 1][j + 1]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found
