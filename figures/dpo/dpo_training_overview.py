"""DPO training: two answers through two models, implicit rewards, loss, and the way back."""

from llmfig import Arrow, Box, Column, Diagram, Formula, FunnelMark, Grid, Lock, MiniArrows, NeuralNet, Note, Row, Text, chain, figure, same_size, span, tr


def ratio(y):
    return rf"\beta \log \frac{{\pi_\theta(y_{y} \mid x)}}{{\pi_{{\mathrm{{ref}}}}(y_{y} \mid x)}}"


def pair(question, answer, y, role):
    """A prompt and an answer, glued, with their symbols above."""
    x, reply = Box(question, role="data", shape="square"), Box(answer, role=role, shape="square")
    return Diagram(Row(x, reply, gap="none", align="fill"), Note("$x$", over=x), Note(f"$y_{y}$", over=reply))


def branch(policy, y, role):
    """The three stages of one answer in one model."""
    return [Box(t, role=role) for t in (f"Logits$_{y}$", f"Probs$_{y}$", rf"$\pi_{{{policy}}}(y_{y} \mid x)$")]


@figure(
    title=("Overview of DPO training", "DPO训练全景图"),
    alt=(
        "A prompt with a chosen and with a rejected answer goes into the policy and the reference model. Logits, probabilities and "
        "gathered action probabilities give two implicit rewards, their difference gives the loss, and its gradient updates the policy.",
        "Prompt 与优选回答、劣选回答分别输入策略模型与参考模型；经 Logits、概率与抽取得到动作概率，形成两个隐式奖励，其差值给出 Loss，梯度用于更新策略模型。",
    ),
)
def dpo_training_overview():
    question = tr("May I feed my dog\nchocolate?", "可以给狗\n喂巧克力吗？")
    chosen = pair(question, tr("No, it is toxic.", "不行，有毒。"), "w", "model")
    rejected = pair(question, tr("Sure, dogs love it.", "可以，狗爱吃。"), "l", "loss")
    policy = Box(Column(tr(r"Policy ($\pi_\theta$)", r"策略模型（$\pi_\theta$）"), NeuralNet(), gap="xs"), role="auxiliary")
    reference = Box(Column(tr(r"Reference ($\pi_{\mathrm{ref}}$)", r"参考模型（$\pi_{\mathrm{ref}}$）"), NeuralNet(), gap="xs"), role="auxiliary", corner=Lock())
    same_size(policy, reference)
    w, l, rw, rl = (branch(p, y, role) for p in (r"\theta", r"\mathrm{ref}") for y, role in (("w", "model"), ("l", "loss")))
    same_size(*w, *l, *rw, *rl)
    reward_w, reward_l = (Box(Formula(ratio(y), size="large"), role="formula") for y in "wl")
    same_size(reward_w, reward_l)
    loss = Box(Formula(rf"-\log \sigma \left( {ratio('w')} - {ratio('l')} \right)", size="large"), role="formula", stick="fill-x")
    gradient = Box(tr("Gradient", "梯度"), role="auxiliary", wide=8)
    stages = [
        Text(tr("Logits over the\nentire vocabulary", "全词表的 Logits"), size="small"), MiniArrows(6),
        Text(tr("Probabilities over the\nentire vocabulary", "全词表的概率"), size="small"), FunnelMark(),
        Text(tr("Action\nprobability", "动作概率"), size="small"), Text(tr("“Implicit reward”", "“隐式奖励”"), size="small"), Text("Loss", size="small"),
    ]  # fmt: skip
    softmax, gather = ([Text(t, role="note", size="small") for _ in range(2)] for t in ("Softmax", tr("Gather", "抽取（Gather）")))
    grid = Grid({
        (0, 0): span(chosen, cols=2), (0, 2): span(rejected, cols=2), (1, 0): span(policy, cols=2), (1, 2): span(reference, cols=2),
        **{(2 + 2 * i, c): e for c, stack in enumerate((w, l, rw, rl)) for i, e in enumerate(stack)},
        (3, 0): span(softmax[0], cols=2), (3, 2): span(softmax[1], cols=2), (5, 0): span(gather[0], cols=2), (5, 2): span(gather[1], cols=2),
        (7, 0): span(reward_w, cols=2), (7, 2): span(reward_l, cols=2), (8, 0): span(loss, cols=4), (9, 0): span(gradient, cols=4),
        **{(r, 4): s for r, s in zip((2, 3, 4, 5, 6, 7, 8), stages, strict=True)},
    }, row_gap="m", col_gap="m")  # fmt: skip
    cross = {"route": "straight"}
    back = Row(NeuralNet(), tr(r"Backpropagation, in the policy model $\pi_\theta$ only", r"反向传播，仅在策略模型 $\pi_\theta$ 中进行"), gap="s")
    return Diagram(
        grid,
        [Arrow(p.bottom, m.top, **cross) for p in (chosen, rejected) for m in (policy, reference)],
        [Arrow(m.bottom, s[0].top, **cross) for m, s in ((policy, w), (policy, l), (reference, rw), (reference, rl))],
        [chain(*s) for s in (w, l, rw, rl)],
        [Arrow(s[2].bottom, r.top, **cross) for s, r in ((w, reward_w), (rw, reward_w), (l, reward_l), (rl, reward_l))],
        Arrow(reward_w, loss), Arrow(reward_l, loss), chain(*stages[4:], role="note"), Arrow(loss, gradient, label=back),
        Arrow(gradient.left, policy.left, around="left", label=tr("update", "更新\n策略模型")),
    )  # fmt: skip
