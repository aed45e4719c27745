"""The sparse grid a wire is searched on.

Its lines are the middles of the gaps between obstacles, a line at clearance along every obstacle that faces much room, and the
wire's own port lines: an orthogonal visibility graph (Wybrow, Marriott and Stuckey, "Orthogonal connector routing", 2009) thinned
to one line per channel. Lanes inside a channel are given later.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise

from llmfig.geometry import Rect

TIGHT = 1.0  # px round an obstacle that are never entered
CROSS = 200.0  # price of crossing another wire, in px of length
NEAR = 3.0  # price of a px inside an obstacle's clearance
SOFT = 3.0  # price of a px inside a node that holds one of the wire's ends
BLOCKED = 40.0  # price of a px inside an obstacle, when there is no legal way
OFF_CENTRE = 1.01  # price of a px on a line that is not the middle of a channel
SHARED = 0.15  # price of a px on a channel line that another wire runs on

Box = tuple[float, float, float, float]  # left, top, right, bottom
Run = tuple[bool, float, float, float]  # vertical?, coordinate, from, to (from < to)


def box(r: Rect) -> Box:
    return (r.x, r.y, r.right, r.bottom)


def flip(b: Box) -> Box:
    """The box mirrored at the diagonal, so that code written for x serves y."""
    return (b[1], b[0], b[3], b[2])


def channels(boxes: Sequence[Box], low: float, high: float, hug: float) -> dict[float, float]:
    """The x of useful vertical lines: middles of gaps between boxes, and lines `hug` px beside boxes with much room.

    Args:
        boxes: the obstacles.
        low: smallest x allowed.
        high: largest x allowed.
        hug: distance to a box where no middle is near, in px.

    Returns:
        The lines, with the price of a px on each: middles cost 1, the others a trifle more, so that they only serve where
        no middle does.
    """
    lines: dict[float, float] = {}
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
    return lines


class Grid:
    """Lines, and the price of every step between neighbouring crossings.

    `hcost[j * w + i]` is the price from (i, j) to (i + 1, j), `vcost` likewise to (i, j + 1); infinite where blocked. The last
    column and row are infinite, so that steps off the grid need no test (an index below zero wraps round to those).
    """

    __slots__ = ("h", "hcost", "vcost", "w", "xs", "ys")

    def __init__(self, xs: Mapping[float, float], ys: Mapping[float, float]) -> None:
        """Lay out the lines, each given with the price of a px on it."""
        self.xs = sorted(xs)
        self.ys = sorted(ys)
        self.w, self.h = len(self.xs), len(self.ys)
        row = [b - a for a, b in pairwise(self.xs)] + [math.inf]
        self.hcost = []
        for y in self.ys:
            price = ys[y]
            self.hcost += row if price == 1 else [c * price for c in row]
        row = [xs[x] for x in self.xs]
        self.vcost = []
        for a, b in pairwise(self.ys):
            length = b - a
            self.vcost += [c * length for c in row]
        self.vcost += [math.inf] * self.w

    def node(self, x: float, y: float) -> int:
        return bisect_left(self.ys, y) * self.w + bisect_left(self.xs, x)

    def forbid(self, b: Box) -> None:
        """Block every step that touches the inside of `b`, grown by TIGHT."""
        w, xs, ys = self.w, self.xs, self.ys
        i0, i1 = bisect_right(xs, b[0] - TIGHT), bisect_left(xs, b[2] + TIGHT)
        j0, j1 = bisect_right(ys, b[1] - TIGHT), bisect_left(ys, b[3] + TIGHT)
        first, last = max(i0 - 1, 0), min(i1, w - 1)
        wall = [math.inf] * (last - first)
        for j in range(j0, j1):
            self.hcost[j * w + first : j * w + last] = wall
        wall = [math.inf] * (i1 - i0)
        for j in range(max(j0 - 1, 0), min(j1, self.h - 1)):
            self.vcost[j * w + i0 : j * w + i1] = wall

    def tax(self, b: Box, grow: float, price: float) -> None:
        """Make every px inside `b`, grown by `grow`, dearer by `price`."""
        w, xs, ys, hcost, vcost = self.w, self.xs, self.ys, self.hcost, self.vcost
        x0, y0, x1, y1 = b[0] - grow, b[1] - grow, b[2] + grow, b[3] + grow
        i0, i1 = bisect_right(xs, x0), bisect_left(xs, x1)
        j0, j1 = bisect_right(ys, y0), bisect_left(ys, y1)
        if j1 > j0:
            for i in range(max(i0 - 1, 0), min(i1, w - 1)):
                extra = price * (min(xs[i + 1], x1) - max(xs[i], x0))
                for n in range(j0 * w + i, j1 * w + i, w):
                    hcost[n] += extra
        if i1 > i0:
            for j in range(max(j0 - 1, 0), min(j1, self.h - 1)):
                extra = price * (min(ys[j + 1], y1) - max(ys[j], y0))
                for n in range(j * w + i0, j * w + i1):
                    vcost[n] += extra

    def cross(self, run: Run) -> None:
        """Charge for crossing a stretch of another wire, and a little for running on its line."""
        vertical, at, a, b = run
        w = self.w
        along, over = (self.ys, self.xs) if vertical else (self.xs, self.ys)
        price, shared = (self.hcost, self.vcost) if vertical else (self.vcost, self.hcost)
        step, stride = (1, w) if vertical else (w, 1)
        k = bisect_left(over, at)
        lo, hi = bisect_right(along, a), bisect_left(along, b)
        if k < len(over) and over[k] == at:
            # On a grid line: half the price on either side, so that passing costs all of it and joining costs half.
            for m in range(lo, hi):
                n = k * step + m * stride
                price[n] += CROSS / 2
                price[n - step] += CROSS / 2
            for m in range(max(lo - 1, 0), min(hi, len(along) - 1)):
                shared[k * step + m * stride] += SHARED * (along[m + 1] - along[m])
        elif 0 < k < len(over):
            for m in range(lo, hi):
                price[(k - 1) * step + m * stride] += CROSS
