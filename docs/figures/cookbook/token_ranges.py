"""Fill in the middle: a document is cut into three parts, and the middle is moved to the end."""

from llmfig import Arrow, Brace, Column, Diagram, Strip, figure, tr

PREFIX, MIDDLE, SUFFIX = ["def", "add", "(a, b):"], ["return", "a", "+", "b"], ["print", "(add(1, 2))"]


def code(*tokens):
    return [f"`{t}`" for t in tokens]


@figure(
    title=("Fill in the middle", "中间填充（FIM）训练数据"),
    alt=(
        "A short Python program cut into prefix, middle and suffix; below it the training sample, in "
        "which the middle comes last, after a marker, and alone counts in the loss.",
        "一段 Python 程序被切成前缀、中间、后缀；下方的训练样本把中间部分移到末尾，且仅在此处"
        "计算损失。",
    ),
)
def token_ranges():
    p, m, s = len(PREFIX), len(MIDDLE), len(SUFFIX)
    prefix, middle, suffix = ["data"] * p, ["model"] * m, ["auxiliary"] * s
    document = Strip(code(*PREFIX, *MIDDLE, *SUFFIX), role=prefix + middle + suffix, uniform=False)
    sample = Strip(
        code("<PRE>", *PREFIX, "<SUF>", *SUFFIX, "<MID>", *MIDDLE),
        role=["muted", *prefix, "muted", *suffix, "muted", *middle], uniform=False,
    )
    before = [document[:p], document[p:-s], document[-s:]]
    after = [sample[1 : p + 1], sample[-m:], sample[p + 2 : -m - 1]]
    names = tr(["prefix", "middle", "suffix"], ["前缀", "中间", "后缀"])
    return Diagram(
        Column(document, sample, gap="xxl"),
        [Brace(place, label=name) for place, name in zip(before, names)],
        [Arrow(a.bottom, b.top, route="straight") for a, b in zip(before, after)],
        Brace(sample[:-m], side="bottom", label=tr("given", "已知")),
        Brace(sample[-m:], side="bottom", label=tr("predicted (loss)", "预测（计算损失）")),
    )
