"""Strips, matrices and tables."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmfig import Box, Column, Diagram, Highlight, Matrix, Row, Strip, Table, Text
from llmfig.bilingual import LANGS, Lang
from llmfig.elements.cells import CARD, Cell, CellGrid
from llmfig.elements.labelled import SHADES, heat
from llmfig.elements.matrix import written
from llmfig.geometry import Rect, union
from llmfig.layout.element import Element
from llmfig.scene.model import Box as SceneBox
from llmfig.scene.model import Shape, groups
from tests.core import BOOK, Spec, fails, laid, law, lay_out, near, same, scene
from tests.layout.trees import arrays, strips, words

langs = st.sampled_from(LANGS)


def content(cell: Cell) -> str:
    assert isinstance(cell.content, Text)
    return cell.content.text


# Laws ----------------------------------------------------------------------------------------------------------------


@law(100)
@given(st.one_of(strips, arrays()), langs)
def test_cells_form_a_grid(spec: Spec, lang: Lang) -> None:
    figure = laid(spec, lang)
    array = figure.root
    assert isinstance(array, CellGrid)
    gap, frames = BOOK.gap(array.gap), [[figure[c] for c in row] for row in array.cells]
    for row in frames:
        assert all(near(c.y, row[0].y) and near(c.h, row[0].h) for c in row)
        assert all(near(b.x - a.right, gap) for a, b in itertools.pairwise(row))
    for column in zip(*frames, strict=True):
        assert all(near(c.x, column[0].x) and near(c.w, column[0].w) for c in column)
        assert all(near(b.y - a.bottom, gap) for a, b in itertools.pairwise(column))
    if array.uniform:
        assert all(near(c.w, frames[0][0].w) for row in frames for c in row)
        assert all(near(c.h, frames[0][0].h) for row in frames for c in row)


@law(60)
@given(st.one_of(strips, arrays()), langs)
def test_content_lies_in_its_cell_with_padding(spec: Spec, lang: Lang) -> None:
    figure = laid(spec, lang)
    array = figure.root
    assert isinstance(array, CellGrid)
    for cell in itertools.chain(*array.cells):
        if cell.content:
            assert figure[cell].grown(-cell.pad * 1.6, -cell.pad).contains(figure[cell.content])


@law(60)
@given(st.lists(words, min_size=2, max_size=5), st.integers(0, 4), st.integers(1, 5), st.booleans(), langs)
def test_a_part_is_the_hull_of_its_cells(tokens: list[object], low: int, count: int, down: bool, lang: Lang) -> None:
    low = min(low, len(tokens) - 1)
    figure = laid(Spec(Strip, (tokens,), {"down": down}), lang)
    strip = figure.root
    assert isinstance(strip, Strip)
    picked = [strip[i] for i in range(low, min(low + count, len(tokens)))]
    assert same(figure.place(strip[low : low + count]), union(figure.place(c) for c in picked))


@law(30)
@given(st.integers(1, 4), st.integers(1, 4), st.integers(0, 3))
def test_cards_lie_behind_the_cells(rows: int, cols: int, cards: int) -> None:
    matrix = Matrix(np.zeros((rows, cols)), cards=cards)
    figure = lay_out(Row(matrix, Box("b", tall=12)))
    frame, extra = figure[matrix], CARD * cards
    whole = union(figure[c] for row in matrix.cells for c in row)
    assert same(whole, Rect(frame.x, frame.y + extra, frame.w - extra, frame.h - extra))
    assert near(whole.cy, figure[figure.root.children()[1]].cy)


# Examples ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "fmt", "expected"),
    [
        (1, "g", "1"),
        (0.5, "g", "0.5"),
        (-1.25, ".1f", "−1.2"),
        (-0.04, ".1f", "0.0"),
        (-0.0, "g", "0"),
        (0, "+.1f", "+0.0"),
        (1234567, ",", "1,234,567"),
        (-1234567, ",", "−1,234,567"),
        (0.25, ".0%", "25%"),
        (-0.001, ".0%", "0%"),
        (1e-9, ".0e", "1e−09"),
        (-1e-9, ".1f", "0.0"),
        (255, "x", "ff"),
        (-255, "x", "−ff"),
        (5, "08b", "00000101"),
        (-225, "x", "−e1"),
        (math.inf, "g", "inf"),
        (np.float32(0.5), ".2f", "0.50"),
        (np.int64(-3), "g", "−3"),
        (True, lambda v: "yes" if v else "no", "yes"),
        ("word", ".1f", "word"),
        ("-1", ".1f", "-1"),
        (..., ".1f", "…"),
        (None, ".1f", None),
    ],
)
def test_how_values_are_written(value: object, fmt: object, expected: str | None) -> None:
    assert written(value, fmt, "here") == expected  # type: ignore[arg-type]


def test_elements_are_cells_as_they_are() -> None:
    box = Box("a")
    assert written(box, "g", "here") is box
    matrix = Matrix([[box, 1]])
    assert matrix.cells[0][0].content is box


def test_a_matrix_of_an_array() -> None:
    matrix = Matrix(np.array([[0.64, -1.0], [2.0, 0.0]]), fmt=".1f")
    assert [[content(c) for c in row] for row in matrix.cells] == [["0.6", "−1.0"], ["2.0", "0.0"]]
    assert matrix.shape_rc == (2, 2)


def test_dots_and_empty_cells() -> None:
    matrix = Matrix([[1, ..., None], [..., "", "x"]])
    assert content(matrix.cells[0][1]) == content(matrix.cells[1][0]) == "…"
    assert matrix.cells[0][2].content is matrix.cells[1][1].content is None


def test_roles_of_cells() -> None:
    values = [[1, 2, 3], [4, 5, 6]]
    assert {c.role for row in Matrix(values).cells for c in row} == {"cell"}
    assert [c.role for c in Matrix(values, role=("data", "loss")).cells[1]] == ["data", "loss", "data"]
    by_place = Matrix(values, role=lambda i, j: "loss" if i == j else "data")
    assert [[c.role for c in row] for row in by_place.cells] == [["loss", "data", "data"], ["data", "loss", "data"]]
    assert [c.role for c in Strip("abc", role=["data", "loss"]).cells[0]] == ["data", "loss", "data"]
    assert [row[0].role for row in Strip("abc", role=["data", "loss"], down=True).cells] == ["data", "loss", "data"]


def test_hatched_cells() -> None:
    picture = scene(lambda: Matrix([[1, 2]], hatched=lambda i, j: j == 1))
    cells = [g for g in groups(picture) if g.kind == "cell"]
    assert [any(isinstance(item, Shape) for item in c.children) for c in cells] == [False, True]


def test_a_table_has_a_head_and_lines() -> None:
    table = Table([["FP16", 5, 10], ["BF16", 8, 7]], head=["Format", "Exponent", "Fraction"], align=("left", "right"))
    assert [content(c) for c in table.cells[0]] == ["Format", "Exponent", "Fraction"]
    assert [c.role for row in table.cells for c in row[:1]] == ["muted", "paper", "paper"]
    assert table[0, 0] is table.cells[1][0]
    assert table[-1, 0] is table.cells[2][0]
    figure = lay_out(table)
    assert same(figure.place(table[0:2, 1:2]), union([figure[table.cells[1][1]], figure[table.cells[2][1]]]))
    assert same(figure.place(table.row(0)), union(figure[c] for c in table.cells[0]))
    left, right = (figure[table.cells[2][j]] for j in (0, 1))
    first, second = (table.cells[2][j].content for j in (0, 1))
    assert first is not None
    assert second is not None
    assert near(figure[first].x - left.x, 8)
    assert near(right.right - figure[second].right, 8)
    line = next(g for g in groups(scene(lambda: Table([[1]]))) if g.kind == "cell").children[0]
    assert isinstance(line, SceneBox)
    assert line.paint.stroke == BOOK.line


def test_columns_of_own_and_of_uniform_width() -> None:
    own, uniform = Matrix([["a", "much longer"]], uniform=False), Matrix([["a", "much longer"]])
    figure = lay_out(Column(own, uniform))
    assert figure[own.cells[0][0]].w < figure[own.cells[0][1]].w
    assert near(figure[uniform.cells[0][0]].w, figure[uniform.cells[0][1]].w)


def test_the_least_size_of_cells() -> None:
    strip = Strip("ab", wide=4, tall=3, size="small")
    figure = lay_out(strip)
    em = BOOK.size("small")
    assert all((figure[c].w, figure[c].h) == (4 * em, 3 * em) for c in strip.cells[0])


def test_an_array_is_aligned_by_a_border() -> None:
    a, b = Strip("abcd", axis=2), Strip("ab", axis=1)
    figure = lay_out(Column(a, b))
    assert near(figure.place(a.border(2)).x, figure.place(b.border(1)).x)
    assert figure.place(a.border(2)).w == 0
    assert near(figure.place(a.border(4)).x, figure[a].right + BOOK.gap("hair") / 2)


def test_a_badge_lies_over_the_middle() -> None:
    matrix = Matrix([[1, 2], [3, 4]], badge="2×2", cards=2)
    figure = lay_out(matrix)
    assert matrix.badge is not None
    whole = union(figure[c] for row in matrix.cells for c in row)
    assert figure[matrix.badge].center == pytest.approx(whole.center)


def test_labels_of_rows_and_columns() -> None:
    matrix = Matrix([[1, 2], [3, 4]])
    rows, columns = matrix.label_rows(["a", None]), matrix.label_columns(["x", "y"], side="bottom")
    assert len(rows) == 1
    figure = lay_out(Diagram(matrix, rows, columns))
    assert figure[rows[0]].right <= figure[matrix].x
    assert near(figure.place(rows[0]).cy, figure.place(matrix.row(0)).cy)
    assert all(figure[c].y >= figure[matrix].bottom for c in columns)
    assert near(figure.place(columns[1]).cx, figure.place(matrix.column(1)).cx)


def test_shades_of_values() -> None:
    role = heat([[0, 1], [2, 4]])
    assert [[role(i, j) for j in range(2)] for i in range(2)] == [[SHADES[0], SHADES[1]], [SHADES[2], SHADES[3]]]
    assert heat([[5, 5]])(0, 1) == SHADES[0]
    bounded = heat([[-1, 3]], low=0, high=1)
    assert (bounded(0, 0), bounded(0, 1)) == (SHADES[0], SHADES[3])


# Errors --------------------------------------------------------------------------------------------------------------


def test_no_cells() -> None:
    fails(lambda: Matrix([]), "this Matrix has no cells", "at least one value", at="Matrix(")
    fails(lambda: Matrix([[]]), "this Matrix has no cells")
    fails(lambda: Strip([]), "this Strip has no cells", at="Strip(")
    fails(lambda: Strip("", down=True), "this Strip has no cells")
    fails(lambda: Table([]), "this Table has no cells", at="Table(")


def test_ragged_rows() -> None:
    fails(lambda: Matrix([[1, 2], [3]]), "the rows of this Matrix are not equally long: 2, 1", "None", at="Matrix(")
    fails(lambda: Table([[1, 2]], head=["a"]), "the head of this Table has 1 word for 2 columns", at="Table(")


@pytest.mark.parametrize("nan", [math.nan, np.float32("nan"), np.float64("nan"), np.float16("nan")])
def test_values_that_are_not_numbers(nan: object) -> None:
    fails(lambda: Matrix([[1.0, nan]]), "NaN in row 0, column 1", "None for an empty cell", at="Matrix(")  # type: ignore[list-item]
    fails(lambda: Strip([1.0, nan]), "NaN in cell 1", at="Strip(")  # type: ignore[list-item]
    fails(lambda: Table([["a", nan]]), "NaN in row 0, column 1", at="Table(")  # type: ignore[list-item]
    fails(lambda: Matrix(np.array([[1.0, nan]], dtype=float)), "NaN in row 0, column 1")


def test_what_is_no_value() -> None:
    fails(lambda: Matrix([[1, {}]]), "row 0, column 1", "dict", at="Matrix(")  # type: ignore[list-item]
    fails(lambda: Strip([object()]), "cell 0", at="Strip(")  # type: ignore[list-item]
    fails(lambda: Matrix([[1.5]], fmt="d"), "row 0, column 0", "'d'", at="Matrix(")
    fails(lambda: Matrix([[1]], fmt="nonsense"), "'nonsense'", at="Matrix(")
    fails(lambda: Matrix([1, 2]), "row 0", "Matrix([[1, 2], [3, 4]])", at="Matrix(")  # type: ignore[list-item]
    fails(lambda: Matrix(3), "Matrix([[1, 2], [3, 4]])", at="Matrix(")  # type: ignore[arg-type]


def test_unknown_words() -> None:
    fails(lambda: Matrix([[1]], role="cels"), "there is no role 'cels'", "did you mean 'cell'?", at="Matrix(")
    fails(lambda: Strip("ab", role=["data", "los"]), "did you mean 'loss'?", at="Strip(")
    fails(lambda: Matrix([[1]], size="smal"), "did you mean 'small'?", at="Matrix(")
    fails(lambda: Matrix([[1, 2]], gap="smal"), "there is no gap 'smal'", at="Matrix(")
    fails(lambda: Table([[1]], align="centre"), "align='centre'", "did you mean 'center'?", at="Table(")  # type: ignore[arg-type]
    fails(lambda: Table([[1, 2]], align=("left", "rigt")), "align='rigt'", "did you mean 'right'?", at="Table(")  # type: ignore[arg-type]
    fails(lambda: Matrix([[1]], colour="red"), "colour", at="Matrix(")  # type: ignore[call-arg]
    fails(lambda: Strip([1], colour="red"), "colour", at="Strip(")  # type: ignore[call-arg]
    fails(lambda: Table([[1]], colour="red"), "colour", at="Table(")  # type: ignore[call-arg]


def test_numbers_that_cannot_be_drawn() -> None:
    fails(lambda: Matrix([[1]], wide=-1), "wide=-1", at="Matrix(")
    fails(lambda: Strip("a", cards="2"), "cards='2'", at="Strip(")  # type: ignore[arg-type]
    fails(lambda: Strip("a", pad=math.nan), "pad=nan", at="Strip(")
    fails(lambda: Strip("abc", axis=4), "axis=4", "0 to 3", at="Strip(")


def test_cells_that_are_not_there() -> None:
    def cell() -> Element:
        strip = Strip("abc")
        return Diagram(strip, Highlight(strip[3]))

    fails(cell, "there is no cell 3", "there are 3 cells, 0 to 2", at="strip[3]")

    def table() -> Element:
        t = Table([[1, 2]], head=["a", "b"])
        return Diagram(t, Highlight(t[1, 0]))

    fails(table, "there is no row")

    def one() -> Element:
        m = Matrix([[1, 2]])
        return Diagram(m, Highlight(m[0]))  # type: ignore[index]  # here

    fails(one, "two", at="# here")


def test_labels_for_each_row() -> None:
    def figure() -> Element:
        m = Matrix([[1], [2]])
        return Diagram(m, m.label_rows(["a"]))  # here

    fails(figure, "1 label cannot be set beside 2 rows", "None for none", at="# here")
