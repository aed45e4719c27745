"""The tests that any project can have of its figures: accepted, changed, rejected."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from llmfig.testing import ENVIRONMENT, Case, assert_valid_svg, cases, same_environment
from tests.conftest import Sandbox

THEIR_TEST = """
import pytest
from llmfig.testing import Case, cases


@pytest.mark.parametrize("case", cases(), ids=str)
def test_snapshot(case, file_regression):
    case.check_snapshot(file_regression)


@pytest.mark.parametrize("case", cases(), ids=str)
def test_picture(case, file_regression):
    case.check_picture(file_regression)
"""


def outcome(sandbox: Sandbox) -> tuple[int, str]:
    """Exit code and output of the project's own tests."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "tests"],
        cwd=sandbox.root,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


def test_a_change_fails_until_it_is_accepted(sandbox: Sandbox) -> None:
    figure = sandbox.write("one/good.py")
    (sandbox.root / "tests").mkdir()
    (sandbox.root / "tests" / "test_figures.py").write_text(THEIR_TEST)
    assert sandbox.run("accept").exit_code == 0
    code, output = outcome(sandbox)
    assert (code, "4 passed" in output) == (0, True), output
    figure.write_text(figure.read_text(encoding="utf-8").replace('role="data"', 'role="loss"'), encoding="utf-8")
    code, output = outcome(sandbox)
    assert (code, "4 failed" in output) == (1, True), output
    assert "one/good-en: colour" in output
    assert "fix: look at both, then llmfig accept" in output
    assert "4 snapshot files new or changed" in sandbox.run("accept", "good").output
    assert outcome(sandbox)[0] == 0


def test_elsewhere_only_what_matters_counts(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    assert sandbox.run("accept").exit_code == 0
    assert same_environment(sandbox.project)
    noted = sandbox.root / "tests" / "snapshots" / ENVIRONMENT
    noted.write_text(json.dumps(json.loads(noted.read_text()) | {"cairo": "0.0"}))
    assert not same_environment(sandbox.project)
    noted.unlink()
    assert not same_environment(sandbox.project)


def test_cases_are_all_figures_in_all_languages(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    sandbox.write("two/other.py")
    assert [str(case) for case in cases()] == ["one/good-en", "one/good-zh", "two/other-en", "two/other-zh"]
    assert all(not case.findings() for case in cases())


def test_a_figure_that_cannot_be_one_is_told(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    sandbox.write("two/good.py")
    bad = Case(sandbox.project, cases()[2].ref, "en")
    with pytest.raises(Exception, match=r"is taken by one/good\.py"):
        _ = bad.scene


@pytest.mark.parametrize(
    "svg",
    [
        "<svg/>",
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>a</title></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title/><desc/><path d="M 0 nan"/></svg>',
    ],
)
def test_an_svg_that_lacks_something_is_not_valid(svg: str) -> None:
    with pytest.raises(AssertionError):
        assert_valid_svg(svg.encode())
