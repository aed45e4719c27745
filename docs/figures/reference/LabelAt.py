"""Where a label stands."""

from typing import get_args

from llmfig import Arrow, Box, Diagram, Grid, figure, tr
from llmfig.vocabulary import LabelAt

from ._sheet import sheet


def arrow(at):
    start, end = Box("$a$"), Box("$b$")
    cells = Grid({(0, 1): end, (1, 0): start}, row_gap="s", col_gap="xxl")
    return Diagram(cells, Arrow(start, end, label=tr("generate", "生成"), label_at=at, route="straight"))


@figure(
    title=("Where a label stands", "标签的位置"),
    alt=(
        "A slanted arrow with its label beside it, on it and along it.",
        "一条斜箭头，标签分别位于旁边、线上与沿线。",
    ),
)
def labelat():
    return sheet([(arrow(at), at) for at in get_args(LabelAt)], columns=3)
