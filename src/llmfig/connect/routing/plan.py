"""The router's working state: one job per wire, and the world they share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from llmfig.connect.routing.grid import BLOCKED, NEAR, SOFT, TIGHT, Box, Terrain, box, channels, flip, grown
from llmfig.connect.routing.model import Terminal, Wire
from llmfig.geometry import NORMALS, SIDES, Point, Rect, Side, union

if TYPE_CHECKING:
    from llmfig.connect.routing.track import Track

Identity = str | Rect


def identity(t: Terminal) -> Identity:
    return t.key or t.rect


@dataclass(slots=True)
class End:
    """One end of a job: what was asked and what was decided.

    Attributes:
        terminal: what was asked.
        side: the side in use, once known.
        at: the port, once known.
        slack: how far the port may still give way along its side.
    """

    terminal: Terminal
    side: Side | None
    at: Point | None = None
    slack: tuple[float, float] = (0.0, 0.0)

    @property
    def fixed(self) -> bool:
        """The place along the side is not the router's to choose."""
        return self.terminal.t is not None or self.terminal.point is not None

    @property
    def bare(self) -> bool:
        return self.terminal.rect.w <= 0.01 and self.terminal.rect.h <= 0.01

    def port(self, side: Side) -> Point:
        """The port on `side` while nothing else is decided: as asked, or the middle."""
        t = self.terminal
        if t.point is not None:
            return t.point
        return t.rect.port(side, 0.5 if t.t is None else t.t)

    def span(self, side: Side) -> tuple[float, float]:
        """Lowest and highest coordinate of a port along `side`."""
        t = self.terminal
        vertical = side in ("left", "right")
        if self.fixed:
            p = self.port(side)
            return (p.y, p.y) if vertical else (p.x, p.x)
        return (t.rect.y, t.rect.bottom) if vertical else (t.rect.x, t.rect.right)


@dataclass(slots=True)
class Job:
    """A wire being planned.

    Attributes:
        index: its place in the order given.
        ends: start and end.
        root: which end a trunk shares (0 start, 1 end).
        leaves: whether the other ends of its trunk lie in a "row" or in a "column"; empty without a trunk.
        path: the corners found so far, start to end.
        solids: boxes the wire must not enter.
        softs: boxes around its ends that it should leave the short way.
        tracks: its stretches, while lanes are given.
        nodes: identities of its two nodes.
    """

    index: int
    wire: Wire
    ends: tuple[End, End]
    root: int = 0
    trunk: str | None = None
    leaves: str = ""
    path: list[Point] = field(default_factory=list)
    solids: list[Box] = field(default_factory=list)
    softs: list[Box] = field(default_factory=list)
    tracks: list[Track] = field(default_factory=list)

    nodes: tuple[Identity, Identity] = ("", "")

    @property
    def group(self) -> str | int:
        """What the wire belongs to: its trunk, or itself."""
        return self.trunk if self.trunk is not None else self.index

    @property
    def detour(self) -> bool:
        return self.wire.around is not None or self.wire.through != (None, None)


