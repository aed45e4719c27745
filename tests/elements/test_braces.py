"""Braces as ends of connectors."""

from __future__ import annotations

import pytest

from llmfig import Arrow, Box, Brace, Column, Diagram, FigureError, Strip
from llmfig.geometry import SIDES, Side
from llmfig.layout.place import Anchor
from llmfig.scene.model import Shape
from llmfig.vocabulary import SpanStyle
from tests.core import complain, lay_out


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("style", ["bracket", "brace", "rule"])
def test_a_point_of_the_line_is_level_with_what_it_spans(side: Side, style: SpanStyle) -> None:
    strip = Strip(["a", "b", "c"], down=side in ("left", "right"))
    brace = Brace(strip, side=side, style=style)
    figure = lay_out(Diagram(strip, brace))
    cell, line = strip[0], figure[brace].grown(0.01)
    point = brace.level_with(cell).point(figure.layout)
    middle = figure.place(cell).center
    assert point.y == middle.y if side in ("left", "right") else point.x == middle.x
    assert line.x <= point.x <= line.right
    assert line.y <= point.y <= line.bottom


def test_an_arrow_from_a_bracket_is_plumb() -> None:
    strip, box = Strip(["a", "b", "c"]), Box("d")
    bracket = Brace(strip, side="bottom", style="bracket")
    arrow = Arrow(bracket.level_with(box), box)
    figure = lay_out(Diagram(Column(Diagram(strip, bracket), box, gap="l"), arrow))
    start, end = figure.route(arrow)
    assert start.x == end.x
    assert start.y == figure[bracket].bottom


def test_what_a_brace_does_not_span_has_no_point_on_it() -> None:
    strip = Strip(["a", "b", "c"])
    brace = Brace(strip[0:2])
    figure = lay_out(Diagram(strip, brace))
    anchor: Anchor = brace.level_with(strip[2])
    with pytest.raises(FigureError) as caught:
        anchor.point(figure.layout)
    complain(caught.value, "level with")


@pytest.mark.parametrize("side", SIDES)
def test_an_arrow_back_is_an_arrow_turned_round(side: Side) -> None:
    heads = {}
    for style in ("arrow", "arrow-back"):
        strip = Strip(["a", "b", "c"], down=side in ("left", "right"))
        brace = Brace(strip, side=side, style=style)
        figure = lay_out(Diagram(strip, brace))
        frame = figure[brace]
        head = next(s for s in brace.paint(figure.layout, frame) if isinstance(s, Shape) and s.paint.fill)
        tip = head.path.polylines(8)[0][0]
        heads[style] = (tip.y - frame.y) / frame.h if side in ("left", "right") else (tip.x - frame.x) / frame.w
    assert heads["arrow"] > 0.9
    assert heads["arrow-back"] < 0.1
