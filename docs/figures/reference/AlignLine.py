"""Which line becomes common."""

from llmfig import Box, Column, Row, align, figure

from ._sheet import sheet


def pair(container, by, wide=(3, 3), tall=(1.5, 1.5)):
    first, other = (Box(role=role, wide=w, tall=t) for role, w, t in zip(("model", "data"), wide, tall))
    align(first, other, by=by)
    return container(first, other, gap="xs")


@figure(
    title=("Which line becomes common", "共同的对齐线"),
    alt=(
        "Two boxes of different size with each line in common.",
        "两个大小不同的框，每种对齐线一组。",
    ),
)
def alignline():
    columns = [(pair(Column, by, wide=(6, 3)), by) for by in ("left", "center", "right")]
    rows = [(pair(Row, by, tall=(4, 2)), by) for by in ("top", "middle", "bottom")]
    return sheet([*columns, *rows], columns=6)
