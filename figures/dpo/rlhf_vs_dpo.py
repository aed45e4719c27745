"""RLHF against DPO: a reward model and reinforcement learning on the left, nothing but supervised learning on the right."""

from _parts import model

from llmfig import Arrow, Box, Brace, CycleArrows, Diagram, Grid, Panel, Row, Text, figure, labeled, same_size, span, tr


def preference_pairs():
    """The data that both start from: a prompt with two answers, over a rule."""
    boxes = [Box("Prompt", role="data", wide=6), Box(tr("Better\nanswer", "优质\n回答"), role="model"), Box(tr("Poor\nanswer", "劣质\n回答"), role="loss")]
    same_size(*boxes[1:])
    row = Row(*boxes, gap="s", align="fill")
    return Diagram(labeled(row, top=tr("Preference data pairs", "偏好数据对")), Brace(row, side="bottom", style="rule"))


@figure(
    title=("RLHF vs DPO", "RLHF与DPO的训练架构对比"),
    alt=(
        "Left, RLHF: preference pairs train a reward model by supervised learning; then reward, reference, critic and policy model "
        "take part in reinforcement learning. Right, DPO: the same pairs train the policy model directly by supervised learning; a "
        "reference model is optional.",
        "左：RLHF 先用偏好数据对通过监督学习训练奖励模型，再由奖励、参考、评论、策略四个模型共同进行强化学习。"
        "右：DPO 用同样的偏好数据对，以监督学习直接训练策略模型，参考模型可选加载。",
    ),
)
def rlhf_vs_dpo():
    supervised = tr("(1) Supervised learning", "（1）监督学习")
    pairs, pairs_dpo = preference_pairs(), preference_pairs()
    reward, reference, critic = model(tr("Reward model", "奖励模型")), model(tr("Reference model", "参考模型")), model(tr("Critic model", "评论模型"))
    policy = model(tr("Policy model", "策略模型"))
    optional, policy_dpo = model(tr("Reference model", "参考模型")), model(tr("Policy model", "策略模型"))
    same_size(reward, reference, critic, policy, optional, policy_dpo)
    rl = CycleArrows(tr("(2) RL", "（2）\n强化学习"), style="block", role="loss")
    sampling = Row(Text(tr("Sampling", "采样"), role="note"))
    rlhf = Diagram(
        Grid({
            (0, 0): span(pairs, cols=3), (1, 1): reward, (2, 0): reference, (2, 1): rl, (2, 2): critic,
            (3, 0): sampling, (3, 1): policy, (3, 2): Text(tr("Actor model", "演员模型"), role="note", stick="left"),
        }),
        Arrow(pairs, reward, label=Text(supervised, role="model")),
    )  # fmt: skip
    dpo = Diagram(
        Grid({(0, 1): pairs_dpo, (1, 0): labeled(optional, top=tr("(Optional loading)", "（可选加载）")), (2, 1): policy_dpo}),
        Arrow(pairs_dpo, optional), Arrow(optional, policy_dpo),
        Arrow(pairs_dpo, policy_dpo, label=Text(supervised, role="model")),
    )  # fmt: skip
    look = {"role": "panel-alt", "title_side": "top left", "stick": "fill"}
    return Row(Panel(rlhf, title="RLHF", **look), Panel(dpo, title="DPO", **look))
