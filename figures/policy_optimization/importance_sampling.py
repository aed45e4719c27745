"""Importance sampling: an estimate of an expectation under p from samples of p′, and the two distributions with their ratio."""

import numpy as np

from llmfig import Column, Formula, Table, figure, spline, tr
from llmfig.chart import Area, Axis, Chart, Curve, Points

X = (1, 2, 3, 4, 5)
P = (0.4, 0.3, 0.15, 0.1, 0.05)  # the true distribution
P_AUX = (0.05, 0.1, 0.15, 0.3, 0.4)  # p′, the one that is sampled from
F = {2: -5, 4: 1, 5: 7}
SAMPLES = (4, 5, 4, 5, 4, 2)
COLUMN = 7.0  # width of a column of the table, em; the charts are as wide as the table


def rows():
    """Per sample: x, f(x), p(x), p′(x), w(x), f(x)·w(x)."""
    p, aux = dict(zip(X, P, strict=True)), dict(zip(X, P_AUX, strict=True))
    return [(x, F[x], p[x], aux[x], p[x] / aux[x], F[x] * p[x] / aux[x]) for x in SAMPLES]


def number(v):
    return f"{v:.4g}".replace("-", "−")


@figure(
    title=("Importance sampling", "重要性采样（Importance sampling）"),
    alt=(
        "The formula of importance sampling; a table of six samples drawn from p′ with their weights p/p′ and corrected values, whose "
        "mean is the estimate −2.04; and charts of p, p′ and of the weight, which falls from 8 to 0.125.",
        "重要性采样公式；六个取自 p′ 的样本及其权重 p/p′ 与修正后的函数值，均值即估计值 −2.04；下方为 p、p′ 的曲线，以及从 8 降到 0.125 的权重曲线。",
    ),
)
def importance_sampling():
    law = Formula(
        r"""\mathbb{E}_{x\sim p}[f(x)] = \mathbb{E}_{x\sim p'}\left[f(x)\,\frac{p(x)}{p'(x)}\right]
        \approx \frac{1}{N}\sum_{i=1}^{N} f(x_i)\,\frac{p(x_i)}{p'(x_i)}""",
        size="heading",
    )
    head = tr(
        ("ID", "Sampling\nresult $x$", "$f(x)$", "$p(x)$", "$p'(x)$", "$w(x) =$\n$p(x)/p'(x)$", "Corrected\n$f(x) \\cdot w(x)$"),
        ("样本编号", "采样结果\n$x$", "$f(x)$", "$p(x)$", "$p'(x)$", "$w(x) =$\n$p(x)/p'(x)$", "修正后函数值\n$f(x) \\cdot w(x)$"),
    )
    body = [[str(i), f"**{x}**", *map(number, values)] for i, (x, *values) in enumerate(rows(), 1)]
    table = Table(body, head=head, role=lambda r, _: "paper" if r % 2 else "cell", size="body", tall=1.5, wide=COLUMN, uniform=True)
    estimate = Formula(
        rf"\mathbb{{E}}_{{x\sim p}}[f(x)] \approx \frac{{1}}{{N}}\sum_{{i=1}}^{{N}} f(x_i)\,w(x_i) = \frac{{{sum(r[-1] for r in rows()):.2f}}}{{{len(SAMPLES)}}}"
        rf" \approx {np.mean([r[-1] for r in rows()]):.2f}"
    )

    p, aux = spline(X, P), spline(X, P_AUX)
    across = {"range": (X[0], X[-1]), "arrow": False}
    true, other, weight, variable, height = tr(
        ("True distribution $p(x)$", "Auxiliary distribution $p'(x)$", "Importance weight $w(x)$", "Random variable $x$", "Probability"),
        ("真实分布 $p(x)$", "辅助分布 $p'(x)$", "重要性权重 $w(x)$", "随机变量 $x$", "概率"),
    )
    distributions = Chart(
        Axis("x", ticks=dict.fromkeys(X), **across),
        Axis("y", title=height, title_at="middle", ticks=[0, 0.1, 0.2, 0.3, 0.4], fmt=".1f", range=(0, 0.42), arrow=False, grid=True),
        Area(p, role="model", see_through=True), Area(aux, role="loss", see_through=True),
        Curve(p, role="model", label=true, label_at=1.65, label_side="above right"), Curve(aux, role="loss", label=other, label_at=4.35, label_side="above left"),
        Points(X, P, role="model"), Points(X, P_AUX, role="loss"),
        wide=len(head) * COLUMN, tall=12.5, framed=True,
    )  # fmt: skip
    weights = Chart(
        Axis("x", title=variable, title_at="middle", ticks=X, **across),
        Axis("y", title=weight, title_at="middle", ticks=[0, 2, 4, 6, 8], range=(0, 8.4), arrow=False, grid=True),
        Curve(lambda x: p(x) / aux(x), role="auxiliary", label="$w(x) = p(x)/p'(x)$", label_at=2.05, label_side="above right"),
        Points(X, np.divide(P, P_AUX), role="auxiliary"),
        wide=len(head) * COLUMN, tall=12.5, framed=True,
    )  # fmt: skip
    return Column(law, table, estimate, Column(distributions, weights, gap="s"), gap="l")
