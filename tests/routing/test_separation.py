"""Keeping values apart on a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmfig.connect.routing.separation import separate

FREE = (-1e6, 1e6)


def test_spread_round_the_common_wish() -> None:
    assert separate([50, 50, 50], [FREE] * 3, [(0, 1, 10), (1, 2, 10)]) == [40, 50, 60]


def test_fixed_values_stay() -> None:
    assert separate([50, 50], [(50, 50), FREE], [(0, 1, 10)]) == [50, 60]


def test_gaps_shrink_evenly_when_there_is_no_room() -> None:
    places = separate([0, 0, 0], [(0, 12), (0, 12), (0, 12)], [(0, 1, 10), (1, 2, 10)])
    assert places == pytest.approx([0, 6, 12])


def test_lack_of_room_elsewhere_does_not_matter() -> None:
    limits = [(0.0, 4.0), (0.0, 4.0), (100.0, 200.0), (100.0, 200.0)]
    places = separate([0, 0, 150, 150], limits, [(0, 1, 10), (2, 3, 10)])
    assert places[3] - places[2] == pytest.approx(10)


def test_contradiction_moves_nothing_fixed() -> None:
    places = separate([10, 0, 0], [(10, 10), (-50, 50), (0, 0)], [(0, 1, 5), (1, 2, 5)])
    assert places[0] == 10
    assert places[2] == 0


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=12), st.floats(1, 30))
def test_all_gaps_are_kept_where_nothing_limits(wanted: list[float], gap: float) -> None:
    gaps = [(i, i + 1, gap) for i in range(len(wanted) - 1)]
    places = separate(wanted, [FREE] * len(wanted), gaps)
    assert all(places[j] - places[i] >= g - 1e-6 for i, j, g in gaps)
    assert sum(places) == pytest.approx(sum(wanted), abs=1e-3)
