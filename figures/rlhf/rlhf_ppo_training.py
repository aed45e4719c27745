"""RLHF with PPO: experience collection on the left, several rounds of training on the right, a buffer between them."""

from llmfig import Arrow, Box, ColorKey, Column, CycleArrows, Diagram, Formula, Grid, Lock, Operator, Region, Text, chain, fan_in, fan_out, figure, same_size, span, tr


def model(en, zh, *, trained=False):
    return Box(tr(en, zh), role="model", corner=Lock(open=trained))


@figure(
    title=("RLHF training based on PPO", "基于PPO进行RLHF训练的原理图"),
    alt=(
        "Left: a prompt goes to the reference, policy, reward and value models; log probabilities give a KL penalty on the "
        "reward, GAE gives advantages and target values. A buffer stores them. Right: policy loss, value loss and entropy are "
        "computed from the buffer over several rounds and added up.",
        "左：Prompt 输入参考、策略、奖励、价值四个模型；由对数概率得到 KL 惩罚并修正奖励，用 GAE 算出优势与目标价值，存入缓冲区。"
        "右：多轮训练从缓冲区取出数据，计算策略模型 Loss、价值模型 Loss 与熵，合成总 Loss。",
    ),
)
def rlhf_ppo_training():
    prompt = Box("Prompt", role="sample")
    reference, policy = model("Reference\nModel", "参考模型\nRef"), model("Policy Model\n(Actor)", "策略模型\nActor")
    reward_model, critic = model("Reward\nModel", "奖励模型\nRM"), model("Value Model\n(Critic)", "价值模型\nCritic")
    same_size(reference, policy, reward_model, critic)
    response = Box(tr("response_old", "回答\nresponse_old"), role="sample")
    old = Box(tr("logP_old", "对数概率\nlogP_old"), role="sample")
    ref_all = Box(tr("logP_ref′", "对数概率\nlogP_ref′"), role="data")
    reward, value = Box(tr("Reward\n($R$)", "奖励\n$R$"), role="data"), Box(tr("Value\n(V_old)", "价值\nV_old"), role="data")
    gather, ref = Box(tr("Gather", "抽取\nGather"), role="compute"), Box(tr("logP_ref", "对数概率\nlogP_ref"), role="data")
    same_size(response, old, ref_all, gather, ref, reward, value, axis="width")
    kl_step, kl = Box("KL = logP_old − logP_ref", role="compute"), Box(tr("KL", "KL散度"), role="data")
    penalty = Box(Column(tr("Reward Penalty", "奖励惩罚"), r"$R_{\mathrm{kl}} = R - \mathrm{scale} \cdot \mathrm{KL}$", gap="xs"), role="compute")
    combined = Box(tr("Combined Reward\n", "综合奖励\n") + r"$R_{\mathrm{kl}}$", role="data")
    gae = Box(
        Column(Text(tr("GAE", "GAE算法"), bold=True), Formula(r"\begin{aligned} \delta_t &= r_t + \gamma V(s_{t+1}) - V(s_t) \\ A_t &= \delta_t + (\gamma\lambda) \cdot A_{t+1} \end{aligned}", size="large"), gap="s"),
        role="compute",
    )  # fmt: skip
    advantage, target = Box(tr("Advantage", "优势\nAdvantage"), role="sample"), Box(tr("Target Value\n(V_target)", "目标价值\nV_target"), role="sample")
    plus = Operator("+")
    fields = Column(*[Box(f, role="integer", shape="square") for f in ("Prompt", "response_old", "logP_old", "Advantage", "V_target")], gap="none", equal="width")
    buffer = Box(Column(Text(tr("Buffer", "缓冲区"), bold=True), fields, gap="s"), role="sample", cards=3)

    actor, value_model = model("Policy Model\n(Actor)", "策略模型\nActor", trained=True), model("Value Model\n(Critic)", "价值模型\nCritic", trained=True)
    same_size(actor, value_model)
    new, logits = Box(tr("logP_new", "对数概率\nlogP_new"), role="data"), Box("logits", role="data")
    same_size(new, logits, axis="width")
    exp = Box(r"$r = \exp(\log P_{\mathrm{new}} - \log P_{\mathrm{old}})$", role="compute")
    ratio = Box(tr("ratio ($r$)", "策略概率比\nratio ($r$)"), role="data")
    policy_loss = Box(tr("Policy Model Loss\n", "策略模型Loss\n") + r"$L^{\mathrm{Clip}}$", role="loss")
    new_value = Box(tr("New Value\n(V_new)", "新的价值\nV_new"), role="data")
    value_loss = Box(tr("Value Model Loss\n", "价值模型Loss\n") + r"$L^{\mathrm{VF}} = (V_{\mathrm{target}} - V_{\mathrm{new}})^2$", role="loss")
    entropy = Box(tr("entropy", "熵\nentropy"), role="data")
    total = Box(tr("Total Loss\n", "总Loss\n") + r"$L^{\mathrm{Clip}} + c_1 L^{\mathrm{VF}} - c_2 S_{\mathrm{entropy}}$", role="loss")

    key = ColorKey(
        tr({"Model": "model", "Data": "data", "Experience / Samples": "sample", "Computation": "compute", "Loss": "loss"},
           {"模型": "model", "数据": "data", "经验/样本": "sample", "计算": "compute", "Loss": "loss"}),
        title=tr("Explanation", "配色说明"),
    )  # fmt: skip
    collection = Region(rows=(0, 9), cols=(0, 3), title=tr("Experience Collection", "经验收集"))
    training = Region(rows=(0, 9), cols=(5, 6), title=tr("Multi-round PPO Training", "多轮PPO训练"))
    sampled = Column(response, old, gap="hair")
    produced = Column(new, logits, gap="hair")
    grid = Grid({
        (0, 0): prompt, (1, 0): reference, (1, 1): policy, (1, 2): reward_model, (1, 3): critic,
        (2, 1): sampled, (3, 0): ref_all, (3, 2): reward, (3, 3): value, (4, 0): gather, (5, 0): ref,
        (6, 0): span(kl_step, cols=2), (7, 0): span(kl, cols=2), (8, 1): penalty, (9, 1): combined,
        (7, 2): target, (7, 3): plus, (8, 3): advantage, (9, 2): span(gae, cols=2),
        (0, 4): span(CycleArrows(tr("Loop", "循环"), size="l"), rows=2), (4, 4): span(buffer, rows=3), (8, 4): span(key, rows=2),
        (1, 5): actor, (2, 6): produced, (3, 5): exp, (4, 5): ratio, (5, 5): policy_loss, (6, 5): value_model, (7, 5): new_value,
        (8, 5): value_loss, (8, 6): entropy, (9, 5): span(total, cols=2),
    }, row_gap="l", col_gap="l", regions=[collection, training])  # fmt: skip

    bus = fan_out(buffer, [actor.left, exp.left, policy_loss.left, value_model.left, value_loss.left],
                  labels=["Prompt\nresponse_old", "logP_old", "Advantage", "Prompt\nresponse_old", "V_target"], role="fraction")  # fmt: skip
    return Diagram(
        grid,
        Arrow(prompt, reference), fan_out(prompt.right, [m.top for m in (policy, reward_model, critic)]),
        chain(reference, ref_all, gather, ref), Arrow(policy, sampled), Arrow(reward_model, reward), Arrow(critic, value),
        fan_out(response.left, [reference.right, gather.right]), fan_out(response.right, [reward_model.left, critic.left]),
        fan_in([ref, old.bottom], kl_step, labels=[None, tr("Log\nProbability", None)]), chain(kl_step, kl), fan_in([kl, reward.bottom], penalty), chain(penalty, combined, gae),
        fan_out(value.bottom, [plus.top, gae.right]), chain(gae, advantage, plus, target),
        Arrow(collection, buffer, label=tr("store", "存入")), bus,
        Arrow(actor, new), Arrow(new, exp), chain(exp, ratio, policy_loss), Arrow(logits, entropy), chain(value_model, new_value, value_loss),
        fan_in([value_loss.bottom, policy_loss.right, entropy.bottom], total.top),
    )  # fmt: skip
