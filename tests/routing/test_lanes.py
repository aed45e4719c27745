"""Parallel stretches, loops and crossings."""

from __future__ import annotations

from itertools import pairwise

import pytest

from llmfig.connect.routing import Terminal, Wire, route
from llmfig.geometry import Point, Rect, Side, union
from tests.routing.laws import check, overlaps

BOUNDS = Rect(-300, -300, 1600, 1400)
LANE = 14.0


def test_lanes_lie_round_the_middle_of_the_channel() -> None:
    left = [Rect(0, y, 80, 40) for y in (0, 100, 200)]
    right = [Rect(300, y, 80, 40) for y in (420, 520, 620)]
    wires = [Wire(Terminal(a, "right"), Terminal(b, "left")) for a, b in zip(left, right, strict=True)]
    result = route(wires, [*left, *right], bounds=BOUNDS, lane=LANE)
    assert result.crossings == ()
    assert sorted(r.points[1].x for r in result.routes) == [190 - LANE, 190, 190 + LANE]


@pytest.mark.parametrize("wide", [30, 44, 60, 120])
def test_lanes_come_closer_only_when_the_channel_is_narrow(wide: float) -> None:
    left = [Rect(0, y, 80, 40) for y in (0, 100, 200)]
    right = [Rect(80 + wide, y, 80, 40) for y in (420, 520, 620)]
    wires = [Wire(Terminal(a, "right"), Terminal(b, "left"), min_end=8) for a, b in zip(left, right, strict=True)]
    frames = [*left, *right]
    result = route(wires, frames, bounds=BOUNDS, lane=LANE)
    check(wires, frames, result)
    xs = sorted(r.points[1].x for r in result.routes)
    assert min(b - a for a, b in pairwise(xs)) >= LANE / 2 - 0.01
    assert xs[0] > 80 + 3
    assert xs[-1] < 80 + wide - 3


def test_crossing_is_reported_once_for_the_level_wire() -> None:
    a, b = Rect(0, 100, 60, 40), Rect(300, 100, 60, 40)
    c, d = Rect(150, 0, 60, 40), Rect(150, 220, 60, 40)
    wires = [Wire(Terminal(c), Terminal(d)), Wire(Terminal(a), Terminal(b))]
    result = route(wires, [a, b, c, d], bounds=BOUNDS)
    assert result.crossings == ((1, (180, 120)),)


@pytest.mark.parametrize("side", ["left", "right", "top", "bottom"])
def test_loops_run_outside_of_everything_and_nest(side: Side) -> None:
    across = side in ("left", "right")
    frames = [Rect(0, 120 * i, 100 + 20 * i, 60) if across else Rect(180 * i, 0, 100, 60 + 15 * i) for i in range(4)]
    wires = [
        Wire(Terminal(frames[3], side), Terminal(frames[0], side), around=side),
        Wire(Terminal(frames[2], side), Terminal(frames[1], side), around=side),
        Wire(Terminal(frames[3], side), Terminal(frames[1], side), around=side),
    ]
    result = route(wires, frames, bounds=BOUNDS, lane=LANE)
    check(wires, frames, result)
    assert result.crossings == ()
    hull = union(frames)
    outer = []
    for r in result.routes:
        match side:
            case "left":
                outer.append(hull.x - min(p.x for p in r.points))
            case "right":
                outer.append(max(p.x for p in r.points) - hull.right)
            case "top":
                outer.append(hull.y - min(p.y for p in r.points))
            case "bottom":
                outer.append(max(p.y for p in r.points) - hull.bottom)
    assert outer == pytest.approx([3 * LANE, LANE, 2 * LANE])


def test_loop_leaves_by_another_side_when_told() -> None:
    frames = [Rect(0, 0, 100, 60), Rect(0, 150, 100, 60), Rect(200, 300, 100, 60)]
    wires = [Wire(Terminal(frames[2], "bottom"), Terminal(frames[0], "left"), around="left")]
    result = route(wires, frames, bounds=BOUNDS)
    check(wires, frames, result)
    assert min(p.x for p in result.routes[0].points) <= -LANE


def test_wires_of_one_channel_stay_apart() -> None:
    hub = Rect(0, 0, 60, 300)
    others = [Rect(250, y, 60, 30) for y in range(-200, 520, 80)]
    wires = [Wire(Terminal(hub, "right", key="h"), Terminal(o, "left")) for o in others]
    result = route(wires, [hub, *others], bounds=BOUNDS, lane=LANE)
    assert result.crossings == ()
    for i, a in enumerate(result.routes):
        for b in result.routes[:i]:
            assert not overlaps(a.points, b.points, LANE / 2)


def test_keeps_a_lane_away_from_what_is_drawn_already() -> None:
    a, b = Rect(0, 0, 80, 40), Rect(300, 300, 80, 40)
    wires = [Wire(Terminal(a, "right"), Terminal(b, "left"))]
    line = (Point(190, -100), Point(190, 500))
    (routed,) = route(wires, [a, b], bounds=BOUNDS, lane=LANE, drawn=[line]).routes
    assert abs(routed.points[1].x - 190) >= LANE


def test_crossing_a_drawn_line_is_reported() -> None:
    a, b = Rect(0, 0, 80, 40), Rect(0, 300, 80, 40)
    line = (Point(-100, 150), Point(200, 150), Point(260, 180))
    result = route([Wire(Terminal(a), Terminal(b))], [a, b], bounds=BOUNDS, drawn=[line])
    assert result.crossings == ((0, (40, 150)),)
    assert len(result.routes) == 1


def test_goes_round_what_is_drawn_when_it_costs_no_bend() -> None:
    a, b = Rect(0, 0, 80, 40), Rect(300, 300, 80, 40)
    line = (Point(100, 200), Point(200, 200), Point(200, 400))
    wires = [Wire(Terminal(a, "right"), Terminal(b, "left"))]
    result = route(wires, [a, b, Rect(240, 60, 20, 20)], bounds=BOUNDS, drawn=[line])
    assert result.crossings == ()


def test_a_lane_lies_in_the_middle_of_what_is_free_to_the_eye() -> None:
    """Two boxes, the lower one on a panel with a wide border: the lane between them keeps off the panel."""
    a, b = Rect(0, 0, 60, 40), Rect(200, 140, 60, 40)
    panel = Rect(-40, 100, 400, 120)
    wire = Wire(Terminal(a, "bottom"), Terminal(b, "top"))

    def lane(*panels: Rect) -> float:
        (found,) = route([wire], [a, b], bounds=BOUNDS, panels=panels).routes
        return found.points[1].y

    assert lane() == 90
    assert lane(panel) == 70
