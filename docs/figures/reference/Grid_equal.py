"""Equal tracks, aligned columns, places between."""

from llmfig import Box, Grid, Panel, figure, tr

from ._sheet import sheet


def box(words):
    return Box(words, role="data", wide=2)


@figure(
    title=("Equal tracks, aligned columns, places between", "等宽轨道、列对齐与轨道之间的位置"),
    alt=(
        "Grids with equal columns, with an element between two columns, and with aligned columns.",
        "等宽列的网格、位于两列之间的元素，以及列对齐的网格。",
    ),
)
def grid_equal():
    equal = Panel(Grid([["RM", tr("Policy", "策略")], ["SFT", "DPO"]], equal="columns", gap="s"), pad="s")
    between = Grid({(0, 0): box("$a$"), (0, 1): box("$b$"), (1, 0.5): box("$c$")}, gap="s")
    aligned = Panel(Grid([["PPO", "0.704"], ["REINFORCE", "0.6"]], align=("left", "right"), gap="s"), pad="s")
    return sheet(
        [(equal, 'equal="columns"'), (between, "{(1, 0.5): c}"), (aligned, 'align=("left", "right")')],
        columns=3,
    )
