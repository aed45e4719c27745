"""The axis of a grid."""

from llmfig import Arrow, Box, Diagram, Grid, Row, figure, tr


@figure(
    title=("The axis of a grid", "网格的轴"),
    alt=(
        "Two grids in a row, each aligned by one of its elements.",
        "一行中的两个网格，各以其中一个元素对齐。",
    ),
)
def grid_axis():
    left, right = Box("$h_1$", role="model"), Box("$h_2$", role="model")
    first = Grid([["$x$"], [left], [tr("layer 1", "第 1 层")]], axis=left, gap="s")
    other = Grid([[right], [tr("layer 2", "第 2 层")]], axis=right, gap="s")
    return Diagram(Row(first, other, gap="l"), Arrow(left, right))
