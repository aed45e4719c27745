"""Looks of a neural network."""

from llmfig import NeuralNet, figure

from ._sheet import each


OPTIONS = ({"layers": (3, 4, 2)}, {"mirrored": True}, {"direction": "down"}, {"role": "model"})


def network(**options):
    return NeuralNet(size="l", **options)


@figure(
    title=("Looks of a neural network", "神经网络的外观"),
    alt=(
        "Neural networks with each option, named below.",
        "使用各个选项的神经网络，名称在下方。",
    ),
)
def neuralnet_looks():
    return each(network, OPTIONS, columns=4)
