"""Every style of a guide."""

from typing import get_args

from llmfig import Axis, Chart, Guide, figure
from llmfig.vocabulary import GuideStyle

from ._sheet import sheet


def plot(style):
    return Chart(
        Axis("x", range=(0, 1)),
        Axis("y", range=(0, 1)),
        Guide(y=0.6, style=style, stroke="normal"),
        wide=5,
        tall=2.5,
    )


@figure(
    title=("Every style of a guide", "参考线的所有样式"),
    alt=(
        "A level line of each style.",
        "各种样式的水平线。",
    ),
)
def guidestyle():
    return sheet([(plot(style), style) for style in get_args(GuideStyle)], columns=4)
