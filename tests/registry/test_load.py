"""Loading a figure file, and what is told when that cannot be done."""

from __future__ import annotations

from pathlib import Path

import pytest

from llmfig.errors import FigureError, Source
from llmfig.registry import discover, load, plain_name
from tests.conftest import HEAD, Sandbox

DECORATED = """
from llmfig.registry import figure

@figure(title=("Title", "标题"), alt=("What it shows.", "图示内容。"))
def one():
    return {value}
"""


def error_of(file: Path) -> FigureError:
    with pytest.raises(FigureError) as info:
        load(file)
    assert info.value.fix
    return info.value


def test_id_and_chapter_come_from_the_path(sandbox: Sandbox) -> None:
    file = sandbox.write("sft/lora.py", DECORATED.format(value=1))
    found = load(file)
    assert (found.chapter, found.id, found.file) == ("sft", "lora", file)
    assert (found.title, found.alt) == (("Title", "标题"), ("What it shows.", "图示内容。"))
    assert found.source == Source(str(file), 4)
    assert found.function() == 1


def test_an_edit_of_the_same_size_in_the_same_second_is_seen(sandbox: Sandbox) -> None:
    for value in (1, 2):
        file = sandbox.write("sft/lora.py", DECORATED.format(value=value))
        assert load(file).function() == value


def test_helpers_are_imported_relatively(sandbox: Sandbox) -> None:
    sandbox.write("_brand.py", "NAME = 'top'")
    for chapter in ("one", "two"):
        sandbox.write(f"{chapter}/_help.py", f"NAME = '{chapter}'")
        source = "from ._help import NAME\nfrom .._brand import NAME as TOP\n" + DECORATED.format(value="NAME, TOP")
        assert load(sandbox.write(f"{chapter}/{chapter}_figure.py", source)).function() == (chapter, "top")


def test_helpers_are_imported_when_the_function_runs(sandbox: Sandbox) -> None:
    sandbox.write("one/_help.py", "NAME = 'late'")
    early = sandbox.write("one/early.py", DECORATED.format(value=1))
    late = sandbox.write(
        "one/late.py",
        """
        from llmfig.registry import figure

        @figure(title=("Title", "标题"), alt=("What it shows.", "图示内容。"))
        def one():
            from ._help import NAME
            return NAME
        """,
    )
    definition = load(late)
    load(early)
    assert definition.function() == "late"


def test_no_state_is_left_over(sandbox: Sandbox) -> None:
    sandbox.write("one/_help.py", "COUNT = []")
    source = "from ._help import COUNT\nCOUNT.append(1)\n" + DECORATED.format(value="len(COUNT)")
    for name in ("a", "b"):
        assert load(sandbox.write(f"one/{name}.py", source)).function() == 1


@pytest.mark.parametrize(
    ("source", "line", "what", "fix"),
    [
        ("x = 1\ndef broken(:\n    pass\n", 2, "Python cannot read this line", "comma, a quote or a bracket"),
        ("x = 1\n\nprint(1 / 0)\n", 3, "ZeroDivisionError: division by zero", "divided by"),
        ("import no_such_module\n", 1, "no module 'no_such_module'", "install"),
        ("from llmfig.registry import no_such_name\n", 1, "no_such_name", "import"),
        ("from _help import x\n", 1, "no module '_help'", "from ._help import"),
        ("from ._missing import x\n", 1, "_missing", "correct the name"),
        ("x = 1\n", 1, "no function here is declared", "@figure"),
        ("import sys\nsys.exit()\n", 2, "ends the program", "exit()"),
        (
            DECORATED.format(value=1) + DECORATED.format(value=2),
            10,
            "two figures stand in one file",
            "a file of its own",
        ),
        ("from llmfig import tr\nx = tr('a', 'b')\n", 2, "no language is being drawn", "inside the figure function"),
        (HEAD.replace("坏图", " ") + "    return 1\n", 3, "the Chinese title is empty", 'title=("English"'),
        (
            HEAD.replace('"Bad", ', "") + "    return 1\n",
            3,
            "the title is told in one language only",
            'title=("English"',
        ),
        (HEAD.replace("A figure with a mistake.", "") + "    return 1\n", 3, "the English alt is empty", "alt="),
        (
            HEAD.replace("alt=", 'allow={"overlap": ""}, alt=') + "    return 1\n",
            3,
            "no reason for 'overlap'",
            "reason",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(sandbox: Sandbox, source: str, line: int, what: str, fix: str) -> None:
    sandbox.write("one/_help.py", "x = 1")
    file = sandbox.write("one/bad.py", source)
    error = error_of(file)
    assert error.source == Source(str(file), line)
    assert what in error.what
    assert fix in error.fix


def test_an_error_in_a_helper_is_told_there(sandbox: Sandbox) -> None:
    helper = sandbox.write("one/_help.py", "\nx = [][1]\n")
    error = error_of(sandbox.write("one/bad.py", "from ._help import x\n"))
    assert error.source == Source(str(helper), 2)
    assert "IndexError" in error.what


def test_discover_goes_by_paths_alone(sandbox: Sandbox) -> None:
    sandbox.write("two/b.py", "this is not Python")
    sandbox.write("one/a.py", "")
    sandbox.write("one/_help.py", "")
    sandbox.write("one/__pycache__/c.py", "")
    sandbox.write("_brand.py", "")
    assert [ref.name for ref in discover(sandbox.project)] == ["one/a", "two/b"]
    assert not any(ref.fault for ref in discover(sandbox.project))


def test_the_same_id_in_two_chapters_is_told_with_both(sandbox: Sandbox) -> None:
    sandbox.write("one/same.py")
    second = sandbox.write("two/same.py")
    first_ref, second_ref = discover(sandbox.project)
    assert first_ref.fault is None
    assert second_ref.fault is not None
    assert second_ref.fault.source == Source(str(second), 1)
    assert "one/same.py" in second_ref.fault.what


@pytest.mark.parametrize(
    ("name", "fix"),
    [("alone.py", "figures/<chapter>/<id>.py"), ("a/b/c.py", "<chapter>"), ("a/My-Figure.py", "my_figure")],
)
def test_a_figure_in_the_wrong_place_is_told(sandbox: Sandbox, name: str, fix: str) -> None:
    sandbox.write(name)
    (ref,) = discover(sandbox.project)
    assert ref.fault is not None
    assert fix in ref.fault.fix


@pytest.mark.parametrize(("text", "name"), [("My-Figure", "my_figure"), ("2d plot", "f_2d_plot"), ("图", "f_")])
def test_plain_names_are_valid(text: str, name: str) -> None:
    assert plain_name(text) == name
    assert plain_name(text).isidentifier()
