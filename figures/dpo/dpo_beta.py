"""The parameter β of DPO: a scale between the preference data and the reference model."""

from llmfig import Box, Column, CycleArrows, Formula, Grid, Icon, NeuralNet, Row, Text, figure, same_size, span, tr


def ball(name, symbol, glyph, *, role):
    return Box(Column(tr(f"{name}\n({symbol})", f"{name}\n（{symbol}）"), glyph, gap="m"), role=role, shape="circle", pad="m")


@figure(
    title=(r"Impact of the $\beta$ parameter on DPO", r"$\beta$ 参数对 DPO 的影响"),
    alt=(
        "A scale of beta over three circles: the preference data distribution on the left, the policy model in the middle, the "
        "reference model on the right. With a very small beta the policy moves towards the preference data, with a very large beta "
        "it stays close to the reference model.",
        "β 的标尺，下方三个圆从左到右为偏好数据分布、策略模型、参考模型。β 很小时，策略模型更接近偏好数据分布；β 很大时，策略模型更接近参考模型。",
    ),
)
def dpo_beta():
    low = Text(tr("When $\\beta$ is very small, the\npolicy model is closer to the\npreference data distribution", "$\\beta$ 很小，策略模型和\n偏好数据分布更接近"))
    high = Text(tr("When $\\beta$ is very large, the\npolicy model is closer to the\nreference model", "$\\beta$ 很大，策略模型和\n参考模型更接近"))
    data = ball(tr("Preference data\ndistribution", "偏好数据\n分布"), r"$\mathcal{D}$", Row(Icon("frown", size="l"), Icon("smile", size="l"), gap="xs"), role="model")
    policy = ball(tr("Policy model", "策略模型"), r"$\pi_\theta$", NeuralNet(size="l"), role="auxiliary")
    reference = ball(tr("Reference model", "参考模型"), r"$\pi_{\mathrm{ref}}$", NeuralNet(size="l"), role="loss")
    same_size(low, high, axis="width")
    same_size(data, policy, reference)
    tick = Box(shape="square", role="paper", outlined=False, pad="none", wide=0.15, tall=1.2)
    scale = Box(tick, shape="arrow-both", role="model", fade="loss", outlined=False, pad="none", stick="fill-x")
    there, back = CycleArrows(style="turn", size="l", clockwise=False, role="auxiliary"), CycleArrows(style="turn", size="l", role="auxiliary")
    return Grid({
        (0, 0): low, (0, 2): Formula(r"\beta", size="title"), (0, 4): high,
        (1, 0): span(scale, cols=5), (2, 0): data, (2, 1): there, (2, 2): policy, (2, 3): back, (2, 4): reference,
    }, row_gap="l", col_gap="xl")  # fmt: skip
