"""Arrows with one trunk."""

from llmfig import Arrow, Box, Diagram, Grid, figure


@figure(
    title=("Arrows with one trunk", "共用主干的箭头"),
    alt=(
        "Two arrows that leave a box by a common stem, with a dot where they part.",
        "两支箭头从一个框沿共同主干出发，分叉处有一个圆点。",
    ),
)
def arrow_trunk():
    root, up, down = (Box(f"${name}$", role="data") for name in ("x", "y_1", "y_2"))
    cells = Grid([[None, up], [root, None], [None, down]], gap="s", col_gap="xxl")
    return Diagram(
        cells, Arrow(root, up, trunk="t", label="$p$"), Arrow(root, down, trunk="t", style="dashed")
    )
