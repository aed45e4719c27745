"""The axis of a column."""

from llmfig import Arrow, Box, Column, Diagram, Row, figure, tr


@figure(
    title=("The axis of a column", "列的轴"),
    alt=(
        "Two columns in a row, each aligned by one of its entries.",
        "一行中的两列，各以其中一个条目对齐。",
    ),
)
def column_axis():
    first, other = Box("$h_1$", role="model"), Box("$h_2$", role="model")
    left = Column("$x$", first, tr("layer 1", "第 1 层"), axis=first, gap="s")
    right = Column(other, tr("layer 2", "第 2 层"), axis=other, gap="s")
    return Diagram(Row(left, right, gap="l"), Arrow(first, other))
