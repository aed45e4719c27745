"""Top-P sampling: the smallest set of likely tokens that reaches a probability of P, and a draw from it."""

import numpy as np

from llmfig import Brace, Callout, Column, Diagram, Text, figure, tr
from llmfig.chart import Axis, Bars, Chart, Guide, Inset

TOP_P = 0.7
HEAD = (0.2, 0.17, 0.14, 0.12, 0.1, 0.06, 0.04)  # what the figure writes out
TAIL, DECAY = 9, 0.8  # bars without a number; all tokens together have probability 1
SEED = 8


def distribution():
    """Probabilities of the tokens, most likely first; the tail falls off so that it sums to what the head leaves."""
    rest = (1 - sum(HEAD)) * (1 - DECAY)
    return np.array([*HEAD, *(rest * DECAY**k for k in range(TAIL))])


@figure(
    title=("Top-P Sampling", "Top-P 采样（Top-P Sampling）"),
    alt=(
        "Bar chart of the next token's probabilities after “How”. The five most likely tokens sum to 0.73, more than 0.7, and are "
        "kept; all others are cut off and hatched. One of the five, “was”, is drawn according to probability.",
        "“你”之后下一个 Token 的概率柱状图。概率最大的五个 Token 之和为 0.73，超过 0.7，因此保留；其余 Token 被截断并以斜线表示。最后在这五个中按概率采样，得到“好”。",
    ),
)
def top_p_sampling():
    p = distribution()
    kept = int(np.searchsorted(np.cumsum(p), TOP_P)) + 1
    drawn = int(np.random.default_rng(SEED).choice(kept, p=p[:kept] / p[:kept].sum()))
    words = tr(["are", "was", "is", "can", "do", "to", "[EOS]", "much"], ["在", "好", "有", "的", "今", "人", "[EOS]", "不"])
    words = [*words, *["…"] * (len(p) - len(words) - 2), *tr(["#", "%"], ["…", "…"]), "…"]
    states = ["data"] * kept + ["muted"] * (len(words) - kept)
    states[drawn] = "model"

    bars = Bars(
        [*p, ...], labels=words, role=states, hatched=[s == "muted" for s in states],
        value_labels=[f"{v:g}" for v in HEAD] + ["…"] * (len(words) - len(HEAD)),
        name={"data": tr("Candidate", "采样候选池"), "model": tr("Sampling result", "采样结果"), "muted": tr("Ignored tokens", "被剔除的 Token")},
    )  # fmt: skip
    chart = Chart(
        Axis("x", title=tr("Vocabulary", "词表")),
        Axis("y", title=tr("Probability\n($P$)", "概率（$P$）"), title_at="left"),
        bars, Guide(x=kept - 0.5, since=p[kept - 1], style="dotted", stroke="normal", label=tr("Truncation", "截断"), label_at=HEAD[3]),
        tall=20,
    )  # fmt: skip
    total = rf"$\sum P = {p[:kept].sum():g} > {TOP_P}$"
    brace = Brace(chart.bars(0, kept), label=total + "\n" + tr(f"(**Top-P = {TOP_P}**)", f"（**Top-P = {TOP_P}**）"), role="data")
    remark = tr("Among the selected tokens,\nsample according to probability", "在圈选的部分 Token 中，\n按照概率采样")
    return Column(
        Text(tr("Probability distribution of the next token after “How”", "“你”的下一个 Token 的概率分布"), size="heading"),
        Diagram(
            chart, brace,
            Inset(Callout(remark, to=brace.port("right", 0.8), size="body"), over=chart, at="top"),
            Inset(chart.legend(title=tr("Key", "说明")), over=chart, at="right"),
        ),
        gap="s",
    )  # fmt: skip
