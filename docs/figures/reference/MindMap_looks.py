"""Looks of a mind map."""

from llmfig import MindMap, figure, node

from ._sheet import each


OPTIONS = (
    {"connector": "bracket"},
    {"boxes": 1},
    {"boxes": 1, "tint": True},
    {"boxes": 3, "box": {"shape": "pill"}},
)


def mindmap(**options):
    value, policy = (
        node("Q", node("DQN"), branch="model"),
        node("$\\pi$", node("PPO"), node("A2C"), branch="loss"),
    )
    return MindMap("RL", left=[value], right=[policy], level_gap="m", **options)


@figure(
    title=("Looks of a mind map", "思维导图的外观"),
    alt=(
        "The same mind map with each option, named below.",
        "同一思维导图使用各个选项，名称在下方。",
    ),
)
def mindmap_looks():
    return each(mindmap, OPTIONS, columns=2)
