"""Kinds of guides."""

from llmfig import Axis, Chart, Guide, figure

from ._sheet import each


OPTIONS = (
    {"x": 1.5, "label": "$k$", "label_side": "left"},
    {"y": 0.6, "label": "$b$"},
    {"to": (1.5, 0.6)},
    {"x": 1.5, "since": 0.3, "until": 0.8},
    {"y": 0.6, "label": "$b$", "label_at": 1},
    {"y": 0.6, "role": "loss"},
)


def chart(**options):
    return Chart(
        Axis("x", range=(0, 3)), Axis("y", range=(0, 1)), Guide(stroke="normal", **options), wide=8, tall=4
    )


@figure(
    title=("Kinds of guides", "参考线的种类"),
    alt=(
        "Guides with each option, named below.",
        "使用各个选项的参考线，名称在下方。",
    ),
)
def guide_kinds():
    return each(chart, OPTIONS, columns=3)
