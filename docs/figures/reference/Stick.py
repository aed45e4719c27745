"""How an element sits in its cell."""

from typing import get_args

from llmfig import Box, Overlay, figure
from llmfig.vocabulary import Stick

from ._sheet import sheet


def cell(stick):
    return Overlay(
        Box(wide=8, tall=4, role="panel", outlined=False), Box(wide=2, tall=1.2, role="model", stick=stick)
    )


@figure(
    title=("How an element sits in its cell", "元素在单元格中的位置"),
    alt=(
        "A panel for each word, with a box at that side, in that corner, or filling it.",
        "每个词一块面板，框位于相应的边、角，或填满面板。",
    ),
)
def stick():
    return sheet([(cell(stick), stick) for stick in get_args(Stick)], columns=4)
