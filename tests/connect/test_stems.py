"""What branches of one trunk draw for themselves."""

from __future__ import annotations

import pytest

from llmfig.connect.stems import own_part
from llmfig.geometry import Point

STEM = [Point(0, 0), Point(30, 0), Point(30, 40)]


@pytest.mark.parametrize(
    ("route", "left"),
    [
        ([Point(0, 0), Point(60, 0)], [Point(30, 0), Point(60, 0)]),
        ([Point(0, 0), Point(30, 0), Point(30, -40)], [Point(30, 0), Point(30, -40)]),
        ([Point(0, 0), Point(30, 0), Point(30, 20), Point(60, 20)], [Point(30, 20), Point(60, 20)]),
        ([Point(0, 5), Point(60, 5)], [Point(0, 5), Point(60, 5)]),
    ],
)
def test_a_branch_begins_where_it_leaves_the_stem(route: list[Point], left: list[Point]) -> None:
    assert own_part(route, [STEM]) == left


def test_a_merging_branch_ends_where_it_joins() -> None:
    into = [Point(60, 0), Point(60, 40), Point(30, 40)]
    assert own_part([Point(90, 40), Point(60, 40), Point(30, 40)], [into]) == [Point(90, 40), Point(60, 40)]


def test_a_lone_connector_draws_all_of_its_route() -> None:
    assert own_part(STEM, []) == STEM
