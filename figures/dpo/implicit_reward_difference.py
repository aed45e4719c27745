"""The weight of a DPO update: the sigmoid of how much higher the poor answer's implicit reward is than the better one's."""

import math

from llmfig import Axis, Brace, Callout, Chart, Curve, Diagram, Guide, Inset, Text, figure, tr

REACH = 10
LARGE = 0.95  # the coefficient that is read off, and 1 minus it
REWARDS = r"\role{model}{r_\theta(x, y_l) - r_\theta(x, y_w)}"


def sigmoid(x):
    return 1 / (1 + math.exp(-x))


def logit(p):
    return math.log(p / (1 - p))


@figure(
    title=(
        "Effect of implicit reward differences on the magnitude of parameter updates",
        "隐式奖励差异对参数更新幅度的影响",
    ),
    alt=(
        "A sigmoid curve: the dynamic coefficient over the difference of the implicit rewards of poor and better answer. At a "
        "difference of −2.94 it is 0.05 and the update is small; at 2.94 it is 0.95 and the update is large.",
        "Sigmoid 曲线：横轴为劣质回答与优质回答的隐式奖励之差，纵轴为动态系数。差值为 −2.94 时系数为 0.05，更新幅度小；差值为 2.94 时系数为 0.95，更新幅度大。",
    ),
)
def implicit_reward_difference():
    at, small = logit(LARGE), 1 - LARGE
    chart = Chart(
        Axis("x", title=tr("Difference in implicit rewards\n", "隐式奖励差异\n") + f"${REWARDS}$", ticks=[-REACH, -at, 0, at, REACH], fmt=".3g", range=(-REACH, REACH), title_at="above"),
        Axis("y", at=0, title=tr("Dynamic coefficient: ", "动态系数：") + rf"$\sigma({REWARDS})$", ticks={small: f"{small:.2f}", LARGE: f"{LARGE}", 1: "1.0"}, range=(0, 1)),
        Curve(sigmoid, role="auxiliary"),
        Guide(to=(-at, small), style="dotted"), Guide(to=(at, LARGE), style="dotted"),
        wide=tr(58, 48), tall=24,
    )  # fmt: skip
    right = tr(
        "**Correct case:**\nThe better answer has the larger\nimplicit reward, so the dynamic\ncoefficient $\\sigma(\\cdot)$ is small, leading to\n**smaller** parameter updates.",
        "**正确情况：**\n优质回答的隐式奖励更大，\n则动态系数 $\\sigma(\\cdot)$ 很小，\n参数更新幅度**较小**。",
    )
    wrong = tr(
        "**Error case:**\nThe poor answer has the larger\nimplicit reward, so the dynamic\ncoefficient $\\sigma(\\cdot)$ is large, leading to\n**larger** parameter updates.",
        "**错误情况：**\n劣质回答的隐式奖励更大，\n则动态系数 $\\sigma(\\cdot)$ 很大，\n参数更新幅度**较大**。",
    )
    halves = {"<": chart.span("x", -REACH, 0), ">": chart.span("x", 0, REACH)}
    return Diagram(
        chart,
        [Brace(half, side="bottom", label=Text(rf"$r_\theta(x, y_l) {sign} r_\theta(x, y_w)$", size="large")) for sign, half in halves.items()],
        Inset(Callout(right, to=chart.at(-at, small), role="model", size="body"), over=chart, at="left"),
        Inset(Callout(wrong, to=chart.at(at, LARGE), role="loss", size="body"), over=chart, at="right"),
    )
