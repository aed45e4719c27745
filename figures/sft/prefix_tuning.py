"""Prefix-Tuning: trained prefix vectors stand before the prompt, with a key and a value of their own in every layer."""

from itertools import accumulate

from llmfig import (
    Box, Brace, Callout, Column, Diagram, Formula, Grid, Panel, Row, Strip, Text, Tracks, around, chain, figure, labeled, same_size, span, tr,
)  # fmt: skip

LAYERS, DIM = 32, 4  # of the model
TOKENS_EN = (
    ("Prefix", "sample", ["[Prefix1]", "[Prefix2]"]),
    ("Prompt", "exponent", ["Please", "continue", ":", "Spring", "is", "[END]"]),
    ("Output", "auxiliary", ["Spring", "is", "here", ",", "roses", "bloom", ".", "[END]"]),
)
TOKENS_ZH = (
    ("前缀", "sample", ["[前缀1]", "[前缀2]"]),
    ("Prompt", "exponent", ["请", "续写", "：", "春天", "来", "[END]"]),
    ("输出", "auxiliary", ["春天", "来", "了", "，", "花", "开", "了", "[END]"]),
)


def definitions():
    """What the model sees, without and with a prefix."""
    rows = [rf"\text{{Output}}_i^{{\text{{{name}}}}} &= \text{{LLM}}({prefix}\text{{Prompt}}, \text{{Output}}_{{1 \sim i-1}})"
            for name, prefix in (("Base", ""), ("Prefix-Tuning", r"\role{sample}{\text{Prefix}}, "))]  # fmt: skip
    return Formula(r"\begin{aligned} %s \end{aligned}" % r" \\ ".join(rows), size="body")


def parameter_count(length):
    """The numbers that are trained: a key and a value for each prefix token in each layer."""
    words = tr(("Layers", "K, V", "Prefix length", "Dimension"), ("模型层数", "K、V", "Prefix 长度", "隐层维度"))
    terms = zip((r"\text{Layer\_cnt}", r"\ 2\ \vphantom{\text{y\_}}", r"\text{Prefix\_len}", r"\text{Hidden\_size}"), words, strict=True)
    product = r" \times ".join(rf"\underbrace{{{t}}}_{{\role{{model}}{{\text{{{w}}}}}}}" for t, w in terms)
    name = tr("Parameter count of Prefix-Tuning", "Prefix-Tuning 的总参数量")
    return Formula(
        rf"\begin{{aligned}} \text{{{name}}} &= {product} \\"
        rf"&= {LAYERS} \times 2 \times {length} \times {DIM} = {LAYERS * 2 * length * DIM} \end{{aligned}}",
        size="body",
    )


def sequence(segments):
    """Tokens and activations of the whole sequence, and the index sets of its parts."""
    tokens = [Box(t, role=role, shape="square", pad="xs", size="small", tall=1.9) for _, role, ts in segments for t in ts]
    states = [Box(f"$h_{{{i}}}$", role="model", shape="square", tall=2.4, wide=4.2) for i in range(1, len(tokens) + 1)]
    same_size(*tokens, *states, axis="width")
    cells = {(1, i): h for i, h in enumerate(states)} | {(2, i): t for i, t in enumerate(tokens)}
    ends = list(accumulate(len(ts) for *_, ts in segments))
    for (name, role, ts), english, end in zip(segments, ("Prefix", "Prompt", "Output"), ends, strict=True):
        first, indices = end - len(ts), ", ".join(str(i) for i in range(end - len(ts) + 1, end + 1))
        above = Brace(around(*states[first:end]), label=Text(rf"$\text{{{english}}}_{{\text{{idx}}}} = [{indices}]$"))
        below = Brace(around(*tokens[first:end]), side="bottom", label=Text(name, role=role))
        cells |= {(0, first): span(above, cols=len(ts)), (3, first): span(below, cols=len(ts))}
    names = tr(("Index:", "Activation ($H$):", "Token:"), ("索引：", "激活值（$H$）：", "Token 序列："))
    heads = [[Text(name, role="note", stick=stick)] for name, stick in zip(names, ("top right", "right", "right"), strict=True)]
    rows = Tracks()
    return Row(*(Grid(part, row_gap="xs", col_gap="none", rows=rows) for part in (heads, cells)), gap="s", align="top")


