"""Colours and the edge of the page."""

from __future__ import annotations

import math

import pytest

from llmfig.check.colors import contrast, lightness
from llmfig.geometry import Point, Rect
from llmfig.scene.model import Box, Gradient, Group, Paint
from tests.check.scenes import INK, THEME, arrow, box, findings, labelled, only, rules, text


def test_known_contrasts() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert lightness("#ffffff") == pytest.approx(100)
    assert lightness("#777777") == pytest.approx(50, abs=0.1)
    assert lightness("#000000") == 0


def test_ink_on_paper_is_fine_and_faint_text_is_not() -> None:
    assert rules(text("plain", 20, 20)) == []
    faint = THEME.role("muted").fill
    assert faint is not None
    found = only("contrast", findings(text("faint", 20, 20, color=faint)))
    assert f"{contrast(faint, THEME.paper):.2f}:1" in found.message
    assert "4.5:1" in found.message


def test_text_is_judged_on_what_is_really_under_it() -> None:
    dark = Paint(fill=INK)
    assert rules(box(20, 20, 100, 40, text("dark", 40, 34), paint=dark)) == ["contrast"]
    assert rules(box(20, 20, 100, 40, text("light", 40, 34, color=THEME.paper), paint=dark)) == []
    # The same box painted after the words hides them, which is another rule's business.
    assert "contrast" not in rules(text("dark", 40, 34), box(20, 20, 100, 40, paint=dark))


def test_large_text_needs_less() -> None:
    middle = "#8a88bc"  # the purple edge: 3.3:1 on paper
    assert 3 < contrast(middle, THEME.paper) < 4.5
    assert rules(text("small", 20, 20, color=middle)) == ["contrast"]
    assert rules(text("large", 20, 20, 80, 20, size=24, color=middle)) == []


def test_a_see_through_fill_is_mixed() -> None:
    def haze(opacity: float) -> Group:
        return box(20, 20, 100, 40, text("words", 40, 34), paint=Paint(fill=INK, opacity=opacity))

    assert rules(haze(0.1)) == []
    assert rules(haze(0.8)) == ["contrast"]


def test_both_ends_of_a_gradient() -> None:
    fill = Gradient(Point(20, 20), Point(120, 20), (THEME.paper, INK))
    assert rules(box(20, 20, 100, 40, text("words", 40, 34), paint=Paint(fill=fill))) == ["contrast"]


def test_a_word_that_begins_on_another_ground() -> None:
    bar = Box(Rect(20, 20, 25, 40), Paint(fill=INK))
    assert "contrast" in rules(box(20, 20, 100, 40, bar, text("words", 30, 34), paint=Paint(fill=THEME.paper)))


def test_off_palette() -> None:
    assert rules(box(20, 20, paint=Paint(fill="#123456"))) == ["off-palette"]
    assert rules(text("odd", 20, 20, color="#010203")) == ["off-palette"]
    assert rules(box(20, 20, paint=Paint(fill=THEME.paper.upper()))) == []
    assert rules(background="#fffffe") == ["off-palette"]
    found = only("off-palette", findings(box(20, 20, paint=Paint(fill="#71ccf4"))))
    assert "nearest: #71ccf5" in found.message


def test_off_canvas() -> None:
    assert rules(labelled("A", 0.5, 0.5)) == []
    found = only("off-canvas", findings(labelled("A", 540, 20)))
    assert "40.5 px at the right" in found.message
    assert rules(arrow((20, 20), (20, 600))) == ["off-canvas"]


def test_what_leaves_the_frame_of_the_page() -> None:
    card = Box(Rect(10, 10, 580, 480), Paint(fill=THEME.paper, stroke=THEME.frame.stroke))
    page = Group(id="page", kind="page", rect=Rect(0, 0, 600, 500), children=(card,), clear=True, decor=True)
    assert rules(page, labelled("A", 20, 20)) == []
    assert "the frame" in only("off-canvas", findings(page, labelled("A", 2, 20))).message


def test_coordinates_that_are_no_numbers() -> None:
    assert rules(box(20, math.nan, inner=False)) == ["not-a-number"]
    assert rules(box(20, math.inf, inner=False)) == ["not-a-number"]
