"""Every step of the spacing scale."""

from typing import get_args

from llmfig import Box, Row, figure
from llmfig.vocabulary import KnownGap

from ._sheet import sheet


@figure(
    title=("Every step of the spacing scale", "所有间距"),
    alt=(
        "Two boxes with each gap between them.",
        "两个框，中间是各级间距。",
    ),
)
def gap():
    steps = [
        (Row(Box(wide=2, role="model"), Box(wide=2, role="model"), gap=gap), gap)
        for gap in get_args(KnownGap)
    ]
    return sheet(steps, columns=4)
