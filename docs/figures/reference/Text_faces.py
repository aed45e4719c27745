"""Faces of a text."""

from llmfig import Text, figure

from ._sheet import each


def words(**options):
    return Text("policy $\\pi$", **options)


@figure(
    title=("Faces of a text", "文本的字形"),
    alt=(
        "The same words in bold, italic and the font for code.",
        "同样的文字：粗体、斜体与等宽。",
    ),
)
def text_faces():
    return each(words, ({"bold": True}, {"italic": True}, {"mono": True}), columns=3)
