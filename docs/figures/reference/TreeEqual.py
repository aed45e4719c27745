"""What boxes of a level have in common."""

from typing import get_args

from llmfig import Tree, figure, node, tr
from llmfig.vocabulary import TreeEqual

from ._sheet import sheet


def family():
    return node("$s$", node("PPO"), node(tr("a node of\ntwo lines", "两行的\n较宽节点")))


@figure(
    title=("What boxes of a level have in common", "同层框的共同尺寸"),
    alt=(
        "The same tree with nodes that share their width, their height, both or neither.",
        "同一棵树：节点等宽、等高、两者皆等或都不等。",
    ),
)
def treeequal():
    return sheet([(Tree(family(), equal=way), way) for way in get_args(TreeEqual)], columns=3)
