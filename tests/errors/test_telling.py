"""How errors are told: where, with which words, and at what cost while nothing is wrong."""

from __future__ import annotations

import inspect
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import llmfig
from llmfig.bilingual import drawing
from llmfig.errors import FigureError, Source, called, caller, choices, nearest, short
from llmfig.mistakes import explained
from llmfig.mistakes.anchors import names_of
from llmfig.tomlplace import line_of, said
from tests.conftest import GOOD, Sandbox
from tests.errors.told import rendered

# Cost ----------------------------------------------------------------------------------------------------------------

QUIET = """
import sys
from llmfig.cli.app import app
from typer.testing import CliRunner
result = CliRunner().invoke(app, ["render", "-j", "1"])
assert result.exit_code == 0, result.output
print(*(name for name in sys.modules if name.startswith("llmfig.mistakes")))
"""


def test_nothing_is_loaded_for_mistakes_while_there_are_none(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    command = [sys.executable, "-c", QUIET]
    done = subprocess.run(command, cwd=sandbox.root, capture_output=True, text=True, timeout=120, check=True)
    assert len(sandbox.pictures()) == 4
    assert done.stdout.split() == []


@pytest.mark.parametrize("name", [n for n in llmfig.__all__ if inspect.isclass(getattr(llmfig, n)) and n != "Figure"])
def test_editors_see_the_options(name: str) -> None:
    for parameter in inspect.signature(getattr(llmfig, name)).parameters.values():
        assert parameter.kind is not parameter.VAR_KEYWORD
        assert parameter.annotation is not parameter.empty


# Where ---------------------------------------------------------------------------------------------------------------

HELPERS = '''
from llmfig import Box

def part(word, role):
    """A part."""
    return Box(word, role=role)
'''
USER = """
from llmfig import Row, figure
from .._parts import part

@figure(title=("User", "使用"), alt=("A figure with a mistake.", "有错的图。"))
def user():
    return Row(
        part("a", "model"),
        part("b", "modell"),
    )
"""


def test_a_mistake_in_a_helper_is_told_with_the_line_that_called_it(tmp_path: Path) -> None:
    found, _ = rendered(tmp_path, {"_parts": HELPERS, "one/user": USER, "one/good": GOOD})
    (message,) = found["one/user"]
    assert message.place == "figures/_parts.py:6"
    assert message.what == "there is no role 'modell' (called from line 9 of user.py)"


def test_the_nearest_line_of_an_authors_is_told() -> None:
    place = sorted([0], key=lambda _: caller().line)  # through Python's own code
    assert place == [0]
    here, line = caller(), inspect.currentframe().f_lineno  # type: ignore[union-attr]
    assert (here.file, here.line) == (__file__, line)

    def helper() -> Source:
        return caller()

    inside, line = helper(), inspect.currentframe().f_lineno  # type: ignore[union-attr]
    assert inside.via == Source(__file__, line)
    within = [caller() for _ in range(1)][0]  # noqa: RUF015 (a frame of its own is the point)
    assert within.via == here.via


def test_an_error_keeps_what_it_tells() -> None:
    source = Source("/figures/one/a.py", 3, Source("/figures/one/a.py", 9))
    error = FigureError("there is no role 'x'", fix="name one", source=source)
    again = pickle.loads(pickle.dumps(error))
    assert str(again) == str(error) == "/figures/one/a.py:3: there is no role 'x' (called from line 9)\n  fix: name one"
    assert again.what == "there is no role 'x'"
    assert source == Source("/figures/one/a.py", 3)  # the same place, however it was come to
    assert "at 0x" not in str(FigureError(f"no element: {object()!r}"))


def test_a_bug_of_llmfig_is_no_mistake_of_an_author(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("llmfig.elements.box.SHAPES", None)
    with pytest.raises(TypeError) as error:
        llmfig.Box("a", shape="pill")
    assert explained(error.value) is None


# Words ---------------------------------------------------------------------------------------------------------------


def test_the_nearest_word() -> None:
    words = ("bottom", "top", "label_at", "label_side", "baseline")
    assert nearest("botom", words) == "bottom"
    assert nearest("BOTTOM", words) == "bottom"
    assert nearest("base", words) == "baseline"  # the only one that begins so
    assert nearest("tpo", words) == "top"
    assert nearest("lab", words) is None
    assert nearest("ba", words) is None
    assert nearest(3, words) is None


def test_choices_keep_their_order_and_know_the_words_of_other_tools() -> None:
    sides = ("top", "right", "bottom", "left")
    assert choices("north", sides, "sides") == "did you mean 'top'? valid sides: top, right, bottom, left"
    assert choices("tpo", sides, "sides").startswith("did you mean 'top'?")
    assert choices(3, sides, "sides") == "valid sides: top, right, bottom, left"
    assert choices("x", {"b", "a"}, "keys") == "valid keys: a, b"
    assert choices("x", [], "keys") == "there are no keys"


def test_values_are_told_in_words() -> None:
    import numpy as np

    box = llmfig.Box("a")
    assert called(3) == "the number 3"
    assert called("a") == "the string 'a'"
    assert called(None) == "None"
    assert called(llmfig.Box) == "the class Box"
    assert called(iter("ab")).startswith("a str_")
    assert called([box]) == f"a list: [<Box of line {box.source.line}>]"
    assert called(np.zeros((2, 3))) == "an array of shape (2, 3)"
    assert short(np.float64(0.5)) == "0.5"
    assert len(short("x" * 500)) < 100


def test_the_anchors_and_parts_of_an_element_are_known() -> None:
    names = names_of(llmfig.Strip)
    assert {"row", "column", "left", "center", "port"} <= set(names)
    assert not {"source", "measure", "children", "cells", "element"} & set(names)
    assert not [name for name in names if name.startswith("_")]


def test_a_list_for_one_language_is_told_in_that_language() -> None:
    with drawing("zh"), pytest.raises(FigureError, match="has no cells"):
        llmfig.Strip(llmfig.tr(["a"], []))


# Places in TOML ------------------------------------------------------------------------------------------------------

TOML = """# settings
out = "pictures"
credit.en = "By us"

[[chapters]]
id = "one"

[[chapters]]
id = "two"
"en" = "Two"

[roles.data]
fill = "blue"
"""


@pytest.mark.parametrize(
    ("key", "line"),
    [
        (("out",), 2),
        (("credit", "en"), 3),
        (("chapters", 0, "id"), 6),
        (("chapters", 1, "en"), 10),
        (("chapters", 1, "zh"), 8),  # missing: the table
        (("roles", "data", "fill"), 13),
        (("roles", "data"), 12),
        (("nothing",), 1),
    ],
)
def test_the_line_of_a_key(key: tuple[str | int, ...], line: int) -> None:
    assert line_of(TOML, key) == line


def test_the_line_that_is_not_toml() -> None:
    import tomllib

    with pytest.raises(tomllib.TOMLDecodeError) as error:
        tomllib.loads("a = 1\nb = \n")
    assert said(error.value) == ("Invalid value", 2)


def test_paths_are_told_from_where_one_is(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    (sandbox.root / "llmfig.toml").write_text("out = 3")
    assert str(sandbox.root) + os.sep not in sandbox.run("render").output
