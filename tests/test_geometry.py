"""Points, rectangles and paths."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmfig.elements.shapes import SHAPES, ellipse
from llmfig.geometry import (
    NORMALS,
    OPPOSITE,
    SIDES,
    Path,
    Point,
    Rect,
    Side,
    clip_segment,
    crossing,
    cubic,
    leave,
    polyline,
    segments_of,
    union,
)
from tests.core import distance, law, near, off, same

numbers = st.floats(-500, 500)
extents = st.floats(0, 500)
points = st.builds(Point, numbers, numbers)
rects = st.builds(Rect, numbers, numbers, extents, extents)
fractions = st.floats(0, 1)


# Points --------------------------------------------------------------------------------------------------------------


@law(60)
@given(points, points, st.floats(0, 300))
def test_a_point_on_the_way(a: Point, b: Point, d: float) -> None:
    p = a.towards(b, d)
    if a == b:
        assert p == a
    else:
        assert near(p.distance(a), d, 1e-6)
        assert near(abs(a.distance(b) - d), p.distance(b), 1e-6)


def test_displacements() -> None:
    assert Point(1, 2).shifted(3, -4) == Point(4, -2)
    assert Point(0, 0).distance(Point(3, 4)) == 5
    assert Point(0, 0).towards(Point(10, 0), 4) == Point(4, 0)
    assert Point(1, 1).towards(Point(1, 1), 4) == Point(1, 1)


@pytest.mark.parametrize("side", SIDES)
def test_sides_have_opposites(side: Side) -> None:
    n, o = NORMALS[side], NORMALS[OPPOSITE[side]]
    assert (n.x, n.y) == (-o.x, -o.y)
    assert math.hypot(n.x, n.y) == 1


# Rectangles ----------------------------------------------------------------------------------------------------------


def test_the_parts_of_a_rectangle() -> None:
    r = Rect(10, 20, 30, 40)
    assert (r.right, r.bottom, r.cx, r.cy, r.center) == (40, 60, 25, 40, Point(25, 40))
    assert (r.at(0, 0), r.at(1, 1), r.at(0.5, 0.25)) == (Point(10, 20), Point(40, 60), Point(25, 30))
    assert [r.port(s) for s in SIDES] == [Point(25, 20), Point(40, 40), Point(25, 60), Point(10, 40)]
    assert [r.port(s, 0.25) for s in SIDES] == [Point(17.5, 20), Point(40, 30), Point(17.5, 60), Point(10, 30)]


def test_growing() -> None:
    r = Rect(10, 20, 30, 40)
    assert r.grown(1) == Rect(9, 19, 32, 42)
    assert r.grown(1, 2) == Rect(9, 18, 32, 44)
    assert r.grown(1, 2, 3) == Rect(9, 18, 34, 44)
    assert r.grown(1, 2, 3, 4) == Rect(9, 18, 34, 46)


@law(60)
@given(rects, st.floats(0, 50), st.floats(0, 50))
def test_growing_and_shrinking(r: Rect, x: float, y: float) -> None:
    assert same(r.grown(x, y).grown(-x, -y), r)
    assert r.grown(x, y).contains(r)
    assert r.grown(x, y).center == pytest.approx(r.center)


@law(60)
@given(rects, rects)
def test_overlap(a: Rect, b: Rect) -> None:
    assert a.intersects(b) == b.intersects(a)
    dx, dy = a.overlap(b)
    assert (dx > 0 and dy > 0) == a.intersects(b)
    if a.contains(b, 0) and b.w and b.h:
        assert a.overlap(b) == pytest.approx((b.w, b.h), abs=1e-6)
    both = union([a, b])
    assert both.contains(a)
    assert both.contains(b)


@law(60)
@given(st.lists(rects, min_size=1, max_size=5))
def test_a_union_is_the_smallest_rectangle_round_all(rs: list[Rect]) -> None:
    u = union(rs)
    assert all(u.contains(r) for r in rs)
    assert near(u.x, min(r.x for r in rs))
    assert near(u.right, max(r.right for r in rs))
    assert near(u.y, min(r.y for r in rs))
    assert near(u.bottom, max(r.bottom for r in rs))
    assert same(union(rs[::-1]), u)


def test_a_union_of_nothing() -> None:
    with pytest.raises(ValueError, match="no rectangles"):
        union([])


def test_touching_is_not_overlapping() -> None:
    a, b = Rect(0, 0, 10, 10), Rect(10, 0, 10, 10)
    assert not a.intersects(b)
    assert a.overlap(b) == (0, 10)
    assert not a.intersects(b.shifted(-0.5, 0), 1)
    assert a.intersects(b.shifted(-0.5, 0))
    assert a.holds(Point(10, 10))
    assert not a.holds(Point(10.1, 10))
    assert a.holds(Point(10.1, 10), 0.2)


# Paths ---------------------------------------------------------------------------------------------------------------


def test_polylines_of_a_path() -> None:
    path = Path((("M", 0, 0), ("L", 10, 0), ("L", 10, 10), ("Z",), ("M", 20, 0), ("L", 30, 0)))
    assert path.polylines() == [
        [Point(0, 0), Point(10, 0), Point(10, 10), Point(0, 0)],
        [Point(20, 0), Point(30, 0)],
    ]
    assert path.bounds() == Rect(0, 0, 30, 10)


def test_a_polyline_as_a_path() -> None:
    assert polyline([Point(0, 0), Point(1, 2)]).segments == (("M", 0, 0), ("L", 1, 2))
    assert polyline([Point(0, 0), Point(1, 2), Point(3, 0)], closed=True).segments[-1] == ("Z",)


def test_mapping() -> None:
    path = Path((("M", 1, 2), ("L", 3, 4), ("C", 1, 1, 2, 2, 3, 3), ("Z",)))
    assert path.mapped(2, 3, 10, 20).segments == (("M", 12, 26), ("L", 16, 32), ("C", 12, 23, 14, 26, 16, 29), ("Z",))
    assert path.shifted(1, 1) == path.mapped(1, 1, 1, 1)


@law(60)
@given(points, points, points, points)
def test_cubics(a: Point, b: Point, c: Point, d: Point) -> None:
    assert cubic(a, b, c, d, 0) == pytest.approx(a)
    assert cubic(a, b, c, d, 1) == pytest.approx(d)
    assert cubic(a, b, c, d, 0.3) == pytest.approx(cubic(d, c, b, a, 0.7), abs=1e-9)
    hull = union(Rect(p.x, p.y, 0, 0) for p in (a, b, c, d))
    assert all(hull.holds(cubic(a, b, c, d, i / 10), 1e-6) for i in range(11))


@law(40)
@given(st.floats(5, 400), st.floats(5, 400))
def test_chords_stay_close_to_their_curve(w: float, h: float) -> None:
    r = Rect(0, 0, w, h)
    fine = ellipse(r).polylines(2000)[0]
    assert max(off(ellipse(r), p) for p in fine[::7]) < 0.06 + 0.001 * max(w, h)
    assert same(ellipse(r).bounds(), r, 0.01)


# Crossings -----------------------------------------------------------------------------------------------------------


def test_where_segments_cross() -> None:
    a, b = Point(0, 0), Point(10, 0)
    assert crossing(a, b, Point(4, -5), Point(4, 5)) == pytest.approx(0.4)
    assert crossing(a, b, Point(4, 0), Point(4, 5)) == pytest.approx(0.4)  # ends count
    assert crossing(a, b, Point(4, 1), Point(4, 5)) is None
    assert crossing(a, b, Point(12, -5), Point(12, 5)) is None
    assert crossing(a, b, Point(0, 1), Point(10, 1)) is None
    assert crossing(a, b, Point(2, 0), Point(8, 0)) is None  # on one line


@law(60)
@given(points, points, points, points)
def test_a_crossing_lies_on_both(a: Point, b: Point, c: Point, d: Point) -> None:
    t = crossing(a, b, c, d)
    if t is not None:
        p = Point(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)
        assert distance(p, a, b) < 1e-3
        assert distance(p, c, d) < 1e-3


@law(150)
@given(st.sampled_from(tuple(SHAPES)), st.floats(20, 300), st.floats(20, 300), st.floats(0, 2 * math.pi))
def test_a_ray_from_the_middle_leaves_every_shape(shape: str, w: float, h: float, angle: float) -> None:
    r = Rect(-w / 2, -h / 2, w, h)
    outline = SHAPES[shape].outline(r, 6)
    p = leave(outline, r.center, Point(math.cos(angle), math.sin(angle)))
    assert p is not None
    assert off(outline, p) < 0.5
    assert near(math.cos(angle) * p.y, math.sin(angle) * p.x, 1e-6)
    assert p.x * math.cos(angle) + p.y * math.sin(angle) > 0


def test_leaving() -> None:
    square = polyline([Point(0, 0), Point(10, 0), Point(10, 10), Point(0, 10)], closed=True)
    assert leave(square, Point(5, 5), Point(6, 5)) == pytest.approx(Point(10, 5))
    assert leave(square, Point(-5, 5), Point(0, 5)) == pytest.approx(Point(10, 5))  # the last crossing
    assert leave(square, Point(20, 5), Point(30, 5)) is None
    assert leave(square, Point(5, 5), Point(5, 5)) is None


def test_pairs_of_a_polyline() -> None:
    a, b, c = Point(0, 0), Point(1, 0), Point(1, 1)
    assert list(segments_of([a, b, c])) == [(a, b), (b, c)]


@law(100)
@given(points, points, rects)
def test_a_clipped_segment_is_what_lies_in_the_rectangle(a: Point, b: Point, r: Rect) -> None:
    part = clip_segment(a, b, r)
    inside = [i for i in range(101) if r.holds(Point(a.x + (b.x - a.x) * i / 100, a.y + (b.y - a.y) * i / 100), -1e-6)]
    assert part is not None or not inside
    if part is not None:
        p, q = part
        assert r.holds(p, 1e-6)
        assert r.holds(q, 1e-6)
        assert distance(p, a, b) < 1e-6
        assert distance(q, a, b) < 1e-6
        assert p.distance(q) >= (len(inside) - 1) / 100 * a.distance(b) - 1e-6
