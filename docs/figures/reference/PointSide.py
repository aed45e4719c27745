"""The sides of a point."""

from typing import get_args

from llmfig import Chart, Points, figure
from llmfig.vocabulary import PointSide

from ._sheet import sheet


@figure(
    title=("The sides of a point", "点的各个方位"),
    alt=(
        "A point with a label at each side.",
        "一个点，标签位于各个方位。",
    ),
)
def pointside():
    sides = get_args(PointSide)
    return sheet(
        [
            (Chart(Points([0], [0], shape="ring", labels=["A"], label_side=side), wide=4, tall=3), side)
            for side in sides
        ],
        columns=4,
    )
