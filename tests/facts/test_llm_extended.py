"""What the figure on classification metrics computes, against values known from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from llmfig.registry import load

FILE = Path(__file__).parents[2] / "figures" / "llm_extended" / "classification_metrics.py"


def test_both_curves_come_from_the_same_counts() -> None:
    m = load(FILE).function.__globals__
    (i,), (j, k) = m["SHOWN_ROC"], m["SHOWN_PR"]
    assert (m["FPR"][i], m["TPR"][i]) == pytest.approx((0.2, 0.6))
    assert (m["TPR"][j], m["PRECISION"][j]) == pytest.approx((0.5, 0.85))
    assert (m["TPR"][k], m["PRECISION"][k]) == pytest.approx((0.7, 0.7))
    assert (round(m["F1"][j], 2), round(m["F1"][k], 2)) == (0.63, 0.70)
    assert m["PRECISION"][-1] == pytest.approx(170 / 320)  # all are predicted to be positive: the positive rate


def test_the_roc_curve_is_concave_and_its_area_is_the_chance_of_a_right_order() -> None:
    m = load(FILE).function.__globals__
    slopes = [(b - a) / (d - c) for a, b, c, d in zip(m["TP"], m["TP"][1:], m["FP"], m["FP"][1:], strict=False)]
    assert slopes == sorted(slopes, reverse=True)
    # Pairs of a positive and a negative: those told apart by a threshold count 1, those between the same two 1/2.
    right = 0.0
    for n in range(1, len(m["TP"])):
        gained = m["TP"][n] - m["TP"][n - 1]
        right += gained * (m["FP"][-1] - m["FP"][n]) + gained * (m["FP"][n] - m["FP"][n - 1]) / 2
    assert m["AUC"] == pytest.approx(right / (170 * 150))
