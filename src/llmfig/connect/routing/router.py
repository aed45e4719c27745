"""Finding the way of one wire after the other, each aware of those already laid."""

from __future__ import annotations

from collections import Counter

from llmfig.connect.routing.grid import BLOCKED, NEAR, OFF_CENTRE, SOFT, Grid, Run
from llmfig.connect.routing.plan import End, Identity, Job, World, identity, sides_of
from llmfig.connect.routing.search import BEND, FREE, HEADING, Task, Tree, min_bends, search, simplified
from llmfig.geometry import OPPOSITE, Point, Side

FACING = 0.5 * BEND  # rebate for sides that look at each other
FACING_TRUNK = 0.9 * BEND  # for branches of a trunk that are entered across their row or column, as from a rail
BUSY = 0.2 * BEND  # price of a side per wire that is there already
WALLED = 4 * BEND  # price of a side with something right in front of it
CROWD = 6.0  # px in front of a side below which it counts as walled


def runs(points: list[Point]) -> list[Run]:
    """The stretches of a path."""
    out: list[Run] = []
    for p, q in zip(points, points[1:], strict=False):
        if p.x == q.x:
            out.append((True, p.x, min(p.y, q.y), max(p.y, q.y)))
        else:
            out.append((False, p.y, min(p.x, q.x), max(p.x, q.x)))
    return out


