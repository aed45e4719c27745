"""Words that something runs through."""

from __future__ import annotations

import pytest

from llmfig.geometry import Rect
from llmfig.scene.model import Box, Paint
from tests.check.scenes import BLUE, THEME, arrow, box, findings, group, labelled, only, panel, rules, stroke, text


def test_a_connector_through_a_label() -> None:
    found = only("text-on-line", findings(text("Advantage", 100, 94, 60), arrow((20, 100), (300, 100), id="wire")))
    assert "“Advantage”" in found.message
    assert "arrow 'wire'" in found.message
    assert "60 px" in found.message


def test_a_connector_past_a_label() -> None:
    assert rules(text("Advantage", 100, 80, 60), arrow((20, 100), (300, 100))) == []


def test_a_connector_that_ends_at_text() -> None:
    assert rules(text("x", 100, 94, 20, id="x"), arrow((20, 100), (100, 100), end="x")) == []
    assert rules(text("x", 100, 94, 20, id="x"), arrow((20, 100), (110, 100))) == ["text-on-line"]


def test_a_line_square_to_a_word() -> None:
    assert rules(text("Reward", 100, 94, 60), arrow((130, 20), (130, 200))) == ["text-on-line"]


def test_a_tag_hides_its_line() -> None:
    plate = Box(Rect(96, 90, 68, 20), Paint(fill=THEME.paper))
    tag = group("tag", plate, text("Loop", 100, 94, 60))
    assert rules(arrow((20, 100), (300, 100), label=[tag])) == []


def test_a_plate_hides_any_line_below_it_and_none_above() -> None:
    plate = group("row", Box(Rect(96, 90, 68, 20), Paint(fill=THEME.paper)), text("Loop", 100, 94, 60))
    line = stroke("curve", (20, 100), (300, 100))
    assert rules(line, plate) == []
    assert "text-on-line" in rules(plate, line)


def test_another_line_through_a_tag() -> None:
    plate = Box(Rect(96, 90, 68, 20), Paint(fill=THEME.paper))
    tagged = arrow((20, 100), (300, 100), label=[group("tag", plate, text("Loop", 100, 94, 60))])
    assert rules(tagged, arrow((120, 20), (120, 200))) == ["text-on-line"]


def test_a_label_on_its_own_line() -> None:
    label = group("label", text("Update", 100, 94, 60))
    assert rules(arrow((20, 100), (300, 100), label=[label])) == ["text-on-line"]


def test_strokes_of_braces_and_edges_of_highlights() -> None:
    words = text("Response", 100, 94, 60)
    assert rules(words, stroke("brace", (90, 80), (120, 100), (150, 80))) == ["text-on-line"]
    marked = box(60, 60, 60, 60, kind="highlight", clear=True, paint=Paint(stroke=BLUE.ink))
    assert rules(words, marked) == ["text-on-line"]
    assert rules(words, panel(60, 60, 60, 60)) == ["text-on-line"]


def test_ghosts_and_faint_lines_do_not_count() -> None:
    words = text("Response", 100, 94, 60)
    assert rules(words, stroke("brace", (20, 100), (300, 100), role="ghost")) == []
    faint = group("curve", box(20, 80, 200, 40, paint=Paint(stroke=THEME.line, opacity=0.2), inner=False))
    assert rules(words, faint) == []


def test_a_formula_may_have_rules_of_its_own() -> None:
    bar = stroke("run", (100, 100), (160, 100))
    assert rules(group("formula", text("a/b", 100, 94, 60, kind="run"), bar)) == []


@pytest.mark.parametrize(("width", "expected"), [(0.8, []), (1.5, ["text-on-line"])])
def test_the_thin_ruling_of_a_chart_may_run_behind_labels(width: float, expected: list[str]) -> None:
    ruling = stroke("grid-lines", (20, 100), (300, 100), width=width)
    assert rules(group("chart", ruling, text("T = 0.3", 100, 94, 60))) == expected


def test_text_on_text() -> None:
    found = only("text-on-text", findings(text("first", 100, 94, 60), text("second", 150, 98, 60)))
    assert "10 x 8 px" in found.message
    assert rules(text("first", 100, 94, 60), text("second", 150, 106, 60)) == []


def test_one_unit_of_text_has_nothing_to_collide_with() -> None:
    formula = text("x_t", 140, 94, 30, kind="formula")
    assert rules(group("text", text("where", 100, 94, 60, kind="run"), formula)) == []


def test_text_hidden_by_a_plate_is_not_on_text() -> None:
    under = text("first", 100, 94, 60)
    plate = box(95, 88, 80, 24, text("second", 110, 94, 50), clear=True, kind="badge", paint=Paint(fill=THEME.paper))
    assert rules(under, plate) == []


def test_an_arrowhead_on_a_word() -> None:
    head = Box(Rect(104, 95, 10, 10), Paint(fill=THEME.line))
    assert rules(text("x", 110, 94, 20), arrow((20, 100), (104, 100), label=[head])) == ["text-on-line"]


def test_words_inside_a_box_are_not_on_its_border() -> None:
    assert rules(labelled("Reward", 20, 20)) == []
