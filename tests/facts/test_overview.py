"""What the map says, against the originals' contents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from llmfig import outline
from llmfig.bilingual import drawing
from llmfig.registry import load

CHAPTER = Path(__file__).parents[2] / "figures" / "overview"


def names(figure: str) -> dict[str, Any]:
    return load(CHAPTER / f"{figure}.py").function.__globals__


@pytest.mark.parametrize("lang", [0, 1])
def test_nine_fields_hold_43_topics_and_149_subjects(lang: int) -> None:
    module = names("llm_rl_map")
    fields = [*outline(module["RIGHT"][lang]), *outline(module["LEFT"][lang])]
    topics = [topic for field in fields for topic in field.below]
    assert (len(fields), len(topics), sum(len(topic.below) for topic in topics)) == (9, 43, 149)


@pytest.mark.parametrize("side", ["RIGHT", "LEFT"])
def test_both_languages_have_the_same_tree(side: str) -> None:
    english, chinese = (
        [[len(topic.below) for topic in field.below] for field in outline(text)] for text in names("llm_rl_map")[side]
    )
    assert english == chinese


def test_fields_are_read_one_to_four_on_the_right_then_the_left_then_the_rest() -> None:
    module = names("llm_rl_map")
    badges = [[field.text[0] for field in outline(module[side][1])] for side in ("RIGHT", "LEFT")]
    assert badges == [list("❶❷❸❹❽❾"), list("❺❻❼")]
    with drawing("en"):
        seven = module["heading"](7, "RLHF and RLAIF", "loss")
    assert "❼ RLHF and RLAIF" in " ".join(child.says() for child in seven.children())
