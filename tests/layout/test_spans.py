"""Elements of a grid that cover several tracks."""

from __future__ import annotations

import pytest

from llmfig import Box, Column, Grid, labeled, span
from tests.core import lay_out


def test_a_span_stands_by_its_axis() -> None:
    """What has a label at one side stands with its body in the middle of the tracks that it covers."""
    left, right, body = Box("left", wide=10), Box("right", wide=10), Box("body")
    figure = lay_out(Grid([[left, right], [span(labeled(body, right="label"), cols=2)]]))
    assert figure[body].cx == (figure[left].x + figure[right].right) / 2


def test_a_span_never_leaves_its_tracks() -> None:
    body, label = Box("body"), Column("a label that is much wider than all of the rest")
    small = Box("x")
    figure = lay_out(Grid([[small, Box("y")], [span(labeled(body, right=label), cols=2)]]))
    grid = figure[figure.root]
    assert grid.x <= figure[body].x
    assert figure[label].right <= grid.right


def test_equal_tracks_grow_for_a_span_only_as_far_as_it_needs() -> None:
    """The widest track makes the others as wide; what is left of a span is then shared by all of them."""
    wide, whole = Box("x", wide=10), Box("whole", wide=36)
    figure = lay_out(Grid([[wide, Box("y"), Box("z")], [span(whole, cols=3)]], equal="columns", gap="none"))
    assert figure[figure.root].w == pytest.approx(figure[whole].w)
