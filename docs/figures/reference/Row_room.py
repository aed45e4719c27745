"""Room in a row."""

from llmfig import Box, Column, Diagram, Row, Text, figure, tr

from ._sheet import sheet


@figure(
    title=("Room in a row", "行内空间的分配"),
    alt=(
        "Rows whose children are equally wide, that spread over a given width, and that are aligned by a child.",
        "子元素等宽的行、铺满给定宽度的行，以及以某个子元素对齐的行。",
    ),
)
def row_room():
    equal = Row(Box("RM", role="model"), Box(tr("Policy", "策略"), role="model"), equal="width")
    wide = Column(
        Box(wide=14), Row(*(Box(name, role="model") for name in "abc"), spread=True, stick="fill"), gap="s"
    )
    body, side = Box(tr("body", "主体"), role="model"), Text(tr("a remark", "一段说明"), role="note")
    by_child = Column(Box("$x$", role="data"), Row(body, side, axis=body), gap="m")
    return sheet(
        [(equal, 'equal="width"'), (wide, "spread=True"), (Diagram(by_child), "axis=body")], columns=3
    )
