"""Every size of a mark."""

from typing import get_args

from llmfig import NeuralNet, figure
from llmfig.vocabulary import MarkSize

from ._sheet import sheet


@figure(
    title=("Every size of a mark", "标记的所有尺寸"),
    alt=(
        "A neural network in each size.",
        "各种尺寸的神经网络标记。",
    ),
)
def marksize():
    return sheet([(NeuralNet(size=size), size) for size in get_args(MarkSize)], columns=6)
