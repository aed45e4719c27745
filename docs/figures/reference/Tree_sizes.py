"""Text sizes by level."""

from llmfig import Column, MindMap, Tree, figure, node


@figure(
    title=("Text sizes by level", "逐层的字号"),
    alt=(
        "A tree and a mind map whose text gets smaller from level to level.",
        "文字逐层变小的树与思维导图。",
    ),
)
def tree_sizes():
    sizes = ["large", "body", "small"]
    tree = Tree(node("RL", node("Q", node("DQN"))), size=sizes, connector="bracket", boxes=1)
    mindmap = MindMap("RL", right=[node("Q", node("DQN"), branch="model")], size=sizes)
    return Column(tree, mindmap, align="left")
