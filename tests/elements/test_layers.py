"""Stacks of square layers."""

from __future__ import annotations

from itertools import pairwise

import pytest

from llmfig import FigureError, Layers, Text
from llmfig.scene.model import Shape
from tests.core import BOOK, lay_out


def test_layers_are_equally_large_equally_far_apart_and_hide_nothing() -> None:
    stack = Layers([["a"]], [["b", "c"], ["d", "e"]], [[None] * 4] * 4)
    figure = lay_out(stack)
    frames = [stack[k].frame(figure.layout) for k in range(3)]
    assert {(f.x, f.w, round(f.h, 6)) for f in frames} == {(frames[0].x, frames[0].w, round(frames[0].h, 6))}
    gaps = [b.y - a.bottom for a, b in pairwise(frames)]
    assert gaps == pytest.approx([gaps[0]] * 2)
    assert gaps[0] > 0
    assert stack[-1].frame(figure.layout) == frames[2]


def test_rows_run_to_the_front_and_columns_to_the_back() -> None:
    cells = [[Text(f"{r}{c}") for c in range(2)] for r in range(2)]
    figure = lay_out(Layers(cells))
    (left, back), (front, right) = ((figure[c].center for c in row) for row in cells)
    assert (left.y, back.x) == pytest.approx((right.y, front.x))
    assert left.x < back.x < right.x
    assert back.y < left.y < front.y


def test_long_labels_make_the_layers_wider() -> None:
    plain, long = Layers([["a"] * 4] * 4), Layers([["a rather long label"] * 4] * 4)
    assert lay_out(plain)[plain].w == pytest.approx(32 * BOOK.size("body"))
    assert lay_out(long)[long].w > lay_out(plain)[plain].w


def test_a_role_for_each_cell() -> None:
    stack = Layers([[None]], [[None] * 2] * 2, role=lambda k, r, c: "data" if (k, r, c) == (1, 1, 0) else "paper")
    figure = lay_out(stack)
    shapes = [item for item in stack.paint(figure.layout, figure[stack]) if isinstance(item, Shape)]
    assert [s.paint.fill == BOOK.role("data").fill for s in shapes if s.paint.fill] == [
        False,
        False,
        False,
        True,
        False,
    ]


def test_layers_are_square() -> None:
    with pytest.raises(FigureError, match="layer 1 is not square"):
        Layers([["a"]], [["b", "c"]])
