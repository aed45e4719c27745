"""Looks of a number line."""

from llmfig import NumberLine, figure

from ._sheet import each


OPTIONS = (
    {"fmt": ".2f"},
    {"heads": "right"},
    {"marks": [0.25, 0.5], "mark_role": "loss"},
    {"role": "model", "size": "body"},
)


def line(**options):
    return NumberLine(0, 1, ticks=[0, 0.5, 1], long=10, **options)


@figure(
    title=("Looks of a number line", "数轴的外观"),
    alt=(
        "Number lines with each option, named below.",
        "使用各个选项的数轴，名称在下方。",
    ),
)
def numberline_looks():
    return each(line, OPTIONS, columns=2)
