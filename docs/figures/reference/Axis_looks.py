"""Looks of an axis."""

from llmfig import Axis, Chart, Curve, figure

from ._sheet import each


OPTIONS = (
    {"title_at": "end"},
    {"title_at": "middle"},
    {"title_at": "below"},
    {"fmt": ".2f"},
    {"arrow": False},
    {"line": False},
)


def chart(**options):
    x = Axis("x", **{"title": "$t$", "range": (0, 1), "ticks": [0, 0.5, 1], **options})
    return Chart(x, Axis("y"), Curve(lambda t: t * t), wide=8, tall=3)


@figure(
    title=("Looks of an axis", "坐标轴的外观"),
    alt=(
        "Axes with each option, named below.",
        "使用各个选项的坐标轴，名称在下方。",
    ),
)
def axis_looks():
    return each(chart, OPTIONS, columns=3)
