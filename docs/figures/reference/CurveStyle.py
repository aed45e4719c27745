"""Every style of a curve."""

from typing import get_args

from llmfig import Chart, Curve, figure
from llmfig.vocabulary import CurveStyle

from ._sheet import sheet


@figure(
    title=("Every style of a curve", "曲线的所有样式"),
    alt=(
        "A curve of each style.",
        "各种样式的曲线。",
    ),
)
def curvestyle():
    return sheet(
        [
            (Chart(Curve(lambda x: x * x, style=style, domain=(0, 1)), wide=5, tall=3), style)
            for style in get_args(CurveStyle)
        ],
        columns=6,
    )
