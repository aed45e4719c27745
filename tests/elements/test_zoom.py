"""Zoom lines, from a block to its blow-up."""

from __future__ import annotations

import pytest

from llmfig import Box, Column, Diagram, FigureError, Matrix, Panel, Row, Zoom
from llmfig.elements.panel import corner_radius
from llmfig.geometry import Point
from llmfig.layout.element import Element
from llmfig.scene.model import Shape
from tests.core import complain, lay_out


def pair(*, mirrored: bool = False) -> tuple[Box, Panel, Panel, Row]:
    """A block in a panel, the panel that blows it up, the panel it stands in, and all of it."""
    block, large = Box("MHA"), Panel(Box("large", tall=20), title="MHA")
    home = Panel(Row(Box("a"), block, Box("b"), gap="l"))
    inner: list[Element] = [home, large]
    return block, large, home, Row(*(reversed(inner) if mirrored else inner), gap="xxl")


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_lines_join_the_corners_that_face_each_other(mirrored: bool) -> None:
    block, large, _, row = pair(mirrored=mirrored)
    zoom = Zoom(block, large, role="model")
    figure = lay_out(Diagram(row, zoom))
    a, b = figure[block], figure[large]
    upper, lower = zoom.lines(figure.layout)
    side = 0 if mirrored else 1
    assert (upper[0], lower[0]) == (a.at(side, 0), a.at(side, 1))
    corners = (b.at(1 - side, 0), b.at(1 - side, 1))
    radius = corner_radius(b)
    for end, corner in zip((upper[-1], lower[-1]), corners, strict=True):
        # On the curve of the corner, that is, at its radius from the middle of the circle.
        dx, dy = -radius if mirrored else radius, radius if corner.y < b.cy else -radius
        middle = Point(corner.x + dx, corner.y + dy)
        assert end.distance(middle) == pytest.approx(radius)
        assert abs(end.x - corner.x) == pytest.approx(abs(end.y - corner.y))


def test_the_lines_end_on_corners_that_are_not_rounded() -> None:
    block, large = Box("MHA"), Matrix([[1, 2], [3, 4], [5, 6]])
    zoom = Zoom(block, large, role="model")
    figure = lay_out(Diagram(Row(block, large, gap="xxl"), zoom))
    upper, lower = zoom.lines(figure.layout)
    assert (upper[-1], lower[-1]) == (figure[large].at(0, 0), figure[large].at(0, 1))


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_lines_run_level_until_they_have_left_a_place(mirrored: bool) -> None:
    block, large, home, row = pair(mirrored=mirrored)
    zoom = Zoom(block, large, past=home)
    figure = lay_out(Diagram(row, zoom))
    edge = figure[home].x if mirrored else figure[home].right
    for line in zoom.lines(figure.layout):
        assert len(line) == 3
        assert line[1] == (edge, line[0].y)


def test_the_ground_is_only_there_when_it_is_wanted() -> None:
    for tinted, count in ((True, 3), (False, 2)):
        block, large, _, row = pair()
        zoom = Zoom(block, large, role="model", tinted=tinted)
        figure = lay_out(Diagram(row, zoom))
        drawn = zoom.paint(figure.layout, figure[zoom])
        assert len(drawn) == count
        assert all(isinstance(item, Shape) for item in drawn)


def test_a_panel_below_its_block_is_refused() -> None:
    block, large = Box("MHA"), Panel(Box("large"))
    zoom = Zoom(block, large)
    figure = lay_out(Diagram(Column(block, large), zoom))
    with pytest.raises(FigureError) as caught:
        zoom.lines(figure.layout)
    complain(caught.value, "does not stand beside the block", "to the right or to the left")
