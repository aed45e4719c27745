"""The map of the whole collection: nine fields, 202 nodes, numbered in reading order."""

from llmfig import Box, Column, MindMap, Text, Vertical, figure, language, node, outline, tr

from ._contents import LEFT, RIGHT

ROLES = ("model", "sample", "auxiliary", "loss", "data", "exponent")


def heading(number, title, role):
    """The box of a field: its number and its name, upright in Chinese."""
    badge, name = chr(ord("❶") + number - 1), title.lstrip("❶❷❸❹❺❻❼❽❾ ")
    if language() == "en":
        return Box(f"**{badge} {name}**", role=role, wrap=13)
    return Box(Column(Text(badge, bold=True), *((Text if part.isascii() else Vertical)(part, bold=True) for part in name.split("\n")), gap="s"), role=role)


def fields(contents, numbers):
    """The fields of one side of the map."""
    return [
        node(heading(number, field.text, role), *(node(b.text, *(node(leaf.text) for leaf in b.below)) for b in field.below), branch=role)
        for number, field, role in zip(numbers, outline(tr(*contents)), ROLES)
    ]


@figure(
    title=("Overall architecture of large model algorithms (LLM and VLM)", "大模型算法总体架构（以LLM、VLM为主）"),
    alt=(
        "A mind map of large model algorithms with nine fields, in reading order: fundamentals of large models, SFT, DPO, training-free "
        "optimization, fundamentals of reinforcement learning, policy optimization, RLHF and RLAIF, reasoning, and practice.",
        "大模型算法思维导图，按阅读顺序分为九个领域：大模型基础、SFT、DPO、免训练的效果优化技术、强化学习基础、策略优化算法、RLHF 与 RLAIF、逻辑推理能力优化、综合实践与性能优化。",
    ),
)
def llm_rl_map():
    root = Box(
        Column(Text(tr("LLM & RL Algorithms", "大模型算法"), size="title", bold=True), "© github.com/changyeyu", tr(None, "《大模型算法》余昌叶 著")),
        role="model", pad="l",
    )  # fmt: skip
    return MindMap(
        root, right=fields(RIGHT, (1, 2, 3, 4, 8, 9)), left=fields(LEFT, (5, 6, 7)), gap="s", branch_gap="m", level_gap="l",
        wrap=(None, None, tr(17, 12), tr(24, 24)), size=("body", "body", "body", "small"),
    )  # fmt: skip
