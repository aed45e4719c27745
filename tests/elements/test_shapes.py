"""Outlines, spans and hatching: pure geometry."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from llmfig.elements.callout import BASE, callout_path, facing
from llmfig.elements.hatch import SPACING, hatch
from llmfig.elements.shapes import BARB, KAPPA, LID, ROOF, SHAPES, cylinder_rim, ellipse, lid, rounded
from llmfig.elements.spans import DEPTH, SPAN_STYLES, span_depth, span_height, span_paths, span_tip
from llmfig.geometry import NORMALS, SIDES, Path, Point, Rect, segments_of
from tests.core import BOOK, distance, law, near, off

R = Rect(10, 20, 100, 40)
shapes = st.sampled_from(tuple(SHAPES))
sizes = st.floats(20, 400)
HEAD = BOOK.arrowhead


def corners(path: Path) -> list[tuple[float, float]]:
    """The points of a path of straight lines."""
    return [(s[1], s[2]) for s in path.segments if s[0] in ("M", "L")]


# Shapes --------------------------------------------------------------------------------------------------------------


@law(200)
@given(shapes, sizes, sizes)
def test_an_outline_fills_its_frame_exactly(shape: str, w: float, h: float) -> None:
    r = Rect(5, 7, w, h)
    bounds = SHAPES[shape].outline(r, 6).bounds()
    for k in ("x", "y", "right", "bottom"):
        assert near(getattr(bounds, k), getattr(r, k), 0.01)


@law(200)
@given(shapes, sizes, sizes)
def test_the_fitting_frame_has_room(shape: str, w: float, h: float) -> None:
    kind = SHAPES[shape]
    if shape == "circle":
        w = h = max(w, h)  # its room is a square
    fw, fh = kind.fit(w, h)
    room = kind.room(Rect(0, 0, fw, fh))
    assert room.w >= w - 0.01
    assert room.h >= h - 0.01
    assert Rect(0, 0, fw, fh).contains(room)


@law(200)
@given(shapes, sizes, st.floats(20, 160))
def test_what_keeps_off_the_room_by_the_usual_pad_is_inside_of_the_outline(shape: str, w: float, h: float) -> None:
    kind, pad = SHAPES[shape], BOOK.gap("s")
    frame = Rect(0, 0, *kind.fit(w + 3 * pad, h + 2 * pad))
    room = kind.room(frame)
    words = Rect(room.cx - w / 2, room.cy - h / 2, w, h)
    outline = kind.outline(frame, 6)
    for u, v in itertools.product((0, 0.5, 1), repeat=2):
        assert winding(outline, words.at(u, v)), (frame, words.at(u, v))


def winding(outline: Path, p: Point) -> bool:
    """Whether a point is inside, by crossings of a ray to the right."""
    (line,) = outline.polylines(96)
    inside = False
    for a, b in segments_of(line):
        if (a.y > p.y) != (b.y > p.y) and p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x):
            inside = not inside
    return inside


@law(100)
@given(shapes, sizes, sizes, st.floats(1, 4), st.floats(1, 4))
def test_the_room_stays_in_a_frame_that_is_stretched(shape: str, w: float, h: float, kx: float, ky: float) -> None:
    kind = SHAPES[shape]
    fw, fh = kind.fit(w, h)
    frame = Rect(0, 0, fw * kx, fh * ky)
    room = kind.room(frame)
    assert frame.contains(room)
    assert room.w > 0
    assert room.h > 0


@law(100)
@given(shapes, sizes, sizes, st.floats(-100, 100), st.floats(-100, 100))
def test_an_outline_moves_with_its_frame(shape: str, w: float, h: float, dx: float, dy: float) -> None:
    r = Rect(0, 0, w, h)
    here, there = SHAPES[shape].outline(r, 6), SHAPES[shape].outline(r.shifted(dx, dy), 6)
    for s, t in zip(here.shifted(dx, dy).segments, there.segments, strict=True):
        assert s[0] == t[0]
        assert s[1:] == pytest.approx(t[1:])


@pytest.mark.parametrize("shape", SHAPES)
def test_outlines_are_closed(shape: str) -> None:
    outline = SHAPES[shape].outline(R, 6)
    assert outline.segments[0][0] == "M"
    assert outline.segments[-1] == ("Z",)
    (line,) = outline.polylines()
    assert line[0].distance(line[-1]) < 1e-9


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ("diamond", [(60, 20), (110, 40), (60, 60), (10, 40)]),
        ("trapezoid", [(22, 20), (98, 20), (110, 60), (10, 60)]),
        ("funnel", [(10, 20), (110, 20), (98, 60), (22, 60)]),
        ("house", [(10, 36), (60, 20), (110, 36), (110, 60), (10, 60)]),
        ("chevron", [(10, 20), (96, 20), (110, 40), (96, 60), (10, 60), (24, 40)]),
        ("pentagon", [(10, 20), (96, 20), (110, 40), (96, 60), (10, 60)]),
        ("arrow-right", [(10, 28.8), (88, 28.8), (88, 20), (110, 40), (88, 60), (88, 51.2), (10, 51.2)]),
        ("arrow-down", [(32, 20), (88, 20), (88, 38), (110, 38), (60, 60), (10, 38), (32, 38)]),
        ("square", [(10, 20), (110, 20), (110, 60), (10, 60)]),
    ],
)
def test_straight_outlines(shape: str, expected: list[tuple[float, float]]) -> None:
    assert corners(SHAPES[shape].outline(R, 6)) == [pytest.approx(p) for p in expected]


@pytest.mark.parametrize(
    ("shape", "frame"),
    [
        ("rounded", (100, 40)),
        ("square", (100, 40)),
        ("pill", (120, 40)),
        ("ellipse", (130, 60)),
        ("circle", (math.hypot(100, 40), math.hypot(100, 40))),
        ("diamond", (200, 80)),
        ("d", (112, 40)),
        ("trapezoid", (124, 40)),
        ("funnel", (124, 40)),
        ("house", (100, 40 + ROOF)),
        ("chevron", (128, 40)),
        ("pentagon", (114, 40)),
        ("cylinder", (100, 40 + 24)),
        ("arrow-right", (140, 40 / (1 - 2 * BARB))),
        ("arrow-down", (100 / (1 - 2 * BARB), 80)),
        ("arrow-both", (180, 40 / (1 - 2 * BARB))),
    ],
)
def test_frames_for_content(shape: str, frame: tuple[float, float]) -> None:
    assert SHAPES[shape].fit(100, 40) == pytest.approx(frame)


def test_every_shape_has_its_example() -> None:
    marks = [m for m in test_frames_for_content.pytestmark if m.name == "parametrize"]  # type: ignore[attr-defined]
    assert {p[0] for p in marks[0].args[1]} == set(SHAPES)


def test_round_corners() -> None:
    k = 6 * (1 - KAPPA)
    path = rounded(R, 6)
    assert path.segments[:3] == (("M", 16, 20), ("L", 104, 20), ("C", 110 - k, 20, 110, 20 + k, 110, 26))
    assert rounded(R, 100).segments[0] == ("M", 30, 20)  # no more than half the height
    assert corners(rounded(R, 0)) == [(10, 20), (110, 20), (110, 60), (10, 60)]


@law(60)
@given(sizes)
def test_a_circle_is_round(d: float) -> None:
    for p in ellipse(Rect(0, 0, d, d)).polylines(32)[0]:
        assert near(p.distance(Point(d / 2, d / 2)), d / 2, d * 3e-4)


def test_the_lid_of_a_cylinder() -> None:
    assert lid(Rect(0, 0, 100, 200)) == 100 * LID
    assert lid(Rect(0, 0, 1000, 200)) == 34
    assert lid(Rect(0, 0, 100, 20)) == 8
    rim = cylinder_rim(Rect(0, 0, 100, 200)).polylines()[0]
    assert (rim[0], rim[-1]) == (Point(0, 8), Point(100, 8))
    assert near(max(p.y for p in rim), 16)
    outline = SHAPES["cylinder"].outline(Rect(0, 0, 100, 200), 0)
    assert all(off(outline, p) < 0.3 for p in (rim[0], rim[-1]))


# Speech bubbles ------------------------------------------------------------------------------------------------------


@law(100)
@given(sizes, sizes, st.floats(-600, 600), st.floats(-600, 600))
def test_a_callout_reaches_its_target_and_keeps_its_body(w: float, h: float, x: float, y: float) -> None:
    r, tip = Rect(0, 0, w, h), Point(x, y)
    assume(not r.grown(1).holds(tip))
    path = callout_path(r, 6, tip)
    assert tip in path.polylines()[0]
    bounds = path.bounds()
    assert bounds.contains(r)
    assert near(bounds.w, max(r.right, x) - min(r.x, x), 1e-6)
    assert winding(path, r.center)


@pytest.mark.parametrize(
    ("p", "side"),
    [((50, -10), "top"), ((50, 99), "bottom"), ((-9, 20), "left"), ((200, 20), "right"), ((200, 60), "right")],
)
def test_the_side_that_faces_a_point(p: tuple[float, float], side: str) -> None:
    assert facing(Rect(0, 0, 100, 40), Point(*p)) == side


@pytest.mark.parametrize("side", SIDES)
def test_the_tip_of_a_callout_stands_on_its_side(side: str) -> None:
    r = Rect(0, 0, 100, 60)
    n = NORMALS[side]  # type: ignore[index]
    tip = Point(r.cx + n.x * 200, r.cy + n.y * 200)
    points = callout_path(r, 6, tip).polylines()[0]
    at = points.index(tip)
    a, b = points[at - 1], points[at + 1]
    assert near(a.distance(b), BASE)
    assert distance(r.center, a, b) == (30 if n.y else 50)


# Hatching ------------------------------------------------------------------------------------------------------------


def test_hatch_lines() -> None:
    path = hatch(Rect(0, 0, 16, 8))
    assert path.segments == (("M", 0, 8), ("L", 8, 0), ("M", 8, 8), ("L", 16, 0))


def test_too_small_to_be_hatched() -> None:
    assert hatch(Rect(1, 1, 2, 2)).segments == (("M", 1, 1),)


@law(100)
@given(st.floats(-200, 200), st.floats(-200, 200), st.floats(1, 80), st.floats(1, 80))
def test_hatch_lines_rise_within_the_frame_and_continue_in_the_next(x: float, y: float, w: float, h: float) -> None:
    r = Rect(x, y, w, h)
    lines = [line for line in hatch(r).polylines() if len(line) == 2]
    for a, b in lines:
        assert r.holds(a, 1e-6)
        assert r.holds(b, 1e-6)
        assert near(a.x + a.y, b.x + b.y, 1e-6)  # at 45 degrees
        assert near((a.x + a.y) / SPACING, round((a.x + a.y) / SPACING), 1e-6)
    # Every line of the pattern that meets the frame is there.
    first, last = math.floor((x + y) / SPACING) + 1, math.ceil((r.right + r.bottom) / SPACING) - 1
    assert len(lines) == max(0, last - first + 1)


# Braces --------------------------------------------------------------------------------------------------------------

spans = st.sampled_from(SPAN_STYLES)


@law(200)
@given(spans, st.sampled_from(SIDES), st.floats(24, 500))
def test_spans_cover_exactly_their_edge(style: str, side: str, length: float) -> None:
    n = NORMALS[side]  # type: ignore[index]
    a = Point(40, 60)
    b = a.shifted(abs(n.y) * length, abs(n.x) * length)
    stroked, filled = span_paths(style, a, b, n, HEAD)
    points = [p for path in (*stroked, *filled) for line in path.polylines() for p in line]
    along = [p.x if n.y else p.y for p in points]
    out = [(p.x - a.x) * n.x + (p.y - a.y) * n.y for p in points]
    start, end = (a.x, b.x) if n.y else (a.y, b.y)
    slack = 1.0 if style in ("dimension", "arrow", "arrow-back") else 1e-6  # a hair between neighbours
    assert near(min(along), start, slack)
    assert near(max(along), end, slack)
    assert min(along) >= start - 1e-6
    assert max(along) <= end + 1e-6
    assert min(out) >= -1e-6
    assert max(out) <= span_depth(style) + 1e-6


@law(60)
@given(spans, st.sampled_from(SIDES), st.floats(24, 500))
def test_the_tip_is_in_the_middle_and_on_the_glyph(style: str, side: str, length: float) -> None:
    n = NORMALS[side]  # type: ignore[index]
    a = Point(40, 60)
    b = a.shifted(abs(n.y) * length, abs(n.x) * length)
    tip = span_tip(style, a, b, n)
    assert near(tip.distance(a), tip.distance(b))
    stroked, _ = span_paths(style, a, b, n, HEAD)
    assert min((off(p, tip) for p in stroked), default=0) < 0.1
    assert span_depth(style) == DEPTH[style]
    assert 0 < span_height(style) <= span_depth(style)


def test_a_brace() -> None:
    (path,), filled = span_paths("brace", Point(0, 0), Point(100, 0), Point(0, -1), HEAD)
    assert filled == []
    assert path.segments[0] == ("M", 0, 0)
    assert path.segments[1][-2:] == (6, -6)
    assert path.segments[2] == ("L", 44, -6)
    assert path.segments[3][-2:] == (50, -12)
    assert path.segments[4][-2:] == (56, -6)
    assert path.segments[5] == ("L", 94, -6)
    assert path.segments[6][-2:] == (100, 0)


def test_a_bracket_and_a_rule() -> None:
    (bracket,), _ = span_paths("bracket", Point(0, 0), Point(0, 50), Point(1, 0), HEAD)
    assert corners(bracket) == [(0, 0), (8, 0), (8, 50), (0, 50)]
    (rule,), _ = span_paths("rule", Point(0, 0), Point(0, 50), Point(1, 0), HEAD)
    assert corners(rule) == [(1.5, 0), (1.5, 50)]


def test_dimension_lines() -> None:
    (line,), (left, right) = span_paths("dimension", Point(0, 0), Point(100, 0), Point(0, 1), HEAD)
    assert corners(line) == [(9, 4), (91, 4)]
    assert corners(left) == [(1, 4), (9, pytest.approx(0.8)), (9, pytest.approx(7.2))]
    assert corners(right)[0] == (99, 4)
    forth, (head,) = span_paths("arrow", Point(0, 0), Point(100, 0), Point(0, 1), HEAD)
    assert corners(forth[0]) == [(0, 4), (92, 4)]
    assert corners(head)[0] == (99, 4)
    back, (head,) = span_paths("arrow-back", Point(0, 0), Point(100, 0), Point(0, 1), HEAD)
    assert corners(back[0]) == [(8, 4), (100, 4)]
    assert corners(head)[0] == (1, 4)
    short, heads = span_paths("dimension", Point(0, 0), Point(10, 0), Point(0, 1), HEAD)
    assert len(heads) == 2
    assert all(1 <= x <= 9 for h in heads for x, _ in corners(h))
    assert len(short) <= 1
