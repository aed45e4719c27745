"""Edges of a node."""

from llmfig import Tree, figure, node

from ._sheet import each


OPTIONS = (
    {"role": "sample"},
    {"branch": "model"},
    {"edge": "$p$"},
    {"edge": ("$p$", "$r$")},
    {"edge_style": "dashed"},
    {"edge_role": "loss"},
    {"head": "both"},
    {"stroke": "thick"},
)


def child(**options):
    return Tree(node("$s$", node("$a$", key="next", **options)), level_gap="xxl")


@figure(
    title=("Edges of a node", "节点的边"),
    alt=(
        "Nodes with each option for the edge that leads to them.",
        "节点所连边的各个选项。",
    ),
)
def node_edges():
    return each(child, OPTIONS, columns=4)
