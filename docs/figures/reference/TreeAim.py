"""Where straight edges end."""

from typing import get_args

from llmfig import Tree, figure, node
from llmfig.vocabulary import TreeAim

from ._sheet import sheet


def family():
    return node("$s$", node("$a_1$"), node("$a_2$"))


@figure(
    title=("Where straight edges end", "直边的终点"),
    alt=(
        "A tree whose edges run from side to side, and one whose edges aim at the middles of the nodes.",
        "一棵树的边由侧边连到侧边，另一棵的边指向节点中心。",
    ),
)
def treeaim():
    return sheet(
        [(Tree(family(), aim=aim, box={"shape": "circle"}), aim) for aim in get_args(TreeAim)], columns=2
    )
