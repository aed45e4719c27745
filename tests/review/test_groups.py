"""Which figures stand together: planted changes of what figures share, and of single figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from itertools import permutations
from typing import Any

import pytest

from llmfig import Arrow, Box, Column, Diagram, Formula, Panel, Row, tr
from llmfig.bilingual import LANGS, Lang
from llmfig.build import build_scene
from llmfig.layout.element import Element
from llmfig.review.compare import compare
from llmfig.review.groups import Compared, Group, Review, group
from llmfig.scene.model import Box as SceneBox
from llmfig.scene.model import GlyphRun, Item, Scene
from llmfig.theme.model import Theme
from tests.core import BOOK, define
from tests.review.kit import edited

Edit = Callable[[Item], Item]


def flow(middle: str = "Policy", gap: str = "xl") -> Element:
    a, b = Box(tr("Prompt", "提示词"), role="data"), Box(tr(middle, "策略"), role="model")
    return Diagram(Row(a, b, gap=gap), Arrow(a, b))


def stack(role: str = "model") -> Element:
    return Column(Box(tr("Reward", "奖励"), role=role), Box(tr("Critic", "评论家"), role="loss"), gap="xl")


def law() -> Element:
    return Panel(Row(Formula(r"\pi_\theta"), Box(tr("Actor", "演员"), role="model")), title=tr("Policy", "策略"))


def plain() -> Element:
    """A figure in which there is no blue."""
    return Row(Box("One"), Box(tr("Two", "二")), gap="xl")


FIGURES: dict[str, Callable[[], Element]] = {"a/flow": flow, "a/stack": stack, "b/law": law, "b/plain": plain}


@lru_cache
def drawn(name: str, lang: Lang) -> Scene:
    return build_scene(define(FIGURES[name], name), lang, BOOK)


def compared(
    theme: Theme = BOOK,
    *,
    now: dict[str, Callable[[], Element]] | None = None,
    edit: Edit | None = None,
    only: tuple[str, ...] = tuple(FIGURES),
    shares: dict[str, float] | None = None,
) -> list[Compared]:
    """All figures before and after an edit; those in `now` changed themselves."""
    found = []
    for name in only:
        changes = {}
        for lang in LANGS:
            after = build_scene(define((now or {}).get(name, FIGURES[name]), name), lang, theme)
            changes[lang] = compare(drawn(name, lang), edited(after, edit) if edit else after)
        share = (shares or {}).get(name, 0.0)
        found.append(Compared(name, changes, share, own=name in (now or {})))
    return found


def themed(**changes: Any) -> Theme:
    return BOOK.model_copy(update=changes)


def coloured(before: str, after: str) -> Theme:
    """The theme with another colour, wherever it has the one before."""
    text = BOOK.model_dump_json().replace(before, after)
    return Theme.model_validate_json(text)


def the_group(review: Review) -> Group:
    (found,) = review.groups
    assert not review.cards
    return found


def names(found: Group) -> list[str]:
    return [card.name for card in found.cards]


# What figures share --------------------------------------------------------------------------------------------------


def sized(**sizes: float) -> Theme:
    return themed(sizes=BOOK.sizes | sizes)


THEMES: dict[str, tuple[Theme, str, int]] = {
    "a fill": (coloured("#71ccf5", "#70cbf4"), "fill #71ccf5 -> #70cbf4 in 3 figures", 3),
    "a colour of text": (coloured("#1c2530", "#000000"), "text colour #1c2530 -> #000000 in 4 figures", 4),
    "a colour of strokes and text": (coloured("#d0707f", "#d0707e"), "stroke #d0707f -> #d0707e in 1 figure", 1),
    "the paper": (themed(paper="#fffff0"), "background #ffffff -> #fffff0 in 4 figures", 4),
    "a stroke": (themed(strokes=BOOK.strokes | {"thin": 1.3}), "stroke width 1.1 -> 1.3 px in 4 figures", 4),
    "corners": (themed(radius=9.0), "corner radius 6 -> 9 px in 4 figures", 4),
    "a gap": (themed(gaps=BOOK.gaps | {"xl": 60}), "gaps 44 -> 60 px in 3 figures", 3),
    "heads": (
        themed(arrowhead=BOOK.arrowhead.model_copy(update={"length": 12.0})),
        "head size 10 × 8 -> 12 × 8 px in 1 figure",
        1,
    ),
    "the margin": (
        themed(frame=BOOK.frame.model_copy(update={"margin": 40.0})),
        "pictures of another size in 4 figures",
        4,
    ),
    "the name": (themed(name="other"), "theme book -> other in 4 figures", 4),
}


@pytest.mark.parametrize("edit", THEMES)
def test_a_change_of_the_theme_is_one_group(edit: str) -> None:
    theme, title, count = THEMES[edit]
    found = the_group(group(compared(theme)))
    assert found.title == title
    assert found.words == (title,)
    assert len(found.cards) == count


def test_a_type_size_is_one_group_whatever_it_moved() -> None:
    found = the_group(group(compared(sized(body=19.0))))
    assert found.title == "text size 18 -> 19 px in 4 figures"
    assert found.words == (found.title,)
    assert {card.lines[-1].minor for card in found.cards} == {True}


def test_a_colour_of_fills_and_strokes_is_a_colour() -> None:
    def recoloured(item: Item) -> Item:
        if isinstance(item, SceneBox) and item.paint.fill == "#71ccf5":
            return replace(item, paint=replace(item.paint, fill="#123456", stroke="#123456"))
        return item

    scenes = {name: build_scene(define(FIGURES[name], name), "en", coloured("#2e9ccb", "#71ccf5")) for name in FIGURES}
    given = [Compared(name, {"en": compare(one, edited(one, recoloured))}) for name, one in scenes.items()]
    assert the_group(group(given)).title == "colour #71ccf5 -> #123456 in 3 figures"


def test_a_whole_theme_is_one_group() -> None:
    dark = coloured("#71ccf5", "#006888").model_copy(update={"name": "dark", "radius": 9.0, "paper": "#12171e"})
    found = the_group(group(compared(dark)))
    assert found.title.startswith("theme book -> dark in 4 figures, and ")
    assert "fill #71ccf5 -> #006888 in 3 figures" in found.words
    assert "corner radius 6 -> 9 px in 4 figures" in found.words


def test_the_credit_line_is_one_group() -> None:
    credits = {"en": "By someone else", "zh": "他人所作"}
    found = []
    for name in FIGURES:
        scenes = {lang: (drawn(name, lang), replace(drawn(name, lang), credit=credits[lang])) for lang in LANGS}
        found.append(Compared(name, {lang: compare(*both) for lang, both in scenes.items()}))
    told = the_group(group(found))
    assert len(told.cards) == 4
    expected = [f'credit "" -> "{credits[lang]}" in 4 figures' for lang in LANGS]
    assert sorted(told.words) == sorted(expected)
    assert told.title == f"{expected[0]}, and 1 more"


def test_other_glyphs_are_one_group() -> None:
    def apart(item: Item) -> Item:
        if isinstance(item, GlyphRun) and item.text:
            return replace(item, glyphs=tuple(replace(g, x=g.x + i / 5) for i, g in enumerate(item.glyphs)))
        return item

    found = the_group(group(compared(edit=apart)))
    assert found.title == "letters set differently in 4 figures"


def test_pictures_whose_scenes_are_the_same_are_one_group() -> None:
    shares = {"a/flow": 0.01, "b/law": 0.03}
    found = the_group(group(compared(shares=shares)))
    assert found.title == "the same figure drawn differently in 2 figures"
    assert names(found) == ["b/law", "a/flow"]
    assert found.cards[0].lines == ()


def test_figures_that_changed_most_come_first() -> None:
    theme = THEMES["a fill"][0]
    shares = {"a/flow": 0.01, "a/stack": 0.03, "b/law": 0.03}
    assert names(the_group(group(compared(theme, shares=shares)))) == ["a/stack", "b/law", "a/flow"]


# What figures do not share -------------------------------------------------------------------------------------------


def test_a_figure_that_was_changed_has_a_card() -> None:
    review = group(compared(now={"a/flow": lambda: flow("Value"), "a/stack": lambda: stack("sample")}))
    assert not review.groups
    assert [card.name for card in review.cards] == ["a/flow", "a/stack"]
    first, second = review.cards
    assert first.lines[0].words == 'text "Policy" -> "Value"'
    assert first.lines[0].langs == ("en",)
    assert [line.words for line in second.lines] == ['box "Reward": role model -> sample']
    assert first.together == second.together == ""


def test_what_a_card_shares_is_summed_up() -> None:
    review = group(compared(THEMES["a fill"][0], now={"a/flow": lambda: flow("Value")}))
    (card,) = review.cards
    assert card.together == "like 2 other figures: fill #71ccf5 -> #70cbf4"
    assert card.lines[0].words == 'text "Policy" -> "Value"'
    assert not [line for line in card.lines if "fill" in line.words]
    (found,) = review.groups
    assert found.title == "fill #71ccf5 -> #70cbf4 in 3 figures"
    assert names(found) == ["a/stack", "b/law"]


def test_a_figure_that_has_only_what_others_have_stands_with_them() -> None:
    """Its module changed, its picture did not change by that."""
    review = group(compared(THEMES["a fill"][0], now={"a/flow": flow}))
    assert not review.cards
    assert len(the_group(review).cards) == 3


def test_two_figures_that_were_both_changed_are_two_cards() -> None:
    now = {"a/flow": lambda: flow(gap="xxl"), "b/plain": lambda: Row(Box("One"), Box(tr("Two", "二")), gap="xxl")}
    review = group(compared(now=now))
    assert [card.name for card in review.cards] == ["a/flow", "b/plain"]
    assert not review.groups


def test_the_same_edit_of_many_figures_is_one_group() -> None:
    """As when a word is replaced in all modules."""

    def figure(word: str) -> Callable[[], Element]:
        return lambda: Row(Box(word), Box("B"))

    scenes = [build_scene(define(figure(word)), "en", BOOK) for word in ("Actor", "Policy")]
    review = group([Compared(f"c/{i}", {"en": compare(*scenes)}, own=True) for i in range(4)])
    assert the_group(review).title == 'text "Actor" -> "Policy" in 4 figures'


def test_figures_without_a_change_are_left_out() -> None:
    assert group(compared()) == Review((), ())


def test_each_figure_stands_in_one_place_and_the_order_does_not_matter() -> None:
    theme = coloured("#71ccf5", "#70cbf4").model_copy(update={"gaps": BOOK.gaps | {"xl": 60}})
    given = compared(theme, now={"b/law": lambda: Column(law())})
    review = group(given)
    places = [card.name for found in review.groups for card in found.cards] + [card.name for card in review.cards]
    assert sorted(places) == sorted(FIGURES)
    assert all(group(order) == review for order in permutations(given))
