"""A* on the grid: cheapest way from one heading to another, bends priced.

A state is (crossing of lines, heading, phase). Phases tell whether the wire still runs on its trunk (ON_TREE), still owes a
stretch along a demanded line (OWING) or may finish (FREE). The estimate is Manhattan length plus the least number of bends that
can lead to the goal's heading, as in Wybrow, Marriott and Stuckey (2009).
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


@dataclass(slots=True)
class Tree:
    """The part of a trunk that is already laid, on the current grid.

    Attributes:
        steps: node * 4 + heading of every step, from the root outwards.
        corners: nodes where the trunk bends, branches or begins.
    """

    steps: set[int] = field(default_factory=set)
    corners: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Task:
    """One search.

    Attributes:
        start: node and heading at the first corner a wire may turn at.
        goal: node and heading at the last one.
        column: index of a vertical grid line the wire must run along, or None.
        row: index of such a horizontal line, or None.
        tree: what is laid of the wire's trunk.
    """

    start: tuple[int, int]
    goal: tuple[int, int]
    column: int | None = None
    row: int | None = None
    tree: Tree | None = None


def search(grid: Grid, task: Task) -> tuple[float, list[Point]] | None:
    """The price and the corners of the cheapest way; None when there is none."""
    w, xs, ys, hcost, vcost = grid.w, grid.xs, grid.ys, grid.hcost, grid.vcost
    first, heading = task.start
    goal, arrive = task.goal
    gi, gj = goal % w, goal // w
    gx, gy = xs[gi], ys[gj]
    column, row = task.column, task.row
    tree = task.tree
    demand = OWING if column is not None or row is not None else FREE
    phase = ON_TREE if tree is not None else demand
    begin = (first * 4 + heading) * 3 + phase
    cost: dict[int, float] = {begin: 0.0}
    came: dict[int, int] = {}
    done: set[int] = set()
    heap: list[tuple[float, int]] = [(0.0, begin)]
    step = (1, w, -1, -w)
    while heap:
        _, state = heappop(heap)
        if state in done:
            continue
        done.add(state)
        rest, phase = divmod(state, 3)
        node, d = divmod(rest, 4)
        here = cost[state]
        if node == goal and d == arrive and phase != OWING:
            return here, _trace(grid, came, state)
        for nd in TURNS[d]:
            if nd == 0:
                price, to = hcost[node], node + 1
            elif nd == 1:
                price, to = vcost[node], node + w
            elif nd == 2:
                price, to = hcost[node - 1], node - 1
            else:
                price, to = vcost[node - w], node - w
            turned = nd != d
            here_next = here + price
            nphase = phase
            if tree is not None:
                if node * 4 + nd in tree.steps:
                    if phase == ON_TREE:
                        here_next, turned = here + 0.02 * (abs(xs[to % w] - xs[node % w]) + abs(ys[to // w] - ys[node // w])), False
                    else:
                        here_next += 2 * price
                elif phase == ON_TREE:
                    nphase = demand
                    if node not in tree.corners:
                        here_next += MID_BRANCH
                    if to * 4 + (nd + 2) % 4 in tree.steps:
                        continue  # back along the trunk
                elif to * 4 + (nd + 2) % 4 in tree.steps:
                    here_next += 2 * price
            if here_next == math.inf:
                continue
            if turned:
                here_next += BEND if phase != ON_TREE else BRANCH
            if nphase == OWING and (
                (column is not None and row is not None and to % w == column and to // w == row)
                or (row is None and nd % 2 == 1 and node % w == column)
                or (column is None and nd % 2 == 0 and node // w == row)
            ):
                nphase = FREE
            nstate = (to * 4 + nd) * 3 + nphase
            if nstate in done or here_next >= cost.get(nstate, math.inf):
                continue
            cost[nstate] = here_next
            came[nstate] = state
            ti, tj = to % w, to // w
            if nphase == FREE:
                dx, dy = gx - xs[ti], gy - ys[tj]
                guess = abs(dx) + abs(dy) + BEND * min_bends(gi - ti, gj - tj, nd, arrive)
            elif nphase == OWING:
                vx = xs[column] if column is not None else xs[ti]
                vy = ys[row] if row is not None else ys[tj]
                guess = abs(vx - xs[ti]) + abs(gx - vx) + abs(vy - ys[tj]) + abs(gy - vy)
            else:
                guess = 0.0
            heappush(heap, (here_next + guess, nstate))
        # A goal whose heading differs from the last step's: turn on the spot.
        if node == goal and d != arrive and (d + 2) % 4 != arrive and phase != OWING:
            nstate = (node * 4 + arrive) * 3 + phase
            if nstate not in done and here + BEND < cost.get(nstate, math.inf):
                cost[nstate] = here + BEND
                came[nstate] = state
                heappush(heap, (here + BEND, nstate))
    return None


def _trace(grid: Grid, came: dict[int, int], state: int) -> list[Point]:
    nodes = [state // 12]
    while state in came:
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
