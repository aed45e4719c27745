"""Columns with rows in common."""

from llmfig import Box, Column, Row, Tracks, figure


@figure(
    title=("Columns with rows in common", "共用行轨的列"),
    alt=(
        "Two columns whose entries are level with each other, although they differ in height.",
        "两列的条目高度不同，但各行对齐。",
    ),
)
def column_tracks():
    rows = Tracks()
    left = Column(Box("$x$", role="data", tall=3), Box("$y$", role="data"), tracks=rows, equal="width")
    right = Column(
        Box("$f(x)$", role="model"), Box("$f(y)$", role="model", tall=3), tracks=rows, equal="width"
    )
    return Row(left, right, gap="l")
