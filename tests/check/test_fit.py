"""Words that do not fit."""

from __future__ import annotations

import math

from llmfig.geometry import Path, Point, Rect, polyline
from llmfig.scene.model import Box, Group, Paint
from tests.check.scenes import BLUE, INK, box, findings, group, labelled, named, only, panel, rules, run, text


def test_text_inside_its_box_is_fine() -> None:
    assert rules(labelled("Reward", 20, 20)) == []


def test_text_wider_than_its_box_is_told_with_the_numbers() -> None:
    found = only("text-overflow", findings(box(20, 20, 100, 40, text("Reward model", 15, 32, 112, 14, line=42))))
    assert "13.0 px at the left" in found.message
    assert "room 84 x 32 px" in found.message
    assert found.source is not None
    assert found.source.line == 42


def test_text_that_leaves_the_inside_but_not_the_box() -> None:
    assert rules(box(20, 20, 100, 40, text("Reward", 24, 32, 92))) == ["text-overflow"]


def test_slanted_letters_may_overhang_by_a_pixel() -> None:
    assert rules(box(20, 20, 100, 40, text("Reward", 27.2, 32, 85.6))) == []


def test_text_too_near_the_edge_of_a_box_without_padding() -> None:
    tight = Group(
        id="tight", kind="box", rect=Rect(20, 20, 100, 40), inner=Rect(20, 20, 100, 40), role="model",
        children=(Box(Rect(20, 20, 100, 40), Paint(fill=BLUE.fill)), text("Reward", 22, 32, 60)),
    )  # fmt: skip
    assert "2.0 px from the edge" in only("text-overflow", findings(tight)).message


def circle(x: float, y: float, d: float) -> Path:
    points = [
        Point(x + d / 2 + d / 2 * math.cos(a / 16 * math.pi), y + d / 2 + d / 2 * math.sin(a / 16 * math.pi))
        for a in range(32)
    ]
    return polyline(points, closed=True)


def test_round_boxes_are_judged_by_their_outline() -> None:
    def round_box(w: float) -> Group:
        return box(100, 100, 80, 80, text("R", 140 - w / 2, 134, w, 12), path=circle(100, 100, 80))

    assert rules(round_box(68)) == []  # beyond the rectangle inside, well within the circle
    assert rules(round_box(78)) == ["text-overflow"]


def test_a_label_beside_its_box_is_not_in_it() -> None:
    assert rules(box(20, 20, 100, 40, text("Q", 60, 64, 20))) == []


def test_text_in_a_panel_keeps_from_its_edge() -> None:
    assert rules(panel(20, 20, 300, 200, text("Note", 40, 206, 60, 12.5))) == ["text-overflow"]
    assert rules(panel(20, 20, 300, 200, text("Note", 40, 190, 60))) == []


def test_a_tag_may_sit_on_a_border() -> None:
    plate = Box(Rect(60, 12, 80, 16), Paint(fill="#ffffff"))
    assert rules(panel(20, 20, 300, 200, group("tag", plate, text("Loop", 70, 14, 60)))) == []


def test_turned_text_is_judged_as_it_lies() -> None:
    # 60 x 12 px turned upright about its centre (70, 120): it fits a narrow box, and a flat one no longer.
    upright = text("Reward", 40, 114, 60, 12, rotate=-90)
    assert rules(box(55, 80, 30, 80, upright)) == []
    assert rules(box(30, 100, 80, 40, upright)) == ["text-overflow"]


def test_a_box_that_sticks_out_of_its_panel() -> None:
    inside = labelled("A", 40, 40)
    assert rules(panel(20, 20, 200, 100, inside)) == []
    found = only("sticking-out", findings(panel(20, 20, 200, 100, labelled("A", 140, 40))))
    assert "20.0 px at the right" in found.message


def test_small_text_and_small_scripts() -> None:
    assert rules(text("small", 20, 20, size=11)) == ["too-small"]
    assert rules(text("fine", 20, 20, size=11.5)) == []
    formula = Group(
        id=named("formula"), kind="formula", rect=Rect(20, 20, 40, 20), text="x_t",
        children=(run("x", 20, 20, 10, size=14), run("t", 30, 28, 6, 6, size=9)),
    )  # fmt: skip
    assert rules(formula) == []
    tiny = Group(
        id=named("formula"), kind="formula", rect=Rect(20, 20, 40, 20), text="x_t",
        children=(run("x", 20, 20, 10, size=14), run("t", 30, 28, 6, 6, size=6)),
    )  # fmt: skip
    assert "6.9 px is the least" in only("too-small", findings(tiny)).message


def test_formulas_have_no_small_base() -> None:
    small = Group(
        id="f", kind="formula", rect=Rect(20, 20, 20, 20), text="x", children=(run("x", 20, 20, 10, size=10),)
    )
    assert rules(small) == ["too-small"]


def test_a_missing_glyph() -> None:
    assert rules(text("𝕏", 20, 20, gid=0)) == ["missing-glyph"]
    assert rules(text("X", 20, 20, gid=7, color=INK)) == []
