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
    terms = zip((r"\text{Layer\_cnt}", "2", r"\text{Prefix\_len}", r"\text{Hidden\_size}"), words, strict=True)
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
    cells = {(1, i): h for i, h in enumerate(states, 1)} | {(2, i): t for i, t in enumerate(tokens, 1)}
    ends = list(accumulate(len(ts) for *_, ts in segments))
    for (name, role, ts), english, end in zip(segments, ("Prefix", "Prompt", "Output"), ends, strict=True):
        first, indices = end - len(ts), ", ".join(str(i) for i in range(end - len(ts) + 1, end + 1))
        above = Brace(around(*states[first:end]), label=Text(rf"$\text{{{english}}}_{{\text{{idx}}}} = [{indices}]$"))
        below = Brace(around(*tokens[first:end]), side="bottom", label=Text(name, role=role))
        cells |= {(0, first + 1): span(above, cols=len(ts)), (3, first + 1): span(below, cols=len(ts))}
    names = tr(("Index:", "Activation ($H$):", "Token:"), ("索引：", "激活值（$H$）：", "Token 序列："))
    cells |= {(r, 0): Box(n, role="note", outlined=False, pad="xs", stick=stick) for r, (n, stick) in enumerate(zip(names, ("top right", "right", "right"), strict=True))}
    return Grid(cells, row_gap="xs", col_gap="none")


def layers(segments):
    """The activations in the first, second and last layer; every token has a key and a value, drawn one behind the other."""
    (_, _, prefix), (_, _, prompt), (_, _, output) = segments
    shown, columns = [*prompt[:4], ..., output[-1]], Tracks()

    def layer(dim=False):
        def vector(role):
            return Strip([None] * DIM, down=True, role=role, ruled=True, gap="none", wide=1.2, tall=1.2, cards=1)

        own, others = [vector("sample") for _ in prefix], [Text(r"$\cdots\ \cdots$", size="large") if t is ... else vector("paper") for t in shown]
        *first, last = own
        if dim:
            last = Diagram(last, Brace(side="right", label=Text(tr(f"Dim\n= {DIM}", f"隐层维度\n= {DIM}"), size="small", role="plain")))
        return own, others, Panel(Row(*first, last, *others, gap="xl", tracks=columns), role="auxiliary")

    (_, _, bottom), (_, _, second), (own, marked, last) = layer(), layer(), layer(dim=True)
    virtual = [Text(tr(f"[Virtual\nToken {i}]", f"[虚拟\nToken {i}]"), role="sample") for i in range(1, len(prefix) + 1)]
    real = [Text(r"$\cdots\ \cdots$", size="large") if t is ... else Text(t) for t in shown]
    same_size(*virtual, *real)
    dots, callout = Text(r"$\cdots\ \cdots$", size="large"), Callout(tr("Activation\n(key and value)", "激活值\n（Key 与 Value）"), to=marked[3].bottom)
    names = [labeled(p, right=tr(f"Layer {i}", f"第 {i} 层"), gap="s") for p, i in ((last, LAYERS), (second, 2), (bottom, 1))]
    stack = Column(names[0], Row(dots, callout, gap="xxl", axis=dots), *names[1:], Row(*virtual, *real, gap="xl", tracks=columns))
    inserted, original = tr(("(1) Inserted virtual prefix", "(2) Original input and output"), ("（1）插入的虚拟前缀", "（2）实际的真实输入、输出"))
    every = tr("All prefixes\nfor one task", "一个任务的\n所有前缀（Prefix）")
    return Diagram(
        stack,
        chain(bottom, second, dots, last, stroke="thick", role="note"),
        Brace(around(*own), gap="l", label=tr(f"Prefix length = {len(prefix)}", f"前缀长度 = {len(prefix)}")),
        Brace(around(last, bottom), side="left", label=every),
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
