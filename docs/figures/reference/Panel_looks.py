"""Looks of a panel."""

from llmfig import Box, Panel, figure, tr

from ._sheet import each


OPTIONS = ({"role": "panel-alt"}, {"outlined": True}, {"dashed": True}, {"pad": "s"}, {"title_gap": "none"})


def panel(**options):
    return Panel(Box("LoRA", role="model"), title=tr("Trained", "训练"), **options)


@figure(
    title=("Looks of a panel", "面板的外观"),
    alt=(
        "Panels with each option, named below.",
        "使用各个选项的面板，名称在下方。",
    ),
)
def panel_looks():
    return each(panel, OPTIONS, columns=5)
