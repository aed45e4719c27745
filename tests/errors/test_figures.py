"""The mistakes of newcomers in figures: one message each, with their line, in their words, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import llmfig
from tests.conftest import GOOD
from tests.errors import (
    cases_arrows,
    cases_boxes,
    cases_cells,
    cases_charts,
    cases_files,
    cases_marks,
    cases_notes,
    cases_python,
    cases_text,
    cases_trees,
)
from tests.errors.case import Case, stem
from tests.errors.told import Told, rendered

TABLES = (
    cases_arrows, cases_boxes, cases_cells, cases_charts, cases_files, cases_marks, cases_notes, cases_python,
    cases_text, cases_trees,
)  # fmt: skip
CASES: dict[str, Case] = {name: case for table in TABLES for name, case in table.CASES.items()}
INTERNAL = ("Traceback", "object at 0x", "llmfig itself failed", "<locals>", "__init__", "_llmfig", "site-packages")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("wrong")


@pytest.fixture(scope="module")
def messages(project: Path) -> dict[str, list[Told]]:
    """What one run tells of all the cases, beside a figure that is right."""
    found, _ = rendered(project, {f"one/{stem(n)}": case.text for n, case in CASES.items()} | {"one/good": GOOD})
    return found


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_told(messages: dict[str, list[Told]], name: str) -> None:
    case = CASES[name]
    (message,) = messages.get(f"one/{stem(name)}", [])
    assert (message.what, message.place) == (case.what, f"figures/one/{stem(name)}.py:{case.at}")
    assert message.fix.startswith(case.fix)
    assert case.fix


@pytest.mark.parametrize("name", CASES)
def test_no_message_speaks_of_the_inside(messages: dict[str, list[Told]], name: str) -> None:
    for message in messages[f"one/{stem(name)}"]:
        said = "\n".join((message.what, message.shown, message.fix))
        assert not [word for word in INTERNAL if word in said]
        assert str(Path(llmfig.__file__).parent) not in said


def test_what_is_right_is_drawn_and_nothing_else(project: Path, messages: dict[str, list[Told]]) -> None:
    assert len(messages) == len(CASES)
    drawn = {file.relative_to(project / "out").as_posix() for file in (project / "out").rglob("*.svg")}
    other = {"en": "zh", "zh": "en"}  # where only one language is wrong
    halves = [(other.get(messages[f"one/{stem(name)}"][0].langs), stem(name)) for name in CASES]
    assert drawn == {"en/one/good.svg", "zh/one/good.svg"} | {f"{lang}/one/{s}.svg" for lang, s in halves if lang}


def test_files_have_names_of_their_own() -> None:
    assert len({stem(name) for name in CASES}) == len(CASES) == sum(len(table.CASES) for table in TABLES)


def used(case: Case) -> Iterator[str]:
    """The names in the code of a case."""
    yield from re.findall(r"\b\w+\b", case.code.replace("@figure(...)", ""))


def test_every_public_name_is_misused() -> None:
    assert set(llmfig.__all__) <= {word for case in CASES.values() for word in used(case)}
