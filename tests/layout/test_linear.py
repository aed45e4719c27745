"""Rows and columns."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmfig import Box, Column, Formula, Grid, Row, Text, labeled
from llmfig.bilingual import LANGS, Lang
from llmfig.layout.element import Element
from llmfig.vocabulary import Stick
from tests.core import BOOK, Spec, fails, laid, law, lay_out, near
from tests.layout.trees import parts

langs = st.sampled_from(LANGS)
few = st.lists(parts, min_size=1, max_size=4)
gap_names = st.sampled_from(("none", "hair", "xs", "s", "m", "l", "xl", "xxl"))


@law(60)
@given(few, gap_names, st.booleans(), langs)
def test_children_follow_each_other_at_the_gap(children: list[Spec], gap: str, across: bool, lang: Lang) -> None:
    figure = laid(Spec(Row if across else Column, tuple(children), {"gap": gap}), lang)
    frames = [figure[c] for c in figure.root.children()]
    for a, b in itertools.pairwise(frames):
        assert near(b.x - a.right if across else b.y - a.bottom, BOOK.gap(gap))


@law(60)
@given(few, gap_names, st.booleans(), langs)
def test_the_size_is_that_of_the_children_and_the_gaps(
    children: list[Spec], gap: str, across: bool, lang: Lang
) -> None:
    figure = laid(Spec(Row if across else Column, tuple(children), {"gap": gap}), lang)
    size, sizes = figure.size(figure.root), [figure.size(c) for c in figure.root.children()]
    long = sum(s.w if across else s.h for s in sizes) + BOOK.gap(gap) * (len(sizes) - 1)
    deep = max(s.ay if across else s.ax for s in sizes) + max(s.h - s.ay if across else s.w - s.ax for s in sizes)
    assert near(size.w if across else size.h, long)
    assert near(size.h if across else size.w, deep)


@law(60)
@given(few, st.sampled_from(("start", "end", "fill")), st.booleans(), langs)
def test_edges_are_aligned(children: list[Spec], word: str, across: bool, lang: Lang) -> None:
    names = {"start": "top" if across else "left", "end": "bottom" if across else "right", "fill": "fill"}
    figure = laid(Spec(Row if across else Column, tuple(children), {"align": names[word]}), lang)
    frame = figure[figure.root]
    for child in figure.root.children():
        if child.stick is not None:
            continue
        r = figure[child]
        low, high = (r.y - frame.y, frame.bottom - r.bottom) if across else (r.x - frame.x, frame.right - r.right)
        if word in ("start", "fill"):
            assert near(low, 0)
        if word in ("end", "fill"):
            assert near(high, 0)


@pytest.mark.parametrize(
    ("stick", "low", "high"),
    [("top", True, False), ("bottom", False, True), ("fill", True, True), ("fill-y", True, True)],
)
def test_a_child_sticks_in_its_row(stick: Stick, low: bool, high: bool) -> None:
    small, tall = Box("a", stick=stick), Box("b", tall=6)
    figure = lay_out(Row(small, tall))
    assert near(figure[small].y, figure[tall].y) == low
    assert near(figure[small].bottom, figure[tall].bottom) == high


@pytest.mark.parametrize(
    ("stick", "low", "high"), [("left", True, False), ("top right", False, True), ("fill-x", True, True)]
)
def test_a_child_sticks_in_its_column(stick: Stick, low: bool, high: bool) -> None:
    small, wide = Box("a", stick=stick), Box("b", wide=12)
    figure = lay_out(Column(small, wide))
    assert near(figure[small].x, figure[wide].x) == low
    assert near(figure[small].right, figure[wide].right) == high


def test_elements_are_level_by_their_bodies() -> None:
    a, b, f = Box("a"), Box("b", cards=3), Formula(r"\frac{\sum_i x_i}{y}")
    noted = labeled(Box("c"), top="far\nup", left="l")
    figure = lay_out(Row(a, b, noted, f))
    level = figure[a].cy
    assert near(b.front(figure[b]).cy, level)
    assert near(figure.place(noted).cy, level)
    assert not near(figure[noted].cy, level)
    assert near(figure[f].y + figure.size(f).ay, level)


def test_the_axis_of_a_row_may_be_that_of_one_child() -> None:
    a, b, c, below = Box("a", wide=9), Box("b"), Box("c"), Box("below")
    figure = lay_out(Column(Row(a, b, c, axis=c), below))
    assert near(figure[c].cx, figure[below].cx)


def test_spare_width_goes_between_the_children_of_a_spread_row() -> None:
    a, b, c, wide = Box("a"), Box("b"), Box("c"), Box("w", wide=30)
    figure = lay_out(Column(Row(a, b, c, spread=True, stick="fill"), wide))
    assert near(figure[a].x, figure[wide].x)
    assert near(figure[c].right, figure[wide].right)
    assert near(figure[b].x - figure[a].right, figure[c].x - figure[b].right)


def test_a_row_that_is_widened_by_its_group_keeps_its_elements_in_the_middle() -> None:
    a, b = Box("a"), Box("b")
    row, wide = Row(a, b), Row(Box("w", wide=30))
    figure = lay_out(Column(row, wide, equal="width"))
    assert figure[row].w == figure[wide].w
    assert near(figure[a].x - figure[row].x, figure[row].right - figure[b].right)


def test_nothing_is_skipped_and_a_string_is_text() -> None:
    row = Row(None, "a", None, Box("b"))
    first, second = row.children()
    assert isinstance(first, Text)
    assert first.text == "a"
    assert isinstance(second, Box)


# Errors --------------------------------------------------------------------------------------------------------------


def box() -> Element:
    return Box("x")


def test_an_empty_container() -> None:
    def row() -> Element:
        return Row()

    fails(row, "this Row is empty", "at least one")
    fails(lambda: Column(None, None), "this Column is empty", "at least one")


def test_what_is_no_element() -> None:
    fails(lambda: Row(box(), 3), "an element in a Row cannot be the number 3", "write it as a string")  # type: ignore[arg-type]
    fails(lambda: Column([box()]), "an element in a Column cannot be a list", "Column(*boxes)")  # type: ignore[arg-type]
    fails(lambda: Row(Box), "an element in a Row cannot be the class Box", "Box(...)")  # type: ignore[arg-type]


def test_unknown_words() -> None:
    fails(lambda: Row(box(), align="left"), "a Row has no align='left'", "center, top, bottom, fill")  # type: ignore[arg-type]
    fails(lambda: Column(box(), align="centre"), "a Column has no align='centre'", "did you mean 'center'?")  # type: ignore[arg-type]
    fails(lambda: Row(box(), box(), gap="xll"), "there is no gap 'xll'", "did you mean 'x")
    fails(lambda: Row(box(), equal="heigth"), "'heigth'", "did you mean 'height'?")  # type: ignore[arg-type]
    fails(lambda: Row(box(), stick="middle"), "stick='middle'", "valid values")  # type: ignore[arg-type]
    fails(lambda: Row(Box("x", stick="top-left")), "stick='top-left'", "did you mean 'top left'?")  # type: ignore[arg-type]


def test_the_axis_of_a_row_is_one_of_its_children() -> None:
    fails(lambda: Row(box(), axis=box()), "the axis of this Row", "Row(a, b, axis=b)")


def test_an_element_stands_in_one_place() -> None:
    def twice() -> Element:
        a = Box("a")
        first = Row(a)  # the first
        return Column(first, a)

    error = fails(
        twice, "this Box stands in the Row of line", "and in the Column of line", "a function that returns a new one"
    )
    row = twice.__code__.co_firstlineno + 2
    assert f"Row of line {row}" in str(error)

    def in_itself() -> Element:
        a = Box("a")
        return Row(a, a)

    fails(in_itself, "this Box stands twice in the Row of line", "[Box('a') for _ in range(3)]", at="Box(")

    def beside_itself() -> Element:
        grid = Grid([[box()]])
        return Row(grid, Column(grid))

    fails(beside_itself, "this Grid stands in the Row of line", at="Grid(")
