"""How lines line up."""

from typing import get_args

from llmfig import Text, figure, tr
from llmfig.vocabulary import TextAlign

from ._sheet import sheet


@figure(
    title=("How lines line up", "文本行的对齐"),
    alt=(
        "A text of two lines, for each word.",
        "两行文字，每个词一组。",
    ),
)
def textalign():
    words = tr("how much better\nan action is", "一个动作比预期\n好多少")
    return sheet([(Text(words, align=way), way) for way in get_args(TextAlign)], columns=3)
