"""Finding the way of one wire after the other, each aware of those already laid."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from llmfig.connect.routing.grid import OFF_CENTRE, Grid, Prices, Run
from llmfig.connect.routing.plan import End, Identity, Job, World, sides_of
from llmfig.connect.routing.search import BEND, HEADING, Task, Tree, detour, min_bends, search, simplified
from llmfig.connect.routing.shapes import simple
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
        for estimate, taste, sa, sb in pairs:
            if best is not None and estimate >= best[0]:
                break
            found = self._way(job, sa, sb, legal=True)
            if found is not None and (best is None or found[0] + taste < best[0]):
                best = (found[0] + taste, found[1], sa, sb)
        if best is None:
            _, _, sa, sb = pairs[0]
            self.blocked.add(job.index)
            found = self._way(job, sa, sb, legal=False)
            p, q = self._port(job.ends[0], sa), self._port(job.ends[1], sb)
            best = (0.0, found[1] if found is not None else _elbow(p, q, sa), sa, sb)
        job.ends[0].side, job.ends[1].side = best[2], best[3]
        self.keep(job, best[1])

    def pairs(self, job: Job) -> list[tuple[float, float, Side, Side]]:
        """Pairs of sides: (lower bound of the price, taste in it, side, side), cheapest first."""
        a, b = job.ends
        loop = job.nodes[0] == job.nodes[1]
        first = {s: self._side(job, 0, s) for s in sides_of(a)}
        second = {s: self._side(job, 1, s) for s in sides_of(b)}
        out: list[tuple[float, float, Side, Side]] = []
        for sa, (p, ps, ta) in first.items():
            for sb, (q, qs, tb) in second.items():
                if loop and sa == sb and a.side is None and b.side is None:
                    continue
                taste = ta + tb
                if job.detour:
                    way = detour((ps, HEADING[sa]), (qs, HEADING[OPPOSITE[sb]]), *self._demand(job))
                    out.append((way + taste, taste, sa, sb))
                    continue
                if OPPOSITE[sa] == sb:
                    ahead = {"right": q.x - p.x, "left": p.x - q.x, "bottom": q.y - p.y, "top": p.y - q.y}[sa]
                    if ahead > 0:
                        taste -= FACING
                dx, dy = qs.x - ps.x, qs.y - ps.y
                bends = min_bends(dx, dy, HEADING[sa], HEADING[OPPOSITE[sb]])
                out.append((abs(dx) + abs(dy) + bends * BEND + taste, taste, sa, sb))
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

    def _way(self, job: Job, sa: Side, sb: Side, *, legal: bool) -> tuple[float, list[Point]] | None:
        """The cheapest way between two sides, start to end."""
        world = self.world
        ends = ((job.ends[0], sa), (job.ends[1], sb))
        (near, sn), (far, sf) = ends if job.root == 0 else ends[::-1]
        p, q = self._port(near, sn), self._port(far, sf)
        ps, qs = world.stub(job, p, sn), world.stub(job, q, sf)
        prices = self.prices(job, legal=legal)
        start, goal = (ps, HEADING[sn]), (qs, HEADING[OPPOSITE[sf]])
        xs, ys = dict(world.xs), dict(world.ys)
        if OPPOSITE[sn] == sf:
            if sn in ("left", "right"):
                xs[(p.x + q.x) / 2] = 1.0
            else:
                ys[(p.y + q.y) / 2] = 1.0
        trees = self.trees.get((job.trunk, job.nodes[job.root]), []) if job.trunk is not None else []
        trees = [path for path in trees if path[0] == p]
        found: tuple[float, list[Point]] | None = None
        if legal and not trees and not job.detour:
            found = simple(start, goal, (xs, ys), prices)
        if found is None:
            mx, my = self._demand(job)
            for c in (ps, qs):
                xs.setdefault(c.x, OFF_CENTRE)
                ys.setdefault(c.y, OFF_CENTRE)
            if mx is not None:
                xs[mx] = 1.0
            if my is not None:
                ys[my] = 1.0
            for c in (c for path in trees for c in path):
                xs.setdefault(c.x, 1.0)
                ys.setdefault(c.y, 1.0)
            grid = Grid(xs, ys, prices)
            task = Task((grid.node(*ps), start[1]), (grid.node(*qs), goal[1]))
            if trees:
                task.tree = _tree(grid, ps, trees)
            if not trees or job.wire.around is None:
                task.column = None if mx is None else grid.xs.index(mx)
                task.row = None if my is None else grid.ys.index(my)
            found = search(grid, task)
        if found is None:
            return None
        points = simplified([p, *found[1], q])
        return found[0], points if job.root == 0 else points[::-1]

    def prices(self, job: Job, *, legal: bool) -> Prices:
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


def _elbow(p: Point, q: Point, side: Side) -> list[Point]:
    """The last resort: some way with right angles."""
    corner = Point(q.x, p.y) if side in ("left", "right") else Point(p.x, q.y)
    return simplified([p, corner, q])


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
