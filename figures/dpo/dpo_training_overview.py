"""DPO training: two answers through two models, implicit rewards, loss, and the way back."""

from llmfig import Arrow, Box, Brace, Diagram, Formula, FunnelMark, Grid, Lock, MiniArrows, NeuralNet, Note, Row, Text, chain, figure, same_size, span, tr

from ._parts import BETTER, POOR, QUESTION, model, ratio

LEFT, RIGHT = 0.3, 0.7  # where crossing arrows arrive along a side


def pair(x, reply, y):
    """A prompt and an answer, glued, with their symbols above; and the rule below that joins them."""
    glued = Row(x, reply, gap="none", align="fill")
    rule = Brace(glued, side="bottom", style="rule")
    return Diagram(glued, Note("$x$", over=x, gap="s"), Note(f"$y_{y}$", over=reply, gap="s"), rule), rule


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
    prompts = [Box(tr(*QUESTION), role="data", shape="square") for _ in range(2)]
    replies = [Box(tr(*answer), role=role, shape="square") for answer, role in ((BETTER, "model"), (POOR, "loss"))]
    same_size(*replies)
    (chosen, chosen_rule), (rejected, rejected_rule) = (pair(x, reply, y) for x, reply, y in zip(prompts, replies, "wl", strict=True))
    policy = model(tr(r"Policy ($\pi_\theta$)", r"策略模型（$\pi_\theta$）"))
    reference = model(tr(r"Reference ($\pi_{\mathrm{ref}}$)", r"参考模型（$\pi_{\mathrm{ref}}$）"), corner=Lock())
    same_size(policy, reference)
    w, l, rw, rl = (branch(p, y, role) for p in (r"\theta", r"\mathrm{ref}") for y, role in (("w", "model"), ("l", "loss")))
    same_size(*w, *l, *rw, *rl)
    reward_w, reward_l = (Box(Formula(ratio(y), size="large"), role="formula") for y in "wl")
    same_size(reward_w, reward_l)
    loss = Box(Formula(rf"-\log \sigma \left( {ratio('w')} - {ratio('l')} \right)", size="large"), role="formula", stick="fill-x")
    gradient = Box(tr("Gradient", "梯度"), role="auxiliary", wide=8)
    stages = [
        Text(tr("Logits over the\nentire vocabulary", "全词表下的 Logits"), size="small"), MiniArrows(6),
        Text(tr("Probabilities over the\nentire vocabulary", "全词表下的概率"), size="small"), FunnelMark(),
        Text(tr("Action\nprobability", "动作概率"), size="small"), Text(tr("“Implicit reward”", "“隐式奖励”"), size="small"), Text("Loss", size="small"),
    ]  # fmt: skip
    softmax, gather = ([Text(t, role="note", size="small") for _ in range(2)] for t in ("Softmax", "Gather"))
    grid = Grid({
        (0, 0): span(chosen, cols=2), (0, 2): span(rejected, cols=2), (1, 0): span(policy, cols=2), (1, 2): span(reference, cols=2),
        **{(2 + 2 * i, c): e for c, stack in enumerate((w, l, rw, rl)) for i, e in enumerate(stack)},
        (3, 0): span(softmax[0], cols=2), (3, 2): span(softmax[1], cols=2), (5, 0): span(gather[0], cols=2), (5, 2): span(gather[1], cols=2),
        (7, 0): span(reward_w, cols=2), (7, 2): span(reward_l, cols=2), (8, 0): span(loss, cols=4), (9, 0): span(gradient, cols=4),
        **{(r, 4): s for r, s in zip((2, 3, 4, 5, 6, 7, 8), stages, strict=True)},
    }, row_gap="m", col_gap="l")  # fmt: skip
    slanted = [
        (chosen_rule.tip, policy.top), (chosen_rule.tip, reference.port("top", LEFT)),
        (rejected_rule.tip, reference.top), (rejected_rule.tip, policy.port("top", RIGHT)),
        *((m.bottom, s[0].top) for m, s in ((policy, w), (policy, l), (reference, rw), (reference, rl))),
        *((s[2].bottom, r.port("top", t)) for s, r, t in ((w, reward_w, LEFT), (rw, reward_w, RIGHT), (l, reward_l, LEFT), (rl, reward_l, RIGHT))),
    ]  # fmt: skip
    words = tr(r"Backpropagation, in the policy model $\pi_\theta$ only", r"反向传播，仅在策略模型 $\pi_\theta$ 中进行")
    back = Row(NeuralNet(), Text(words, size="small", role="note"), gap="s")
    return Diagram(
        grid, [Arrow(start, end, route="straight") for start, end in slanted], [chain(*s) for s in (w, l, rw, rl)],
        Arrow(reward_w, loss), Arrow(reward_l, loss), chain(*stages[4:], role="note"), Arrow(loss, gradient, label=back),
        Arrow(gradient.left, policy.left, around="left", label=tr("update", "更新\n参数")),
    )  # fmt: skip
