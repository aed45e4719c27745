"""Fills and shapes of boxes."""

from __future__ import annotations

import pytest

from llmfig import Box, Diagram, FigureError, Note
from llmfig.scene.model import Gradient
from tests.core import BOOK, lay_out


def test_a_fill_fades_from_one_role_to_another_over_the_whole_width() -> None:
    box = Box("scale", role="model", fade="loss", wide=20)
    figure = lay_out(box)
    fill = box.surface(figure.layout).fill
    assert isinstance(fill, Gradient)
    assert fill.colors == (BOOK.role("model").fill, BOOK.role("loss").fill)
    assert (fill.start.x, fill.end.x) == (figure[box].x, figure[box].right)
    assert Box("plain", role="model").fade is None


def test_an_arrow_that_points_down_fades_downwards() -> None:
    box = Box(shape="arrow-down", fade="model", tall=10)
    figure = lay_out(box)
    fill = box.surface(figure.layout).fill
    assert isinstance(fill, Gradient)
    assert (fill.start.y, fill.end.y) == (figure[box].y, figure[box].bottom)
    assert fill.start.x == fill.end.x


def test_a_fade_needs_a_role_of_the_theme() -> None:
    box = Box("scale", fade="rainbow")
    figure = lay_out(box)
    with pytest.raises(FigureError):
        box.surface(figure.layout)


@pytest.mark.parametrize("words", ["", "a scale from low to high"])
def test_an_arrow_with_two_heads_is_symmetric_and_holds_its_words(words: str) -> None:
    box = Box(words, shape="arrow-both", wide=12, tall=1.5)
    figure = lay_out(box)
    frame = figure[box]
    bounds = box.shape(figure.layout, frame).bounds()
    assert bounds == frame
    room = box.inner(figure.layout, frame)
    assert room is not None
    assert room.cx == pytest.approx(frame.cx)
    if box.content:
        assert room.grown(0.01).contains(figure[box.content])


def test_a_note_that_fills_is_as_long_as_its_place() -> None:
    scale = Box(shape="arrow-down", wide=1, stick="fill")
    place = Box("tall", tall=9)
    figure = lay_out(Diagram(place, Note(scale, over=place, side="right")))
    assert (figure[scale].y, figure[scale].bottom) == (figure[place].y, figure[place].bottom)
    assert figure[scale].x > figure[place].right
