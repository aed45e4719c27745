"""What the figures on policy optimization compute, against values known from elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from llmfig import spline
from llmfig.registry import load

CHAPTER = Path(__file__).parents[2] / "figures" / "policy_optimization"


def names(figure: str) -> dict[str, Any]:
    return load(CHAPTER / f"{figure}.py").function.__globals__


# Importance sampling -------------------------------------------------------------------------------------------------


def test_both_distributions_sum_to_one() -> None:
    module = names("importance_sampling")
    assert sum(module["P"]) == pytest.approx(1)
    assert sum(module["P_AUX"]) == pytest.approx(1)


def test_weights_and_corrected_values() -> None:
    rows = names("importance_sampling")["rows"]()
    assert [row[-2] for row in rows] == pytest.approx([1 / 3, 1 / 8, 1 / 3, 1 / 8, 1 / 3, 3])
    assert [row[-1] for row in rows] == pytest.approx([1 / 3, 7 / 8, 1 / 3, 7 / 8, 1 / 3, -15])
    assert np.mean([row[-1] for row in rows]) == pytest.approx(-12.25 / 6)


def test_the_weight_between_the_points_is_the_ratio_of_the_curves() -> None:
    module = names("importance_sampling")
    p, aux = spline(module["X"], module["P"]), spline(module["X"], module["P_AUX"])
    assert p(1) / aux(1) == pytest.approx(8)
    # Solved by hand: from 1 to 3, the curves are these cubics of x − 3.
    v = 1.25 - 3
    true, other = (
        3 / 20 - 5 / 48 * v + 13 / 160 * v**2 + 17 / 480 * v**3,
        3 / 20 + 5 / 48 * v + 13 / 160 * v**2 + 13 / 480 * v**3,
    )
    assert p(1.25) / aux(1.25) == pytest.approx(true / other) == pytest.approx(5.4815, abs=1e-4)
    assert p(3) / aux(3) == pytest.approx(1)
