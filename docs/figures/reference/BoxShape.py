"""Every shape of a box."""

from typing import get_args

from llmfig import Box, Grid, figure
from llmfig.vocabulary import BoxShape


@figure(
    title=("Every shape of a box", "框的所有形状"),
    alt=(
        "A box of each shape with the name of the shape inside.",
        "每种形状一个框，框中写着形状名。",
    ),
)
def boxshape():
    shapes = get_args(BoxShape)
    return Grid(
        [
            [Box(f"`{s}`", shape=s, role="model", size="small") for s in shapes[i : i + 4]]
            for i in range(0, 16, 4)
        ],
        gap="m",
    )
