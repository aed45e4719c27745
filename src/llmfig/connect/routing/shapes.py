"""Ways of one or two bends, tried before any search: most wires of a figure need no more."""

from __future__ import annotations

from collections.abc import Iterator

from llmfig.connect.routing.grid import Lines, Prices, price_of
from llmfig.connect.routing.search import BEND, DX, min_bends
from llmfig.geometry import Point

SURE = 2 * BEND - 1  # any other way between the same ports has at least two bends more


def simple(
    start: tuple[Point, int],
    goal: tuple[Point, int],
    lines: tuple[Lines, Lines],
    prices: Prices,
) -> tuple[float, list[Point]] | None:
    """The best way of at most two bends, when no other can be better.

    Args:
        start: place and heading where a wire may first turn.
        goal: the same for its last turn.
        lines: vertical and horizontal lines of the grid.
        prices: what steps cost.

    Returns:
        The price, length and bends included, and the corners; None when a search has to decide.
    """
    (p, d), (q, g) = start, goal
    bends = min_bends(q.x - p.x, q.y - p.y, d, g)
    if bends > 2:
        return None
    best: tuple[float, list[Point]] | None = None
    for length, points in _ways(start, goal, bends, lines):
        if best is not None and length >= best[0]:
            break
        extra = price_of(points, prices)
        if extra < SURE and (best is None or length + extra < best[0]):
            best = (length + extra, points)
    return None if best is None else (best[0] + bends * BEND, best[1])


def _ways(
    start: tuple[Point, int], goal: tuple[Point, int], bends: int, lines: tuple[Lines, Lines]
) -> Iterator[tuple[float, list[Point]]]:
    """Ways of just that many bends, shortest first, then those in the middle."""
    (p, d), (q, g) = start, goal
    flat = DX[d] != 0
    direct = abs(q.x - p.x) + abs(q.y - p.y)
    if bends == 0:
        yield direct, [p, q]
        return
    if bends == 1:
        yield direct, [p, Point(q.x, p.y) if flat else Point(p.x, q.y), q]
        return
    a, b = (p.x, q.x) if flat else (p.y, q.y)
    stops = lines[0] if flat else lines[1]
    price = {**dict.fromkeys((a, b), 2.0), **stops}
    span = abs(q.y - p.y) if flat else abs(q.x - p.x)
    if d == g:
        middle = (a + b) / 2
        lo, hi = min(a, b), max(a, b)
        order = sorted((c for c in price if lo <= c <= hi), key=lambda c: (price[c] > 1, abs(c - middle), c))
        over = dict.fromkeys(order, 0.0)
    else:
        tip = max(a, b) if d < 2 else min(a, b)
        over = {c: 2 * abs(c - tip) for c in price if (c >= tip if d < 2 else c <= tip)}
        order = sorted(over, key=lambda c: (over[c], c))
    for c in order:
        dear = (min(price[c], 1.01) - 1) * span
        first, second = (Point(c, p.y), Point(c, q.y)) if flat else (Point(p.x, c), Point(q.x, c))
        yield direct + over[c] + dear, [p, first, second, q]
