"""How the children of a column line up."""

from typing import get_args

from llmfig import Box, Column, figure
from llmfig.vocabulary import ColumnAlign

from ._sheet import sheet


def bars():
    return [Box(role="model", wide=wide, tall=1) for wide in (3, 7, 5)]


@figure(
    title=("How the children of a column line up", "列内元素的对齐"),
    alt=(
        "Three boxes of different width, for each word.",
        "三个宽度不同的框，每个词一组。",
    ),
)
def columnalign():
    return sheet(
        [(Column(*bars(), gap="xs", align=way), way) for way in get_args(ColumnAlign)], columns=4
    )
