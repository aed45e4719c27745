"""KL in PPO: the log probability of each response token under two models, and their differences."""

import numpy as np

from llmfig import Arrow, Box, Brace, Diagram, Grid, Matrix, Note, Strip, Text, chain, figure, labeled, same_size, span, tr

ROLES = ("loss", "model", "sample")  # one per position of the response


def gathered(logprobs, ids):
    """The entry of each column at the row of its token."""
    return logprobs[ids, np.arange(len(ids))]


def lookup(logprobs, ids, vocabulary, *, inner):
    """Log probabilities over the vocabulary, one column per position; the tokens of the response mark their cells."""
    known = {(t, i) for i, t in enumerate(ids)}
    cells = [[f"**{v:.1f}**".replace("-", "−") if (r, c) in known else "\\*" for c, v in enumerate(row)] for r, row in enumerate(logprobs)]
    matrix = Matrix(cells, size="body", wide=3.6, role=ROLES)
    words = [Text(word, role="note") for word in vocabulary]
    notes = [Note(word, over=matrix.row(r), side=inner, gap="xl") for r, word in enumerate(words)]
    picks = [Arrow(words[t], matrix.row(t), role=ROLES[i], style="dotted") for i, t in enumerate(ids)]
    return matrix, Diagram(matrix, notes, picks, Brace(side=inner, level=1))


@figure(
    title=("The process of calculating KL in PPO", "PPO训练中KL距离的计算过程"),
    alt=(
        "The policy model generates a response; policy and reference model give log probabilities over the vocabulary for each of "
        "its positions. The tokens of the response index both tables, and the differences of the gathered values are the KL.",
        "策略模型生成回答；策略模型与参考模型给出回答每个位置上全词表的对数概率。用回答的 token 作为索引从两张表中抽取数值，二者之差即为 KL。",
    ),
)
def ppo_kl():
    vocabulary = tr(["[BOS]", "[What's]", "[?]", "[ok]", "[up]", "[.]", "[EOS]"], ["[BOS]", "[你]", "[。]", "[吃饭]", "[先去]", "[？]", "[EOS]"])
    tokens = tr(["[What's]", "[up]", "[?]"], ["[你]", "[先去]", "[。]"])
    ids = [vocabulary.index(t) for t in tokens]
    policy_logprobs, reference_logprobs = np.zeros((2, len(vocabulary), len(tokens)))
    policy_logprobs[ids, range(3)] = -2.3, -8.3, -5.2
    reference_logprobs[ids, range(3)] = -2.5, -8.9, -5.5
    logprob, ref_logprob = gathered(policy_logprobs, ids), gathered(reference_logprobs, ids)
    kl = logprob - ref_logprob

    prompt = Box(tr("Hi!", "吃饭？"), role="data", wide=8)
    policy, reference = Box(tr("Policy model", "策略模型"), role="auxiliary", bold=True), Box(tr("Reference model", "参考模型"), role="auxiliary", bold=True)
    same_size(policy, reference)
    response, picked, ref_picked, result = (Strip(v, fmt=".1f", role=ROLES, wide=3.6, size=s) for v, s in ((tokens, "body"), (logprob, "body"), (ref_logprob, "body"), (kl, "body")))
    left, left_side = lookup(policy_logprobs, ids, vocabulary, inner="right")
    right, right_side = lookup(reference_logprobs, ids, vocabulary, inner="left")
    names = Text("logprob", role="note", align="right"), Text("ref_logprob", role="note", align="left")
    same_size(*names)
    bar = Box("KL = logprob − ref_logprob", role="muted", stick="fill-x")
    grid = Grid({
        (0, 2): labeled(prompt, top=tr("Input", "Prompt")), (1, 0): policy, (1, 2): labeled(response, top="response"), (1, 4): reference,
        (2, 1): left_side, (2, 2): Text(tr("Vocabulary\nsize", "词表\n大小"), role="note"), (2, 3): right_side,
        (3, 1): labeled(picked, left=names[0], gap="s"), (3, 3): labeled(ref_picked, right=names[1], gap="s"),
        (4, 1): span(bar, cols=3), (5, 2): result,
    }, row_gap="xl", col_gap="s")  # fmt: skip
    convert = Text(tr("Generate\nLogits\n&\nConvert to\nLogProbs", "生成 Logits\n并转换为\n对数概率\n（LogProbs）"), role="note", size="small")
    convert2 = Text(tr("Generate\nLogits\n&\nConvert to\nLogProbs", "生成 Logits\n并转换为\n对数概率\n（LogProbs）"), role="note", size="small")
    gather, index = tr("Gather", "Gather（抽取）"), tr("Index", "索引")
    return Diagram(
        grid,
        Arrow(prompt.left, policy.top), Arrow(prompt.right, reference.top),
        Arrow(policy, response, label=tr("Generate", "生成回答")), Arrow(response, reference),
        Arrow(policy.bottom, left.left, label=convert, label_side="left"), Arrow(reference.bottom, right.right, label=convert2, label_side="right"),
        [Arrow(response[i].bottom, m.column(i).top, role=role, style="dotted", route="straight") for m in (left, right) for i, role in enumerate(ROLES)],
        [chain(m.column(i).bottom, s[i], role=role, style="dotted") for m, s in ((left, picked), (right, ref_picked)) for i, role in enumerate(ROLES)],
        [Arrow(s[i].bottom, bar, role=role, style="dotted") for s in (picked, ref_picked) for i, role in enumerate(ROLES)],
        [Arrow(bar, result[i].top, role=role, style="dotted") for i, role in enumerate(ROLES)],
    )
