"""Multinomial sampling: a draw from the whole vocabulary, by probability."""

from llmfig import figure, tr

from ._sampling import LAST, distribution, distribution_chart, draw, picture

SEED = 0


@figure(
    title=("Multinomial Sampling", "多项式采样（Multinomial Sampling）"),
    alt=(
        "Bar chart of the next token's probabilities after “How”, in descending order: 0.2, 0.17, 0.14, 0.12, 0.1, 0.06, "
        "0.04 and smaller ones. All tokens are candidates; one of them, “do”, is drawn by probability.",
        "“你”之后下一个 Token 的概率柱状图，从大到小依次为 0.2、0.17、0.14、0.12、0.1、0.06、0.04 等。"
        "词表中的所有 Token 都是候选，按概率采样，得到“今”。",
    ),
)
def multinomial_sampling():
    p = distribution()
    whole = len(p) + 1  # with the tokens behind the dots
    drawn = draw(p, whole, SEED)
    chart = distribution_chart(p, whole, drawn, LAST[0])
    remark = tr("Over the whole vocabulary,\nsample according to probability", "在全词表下，\n按照概率采样")
    return picture(chart, remark, chart.bar(drawn).top_right, at="center")
