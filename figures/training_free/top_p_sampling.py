"""Top-P sampling: the smallest set of likely tokens that reaches a probability of P, and a draw from it."""

import numpy as np

from llmfig import figure, tr

from ._sampling import distribution, draw, subset

TOP_P = 0.7
SEED = 8


def reaching(p, limit):
    """How many of the most likely tokens it takes to reach a probability."""
    return int(np.searchsorted(np.cumsum(p), limit)) + 1


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
    kept = reaching(p, TOP_P)
    total = rf"$\sum P = {p[:kept].sum():g} > {TOP_P}$"
    limit = tr(f"(**Top-P = {TOP_P}**)", f"（**Top-P = {TOP_P}**）")
    return subset(p, kept, draw(p, kept, SEED), f"{total}\n{limit}")
