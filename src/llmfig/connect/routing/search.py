"""A* on the grid: cheapest way from one heading to another, bends priced.

A state is (crossing of lines, heading, phase). Phases tell whether the wire still runs on its trunk (ON_TREE), still
owes a stretch along a demanded line (OWING) or may finish (FREE). The estimate is Manhattan length plus the least
number of bends that can lead to the goal's heading, as in Wybrow, Marriott and Stuckey (2009).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from heapq import heappop, heappush

from llmfig.connect.routing.grid import Grid
from llmfig.geometry import Point, Side

BEND = 250.0  # price of a bend, in px of length
BRANCH = 0.8 * BEND  # turning off a trunk: a little less than a bend, so that branches share what rail there is
MID_BRANCH = 0.3 * BEND  # doing so between its corners
ON_TRUNK = 0.02  # price of a px on the trunk that is laid already
HEADING: dict[Side, int] = {"right": 0, "bottom": 1, "left": 2, "top": 3}
DX = (1, 0, -1, 0)
DY = (0, 1, 0, -1)
FREE, OWING, ON_TREE = 0, 1, 2
TURNS = ((0, 1, 3), (1, 2, 0), (2, 3, 1), (3, 0, 2))


def min_bends(dx: float, dy: float, d: int, g: int) -> int:
    """The least number of bends from heading `d` to heading `g` at a place (dx, dy) away."""
    f = dx * DX[d] + dy * DY[d]
    e = (d + 1) % 4
    s = dx * DX[e] + dy * DY[e]
    turn = (g - d) % 4
    if turn == 0:
        if f >= 0:
            return 0 if s == 0 else 2
        return 4
    if turn == 2:
        return 2 if s != 0 else 4
    if f < 0:
        return 3
    return 1 if (s >= 0 if turn == 1 else s <= 0) else 3


# Signs of (dx, dy) in the order of 3 * sx + sy, where the negative numbers wrap round.
SIGNS = ((0, 0), (0, 1), (1, -1), (1, 0), (1, 1), (-1, -1), (-1, 0), (-1, 1), (0, -1))
# LEAST[arrival][heading][3 * sx + sy]: the price of the bends that are left at least.
LEAST = [[[BEND * min_bends(sx, sy, d, g) for sx, sy in SIGNS] for d in range(4)] for g in range(4)]


def bends_onto(offset: float, d: int, *, vertical: bool) -> int:
    """The least number of bends from heading `d` until a wire runs along a line.

    Args:
        offset: signed distance to the line, along x for a vertical one.
        d: the heading.
        vertical: direction of the line.
    """
    if (d % 2 == 1) == vertical:
        return 0 if offset == 0 else 2
    ahead = DX[d] if vertical else DY[d]
    return 1 if offset * ahead >= 0 else 3


@dataclass(slots=True)
class Tree:
    """The part of a trunk that is already laid, on the current grid.

    Attributes:
        steps: node * 4 + heading of every step, from the root outwards.
        corners: nodes where the trunk bends, branches or begins.
    """

    steps: set[int] = field(default_factory=set)
    corners: set[int] = field(default_factory=set)

    def step(self, edge: tuple[int, int, int], phase: int, cost: float, length: float) -> tuple[float, bool]:
        """The price of a step and whether it keeps to the trunk.

        Args:
            edge: node, heading, next node.
            phase: ON_TREE or not.
            cost: what the step costs without a trunk.
            length: its length, in px.
        """
        node, heading, to = edge
        if node * 4 + heading in self.steps:
            return (ON_TRUNK * length, True) if phase == ON_TREE else (cost + 2 * length, False)
        if to * 4 + (heading + 2) % 4 in self.steps:  # back along the trunk
            return (math.inf, False) if phase == ON_TREE else (cost + 2 * length, False)
        if phase == ON_TREE and node not in self.corners:
            cost += MID_BRANCH
        return cost, False


@dataclass(slots=True)
class Task:
    """One search.

    Attributes:
        start: node and heading at the first corner a wire may turn at.
        goal: node and heading at the last one.
        column: index of a vertical grid line the wire must run along, or None.
        row: index of such a horizontal line, or None; with both given, the wire must pass their crossing.
        tree: what is laid of the wire's trunk.
    """

    start: tuple[int, int]
    goal: tuple[int, int]
    column: int | None = None
    row: int | None = None
    tree: Tree | None = None

    def paid(self, w: int, node: int, heading: int, to: int) -> bool:
        """Whether a step fulfils the demand for a line."""
        if self.column is not None and self.row is not None:
            return to == self.row * w + self.column
        if self.column is not None:
            return heading % 2 == 1 and node % w == self.column
        return heading % 2 == 0 and node // w == self.row


def search(  # noqa: PLR0912, PLR0915 (one hot loop)
    grid: Grid, task: Task, limit: float = math.inf
) -> tuple[float, list[Point]] | None:
    """The price and the corners of the cheapest way; None when there is none below `limit`."""
    w, xs, ys, rows, columns = grid.w, grid.xs, grid.ys, grid.rows, grid.columns
    goal, arrive = task.goal
    gi, gj = goal % w, goal // w
    gx, gy = xs[gi], ys[gj]
    least = LEAST[arrive]
    tree = task.tree
    demand = FREE if task.column is None and task.row is None else OWING
    begin = (task.start[0] * 4 + task.start[1]) * 3 + (demand if tree is None else ON_TREE)
    size = w * grid.h * 12
    cost = [math.inf] * size
    came = [-1] * size
    done = bytearray(size)
    cost[begin] = 0.0
    heap: list[tuple[float, int]] = [(0.0, begin)]
    while heap:
        _, state = heappop(heap)
        if done[state]:
            continue
        done[state] = 1
        rest, phase = divmod(state, 3)
        node, d = divmod(rest, 4)
        j, i = divmod(node, w)
        here = cost[state]
        if node == goal and phase != OWING:
            if d == arrive:
                return here, _trace(grid, came, state)
            if (d + 2) % 4 != arrive:  # turn on the spot
                nstate = (node * 4 + arrive) * 3 + phase
                if here + BEND < cost[nstate]:
                    cost[nstate] = here + BEND
                    came[nstate] = state
                    heappush(heap, (here + BEND, nstate))
        for nd in TURNS[d]:
            ti, tj = i, j
            if nd == 0:
                price, ti = (rows[j] or grid.across(j))[i], i + 1
            elif nd == 1:
                price, tj = (columns[i] or grid.down(i))[j], j + 1
            elif nd == 2:
                price, ti = (rows[j] or grid.across(j))[i - 1], i - 1
            else:
                price, tj = (columns[i] or grid.down(i))[j - 1], j - 1
            if price == math.inf:
                continue
            to = tj * w + ti
            nphase = phase
            bend = BEND if nd != d else 0.0
            if tree is not None:
                length = abs(xs[ti] - xs[i]) + abs(ys[tj] - ys[j])
                price, kept = tree.step((node, nd, to), phase, price, length)
                if kept:
                    bend = 0.0
                elif phase == ON_TREE:
                    nphase = demand
                    bend = BRANCH if bend else 0.0
            if nphase == OWING and task.paid(w, node, nd, to):
                nphase = FREE
            total = here + price + bend
            nstate = (to * 4 + nd) * 3 + nphase
            if total >= cost[nstate]:
                continue
            if nphase == FREE:
                side = least[nd][((gi > ti) - (gi < ti)) * 3 + (gj > tj) - (gj < tj)]
                guess = total + abs(gx - xs[ti]) + abs(gy - ys[tj]) + side
            elif nphase == OWING:
                guess = total + _detour(grid, task, ti, tj, nd)
            else:
                guess = total
            if guess < limit:
                cost[nstate] = total
                came[nstate] = state
                heappush(heap, (guess, nstate))
    return None


def _detour(grid: Grid, task: Task, i: int, j: int, d: int) -> float:
    """Lower bound of the price from (i, j), heading `d`, by way of the demanded lines to the goal."""
    goal, arrive = task.goal
    return detour(
        (Point(grid.xs[i], grid.ys[j]), d),
        (Point(grid.xs[goal % grid.w], grid.ys[goal // grid.w]), arrive),
        None if task.column is None else grid.xs[task.column],
        None if task.row is None else grid.ys[task.row],
    )


def detour(start: tuple[Point, int], goal: tuple[Point, int], x: float | None, y: float | None) -> float:
    """Lower bound of the price between two places and headings by way of the lines at `x` and `y`."""
    (p, d), (q, g) = start, goal
    vx, vy = p.x if x is None else x, p.y if y is None else y
    length = abs(vx - p.x) + abs(q.x - vx) + abs(vy - p.y) + abs(q.y - vy)
    if x is not None and y is not None:
        return length
    # Seen from the goal a wire comes backwards.
    back = (g + 2) % 4
    if x is not None:
        bends = bends_onto(x - p.x, d, vertical=True) + bends_onto(x - q.x, back, vertical=True)
    else:
        bends = bends_onto(vy - p.y, d, vertical=False) + bends_onto(vy - q.y, back, vertical=False)
    return length + bends * BEND


def _trace(grid: Grid, came: list[int], state: int) -> list[Point]:
    nodes = [state // 12]
    while came[state] >= 0:
        state = came[state]
        if state // 12 != nodes[-1]:
            nodes.append(state // 12)
    nodes.reverse()
    return [Point(grid.xs[n % grid.w], grid.ys[n // grid.w]) for n in nodes]


def simplified(points: list[Point]) -> list[Point]:
    """Without repeated points and without corners on a straight line."""
    out: list[Point] = []
    for p in points:
        if out and out[-1] == p:
            continue
        if len(out) > 1 and ((out[-2].x == out[-1].x == p.x) or (out[-2].y == out[-1].y == p.y)):
            out[-1] = p
            if out[-2] == p:
                out.pop()
        else:
            out.append(p)
    return out
