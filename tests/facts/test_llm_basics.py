"""What the figures on LLM basics compute, against values known from elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from llmfig.bilingual import Lang, drawing
from llmfig.registry import load

CHAPTER = Path(__file__).parents[2] / "figures" / "llm_basics"


def names(figure: str) -> dict[str, Any]:
    return load(CHAPTER / f"{figure}.py").function.__globals__


@pytest.mark.parametrize(
    ("lang", "contexts", "answer"),
    [
        (
            "en",
            ["How are you?", "How are you? I’m", "How are you? I’m doing", "How are you? I’m doing well"],
            "I’m doing well.",
        ),
        ("zh", ["你是谁？", "你是谁？我", "你是谁？我是", "你是谁？我是大模型"], "我是大模型。"),
    ],
)
def test_every_context_is_the_one_before_with_its_likeliest_token(lang: Lang, contexts: list[str], answer: str) -> None:
    module = names("generation_and_decoding")
    question = module["QUESTION"][("en", "zh").index(lang)]
    with drawing(lang):
        steps, generated = module["decode"]()
        assert [module["joined"]([question, *before]) for before, *_ in steps] == contexts
        assert module["joined"](generated) == answer
    for _, tokens, p, best in steps:
        assert len(tokens) == len(p)
        assert sum(p) == pytest.approx(1)
        assert all(p[best] > other for i, other in enumerate(p) if i != best)
