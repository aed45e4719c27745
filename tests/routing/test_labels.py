"""Label places."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from llmfig.connect.routing import LabelRequest, Placement, Terminal, Wire, place_labels, route
from llmfig.connect.routing.tags import Tag, area_in, length_in
from llmfig.geometry import Point, Rect, cubic
from tests.routing.strategies import BOUNDS, boxes

WIDE = Rect(-1000, -1000, 3000, 3000)
FLAT = (Point(0, 100), Point(200, 100))
TALL = (Point(0, 0), Point(0, 200))


def one(request: LabelRequest, *obstacles: Rect, lines: tuple[tuple[Point, ...], ...] = ()) -> Placement:
    (placed,) = place_labels([request], obstacles=obstacles, lines=lines, bounds=WIDE)
    return placed


def test_above_the_middle_of_a_level_line() -> None:
    placed = one(LabelRequest(FLAT, (60, 12)))
    assert placed.center == (100, 100 - 6 - 6)
    assert placed.rect == Rect(70, 82, 60, 12)
    assert placed.angle == 0
    assert placed.clash == 0


def test_right_of_an_upright_line() -> None:
    assert one(LabelRequest(TALL, (60, 12))).center == (36, 100)


@pytest.mark.parametrize(
    ("side", "route_", "center"),
    [("below", FLAT, (100, 112)), ("above", FLAT, (100, 88)), ("left", TALL, (-36, 100)), ("right", TALL, (36, 100))],
)
def test_side_asked_for(side: str, route_: tuple[Point, ...], center: tuple[float, float]) -> None:
    assert one(LabelRequest(route_, (60, 12), side=side)).center == center  # type: ignore[arg-type]


def test_place_asked_for() -> None:
    assert one(LabelRequest(FLAT, (20, 12), t=0.3)).center.x == pytest.approx(60)


def test_longest_stretch_is_preferred() -> None:
    bent = (Point(0, 0), Point(40, 0), Point(40, 300), Point(90, 300))
    assert one(LabelRequest(bent, (50, 12))).center == (40 + 6 + 25, 150)


def test_other_side_when_something_is_in_the_way() -> None:
    assert one(LabelRequest(FLAT, (60, 12)), Rect(0, 60, 200, 30)).center.y > 100


def test_moves_along_rather_than_onto_a_crossing_line() -> None:
    cross = (Point(100, 0), Point(100, 300))
    placed = one(LabelRequest(FLAT, (60, 12)), lines=(FLAT, cross))
    assert placed.clash == 0
    assert not placed.rect.x < 100 < placed.rect.right


def test_labels_avoid_each_other() -> None:
    requests = [LabelRequest(FLAT, (150, 12)), LabelRequest(FLAT, (150, 12))]
    a, b = place_labels(requests, obstacles=[], lines=[FLAT], bounds=WIDE)
    assert a.center.y < 100 < b.center.y


def test_on_the_line() -> None:
    placed = one(LabelRequest(FLAT, (60, 12), where="on"), lines=(FLAT,))
    assert placed.center == (100, 100)
    assert placed.clash == 0


def test_stays_inside() -> None:
    (placed,) = place_labels([LabelRequest(FLAT, (60, 12))], obstacles=[], lines=[], bounds=Rect(0, 95, 300, 200))
    assert placed.center.y > 100


def test_unavoidable_clash_is_told() -> None:
    assert one(LabelRequest(FLAT, (60, 12)), Rect(-500, -500, 2000, 2000)).clash > 0


@pytest.mark.parametrize("degrees", range(-170, 181, 10))
def test_slope_is_upright_and_off_the_line(degrees: int) -> None:
    a = math.radians(degrees)
    line = (Point(0, 0), Point(200 * math.cos(a), 200 * math.sin(a)))
    placed = one(LabelRequest(line, (60, 12), where="slope"), lines=(line,))
    assert -90 < placed.angle <= 90
    assert (placed.angle - degrees) % 180 == pytest.approx(0, abs=1e-6) or (placed.angle - degrees) % 180 > 179.99
    middle = Point(100 * math.cos(a), 100 * math.sin(a))
    assert placed.center.distance(middle) == pytest.approx(6 + 6)
    assert placed.clash == 0
    assert length_in(Tag(placed.center, 60, 12, placed.angle), line) == 0


def test_slope_below() -> None:
    line = (Point(0, 0), Point(100, 50))
    assert one(LabelRequest(line, (40, 10), where="slope", side="below")).center.y > 25
    assert one(LabelRequest(line, (40, 10), where="slope", side="above")).center.y < 25


@pytest.mark.parametrize("where", ["beside", "slope"])
def test_beside_a_curve(where: str) -> None:
    ends = (Point(0, 0), Point(150, 0), Point(50, 200), Point(200, 200))
    curve = tuple(cubic(*ends, i / 24) for i in range(25))
    placed = one(LabelRequest(curve, (40, 12), where=where), lines=(curve,))  # type: ignore[arg-type]
    assert placed.clash == 0
    assert length_in(Tag(placed.center, 40, 12, placed.angle), curve) == 0
    assert min(placed.center.distance(p) for p in curve) < 60


@settings(max_examples=60, deadline=None)
@given(boxes(least=3, most=8), st.integers(16, 60))
def test_never_on_a_line_in_a_roomy_figure(frames: list[Rect], wide: int) -> None:
    wires = [Wire(Terminal(a, key=str(i)), Terminal(b, key=str(i + 1))) for i, (a, b) in enumerate(pairwise(frames))]
    lines = [r.points for r in route(wires, frames, bounds=BOUNDS).routes]
    requests = [LabelRequest(line, (wide, 10), gap=4) for line in lines]
    for placed in place_labels(requests, obstacles=frames, lines=lines, bounds=BOUNDS):
        tag = Tag(placed.center, wide, 10)
        on_line = sum(length_in(tag, line) for line in lines)
        under = sum(area_in(tag, r) for r in frames)
        if placed.clash == 0:
            assert on_line == 0
            assert under == 0


def test_empty_route_of_one_place() -> None:
    placed = one(LabelRequest((Point(5, 5), Point(5, 5)), (10, 10)))
    assert placed.clash == 0


def test_area_of_a_turned_tag() -> None:
    tag = Tag(Point(0, 0), 20, 20, 45)
    assert tag.common(Tag(Point(0, 0), 100, 100)) == pytest.approx(400)
    assert area_in(tag, Rect(0, -50, 50, 100)) == pytest.approx(200)
    assert length_in(tag, (Point(-50, 0), Point(50, 0))) == pytest.approx(20 * math.sqrt(2))
