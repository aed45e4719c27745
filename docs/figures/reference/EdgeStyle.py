"""Every style of an edge."""

from typing import get_args

from llmfig import Tree, figure, node
from llmfig.vocabulary import EdgeStyle

from ._sheet import sheet


@figure(
    title=("Every style of an edge", "边的所有样式"),
    alt=(
        "A root with one child, joined by an edge of each style.",
        "一个根节点和一个子节点，以各种样式的边相连。",
    ),
)
def edgestyle():
    return sheet(
        [
            (Tree(node("$a$", node("$b$")), style=style, level_gap="xxl"), style)
            for style in get_args(EdgeStyle)
        ],
        columns=4,
    )
