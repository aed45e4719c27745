"""Which colour of its role a curve has."""

from typing import get_args

from llmfig import Chart, Curve, figure
from llmfig.vocabulary import Tone

from ._sheet import sheet


@figure(
    title=("Which colour of its role a curve has", "曲线取角色的哪种颜色"),
    alt=(
        "A broad curve in the ink, the edge and the fill of its role.",
        "一条粗曲线，分别取角色的墨色、边色与填充色。",
    ),
)
def tone():
    return sheet(
        [
            (Chart(Curve(lambda x: x * x, tone=tone, stroke="heavy", domain=(0, 1)), wide=5, tall=3), tone)
            for tone in get_args(Tone)
        ],
        columns=3,
    )
