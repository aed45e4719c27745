"""Deliberate exceptions, and what both languages say together."""

from __future__ import annotations

from llmfig.check import RULES, check, check_figure, check_pair
from llmfig.geometry import Rect
from llmfig.scene.model import Glyph, GlyphRun, Group, Item, Scene
from tests.check.scenes import INK, THEME, arrow, box, findings, group, labelled, only, rules, scene, text

LONG = text("a long English label", 15, 34, 112, 12, id="words")
OVERFLOWING = box(20, 20, 100, 40, LONG, id="box")
SHORT = box(20, 20, 100, 40, text("短", 60, 34, 14, 12, id="words"), id="box")


def test_an_exception_gives_its_reason() -> None:
    for target in ("", "box", "words", "figure"):
        found = only("text-overflow", findings(OVERFLOWING, allow=[("text-overflow", target)]))
        assert found.allowed == "on purpose"
        assert "allowed: on purpose" in str(found)


def test_an_exception_for_something_else_does_not_count() -> None:
    found = findings(OVERFLOWING, labelled("A", 200, 20, id="other"), allow=[("text-overflow", "other")])
    assert [(f.rule, f.allowed) for f in found] == [("text-overflow", None), ("stale-allowance", None)]


def test_an_exception_for_either_of_two() -> None:
    pair = labelled("A", 20, 20, 200, id="a"), labelled("B", 170, 40, id="b")
    for target in ("a", "b"):
        assert only("overlap", findings(*pair, allow=[("overlap", target)])).allowed == "on purpose"


def test_stale_exceptions() -> None:
    stale = only("stale-allowance", findings(allow=[("overlap", "")]))
    assert stale.source is not None
    assert stale.source.line == 99
    assert "did you mean 'overlap'" in only("stale-allowance", findings(allow=[("overlaps", "")])).fix
    assert "not in the figure" in only("stale-allowance", findings(allow=[("overlap", "gone")])).message


def test_a_rule_of_one_language_is_not_stale_in_the_other() -> None:
    assert rules(allow=[("hanzi-in-english", "")], lang="zh") == []
    assert rules(allow=[("hanzi-in-english", "")], lang="en") == ["stale-allowance"]


def figures(en: Item, zh: Item, **options: object) -> tuple[Scene, Scene]:
    return scene(en, **options), scene(zh, lang="zh", **options)  # type: ignore[arg-type]


def test_an_exception_that_one_language_needs_is_not_stale_in_the_figure() -> None:
    pictures = figures(OVERFLOWING, SHORT, allow=[("text-overflow", "box")])
    assert [f.rule for f in check(pictures[1], THEME)] == ["stale-allowance"]
    assert [(f.rule, f.lang, f.allowed) for f in check_figure(pictures, THEME)] == [
        ("text-overflow", "en", "on purpose")
    ]


def test_an_exception_that_no_language_needs_is_told_once() -> None:
    assert [
        f.rule
        for f in check_figure(figures(SHORT, SHORT, allow=[("off-canvas", "")]), THEME)
        if f.rule != "hanzi-in-english"
    ] == ["stale-allowance"]


def test_the_same_english_in_both() -> None:
    prose, name = "each token is one step", "Group Relative Policy Optimization"
    assert [f.rule for f in check_pair(*figures(text(prose, 20, 20), text(prose, 20, 20)))] == ["untranslated"]
    assert check_pair(*figures(text(name, 20, 20), text(name, 20, 20))) == []
    assert check_pair(*figures(text(prose, 20, 20), text("每个词元是一步", 20, 20))) == []


def test_a_label_that_one_language_lacks() -> None:
    full, empty = text("Update", 20, 20, id="t"), text("", 20, 20, id="t")
    found = only("language-mismatch", check_pair(*figures(full, empty)))
    assert "empty in the Chinese picture" in found.message


def test_another_number_of_connectors_or_boxes() -> None:
    one = group("row", labelled("A", 20, 20), arrow((20, 80), (100, 80)))
    two = group("row", labelled("A", 20, 20))
    assert "1 connectors, the Chinese one 0" in only("language-mismatch", check_pair(*figures(one, two))).message
    assert check_pair(*figures(one, one)) == []


def test_figures_with_other_data_per_language_are_not_counted() -> None:
    def strip(n: int) -> Group:
        return group(
            "strip", *[box(20 + 40 * i, 20, 40, 30, kind="cell") for i in range(n)], arrow((20, 80), (100, 80 * n))
        )

    assert check_pair(*figures(group("row", strip(3), strip(3)), group("row", strip(4)))) == []


def formula(says: str, *gids: int) -> Group:
    """A formula of mathematical glyphs; what it says holds its words and numbers too."""
    signs = (
        GlyphRun("", "math", 14, INK, (Glyph(g, 20 + 10 * i, 32),), Rect(20 + 10 * i, 20, 8, 12))
        for i, g in enumerate(gids)
    )
    return Group(id="f", kind="formula", rect=Rect(20, 20, 80, 12), text=says, children=tuple(signs))


def test_formulas_may_differ_in_words_and_numbers_only() -> None:
    assert check_pair(*figures(formula("L = (loss)", 7, 8), formula("L = (损失)", 7, 8))) == []
    assert check_pair(*figures(formula("L = 3", 7, 8, 13), formula("L = 4", 7, 8, 14))) == []
    found = only("language-mismatch", check_pair(*figures(formula("L = V'", 7, 8, 9), formula("L = V", 7, 8))))
    assert "in more than words" in found.message


def test_every_rule_is_named_and_described() -> None:
    assert all(rule.name == name and rule.summary and rule.docs for name, rule in RULES.items())
    assert {name for name, rule in RULES.items() if rule.run is None} == {"language-mismatch", "stale-allowance"}


def test_a_finding_blames_the_nearest_line_of_the_author() -> None:
    found = only("text-overflow", findings(OVERFLOWING))
    assert str(found.source) == "figures/ch/fig.py:10"  # the text itself has none, its box has
    assert str(found).startswith("figures/ch/fig.py:10: fig [en] text-overflow: ")
    assert str(only("missing-alt", findings(alt="")).source) == "figures/ch/fig.py:1"
