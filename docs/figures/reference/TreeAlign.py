"""How the nodes of a level line up."""

from typing import get_args

from llmfig import Tree, figure, node, tr
from llmfig.vocabulary import TreeAlign

from ._sheet import sheet


def family():
    return node("$s$", node("$a$"), node(tr("a long one", "较长的节点")))


@figure(
    title=("How the nodes of a level line up", "同一层节点的对齐"),
    alt=(
        "A tree whose nodes have different widths, for each word.",
        "节点宽窄不一的树，每个词一棵。",
    ),
)
def treealign():
    return sheet([(Tree(family(), align=way, equal="none"), way) for way in get_args(TreeAlign)], columns=3)
