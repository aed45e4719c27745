"""The sparse grid a wire is searched on.

Its lines are the middles of the gaps between obstacles, a line at clearance along every obstacle that faces much room,
and the wire's own port lines: an orthogonal visibility graph (Wybrow, Marriott and Stuckey, "Orthogonal connector
routing", 2009) thinned to one line per channel. Lanes inside a channel are given later.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from llmfig.geometry import Rect

TIGHT = 1.0  # px round an obstacle that are never entered
CROSS = 200.0  # price of crossing another wire, in px of length
NEAR = 3.0  # price of a px inside an obstacle's clearance
SOFT = 3.0  # price of a px inside a node that holds one of the wire's ends
BLOCKED = 40.0  # price of a px inside an obstacle, when there is no legal way
OFF_CENTRE = 1.01  # price of a px on a line that is not the middle of a channel
ALIKE = 4.0  # px between lines that serve one purpose
SHARED = 0.15  # price of a px on a channel line that another wire runs on

Box = tuple[float, float, float, float]  # left, top, right, bottom
Run = tuple[bool, float, float, float]  # vertical?, coordinate, from, to (from < to)
Span = tuple[float, float]  # from, to
Lines = dict[float, float]  # coordinate of a grid line: price of a px on it


def box(r: Rect) -> Box:
    return (r.x, r.y, r.right, r.bottom)


def grown(b: Box, by: float) -> Box:
    return (b[0] - by, b[1] - by, b[2] + by, b[3] + by)


def flip(b: Box) -> Box:
    """The box mirrored at the diagonal, so that code written for x serves y."""
    return (b[1], b[0], b[3], b[2])


def channels(boxes: Sequence[Box], low: float, high: float, hug: float) -> Lines:
    """The useful vertical lines: middles of gaps between boxes, and lines beside boxes with much room.

    Args:
        boxes: the obstacles.
        low: smallest x allowed.
        high: largest x allowed.
        hug: distance to a box where no middle is near, in px.

    Returns:
        Middles cost 1 a px, the others a trifle more, so that they only serve where no middle does.
    """
    lines: Lines = {}
    for a in boxes:
        right, left = math.inf, -math.inf
        for b in boxes:
            if b is not a and b[1] < a[3] + hug and b[3] > a[1] - hug:
                if b[0] >= a[2] - 0.01:
                    right = min(right, b[0])
                if b[2] <= a[0] + 0.01:
                    left = max(left, b[2])
        for edge, other, out in ((a[2], right, 1), (a[0], left, -1)):
            gap = abs(other - edge)
            if gap < 2:
                continue
            if gap < math.inf:
                lines[round((edge + other) / 2, 2)] = 1.0
            if gap > 4 * hug:
                limit = high if out > 0 else low
                step = min(hug, (limit - edge) * out / 2)
                if step > 1:
                    lines.setdefault(round(edge + out * step, 2), OFF_CENTRE)
    return _thinned(lines)


def _thinned(lines: Lines) -> Lines:
    """Without lines so close to a better one that they only make the search slow; lanes are settled later anyway."""
    kept: Lines = {}
    for at in sorted(lines, key=lambda c: (lines[c], c)):
        close = ALIKE if lines[at] > 1 else ALIKE / 2
        if all(abs(at - other) >= close for other in kept):
            kept[at] = lines[at]
    return kept


class Terrain:
    """What lies in the way of a wire: boxes it must not enter, and boxes in which a px costs more.

    Wires with the same obstacles share one, since most lines are asked about again and again.

    Args:
        walls: boxes that must not be entered.
        taxed: (box, price of a px in it).
    """

    __slots__ = ("_known", "_taxed", "_walls")

    def __init__(self, walls: Sequence[Box], taxed: Sequence[tuple[Box, float]]) -> None:
        self._walls = ([flip(w) for w in walls], list(walls))
        self._taxed = ([(flip(b), price) for b, price in taxed], list(taxed))
        self._known: dict[tuple[bool, float], tuple[list[Span], list[tuple[float, float, float]]]] = {}

    def met(self, at: float, *, vertical: bool) -> tuple[list[Span], list[tuple[float, float, float]]]:
        """What the line at `at` runs through: blocked spans, and (from, to, price) of dear ones."""
        key = (vertical, at)
        known = self._known.get(key)
        if known is None:
            which = 0 if vertical else 1
            known = self._known[key] = (
                [(w[0], w[2]) for w in self._walls[which] if w[1] < at < w[3]],
                [(b[0], b[2], price) for b, price in self._taxed[which] if b[1] < at < b[3]],
            )
        return known


class Prices:
    """What a grid's steps cost besides their length.

    Args:
        terrain: what stands still.
        runs: stretches of other wires.
    """

    __slots__ = ("flat", "tall", "terrain")

    def __init__(self, terrain: Terrain, runs: Iterable[Run] = ()) -> None:
        self.terrain = terrain
        self.tall: list[tuple[float, float, float]] = []
        self.flat: list[tuple[float, float, float]] = []
        for vertical, at, a, b in runs:
            (self.tall if vertical else self.flat).append((at, a, b))

    def others(self, *, vertical: bool) -> tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]:
        """(coordinate, from, to) of the stretches parallel and across to a line."""
        return (self.tall, self.flat) if vertical else (self.flat, self.tall)


class Grid:
    """Lines, and the price of every step between neighbouring crossings.

    A line's steps are priced when the search first comes to it, since most lines are never touched. `across(j)[i]` is
    the price from (i, j) to (i + 1, j), `down(i)[j]` likewise to (i, j + 1); infinite where blocked. The last price of
    a line is infinite, so that steps off the grid need no test (an index of -1 wraps round to it).
    """

    __slots__ = ("_prices", "_xs", "_ys", "columns", "h", "rows", "w", "xs", "ys")

    def __init__(self, xs: Mapping[float, float], ys: Mapping[float, float], prices: Prices) -> None:
        self._xs, self._ys = xs, ys
        self.xs, self.ys = sorted(xs), sorted(ys)
        self.w, self.h = len(self.xs), len(self.ys)
        # Public for the search's inner loop only, which cannot afford a call per step.
        self.rows: list[list[float] | None] = [None] * self.h
        self.columns: list[list[float] | None] = [None] * self.w
        self._prices = prices

    def node(self, x: float, y: float) -> int:
        return bisect_left(self.ys, y) * self.w + bisect_left(self.xs, x)

    def across(self, j: int) -> list[float]:
        """Prices along row `j`."""
        row = self.rows[j]
        if row is None:
            y = self.ys[j]
            row = self.rows[j] = _line(self.xs, y, self._ys[y], self._prices, vertical=False)
        return row

    def down(self, i: int) -> list[float]:
        """Prices along column `i`."""
        column = self.columns[i]
        if column is None:
            x = self.xs[i]
            column = self.columns[i] = _line(self.ys, x, self._xs[x], self._prices, vertical=True)
        return column


def _line(stops: list[float], at: float, price: float, prices: Prices, *, vertical: bool) -> list[float]:
    """Prices of the steps between `stops` on the line at `at`."""
    costs = [(b - a) * price for a, b in pairwise(stops)]
    last = len(costs)
    walls, taxed = prices.terrain.met(at, vertical=vertical)
    parallel, across = prices.others(vertical=vertical)
    for a, b, tax in taxed:
        for k in _steps(stops, a, b):
            costs[k] += tax * (min(stops[k + 1], b) - max(stops[k], a))
    for where, a, b in across:
        if a < at < b:
            k = bisect_left(stops, where)
            # On a grid line: half the price on either side, so that passing costs all of it and joining half.
            for h in (k - 1, k if k <= last and stops[k] == where else k - 1):
                if 0 <= h < last:
                    costs[h] += CROSS / 2
    for where, a, b in parallel:
        if where == at:
            for k in _steps(stops, a, b):
                costs[k] += SHARED * (stops[k + 1] - stops[k])
    for a, b in walls:
        for k in _steps(stops, a, b):
            costs[k] = math.inf
    costs.append(math.inf)
    return costs


def _steps(stops: list[float], low: float, high: float) -> range:
    """Numbers of the steps that touch the inside of [low, high]."""
    return range(max(bisect_right(stops, low) - 1, 0), min(bisect_left(stops, high), len(stops) - 1))


def price_of(points: Sequence[tuple[float, float]], prices: Prices) -> float:
    """What a path costs besides its length and its bends: the same sum the grid makes, for one path."""
    total = 0.0
    for (px, py), (qx, qy) in pairwise(points):
        vertical = px == qx
        at, a, b = (px, min(py, qy), max(py, qy)) if vertical else (py, min(px, qx), max(px, qx))
        walls, taxed = prices.terrain.met(at, vertical=vertical)
        if any(low < b and high > a for low, high in walls):
            return math.inf
        parallel, across = prices.others(vertical=vertical)
        for low, high, tax in taxed:
            total += tax * max(min(b, high) - max(a, low), 0)
        for where, low, high in parallel:
            if where == at:
                total += SHARED * max(min(b, high) - max(a, low), 0)
        for where, low, high in across:
            if low < at < high and a <= where <= b:
                total += CROSS if a < where < b else CROSS / 2
    return total
