"""Code is drawn as it is written: every sign, every column, and nothing of it is markup."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmfig.elements.code import Code, colored
from llmfig.errors import FigureError
from llmfig.scene.model import GlyphRun, walk
from tests.elements_more.kit import laid_out

SOURCE = '''
    def loss(a, **kwargs):
        """What *it* says, over
        two lines."""
        return -a[0] * 2  # $half$
'''


def test_indentation_is_kept_but_for_the_common_part() -> None:
    assert Code(SOURCE).text.splitlines()[0] == "def loss(a, **kwargs):"
    assert Code(SOURCE).text.splitlines()[3].startswith("    return")


@given(st.text("ab(){}[]:='\"# \n*$_\\0123", max_size=60), st.sampled_from([None, "python", "json"]))
def test_nothing_is_lost(text: str, language: str | None) -> None:
    rows = ["".join(s.text for s in spans) for spans in colored(text, language)]
    assert [r.rstrip(" ") for r in rows] == [r.rstrip(" ") for r in text.split("\n")]


def test_signs_stand_in_columns() -> None:
    code = Code("ab cd\n   ef\nab  gh", language="python")
    _, drawn = laid_out(code)
    runs = [i for i in walk(drawn) if isinstance(i, GlyphRun)]
    marks: dict[str, float] = {}
    for run in runs:
        for sign, glyph in zip(run.text, run.glyphs, strict=True):
            marks.setdefault(sign, glyph.x)
    assert marks["c"] == pytest.approx(marks["e"])


def test_kinds_of_words_have_colours() -> None:
    roles = {s.text: s.role for row in colored('return "a" + 1  # why', "python") for s in row}
    assert roles["return"] == "model"
    assert roles['"a"'] == "sample"
    assert roles["1"] == "data"
    assert roles["# why"] == "note"
    assert all(s.role is None for row in colored("return 1", None) for s in row)


def test_lines_are_places() -> None:
    code = Code("first\nsecond\nthird", numbered=True)
    layout, _ = laid_out(code)
    rects = [code.line(i).frame(layout) for i in (1, 2, 3)]
    assert rects[0].bottom <= rects[1].y + 2
    assert all(layout.frame(code).contains(r) for r in rects)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Code("  \n"), "is empty"),
        (lambda: Code("a", language="perl"), "cannot be coloured"),  # type: ignore[arg-type]
        (lambda: Code("a").line(2), "no line 2"),
    ],
)
def test_errors_name_the_authors_line(make: Callable[[], object], words: str) -> None:
    with pytest.raises(FigureError, match=words) as error:
        make()
    assert error.value.source is not None
    assert error.value.source.file == __file__
