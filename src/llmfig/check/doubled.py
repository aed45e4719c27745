"""Connectors that run on, or right beside, each other."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from llmfig.check.finding import Hit
from llmfig.check.nodes import Node
from llmfig.check.shapes import bounds, gap
from llmfig.check.sweep import overlapping
from llmfig.check.view import View
from llmfig.geometry import Point, Rect

NEAR = 3.0  # px between the middles of two lines that read as one doubled line
LONG = 12.0  # px that they run together for
SAME = 0.3  # px within which one line lies on the other
MEET = 1.0  # px within which two ends are one


def doubled_line(view: View) -> Iterator[Hit]:
    """Two connectors that share a stretch without belonging together, or run so close that they look like one."""
    pieces: list[tuple[Rect, tuple[Node, Point, Point]]] = []
    routes = {node: view.route(node) for node in view.links}
    for node, route in routes.items():
        for a, b in itertools.pairwise(route):
            level = abs(a.x - b.x) < SAME or abs(a.y - b.y) < SAME
            if level and a.distance(b) > LONG:
                pieces.append((bounds((a, b)).grown(NEAR / 2), (node, a, b)))
    told: set[tuple[int, int]] = set()
    for (one, a, b), (other, c, d) in overlapping(pieces, 0.0):
        key = (one.index, other.index)
        upright = abs(a.x - b.x) < SAME
        if one is other or key in told or upright != (abs(c.x - d.x) < SAME):
            continue
        across, along = (0, 1) if upright else (1, 0)
        apart = abs(a[across] - c[across])
        shared = min(max(a[along], b[along]), max(c[along], d[along])) - max(
            min(a[along], b[along]), min(c[along], d[along])
        )
        if shared <= LONG or (apart < SAME and _belong(routes[one], routes[other])):
            continue
        told.add(key)
        how = "on" if apart < SAME else f"{apart:.1f} px beside"
        yield Hit(
            f"{view.wire(one)} runs {how} {view.wire(other)} for {shared:.0f} px",
            "join them with fan_out or fan_in, or give them ports of their own",
            (one, other),
        )


def _belong(a: list[Point], b: list[Point]) -> bool:
    """Whether two connectors have a common stem: they begin or end at one point, or one branches off the other."""
    if a[0].distance(b[0]) < MEET or a[-1].distance(b[-1]) < MEET:
        return True
    return any(gap(end, route) < MEET for ends, route in ((a, b), (b, a)) for end in (ends[0], ends[-1]))
