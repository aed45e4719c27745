"""Slips at the command line and in the files of a project: one message, and nothing written."""

from __future__ import annotations

import pytest

from tests.conftest import Sandbox

# What is typed, the exit code, what is told, and what to do.
COMMANDS = {
    "a command": ("rendr", 2, "No such command 'rendr'.", "Did you mean 'render'?"),
    "an option": ("render --sclae 2", 2, "No such option: --sclae", "--scale"),
    "a figure": ("render goodd", 1, "error: there is no figure or chapter 'goodd'", "did you mean good"),
    "a chapter": ("render ones", 1, "error: there is no figure or chapter 'ones'", "did you mean one"),
    "a file": ("render figures/one/goodd.py", 1, "there is no figure or chapter 'figures/one/goodd.py'", "one/good?"),
    "a figure to check": ("check goodd", 1, "there is no figure or chapter 'goodd'", "did you mean good"),
    "a figure to preview": ("preview goodd", 1, "there is no figure or chapter 'goodd'", "did you mean good"),
    "a figure to accept": ("accept goodd", 1, "there is no figure or chapter 'goodd'", "did you mean good"),
    "a language": ("render --lang cn", 2, "there is no language 'cn'", "did you mean 'zh'? valid languages: en, zh"),
    "a language in words": ("render --lang english", 2, "there is no language 'english'", "did you mean 'en'?"),
    "a theme": ("render --theme drak", 1, "there is no theme 'drak'", "did you mean 'dark'? valid themes: book"),
    "a format": ("render --format jpg", 2, "there is no format 'jpg'", "did you mean 'png'? valid formats: svg, png"),
    "a way to write text": ("render --text lives", 2, "valid values of --text: outline, live", "did you mean 'live'?"),
    "a scale": ("render --scale big", 2, "Invalid value for '--scale'", "valid number"),
    "a number of processes": ("render -j many", 2, "Invalid value for '-j' / '--jobs'", "valid integer"),
    "dashes in an id": ("new one/q-and-v", 1, "'q-and-v' cannot be the name", "use letters, digits and _: q_and_v"),
    "a digit in front": ("new 2fast/x", 1, "'2fast' cannot be the name of a figure or a chapter", "f_2fast"),
    "no chapter": ("new advantage", 1, "'advantage' does not name a figure", "write CHAPTER/ID"),
    "an id that is taken": ("new one/good", 1, "there is a figure 'good' already", "choose another id"),
    "a project again": ("init .", 1, "is a project already", "llmfig new my_chapter/my_figure"),
}

# A theme, the line, what is told, and what to do.
THEMES = {
    "a key": ('extends = "book"\npapper = "#ffffff"', 2, "a theme has no key 'papper'", "did you mean 'paper'?"),
    "a table": ('extends = "book"\n[rolls]', 2, "a theme has no key 'rolls'", "did you mean 'roles'?"),
    "a colour": ('extends = "book"\npaper = "whit"', 2, "paper cannot be the string 'whit': a colour is", "ink"),
    "a palette name": (
        'extends = "book"\n[roles.data]\nfill = "yelow"', 3, "roles.data.fill cannot be the string 'yelow'", "'yellow'?"
    ),
    "a base": ('extends = "bok"', 1, "there is no theme 'bok' to extend", "did you mean 'book'?"),
    "a role": (
        'extends = "book"\n[roles.modell]\nfill = "#ffffff"', 2, "roles.modell lacks stroke, text, ink", "'model'?"
    ),
    "a number": ('extends = "book"\nradius = "wide"', 2, "radius cannot be the string 'wide'", "a valid number"),
    "no quotes": ('extends = "book"\npaper = white', 2, "not valid TOML", "colours stand in quotes"),
}  # fmt: skip

# The settings, the line, what is told, and what to do.
SETTINGS = {
    "a name": ('\ntheem = "book"', 2, "there is no setting 'theem'", "did you mean 'theme'?"),
    "a number": ("out = 3", 1, "out must be a text, not the number 3", "put it in quotes"),
    "a theme": ('theme = "bok"', 0, "there is no theme 'bok'", "did you mean 'book'? valid themes: book"),
    "no quotes": ("theme = book", 1, "not valid TOML", "texts stand in quotes"),
    "a chapter's title": ('[[chapters]]\nid = "one"\nen = "One"', 1, "chapters.0.zh is missing", "add it"),
    "a chapter's key": (
        '[[chapters]]\nid = "one"\nen = "One"\nzh = "一"\ntitle = ""', 5, "there is no setting 'chapters.0.title'", "id"
    ),
}  # fmt: skip


def plain(output: str) -> str:
    """The words of an output, without frames and line breaks."""
    return " ".join(output.replace("│", " ").split())


@pytest.mark.parametrize("name", COMMANDS)
def test_a_slip_at_the_command_line(sandbox: Sandbox, name: str) -> None:
    sandbox.write("one/good.py")
    before = sorted(sandbox.root.rglob("*"))
    typed, code, what, fix = COMMANDS[name]
    result = sandbox.run(*typed.split())
    assert result.exit_code == code
    assert what in plain(result.output)
    assert fix in plain(result.output)
    assert "Traceback" not in result.output
    assert sorted(f for f in sandbox.root.rglob("*") if "__pycache__" not in f.parts) == before


@pytest.mark.parametrize("name", SETTINGS)
def test_a_slip_in_the_settings(sandbox: Sandbox, name: str) -> None:
    sandbox.write("one/good.py")
    text, line, what, fix = SETTINGS[name]
    (sandbox.root / "llmfig.toml").write_text(text, encoding="utf-8")
    result = sandbox.run("render")
    assert result.exit_code == 1
    assert f"error: llmfig.toml:{line}: {what}" in result.output if line else what in result.output
    assert fix in result.output
    assert result.output.count("fix: ") == 1
    assert not sandbox.pictures()


@pytest.mark.parametrize("name", THEMES)
def test_a_slip_in_a_theme(sandbox: Sandbox, name: str) -> None:
    sandbox.write("one/good.py")
    text, line, what, fix = THEMES[name]
    (sandbox.root / "themes").mkdir()
    (sandbox.root / "themes" / "own.toml").write_text(text, encoding="utf-8")
    result = sandbox.run("render", "--theme", "own")
    assert result.exit_code == 1
    assert f"error: themes/own.toml:{line}: {what}" in result.output
    assert fix in result.output
    assert result.output.count("fix: ") == 1
    assert not sandbox.pictures()
