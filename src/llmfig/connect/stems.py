"""The common stretches of connectors of one trunk: drawn once, so that a stem is no heavier than its branches."""

from __future__ import annotations

from collections.abc import Sequence

from llmfig.geometry import Point

TOUCH = 0.01  # px: points closer than this are one


def own_part(route: Sequence[Point], earlier: Sequence[Sequence[Point]]) -> list[Point]:
    """What is left of a route without what it shares with earlier ones, from its start or to its end; px.

    Example:
        own_part([Point(0, 0), Point(9, 0), Point(9, 9)], [[Point(0, 0), Point(9, 0), Point(20, 0)]])  # (9, 0), (9, 9)
    """
    left = list(route)
    head = max((_common(left, other) for other in earlier), default=0.0)
    left = _without(left, head)
    back = left[::-1]
    tail = max((_common(back, other[::-1]) for other in earlier), default=0.0)
    return _without(back, tail)[::-1]


def _common(route: Sequence[Point], other: Sequence[Point]) -> float:
    """Length that two routes run together from their starts; 0 when these differ."""
    if not route or not other or route[0].distance(other[0]) > TOUCH:
        return 0.0
    length, at, i, j = 0.0, route[0], 1, 1
    while i < len(route) and j < len(other):
        a, b = at.distance(route[i]), at.distance(other[j])
        step = min(a, b)
        if at.towards(route[i], step).distance(at.towards(other[j], step)) > TOUCH:
            break
        at, length = at.towards(route[i], step), length + step
        i += a - step <= TOUCH
        j += b - step <= TOUCH
    return length


def _without(route: Sequence[Point], length: float) -> list[Point]:
    """A route without its first `length` px."""
    points = list(route)
    while len(points) > 1 and length > TOUCH:
        first = points[0].distance(points[1])
        if first > length + TOUCH:
            points[0] = points[0].towards(points[1], length)
            break
        points, length = points[1:], length - first
    return points
