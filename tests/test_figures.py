"""Every figure of the collection in both languages: as it was accepted, clean, and a valid file."""

from __future__ import annotations

from pathlib import Path

import pytest

from llmfig.testing import Case, FileRegression, assert_valid_svg, cases

CASES = cases(Path(__file__).parents[1])
each_picture = pytest.mark.parametrize("case", CASES, ids=str)


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
def test_the_svg_is_valid(case: Case) -> None:
    assert_valid_svg(case.rendered("svg"))


@each_picture
def test_the_png_has_the_size_of_the_figure(case: Case) -> None:
    data = case.rendered("png")
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    assert width / height == pytest.approx(case.scene.width / case.scene.height, rel=0.01)
