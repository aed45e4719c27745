"""Curves that coincide."""

from llmfig import Axis, Chart, Curve, figure


def clipped(x):
    return min(x, 1)


@figure(
    title=("Curves that coincide", "重合的曲线"),
    alt=(
        "Three curves with the same data, in lanes beside each other.",
        "数据相同的三条曲线，各占一道。",
    ),
)
def curve_lanes():
    lanes = [
        Curve(clipped, role=role, beside=lane) for role, lane in (("model", 1), ("loss", 0), ("sample", -1))
    ]
    return Chart(Axis("x", range=(0, 2)), Axis("y", range=(0, 1.4)), *lanes, wide=10, tall=4)
