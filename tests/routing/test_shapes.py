"""Single wires: straight, with an elbow, round something."""

from __future__ import annotations

import pytest

from llmfig.connect.routing import Terminal, Wire, route
from llmfig.geometry import Point, Rect, Side
from tests.routing.laws import check

BOUNDS = Rect(-200, -200, 1400, 1000)
A = Rect(0, 0, 100, 40)


def one(a: Rect, b: Rect, *others: Rect, start: Side | None = None, end: Side | None = None) -> tuple[Point, ...]:
    wires = [Wire(Terminal(a, start), Terminal(b, end))]
    result = route(wires, [a, b, *others], bounds=BOUNDS)
    check(wires, [a, b, *others], result)
    assert result.blocked == ()
    return result.routes[0].points


def test_straight_to_the_centre_of_the_smaller_node() -> None:
    b = Rect(200, -40, 60, 160)
    assert one(A, b) == ((100, 20), (200, 20))
    assert one(b, A) == ((200, 20), (100, 20))


def test_straight_through_the_overlap_when_no_centre_lies_in_it() -> None:
    points = one(A, Rect(200, 30, 100, 40))
    assert len(points) == 2
    assert points[0].y == points[1].y
    assert 30 < points[0].y < 40


def test_centres_half_a_pixel_apart_count_as_one() -> None:
    points = one(A, Rect(200, 0.4, 100, 40))
    assert points == ((100, 20.4), (200, 20.4))


def test_fixed_places_a_hair_apart_are_joined_exactly_level() -> None:
    wires = [Wire(Terminal(A, "right", 0.5), Terminal(Rect(200, 0.3, 100, 40), "left", 0.5))]
    (routed,) = route(wires, [A], bounds=BOUNDS).routes
    assert len(routed.points) == 2
    assert routed.points[0].y == routed.points[1].y


def test_elbow() -> None:
    assert one(A, Rect(300, 200, 100, 40)) == ((100, 20), (350, 20), (350, 200))


def test_channel_is_left_in_its_middle() -> None:
    points = one(A, Rect(300, 200, 100, 40), start="right", end="left")
    assert points == ((100, 20), (200, 20), (200, 220), (300, 220))


def test_channel_narrowed_by_others() -> None:
    other = Rect(150, -60, 60, 400)
    points = one(A, Rect(300, 200, 100, 40), Rect(160, 400, 40, 40), start="right", end="left")
    assert points[1].x == 200  # the box below the channel is not in it
    points = one(A, Rect(300, 400, 100, 40), other, start="right", end="left")
    assert points == ((100, 20), (125, 20), (125, 420), (300, 420))


def test_round_an_obstacle_between_level_nodes() -> None:
    wall = Rect(140, -30, 30, 100)
    points = one(A, Rect(220, 0, 100, 40), wall, start="right", end="left")
    assert len(points) == 6
    assert min(p.y for p in points) <= -30 - 12 or max(p.y for p in points) >= 70 + 12


@pytest.mark.parametrize("side", ["left", "right", "top", "bottom"])
def test_bow_back_to_the_same_side(side: Side) -> None:
    b = Rect(0, 200, 100, 40) if side in ("left", "right") else Rect(300, 0, 100, 40)
    points = one(A, b, start=side, end=side)
    assert len(points) == 4
    assert points[0].distance(points[1]) >= 14


def test_bare_points() -> None:
    wires = [Wire(Terminal(Rect(10, 10, 0, 0)), Terminal(Rect(200, 80, 0, 0)))]
    result = route(wires, [], bounds=BOUNDS)
    assert result.blocked == ()
    assert result.routes[0].points[0] == (10, 10)
    assert result.routes[0].points[-1] == (200, 80)
    assert len(result.routes[0].points) == 3


def test_point_inside_a_node_is_left_the_short_way() -> None:
    matrix = Rect(0, 0, 300, 200)
    cell = Terminal(Rect(20, 90, 20, 20), "left")
    wires = [Wire(Terminal(Rect(-150, 80, 60, 40)), cell)]
    result = route(wires, [matrix], bounds=BOUNDS)
    assert result.routes[0].points == ((-90, 100), (20, 100))
    assert result.blocked == ()


def test_demanded_channel() -> None:
    b = Rect(300, 200, 100, 40)
    wires = [Wire(Terminal(A, "right"), Terminal(b, "left"), through=(260, None))]
    (routed,) = route(wires, [A, b], bounds=BOUNDS).routes
    assert routed.points == ((100, 20), (260, 20), (260, 220), (300, 220))
    wires = [Wire(Terminal(A, "right"), Terminal(b, "left"), through=(None, 300))]
    (routed,) = route(wires, [A, b], bounds=BOUNDS).routes
    assert 300 in [p.y for p in routed.points]


def test_walled_in_is_reported() -> None:
    ring = [Rect(-40, -60, 180, 20), Rect(-40, 80, 180, 20), Rect(-40, -40, 20, 120), Rect(120, -40, 20, 120)]
    b = Rect(400, 0, 100, 40)
    wires = [Wire(Terminal(A), Terminal(b))]
    result = route(wires, [A, b, *ring], bounds=BOUNDS)
    assert result.blocked == (0,)
    check(wires, [A, b, *ring], result)
    assert len(result.routes[0].points) == 2  # straight through one wall


def test_no_wires() -> None:
    assert route([], [], bounds=BOUNDS).routes == ()


def test_glued_nodes_leave_by_an_open_side() -> None:
    below = Rect(0, 40, 100, 40)
    points = one(A, Rect(0, 200, 100, 40), below)
    assert points[0].y != 40
