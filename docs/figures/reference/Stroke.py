"""Every line width."""

from typing import get_args

from llmfig import Arrow, Diagram, Dots, Row, figure
from llmfig.vocabulary import KnownStroke

from ._sheet import sheet


def line(stroke):
    start, end = Dots(count=1, size="xs"), Dots(count=1, size="xs")
    return Diagram(Row(start, end, gap="xxl"), Arrow(start, end, stroke=stroke))


@figure(
    title=("Every line width", "所有线宽"),
    alt=(
        "An arrow of each width.",
        "各种线宽的箭头。",
    ),
)
def stroke():
    return sheet([(line(stroke), stroke) for stroke in get_args(KnownStroke)], columns=5)
