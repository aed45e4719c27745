"""An encoder-decoder translates: the decoder looks up the source tokens it needs for the next word."""

import numpy as np

from llmfig import (
    Arrow, Box, Diagram, Grid, Highlight, Matrix, Operator, Region, Strip, Tracks, chain, figure, heat, labeled, tr,
)

SCORES = np.array([0.4, 2.6, 1.2, -0.3])  # query times key of each source token, scaled


@figure(
    title=("Encoder-decoder with attention", "带注意力的编码器–解码器"),
    alt=(
        "The encoder turns four source tokens into states. The decoder has written “Le thé”; its query "
        "weights the states by a softmax, “green” most of all, and the next token is “vert”.",
        "编码器把四个源词元变成状态。解码器已写出“I bought tea”，用查询对各状态做 softmax 加权，"
        "“昨天”的权重最大，下一个词元是“yesterday”。",
    ),
)
def encoder_decoder():
    columns, weights = Tracks(), np.exp(SCORES) / np.exp(SCORES).sum()
    source = Strip(tr(["the", "green", "tea", "cools"], ["我", "昨天", "买了", "茶"]), tracks=columns)
    encoder = Box(tr("Encoder", "编码器"), role="auxiliary", stick="fill-x")
    states = Strip([f"$h_{i + 1}$" for i in range(len(weights))], role="auxiliary", tracks=columns)
    scores = Strip(SCORES, fmt=".1f", role="compute", wide=3.4, tracks=columns)
    shares = Matrix([weights], fmt=".2f", size="body", pad=7, role=heat([weights], low=0, high=1), tracks=columns)
    context = Box(r"$c = \sum_i \alpha_i h_i$", role="compute")
    target = Strip(tr(["<BOS>", "Le", "thé"], ["<BOS>", "I", "bought", "tea"]), role="sample")
    attention = Box(tr("Masked self-attention", "掩码自注意力"), role="model", stick="fill-x")
    state, plus = Box(tr("State $s$", "状态 $s$"), role="model"), Operator("+")
    output = Box(tr("Feed-forward, softmax", "前馈网络与 softmax"), role="model", stick="fill-x")
    token = Strip([tr("vert", "yesterday")], role="sample")
    named = labeled(target, top=tr("target so far", "已生成的译文")), labeled(token, bottom=tr("next token", "下一个词元"))
    left = [labeled(source, top=tr("source", "原文")), encoder, states, scores, shares, context, None, None]
    right = [None, named[0], attention, state, None, plus, output, named[1]]
    look = {"title_side": "bottom left", "title_gap": "m"}
    cross = Region(rows=(3, 5), cols=(0, 0), title=tr("Cross-attention", "交叉注意力"), role="panel-alt", pad="l", **look)
    regions = [cross, Region(rows=(2, 6), cols=(1, 1), title=tr("Decoder", "解码器"), **look)]
    return Diagram(
        Grid([*zip(left, right)], gap="l", col_gap="xxl", regions=regions),
        chain(source, encoder, states), Arrow(states, scores, label=r"$q \cdot h_i / \sqrt{d}$"),
        Arrow(scores, shares, label="softmax"), Arrow(shares, context, label=r"$\alpha_i$"),
        Arrow(states.left, context.left), chain(target, attention, state, plus, output, token), Arrow(context, plus),
        Arrow(state, scores, label=tr("query $q$", "查询 $q$"), label_t=0.28), Highlight(shares[0, weights.argmax()]),
    )