class World:
    """Obstacles, bounds and channels; the same for all wires."""

    def __init__(
        self,
        wires: Sequence[Wire],
        obstacles: Sequence[Rect],
        bounds: Rect,
        lane: float,
        drawn: Sequence[Sequence[Point]] = (),
        panels: Sequence[Rect] = (),
    ) -> None:
        self.panels = [box(p) for p in panels]
        self.bounds = bounds
        self.lane = lane
        self._terrains: dict[tuple[tuple[Box, ...], tuple[Box, ...], float, bool], Terrain] = {}
        self._rooms: dict[tuple[int, Point, Side], float] = {}
        rects = list(dict.fromkeys(o for o in obstacles if o.w > 0.01 and o.h > 0.01))
        own = [t.rect for w in wires for t in (w.start, w.end) if t.rect.w > 0.01 and t.rect.h > 0.01]
        self.rects = rects
        known = set(rects)
        own = [r for r in dict.fromkeys(own) if r not in known and not any(o.contains(r) for o in rects)]
        self.everything = union([*rects, *own]) if rects or own else bounds
        self.boxes = [box(r) for r in [*rects, *own]]
        hug = max([w.clearance for w in wires], default=12.0)
        self.hug = hug
        self.xs = channels(self.boxes, bounds.x, bounds.right, hug)
        self.ys = channels([flip(b) for b in self.boxes], bounds.y, bounds.bottom, hug)
        self.jobs = [self._job(i, w) for i, w in enumerate(wires)]
        # Lines that are there already count as wires that cannot change, one for every stretch.
        self.everyone = list(self.jobs)
        for p, q in (pair for line in drawn for pair in pairwise(line)):
            if (p.x == q.x) != (p.y == q.y):
                ends = Terminal(Rect(p.x, p.y, 0, 0)), Terminal(Rect(q.x, q.y, 0, 0))
                self.everyone.append(Job(len(self.everyone), Wire(*ends), (End(ends[0], None), End(ends[1], None))))
                self.everyone[-1].path = [Point(*p), Point(*q)]
        self._trunks()

    def _job(self, index: int, wire: Wire) -> Job:
        job = Job(index, wire, (End(wire.start, wire.start.side), End(wire.end, wire.end.side)), trunk=wire.trunk)
        job.nodes = (identity(wire.start), identity(wire.end))
        solids: dict[Rect, None] = {}
        softs: dict[Rect, None] = {}
        inner = [t.rect for t in (wire.start, wire.end)]
        for o in self.rects:
            holds = any(o.contains(r) and not r.contains(o) for r in inner)
            (softs if holds else solids)[o] = None
        for t in (wire.start, wire.end):
            r = t.rect
            if r.w <= 0.01 or r.h <= 0.01:
                continue
            deep = t.point is not None and r.x + 1 < t.point.x < r.right - 1 and r.y + 1 < t.point.y < r.bottom - 1
            if deep:
                solids.pop(r, None)
                softs[r] = None
            elif r not in softs:
                solids[r] = None
        job.solids = [box(r) for r in solids]
        job.softs = [box(r) for r in softs]
        return job

    def _trunks(self) -> None:
        """Find the shared end of every trunk; members that do not share it travel alone but stay of the trunk's kin."""
        sizes = Counter(j.trunk for j in self.jobs)
        for j in self.jobs:
            if sizes[j.trunk] == 1:
                j.trunk = None
        names = dict.fromkeys(j.trunk for j in self.jobs if j.trunk is not None)
        for name in names:
            members = [j for j in self.jobs if j.trunk == name]
            starts = Counter(identity(j.ends[0].terminal) for j in members)
            ends = Counter(identity(j.ends[1].terminal) for j in members)
            root = 0 if starts.most_common(1)[0][1] >= ends.most_common(1)[0][1] else 1
            for j in members:
                j.root = root
        for group in self.trunk_groups():
            if len(group) > 1:
                far = [j.ends[1 - j.root].terminal.rect.center for j in group]
                wide = max(p.x for p in far) - min(p.x for p in far)
                tall = max(p.y for p in far) - min(p.y for p in far)
                for j in group:
                    j.leaves = "row" if wide > tall else "column"

    def trunk_groups(self) -> list[list[Job]]:
        """Trunk members by shared node, each group in the given order."""
        groups: dict[tuple[str, Identity], list[Job]] = {}
        for j in self.jobs:
            if j.trunk is not None:
                groups.setdefault((j.trunk, identity(j.ends[j.root].terminal)), []).append(j)
        return list(groups.values())

    def room(self, job: Job, p: Point, side: Side) -> float:
        """Free distance from `p` outwards, in px; infinite when nothing but the bounds is there."""
        key = (job.index, p, side)
        known = self._rooms.get(key)
        if known is None:
            known = self._rooms[key] = _room(job.solids, p, side)
        return known

    def terrain(self, job: Job, *, legal: bool) -> Terrain:
        """What lies in a wire's way; `legal` forbids to run through obstacles."""
        clear = job.wire.clearance - 0.1
        key = (tuple(job.solids), tuple(job.softs), clear, legal)
        known = self._terrains.get(key)
        if known is None:
            taxed = [(b, SOFT) for b in job.softs] + [(grown(b, clear), NEAR) for b in job.solids]
            if not legal:
                taxed += [(b, BLOCKED) for b in job.solids]
            walls = [grown(b, TIGHT) for b in job.solids] if legal else []
            known = self._terrains[key] = Terrain(walls, taxed)
        return known

    def stub(self, job: Job, p: Point, side: Side) -> Point:
        """The first place a wire may turn after leaving `p`."""
        length = min(job.wire.min_end, self.room(job, p, side) / 2)
        n = NORMALS[side]
        return Point(round(p.x + n.x * length, 4) if n.x else p.x, round(p.y + n.y * length, 4) if n.y else p.y)

    def inner(self, job: Job, path: list[Point]) -> list[Point]:
        """The path between where it may first and last turn: its ends are close to their nodes in any case."""
        assert job.ends[0].side is not None
        assert job.ends[1].side is not None
        near, far = self.stub(job, path[0], job.ends[0].side), self.stub(job, path[-1], job.ends[1].side)
        return [near, *path[1:-1], far]


def _room(solids: list[Box], p: Point, side: Side) -> float:
    n = NORMALS[side]
    best = math.inf
    for b in solids:
        if n.x and b[1] < p.y < b[3]:
            gap = b[0] - p.x if n.x > 0 else p.x - b[2]
        elif n.y and b[0] < p.x < b[2]:
            gap = b[1] - p.y if n.y > 0 else p.y - b[3]
        else:
            continue
        if gap >= -0.01:
            best = min(best, max(gap, 0))
    return best


def sides_of(end: End) -> tuple[Side, ...]:
    return (end.side,) if end.side is not None else SIDES
