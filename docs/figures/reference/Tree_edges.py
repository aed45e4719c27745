"""Edges of a tree."""

from llmfig import Tree, figure, node

from ._sheet import each


OPTIONS = ({"head": "none"}, {"line": "loss"}, {"style": "dashed", "stroke": "thick"}, {"connector": "taper"})


def tree(**options):
    return Tree(node("$s$", node("$a_1$"), node("$a_2$")), role="data", **options)


@figure(
    title=("Edges of a tree", "树的边"),
    alt=(
        "The same tree with each option for its edges, named below.",
        "同一棵树使用边的各个选项，名称在下方。",
    ),
)
def tree_edges():
    return each(tree, OPTIONS, columns=4)
