"""Every shape of a point."""

from typing import get_args

from llmfig import Chart, Points, figure
from llmfig.vocabulary import DotShape

from ._sheet import sheet


@figure(
    title=("Every shape of a point", "数据点的所有形状"),
    alt=(
        "Three points of each shape.",
        "每种形状三个点。",
    ),
)
def dotshape():
    return sheet(
        [
            (Chart(Points([0, 1, 2], [0, 1, 3], shape=shape), wide=5, tall=3), shape)
            for shape in get_args(DotShape)
        ],
        columns=3,
    )
