"""Any wrong value for any parameter of any public name: either it is drawn, or one message tells it with its line."""

from __future__ import annotations

import linecache
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

import pytest

import llmfig
from llmfig.build import build_scene
from llmfig.errors import FigureError, Source
from llmfig.registry import FigureDef
from llmfig.theme.load import load
from tests.errors.calls import ASKED, CALLS, MADE, right, spoilt

VALUES = ("-1", "'zzz'", "None", "['a']", "(1, 0)", "{'a': 1}", "object()", "(lambda: 1)", "float('nan')")
FILE = str(Path(__file__).parent / "figures" / "one" / "wrong.py")
HEAD = "from llmfig import *\ndef wrong():\n" + indent(MADE.lstrip(), "    ")
LINE = HEAD.count("\n") + 1
NO_CALLS = {"Figure", "FigureError", "figure", "language", "load_figure", "use"}  # no parts of a picture


def build(expression: str) -> None:
    """Draws a figure that returns something."""
    text = f"{HEAD}    return {expression}\n"
    # Messages are told from the text of the line.
    linecache.cache[FILE] = (len(text), None, text.splitlines(keepends=True), FILE)
    names: dict[str, object] = {}
    exec(compile(text, FILE, "exec"), names)
    function = names["wrong"]
    assert callable(function)
    figure = FigureDef("wrong", "one", ("W", "错"), ("A.", "图。"), function, Source(FILE, 2), Path(FILE))
    build_scene(figure, "en", load("book"))


def failures(expressions: Iterator[tuple[str, str]]) -> Iterator[str]:
    """What is not told as it should be."""
    for what, expression in expressions:
        try:
            build(expression)
        except FigureError as error:
            wrong = error.source is None or (error.source.file, error.source.line) != (FILE, LINE)
            if wrong or not error.fix or "object at 0x" in str(error):
                yield f"{what}: {expression}: {error}"
        except Exception as error:
            yield f"{what}: {expression}: {type(error).__name__}: {error}"


@pytest.mark.parametrize("name", CALLS)
def test_a_wrong_value_is_told(name: str) -> None:
    assert list(failures((f"{p}={v}", e) for v in VALUES for p, e in spoilt(name, v))) == []


@pytest.mark.parametrize("asked", ASKED)
def test_a_wrong_question_is_told(asked: str) -> None:
    assert list(failures((v, asked.format(v)) for v in VALUES)) == []


def test_every_part_of_a_picture_is_tried() -> None:
    assert set(CALLS) | NO_CALLS == set(llmfig.__all__)
    for name in CALLS:
        build(right(name))
