"""Looks of a box."""

from llmfig import Box, figure

from ._sheet import each


OPTIONS = (
    {"bold": True},
    {"wrap": 3},
    {"dashed": True},
    {"pad": "l"},
    {"outlined": False},
    {"cards": 2},
    {"fade": "data"},
    {"wide": 7, "tall": 3},
)


def box(**options):
    return Box("SFT / DPO", role="model", **options)


@figure(
    title=("Looks of a box", "框的外观"),
    alt=(
        "Boxes with each option, named below.",
        "使用各个选项的框，名称在下方。",
    ),
)
def box_looks():
    return each(box, OPTIONS, columns=4)
