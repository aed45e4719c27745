"""Every place in a plot."""

from typing import get_args

from llmfig import Axis, Box, Chart, Diagram, Inset, figure
from llmfig.vocabulary import PlotSpot


@figure(
    title=("Every place in a plot", "绘图区的各个位置"),
    alt=(
        "A plot with the name of each place where it is.",
        "一个绘图区，每个位置标有其名称。",
    ),
)
def plotspot():
    chart = Chart(Axis("x", range=(0, 1)), Axis("y", range=(0, 1)), wide=22, tall=9)
    spots = [Inset(Box(spot, role="input", size="small"), over=chart, at=spot) for spot in get_args(PlotSpot)]
    return Diagram(chart, spots)
