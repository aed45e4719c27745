"""Several wires at one side of a node."""

from __future__ import annotations

from llmfig.connect.routing import Terminal, Wire, route
from llmfig.geometry import Rect

BOUNDS = Rect(-200, -200, 1400, 1000)


def test_spread_evenly_and_in_order() -> None:
    hub = Rect(0, 200, 80, 120)
    others = [Rect(300, y, 80, 40) for y in (420, 0, 560)]
    wires = [Wire(Terminal(hub, "right", key="hub"), Terminal(o, "left")) for o in others]
    result = route(wires, [hub, *others], bounds=BOUNDS)
    ports = [r.points[0].y for r in result.routes]
    assert ports == [260, 230, 290]
    assert result.crossings == ()


def test_straight_wire_keeps_the_centre_and_the_other_moves_aside() -> None:
    a, b, c = Rect(0, 0, 100, 80), Rect(250, 20, 80, 40), Rect(400, 200, 80, 40)
    wires = [Wire(Terminal(a, "right"), Terminal(c, "top")), Wire(Terminal(a, "right"), Terminal(b, "left"))]
    result = route(wires, [a, b, c], bounds=BOUNDS)
    assert result.routes[1].points == ((100, 40), (250, 40))
    assert result.routes[0].points[0].y > 40
    assert result.crossings == ()


def test_twins_there_and_back() -> None:
    a, b = Rect(0, 0, 100, 60), Rect(250, 0, 100, 60)
    wires = [Wire(Terminal(a), Terminal(b)), Wire(Terminal(b), Terminal(a))]
    result = route(wires, [a, b], bounds=BOUNDS)
    assert result.routes[0].points == ((100, 20), (250, 20))
    assert result.routes[1].points == ((250, 40), (100, 40))


def test_twin_bows_nest() -> None:
    a, b = Rect(0, 0, 100, 60), Rect(0, 250, 100, 60)
    wires = [Wire(Terminal(a, "right"), Terminal(b, "right")) for _ in range(3)]
    result = route(wires, [a, b], bounds=BOUNDS)
    assert result.crossings == ()
    assert len({r.points[1].x for r in result.routes}) == 3


def test_sources_level_with_a_tall_node_all_run_straight() -> None:
    hub = Rect(300, 0, 80, 260)
    others = [Rect(0, y, 80, 40) for y in (10, 110, 200)]
    wires = [Wire(Terminal(o), Terminal(hub)) for o in others]
    result = route(wires, [hub, *others], bounds=BOUNDS)
    assert [r.points[0].y for r in result.routes] == [o.cy for o in others]
    assert all(len(r.points) == 2 for r in result.routes)


def test_fixed_fraction_is_kept() -> None:
    a, b, c = Rect(0, 0, 100, 80), Rect(250, 150, 80, 40), Rect(250, 300, 80, 40)
    wires = [Wire(Terminal(a, "right", 0.25), Terminal(b, "left")), Wire(Terminal(a, "right"), Terminal(c, "left"))]
    result = route(wires, [a, b, c], bounds=BOUNDS)
    assert result.routes[0].points[0] == (100, 20)
    assert result.routes[1].points[0].y != 20


def test_port_gives_way_to_keep_clear_of_a_neighbour() -> None:
    a, level, high = Rect(0, 0, 160, 104), Rect(300, 30, 60, 44), Rect(500, -200, 100, 60)
    wires = [Wire(Terminal(a, "right"), Terminal(level, "left")), Wire(Terminal(a, "right"), Terminal(high, "bottom"))]
    result = route(wires, [a, level, high], bounds=BOUNDS)
    assert result.routes[0].points[0].y == 52
    assert result.routes[1].points[0].y <= 30 - 12
