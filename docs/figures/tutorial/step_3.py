"""Speculative decoding: a small model drafts tokens, a large one judges all of them in one pass."""

import numpy as np

from llmfig import Arrow, Box, Diagram, Grid, Matrix, Strip, Tracks, figure, span, tr

TARGET = np.array([0.7, 0.6, 0.1, 0.4])  # p: probability of each drafted token, by the target model
DRAFT = np.array([0.6, 0.8, 0.5, 0.7])  # q: the same by the draft model
SEED = 24


@figure(
    title=("Speculative decoding", "推测解码"),
    alt=(
        "The draft model continues “The cat sat” by four tokens, one by one. The target model scores "
        "all of them at once. A table compares the probabilities of both models with random numbers.",
        "草稿模型为“小猫趴在”逐个续写四个词元，目标模型一次并行打分；"
        "表中列出两个模型给出的概率、概率之比与随机数。",
    ),
)
def speculative_decoding():
    acceptance = np.minimum(1, TARGET / DRAFT)
    draws = np.random.default_rng(SEED).random(len(DRAFT))

    columns = Tracks()
    prefix = Strip(tr(["The", "cat", "sat"], ["小猫", "趴", "在"]), role="muted")
    tokens = tr(["on", "the", "moon", "and"], ["温暖", "的", "月亮", "上"])
    drafted = Strip(tokens, role="data", tracks=columns)
    draft_model = Box(tr("Draft model", "草稿模型"), role="auxiliary", stick="fill-x")
    target_model = Box(tr("Target model", "目标模型"), role="model", stick="fill-x")
    roles = ["model", "auxiliary", "compute", "cell"]
    table = Matrix(
        [TARGET, DRAFT, acceptance, draws], fmt=".2f", role=lambda row, _: roles[row], tracks=columns
    )
    grid = Grid({
        (0, 1): draft_model,
        (1, 0): prefix, (1, 1): drafted,
        (2, 0): span(target_model, cols=2),
        (3, 1): table,
    }, gap="l")
    return Diagram(
        grid,
        table.label_rows(["$p(x)$", "$q(x)$", r"$\min(1, p/q)$", "$u$"], side="right"),
        Arrow(prefix, draft_model.left), Arrow(prefix, target_model),
        Arrow(draft_model, drafted, label=tr("one by one", "逐个生成")),
        Arrow(drafted, target_model, label=tr("all at once", "一次并行打分")),
        Arrow(target_model, table),
    )
