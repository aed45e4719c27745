"""PPO-Clip: the scaling factor of the advantage, and what clipping makes of it for either sign of the advantage."""

from llmfig import Column, Formula, Grid, Panel, Text, figure, tr
from llmfig.chart import Axis, Chart, Curve, Guide

EPSILON = 0.3
LOW, HIGH = 1 - EPSILON, 1 + EPSILON
END, DRAWN = 1.8, (0, 1.75)  # both axes run from 0 to END

RATIO = r"\frac{\pi_\theta(a_t \mid s_t)}{\pi_{\theta_{\text{old}}}(a_t \mid s_t)}"
LINEAR, CLIPPED, FACTOR = r"\role{model}{\eta_t^{r}}", r"\role{loss}{\eta_t^{\text{clip}}}", r"\role{auxiliary}{\eta_t}"
CLIP = rf"\operatorname{{clip}}\left({RATIO},\ 1-\varepsilon,\ 1+\varepsilon\right)"
ADVANTAGE = r"\cdot A_t^{\pi_{\theta_{\text{old}}}}"
OBJECTIVE = rf"""\begin{{aligned}} J^{{\text{{PPO-Clip}}}}(\theta)
    &= \mathbb{{E}}_t\left[\min\left\{{
       \role{{model}}{{{RATIO}}} {ADVANTAGE},\ \role{{loss}}{{{CLIP}}} {ADVANTAGE}\right\}}\right] \\
    &= \mathbb{{E}}_t\left[\min\left\{{{LINEAR} {ADVANTAGE},\ {CLIPPED} {ADVANTAGE}\right\}}\right] \\
    &= \mathbb{{E}}_t\left[{FACTOR} {ADVANTAGE}\right] \end{{aligned}}"""


def linear(ratio):
    return ratio


def clipped(ratio):
    return min(max(ratio, LOW), HIGH)


def curve(function, name, role, **options):
    return Curve(function, role=role, label=f"${name}$", domain=DRAWN, **{"style": "dashed", **options})


def panel(definition, caption, *curves, levels=(HIGH,)):
    """One chart of scaling factors over the ratio, with its read-off lines and a caption."""
    ticks = {LOW: r"$1-\varepsilon$", 1: "$1$", HIGH: r"$1+\varepsilon$"}
    chart = Chart(
        Axis("x", title=Formula(RATIO, size="small"), ticks=ticks, range=(0, END)),
        Axis("y", title=Formula(definition, size="body"), title_at="right", ticks=ticks, range=(0, END)),
        *(Guide(x=x, until=x) for x in (LOW, HIGH)),
        *(Guide(y=y, until=y) for y in levels),
        *curves,
        equal_units=True,
        wide=15,
        origin="$0$",
    )
    return Panel(Column(chart, stick="bottom"), title=Text(caption), title_side="bottom", title_gap="m", role="paper", outlined=True, stick="fill")


def both(factor, side, linear_at, clipped_at):
    """The factor as a band, and inside of it, where they coincide with it, the two curves that it is made of."""
    return (
        curve(factor, FACTOR, "auxiliary", style="tube", label_side=side),
        curve(linear, LINEAR, "model", stroke="normal", beside=0.5, label_at=linear_at),
        curve(clipped, CLIPPED, "loss", stroke="normal", beside=-0.5, label_at=clipped_at),
    )


@figure(
    title=("PPO-Clip", "PPO-Clip"),
    alt=(
        "The PPO-Clip objective, and four charts over the probability ratio: the clipped factor, flat below 1−ε and "
        "above 1+ε; the linear factor; their minimum, for positive advantages; their maximum, for negative ones.",
        "PPO-Clip 的目标函数，以及以概率比值为横轴的四幅曲线图：裁剪系数（在 1−ε 以下和 1+ε 以上为水平线）；"
        "线性系数；优势为正时取两者的最小值；优势为负时取两者的最大值。",
    ),
)
def ppo_clip():
    a, b, c, d = tr(
        [
            "(a) “Clip” scaling factor curve",
            "(b) “Linear” scaling factor curve",
            r"(c) $A_t > 0$: the curve of scaling factor $\eta_t$",
            r"(d) $A_t < 0$: the curve of scaling factor $\eta_t$",
        ],
        [
            "（a）“剪裁”缩放系数曲线",
            "（b）“线性”缩放系数曲线",
            r"（c）$A_t > 0$ 时，缩放系数 $\eta_t$ 的曲线",
            r"（d）$A_t < 0$ 时，缩放系数 $\eta_t$ 的曲线",
        ],
    )
    least = both(lambda r: min(linear(r), clipped(r)), "below", "end", "start")
    most = both(lambda r: max(linear(r), clipped(r)), "left", "start", "end")
    upper = [
        panel(f"{CLIPPED} = {CLIP}", a, curve(clipped, CLIPPED, "loss")),
        panel(f"{LINEAR} = {RATIO}", b, curve(linear, LINEAR, "model"), levels=(LOW, HIGH)),
    ]
    lower = [
        panel(rf"{FACTOR} = \min\left({LINEAR},\ {CLIPPED}\right)", c, *least),
        panel(rf"{FACTOR} = \max\left({LINEAR},\ {CLIPPED}\right)", d, *most),
    ]
    objective = Formula(OBJECTIVE, size="large", stick="left")
    return Column(objective, Grid([upper, lower], gap="m", equal="columns"), gap="l")
