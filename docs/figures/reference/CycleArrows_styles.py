"""Every style of cycle arrows."""

from llmfig import CycleArrows, figure

from ._sheet import each


OPTIONS = (
    {"style": "line"},
    {"style": "block"},
    {"style": "block", "count": 2},
    {"style": "turn"},
    {"style": "turn", "clockwise": False},
)


def cycle(**options):
    return CycleArrows("RL", **options)


@figure(
    title=("Every style of cycle arrows", "循环箭头的所有样式"),
    alt=(
        "Thin arrows round a word, block arrows on a circle, and a single turn both ways.",
        "环绕文字的细箭头、圆周上的块状箭头，以及两个方向的单次转向。",
    ),
)
def cyclearrows_styles():
    return each(cycle, OPTIONS, columns=5)
