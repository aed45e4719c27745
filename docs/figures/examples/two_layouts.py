"""One figure, two layouts: long English names stand one below the other, short Chinese ones side by side."""

from llmfig import Box, Column, Diagram, Row, chain, figure, language, tr


@figure(
    title=("Post-training", "后训练"),
    alt=(
        "Three stages: supervised fine-tuning on demonstrations, preference optimization on pairs, "
        "reinforcement learning on verifiable rewards.",
        "三个阶段：用示范做监督微调、用偏好对做偏好优化、用可验证奖励做强化学习。",
    ),
)
def two_layouts():
    words = tr(
        [
            "Supervised fine-tuning on demonstrations",
            "Preference optimization on pairs of responses",
            "Reinforcement learning on verifiable rewards",
        ],
        ["监督微调\n（示范数据）", "偏好优化\n（成对回答）", "强化学习\n（可验证奖励）"],
    )
    stages = [Box(text, role="compute") for text in words]
    arrange = Row if language() == "zh" else Column
    return Diagram(arrange(*stages, gap="l", equal="both"), chain(*stages))
