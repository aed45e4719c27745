"""Curved routes as pure geometry."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmfig.connect.curves import ARC_STEP, arc, flatten, loop, loop_reach, wave
from llmfig.connect.draw import _cut, _cut_curve, _rounded
from llmfig.elements.shapes import SHAPES, ellipse
from llmfig.geometry import NORMALS, SIDES, Path, Point, Rect, Side, cubic
from llmfig.layout.place import rectangle
from tests.core import law, near, off

A, B = Rect(0, 0, 40, 40), Rect(200, 0, 40, 40)
bends = st.sampled_from((-3.0, -1.0, -0.5, 0.5, 1.0, 2.0))
numbers = st.floats(0, 400)
shapes = st.sampled_from(tuple(SHAPES))


@law(100)
@given(shapes, shapes, st.floats(30, 200), st.floats(30, 200), st.floats(0, 2 * math.pi), bends)
def test_arcs_start_and_end_on_the_outlines(
    one: str, other: str, w: float, h: float, angle: float, bend: float
) -> None:
    a = Rect(-w / 2, -h / 2, w, h)
    b = a.shifted(600 * math.cos(angle), 600 * math.sin(angle))
    start, end = SHAPES[one].outline(a, 6), SHAPES[other].outline(b, 6)
    curve = arc(a, b, start, end, bend)
    assert off(start, curve[0]) < 0.5
    assert off(end, curve[3]) < 0.5


@pytest.mark.parametrize("bend", [1, 2, -1, -2])
def test_the_apex_of_an_arc_stands_out_by_its_bend(bend: float) -> None:
    curve = arc(A, B, ellipse(A), ellipse(B), bend)
    apex, start, end = cubic(*curve, 0.5), curve[0], curve[3]
    assert near(start.y, end.y)
    assert near(start.y - apex.y, math.copysign(abs(bend) * ARC_STEP, bend), 12 * abs(bend))
    assert near(apex.x, (start.x + end.x) / 2)


def test_there_and_back_are_mirror_images() -> None:
    there, back = arc(A, B, ellipse(A), ellipse(B), 1), arc(B, A, ellipse(B), ellipse(A), 1)
    for p, q in zip(there, reversed(back), strict=True):
        assert near(p.x, q.x)
        assert near(p.y - A.cy, A.cy - q.y)


@law(100)
@given(shapes, st.floats(30, 200), st.floats(30, 200), st.sampled_from(SIDES), bends)
def test_loops_start_and_end_on_the_outline_and_stay_out_of_it(
    shape: str, w: float, h: float, side: Side, bend: float
) -> None:
    r = Rect(0, 0, w, h)
    outline = SHAPES[shape].outline(r, 6)
    curve = loop(r, outline, side, bend)
    assert off(outline, curve[0]) < 0.5
    assert off(outline, curve[3]) < 0.5
    n, tip, apex = NORMALS[side], r.port(side), cubic(*curve, 0.5)
    out = (apex.x - tip.x) * n.x + (apex.y - tip.y) * n.y
    assert 0.4 * loop_reach(bend) < out <= loop_reach(bend) + 0.01


def test_a_loop_at_the_top_of_a_circle() -> None:
    r = Rect(0, 0, 100, 100)
    p, c1, c2, q = loop(r, ellipse(r), "top", 1)
    angle = math.radians(42)
    assert p.distance(Point(50 - 50 * math.sin(angle), 50 - 50 * math.cos(angle))) < 0.1
    assert near(p.x - 50, 50 - q.x, 0.05)
    assert near(p.y, q.y, 0.05)
    assert near(c1.x, p.x - 23, 0.01)
    assert near(c1.y, p.y - 92, 0.01)
    assert near(c2.x - 50, 50 - c1.x, 0.05)


def test_a_negative_bend_runs_the_other_way_round() -> None:
    r = Rect(0, 0, 100, 100)
    assert loop(r, ellipse(r), "left", -1) == loop(r, ellipse(r), "left", 1)[::-1]


@pytest.mark.parametrize(("bend", "px"), [(1, 69), (-1, 69), (2, 115), (0.5, 46)])
def test_the_reach_of_a_loop(bend: float, px: float) -> None:
    assert loop_reach(bend) == px


def test_larger_loops_go_round_smaller_ones() -> None:
    r = Rect(0, 0, 100, 100)
    small, large = (flatten(loop(r, ellipse(r), "top", b)) for b in (1, 2))
    assert min(p.y for p in large) < min(p.y for p in small)
    assert min(p.x for p in large) < min(p.x for p in small)
    assert max(p.x for p in large) > max(p.x for p in small)


@law(60)
@given(numbers, numbers, numbers, numbers, st.sampled_from((None, *SIDES)), st.sampled_from((None, *SIDES)))
def test_waves_leave_and_arrive_at_right_angles(
    x: float, y: float, u: float, v: float, out: Side | None, into: Side | None
) -> None:
    p, q = Point(x, y), Point(u, v)
    curve = wave(p, q, out, into)
    assert (curve[0], curve[3]) == (p, q)
    for side, a, b in ((out, curve[0], curve[1]), (into, curve[3], curve[2])):
        if side is not None:
            n = NORMALS[side]
            assert (b.x - a.x) * n.x >= 0
            assert (b.y - a.y) * n.y >= 0
            assert b.x == a.x or n.x != 0
            assert b.y == a.y or n.y != 0


def test_a_level_wave() -> None:
    assert wave(Point(0, 0), Point(100, 40), None, None) == (Point(0, 0), Point(50, 0), Point(50, 40), Point(100, 40))


def test_an_upright_wave() -> None:
    curve = wave(Point(0, 0), Point(40, 100), "bottom", "top")
    assert curve == (Point(0, 0), Point(0, 50), Point(40, 50), Point(40, 100))


def test_a_flattened_curve_keeps_its_ends() -> None:
    curve = (Point(0, 0), Point(0, 50), Point(40, 50), Point(40, 100))
    points = flatten(curve)
    assert len(points) == 49
    assert (points[0], points[24], points[-1]) == (curve[0], Point(20, 50), curve[3])


# Drawing -------------------------------------------------------------------------------------------------------------


def test_lines_are_cut_back_for_their_heads() -> None:
    route = [Point(0, 0), Point(100, 0), Point(100, 50)]
    assert _cut(route, 0, 8) == [Point(0, 0), Point(100, 0), Point(100, 42)]
    assert _cut(route, 8, 0) == [Point(8, 0), Point(100, 0), Point(100, 50)]
    assert _cut([Point(0, 0), Point(5, 0)], 0, 8) == [Point(0, 0), Point(0, 0)]


def test_curves_are_cut_back_for_their_heads() -> None:
    curve = (Point(0, 0), Point(40, 0), Point(80, 0), Point(120, 0))
    path = _cut_curve(curve, 10, 20)
    (points,) = path.polylines()
    assert near(points[0].x, 10, 1)
    assert near(points[-1].x, 100, 1)
    assert _cut_curve(curve, 0, 0).segments[1] == ("C", 40, 0, 80, 0, 120, 0)


def test_bends_are_round() -> None:
    path = _rounded([Point(0, 0), Point(100, 0), Point(100, 50)], [])
    kinds = [s[0] for s in path.segments]
    assert kinds == ["M", "L", "C", "L"]
    assert path.segments[1] == ("L", 93, 0)
    assert path.segments[3] == ("L", 100, 50)
    assert off(rectangle(Rect(0, 0, 100, 50)), path.polylines()[0][0]) == 0


def test_a_bend_under_a_junction_dot_is_square() -> None:
    path = _rounded([Point(0, 0), Point(100, 0), Point(100, 50)], [], [Point(100, 0)])
    assert path.segments == (("M", 0, 0), ("L", 100, 0), ("L", 100, 50))


def test_a_short_stretch_between_bends_is_all_bend() -> None:
    path = _rounded([Point(0, 0), Point(50, 0), Point(50, 6), Point(100, 6)], [])
    points = path.polylines()[0]
    assert all(-0.01 <= p.y <= 6.01 for p in points)
    assert Path(path.segments).bounds() == Rect(0, 0, 100, 6)


def test_a_hop_bows_over_the_crossing_line() -> None:
    path = _rounded([Point(0, 0), Point(100, 0)], [Point(50, 0)])
    assert [s[0] for s in path.segments] == ["M", "L", "C", "C", "L"]
    assert path.segments[1] == ("L", 45, 0)
    assert path.segments[2][-2:] == (50, -5)
    assert path.segments[3][-2:] == (55, 0)
    upright = _rounded([Point(0, 0), Point(0, 100)], [Point(0, 50)])
    assert upright.segments[2][-2:] == (5, 50)
    # Too near to an end there is no room for one.
    assert [s[0] for s in _rounded([Point(0, 0), Point(100, 0)], [Point(4, 0)]).segments] == ["M", "L"]
