"""Lining up elements of different containers, and laying elements over each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmfig import Arrow, Box, Column, Diagram, Highlight, Overlay, Row, Text, align
from llmfig.bilingual import LANGS, Lang
from llmfig.layout.element import Element
from llmfig.vocabulary import AlignLine
from tests.core import Spec, fails, laid, law, lay_out, near, same
from tests.layout.trees import parts

LEVEL = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
PLUMB = {"left": 0.0, "center": 0.5, "right": 1.0}


@pytest.mark.parametrize("by", LEVEL)
def test_children_of_rows_are_brought_to_one_level(by: AlignLine) -> None:
    a, b, tall = Box("a"), Box("b\nb"), Box("t", tall=9)
    first, second = Row(Box("c", tall=7), a), Row(b, tall, align="top")
    align(a, b, by=by)
    figure = lay_out(Column(Row(first, second, align="top")))
    assert near(figure[a].at(0, LEVEL[by]).y, figure[b].at(0, LEVEL[by]).y)


@pytest.mark.parametrize("by", PLUMB)
def test_children_of_columns_are_brought_to_one_plumb_line(by: AlignLine) -> None:
    a, b, wide = Box("a"), Box("bb"), Box("w", wide=12)
    upper = Row(Box("c"), Box("d"), a)
    align(a, b, by=by)
    figure = lay_out(Column(upper, b, wide))
    assert near(figure[a].at(PLUMB[by], 0).x, figure[b].at(PLUMB[by], 0).x)


def test_what_is_in_it_and_what_refers_to_it_follow() -> None:
    words = Text("b")
    a, b, tall, after = Box("a"), Box(words), Box("t", tall=9), Box("after")
    mark, arrow = Highlight(b), Arrow(b, after)
    row = Diagram(Row(tall, b, after, align="top"), mark, arrow)
    align(tall, b, after, by="bottom")
    figure = lay_out(Row(a, row))
    assert near(figure[b].bottom, figure[tall].bottom)
    assert same(figure[mark], figure[b])
    assert near(figure[words].cy, figure[b].cy)
    assert near(figure.route(arrow)[0].y, figure[b].cy)


def test_positions_that_have_an_owner() -> None:
    def along() -> Element:
        a, b = Box("a"), Box("b")
        row = Row(a, b)
        align(a, b, by="left")  # here
        return row

    fails(along, "the x position of this Box", "has an owner: the Row of line", "children of a Row by top", at="# here")

    def twice() -> Element:
        a, b, c = Box("a"), Box("b"), Box("c")
        align(a, c, by="top")
        align(b, c, by="bottom")  # here
        return Row(a, b, c)

    fails(twice, "the y position of this Box already has an owner", "in one align()", at="# here")

    def whole() -> Element:
        a, b = Box("a"), Box("b")
        row = Row(a, b)
        align(a, row, by="top")  # here
        return row

    fails(whole, "has an owner: the figure", at="# here")


def test_no_room_to_move() -> None:
    def figure() -> Element:
        low = Box("low", tall=4)
        a, b = Box("a"), Box("b")
        align(low, a, by="bottom")  # here
        return Column(Row(a, b), low)

    fails(figure, "would leave its Row", "stick='fill'", at="# here")


def test_unknown_lines() -> None:
    def figure() -> Element:
        a, b = Box("a"), Box("b")
        align(a, b, by="centre")  # type: ignore[arg-type]  # here
        return Row(a, b)

    fails(figure, "by='centre' is not a line", "did you mean 'center'?", at="# here")


# Overlays ------------------------------------------------------------------------------------------------------------


@law(60)
@given(st.lists(parts, min_size=1, max_size=3), st.sampled_from(LANGS))
def test_an_overlay_holds_what_is_laid_over_each_other(children: list[Spec], lang: Lang) -> None:
    figure = laid(Spec(Overlay, tuple(children)), lang)
    whole = figure[figure.root]
    for child in figure.root.children():
        assert whole.contains(figure[child], 0.01)


def test_the_elements_of_an_overlay_share_their_axes_or_stick() -> None:
    ground, middle, corner, full = Box(wide=9, tall=5), Box("a"), Text("1", stick="bottom right"), Box(stick="fill")
    figure = lay_out(Overlay(ground, middle, corner, full))
    r = figure[ground]
    assert figure[middle].center == pytest.approx(r.center)
    assert figure[corner].at(1, 1) == pytest.approx(r.at(1, 1))
    assert same(figure[full], r)


def test_an_empty_overlay() -> None:
    def figure() -> Element:
        return Overlay()

    fails(figure, "this Overlay is empty", "at least one")
