"""Dots with an edge."""

from llmfig import Tree, figure, more, node


@figure(
    title=("Dots with an edge", "带边的省略号"),
    alt=(
        "Dots in a tree with a dashed edge that leads to them.",
        "树中的省略号，由虚线边相连。",
    ),
)
def more_edges():
    return Tree(
        node("$s$", node("$a_1$"), more(role="loss", edge_style="dashed"), node("$a_n$")), role="data"
    )
