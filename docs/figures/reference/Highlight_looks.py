"""Looks of a highlight."""

from llmfig import Diagram, Highlight, Strip, figure

from ._sheet import each


OPTIONS = (
    {"role": "highlight"},
    {"dashed": True},
    {"pad": "s"},
    {"below": True, "role": "loss", "pad": "xs"},
)


def marked(**options):
    strip = Strip([*"abc"], role="data")
    return Diagram(strip, Highlight(strip[1], **options))


@figure(
    title=("Looks of a highlight", "高亮的外观"),
    alt=(
        "Highlights over a cell and below one, dashed, with air, and in another role.",
        "单元格上方与下方的高亮、虚线高亮、留白的高亮，以及其他角色的高亮。",
    ),
)
def highlight_looks():
    return each(marked, OPTIONS, columns=4)
