"""Every figure in both languages: as it was accepted, clean, and a valid file.

After a change that is meant to be, look at the pictures and accept them: llmfig accept
"""

from pathlib import Path

import pytest

from llmfig.testing import Case, FileRegression, assert_valid_svg, cases

each_picture = pytest.mark.parametrize("case", cases(Path(__file__).parent), ids=str)


@each_picture
def test_the_scene_is_the_accepted_one(case: Case, file_regression: FileRegression) -> None:
    case.check_snapshot(file_regression)


@each_picture
def test_the_picture_is_the_accepted_one(case: Case, file_regression: FileRegression) -> None:
    case.check_picture(file_regression)


@each_picture
def test_the_checks_find_nothing(case: Case) -> None:
    assert not case.findings(), "\n".join(map(str, case.findings()))


@each_picture
def test_the_file_is_valid(case: Case) -> None:
    assert_valid_svg(case.rendered("svg"))
