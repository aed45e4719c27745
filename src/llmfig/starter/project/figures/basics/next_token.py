"""Next token: the model scores all tokens, softmax makes the scores probabilities, the likeliest token is appended."""

import numpy as np

from llmfig import (
    Arrow, Axis, Bars, Box, Brace, Chart, Column, Diagram, Formula, Grid, NeuralNet, Note, Row, Strip, Tracks,
    chain, figure, tr,
)  # fmt: skip

LOGITS = np.array([4.2, 3.3, 2.7, 1.6, 0.4])  # of the five tokens that are shown


def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


@figure(
    title=("How a language model picks the next token", "语言模型如何选出下一个词元"),
    alt=(
        "The prompt “The cat sat on the” goes into a language model, which gives a logit to each of five tokens. "
        "Softmax turns the logits into probabilities, shown as bars: mat 0.58, sofa 0.24, floor 0.13, roof 0.04, "
        "moon 0.01. An arrow takes the likeliest token, “mat”, to the empty place at the end of the prompt.",
        "提示词“猫 趴 在”输入语言模型，模型给五个词元各打一个分数（logit）。Softmax 把分数变为概率，画成柱状图："
        "垫子 0.58、沙发 0.24、地板 0.13、屋顶 0.04、月亮 0.01。箭头把概率最大的“垫子”送到提示词末尾的空位。",
    ),
)
def next_token():
    # Numbers are computed from what they follow from; colours are named by what they stand for (roles).
    p = softmax(LOGITS)
    likeliest = int(p.argmax())
    roles = ["sample" if i == likeliest else "muted" for i in range(len(p))]
    names = tr(["mat", "sofa", "floor", "roof", "moon"], ["垫子", "沙发", "地板", "屋顶", "月亮"])

    # What is pointed at later is kept in a variable. Shared tracks: each bar over its word, each word over its logit.
    columns = Tracks()
    prompt = Strip(tr(["The", "cat", "sat", "on", "the"], ["猫", "趴", "在"]), role="data")
    place = Box("?", role="sample", shape="square", dashed=True)
    model = Box(Row(NeuralNet(), tr("**Language model**", "**语言模型**"), gap="s"), role="model")
    logits = Strip(LOGITS, fmt=".1f", role="auxiliary", tracks=columns)
    formula = Formula(r"p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}", size="large")
    softmax_box = Box(Row("**Softmax**", formula, gap="m"), role="compute")
    words = Strip(names, role=roles, tracks=columns)
    bars = Bars(p, role=roles, value_labels=".2f", gap="hair", tracks=columns)
    chart = Chart(Axis("x", arrow=False), bars, tall=7)

    # The layout: no coordinates, only rows and columns. Then what lies over it.
    layout = Grid(
        [
            [None, None, Column(chart, words, gap="xs")],
            [None, None, softmax_box],
            [Row(prompt, place, gap="hair"), model, logits],
        ],
        row_gap="l",
        col_gap="l",
    )
    again = tr("Append the likeliest token,\nthen run the model again", "接上概率最大的词元，\n再次运行模型")
    return Diagram(
        layout,
        Brace(prompt, side="bottom", label=tr("Prompt", "提示词")),
        Brace(logits, side="bottom", label="Logits $z$"),
        Note(tr("Probabilities $p$", "概率 $p$"), over=chart, side="top"),
        chain(place, model, logits, softmax_box, words),
        Arrow(words[likeliest], place, label=again),
    )
