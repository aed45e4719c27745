"""Every direction."""

from typing import get_args

from llmfig import MiniArrows, figure
from llmfig.vocabulary import Direction

from ._sheet import sheet


@figure(
    title=("Every direction", "所有方向"),
    alt=(
        "Two short arrows in each direction.",
        "每个方向两支短箭头。",
    ),
)
def direction():
    return sheet([(MiniArrows(2, direction=way), way) for way in get_args(Direction)], columns=4)
