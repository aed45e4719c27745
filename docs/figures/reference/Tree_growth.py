"""Where a tree grows."""

from llmfig import Tree, figure, node

from ._sheet import each


def tree(**options):
    return Tree(
        node("$s$", node("$a_1$", node("$s_1$")), node("$a_2$")),
        role="data",
        gap="s",
        level_gap="m",
        **options,
    )


@figure(
    title=("Where a tree grows", "树的生长方向"),
    alt=(
        "The same tree growing to the right, to the left, down and up.",
        "同一棵树分别向右、向左、向下、向上生长。",
    ),
)
def tree_growth():
    return each(tree, [{"direction": way} for way in ("right", "left", "down", "up")], columns=4)
