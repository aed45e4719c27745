"""DDPG: four networks, a replay buffer, and the two gradients that update the main networks."""

from llmfig import Arrow, Box, Brace, Column, Diagram, Formula, Grid, NeuralNet, Region, Row, Strip, Text, fan_out, figure, same_size, span, tr


def network(name, symbol, *, role, ink=None):
    words = Text(f"**{name}**\n" + tr(f"({symbol})", f"（{symbol}）"), role=ink)
    return Box(Column(words, NeuralNet(), gap="s"), role=role)


@figure(
    title=("DDPG", "DDPG"),
    alt=(
        "Transitions from the replay buffer feed the main policy and value networks above and their target copies below. The "
        "value of the policy's own action gives the policy gradient; the TD target from the target networks gives the value loss.",
        "经验回放缓冲区的数据输入上方的策略网络与价值网络，以及下方的目标网络。策略自身动作的价值给出策略梯度；目标网络算出的 TD 目标给出价值网络的 Loss 梯度。",
    ),
)
def ddpg():
    policy = network(tr("Policy network", "策略网络"), r"$\pi_\theta$", role="model")
    value = network(tr("Value network", "价值网络"), "$Q_w$", role="loss")
    target_policy = network(tr("Target policy network", "目标策略网络"), r"$\pi_{\theta^-}$", role="frozen", ink="muted")
    target_value = network(tr("Target value network", "目标价值网络"), "$Q_{w^-}$", role="negative", ink="muted")
    same_size(policy, value, target_policy, target_value)
    buffer = Strip(["$s_t$", "$a_t$", "$r_{t+1}$", "$s_{t+1}$"], down=True, size="large", wide=2.4, tall=2)
    s, a, r, s_next = (buffer[i] for i in range(4))
    replay = Brace(buffer, side="left", style="bracket", label=tr("Replay\nBuffer", "经验回放\n缓冲区\n（Replay\nBuffer）"))
    action, target_action = Box("$a''$", role="data", size="large"), Box("$a'$", role="data", size="large")
    same_size(action, target_action)
    policy_gradient = Box(tr("Policy gradient\n", "策略梯度\n") + r"$\nabla_\theta J$", role="compute")
    gradient = Box(tr("Gradient\n", "梯度\n") + r"$\nabla_w L$", role="negative")
    q_policy, q = Box("$Q_w(s_t, a'')$", role="compute"), Box("$Q_w(s_t, a_t)$", role="negative")
    q_target = Box(r"$Q_{w^-}(s_{t+1}, a')$", role="muted")
    same_size(gradient, q, q_policy, axis="width")
    target = Box(Formula(r"\underbrace{r_{t+1} + \gamma Q_{w^-}(s_{t+1}, a')}_{\text{" + tr("TD target", "TD 目标") + "}}", size="body"), role="plain")

    grid = Grid({
        (0, 2): policy_gradient, (0, 4): q_policy, (1, 1): policy, (1, 2): action, (1, 4): gradient, (2, 3): value, (2, 4): q,
        (3, 0): span(buffer, rows=2), (5, 1): target_policy, (5, 2): target_action, (5, 4): target, (6, 3): target_value, (6, 4): q_target,
    }, row_gap="l", col_gap="xl", axis=buffer, regions=[
        Region(rows=(0, 3), cols=(0, 4), title=tr("Main networks", "主网络"), title_side="top left", role="panel-alt", pad="l"),
        Region(rows=(4, 6), cols=(0, 4), title=tr("Target networks", "目标网络"), title_side="bottom left", pad="l"),
    ])  # fmt: skip
    actor = {"role": "model"}
    critic = {"role": "loss"}
    sync = {"style": "dashed", "role": "note"}
    soft = tr("Sync ${0}$ by soft update\n", "软更新同步参数 ${0}$\n") + r"${0}^- \leftarrow \tau {0} + (1 - \tau)\,{0}^-$"
    return Diagram(
        Row(replay, grid, gap="s"),
        Arrow(s.top, policy.left, **actor), Arrow(policy, action, **actor), Arrow(action, value.left, **actor), Arrow(s.right, value.left, **actor),
        Arrow(value.top, q_policy, **actor), Arrow(q_policy, policy_gradient, label=r"$\nabla_a$", **actor),
        Arrow(policy.right, policy_gradient.bottom, label=r"$\nabla_\theta$", **actor),
        Arrow(policy_gradient.left, policy.top, label=tr("Update", "更新参数"), **actor),
        Arrow(s.right, value.left, **critic), Arrow(a.right, value.left, **critic), Arrow(value, q, **critic), Arrow(q, gradient, label=r"$\nabla_w Q$", **critic),
        Arrow(gradient.left, value.top, label=tr("Update", "更新参数"), **critic),
        fan_out(s_next.bottom, [target_policy.left, target_value.left], **critic), Arrow(target_policy, target_action, **critic),
        Arrow(target_action, target_value.left, **critic),
        Arrow(target_value, q_target, **critic), Arrow(q_target, target, **critic), Arrow(r.right, target.left, **critic),
        Arrow(target.right, gradient.right, label=tr("Target", "目标"), label_side="left", **critic),
        Arrow(policy, target_policy, label=soft.format(r"\theta"), label_side="right", **sync), Arrow(value, target_value, label=soft.format("w"), label_side="right", **sync),
    )  # fmt: skip
