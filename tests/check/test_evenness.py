"""Siblings that are almost alike."""

from __future__ import annotations

import pytest

from llmfig.geometry import Point, polyline
from tests.check.scenes import box, findings, group, labelled, only, panel, rules, text


@pytest.mark.parametrize(("height", "expected"), [(40, []), (40.4, []), (43, ["uneven-sizes"]), (60, [])])
def test_heights_in_a_row(height: float, expected: list[str]) -> None:
    row = group("row", labelled("A", 20, 40), labelled("B", 140, 60 - height / 2, 100, height))
    assert rules(row) == expected


@pytest.mark.parametrize(("width", "expected"), [(100, []), (96, ["uneven-sizes"]), (60, [])])
def test_widths_in_a_column(width: float, expected: list[str]) -> None:
    column = group("column", labelled("A", 20, 40), labelled("B", 70 - width / 2, 100, width))
    assert rules(column) == expected


def test_widths_in_a_row_are_free() -> None:
    assert rules(group("row", labelled("A", 20, 40, 100), labelled("B", 140, 40, 96))) == []


def test_the_message_has_all_sizes() -> None:
    boxes = [labelled(w, 20 + 110 * i, 40, 100, h) for i, (w, h) in enumerate([("A", 40.0), ("B", 40.0), ("C", 42.0)])]
    found = only("uneven-sizes", findings(group("row", *boxes)))
    assert "all: 40.0, 40.0, 42.0" in found.message


def test_other_roles_other_parents_and_charts_are_left_alone() -> None:
    a, b = labelled("A", 20, 40), labelled("B", 140, 40, 100, 43, role="data")
    assert rules(group("row", a, b)) == []
    assert rules(group("row", a), group("row", labelled("B", 140, 40, 100, 43))) == []
    assert rules(group("chart", a, labelled("B", 140, 40, 100, 43))) == []


def test_other_shapes_are_left_alone() -> None:
    corners = [Point(190, 38), Point(240, 60), Point(190, 82), Point(140, 60)]
    diamond = box(140, 38, 100, 44, path=polyline(corners, closed=True))
    other = box(20, 40, 100, 40)
    assert rules(group("row", other, diamond)) == []


def test_lettering_of_siblings() -> None:
    assert rules(group("row", labelled("A", 20, 40, size=14), labelled("B", 140, 40, size=17))) == ["uneven-sizes"]
    assert rules(group("row", labelled("A", 20, 40), labelled("B", 140, 40))) == []


def test_panels_hold_words_of_any_size() -> None:
    one, two = (
        panel(20 + 200 * i, 20, 180, 100, text("words", 60 + 200 * i, 60, size=s)) for i, s in enumerate((14, 17))
    )
    assert rules(group("row", one, two)) == []


def test_formulas_are_set_by_their_own_measure() -> None:
    formula = box(140, 40, 100, 40, text("x", 170, 54, 30, kind="formula", size=18))
    assert rules(group("row", labelled("A", 20, 40), formula)) == []


def test_headings_over_text_are_no_siblings() -> None:
    assert rules(group("column", text("Heading", 20, 20, size=22), text("body", 20, 60, size=17))) == []
