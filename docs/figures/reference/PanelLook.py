"""Both looks of a panel."""

from typing import get_args

from llmfig import Box, Panel, figure, tr
from llmfig.vocabulary import PanelLook

from ._sheet import sheet


@figure(
    title=("Both looks of a panel", "面板的两种外观"),
    alt=(
        "A rounded panel and a cylinder.",
        "圆角面板与圆柱面板。",
    ),
)
def panellook():
    return sheet(
        [
            (Panel(Box(tr("replay", "回放"), role="data"), look=look, outlined=True), look)
            for look in get_args(PanelLook)
        ],
        columns=2,
    )
