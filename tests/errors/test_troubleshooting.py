"""The page on mistakes: what stands there is what is told, and what mends it does."""

from __future__ import annotations

import os
import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent, indent

import pytest
from typer.testing import CliRunner

from llmfig.cli.app import app
from tests.errors.case import HEAD, stem
from tests.errors.told import FIX, told

PAGE = Path(__file__).parents[2] / "docs" / "troubleshooting.md"
SECTION = re.compile(
    r"^### (?P<marks>`+)(?P<what>[^\n]+)(?P=marks)\n(?:(?!#)[^\n]*\n)*?"
    r"```diff\n(?P<diff>.*?)^```\n\n```text\nfix: (?P<fix>[^\n]*)\n```\n",
    re.MULTILINE | re.DOTALL,
)
STATE = HEAD.replace("def bad", "def state") + '    return Box("$s$")\n'


@dataclass(frozen=True)
class Section:
    """A message of the page: its heading, the code that causes it and the code that mends it, and the advice."""

    what: str
    wrong: str
    right: str
    fix: str

    @property
    def kind(self) -> str:
        """What the code is: a file, a command, the whole of a figure's file, or the body of its function."""
        first = self.wrong.splitlines()[0]
        if found := re.match(r"# (\S+\.toml)$", first):
            return found[1]
        return "command" if first.startswith("llmfig ") else "whole" if first.startswith("from ") else "body"


def _side(diff: str, sign: str) -> str:
    lines = [line for line in diff.splitlines() if line[:1] in (sign, " ", "")]
    return dedent("".join(line[1:] + "\n" for line in lines))


SECTIONS = [
    Section(m["what"], _side(m["diff"], "-"), _side(m["diff"], "+"), m["fix"])
    for m in SECTION.finditer(PAGE.read_text(encoding="utf-8"))
]
FIGURES = [s for s in SECTIONS if s.kind in ("whole", "body")]
OTHERS = [s for s in SECTIONS if s not in FIGURES]


def text_of(section: Section, code: str) -> str:
    """The file of a figure; the helper that one section mends has none of its own."""
    if section.kind == "whole":
        return code if "def " in code else f"{code}\n{STATE}"
    return HEAD + indent(code, "    ")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What `render` and `check` tell of the wrong and of the right code of each section, by the name of its file."""
    root = tmp_path_factory.mktemp("page")
    folder = root / "figures" / "one"
    folder.mkdir(parents=True)
    for i, section in enumerate(FIGURES):
        (folder / f"wrong_{i}.py").write_text(text_of(section, section.wrong), encoding="utf-8")
        (folder / f"right_{i}.py").write_text(text_of(section, section.right), encoding="utf-8")
    before = Path.cwd()
    os.chdir(root)
    try:
        drawn = told(CliRunner().invoke(app, ["render", "--format", "svg"]).output)
        found = CliRunner().invoke(app, ["check"]).output
    finally:
        os.chdir(before)
    messages = {name.removeprefix("one/"): [f"{m.what}\n{m.fix}" for m in all_] for name, all_ in drawn.items()}
    # What can be drawn but is found by `check` has a name in front, that of the rule.
    rules = {section.what.partition(":")[0] for section in FIGURES}
    for finding in re.finditer(r"^  figures/one/(\w+)\.py:\d+: \[\w+\] (.*)\n    fix: (.*)$", found, re.MULTILINE):
        if finding[2].partition(":")[0] in rules:
            messages.setdefault(finding[1], []).append(f"{finding[2]}\n{finding[3]}")
    assert all(len(all_) == 1 for all_ in messages.values()), {k: v for k, v in messages.items() if len(v) > 1}
    return {name: all_[0] for name, all_ in messages.items()}


def agree(message: str, section: Section) -> None:
    what, fix = message.split("\n", 1)
    assert what == section.what
    shown = section.fix.rstrip("…").rstrip()
    assert fix.startswith(shown) if section.fix.endswith("…") else fix == shown


@pytest.mark.parametrize("i", range(len(FIGURES)), ids=[stem(s.what) for s in FIGURES])
def test_a_figure_is_told_as_the_page_says(said: dict[str, str], i: int) -> None:
    agree(said[f"wrong_{i}"], FIGURES[i])
    assert f"right_{i}" not in said


@pytest.mark.parametrize("section", OTHERS, ids=lambda s: stem(s.what))
def test_other_mistakes_are_told_as_the_page_says(
    section: Section, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "figures" / "one").mkdir(parents=True)
    (tmp_path / "figures" / "one" / "state.py").write_text(STATE, encoding="utf-8")
    for code, code_is_right in ((section.wrong, False), (section.right, True)):
        command = code
        if section.kind != "command":
            file = tmp_path / section.kind
            file.parent.mkdir(exist_ok=True)
            file.write_text(code, encoding="utf-8")
            command = "llmfig render" + (f" --theme {file.stem}" if file.parent.name == "themes" else "")
        result = CliRunner().invoke(app, shlex.split(command)[1:])
        assert (result.exit_code == 0) == code_is_right, result.output
        if not code_is_right:
            first, second = result.output.splitlines()[:2]
            message = re.sub(r"^error: (\S+:\d+: )?", "", first)
            agree(f"{message}\n{second.removeprefix(FIX)}", section)


def test_every_section_is_read() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert len(SECTIONS) == page.count("\n### ") == page.count("\n```diff\n") >= 60
    assert len({s.what for s in SECTIONS}) == len(SECTIONS)


def test_the_message_at_the_top_is_one(said: dict[str, str]) -> None:
    page = PAGE.read_text(encoding="utf-8")
    shown = re.search(r"^```text\nfigures/\S+: \S+ \[en, zh\]: (.*)\n  fix: (.*?), …\n```", page, re.MULTILINE)
    assert shown is not None
    (message,) = {m for name, m in said.items() if "no role 'red'" in m}
    assert shown[2].rpartition("valid roles: ")[2] in message
    assert shown[1] == "there is no role 'modell'"
