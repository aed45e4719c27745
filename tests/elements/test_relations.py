"""Overlays, enclosures, alignment across containers, labels of cells, shading by value."""

from __future__ import annotations

import pytest

from llmfig import Box, Column, Diagram, Enclose, FigureError, Matrix, Overlay, Row, Strip, Text, align, heat
from llmfig.bilingual import drawing
from llmfig.geometry import Rect
from llmfig.layout.align import apply_alignments
from llmfig.layout.element import Element
from llmfig.layout.engine import Layout
from llmfig.scene.model import Box as SceneBox
from llmfig.theme.load import load


def laid_out(root: Element) -> Layout:
    layout = Layout(load("book"), "en")
    layout.prepare(root)
    size = layout.settle(root)
    layout.arrange(root, Rect(0, 0, size.w, size.h))
    apply_alignments(layout)
    return layout


@pytest.fixture(autouse=True)
def english() -> object:
    with drawing("en") as uses:
        yield uses


def test_an_overlay_is_as_large_as_its_largest_child_and_children_sit_where_they_stick() -> None:
    ground, mark = Box(wide=10, tall=6), Text("1", stick="top right")
    layout = laid_out(over := Overlay(ground, mark))
    assert layout.frame(ground) == layout.frame(over)
    assert layout.frame(mark).y == layout.frame(over).y
    assert layout.frame(mark).right == pytest.approx(layout.frame(over).right)


def test_an_enclosure_holds_its_places_and_the_diagram_holds_the_enclosure() -> None:
    a, b, c = Box("a"), Box("b"), Box("c")
    diagram = Diagram(Row(a, b, c), ring := Enclose(a, b, title="Frozen"))
    layout = laid_out(Row(diagram))
    outer, border = layout._frames[diagram], layout.frame(ring)
    assert outer.contains(border)
    assert border.contains(layout.frame(a))
    assert border.contains(layout.frame(b))
    assert not border.intersects(layout.frame(c))
    assert ring.title is not None
    assert border.contains(layout.frame(ring.title))
    assert not layout.frame(ring.title).intersects(layout.frame(a))


def test_align_moves_a_child_across_its_row() -> None:
    tall, small = Box("tall", tall=9), Box("small", stick="top")
    other = Box("other")
    align(other, small, by="middle")
    layout = laid_out(Row(Row(tall, small), other))
    assert layout.frame(small).cy == pytest.approx(layout.frame(other).cy)


def test_align_takes_notes_along() -> None:
    from llmfig import Note

    small, other = Box("small", stick="top"), Box("other")
    note = Note("n", over=small, side="right")
    align(other, small, by="middle")
    layout = laid_out(Row(Diagram(Row(Box("tall", tall=9), small), note), other))
    assert layout._frames[note].cy == pytest.approx(layout.frame(small).cy)


def test_a_dimension_with_an_owner_cannot_be_aligned() -> None:
    a, b = Box("a"), Box("b")
    align(a, b, by="left")
    with pytest.raises(FigureError, match=r"has an owner: the Row of line \d+"):
        laid_out(Row(a, b))


def test_two_alignments_of_one_dimension_are_an_error_that_names_the_first() -> None:
    a, b, c = Box("a"), Box("b"), Box("c")
    align(a, b, by="left")
    with pytest.raises(FigureError, match=r"already has an owner: the align\(\) of line \d+"):
        align(c, b, by="right")


def test_align_says_when_there_is_no_room() -> None:
    narrow, wide = Box("n"), Box("w", wide=20)
    align(wide, narrow, by="right")
    with pytest.raises(FigureError, match="would leave its Column"):
        laid_out(Column(Column(narrow, "text"), wide, align="left"))


def test_ids_and_indices_stand_over_their_tokens() -> None:
    strip = Strip(["How", "are", "you"])
    notes = [*strip.label_columns(["101", "7592", "2"], side="bottom"), *strip.label_columns(["0", "1", "2"])]
    layout = laid_out(Diagram(strip, notes))
    for i, note in enumerate(notes):
        assert note.frame(layout).cx == pytest.approx(layout.frame(strip.cells[0][i % 3]).cx)


def test_labels_must_be_as_many_as_columns() -> None:
    with pytest.raises(FigureError, match="2 labels cannot be set beside 3 columns"):
        Strip(["a", "b", "c"]).label_columns(["1", "2"])


def test_heat_shades_by_value() -> None:
    role = heat([[0.0, 1.0], [2.0, 4.0]])
    assert [role(i, j) for i in range(2) for j in range(2)] == ["shade-1", "shade-2", "shade-3", "shade-4"]
    assert Matrix([[0, 1]], role=heat([[5, 5]])).cells[0][0].role == "shade-1"


def test_the_layers_behind_an_array_are_coloured_as_its_first_cell() -> None:
    layout = laid_out(strip := Strip(["k", "v"], role=("sample", "model"), cards=2))
    behind = strip.paint(layout, layout.frame(strip))
    assert [item.paint.fill for item in behind if isinstance(item, SceneBox)] == [layout.theme.role("sample").fill] * 2
