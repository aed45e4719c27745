"""Top-P sampling: the smallest set of likely tokens that reaches a probability of P, and a draw from it."""

import numpy as np

from llmfig import Brace, Callout, Column, Diagram, Text, figure, tr
from llmfig.chart import Axis, Bars, Chart, Guide, Inset

TOP_P = 0.7
HEAD = (0.2, 0.17, 0.14, 0.12, 0.1, 0.06, 0.04)  # what the figure writes out
TAIL, DECAY = 9, 0.8  # bars without a number
SEED = 8


def distribution():
    """Probabilities, the most likely token first; the tail would go on, so that all tokens together have 1."""
    first = (1 - sum(HEAD)) * (1 - DECAY)
    return np.array([*HEAD, *(first * DECAY**k for k in range(TAIL))])


@figure(
    title=("Top-P Sampling", "Top-P 采样（Top-P Sampling）"),
    alt=(
        "Bar chart of the next token's probabilities after “How”. The five most likely tokens sum to 0.73, more than "
        "0.7, and are kept; all others are cut off and hatched. One of the five, “was”, is drawn by probability.",
        "“你”之后下一个 Token 的概率柱状图。概率最大的五个 Token 之和为 0.73，超过 0.7，因此保留；"
        "其余 Token 被截断并以斜线表示。最后在这五个中按概率采样，得到“好”。",
    ),
)
def top_p_sampling():
    p = distribution()
    kept = int(np.searchsorted(np.cumsum(p), TOP_P)) + 1
    drawn = int(np.random.default_rng(SEED).choice(kept, p=p[:kept] / p[:kept].sum()))
    first = tr("are was is can do to [EOS] much", "在 好 有 的 今 人 [EOS] 不").split()
    last = tr(["#", "%", "…"], ["…"])
    words = [*first, *["…"] * (len(p) + 1 - len(first) - len(last)), *last]
    states = ["data"] * kept + ["muted"] * (len(words) - kept)
    states[drawn] = "model"
    candidate, result, ignored, cut = tr(
        ["Candidate", "Sampling result", "Ignored tokens", "Truncation"],
        ["采样候选池", "采样结果", "被剔除的 Token", "截断"],
    )

    chart = Chart(
        Axis("x", title=tr("Vocabulary", "词表")),
        Axis("y", title=tr("Probability\n($P$)", "概率（$P$）"), title_at="left"),
        Bars(
            [*p, ...], labels=words, role=states, hatched=[s == "muted" for s in states],
            value_labels=[f"{v:g}" for v in HEAD] + ["…"] * (len(words) - len(HEAD)),
            name={"data": candidate, "model": result, "muted": ignored},
        ),
        Guide(x=kept - 0.5, since=p[kept - 1], style="dotted", stroke="normal", label=cut, label_at=p[3]),
        wide=44, tall=20,
    )  # fmt: skip
    total = rf"$\sum P = {p[:kept].sum():g} > {TOP_P}$"
    limit = tr(f"(**Top-P = {TOP_P}**)", f"（**Top-P = {TOP_P}**）")
    brace = Brace(chart.bars(0, kept), label=f"{total}\n{limit}", role="data")
    remark = tr("Among the selected tokens,\nsample according to probability", "在圈选的部分 Token 中，\n按照概率采样")
    heading = tr("Probability distribution of the next token after “How”", "“你”的下一个 Token 的概率分布")
    return Column(
        Text(heading, size="heading"),
        Diagram(
            chart,
            brace,
            Inset(Callout(remark, to=brace.port("right", 0.8), size="body"), over=chart, at="top"),
            Inset(chart.legend(title=tr("Key", "说明")), over=chart, at="right"),
        ),
        gap="s",
    )
