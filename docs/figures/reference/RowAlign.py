"""How the children of a row line up."""

from typing import get_args

from llmfig import Box, Row, figure
from llmfig.vocabulary import RowAlign

from ._sheet import sheet


def bars():
    return [Box(role="model", wide=1.5, tall=tall) for tall in (1, 3, 2)]


@figure(
    title=("How the children of a row line up", "行内元素的对齐"),
    alt=(
        "Three boxes of different height, for each word.",
        "三个高度不同的框，每个词一组。",
    ),
)
def rowalign():
    return sheet([(Row(*bars(), gap="xs", align=way), way) for way in get_args(RowAlign)], columns=4)
