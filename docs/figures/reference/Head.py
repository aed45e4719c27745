"""Which ends have an arrowhead."""

from typing import get_args

from llmfig import Arrow, Box, Diagram, Row, figure
from llmfig.vocabulary import Head

from ._sheet import sheet


def arrow(head):
    start, end = Box("$a$"), Box("$b$")
    return Diagram(Row(start, end, gap="xl"), Arrow(start, end, head=head))


@figure(
    title=("Which ends have an arrowhead", "箭头位于哪一端"),
    alt=(
        "Two boxes joined by a line, with its arrowheads as each word says.",
        "两个框之间的连线，箭头位置由各词决定。",
    ),
)
def head():
    return sheet([(arrow(head), head) for head in get_args(Head)], columns=4)
