"""What the figures on the basics of RL compute, against values known from elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from llmfig.bilingual import Lang, drawing
from llmfig.registry import load

CHAPTER = Path(__file__).parents[2] / "figures" / "rl_basics"


def names(figure: str) -> dict[str, Any]:
    return load(CHAPTER / f"{figure}.py").function.__globals__


# Trajectories --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        ("en", ["Salt Lake City", "New York", "Chicago"], ["Albuquerque", "Phoenix", "Denver"]),
        ("zh", ["张家界", "上海", "北京"], ["丽江", "成都", "西安"]),
    ],
)
def test_the_rewards_of_a_trajectory_are_the_stars_of_its_cities(
    lang: Lang, first: list[str], second: list[str]
) -> None:
    module = names("rl_trajectory")
    rewards = {"TAKEN": [5, 4, 5], "OTHER": [3, 4, 4]}
    with drawing(lang):
        for path, cities in {"TAKEN": first, "OTHER": second}.items():
            steps = list(module["steps"](module[path]))
            for t, (city, reward) in enumerate(zip(cities, rewards[path], strict=True), 1):
                assert f"$R_{t} = {reward}$" in steps[t]
                assert f"$S_{t} =$ {city}" in steps[t]
                assert steps[t - 1].endswith(f"{city})")  # the action goes where the next state is


# The hierarchy of feudal RL ------------------------------------------------------------------------------------------


def test_the_policies_below_a_policy() -> None:
    module = names("feudal_rl")
    named = {
        (name, k): [
            module["index"](r, c, k) for r in range(2**k) for c in range(2**k) if module["role"](k, r, c) == name
        ]
        for name in ("data", "model")
        for k in range(module["LEVELS"])
    }
    assert named["data", 1] == [3]
    assert named["data", 2] == [9, 10, 13, 14]
    assert named["model", 2] == [16]
    assert named["model", 3] == [55, 56, 63, 64]
    assert not named["data", 3]
