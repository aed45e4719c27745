"""RLHF against DPO: a reward model and reinforcement learning on the left, nothing but supervised learning on the right."""

from llmfig import Arrow, Box, Brace, CycleArrows, Diagram, Grid, Lock, Note, Region, Row, Text, fan_out, figure, labeled, same_size, span, tr

from ._parts import model


def preference_pairs():
    """The data that both start from, a prompt with two answers, and the rule below it."""
    prompt = Box("Prompt", role="data", wide=6)
    answers = Box(tr("Better\nanswer", "优质\n回答"), role="model"), Box(tr("Poor\nanswer", "劣质\n回答"), role="loss")
    same_size(*answers)
    row = Row(prompt, *answers, gap="s", align="fill")
    rule = Brace(row, side="bottom", style="rule")
    return Diagram(labeled(row, top=tr("Preference data pairs", "偏好数据对")), rule), rule


@figure(
    title=("RLHF vs DPO", "RLHF与DPO的训练架构对比"),
    alt=(
        "Left, RLHF: preference pairs train a reward model by supervised learning; then reward, reference, critic and policy model "
        "take part in reinforcement learning. Right, DPO: the same pairs train the policy model directly by supervised learning; a "
        "reference model is optional.",
        "左：RLHF 先用偏好数据对通过监督学习训练奖励模型，再由奖励、参考、评委、策略四个模型共同进行强化学习。"
        "右：DPO 用同样的偏好数据对，以监督学习直接训练策略模型，参考模型可选加载。",
    ),
)
def rlhf_vs_dpo():
    (data, rule), (data_dpo, rule_dpo) = preference_pairs(), preference_pairs()
    reward, critic = model(tr("Reward model", "奖励模型")), model(tr("Critic model", "评委模型"))
    reference, optional = (model(tr("Reference model", "参考模型"), corner=Lock()) for _ in range(2))
    policy, policy_dpo = (model(tr("Policy model", "策略模型")) for _ in range(2))
    same_size(reward, critic, reference, optional, policy, policy_dpo)
    cycle = CycleArrows(tr("(2) RL", "（2）\n强化学习"), style="block", role="loss")
    sampling, actor = Text(tr("Sampling", "采样"), role="note"), Note(tr("Actor model", "演员模型"), side="right", gap="s")
    acting = Diagram(policy, Note(sampling, side="left", gap="xl"), actor, Arrow(policy, sampling))
    grid = Grid({
        (0, 0): span(data, cols=3), (1, 1): reward, (2, 0): reference, (2, 1): cycle, (2, 2): critic, (3, 0): span(acting, cols=3),
        (0, 4): data_dpo, (2, 3): labeled(optional, top=tr("(Optional loading)", "（可选加载）")), (3, 4): policy_dpo,
    }, row_gap="l", regions=[
        Region(rows=(0, 3), cols=(0, 2), title="RLHF", title_side="top left", role="panel-alt"),
        Region(rows=(0, 3), cols=(3, 4), title="DPO", title_side="top left", role="panel-alt"),
    ])  # fmt: skip
    learn, learn_dpo = Text(tr("(1) Supervised learning", "（1）监督学习"), role="model"), Text(tr("(1) Supervised\nlearning", "（1）监督学习"), role="model")
    return Diagram(
        grid,
        Arrow(rule.tip, reward, label=learn, label_side="right"),
        fan_out(rule_dpo.tip, [policy_dpo.top, optional.right], labels=[learn_dpo], label_side="right", label_t=0.85),
        Arrow(optional, policy_dpo),
    )  # fmt: skip
