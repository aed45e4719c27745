"""Two languages, and the words for blind readers."""

from __future__ import annotations

import pytest

from llmfig.check.language import is_sentence
from tests.check.scenes import findings, only, rules, text

ENGLISH = "the model predicts one token"


@pytest.mark.parametrize("words", ["Reward model", "“quoted” … a·b — fine’s", "Δx ≥ 0 × π", "Loss (KL)", "é"])
def test_good_english(words: str) -> None:
    assert rules(text(words, 20, 20)) == []


@pytest.mark.parametrize(
    "words", ["奖励", "Temp：17", "a，b", "SFT、DPO", "（Actor）", "《Attention》", "１２", "end。"]
)
def test_hanzi_and_full_width_marks_in_english(words: str) -> None:
    assert rules(text(words, 20, 20)) == ["hanzi-in-english"]


def test_the_same_in_title_and_alt() -> None:
    assert "the title" in only("hanzi-in-english", findings(title="MHA、GQA")).message
    assert "the alt text" in only("hanzi-in-english", findings(alt="Two boxes，one arrow")).message


@pytest.mark.parametrize(
    "words", ["奖励模型", "你好，世界", "回报 G: 1.5", "π(a|s), 策略", "BatchNorm", "Qπ，Vπ", "“策略”模型", "3:1"]
)
def test_good_chinese(words: str) -> None:
    assert rules(text(words, 20, 20), lang="zh") == []


@pytest.mark.parametrize("words", ["你好,世界", "奖励:", "为什么?", '"策略"模型', "策略; 价值", "好!"])
def test_half_width_marks_in_chinese(words: str) -> None:
    assert rules(text(words, 20, 20), lang="zh") == ["half-width-in-chinese"]


def test_each_picture_is_held_to_its_own_language() -> None:
    assert rules(text("奖励，模型", 20, 20), lang="zh") == []
    assert rules(text("Hi, there", 20, 20), lang="en") == []


def test_an_empty_side() -> None:
    assert rules(translations=[("Reward", "")], lang="zh") == ["untranslated"]
    assert rules(translations=[("", "奖励")], lang="en") == ["untranslated"]
    assert rules(translations=[("", "")], lang="en") == []


def test_english_on_both_sides() -> None:
    assert rules(translations=[(ENGLISH, ENGLISH)], lang="zh") == ["untranslated"]
    assert rules(translations=[("Group Relative Policy Optimization",) * 2], lang="zh") == []
    found = only("untranslated", findings(translations=[(ENGLISH, ENGLISH)], lang="zh"))
    assert found.source is not None
    assert found.source.line == 5


def test_sentences() -> None:
    assert is_sentence(ENGLISH)
    assert not is_sentence("Proximal Policy Optimization of the Policy")
    assert not is_sentence("up_proj(x) and gate_proj(x) and more")
    assert not is_sentence("top k")


def test_title_and_alt_are_due() -> None:
    assert rules(title="") == ["missing-title"]
    assert rules(alt=" ") == ["missing-alt"]
    assert rules(alt="TODO: describe") == ["missing-alt"]
    assert rules(title="Reward", alt="Reward.") == ["missing-alt"]
    assert rules(lang="zh", alt="An arrow joins two boxes") == ["untranslated"]
