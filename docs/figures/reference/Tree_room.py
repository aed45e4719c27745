"""Room in a tree."""

from llmfig import Tree, figure, node

from ._sheet import each


OPTIONS = (
    {"aligned": True},
    {"aligned": False},
    {"compact": False},
    {"branch_gap": "l"},
    {"centered": True},
    {"boxes": 1, "wrap": [None, None, 3]},
)


def tree(**options):
    first = node("REINFORCE", node("a"), node("b"), node("c"))
    return Tree(
        node("RL", first, node("SFT"), node("DPO", node("IPO KTO"))),
        connector="bracket",
        gap="xs",
        equal="none",
        **options,
    )


@figure(
    title=("Room in a tree", "树内空间的分配"),
    alt=(
        "The same tree with each option, named below.",
        "同一棵树使用各个选项，名称在下方。",
    ),
)
def tree_room():
    return each(tree, OPTIONS, columns=3)
