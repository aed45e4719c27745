"""From one port to another: the task that is set to the search."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from llmfig.connect.routing.grid import OFF_CENTRE, Grid, Lines, Prices
from llmfig.connect.routing.search import BEND, Task, Tree, min_bends, search, simplified
from llmfig.connect.routing.shapes import simple
from llmfig.geometry import Point

MARGIN = 120.0  # px around two ports in which a way is looked for first

Found = tuple[float, list[Point]]


@dataclass(slots=True)
class Way:
    """What is looked for between two ports.

    Attributes:
        ports: where it leaves and where it arrives.
        start: where it may first turn, and its heading there.
        goal: where it may last turn, and its heading there.
        lines: the channels, vertical ones and horizontal ones.
        demand: x and y of lines it has to run along.
        trunk: paths from `ports[0]` that are laid already and may be shared.
    """

    ports: tuple[Point, Point]
    start: tuple[Point, int]
    goal: tuple[Point, int]
    lines: tuple[Lines, Lines]
    demand: tuple[float | None, float | None]
    trunk: list[list[Point]]

    def quick(self, prices: Prices) -> Found | None:
        """The best way, when it is one of the simple shapes."""
        if self.trunk or self.demand != (None, None):
            return None
        return self._whole(simple(self.start, self.goal, self._centred(), prices))

    def full(self, prices: Prices, limit: float = math.inf) -> Found | None:
        """The best way there is, if it costs less than `limit`."""
        if self.trunk or self.demand != (None, None):
            return self._whole(self._search(self._lines(), prices, limit))
        # Most ways stay near the ports, and a small grid is searched fast. Whatever leaves it is longer by twice its
        # margin, and has two bends more than the least number, or else it would be one of the simple shapes.
        (p, d), (q, g) = self.start, self.goal
        bends = min_bends(q.x - p.x, q.y - p.y, d, g)
        outside = abs(q.x - p.x) + abs(q.y - p.y) + BEND * (bends + 2 if bends <= 2 else bends) + 2 * MARGIN
        xs, ys = self._lines()
        near = (_between(xs, p.x, q.x), _between(ys, p.y, q.y))
        found = self._search(near, prices, limit)
        if (found is None or found[0] > outside) and outside < limit:
            found = self._search((xs, ys), prices, limit if found is None else found[0]) or found
        return self._whole(found)

    def _lines(self) -> tuple[Lines, Lines]:
        """All lines the search may use."""
        xs, ys = self._centred()
        for p, _ in (self.start, self.goal):
            xs.setdefault(p.x, OFF_CENTRE)
            ys.setdefault(p.y, OFF_CENTRE)
        for p in (p for path in self.trunk for p in path):
            xs.setdefault(p.x, 1.0)
            ys.setdefault(p.y, 1.0)
        x, y = self.demand
        if x is not None:
            xs[x] = 1.0
        if y is not None:
            ys[y] = 1.0
        return xs, ys

    def _search(self, lines: tuple[Lines, Lines], prices: Prices, limit: float) -> Found | None:
        grid = Grid(*lines, prices)
        task = Task((grid.node(*self.start[0]), self.start[1]), (grid.node(*self.goal[0]), self.goal[1]))
        x, y = self.demand
        task.column = None if x is None else grid.xs.index(x)
        task.row = None if y is None else grid.ys.index(y)
        if self.trunk:
            task.tree = _tree(grid, self.start[0], self.trunk)
        return search(grid, task, limit)

    def _centred(self) -> tuple[Lines, Lines]:
        """The lines, and the middle between two sides that look the same way along one axis."""
        xs, ys = dict(self.lines[0]), dict(self.lines[1])
        (p, q), heading = self.ports, self.start[1]
        if heading == self.goal[1]:
            if heading % 2:
                ys[(p.y + q.y) / 2] = 1.0
            else:
                xs[(p.x + q.x) / 2] = 1.0
        return xs, ys

    def _whole(self, found: Found | None) -> Found | None:
        """With the straight runs to the ports."""
        return found and (found[0], simplified([self.ports[0], *found[1], self.ports[1]]))


def _between(lines: Lines, a: float, b: float) -> Lines:
    """The lines between two places, and MARGIN around."""
    low, high = min(a, b) - MARGIN, max(a, b) + MARGIN
    return {at: price for at, price in lines.items() if low <= at <= high}


def _tree(grid: Grid, root: Point, paths: list[list[Point]]) -> Tree:
    """Mark what is laid of a trunk on the grid."""
    tree = Tree(corners={grid.node(*root)})
    for path in paths:
        for k, (p, q) in enumerate(pairwise(path)):
            n, last = grid.node(*(p if k else root)), grid.node(*q)
            if k:
                tree.corners.add(n)
            (j, i), (gj, gi) = divmod(n, grid.w), divmod(last, grid.w)
            heading = 0 if gi > i else 2 if gi < i else 1 if gj > j else 3
            step = (1, grid.w, -1, -grid.w)[heading]
            while n != last:
                tree.steps.add(n * 4 + heading)
                n += step
    return tree
