"""The glossary, and the rule that holds figures to it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from llmfig import glossary
from llmfig.errors import FigureError
from llmfig.glossary import Entry, Glossary
from tests.check.scenes import findings, only, rules, text


def test_the_right_translation_in_all_its_spellings() -> None:
    for zh in ("奖励模型", "奖励\n模型", "**奖励模型**：", "奖励模型（RM）", "RM", "Reward model"):
        assert rules(translations=[("Reward  model", zh)], lang="zh") == []


def test_another_translation_is_told_with_the_right_one() -> None:
    found = only("glossary", findings(translations=[("Reward model", "奖赏模型")], lang="zh"))
    assert "'奖励模型'" in found.message
    assert found.source is not None
    assert found.source.line == 5


def test_longer_texts_are_not_terms() -> None:
    assert rules(translations=[("Train the reward model", "训练它")]) == []


def test_wordings_to_avoid() -> None:
    assert rules(text("报酬模型", 20, 20), lang="zh") == ["glossary"]
    assert rules(text("The award  model", 20, 20)) == ["glossary"]
    assert rules(text("Steward models", 20, 20)) == []
    assert rules(text("报酬模型", 20, 20, kind="formula"), lang="zh") == []
    assert rules(title="An award model") == ["glossary"]


def test_a_wording_to_avoid_may_be_part_of_the_right_one() -> None:
    book = Glossary([Entry("Value function", "价值函数", avoid_zh=("值函数",))])
    assert list(book.avoided("价值函数", "zh")) == []
    assert [wrong for wrong, _ in book.avoided("最优值函数", "zh")] == ["值函数"]


def test_lookup() -> None:
    book = glossary.built_in()
    assert book.zh("reward model") == "奖励模型"
    with pytest.raises(FigureError, match="Reward model"):
        book.zh("Reward modle")


def test_the_built_in_glossary_is_consistent() -> None:
    book = glossary.built_in()
    assert len(book.entries) >= 60
    english = Counter(" ".join(en.casefold().split()) for e in book.entries for en in (e.en, *e.also_en))
    assert [en for en, n in english.items() if n > 1] == []
    for entry in book.entries:
        for words in (entry.en, *entry.also_en):
            assert list(book.avoided(words, "en")) == [], words
        for words in (entry.zh, *entry.also_zh):
            assert list(book.avoided(words, "zh")) == [], words


def test_a_project_adds_and_replaces_terms(tmp_path: Path) -> None:
    own = '[[term]]\nen = "Reward model"\nzh = "评分模型"\n[[term]]\nen = "Gadget"\nzh = "小工具"\n'
    (tmp_path / "glossary.toml").write_text(own, encoding="utf-8")
    book = glossary.load(tmp_path)
    assert book.zh("Reward model") == "评分模型"
    assert book.zh("gadget") == "小工具"
    assert book.zh("Policy") == "策略"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[[term]\n", "not valid TOML"),
        ('[[term]]\nen = "A"\n', "glossary.toml:1: the term 'A' has no zh"),
        ('[[term]]\nen = "A"\nzh = "甲"\navoid = ["B"]\n', "glossary.toml:4: a term has no key 'avoid'"),
        ('[[term]]\nen = "A"\nzh = ""\n', "glossary.toml:3: zh cannot be the string ''"),
        ('[[term]]\nen = "A"\nzh = "甲"\nalso-en = "B"\n', "glossary.toml:4: also-en cannot be the string 'B'"),
        ('[terms]\nen = "A"\n', r"holds only \[\[term\]\]"),
    ],
)
def test_errors_name_file_entry_and_key(content: str, told: str) -> None:
    with pytest.raises(FigureError, match=told) as error:
        glossary.parse(content, "my/glossary.toml")
    assert "my/glossary.toml" in str(error.value)
