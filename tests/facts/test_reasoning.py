"""What the figures on reasoning compute, against values known from elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from llmfig.registry import load

CHAPTER = Path(__file__).parents[2] / "figures" / "reasoning"


def names(figure: str) -> dict[str, Any]:
    return load(CHAPTER / f"{figure}.py").function.__globals__


# One iteration of MCTS ----------------------------------------------------------------------------------------------


def test_selection_goes_down_by_uct() -> None:
    module = names("mcts")
    assert module["selected"]() == ["1", "2-1", "3-2"]
    assert module["uct"]("2-1", "1") == pytest.approx(7.8770, abs=1e-4)
    assert module["uct"]("2-2", "1") == pytest.approx(5.8558, abs=1e-4)


def test_the_value_of_the_rollout_goes_up_the_path() -> None:
    module = names("mcts")
    after = module["backed_up"]([*module["selected"](), "4-1"])
    assert after == {"1": (70, 10), "2-1": (40, 4), "2-2": (30, 6), "3-1": (10, 2), "3-2": (30, 2), "4-1": (20, 1)}
    root, children = after["1"], [after[c] for c in module["CHILDREN"]["1"]]
    assert root == (sum(v for v, _ in children), sum(n for _, n in children))
