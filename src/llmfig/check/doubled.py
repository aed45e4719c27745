"""Connectors that run on, or right beside, each other or an edge."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from llmfig.check import kinds
from llmfig.check.finding import Hit
from llmfig.check.nodes import Node
from llmfig.check.shapes import Polyline, bounds, gap
from llmfig.check.sweep import Grid, overlapping
from llmfig.check.view import View
from llmfig.geometry import Point, Rect

NEAR = 3.0  # px between the middles of two lines that read as one doubled line
LONG = 12.0  # px that they run together for
SAME = 0.3  # px within which one line lies on the other
MEET = 1.0  # px within which two ends are one


def doubled_line(view: View) -> Iterator[Hit]:
    """Connectors that run on a line they do not belong to, or so close beside it that the two look like one."""
    routes = {node: view.route(node) for node in view.links}
    wires = [(_band(a, b), (node, a, b)) for node, route in routes.items() for a, b in _level(route)]
    if not wires:
        return
    told: set[tuple[int, int]] = set()
    for (one, *first), (other, *second) in overlapping(wires, 0.0):
        key = (one.index, other.index)
        apart, shared = _beside(*first, *second)
        if one is other or key in told or shared <= LONG or (apart < SAME and _belong(routes[one], routes[other])):
            continue
        told.add(key)
        yield Hit(
            f"{view.wire(one)} runs {_how(apart)} {view.wire(other)} for {shared:.0f} px",
            "join them with fan_out or fan_in, or give them ports of their own",
            (one, other),
        )
    edges = Grid((_band(a, b), (node, a, b)) for node, ring in _borders(view) for a, b in _level(ring))
    for band, (one, a, b) in wires:
        for other, c, d in edges.near(band):
            key = (one.index, other.index)
            apart, shared = _beside(a, b, c, d)
            if shared > LONG and key not in told and not other.related(one):
                told.add(key)
                yield Hit(
                    f"{view.wire(one)} runs {_how(apart)} the edge of {other.name} for {shared:.0f} px",
                    "widen the gap that it runs in, or route it another way",
                    (one, other),
                )


def _borders(view: View) -> Iterator[tuple[Node, Polyline]]:
    """The borders of boxes and panels."""
    for node in view.nodes:
        # Lines may run between cells, and words have no edge.
        if (
            node.group.kind in kinds.PAGE | {"cell"}
            or node.group.decor
            or node.link is not None
            or node.unit is not None
        ):
            continue
        for mark in node.marks:
            if mark.closed and (mark.hides or mark.stroked) and not node.within(kinds.DRAWING):
                yield from ((node, line) for line in mark.lines)


def _level(line: Polyline) -> Iterator[tuple[Point, Point]]:
    """The long level and upright pieces of a line."""
    for a, b in itertools.pairwise(line):
        if (abs(a.x - b.x) < SAME or abs(a.y - b.y) < SAME) and a.distance(b) > LONG:
            yield a, b


def _band(a: Point, b: Point) -> Rect:
    return bounds((a, b)).grown(NEAR / 2)


def _beside(a: Point, b: Point, c: Point, d: Point) -> tuple[float, float]:
    """How far two level or two upright pieces are apart, and how long they run side by side."""
    upright = abs(a.x - b.x) < SAME
    across, along = (0, 1) if upright else (1, 0)
    apart = abs(a[across] - c[across])
    if upright != (abs(c.x - d.x) < SAME) or apart > NEAR:
        return apart, 0.0
    low = max(min(a[along], b[along]), min(c[along], d[along]))
    return apart, min(max(a[along], b[along]), max(c[along], d[along])) - low


def _how(apart: float) -> str:
    return "on" if apart < SAME else f"{apart:.1f} px beside"


def _belong(a: list[Point], b: list[Point]) -> bool:
    """Whether two connectors have a common stem: they begin or end at one point, or one branches off the other."""
    if a[0].distance(b[0]) < MEET or a[-1].distance(b[-1]) < MEET:
        return True
    return any(gap(end, route) < MEET for ends, route in ((a, b), (b, a)) for end in (ends[0], ends[-1]))
