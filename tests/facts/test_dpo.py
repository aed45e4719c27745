"""What the figures on DPO compute, against values known from elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from llmfig.registry import load

CHAPTER = Path(__file__).parents[2] / "figures" / "dpo"


def names(figure: str) -> dict[str, Any]:
    return load(CHAPTER / f"{figure}.py").function.__globals__


def test_the_dynamic_coefficient_is_0_95_at_ln_19() -> None:
    module = names("implicit_reward_difference")
    assert module["logit"](module["LARGE"]) == pytest.approx(2.944439)
    assert module["sigmoid"](2.944439) == pytest.approx(0.95)
    assert module["sigmoid"](-2.944439) == pytest.approx(0.05)
    assert module["sigmoid"](0) == 0.5


@pytest.mark.parametrize("lang", [0, 1])
@pytest.mark.parametrize(("tokens", "text"), [("PROMPT", "QUESTION"), ("CHOSEN", "BETTER"), ("REJECTED", "POOR")])
def test_tokens_join_to_the_text_of_the_pair(lang: int, tokens: str, text: str) -> None:
    module = names("dpo")
    written = "".join(module[text][lang].split())
    assert "".join(module[tokens][lang]) == written


def test_the_coefficient_is_below_a_half_where_the_better_answer_is_preferred() -> None:
    sigmoid = names("implicit_reward_difference")["sigmoid"]
    assert sigmoid(1) == pytest.approx(0.731059, abs=1e-6)
    assert sigmoid(-1) == pytest.approx(0.268941, abs=1e-6)


@pytest.mark.parametrize("lang", [0, 1])
@pytest.mark.parametrize(("answer", "padding"), [("CHOSEN", 1), ("REJECTED", 2)])
def test_sequences_are_padded_to_one_length_and_the_end_counts(lang: int, answer: str, padding: int) -> None:
    module = names("dpo")
    tokens = module[answer][lang]
    row, counted = module["sequence"](module["PROMPT"][lang], tokens, "model")
    prompt, same, pads = row.children()
    assert same is counted
    assert (prompt.shape_rc, counted.shape_rc, pads.shape_rc) == ((1, 8), (1, len(tokens) + 1), (1, padding))
