"""Top-K sampling: the K most likely tokens, and a draw from them."""

from llmfig import figure

from ._sampling import distribution, draw, subset

TOP_K = 3
SEED = 0


@figure(
    title=("Top-K Sampling", "Top-K 采样（Top-K Sampling）"),
    alt=(
        "Bar chart of the next token's probabilities after “How”. The three most likely tokens are kept, all others are "
        "cut off and hatched. One of the three, “was”, is drawn by probability.",
        "“你”之后下一个 Token 的概率柱状图。保留概率最大的三个 Token，其余 Token 被截断并以斜线表示。"
        "最后在这三个中按概率采样，得到“好”。",
    ),
)
def top_k_sampling():
    p = distribution()
    return subset(p, TOP_K, draw(p, TOP_K, SEED), f"**Top-K = {TOP_K}**")
