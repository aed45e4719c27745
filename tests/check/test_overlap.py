"""Things on top of each other."""

from __future__ import annotations

import pytest

from llmfig.geometry import Point, polyline
from llmfig.scene.model import Group, Paint
from tests.check.scenes import BLUE, arrow, box, findings, group, labelled, only, panel, rules, stroke, text


def test_boxes_side_by_side_are_fine() -> None:
    assert rules(labelled("A", 20, 20), labelled("B", 140, 20)) == []


def test_overlapping_boxes_are_told_once_with_the_size() -> None:
    found = only("overlap", findings(labelled("A", 20, 20, 200), labelled("B", 170, 40)))
    assert "50.0 x 20.0 px" in found.message
    assert "“A”" in found.message
    assert "“B”" in found.message


def test_the_same_place_twice() -> None:
    assert "overlap" in rules(box(20, 20), box(20, 20))


def test_boxes_of_different_containers_collide_too() -> None:
    left, right = group("column", labelled("A", 20, 20)), group("column", labelled("B", 100, 20))
    assert rules(left, right) == ["overlap"]


def test_cells_of_a_strip_share_their_border() -> None:
    cells = [box(20 + 39.5 * i, 20, 40, 30, kind="cell") for i in range(4)]
    assert rules(group("strip", *cells)) == []
    assert rules(group("strip", box(20, 20, 40, 30, kind="cell"), box(57, 20, 40, 30, kind="cell"))) == ["overlap"]


def test_backdrops_may_lie_under_and_over_anything() -> None:
    ring = box(30, 30, 100, 40, clear=True, kind="highlight", paint=Paint(stroke=BLUE.ink))
    assert rules(panel(10, 10, 300, 200), labelled("A", 20, 20, 120, 60), ring) == []


def test_what_holds_something_does_not_overlap_it() -> None:
    assert rules(box(20, 20, 200, 100, labelled("A", 40, 40))) == []


@pytest.mark.parametrize("kind", ["overlay", "stack", "chart", "icon"])
def test_layers_and_drawings_overlap_on_purpose(kind: str) -> None:
    assert rules(group(kind, box(20, 20), box(30, 30))) == []


def test_two_drawings_may_not_overlap() -> None:
    assert "overlap" in rules(
        group("icon", box(20, 20, 40, 40, inner=False)), group("icon", box(40, 40, 40, 40, inner=False))
    )


def test_see_through_fills_and_ghosts_are_meant_to() -> None:
    haze = Paint(fill=BLUE.fill, opacity=0.5)
    assert rules(box(20, 20, paint=haze), box(60, 30, paint=haze)) == []
    assert rules(box(20, 20), box(60, 30, role="ghost", paint=Paint(stroke=BLUE.stroke, dash=(4, 3)))) == []


def test_words_half_on_a_box() -> None:
    assert rules(labelled("A", 100, 100), text("Prompt", 70, 114, 50)) == ["overlap"]
    assert rules(labelled("A", 100, 100), text("Prompt", 40, 114, 50)) == []


def test_words_on_the_words_of_a_box_and_on_an_empty_one() -> None:
    assert rules(labelled("A", 100, 100), text("Prompt", 110, 120, 30)) == ["overlap"]
    assert rules(box(100, 100, inner=False), text("Prompt", 120, 114, 50)) == []


def test_words_with_a_plate_of_their_own() -> None:
    plate = box(110, 105, 40, 16, text("3×896", 115, 107, 30), kind="badge", clear=True, paint=Paint(fill="#ffffff"))
    assert rules(labelled("Hidden states", 100, 100, 200, 80), plate) == []


def test_a_brace_that_runs_into_a_box() -> None:
    assert rules(labelled("A", 100, 100), stroke("brace", (100, 70), (110, 90), (110, 130))) == ["overlap"]
    assert rules(labelled("A", 100, 100), stroke("brace", (100, 98), (150, 90), (200, 98))) == []


def diamond(x: float, y: float, r: float) -> Group:
    path = polyline([Point(x, y - r), Point(x + r, y), Point(x, y + r), Point(x - r, y)], closed=True)
    return box(x - r, y - r, 2 * r, 2 * r, path=path, inner=False)


def test_shapes_are_judged_by_their_outline() -> None:
    assert rules(diamond(100, 100, 40), diamond(150, 150, 40)) == []  # frames overlap, outlines do not
    assert rules(diamond(100, 100, 40), diamond(130, 130, 40)) == ["overlap"]
    assert "overlap" in rules(diamond(100, 100, 40), diamond(100, 100, 40))


def test_the_label_of_a_connector_on_a_box() -> None:
    tag = group("tag", box(100, 60, 60, 20, text("Loop", 110, 64, 40), kind="plate", paint=Paint(fill="#ffffff")))
    a, b = labelled("A", 20, 50, id="a"), labelled("B", 300, 50, id="b")
    line = arrow((120, 70), (300, 70), start="a", end="b", label=[tag])
    assert "overlap" in rules(a, b, line)


def test_containers_that_overlap_are_told_instead_of_what_they_hold() -> None:
    a = box(20, 20, 200, 100, labelled("A", 110, 40), id="outer-a")
    b = box(150, 20, 200, 100, labelled("B", 160, 50), id="outer-b")
    found = [f for f in findings(a, b) if f.rule == "overlap"]
    assert [f.target for f in found] == ["outer-b"]
