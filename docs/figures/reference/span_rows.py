"""Over several rows."""

from llmfig import Arrow, Box, Diagram, Grid, figure, span


@figure(
    title=("Over several rows", "跨越多行"),
    alt=(
        "A box that covers three rows of a grid.",
        "一个框跨越网格的三行。",
    ),
)
def span_rows():
    heads = [Box(f"$h_{i}$", role="data") for i in (1, 2, 3)]
    mix = Box("MoE", role="model", stick="fill-y")
    grid = Grid([[heads[0], span(mix, rows=3)], [heads[1], None], [heads[2], None]], col_gap="l", row_gap="s")
    return Diagram(grid, [Arrow(head, mix.port("left", head)) for head in heads])
