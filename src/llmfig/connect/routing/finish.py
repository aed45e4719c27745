"""Reading the finished routes: junctions, crossings, and wires that run through something."""

from __future__ import annotations

from llmfig.connect.routing.plan import Job
from llmfig.connect.routing.router import runs
from llmfig.geometry import Point

EPS = 0.01


def junctions(jobs: list[Job]) -> list[Point]:
    """Places where three or more arms of one trunk meet."""
    trunks: dict[str, list[Job]] = {}
    for j in jobs:
        if j.trunk is not None:
            trunks.setdefault(j.trunk, []).append(j)
    out: list[Point] = []
    for members in trunks.values():
        stretches = [r for j in members for r in runs(j.path)]
        for p in dict.fromkeys(p for j in members for p in j.path[1:-1]):
            arms: set[str] = set()
            for vertical, at, a, b in stretches:
                along, over = (p.y, p.x) if vertical else (p.x, p.y)
                if abs(at - over) < EPS and a - EPS < along < b + EPS:
                    if along > a + EPS:
                        arms.add("up" if vertical else "left")
                    if along < b - EPS:
                        arms.add("down" if vertical else "right")
            if len(arms) > 2:
                out.append(p)
    return out


def crossings(jobs: list[Job], count: int) -> list[tuple[int, Point]]:
    """Where wires of different trunks cross.

    The level one is named, since hops are drawn on it, unless it is not among the first `count`: those after them are
    drawn already.
    """
    flat: list[tuple[Job, float, float, float]] = []
    tall: list[tuple[Job, float, float, float]] = []
    for j in jobs:
        for vertical, at, a, b in runs(j.path):
            (tall if vertical else flat).append((j, at, a, b))
    found: dict[tuple[int, Point], None] = {}
    for h, y, x0, x1 in flat:
        for v, x, y0, y1 in tall:
            if x0 + EPS < x < x1 - EPS and y0 + EPS < y < y1 - EPS and h.group != v.group:
                found[h.index if h.index < count else v.index, Point(x, y)] = None
    return sorted(f for f in found if f[0] < count)


def obstructed(job: Job) -> bool:
    """Whether the wire enters something it should not."""
    for vertical, at, a, b in runs(job.path):
        for s in job.solids:
            lo, hi, near, far = (s[0], s[2], s[1], s[3]) if vertical else (s[1], s[3], s[0], s[2])
            if lo + EPS < at < hi - EPS and a < far - EPS and b > near + EPS:
                return True
    return False
