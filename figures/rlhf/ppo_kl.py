"""KL in PPO: the log probability of each response token under two models, and their differences."""

import numpy as np

from llmfig import Arrow, Box, Brace, Diagram, Grid, Highlight, Matrix, Row, Strip, Text, figure, labeled, same_size, span, tr

ROLES = ("loss", "model", "sample")  # one per position of the response


def gathered(logprobs, ids):
    """The entry of each column at the row of its token."""
    return logprobs[ids, np.arange(len(ids))]


def positions(values):
    """A strip with one value per position of the response."""
    return Strip(values, fmt=".1f", role=ROLES, wide=3.6)


def tokenwise(start, end, *, label, outer, **options):
    """A dotted arrow per position, between strips and matrices; the outermost one carries the label."""
    words = [Text(label, role="note", size="small") if i == outer else None for i in range(len(ROLES))]
    return [
        Arrow(start.column(i).bottom, end.column(i).top, role=role, style="dotted", label=words[i], **options)
        for i, role in enumerate(ROLES)
    ]


def lookup(logprobs, ids, vocabulary, *, inner):
    """Log probabilities over the vocabulary, one column per position; the tokens of the response pick their cells."""
    known = list(zip(ids, range(len(ids)), strict=True))
    cells = [[f"**{v:.1f}**".replace("-", "−") if (r, c) in known else r"\*" for c, v in enumerate(row)] for r, row in enumerate(logprobs)]
    matrix = Matrix(cells, size="body", wide=3.6, pad=6, role=ROLES)
    words = Strip(vocabulary, down=True, role="muted", pad=6)
    both = (matrix, words) if inner == "right" else (words, matrix)
    frames = [Highlight(matrix[cell], role="ghost") for cell in known]
    picks = [Arrow(words[t], matrix.row(t), role=ROLES[i], style="dotted") for t, i in known]
    return matrix, Diagram(Row(*both, gap="xl", axis=matrix), frames, picks, Brace(words, side=inner))


@figure(
    title=("The process of calculating KL in PPO", "PPO训练中KL距离的计算过程"),
    alt=(
        "The policy model generates a response; policy and reference model give log probabilities over the vocabulary for each of "
        "its positions. The tokens of the response index both tables, and the differences of the gathered values are the KL.",
        "策略模型生成回答；策略模型与参考模型给出回答每个位置上全词表的对数概率。用回答的 token 作为索引从两张表中抽取数值，二者之差即为 KL。",
    ),
)
def ppo_kl():
    vocabulary = tr(["[BOS]", "What’s", "?", "ok", "up", ".", "[EOS]"], ["[BOS]", "你", "。", "吃饭", "先去", "？", "[EOS]"])
    tokens = tr(["What’s", "up", "?"], ["你", "先去", "。"])
    ids = [vocabulary.index(t) for t in tokens]
    policy_logprobs, reference_logprobs = np.zeros((2, len(vocabulary), len(tokens)))
    policy_logprobs[ids, range(3)] = -2.3, -8.3, -5.2
    reference_logprobs[ids, range(3)] = -2.5, -8.9, -5.5
    logprob, ref_logprob = gathered(policy_logprobs, ids), gathered(reference_logprobs, ids)
    kl = logprob - ref_logprob

    prompt = Box(tr("Hi!", "吃饭？"), role="data", wide=8)
    policy, reference = (Box(name, role="auxiliary", bold=True, wide=10) for name in tr(("Policy Model", "Reference Model"), ("策略模型", "参考模型")))
    same_size(policy, reference)
    response, picked, ref_picked, result = (positions(values) for values in (tokens, logprob, ref_logprob, kl))
    left, left_side = lookup(policy_logprobs, ids, vocabulary, inner="right")
    right, right_side = lookup(reference_logprobs, ids, vocabulary, inner="left")
    words = tr("Generate\nLogits &\nConvert to\nLogProbs", "生成 Logits\n并转换为\n对数概率\nLogProbs")
    convert = [Text(words, role="note", size="small", stick=side) for side in ("left", "right")]
    bar = Box("KL = `logprob` − `ref_logprob`", role="compute", stick="fill-x")
    grid = Grid({
        (0, 1): span(labeled(prompt, top=tr("Input", "Prompt")), cols=3),
        (1, 0): policy, (1, 1): span(labeled(response, top=tr("Response", "回答（response）")), cols=3), (1, 4): reference,
        (2, 0): convert[0], (2, 4): convert[1],
        (3, 1): left_side, (3, 2): Text(tr("Vocabulary\nsize", "词表\n大小"), role="note"), (3, 3): right_side,
        (4, 0): Text("`logprob`", role="note", stick="right"), (4, 1): picked, (4, 3): ref_picked, (4, 4): Text("`ref_logprob`", role="note", stick="left"),
        (5, 1): span(bar, cols=3), (6, 1): span(result, cols=3),
    }, row_gap="l", col_gap="s")  # fmt: skip
    halves = (policy, left, left.left, picked, 0, "left"), (reference, right, right.right, ref_picked, 2, "right")
    return Diagram(
        grid,
        Arrow(prompt.left, policy.top), Arrow(prompt.right, reference.top),
        Arrow(policy, response, label=tr("Generate", "生成回答"), label_at="slope"), Arrow(response, reference),
        [Arrow(model.bottom, side) for model, _, side, *_ in halves],
        [tokenwise(response, m, route="straight", label=tr("Index", "索引"), label_at="slope", outer=o) for _, m, _, _, o, _ in halves],
        [tokenwise(m, s, label=tr("Gather", "抽取（Gather）"), label_side=side, outer=o) for _, m, _, s, o, side in halves],
        [Arrow(s[i].bottom, bar, role=role, style="dotted") for s in (picked, ref_picked) for i, role in enumerate(ROLES)],
        [Arrow(bar, result[i].top, role=role, style="dotted") for i, role in enumerate(ROLES)],
    )
