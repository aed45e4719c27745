"""SFT loss: the labels are the tokens shifted left by one; the loss is the mean of −log of their probabilities."""

import numpy as np

from llmfig import Arrow, Box, Brace, Column, Diagram, Formula, Grid, Matrix, NeuralNet, Region, Row, Strip, Text, around, figure, span, tr

LAST_ID = 151935
CELL = {"size": "body", "wide": 4.4, "tall": 1.9, "pad": 5}  # of a token, and of the column below it
PROBABILITIES = [0.0009, 0.99, 0.03, 0.0003, 0.014, 0.327]  # of the six labels
FIRST = ["0.000", "0.002", "0.001", "0.000", "0.000", "0.001"]  # of token 0
LAST = ["0.001", "…", "0.000", "…", "0.001", "0.002"]
OTHERS = {(2, 1): "0.000", (2, 3): "0.0004", (1, 4): "0.000"}  # in the row of a label, at a position


def distribution(labels, rows):
    """Probabilities, one row per token and one column per position; looked up are those of the labels."""
    own = {(token, j): f"**{p:g}**" for j, (token, p) in enumerate(zip(labels, PROBABILITIES, strict=True))}
    other = {(labels[i], j): text for (i, j), text in OTHERS.items()}
    middle = [[own.get((t, j)) or other.get((t, j), "…") for j in range(len(labels))] for t in rows]
    picked = {(1 + rows.index(t), j) for t, j in own}
    return Matrix([FIRST, *middle, LAST], role=lambda r, c: "loss" if (r, c) in picked else "compute", **CELL)


def loss_formula(labels):
    """The definition, the six terms, and their mean."""
    loss = -np.mean(np.log(PROBABILITIES))
    names = [t if t.startswith("<") else f"“{t}”" for t in labels]
    terms = [rf"\log(\underbrace{{{p:g}}}_{{\role{{loss}}{{\text{{{t}}}}}}})" for t, p in zip(names, PROBABILITIES, strict=True)]
    n, inner = len(labels), r"y_{ji} \log(\hat{y}_{ji})"
    return Formula(
        rf"""\begin{{aligned}} \mathcal{{L}}_{{\mathrm{{SFT}}}}
        &= -\frac{{1}}{{N}} \sum_{{j=1}}^{{N}} \sum_{{i=0}}^{{C-1}} {inner}
        = -\frac{{1}}{{{n}}} \sum_{{j=1}}^{{{n}}} \sum_{{i=0}}^{{{LAST_ID}}} {inner} \\
        &= -\frac{{1}}{{{n}}} \Bigl( {" + ".join(terms)} \Bigr) \\ &\approx {loss:.2f} \end{{aligned}}"""
    )


@figure(
    title=("Loss of SFT (cross-entropy)", "SFT的Loss（交叉熵）"),
    alt=(
        "A prompt and its response go into the model, which gives a probability distribution for every position. The labels are the "
        "tokens shifted left by one; their probabilities are looked up, the prompt is ignored, and the loss is the mean of −log p.",
        "Prompt 与参考回答输入 LLM，得到每个位置的概率分布。将 token 左移一位作为标签，查出标签对应的概率，忽略 Prompt 区域，对 −log p 取平均得到 Loss。",
    ),
)
def sft_loss():
    prompt = tr(["Is", "choc", "olate", "safe", "for", "my", "dog", "?"], ["虎", "皮", "青", "椒", "要", "放", "什么", "？"])
    answer = tr(["No", ",", "it's", "toxic", "."], ["青", "椒", "、", "大蒜", "。"])
    labels = [*answer, "<END>"]  # of the positions from the last token of the prompt on
    rows = [*sorted(answer), "<END>"]

    ignored = Strip(prompt[:-1], **CELL)
    counted = Strip(prompt[-1:] + answer, role=["data"] + ["model"] * len(answer), **CELL)
    label, table = Strip(labels, role="loss", **CELL), distribution(labels, rows)
    mask_note = Text(tr("Ignore the\nPrompt area", "忽略 Prompt 区域，\n不计算 Loss"))
    mask = Matrix([[None]], hatched=lambda r, c: True, role="paper", badge=mask_note, stick="fill")
    side = {"down": True, "role": "panel-alt", **CELL}
    ids = Strip(["0", *"*" * len(rows), str(LAST_ID)], **side)
    names = Strip(["!", *[Text(t, role="loss", bold=True) for t in rows], None], **side)

    llm = Box(Row("LLM", NeuralNet()), role="auxiliary", size="large", tall=3, wide=7)
    everything = Brace(around(ignored, counted), side="bottom", style="bracket")
    spans = Brace(around(ignored, counted[0]), label="Prompt"), Brace(counted[1:], label=tr("Response", "参考回答（Response）"))
    steps = tr(
        ["(1) Shift left by one position, as the Label",
         "(2) Look up the probability of the\ncorresponding Token ID based on the Label"],
        ["（1）左移 1 位，作为 Label", "（2）根据 Label 查对应 Token ID 的概率"],
    )  # fmt: skip
    notes = [Text(words, role="note", stick="right", align="right") for words in steps]
    title = tr("Generated probability distribution", "生成概率分布")
    panel = Region(rows=(4, 4), cols=(0, 4), title=title, title_side="top left", role="panel-alt", outlined=True)
    grid = Grid({
        (0, 1): span(ignored, cols=2), (0, 3): Diagram(counted, *spans, everything),
        (1, 2): notes[0], (2, 1): llm, (2, 3): label, (2, 4): Text("Label", role="loss", bold=True),
        (3, 2): notes[1], (4, 0): ids, (4, 1): span(mask, cols=2), (4, 3): table, (4, 4): names,
    }, row_gap="xl", col_gap="hair", regions=[panel])  # fmt: skip
    dotted = {"style": "dotted", "role": "loss"}
    starts = [everything.level_with(counted[1 + j]) for j in range(len(answer))]
    flow = Diagram(
        grid, Arrow(everything.level_with(llm), llm), Arrow(llm, panel),
        [Arrow(start, label[j].top, route="straight", **dotted) for j, start in enumerate(starts)],
        [Arrow(label[j].bottom, table.column(j).top, **dotted) for j in range(len(labels))],
    )  # fmt: skip
    return Column(flow, loss_formula(labels), gap="l")
