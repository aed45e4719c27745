"""Fan-out and fan-in along common rails."""

from __future__ import annotations

from itertools import pairwise

from llmfig.connect.routing import Terminal, Wire, route
from llmfig.geometry import Rect
from tests.routing.laws import check

BOUNDS = Rect(-300, -300, 1600, 1400)
TOP = Rect(200, 0, 120, 40)
ROW = [Rect(0, 160, 80, 40), Rect(110, 150, 80, 60), Rect(330, 160, 80, 40), Rect(450, 180, 80, 80)]


def test_fan_out_shares_stem_and_rail() -> None:
    wires = [Wire(Terminal(TOP, key="t"), Terminal(r), trunk="f") for r in ROW]
    result = route(wires, [TOP, *ROW], bounds=BOUNDS)
    check(wires, [TOP, *ROW], result)
    assert {r.points[0] for r in result.routes} == {(260, 40)}
    assert {r.points[1].y for r in result.routes} == {95}
    assert [r.points[-1] for r in result.routes] == [r.port("top") for r in ROW]
    assert set(result.junctions) == {(260, 95), (150, 95), (370, 95)}
    assert result.crossings == ()


def test_fan_in_is_its_mirror() -> None:
    wires = [Wire(Terminal(r), Terminal(TOP, key="t"), trunk="f") for r in ROW]
    result = route(wires, [TOP, *ROW], bounds=BOUNDS)
    assert {r.points[-1] for r in result.routes} == {(260, 40)}
    assert {r.points[-2].y for r in result.routes} == {95}
    assert set(result.junctions) == {(260, 95), (150, 95), (370, 95)}


def test_a_branch_in_line_with_the_stem_runs_straight() -> None:
    row = [Rect(0, 160, 80, 40), Rect(220, 160, 80, 40), Rect(440, 160, 80, 40)]
    wires = [Wire(Terminal(TOP), Terminal(r), trunk="f") for r in row]
    result = route(wires, [TOP, *row], bounds=BOUNDS)
    assert result.routes[1].points == ((260, 40), (260, 160))
    assert result.junctions == ((260, 100),)


def test_rail_along_a_port_line() -> None:
    row = [Rect(200 + 150 * i, 160, 80, 40) for i in range(3)]
    start = Rect(0, 0, 100, 40)
    wires = [Wire(Terminal(start, "right"), Terminal(r, "top"), trunk="f") for r in row]
    result = route(wires, [start, *row], bounds=BOUNDS)
    assert all(len(r.points) == 3 for r in result.routes)
    assert set(result.junctions) == {(240, 20), (390, 20)}


def test_column_of_targets() -> None:
    column = [Rect(300, y, 80, 40) for y in (0, 100, 200)]
    start = Rect(0, 90, 100, 60)
    wires = [Wire(Terminal(start), Terminal(r), trunk="f") for r in column]
    result = route(wires, [start, *column], bounds=BOUNDS)
    assert result.routes[1].points == ((100, 120), (300, 120))
    assert {result.routes[0].points[1].x, result.routes[2].points[1].x} == {200}
    assert result.junctions == ((200, 120),)


def test_targets_of_different_widths_share_one_rail() -> None:
    lefts = {100: 380, 340: 320, 560: 370, 650: 380, 840: 340}
    column = [Rect(x, y - 20, 2 * (460 - x), 40) for y, x in lefts.items()]
    start = Rect(0, 520, 100, 80)
    wires = [Wire(Terminal(start, "right"), Terminal(r, "left"), trunk="f") for r in column]
    result = route(wires, [start, *column], bounds=BOUNDS)
    assert len({r.points[1].x for r in result.routes if len(r.points) > 2}) == 1


def test_trunks_do_not_join_each_other() -> None:
    wires = [
        Wire(Terminal(TOP, "bottom", key="t"), Terminal(r, "top", key=str(i)), trunk=name)
        for i, r in enumerate(ROW)
        for name in ("f", "g")
    ]
    result = route(wires, [TOP, *ROW], bounds=BOUNDS)
    rails = [{r.points[1].y for r in result.routes[k::2]} for k in (0, 1)]
    assert all(len(r) == 1 for r in rails)
    assert rails[0] != rails[1]
    assert {r.points[0] for r in result.routes[::2]}.isdisjoint({r.points[0] for r in result.routes[1::2]})


def test_two_branches_merge_before_one_port() -> None:
    a, b, c = Rect(0, 0, 80, 40), Rect(300, -100, 80, 40), Rect(130, 150, 120, 40)
    wires = [
        Wire(Terminal(a, "right"), Terminal(c, "top"), trunk="m"),
        Wire(Terminal(b, "bottom"), Terminal(c, "top"), trunk="m"),
    ]
    result = route(wires, [a, b, c], bounds=BOUNDS)
    assert result.routes[0].points[-1] == result.routes[1].points[-1] == (190, 150)
    assert result.junctions == ((190, 20),)


def test_a_branch_may_go_round_while_the_others_do_not() -> None:
    a, b, c = Rect(0, 280, 40, 20), Rect(0, 0, 40, 20), Rect(80, 140, 40, 20)
    wires = [
        Wire(Terminal(a, "top", key="a"), Terminal(c, "top"), trunk="p", around="top"),
        Wire(Terminal(a, "top", key="a"), Terminal(b, "bottom"), trunk="p"),
    ]
    result = route(wires, [a, b, c], bounds=BOUNDS)
    check(wires, [a, b, c], result)
    assert result.blocked == ()
    assert min(p.y for p in result.routes[0].points) < 0
    assert len(result.routes[1].points) == 2


def test_four_wires_between_two_small_nodes_stay_apart() -> None:
    a, b = Rect(3, 0, 20, 20), Rect(0, 140, 20, 20)
    wires = [Wire(Terminal(a, key="a"), Terminal(b, key="b")) for _ in range(4)]
    xs = sorted(r.points[0].x for r in route(wires, [a, b], bounds=BOUNDS).routes)
    assert min(q - p for p, q in pairwise(xs)) > 2
