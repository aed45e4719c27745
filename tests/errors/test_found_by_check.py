"""Mistakes that can be drawn: `llmfig check` names them, with their line and what to do."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from llmfig.cli.app import app
from tests.errors.case import HEAD, TITLE, Case, stem

CASES = {
    "no translation": Case(
        'return Box("The model writes a long response")',
        "[zh] untranslated: text “The model writes a long response” is the same English in both languages",
        "write tr('The model writes a long response', '中文')",
    ),
    "no English": Case(
        'return Box("奖励模型")',
        "[en] hanzi-in-english: text “奖励模型” holds '奖励模型'",
        "translate it: tr('English', '中文')",
    ),
    "the same on both sides": Case(
        'return Box(tr("The model writes a response", "The model writes a response"))',
        "[zh] untranslated: tr() has the same English on both sides: 'The model writes a response'",
        "translate it, or write it as a plain string",
    ),
    "an empty side": Case(
        'return Box(tr("Reward model", ""))',
        "[zh] untranslated: the Chinese side of tr('Reward model', '') is empty",
        "translate it",
    ),
    "swapped sides": Case(
        'return Box(tr("奖励模型", "Reward model"))',
        "[en] hanzi-in-english: text “奖励模型” holds '奖励模型'",
        "the sides of tr() are swapped: English comes first, tr('English', '中文')",
    ),
    "half-width marks": Case(
        'return Box(tr("Yes, it is", "是,对"))',
        "[zh] half-width-in-chinese: text “是,对” has half-width marks beside hanzi: 是,",
        "use ，；：！？ and “ ”",
    ),
    "an exception from no rule": Case(
        'return Box("x").allow("overlp", "the hand lies on the card")',
        "[en] stale-allowance: there is no rule 'overlp' to make an exception from",
        "did you mean 'overlap'? valid rules: text-overflow",
    ),
    "an alt text that tells nothing": Case(
        """
        from llmfig import Box, figure

        @figure(title=("Box", "方框"), alt=("Box", "一个方框。"))  # here
        def bad():
            return Box("x")
        """,
        "[en] missing-alt: the alt text only repeats the title",
        "say what the figure shows",
        whole=True,
    ),
    "an alt text for later": Case(
        """
        from llmfig import Box, figure

        @figure(title=("Box", "方框"), alt=("TODO", "一个方框。"))  # here
        def bad():
            return Box("x")
        """,
        "[en] missing-alt: the en alt text is 'TODO'",
        "say in a sentence or two what the figure shows",
        whole=True,
    ),
}
RIGHT = HEAD.replace(TITLE, TITLE.replace("Bad", "Good")) + '    return Box(tr("Reward model", "奖励模型"))\n'
FINDING = re.compile(r"^  (?P<place>\S+:\d+): (?P<what>.*)\n    fix: (?P<fix>.*)$", re.MULTILINE)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[re.Match[str]]]:
    """What one run finds in all the cases, by file."""
    root = tmp_path_factory.mktemp("checked")
    folder = root / "figures" / "one"
    folder.mkdir(parents=True)
    for name, text in [*((name, case.text) for name, case in CASES.items()), ("right", RIGHT)]:
        (folder / f"{stem(name)}.py").write_text(text, encoding="utf-8")
    before = Path.cwd()
    os.chdir(root)
    try:
        result = CliRunner().invoke(app, ["check"])
    finally:
        os.chdir(before)
    assert result.exit_code == 1
    messages: dict[str, list[re.Match[str]]] = {}
    for finding in FINDING.finditer(result.output):
        messages.setdefault(Path(finding["place"]).stem, []).append(finding)
    return messages


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_found(found: dict[str, list[re.Match[str]]], name: str) -> None:
    case = CASES[name]
    (finding,) = found[stem(name)]
    assert (finding["place"], finding["what"]) == (f"figures/one/{stem(name)}.py:{case.at}", case.what)
    assert finding["fix"].startswith(case.fix)


def test_nothing_else_is_found(found: dict[str, list[re.Match[str]]]) -> None:
    assert set(found) == {stem(name) for name in CASES}
