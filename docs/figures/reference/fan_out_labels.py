"""Fans with labels."""

from llmfig import Box, Column, Diagram, Row, fan_out, figure

from ._sheet import each


OPTIONS = (
    {"labels": ["$p_1$", "$p_2$"], "label_t": 0.7},
    {"role": "loss", "style": "dashed", "head": "both"},
)


def fan(**options):
    root, ends = Box("$x$", role="data"), [Box("$y_1$", role="sample"), Box("$y_2$", role="sample")]
    return Diagram(Row(root, Column(*ends, gap="l"), gap="xxl"), fan_out(root, ends, **options))


@figure(
    title=("Fans with labels", "带标签的扇形"),
    alt=(
        "A fan with a label at each branch, and one in another colour and style.",
        "每条分支带标签的扇形，以及另一种颜色与样式的扇形。",
    ),
)
def fan_out_labels():
    return each(fan, OPTIONS, columns=2)
