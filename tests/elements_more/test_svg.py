"""SVG paths come out as what SVG means by them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmfig.elements.marks_svg import arc, path, pieces
from llmfig.geometry import Path, Point, Segment

COORD = st.floats(-50, 50, allow_nan=False).map(lambda v: round(v, 3))


def ends(d: str) -> list[tuple[float, float]]:
    return [(round(s[-2], 6), round(s[-1], 6)) for s in path(d).segments if s[0] != "Z"]


def test_relative_and_absolute_commands_agree() -> None:
    assert ends("M1 2L3 4H7V9C1 1 2 2 3 3") == ends("m1 2l2 2h4v5c-6 -8 -5 -7 -4 -6")


def test_pairs_after_a_move_are_lines() -> None:
    assert [s[0] for s in path("m1 1 2 0 0 2z").segments] == ["M", "L", "L", "Z"]


def test_a_close_goes_back_to_its_move() -> None:
    assert ends("M5 5h3v3zl1 1")[-1] == (6, 6)


def test_smooth_curves_mirror_the_last_handle() -> None:
    smooth = path("M0 0C0 4 4 4 4 0S8 -4 8 0")
    assert smooth.segments[-1][1:3] == (4, -4)
    assert path("M0 0L4 0S8 -4 8 0").segments[-1][1:3] == (4, 0)
    quadratic = path("M0 0Q2 4 4 0T8 0")
    assert quadratic.polylines(2)[0][3].y == pytest.approx(-2)


def test_flags_may_be_written_without_spaces() -> None:
    assert ends("M0 0a5 5 0 0110 0") == ends("M0 0a5 5 0 0 1 10 0")
    assert ends("M0 0a5 5 0 01.5.5")[-1] == (0.5, 0.5)


@given(COORD, COORD, st.floats(1, 40), st.booleans(), st.booleans())
def test_circular_arcs_lie_on_their_circle(x: float, y: float, r: float, large: bool, clockwise: bool) -> None:
    a, b = Point(0, 0), Point(x, y)
    if a.distance(b) < 0.5:
        return
    curve = arc(a, b, (r, r), large=large, clockwise=clockwise)
    real = max(r, a.distance(b) / 2)
    points = [p for line in path_of(a, curve).polylines(8) for p in line]
    assert points[-1] == b
    centres = circle(points)
    assert all(abs(p.distance(centres) - real) < 2e-3 * real for p in points)


def path_of(a: Point, curve: list[Segment]) -> Path:
    return Path((("M", *a), *curve))


def circle(points: list[Point]) -> Point:
    """The middle of the circle through three of the points."""
    a, b, c = points[0], points[len(points) // 2], points[-1]
    if a.distance(c) < 1e-6:
        return Point((a.x + b.x) / 2, (a.y + b.y) / 2)
    d = 2 * (a.x * (b.y - c.y) + b.x * (c.y - a.y) + c.x * (a.y - b.y))
    if abs(d) < 1e-9:
        return Point((a.x + c.x) / 2, (a.y + c.y) / 2)
    squares = [p.x**2 + p.y**2 for p in (a, b, c)]
    x = (squares[0] * (b.y - c.y) + squares[1] * (c.y - a.y) + squares[2] * (a.y - b.y)) / d
    y = (squares[0] * (c.x - b.x) + squares[1] * (a.x - c.x) + squares[2] * (b.x - a.x)) / d
    return Point(x, y)


def test_a_full_turn_of_two_arcs_is_a_circle() -> None:
    bounds = path("M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0z").bounds()
    assert (bounds.x, bounds.y, bounds.w, bounds.h) == pytest.approx((2, 2, 20, 20), abs=1e-2)
    turned = path("M2 12a10 5 90 1 0 20 0").bounds()
    assert math.isclose(turned.w, 20, abs_tol=0.05)


def test_all_shapes_of_a_drawing_are_read() -> None:
    svg = """<svg xmlns="http://www.w3.org/2000/svg"><path d="M1 1h2"/><circle cx="5" cy="5" r="2" fill="currentColor"/>
    <rect x="1" y="1" width="4" height="3" rx="1"/><line x1="0" y1="0" x2="3" y2="4"/>
    <ellipse cx="3" cy="3" rx="1" ry="2"/>
    <polyline points="1,1 2,2 3,1"/><polygon points="1 1 2 2 3 1"/></svg>"""
    found = pieces(svg)
    assert len(found) == 7
    assert [p.filled for p in found] == [False, True, False, False, False, False, False]


@pytest.mark.parametrize("d", ["M1", "M0 0L1", "M0 0A1 1 0 0 1 2"])
def test_a_broken_path_is_an_error(d: str) -> None:
    with pytest.raises(ValueError, match="numbers"):
        path(d)


def test_a_shape_that_is_not_known_is_an_error() -> None:
    with pytest.raises(ValueError, match="text"):
        pieces('<svg xmlns="http://www.w3.org/2000/svg"><text>a</text></svg>')
