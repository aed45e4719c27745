"""Every state of a node."""

from typing import get_args

from llmfig import Tree, figure, node
from llmfig.vocabulary import NodeState


@figure(
    title=("Every state of a node", "节点的所有状态"),
    alt=(
        "A root whose children have one state each.",
        "一个根节点，子节点各处于一种状态。",
    ),
)
def nodestate():
    return Tree(node("$s$", *(node(state, state=state) for state in get_args(NodeState))))
