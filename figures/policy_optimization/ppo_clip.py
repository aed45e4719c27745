"""PPO-Clip: the scaling factor of the advantage, and what clipping makes of it for either sign of the advantage."""

from llmfig import Column, Formula, Grid, Panel, Text, figure, tr
from llmfig.chart import Axis, Chart, Curve, Guide

EPSILON = 0.3
END = 1.8  # both axes run from 0 to here
DRAWN = (0, 1.75)
LOW, HIGH = 1 - EPSILON, 1 + EPSILON

RATIO = r"\frac{\pi_\theta(a_t \mid s_t)}{\pi_{\theta_{\text{old}}}(a_t \mid s_t)}"
LINEAR, CLIPPED, FACTOR = r"\role{model}{\eta_t^{r}}", r"\role{loss}{\eta_t^{\text{clip}}}", r"\role{auxiliary}{\eta_t}"
ADVANTAGE = r"A_t^{\pi_{\theta_{\text{old}}}}"
OBJECTIVE = rf"""\begin{{aligned}}
    J^{{\text{{PPO-Clip}}}}(\theta) &= \mathbb{{E}}_t\left[\min\left\{{\role{{model}}{{{RATIO}}} \cdot {ADVANTAGE},\
    \role{{loss}}{{\operatorname{{clip}}\left({RATIO},\ 1-\varepsilon,\ 1+\varepsilon\right)}} \cdot {ADVANTAGE}\right\}}\right] \\
    &= \mathbb{{E}}_t\left[\min\left\{{{LINEAR} \cdot {ADVANTAGE},\ {CLIPPED} \cdot {ADVANTAGE}\right\}}\right] \\
    &= \mathbb{{E}}_t\left[{FACTOR} \cdot {ADVANTAGE}\right] \end{{aligned}}"""


def linear(ratio):
    return ratio


def clipped(ratio):
    return min(max(ratio, LOW), HIGH)


def panel(definition, caption, *curves, levels=(HIGH,)):
    """One chart of scaling factors over the ratio, with its read-off lines and a caption."""
    ticks = {LOW: r"$1-\varepsilon$", 1: "$1$", HIGH: r"$1+\varepsilon$"}
    factor = curves[0].series
    chart = Chart(
        Axis("x", title=Formula(RATIO, size="small"), ticks=ticks, range=(0, END)),
        Axis("y", title=Formula(definition, size="body"), title_at="right", ticks=ticks, range=(0, END)),
        *(Guide(x=x, until=factor(x)) for x in (LOW, HIGH)), *(Guide(y=y, until=y) for y in levels),
        *curves, equal_units=True, wide=15, origin="$0$",
    )  # fmt: skip
    return Panel(Column(chart, Text(caption), gap="m", stick="bottom"), role="paper", outlined=True, stick="fill")


def both(factor, label_side, linear_at, clipped_at):
    """The factor as a band, and inside of it, where they coincide with it, the two curves that it is made of."""
    return (
        Curve(factor, role="auxiliary", style="tube", label=f"${FACTOR}$", label_side=label_side, domain=DRAWN),
        Curve(linear, role="model", style="dashed", stroke="normal", beside=0.5, label=f"${LINEAR}$", label_at=linear_at, domain=DRAWN),
        Curve(clipped, role="loss", style="dashed", stroke="normal", beside=-0.5, label=f"${CLIPPED}$", label_at=clipped_at, domain=DRAWN),
    )


@figure(
    title=("PPO-Clip", "PPO-Clip"),
    alt=(
        "The PPO-Clip objective, and four charts over the probability ratio: the clipped factor, flat below 1−ε and above 1+ε; the "
        "linear factor; their minimum, used for positive advantages; their maximum, used for negative advantages.",
        "PPO-Clip 的目标函数，以及以概率比值为横轴的四幅曲线图：裁剪系数（在 1−ε 以下和 1+ε 以上为水平线）；线性系数；优势为正时取两者的最小值；优势为负时取两者的最大值。",
    ),
)
def ppo_clip():
    names = tr(
        ["(a) “Clip” scaling factor curve", "(b) “Linear” scaling factor curve", "(c) $A_t > 0$: the curve of scaling factor $\\eta_t$", "(d) $A_t < 0$: the curve of scaling factor $\\eta_t$"],
        ["（a）“裁剪”缩放系数曲线", "（b）“线性”缩放系数曲线", "（c）$A_t > 0$ 时，缩放系数 $\\eta_t$ 的曲线", "（d）$A_t < 0$ 时，缩放系数 $\\eta_t$ 的曲线"],
    )  # fmt: skip
    a = panel(rf"{CLIPPED} = \operatorname{{clip}}\left({RATIO},\ 1-\varepsilon,\ 1+\varepsilon\right)", names[0],
              Curve(clipped, role="loss", style="dashed", label=f"${CLIPPED}$", domain=DRAWN))  # fmt: skip
    b = panel(rf"{LINEAR} = {RATIO}", names[1], Curve(linear, role="model", style="dashed", label=f"${LINEAR}$", domain=DRAWN), levels=(LOW, HIGH))
    c = panel(rf"{FACTOR} = \min\left({LINEAR},\ {CLIPPED}\right)", names[2], *both(lambda r: min(linear(r), clipped(r)), "below", "end", "start"))
    d = panel(rf"{FACTOR} = \max\left({LINEAR},\ {CLIPPED}\right)", names[3], *both(lambda r: max(linear(r), clipped(r)), "left", "start", "end"))
    return Column(Formula(OBJECTIVE, size="large", stick="left"), Grid([[a, b], [c, d]], gap="m", equal="columns"), gap="l")
