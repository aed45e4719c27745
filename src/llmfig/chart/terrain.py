"""What labels in a chart must keep off, and where there is room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from llmfig.chart.paths import Polyline
from llmfig.geometry import Point, Rect, clip_segment
from llmfig.vocabulary import PointSide

LINE_WEIGHT = 20.0  # px² that a px of line through a label counts as
AIR = 3.0  # px that labels keep from what they must not touch
CORNER = 0.7  # on the diagonal a label's corner is as far away as its edge is elsewhere


@dataclass
class Terrain:
    """The blocks and lines of one chart, px. Grows as labels take their seats.

    Attributes:
        blocks: bars, points, labels.
        lines: what is stroked, with half the width of the stroke.
    """

    blocks: list[Rect] = field(default_factory=list)
    lines: list[tuple[Polyline, float]] = field(default_factory=list)

    def draw(self, lines: Iterable[Polyline], width: float) -> None:
        """Add lines of a stroke width."""
        self.lines += [(line, width / 2) for line in lines]

    def clash(self, r: Rect, air: float = AIR) -> float:
        """How much a rectangle lies on things: 0 when it is free."""
        room = r.grown(air)
        total = 0.0
        for block in self.blocks:
            dx, dy = room.overlap(block)
            if dx > 0 and dy > 0:
                total += dx * dy
        for line, half in self.lines:
            total += LINE_WEIGHT * run_through(line, room.grown(half))
        return total

    def pick(self, spots: Iterable[Rect]) -> Rect:
        """The first spot that is free, or else the one that clashes least.

        Args:
            spots: at least one, the best first.
        """
        best: tuple[float, Rect] | None = None
        for spot in spots:
            clash = self.clash(spot)
            if clash == 0:
                return spot
            if best is None or clash < best[0]:
                best = clash, spot
        assert best is not None
        return best[1]


def run_through(line: Sequence[Point], r: Rect) -> float:
    """Length of a polyline inside a rectangle, px."""
    total = 0.0
    for a, b in pairwise(line):
        if max(a.x, b.x) < r.x or min(a.x, b.x) > r.right or max(a.y, b.y) < r.y or min(a.y, b.y) > r.bottom:
            continue
        part = clip_segment(a, b, r)
        if part is not None:
            total += part[0].distance(part[1])
    return total


SIDES: dict[PointSide, tuple[int, int]] = {
    "right": (1, 0),
    "above": (0, -1),
    "below": (0, 1),
    "left": (-1, 0),
    "above right": (1, -1),
    "below right": (1, 1),
    "above left": (-1, -1),
    "below left": (-1, 1),
}
"""Where a label stands, seen from its point: direction in x and y."""


def beside_point(p: Point, w: float, h: float, side: PointSide, gap: float) -> Rect:
    """The rectangle of a label at one side of a point, `gap` px away."""
    dx, dy = SIDES[side]
    reach = gap * CORNER if dx and dy else gap
    x = p.x - w / 2 if dx == 0 else p.x + reach if dx > 0 else p.x - reach - w
    y = p.y - h / 2 if dy == 0 else p.y + reach if dy > 0 else p.y - reach - h
    return Rect(x, y, w, h)
