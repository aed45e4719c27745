"""Every style of a connector."""

from typing import get_args

from llmfig import Arrow, Box, Diagram, Row, figure
from llmfig.vocabulary import LineStyle

from ._sheet import sheet


def arrow(style):
    start, end = Box("$a$"), Box("$b$")
    return Diagram(Row(start, end, gap="xl"), Arrow(start, end, style=style))


@figure(
    title=("Every style of a connector", "连接线的所有样式"),
    alt=(
        "An arrow of each style.",
        "各种样式的箭头。",
    ),
)
def linestyle():
    return sheet([(arrow(style), style) for style in get_args(LineStyle)], columns=6)
