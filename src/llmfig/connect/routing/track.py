"""A stretch of a wire that can be moved sideways."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from llmfig.connect.routing.plan import Job


@dataclass(slots=True, eq=False)
class Track:
    """A stretch, or the common stretch of several wires of a trunk.

    Attributes:
        vertical: its direction; `pos` is an x when vertical.
        pos: coordinate, in px.
        fixed: it ends in a port, so it stays.
        members: (job, number of the stretch in the job).
        low, high: its channel, clearance kept.
        floor, ceiling: its channel when lanes are so many that the clearance has to give.
        edges: what bounds the channel: boxes and ports.
        wanted: the place it should take.
        begin, finish: its extent.
        ends: for either end of every member: coordinate, where the wire goes on (-1 lower, 1 higher, 0 nowhere), the
            job, the stretch, the next stretch.
    """

    vertical: bool
    pos: float
    fixed: bool = False
    members: list[tuple[Job, int]] = field(default_factory=list)
    low: float = -math.inf
    high: float = math.inf
    floor: float = -math.inf
    ceiling: float = math.inf
    edges: tuple[float, float] = (-math.inf, math.inf)
    wanted: float = 0.0
    begin: float = 0.0
    finish: float = 0.0
    ends: list[tuple[float, int, Job, int, int]] = field(default_factory=list)

    @property
    def group(self) -> str | int:
        return self.members[0][0].group

    def measure(self) -> None:
        """Read the ends off the neighbouring tracks."""
        self.ends = []
        for job, k in self.members:
            for n in (k - 1, k + 1):
                if 0 <= n < len(job.tracks):
                    beyond = n + (n - k)
                    far = job.tracks[beyond].pos if 0 <= beyond < len(job.tracks) else terminal(job, n, self.vertical)
                    sign = (far > self.pos + 1e-9) - (far < self.pos - 1e-9)
                    if sign == 0 and not self.fixed:
                        sign = self._heading(job, n)
                    self.ends.append((job.tracks[n].pos, sign, job, k, n))
                else:
                    self.ends.append((terminal(job, n, not self.vertical), 0, job, k, n))
        self.begin = min(e[0] for e in self.ends)
        self.finish = max(e[0] for e in self.ends)

    @staticmethod
    def _heading(job: Job, n: int) -> int:
        p, q = job.path[n], job.path[n + 1]
        return int(math.copysign(1, (q.x - p.x) or (q.y - p.y)))


def terminal(job: Job, k: int, want_x: bool) -> float:
    """Coordinate of the terminal at stretch `k`, the first (or before it) or the last (or after it)."""
    p = job.path[0] if k <= 0 else job.path[-1]
    return p.x if want_x else p.y
