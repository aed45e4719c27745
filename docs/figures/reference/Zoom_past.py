"""Lines that open behind a panel."""

from llmfig import Box, Column, Diagram, Panel, Row, Zoom, figure, tr


@figure(
    title=("Lines that open behind a panel", "在面板之外张开的缩放线"),
    alt=(
        "Zoom lines that run level through the panel the block stands in, without a ground between them.",
        "缩放线先水平穿过所在面板再张开，中间没有底色。",
    ),
)
def zoom_past():
    block = Box(tr("Block", "模块"), role="model")
    stack = Panel(Row(block, Box(wide=4, role="muted", outlined=False)))
    inside = Panel(
        Column(Box(tr("Attention", "注意力"), role="data"), Box("MLP", role="data"), equal="width")
    )
    return Diagram(Row(stack, inside, gap="xxl"), Zoom(block, inside, past=stack, tinted=False))
