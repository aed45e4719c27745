"""Laws of the checks, and how long they take."""

from __future__ import annotations

import math
import time
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from llmfig.check import check
from llmfig.check.shapes import Turn, area, flatten, inside, length_in_rect, ring
from llmfig.check.sweep import Grid, overlapping
from llmfig.geometry import Path, Point, Rect, Segment, clip_segment
from llmfig.scene.model import Box, Group, Item, Shape
from tests.check.scenes import THEME, arrow, box, findings, group, labelled, panel, rules, scene, text

Curve = tuple[float, float, float, float, float, float]

number = st.floats(0, 400).map(lambda v: round(v, 1))
size = st.floats(4, 120).map(lambda v: round(v, 1))
rects = st.builds(Rect, number, number, size, size)


def moved(item: Item, dx: float, dy: float) -> Item:
    """An item of a picture somewhere else."""
    match item:
        case Box():
            return replace(item, rect=item.rect.shifted(dx, dy))
        case Shape():
            return replace(item, path=item.path.shifted(dx, dy))
        case Group():
            return replace(
                item,
                rect=item.rect.shifted(dx, dy),
                inner=item.inner.shifted(dx, dy) if item.inner else None,
                children=tuple(moved(c, dx, dy) for c in item.children),
            )
        case _:
            glyphs = tuple(replace(g, x=g.x + dx, y=g.y + dy) for g in item.glyphs)
            return replace(item, rect=item.rect.shifted(dx, dy), glyphs=glyphs)


@given(st.lists(rects, max_size=25), st.floats(0, 5))
def test_the_sweep_finds_exactly_the_overlapping_pairs(boxes: list[Rect], tolerance: float) -> None:
    found = sorted(overlapping([(r, i) for i, r in enumerate(boxes)], tolerance))
    pairs = [(i, j) for i in range(len(boxes)) for j in range(i + 1, len(boxes))]
    assert found == [(i, j) for i, j in pairs if boxes[i].intersects(boxes[j], tolerance)]


@given(st.lists(rects, max_size=25), rects)
def test_the_grid_misses_nothing(boxes: list[Rect], r: Rect) -> None:
    grid = Grid((b, i) for i, b in enumerate(boxes))
    expected = [
        i for i, b in enumerate(boxes) if b.x <= r.right and b.right >= r.x and b.y <= r.bottom and b.bottom >= r.y
    ]
    assert grid.near(r) == expected


@given(number, number, number, number, rects)
def test_a_clipped_line_lies_in_the_rectangle_and_on_the_line(x: float, y: float, u: float, v: float, r: Rect) -> None:
    a, b = Point(x, y), Point(u, v)
    part = clip_segment(a, b, r)
    if part is None:
        assert length_in_rect([a, b], r) == 0
        return
    for p in part:
        assert r.holds(p, 1e-6)
        assert math.isclose(a.distance(p) + p.distance(b), a.distance(b), abs_tol=1e-6)


@given(st.lists(st.tuples(number, number, number, number, number, number), max_size=4), st.booleans())
def test_flattening_is_that_of_paths(curves: list[Curve], closed: bool) -> None:
    segments: list[Segment] = [("M", 1, 2), ("L", 3, 4), *(("C", a, b, c, d, e, f) for a, b, c, d, e, f in curves)]
    path = Path((*segments, ("Z",)) if closed else tuple(segments))
    for line, expected in zip(flatten(path, 6), path.polylines(6), strict=True):
        assert all(p.distance(q) < 1e-9 for p, q in zip(line, expected, strict=True))


@given(rects, st.floats(-180, 180))
def test_a_turn_keeps_areas_and_its_centre(r: Rect, degrees: float) -> None:
    turn = Turn.about(r.center, degrees)
    assert turn.of(r.center).distance(r.center) < 1e-6
    assert math.isclose(area([turn.of(p) for p in ring(r)]), r.w * r.h, rel_tol=1e-6)
    assert inside(r.center, [turn.of(p) for p in ring(r)])


@given(st.integers(1, 6), st.integers(1, 6), st.floats(2, 20))
def test_a_regular_grid_of_boxes_is_clean(rows: int, columns: int, gap: float) -> None:
    boxes = [labelled("A", 5 + c * (60 + gap), 5 + r * (30 + gap), 60, 30) for r in range(rows) for c in range(columns)]
    assert rules(group("grid", *boxes)) == []


@given(rects, rects)
def test_two_boxes_overlap_just_when_their_frames_do(r: Rect, q: Rect) -> None:
    a = box(r.x, r.y, r.w, r.h, inner=False)
    b = box(q.x, q.y, q.w, q.h, inner=False)
    big = min(*(v for x in (r, q) for v in (x.w, x.h))) > 60  # small rounded boxes are judged by their outline
    if big:
        assert ("overlap" in rules(a, b)) == r.intersects(q, 1)
    assert ("overlap" in rules(a, b)) == ("overlap" in rules(b, a))


@given(st.floats(-60, 60), st.floats(-60, 60))
def test_findings_do_not_depend_on_where_the_figure_stands(dx: float, dy: float) -> None:
    parts = [labelled("A", 100, 100, 150), labelled("B", 200, 120), text("label", 130, 300), panel(80, 280, 100, 40)]
    there = [moved(p, dx, dy) for p in parts]
    assert [(f.rule, f.target) for f in findings(*there)] == [(f.rule, f.target) for f in findings(*parts)]


@given(st.floats(-5, 5))
def test_a_connector_is_loose_just_when_its_end_is_off(off: float) -> None:
    a, b = labelled("A", 20, 50, id="a"), labelled("B", 300, 50, id="b")
    found = rules(a, b, arrow((120, 70), (300 + off, 70), start="a", end="b"))
    if abs(abs(off) - 0.75) > 0.01:
        assert ("loose-end" in found) == (abs(off) > 0.75)


def busy() -> list[Item]:
    """Four hundred groups: panels with rows of boxes, each with words, and arrows between them."""
    parts: list[Item] = []
    for r in range(12):
        row = [labelled("A", 4 + 45 * c, 4 + 40 * r, 40, 30, id=f"b{r}-{c}") for c in range(13)]
        parts.append(panel(2, 2 + 40 * r, 590, 34, *row))
        parts += [
            arrow((44 + 45 * c, 19 + 40 * r), (49 + 45 * c, 19 + 40 * r), start=f"b{r}-{c}", end=f"b{r}-{c + 1}")
            for c in range(12)
        ]
    return parts


def test_a_busy_figure_is_checked_in_no_time() -> None:
    picture = scene(*busy())
    assert check(picture, THEME) == []
    times = []
    for _ in range(5):
        start = time.perf_counter()
        check(picture, THEME)
        times.append(time.perf_counter() - start)
    # It takes about 30 ms. The limit only catches work that grows with the square of the figure, on busy machines too.
    assert min(times) < 1.0, f"{min(times) * 1000:.0f} ms"
