"""Grids with tracks in common."""

from llmfig import Box, Grid, Row, Tracks, figure


@figure(
    title=("Grids with tracks in common", "共用轨道的网格"),
    alt=(
        "Two grids whose rows and columns are equally large, although what stands in them is not.",
        "两个网格内容大小不同，但行列尺寸相同。",
    ),
)
def grid_tracks():
    rows, cols = Tracks(), Tracks()
    inputs = Grid([[Box("$x_1$", role="data", tall=3)], [Box("$x_2$", role="data")]], rows=rows, cols=cols)
    outputs = Grid(
        [[Box("$y_1$", role="sample")], [Box("$y_2$", role="sample", wide=5)]], rows=rows, cols=cols
    )
    return Row(inputs, outputs, gap="l")
