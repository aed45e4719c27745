"""Where the title of a panel stands."""

from typing import get_args

from llmfig import Box, Panel, figure, tr
from llmfig.vocabulary import TitleSide

from ._sheet import sheet


@figure(
    title=("Where the title of a panel stands", "面板标题的位置"),
    alt=(
        "A panel for each word, with its title there.",
        "每个词一块面板，标题位于相应位置。",
    ),
)
def titleside():
    return sheet(
        [
            (Panel(Box(wide=6, tall=2), title=tr("Title", "标题"), title_side=side), side)
            for side in get_args(TitleSide)
        ],
        columns=4,
    )
