"""How code is coloured."""

from typing import get_args

from llmfig import Code, figure
from llmfig.vocabulary import CodeLanguage

from ._sheet import sheet


@figure(
    title=("How code is coloured", "代码着色"),
    alt=(
        "The same line as Python, as JSON and as text.",
        "同一行代码分别按 Python、JSON 与纯文本着色。",
    ),
)
def codelanguage():
    lines = {
        "python": "if reward > 0.5:  # keep",
        "json": '{"role": "user", "n": 1}',
        "text": "Human: How are you?",
    }
    return sheet([(Code(lines[name], language=name), name) for name in get_args(CodeLanguage)], columns=3)
