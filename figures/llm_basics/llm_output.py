"""LLM output: from the last hidden states to logits, probabilities and the next token."""

from llmfig import Arrow, Axis, Bars, Box, Brace, Chart, Column, Diagram, Grid, Icon, Strip, Text, Tracks, chain, figure, tr

from ._story import ANSWER, LOGITS, VOCABULARY, probabilities, rounded, tensor

BEST = int(LOGITS.argmax())
NAMES = {BEST: ANSWER, 9: ("Not", "怎么"), 11: ("I’ve", "不要"), **{i: (t, t) for i, t in enumerate('!"#')}}  # of the shown tokens


def skipping(values, dots="…"):
    """What stands in the columns: before the last token, dots for all those that are left out."""
    return [*values[:-1], dots, values[-1]]


def distribution(p, columns):
    """Bars to scale, with the numbers of the tokens that have names, over a strip of these names."""
    last = len(p) - 1
    numbers = [rounded(v) if i in NAMES or i == last else None for i, v in enumerate(p)]
    numbers[BEST] = Column(Icon("circle-check", role="model"), Text(numbers[BEST], size="small"), gap="none")
    names = [tr(*NAMES[i]) if i in NAMES else None for i in range(len(p))]
    bars = Bars(skipping(p, ...), role=lambda i: "model" if i == BEST else "compute", value_labels=skipping(numbers), gap="hair", tracks=columns)
    title = tr("Probability ($P$)", "概率（$P$）")
    return Chart(Axis("x"), Axis("y", title=title, title_at="right"), bars, tall=11), Strip(skipping(names), role="muted", tracks=columns)


@figure(
    title=("LLM output", "LLM输出层"),
    alt=(
        "From the bottom up: hidden states of the last decoder layer, LM Head, logits of all positions, logits of the last position, "
        "their softmax as a bar chart over the vocabulary, and decoding, which picks “I’m” with a probability of 0.34 as next token.",
        "自下而上：最后一层 Decoder 的隐藏状态、语言模型头、所有位置的 Logits、最后一个位置的 Logits，经 Softmax 得到全词表概率分布柱状图，再经解码选出概率为 0.34 的下一个词元“我”。",
    ),
)
def llm_output():
    columns, (p, others) = Tracks(), probabilities()
    chart, names = distribution(p, columns)
    brace = Brace(chart.bars(0, len(p) + 1), side="top", level=1)
    logits = Strip(skipping(LOGITS), fmt=".1f", role="model", size="small", tracks=columns)
    every = tensor("logits", len(LOGITS) - 3, tracks=columns)
    head = Box(tr("LM Head", "**语言模型头**\n（LM Head）"), role="auxiliary", wide=16)
    states = tensor("last", 6, tracks=Tracks())
    source, answer = Text(tr("From the last Decoder layer", "来自最后一层 Decoder"), role="note"), Box(tr(*ANSWER), role="model")
    rest = tr(f"(the other {VOCABULARY - len(p)} tokens\ntogether: {rounded(others)})", f"（其余 {VOCABULARY - len(p)} 个词元\n合计 {rounded(others)}）")
    captions = tr(
        ["Predicted next token", "Probability distribution\nover the entire vocabulary", "Logits of last position", "Logits of all positions", "", "Hidden States"],
        ["预测的下一个词元", "全词表概率分布\n（所有候选词元）", "最后一个位置的\nLogits", "所有位置的\nLogits", "", "隐藏状态\n（Hidden States）"],
    )  # fmt: skip
    stages = [answer, Column(Diagram(chart, brace), names, gap="xs"), logits, every, head, states]
    words = [Text(c, role="cell", align="left") if c else None for c in captions]
    words[1] = Column(words[1], Text(rest, role="note", size="small", align="left"), gap="s", align="left")
    grid = Grid([*([e, w] for e, w in zip(stages, words)), [source, None]], row_gap="l", col_gap="l", align=("center", "left"))
    decoding = tr("**Decoding** (Sampling/Top-K/…)", "**解码**（随机采样、选最大概率等）")
    softmax = tr("Converted to probabilities (**Softmax**)", "转为概率（**Softmax**）")
    return Diagram(
        grid, chain(source, states, head, every, logits),
        Arrow(logits.top, names.bottom, label=softmax), Arrow(brace.tip, answer, label=decoding),
    )  # fmt: skip
