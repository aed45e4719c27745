"""Every style of a brace."""

from typing import get_args

from llmfig import Brace, Diagram, Strip, figure
from llmfig.vocabulary import SpanStyle

from ._sheet import sheet


def braced(style):
    strip = Strip([None] * 4, wide=2)
    return Diagram(strip, Brace(strip, style=style, label="$n$"))


@figure(
    title=("Every style of a brace", "括线的所有样式"),
    alt=(
        "A strip of cells with a brace of each style.",
        "一条单元格上方的各种括线。",
    ),
)
def spanstyle():
    return sheet([(braced(style), style) for style in get_args(SpanStyle)], columns=3)
