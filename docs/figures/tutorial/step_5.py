"""Speculative decoding: a small model drafts tokens, a large one judges all of them in one pass."""

import numpy as np

from llmfig import (
    Arrow, Box, Brace, Diagram, Formula, Grid, Highlight, Matrix, Note, Panel, Row, Strip, Text,
    Tracks, figure, span, tr,
)

TARGET = np.array([0.7, 0.6, 0.1, 0.4])  # p: probability of each drafted token, by the target model
DRAFT = np.array([0.6, 0.8, 0.5, 0.7])  # q: the same by the draft model
SEED = 24


def acceptance_rule():
    rule = Formula(r"\frac{\term{p}{\role{model}{p(x)}}}{\term{q}{\role{auxiliary}{q(x)}}} > u")
    target = Text(tr("target model", "目标模型"), size="small", role="model")
    draft = Text(tr("draft model", "草稿模型"), size="small", role="auxiliary")
    return Panel(
        Diagram(
            rule,
            Note(target, over=rule.term("p"), side="left"),
            Note(draft, over=rule.term("q"), side="left"),
        ),
        title=tr("A drafted token is kept if", "草稿词元的接受条件"), role="panel-alt", stick="fill-x",
    )


@figure(
    title=("Speculative decoding", "推测解码"),
    alt=(
        "The draft model continues “The cat sat” by four tokens, one by one. The target model scores "
        "all of them at once. Two are accepted, the third is replaced, the fourth is dropped. "
        "The rule: a token x is kept if p(x) over q(x) is more than u.",
        "草稿模型为“小猫趴在”逐个续写四个词元，目标模型一次并行打分："
        "前两个被接受，第三个重新采样，第四个丢弃。"
        "接受规则：p(x) 与 q(x) 之比大于 u 时保留词元 x。",
    ),
)
def speculative_decoding():
    acceptance = np.minimum(1, TARGET / DRAFT)
    draws = np.random.default_rng(SEED).random(len(DRAFT))
    kept = int(np.argmax(draws >= acceptance))  # up to the first rejected one (there is one)

    columns = Tracks()
    prefix = Strip(tr(["The", "cat", "sat"], ["小猫", "趴", "在"]), role="muted")
    tokens = tr(["on", "the", "moon", "and"], ["温暖", "的", "月亮", "上"])
    drafted = Strip(tokens, role="data", tracks=columns)
    output = Strip(
        [*tokens[:kept], tr("mat", "沙发")],
        role=["sample"] * kept + ["model"], tracks=columns, stick="left",
    )
    draft_model = Box(tr("Draft model", "草稿模型"), role="auxiliary", stick="fill-x")
    target_model = Box(tr("Target model", "目标模型"), role="model", stick="fill-x")
    roles = ["model", "auxiliary", "compute", "cell"]
    table = Matrix(
        [TARGET, DRAFT, acceptance, draws], fmt=".2f", role=lambda row, _: roles[row], tracks=columns
    )
    compare = tr("Compare $p/q$ with a random $u$", "将 $p/q$ 与随机数 $u$ 比较")
    result = tr(f"{kept + 1} tokens from one pass", f"一次前向得到 {kept + 1} 个词元")
    grid = Grid({
        (0, 1): draft_model,
        (1, 0): prefix, (1, 1): drafted,
        (2, 0): span(target_model, cols=2),
        (3, 0): Text(compare, role="note", wrap=8), (3, 1): table,
        (4, 0): Text(result, role="note", wrap=8), (4, 1): output,
    }, gap="l")
    process = Diagram(
        grid,
        table.label_rows(["$p(x)$", "$q(x)$", r"$\min(1, p/q)$", "$u$"], side="right"),
        Arrow(prefix, draft_model.left), Arrow(prefix, target_model),
        Arrow(draft_model, drafted, label=tr("one by one", "逐个生成")),
        Arrow(drafted, target_model, label=tr("all at once", "一次并行打分")),
        Arrow(target_model, table),
        Highlight(table[2:4, kept : kept + 1]),
        [Arrow(table.column(i).bottom, output[i].top) for i in range(kept + 1)],
        Brace(output[:kept], side="bottom", label=tr("accepted", "接受"), size="small"),
        Brace(output[kept], side="bottom", label=tr("resampled", "重新采样"), size="small"),
    )
    return Row(process, acceptance_rule(), gap="l")