class Router:
    """Lays wires in the order asked and remembers them."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.laid: dict[int, list[Run]] = {}
        self.busy: Counter[tuple[Identity, Side]] = Counter()
        self.blocked: set[int] = set()
        self.trees: dict[tuple[str, Identity], list[list[Point]]] = {}

    def keep(self, job: Job, path: list[Point]) -> None:
        """Take over a path that is already known."""
        job.path = path
        self.laid[job.index] = runs(path)
        if job.trunk is not None:
            out = path if job.root == 0 else path[::-1]
            self.trees.setdefault((job.trunk, identity(job.ends[job.root].terminal)), []).append(out)
        for e in job.ends:
            if e.side is not None:
                self.busy[identity(e.terminal), e.side] += 1

    def drop(self, job: Job) -> None:
        """Forget a wire, so that it can be laid anew."""
        self.laid.pop(job.index, None)
        if job.trunk is not None:
            self.trees[job.trunk, identity(job.ends[job.root].terminal)].remove(job.path if job.root == 0 else job.path[::-1])

    def connect(self, job: Job) -> None:
        """Find the cheapest way, and the sides when they are open, and keep it."""
        best: tuple[float, list[Point], Side, Side] | None = None
        for estimate, sa, sb in self.pairs(job):
            if best is not None and estimate >= best[0]:
                break
            extra = estimate - self._bare(job, sa, sb)
            found = self._way(job, sa, sb, legal=True)
            if found is not None and (best is None or found[0] + extra < best[0]):
                best = (found[0] + extra, found[1], sa, sb)
        self.blocked.discard(job.index)
        if best is None:
            _, sa, sb = self.pairs(job)[0]
            self.blocked.add(job.index)
            found = self._way(job, sa, sb, legal=False)
            way = found[1] if found is not None else [self._port(job.ends[0], sa), self._port(job.ends[1], sb)]
            best = (0.0, way, sa, sb)
        job.ends[0].side, job.ends[1].side = best[2], best[3]
        self.keep(job, best[1])

    def pairs(self, job: Job) -> list[tuple[float, Side, Side]]:
        """Pairs of sides with a lower bound of their price, cheapest first."""
        a, b = job.ends
        loop = identity(a.terminal) == identity(b.terminal)
        out = []
        for sa in sides_of(a):
            for sb in sides_of(b):
                if loop and sa == sb and a.side is None and b.side is None:
                    continue
                out.append((self._bare(job, sa, sb) + self._taste(job, sa, sb), sa, sb))
        out.sort(key=lambda c: c[0])
        return out

    def _bare(self, job: Job, sa: Side, sb: Side) -> float:
        a, b = job.ends
        if job.detour:
            return 0
        p = self.world.stub(job, a, self._port(a, sa), sa)
        q = self.world.stub(job, b, self._port(b, sb), sb)
        bends = min_bends(q.x - p.x, q.y - p.y, HEADING[sa], HEADING[OPPOSITE[sb]])
        return abs(q.x - p.x) + abs(q.y - p.y) + bends * BEND

    def _taste(self, job: Job, sa: Side, sb: Side) -> float:
        """What speaks for or against a pair of sides, besides the way between them."""
        price = 0.0
        for end, side, own in ((job.ends[0], sa, 0), (job.ends[1], sb, 1)):
            if end.side is None:
                if not (job.trunk is not None and job.root == own):
                    price += BUSY * self.busy[identity(end.terminal), side]
                if self.world.room(job, self._port(end, side), side) < CROWD:
                    price += WALLED
        if job.leaves:
            leaf = sb if job.root == 0 else sa
            if (leaf in ("top", "bottom")) == (job.leaves == "row"):
                price -= FACING_TRUNK
        if OPPOSITE[sa] == sb and not job.detour:
            pa, pb = self._port(job.ends[0], sa), self._port(job.ends[1], sb)
            ahead = {"right": pb.x - pa.x, "left": pa.x - pb.x, "bottom": pb.y - pa.y, "top": pa.y - pb.y}[sa]
            if ahead > 0:
                price -= FACING
        return price

    @staticmethod
    def _port(end: End, side: Side) -> Point:
        return end.at if end.at is not None and end.side == side else end.port(side)

    def _way(self, job: Job, sa: Side, sb: Side, *, legal: bool) -> tuple[float, list[Point]] | None:
        """The cheapest way between two sides, start to end."""
        world, wire = self.world, job.wire
        ends = ((job.ends[0], sa), (job.ends[1], sb))
        (near, sn), (far, sf) = ends if job.root == 0 else ends[::-1]
        p, q = self._port(near, sn), self._port(far, sf)
        ps, qs = world.stub(job, near, p, sn), world.stub(job, far, q, sf)
        xs, ys = dict(world.xs), dict(world.ys)
        if sn in ("left", "right") and OPPOSITE[sn] == sf:
            xs[(p.x + q.x) / 2] = 1.0
        elif OPPOSITE[sn] == sf:
            ys[(p.y + q.y) / 2] = 1.0
        for c in (ps, qs):
            xs.setdefault(c.x, OFF_CENTRE)
            ys.setdefault(c.y, OFF_CENTRE)
        mx, my = self._demand(job)
        if mx is not None:
            xs[mx] = 1.0
        if my is not None:
            ys[my] = 1.0
        paths = self.trees.get((job.trunk, identity(near.terminal)), []) if job.trunk is not None else []
        paths = [path for path in paths if path[0] == p]
        for path in paths:
            for c in path:
                xs.setdefault(c.x, 1.0)
                ys.setdefault(c.y, 1.0)
        grid = Grid(xs, ys)
        self._price(grid, job, legal=legal)
        task = Task((grid.node(*ps), HEADING[sn]), (grid.node(*qs), HEADING[OPPOSITE[sf]]))
        if paths:
            task.tree = _tree(grid, ps, paths)
        if not paths or wire.around is None:
            task.column = None if mx is None else grid.xs.index(mx)
            task.row = None if my is None else grid.ys.index(my)
        found = search(grid, task)
        if found is None:
            return None
        price, way = found
        points = simplified([p, *way, q])
        return price, points if job.root == 0 else points[::-1]

    def _price(self, grid: Grid, job: Job, *, legal: bool) -> None:
        for b in job.softs:
            grid.tax(b, 0, SOFT)
        for b in job.solids:
            grid.tax(b, job.wire.clearance - 0.1, NEAR)
            if legal:
                grid.forbid(b)
            else:
                grid.tax(b, 0, BLOCKED)
        seen: set[Run] = set()
        for index, stretches in self.laid.items():
            if self.world.jobs[index].group == job.group:
                continue
            for run in stretches:
                if run not in seen:
                    seen.add(run)
                    grid.cross(run)

    def _demand(self, job: Job) -> tuple[float | None, float | None]:
        """x and y of the lines the wire has to run along."""
        around, world = job.wire.around, self.world
        out = max(world.lane, job.wire.clearance)
        match around:
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


def _tree(grid: Grid, root: Point, paths: list[list[Point]]) -> Tree:
    """Mark what is laid of a trunk on the grid."""
    tree = Tree(corners={grid.node(*root)})
    for path in paths:
        for k, (p, q) in enumerate(zip(path, path[1:], strict=False)):
            a = root if k == 0 else p
            i, j = grid.xs.index(a.x), grid.ys.index(a.y)
            gi, gj = grid.xs.index(q.x), grid.ys.index(q.y)
            if k:
                tree.corners.add(j * grid.w + i)
            if k == len(path) - 2:
                pass
            heading = 0 if gi > i else 2 if gi < i else 1 if gj > j else 3
            step = (1, grid.w, -1, -grid.w)[heading]
            n, last = j * grid.w + i, gj * grid.w + gi
            while n != last:
                tree.steps.add(n * 4 + heading)
                n += step
    return tree


__all__ = ["FREE", "Router", "runs"]
