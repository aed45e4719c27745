"""Vertical text in two lines."""

from llmfig import Vertical, figure

from ._sheet import each


def words(**options):
    return Vertical("multi-head attention", **options)


@figure(
    title=("Vertical text in two lines", "两行竖排文本"),
    alt=(
        "Turned text that is wrapped, for each way its lines line up.",
        "转向后换行的文本，每种对齐方式一例。",
    ),
)
def vertical_wrap():
    return each(words, [{"wrap": 6, "align": way} for way in ("left", "center", "right")], columns=3)
