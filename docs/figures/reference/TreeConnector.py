"""How the edges of a tree run."""

from typing import get_args

from llmfig import Tree, figure, node
from llmfig.vocabulary import TreeConnector

from ._sheet import sheet


def family():
    return node("$s$", node("$a_1$"), node("$a_2$"))


@figure(
    title=("How the edges of a tree run", "树的连线方式"),
    alt=(
        "The same tree with each way to run its edges.",
        "同一棵树的各种连线方式。",
    ),
)
def treeconnector():
    return sheet([(Tree(family(), connector=way), way) for way in get_args(TreeConnector)], columns=4)
