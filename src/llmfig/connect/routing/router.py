"""Finding the way of one wire after the other, each aware of those already laid."""

from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise

from llmfig.connect.routing.grid import Prices, Run
from llmfig.connect.routing.plan import End, Identity, Job, World, sides_of
from llmfig.connect.routing.search import BEND, HEADING, detour, min_bends, simplified
from llmfig.connect.routing.shapes import SURE
from llmfig.connect.routing.ways import Way
from llmfig.geometry import OPPOSITE, Point, Side

FACING = 0.5 * BEND  # rebate for sides that look at each other
FROM_RAIL = 0.9 * BEND  # rebate for branches of a trunk that are entered across their row or column, as from a rail
BUSY = 0.2 * BEND  # price of a side per wire that is there already
WALLED = 4 * BEND  # price of a side with something right in front of it
CROWD = 6.0  # px in front of a side below which it counts as walled


def runs(points: list[Point]) -> list[Run]:
    """The stretches of a path."""
    out: list[Run] = []
    for p, q in pairwise(points):
        if p.x == q.x:
            out.append((True, p.x, min(p.y, q.y), max(p.y, q.y)))
        else:
            out.append((False, p.y, min(p.x, q.x), max(p.x, q.x)))
    return out


class Router:
    """Lays wires in the order asked and remembers them.

    Args:
        world: what is known of the figure.
        loose: ports are not settled yet, so crossings between wires that share a side of a node say nothing.
    """

    def __init__(self, world: World, *, loose: bool = False) -> None:
        self.world = world
        self.loose = loose
        self.laid = {job.index: runs(job.path) for job in world.everyone[len(world.jobs) :]}
        self.busy: Counter[tuple[Identity, Side]] = Counter()
        self.blocked: set[int] = set()
        self.trees: dict[tuple[str, Identity], list[list[Point]]] = {}

    def keep(self, job: Job, path: list[Point]) -> None:
        """Take over a path that is already known."""
        job.path = path
        self.laid[job.index] = runs(path)
        if job.trunk is not None:
            out = path if job.root == 0 else path[::-1]
            self.trees.setdefault((job.trunk, job.nodes[job.root]), []).append(out)
        for node, e in zip(job.nodes, job.ends, strict=True):
            if e.side is not None:
                self.busy[node, e.side] += 1

    def drop(self, job: Job) -> None:
        """Forget a wire, so that it can be laid anew."""
        del self.laid[job.index]
        self.blocked.discard(job.index)
        if job.trunk is not None:
            self.trees[job.trunk, job.nodes[job.root]].remove(job.path if job.root == 0 else job.path[::-1])
        for node, e in zip(job.nodes, job.ends, strict=True):
            if e.side is not None:
                self.busy[node, e.side] -= 1

    def connect(self, job: Job) -> None:
        """Find the cheapest way, and the sides when they are open, and keep it."""
        best: tuple[float, list[Point], Side, Side] | None = None
        pairs = self.pairs(job)
        prices = self.prices(job)
        hard: list[tuple[float, float, Side, Side]] = []
        for estimate, taste, sa, sb, bends in pairs:
            if best is not None and estimate >= best[0]:
                break
            found = self._way(job, sa, sb).quick(prices)
            if found is None:
                # Simple shapes have the least number of bends; where none will do, it takes two more.
                hard.append((estimate + SURE if bends <= 2 else estimate, taste, sa, sb))
            elif best is None or found[0] + taste < best[0]:
                best = (found[0] + taste, found[1], sa, sb)
        for estimate, taste, sa, sb in sorted(hard, key=lambda c: c[0]):
            if best is not None and estimate >= best[0]:
                break
            found = self._way(job, sa, sb).full(prices, math.inf if best is None else best[0] - taste)
            if found is not None and (best is None or found[0] + taste < best[0]):
                best = (found[0] + taste, found[1], sa, sb)
        if best is None:
            _, _, sa, sb, _ = pairs[0]
            self.blocked.add(job.index)
            way = self._way(job, sa, sb)
            found = way.full(self.prices(job, legal=False))
            best = (0.0, found[1] if found is not None else _elbow(*way.ports, way.start[1]), sa, sb)
        job.ends[0].side, job.ends[1].side = best[2], best[3]
        self.keep(job, best[1] if job.root == 0 else best[1][::-1])

    def pairs(self, job: Job) -> list[tuple[float, float, Side, Side, int]]:
        """Pairs of sides, cheapest first: (lower bound of the price, taste in it, side, side, least number of bends).

        The last is 3 or more where a simple shape is not looked for.
        """
        a, b = job.ends
        loop = job.nodes[0] == job.nodes[1]
        first = {s: self._side(job, 0, s) for s in sides_of(a)}
        second = {s: self._side(job, 1, s) for s in sides_of(b)}
        out: list[tuple[float, float, Side, Side, int]] = []
        for sa, (p, ps, ta) in first.items():
            for sb, (q, qs, tb) in second.items():
                if loop and sa == sb and a.side is None and b.side is None:
                    continue
                taste = ta + tb
                if job.detour:
                    way = detour((ps, HEADING[sa]), (qs, HEADING[OPPOSITE[sb]]), *self._demand(job))
                    out.append((way + taste, taste, sa, sb, 3))
                    continue
                if OPPOSITE[sa] == sb:
                    ahead = {"right": q.x - p.x, "left": p.x - q.x, "bottom": q.y - p.y, "top": p.y - q.y}[sa]
                    if ahead > 0:
                        taste -= FACING
                dx, dy = qs.x - ps.x, qs.y - ps.y
                bends = min_bends(dx, dy, HEADING[sa], HEADING[OPPOSITE[sb]])
                out.append((abs(dx) + abs(dy) + bends * BEND + taste, taste, sa, sb, 3 if job.trunk else bends))
        out.sort(key=lambda c: c[0])
        return out

    def _side(self, job: Job, which: int, side: Side) -> tuple[Point, Point, float]:
        """Port and first turning place on a side, and what speaks for or against the side."""
        end = job.ends[which]
        p = self._port(end, side)
        stub = self.world.stub(job, p, side)
        taste = 0.0
        if end.side is None:
            if job.trunk is None or job.root != which:
                taste += BUSY * self.busy[job.nodes[which], side]
            if self.world.room(job, p, side) < CROWD:
                taste += WALLED
        if job.leaves and job.root != which and (side in ("top", "bottom")) == (job.leaves == "row"):
            taste -= FROM_RAIL
        return p, stub, taste

    @staticmethod
    def _port(end: End, side: Side) -> Point:
        return end.at if end.at is not None and end.side == side else end.port(side)

    def _way(self, job: Job, sa: Side, sb: Side) -> Way:
        """What to look for between two sides; a trunk is searched from its root."""
        world = self.world
        ends = ((job.ends[0], sa), (job.ends[1], sb))
        (near, sn), (far, sf) = ends if job.root == 0 else ends[::-1]
        p, q = self._port(near, sn), self._port(far, sf)
        trunk = self.trees.get((job.trunk, job.nodes[job.root]), []) if job.trunk is not None else []
        trunk = [path for path in trunk if path[0] == p]
        return Way(
            (p, q),
            (world.stub(job, p, sn), HEADING[sn]),
            (world.stub(job, q, sf), HEADING[OPPOSITE[sf]]),
            (world.xs, world.ys),
            # A branch need not go the way round again that its trunk went.
            (None, None) if trunk and self._went_round(job) else self._demand(job),
            trunk,
        )

    def _went_round(self, job: Job) -> bool:
        """Whether a laid branch of the same trunk fulfils the demand for a loop."""
        wire = job.wire
        return wire.around is not None and any(
            self.world.everyone[k].wire.around == wire.around and self.world.everyone[k].group == job.group
            for k in self.laid
        )

    def prices(self, job: Job, *, legal: bool = True) -> Prices:
        """What a step costs this wire, given what is laid."""
        own = {(n, e.side) for n, e in zip(job.nodes, job.ends, strict=True)}
        seen: set[Run] = set()
        for index, stretches in self.laid.items():
            other = self.world.everyone[index]
            if other.group == job.group:
                continue
            if self.loose and any((n, e.side) in own for n, e in zip(other.nodes, other.ends, strict=True)):
                continue
            seen.update(stretches)
        return Prices(self.world.terrain(job, legal=legal), sorted(seen))

    def _demand(self, job: Job) -> tuple[float | None, float | None]:
        """x and y of the lines the wire has to run along."""
        world = self.world
        out = max(world.lane, job.wire.clearance)
        match job.wire.around:
            case "left":
                return world.everything.x - out, None
            case "right":
                return world.everything.right + out, None
            case "top":
                return None, world.everything.y - out
            case "bottom":
                return None, world.everything.bottom + out
            case None:
                return job.wire.through


def _elbow(p: Point, q: Point, heading: int) -> list[Point]:
    """The last resort: some way with right angles."""
    return simplified([p, Point(p.x, q.y) if heading % 2 else Point(q.x, p.y), q])
