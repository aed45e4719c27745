"""Crossings that can be avoided are."""

from __future__ import annotations

from llmfig.connect.routing import Terminal, Wire, route
from llmfig.geometry import Rect
from tests.routing.laws import check

BOUNDS = Rect(-300, -300, 1800, 1400)


def test_ports_are_exchanged_when_the_sketch_was_wrong() -> None:
    a, b = Rect(590, 112, 110, 68), Rect(220, 450, 80, 40)
    wires = [Wire(Terminal(b, "left"), Terminal(a, "left")), Wire(Terminal(a, "right"), Terminal(b, "left"))]
    result = route(wires, [a, b], bounds=BOUNDS)
    check(wires, [a, b], result)
    assert result.crossings == ()


def test_common_side_of_three_ways() -> None:
    hub, high, low, back = Rect(0, 0, 80, 120), Rect(300, -200, 80, 40), Rect(300, 300, 80, 40), Rect(-300, 40, 80, 40)
    wires = [Wire(Terminal(hub, "right"), Terminal(o, "left")) for o in (low, high)]
    wires.append(Wire(Terminal(hub, "right"), Terminal(back, "right")))
    result = route(wires, [hub, high, low, back], bounds=BOUNDS)
    check(wires, [hub, high, low, back], result)
    assert result.crossings == ()


def test_middle_between_a_node_and_a_straight_wire() -> None:
    a, b = Rect(0, 0, 80, 40), Rect(800, 300, 80, 40)
    top, bottom = Rect(560, -100, 80, 40), Rect(560, 500, 80, 40)
    wires = [Wire(Terminal(top), Terminal(bottom)), Wire(Terminal(a, "right"), Terminal(b, "left"))]
    result = route(wires, [a, b, top, bottom], bounds=BOUNDS)
    assert result.routes[0].points == ((600, -60), (600, 500))
    assert result.routes[1].points[1].x == (80 + 600) / 2
    assert len(result.crossings) == 1


def test_straight_past_an_obstacle_through_what_overlap_it_leaves() -> None:
    a, b, wall = Rect(0, 0, 100, 40), Rect(60, 300, 120, 40), Rect(-100, 100, 180, 60)
    wires = [Wire(Terminal(a, "bottom"), Terminal(b, "top"))]
    result = route(wires, [a, b, wall], bounds=BOUNDS)
    assert result.routes[0].points == ((88, 40), (88, 300))


def test_small_jog_goes_when_a_port_can_give_way() -> None:
    a, b = Rect(0, 0, 100, 40), Rect(140, 240, 120, 40)
    walls = [Rect(-100, 60, 180, 150), Rect(120, -100, 400, 310)]
    wires = [Wire(Terminal(a, "right"), Terminal(b, "left"))]
    result = route(wires, [a, b, *walls], bounds=BOUNDS)
    check(wires, [a, b, *walls], result)
    assert len(result.routes[0].points) == 4
