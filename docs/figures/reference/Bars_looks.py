"""Looks of bars."""

from llmfig import Axis, Bars, Chart, figure

from ._sheet import each


OPTIONS = (
    {"gap": "s"},
    {"margin": 2},
    {"hatched": [False, True]},
    {"value_labels": ".2f"},
    {"base": [0, 1]},
    {"turned": True, "labels": ["DPO", "PPO"]},
)


def bars(**options):
    return Chart(Axis("x"), Axis("y"), Bars([1, 2], **options), wide=6, tall=4)


@figure(
    title=("Looks of bars", "条形的外观"),
    alt=(
        "Bars with each option, named below.",
        "使用各个选项的条形，名称在下方。",
    ),
)
def bars_looks():
    return each(bars, OPTIONS, columns=3)
