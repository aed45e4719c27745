"""One training step, and what its last part, the update by AdamW, consists of."""

from llmfig import Box, Column, Diagram, Formula, Panel, Row, Text, Zoom, chain, figure, tr


@figure(
    title=("One training step", "一个训练步"),
    alt=(
        "Batch, forward pass, loss, backward pass, update. The update is shown in full: two running "
        "means of the gradient, and the step of the weights.",
        "批次、前向传播、损失、反向传播、参数更新；右侧展开参数更新：梯度的两个滑动平均与权重的更新公式。",
    ),
)
def step_expansion():
    names = tr(
        ["Batch", "Forward pass", "Loss", "Backward pass", "Update"],
        ["批次", "前向传播", "损失", "反向传播", "参数更新"],
    )
    roles = ["data", "compute", "loss", "compute", "model"]
    steps = [Box(name, role=role) for name, role in zip(names, roles)]
    step = r"\theta - \eta \left( \frac{\hat m}{\sqrt{\hat v} + \epsilon} + \lambda \theta \right)"
    parts = [
        (tr("Mean of the gradient", "梯度的滑动平均"), r"m \leftarrow \beta_1 m + (1 - \beta_1)\, g"),
        (tr("Mean of its square", "梯度平方的滑动平均"), r"v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2"),
        (tr("Step and weight decay", "更新与权重衰减"), rf"\theta \leftarrow {step}"),
    ]
    inside = [
        Column(Text(says, size="small", role="note"), Formula(latex, size="large"), gap="s")
        for says, latex in parts
    ]
    panel = Panel(
        Column(*inside, gap="l"),
        title=tr("Update", "参数更新"), title_gap="m", role="panel-alt", outlined=True,
    )
    return Diagram(
        Row(Column(*steps, gap="l", equal="width"), panel, gap="xxl", align="fill"),
        chain(*steps), Zoom(steps[-1], panel, role="model"),
    )
