"""Spare height in a column."""

from llmfig import Box, Column, Row, figure, tr


@figure(
    title=("Spare height in a column", "列内的富余高度"),
    alt=(
        "Two boxes at both ends of a given height.",
        "两个框位于给定高度的两端。",
    ),
)
def column_spread():
    ends = Column(Box("$a$", role="data"), Box("$b$", role="data"), spread=True, equal="width")
    return Row(Box(tr("as tall\nas this", "与此\n等高"), tall=6), ends, align="fill")
