"""Rows with columns in common."""

from llmfig import Box, Column, Row, Tracks, figure, tr


@figure(
    title=("Rows with columns in common", "共用列轨的行"),
    alt=(
        "Two rows, one below the other, whose entries stand below each other.",
        "上下两行，条目逐列对齐。",
    ),
)
def row_tracks():
    columns = Tracks()
    first = Row(Box(tr("Prompt", "提示词"), role="data"), Box("$x$", role="data"), tracks=columns)
    other = Row(Box("$y$", role="sample"), Box(tr("Response", "回答"), role="sample"), tracks=columns)
    return Column(first, other, gap="s", align="left")