def dots():
    return Text(r"$\cdots\ \cdots$", size="large")


def vectors(tokens, role):
    """A key and a value for each token, one behind the other; dots where tokens are left out."""
    look = {"down": True, "ruled": True, "gap": "none", "wide": 1.2, "tall": 1.2}
    return [dots() if t is ... else Strip([None] * DIM, role=role, cards=1, **look) for t in tokens]


def layers(segments):
    """The activations in the first, second and last layer, over the tokens that they belong to."""
    (_, _, prefix), (_, _, prompt), (_, _, output) = segments
    shown, columns = [*prompt[:4], ..., output[-1]], Tracks()
    first, second, last = ((vectors(prefix, "sample"), vectors(shown, "paper")) for _ in range(3))
    (*others, measured), activations = last
    dim = Brace(side="right", label=Text(tr(f"Dim\n= {DIM}", f"隐层维度\n= {DIM}"), size="small", role="plain"))
    rows = [*others, Diagram(measured, dim), *activations], [*second[0], *second[1]], [*first[0], *first[1]]
    top, middle, bottom = (Panel(Row(*row, gap="xl", tracks=columns), role="auxiliary") for row in rows)
    virtual = [Text(tr(f"[Virtual\nToken {i}]", f"[虚拟\nToken {i}]"), role="sample") for i in range(1, len(prefix) + 1)]
    real = [dots() if t is ... else Text(t) for t in shown]
    same_size(*virtual, *real)

    callout = Callout(tr("Activation\n(key and value)", "激活值\n（Key 与 Value）"), to=activations[3].bottom)
    between = dots()
    high, *low = (labeled(p, right=tr(f"Layer {i}", f"第 {i} 层"), gap="s") for p, i in ((top, LAYERS), (middle, 2), (bottom, 1)))
    stack = Column(high, Row(between, callout, gap="xxl", axis=between), *low, Row(*virtual, *real, gap="xl", tracks=columns))
    length, every, inserted, original = tr(
        (f"Prefix length = {len(prefix)}", "All prefixes\nfor one task", "(1) Inserted virtual prefix", "(2) Original input and output"),
        (f"前缀长度 = {len(prefix)}", "一个任务的\n所有前缀（Prefix）", "（1）插入的虚拟前缀", "（2）实际的真实输入、输出"),
    )
    return Diagram(
        stack,
        chain(bottom, middle, between, top, stroke="thick", role="note"),
        Brace(around(*others, measured), gap="l", label=length),
        Brace(around(top, bottom), side="left", label=every),
        Brace(around(*virtual), side="bottom", label=inserted),
        Brace(around(*real), side="bottom", label=original),
    )


@figure(
    title=("Prefix-Tuning", "Prefix-Tuning"),
    alt=(
        "Two prefix tokens stand before the prompt and the output; the index sets are 1 to 2, 3 to 8 and 9 to 16. Below, in each of 32 "
        "layers the prefix tokens have trained vectors, a key and a value of dimension 4 each: 512 parameters.",
        "两个前缀词元位于 Prompt 与输出之前，索引分别为 1–2、3–8、9–16。下方：32 层中每一层，前缀词元都有可训练的 Key 与 Value 向量，维度为 4，共 512 个参数。",
    ),
)
def prefix_tuning():
    segments = tr(TOKENS_EN, TOKENS_ZH)
    top = Row(definitions(), parameter_count(len(segments[0][2])), spread=True, stick="fill-x")
    return Column(top, *(Panel(part, role="panel-alt", stick="fill-x") for part in (sequence(segments), layers(segments))))
