"""Finding what is near what without comparing everything with everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from llmfig.geometry import Rect

T = TypeVar("T")
CELL = 96.0  # px; about the size of a box, so that most things fall into one to four cells


class Grid(Generic[T]):
    """Things by where they are. `near` gives everything whose rectangle meets another one."""

    def __init__(self, things: Iterable[tuple[Rect, T]]) -> None:
        self._things: list[tuple[Rect, T]] = list(things)
        self._cells: dict[tuple[int, int], list[int]] = {}
        for i, (rect, _) in enumerate(self._things):
            for key in _keys(rect):
                self._cells.setdefault(key, []).append(i)

    def near(self, rect: Rect, margin: float = 0.0) -> list[T]:
        """The things that overlap or touch a rectangle grown by a margin, in the order they were given."""
        if margin:
            rect = rect.grown(margin)
        seen: set[int] = set()
        for key in _keys(rect):
            seen.update(self._cells.get(key, ()))
        x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
        found = []
        for i in sorted(seen):
            r, thing = self._things[i]
            if r.x <= right and r.x + r.w >= x and r.y <= bottom and r.y + r.h >= y:
                found.append(thing)
        return found


def _keys(rect: Rect) -> Iterator[tuple[int, int]]:
    for i in range(int(rect.x // CELL), int(rect.right // CELL) + 1):
        for j in range(int(rect.y // CELL), int(rect.bottom // CELL) + 1):
            yield i, j


def overlapping(things: Iterable[tuple[Rect, T]], tolerance: float) -> Iterator[tuple[T, T]]:
    """All pairs whose rectangles overlap by more than `tolerance` px both ways: a sweep from left to right.

    In each pair, the thing that was given first comes first.
    """
    given = list(things)
    spans = [(r.x, r.x + r.w - tolerance, r.y, r.y + r.h) for r, _ in given]
    active: list[int] = []
    for i in sorted(range(len(given)), key=spans.__getitem__):
        x, right, y, bottom = spans[i]
        active = [k for k in active if spans[k][1] > x]
        if right > x:
            for k in active:
                _, _, other_y, other_bottom = spans[k]
                if min(bottom, other_bottom) - max(y, other_y) > tolerance:
                    yield (given[k][1], given[i][1]) if k < i else (given[i][1], given[k][1])
            active.append(i)
