"""What the figures on sampling share: the distribution of the next token, a draw from it, and its bar chart."""

import numpy as np

from llmfig import Brace, Callout, Column, Diagram, Text, tr
from llmfig.chart import Axis, Bars, Chart, Guide, Inset

HEAD = (0.2, 0.17, 0.14, 0.12, 0.1, 0.06, 0.04)  # what the figures write out
TAIL, DECAY = 9, 0.8  # bars without a number
FIRST = "are was is can do to [EOS] much", "在 好 有 的 今 人 [EOS] 不"  # tokens by probability
LAST = ["#", "%", "…"], ["…"]  # the least likely ones


def distribution():
    """Probabilities, the most likely token first; the tail would go on, so that all tokens together have 1."""
    first = (1 - sum(HEAD)) * (1 - DECAY)
    return np.array([*HEAD, *(first * DECAY**k for k in range(TAIL))])


def draw(p, kept, seed):
    """One of the `kept` most likely tokens, by probability; after the last of `p` stand all further tokens."""
    pool = np.append(p, 1 - p.sum())[:kept]
    return int(np.random.default_rng(seed).choice(len(pool), p=pool / pool.sum()))


def distribution_chart(p, kept, drawn, last):
    """The distribution, with the token that is drawn; from `kept` on, tokens are cut off; `last` are the last tokens."""
    first = tr(*FIRST).split()
    words = [*first, *["…"] * (len(p) + 1 - len(first) - len(last)), *last]
    states = ["data" if i < kept else "muted" for i in range(len(words))]
    states[drawn] = "model"
    names = tr(
        {"data": "Candidates", "model": "Sampling result", "muted": "Ignored tokens"},
        {"data": "采样候选池", "model": "采样结果", "muted": "被剔除的 Token"},
    )
    cut = {"style": "dotted", "stroke": "normal", "label": tr("Truncation", "截断"), "label_at": p[kept - 2]}
    return Chart(
        Axis("x", title=tr("Vocabulary", "词表")),
        Axis("y", title=tr("Probability\n($P$)", "概率（$P$）"), title_at="left"),
        Bars(
            [*p, ...], labels=words, role=states, hatched=[s == "muted" for s in states],
            value_labels=[f"{v:g}" for v in HEAD] + ["…"] * (len(words) - len(HEAD)),
            name={state: name for state, name in names.items() if state in states},
        ),
        *([Guide(x=kept - 0.5, since=p[kept - 1], **cut)] if kept < len(words) else []),
        wide=44, tall=20,
    )  # fmt: skip


def picture(chart, remark, to, *braces, at="top"):
    """The chart under its heading, with a remark that points at a place, and the key."""
    heading = tr("Probability distribution of the next token after “How”", "“你”的下一个 Token 的概率分布")
    said = Inset(Callout(remark, to=to, size="body"), over=chart, at=at, gap="xl")
    key = Inset(chart.legend(title=tr("Key", "说明")), over=chart, at="right")
    return Column(Text(heading, size="heading"), Diagram(chart, braces, said, key), gap="s")


def subset(p, kept, drawn, label):
    """The picture of a draw from the `kept` most likely tokens only; `label` says why these."""
    chart = distribution_chart(p, kept, drawn, tr(*LAST))
    pool = chart.bars(0, kept)
    remark = tr("Among the selected tokens,\nsample according to probability", "在圈选的部分 Token 中，\n按照概率采样")
    return picture(chart, remark, pool.top_right, Brace(pool, label=label, role="data"))
