"""Each mistake an author can make: one message with file, line and fix; the other figures are drawn; exit code 1."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import GOOD, HEAD, Sandbox

FIRST = 5  # the first line of a function's body
ROW = "Row(Box('a'), gap='l')"

MISTAKES = {
    "raises": ("x = 0\nreturn 1 / x", FIRST + 1, "ZeroDivisionError: division by zero", ""),
    "returns nothing": ("Box('a')", FIRST, "returns nothing", "return"),
    "returns a string": ("return 'a'", FIRST, "cannot be the string 'a'", "return"),
    "unknown role": ("return Box('a', role='modell')", FIRST, "there is no role 'modell'", "did you mean 'model'?"),
    "unknown anchor": (
        "a = Box('a')\nreturn Diagram(a, Arrow(a.topp, a.left))",
        FIRST + 1,
        "'topp'",
        "did you mean 'top'?",
    ),
    "unknown option": ("return Box('a', colour='red')", FIRST, "Box has no option 'colour'", "write role="),
    "unknown name": ("return Bocks('a')", FIRST, "the name 'Bocks' is not known here", ""),
    "unknown formula command": (r"return Box(r'$\nosuchthing$')", FIRST, "nosuchthing", ""),
    "unfinished formula": (r"return Box(r'$\frac{1$')", FIRST, "", ""),
    "NaN in a chart": ("from llmfig import Bars\nreturn Bars([0.2, float('nan')])", FIRST + 1, "nan", ""),
    "NaN in a matrix": ("from llmfig import Matrix\nreturn Matrix([[0.2, float('nan')]])", FIRST + 1, "NaN", ""),
    "missing glyph": (r"return Box('\U0001f984')", FIRST, "U+1F984", ""),
    "ends the program": ("import sys\nsys.exit('enough')", FIRST + 1, "ends the program", "exit()"),
    "kills the process": ("import os\nos._exit(7)", 1, "exit code 7", "os._exit"),
    "out of memory": ("raise MemoryError", FIRST, "MemoryError", ""),
    "recursion": ("return bad()", FIRST, "calls its own function without end", ""),
}


def told(output: str, name: str, line: int, what: str, fix: str) -> None:
    (place,) = [text for text in output.splitlines() if text.startswith(f"figures/{name}:")]
    assert place.startswith(f"figures/{name}:{line}: {name.removesuffix('.py')}"), place
    assert what in output
    assert fix in output
    assert "Traceback" not in output


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_and_the_others_are_drawn(sandbox: Sandbox, mistake: str) -> None:
    body, line, what, fix = MISTAKES[mistake]
    sandbox.write("one/good.py")
    sandbox.bad(body)
    result = sandbox.run("render", "all")
    assert result.exit_code == 1, result.output
    told(result.output, "one/bad.py", line, what, fix)
    assert set(sandbox.pictures()) == {f"{lang}/one/good.{kind}" for lang in ("en", "zh") for kind in ("svg", "png")}
    assert "1 figure failed" in result.output
    assert not sandbox.strays()


@pytest.mark.parametrize(
    ("source", "line", "what"),
    [
        (HEAD + "    return Box('a'\n", FIRST, "Python cannot read this line"),
        (GOOD.replace("figure, tr", "figure, tr, Nothing"), 2, "llmfig has no name 'Nothing'"),
        ("x = 1\n", 1, "no function here is declared"),
    ],
)
def test_a_file_that_cannot_be_loaded(sandbox: Sandbox, source: str, line: int, what: str) -> None:
    sandbox.write("one/good.py")
    (sandbox.root / "figures/one/bad.py").write_text(source)
    result = sandbox.run("render")
    assert result.exit_code == 1
    told(result.output, "one/bad.py", line, what, "fix: ")
    assert len(sandbox.pictures()) == 4


def test_a_mistake_in_one_language_is_told_with_it(sandbox: Sandbox) -> None:
    sandbox.bad("return Box(tr('a', 'b'), role=tr('model', 'modell'))")
    result = sandbox.run("render")
    assert "one/bad [zh]: there is no role" in result.output
    assert set(sandbox.pictures()) == {"en/one/bad.svg", "en/one/bad.png"}


def test_the_same_id_twice(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    sandbox.write("two/good.py")
    sandbox.write("two/other.py", GOOD.replace("def good", "def other"))
    result = sandbox.run("render")
    assert result.exit_code == 1
    told(result.output, "two/good.py", 1, "one/good.py", "rename")
    assert {name.split("/", 1)[1] for name in sandbox.pictures()} == {
        "one/good.svg", "one/good.png", "two/other.svg", "two/other.png",
    }  # fmt: skip


def test_a_segfault_is_told_with_its_line(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    sandbox.bad("import ctypes\nctypes.string_at(0)")
    result = sandbox.run("render")
    assert result.exit_code == 1
    told(result.output, "one/bad.py", FIRST + 1, "SIGSEGV", "process")
    assert len(sandbox.pictures()) == 4


def test_a_bug_of_ours_is_told_as_one(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("llmfig.elements.box.SHAPES", {"rounded": None})
    sandbox.write("one/good.py")
    result = sandbox.run("render")
    assert result.exit_code == 1
    assert "one/good [en, zh]: llmfig itself failed at llmfig" in result.output
    assert "AttributeError" in result.output
    assert "this is a bug of llmfig" in result.output


def test_a_traceback_is_printed_when_asked_for(sandbox: Sandbox) -> None:
    sandbox.bad("return 1 / 0")
    assert "Traceback (most recent call last)" in sandbox.run("render", "--traceback").output


def test_a_theme_with_a_wrong_key(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    (sandbox.root / "themes").mkdir()
    (sandbox.root / "themes" / "mine.toml").write_text('name = "mine"\npapper = "#ffffff"\n')
    result = sandbox.run("render", "--theme", "mine")
    assert result.exit_code == 1
    assert "mine.toml:2: a theme has no key 'papper'" in result.output
    assert "fix: " in result.output
    assert "Traceback" not in result.output


def test_a_theme_that_is_not_there(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    result = sandbox.run("render", "--theme", "bok")
    assert result.exit_code == 1
    assert "there is no theme 'bok'" in result.output
    assert "did you mean 'book'?" in result.output


@pytest.mark.parametrize(
    ("settings", "what", "fix"),
    [
        ('theem = "book"', "llmfig.toml:1: there is no setting 'theem'", "did you mean 'theme'?"),
        ("out = 3", "llmfig.toml:1: out must be a text, not the number 3", "put it in quotes"),
        ('[[chapters]]\nid = "one"\nen = "One"', "llmfig.toml:1: chapters.0.zh is missing", "add it"),
        (
            '[[chapters]]\nid = "one"\nen = "One"\nzh = "一"\ntitle = "x"',
            "llmfig.toml:5: there is no setting 'chapters.0.title'",
            "zh",
        ),
        ("out = ", "llmfig.toml:1: not valid TOML", "texts stand in quotes"),
    ],
)
def test_wrong_settings(sandbox: Sandbox, settings: str, what: str, fix: str) -> None:
    sandbox.write("one/good.py")
    (sandbox.root / "llmfig.toml").write_text(settings, encoding="utf-8")
    result = sandbox.run("render")
    assert result.exit_code == 1
    assert what in result.output
    assert fix in result.output
    assert "llmfig.toml" in result.output


def test_an_output_folder_that_cannot_be_written_to(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    sandbox.write("one/other.py", GOOD.replace("def good", "def other"))
    sandbox.out.write_text("a file where the folder should be")
    result = sandbox.run("render")
    assert result.exit_code == 1
    assert result.output.count("error: ") == 1
    assert "cannot write to" in result.output
    assert "--out" in result.output


def test_one_file_that_cannot_be_written(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    sandbox.write("two/other.py", GOOD.replace("def good", "def other"))
    (sandbox.out / "en").mkdir(parents=True)
    (sandbox.out / "en" / "one").write_text("a file where a folder should be")
    result = sandbox.run("render")
    assert result.exit_code == 1
    assert "one/good [en]: cannot write" in result.output
    assert {n for n in sandbox.pictures() if n.endswith("svg")} == {
        "zh/one/good.svg",
        "en/two/other.svg",
        "zh/two/other.svg",
    }


def test_no_project_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = Sandbox(tmp_path).run("render")
    assert result.exit_code == 1
    assert "there is no figures/ folder" in result.output
    assert "llmfig init" in result.output


@pytest.mark.parametrize(
    ("option", "value", "what"),
    [
        ("--lang", "fr", "there is no language 'fr'"),
        ("--format", "jpg", "there is no format 'jpg'"),
        ("--format", ",", "at least one format"),
        ("--text", "lives", "did you mean 'live'?"),
        ("--scale", "0", "0.1"),
    ],
)
def test_wrong_options(sandbox: Sandbox, option: str, value: str, what: str) -> None:
    sandbox.write("one/good.py")
    result = sandbox.run("render", option, value)
    assert result.exit_code == 2
    assert what in " ".join(result.output.replace("│", " ").split())


def test_an_unknown_target_is_told_with_the_nearest(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    result = sandbox.run("render", "goof")
    assert result.exit_code == 1
    assert "there is no figure or chapter 'goof'" in result.output
    assert "did you mean good" in result.output


def test_the_command_itself(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    sandbox.bad("return Box('a', role='modell')")
    done = sandbox.spawn("render", "all", "-j", "2")
    assert done.returncode == 1
    told(done.stderr, "one/bad.py", FIRST, "there is no role 'modell'", "did you mean 'model'?")
    assert "wrote 4 files" in done.stdout
    assert len(sandbox.pictures()) == 4
