"""Vertical text in other faces."""

from llmfig import Vertical, figure, tr

from ._sheet import each


def word(**options):
    return Vertical(tr("Encoder", "编码器"), **options)


@figure(
    title=("Vertical text in other faces", "竖排文本的字形"),
    alt=(
        "Vertical text in bold, italic and the font for code.",
        "竖排文本：粗体、斜体与等宽。",
    ),
)
def vertical_faces():
    return each(word, ({"bold": True}, {"italic": True}, {"mono": True}), columns=3)
