"""A scaling law: the loss of a language model as a sum, and what its terms come to for one model."""

from llmfig import Arrow, Box, Diagram, Formula, Grid, Note, figure, tr

# Hoffmann et al. (2022), approach 3.
E, A, B, ALPHA, BETA = 1.69, 406.4, 410.7, 0.34, 0.28
PARAMETERS, TOKENS = 10e9, 200e9


def terms(n, d):
    """The terms of the loss of a model of `n` parameters trained on `d` tokens, in nats per token."""
    return E, A / n**ALPHA, B / d**BETA


def equation(left, *summands):
    """The signs and summands of an equation, a cell for each."""
    words = [left, "=", *(w for s in summands for w in (s, "+"))][:-1]
    return [Formula(w, size="title") for w in words]


@figure(
    title=("A scaling law, term by term", "缩放定律的各项含义"),
    alt=(
        "The loss as a sum of three terms: the entropy of text, a term that falls with the number of "
        "parameters and one that falls with the number of tokens. For 10 billion parameters and 200 "
        "billion tokens they are 1.690, 0.162 and 0.281.",
        "损失是三项之和：文本本身的熵、随参数量下降的一项、随数据量下降的一项；"
        "对 100 亿参数、2000 亿词元，三项为 1.690、0.162、0.281。",
    ),
)
def formula_terms():
    values = terms(PARAMETERS, TOKENS)
    law = equation("L", "E", r"\role{model}{\frac{A}{N^{\alpha}}}", r"\role{data}{\frac{B}{D^{\beta}}}")
    sums = equation(f"{sum(values):.3f}", *(f"{v:.3f}" for v in values))
    says = tr(
        ["entropy of text:\na floor for all", "finite model:\n$N$ parameters", "finite data:\n$D$ tokens"],
        ["文本本身的熵：\n任何模型的下限", "模型规模有限：\n$N$ 个参数", "数据规模有限：\n$D$ 个词元"],
    )
    boxes = [Box(words, role=role) for words, role in zip(says, ("muted", "model", "data"))]
    meaning = [Box(tr("loss", "损失"), role="loss"), None, boxes[0], None, boxes[1], None, boxes[2]]
    example = tr("$N$ = 10 billion, $D$ = 200 billion", "$N$ 为 100 亿，$D$ 为 2000 亿")
    return Diagram(
        Grid([law, meaning, sums], row_gap="l", col_gap="m"),
        [Arrow(term, box) for term, box in zip(law, meaning) if box],
        Note(example, side="bottom", gap="m"),
    )
