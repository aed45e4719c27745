"""Trees with levels in common."""

from llmfig import Column, Tracks, Tree, figure, node, tr


@figure(
    title=("Trees with levels in common", "共用层级的树"),
    alt=(
        "Two trees, one below the other, whose levels line up.",
        "上下两棵树，层级对齐。",
    ),
)
def tree_tracks():
    levels = Tracks()
    first = Tree(node("MCTS", node(tr("simulation", "模拟"), node("$V$"))), tracks=levels)
    other = Tree(node("RL", node("$a$", node("$Q$"))), tracks=levels)
    return Column(first, other, align="left", gap="s")
