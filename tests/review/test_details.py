"""What belongs to a change: its place, its line, what followed from it; and changes that only a Scene can show."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from llmfig import Box, Column, Formula, Row, tr
from llmfig.build import build_scene
from llmfig.geometry import Point
from llmfig.layout.element import Element
from llmfig.review.changes import Added, FigureChanged, GlyphsChanged, Moved, Name, Removed, Resized, Restyled
from llmfig.review.compare import compare
from llmfig.review.lines import lines
from llmfig.review.spelling import name
from llmfig.review.words import say, say_effects
from llmfig.scene.model import Box as SceneBox
from llmfig.scene.model import GlyphRun, Item
from tests.core import BOOK, Draw, define, scene
from tests.review.kit import changes, edited, only, said, words


def models(*names: str, wide: float = 0) -> Draw:
    """Boxes in a row."""
    return lambda: Row(*[Box(one, role="model", wide=wide) for one in names], gap="m")


# Causes and effects --------------------------------------------------------------------------------------------------


def test_what_makes_room_is_summed_up() -> None:
    found = changes(models("A", "B", "C"), models("A longer name", "B", "C"))
    assert words(found) == ['text "A" -> "A longer name"']
    (wider,) = [change for change in found.effects if isinstance(change, Resized)]
    assert wider.where.id == "row/box-1"
    moved = {change.where.id: change.dx for change in found.effects if isinstance(change, Moved)}
    assert moved == {"row/box-2": pytest.approx(wider.dw), "row/box-3": pytest.approx(wider.dw)}
    assert wider.dw > 90
    room, size = say_effects(found.effects)
    assert room == "2 elements moved and 1 resized to make room"
    assert size == "picture 226 × 146 -> 327 × 146 px"


def test_what_shares_its_size_follows() -> None:
    def column(first: str) -> Draw:
        return lambda: Column(*[Box(one) for one in (first, "Beta", "Gamma")], equal="width")

    found = changes(column("Alpha"), column("A much longer name than that"))
    assert words(found) == ['text "Alpha" -> "A much longer name than that"']
    assert sum(isinstance(change, Resized) for change in found.effects) == 3


def test_a_width_beside_other_changes_is_not_lost() -> None:
    def row(middle: str, wide: float) -> Draw:
        return lambda: Row(Box(middle), Box("Beta"), Box("Gamma", wide=wide))

    assert said(row("Alpha", 6), row("Alphabet", 9)) == ['text "Alpha" -> "Alphabet"', 'box "Gamma" 54 px wider']


def test_a_gap_beside_other_changes_is_not_lost() -> None:
    def row(middle: str, gap: str) -> Draw:
        return lambda: Row(Box("One"), Box(middle), Box("Three"), gap=gap)

    expected = ['text "Two" -> "Number two"', 'gaps of row "One … Three" 16 -> 44 px']
    assert said(row("Two", "m"), row("Number two", "xl")) == expected


def test_a_move_of_everything_counts_for_nothing_else() -> None:
    drawn = scene(models("A", "B"))
    wide = build_scene(define(models("A", "B")), "en", BOOK.model_copy(update={"frame": wider_margin()}))
    found = compare(drawn, wide)
    assert words(found) == [f"picture {drawn.width:g} × {drawn.height:g} -> {wide.width:g} × {wide.height:g} px"]
    assert found.drift == Point(12, 8)  # the credit line makes it wider still
    assert not found.effects


def wider_margin() -> object:
    return BOOK.frame.model_copy(update={"margin": BOOK.frame.margin + 8})


# Places --------------------------------------------------------------------------------------------------------------


def test_a_change_knows_its_line_and_its_frames() -> None:
    before, after = models("A", "B"), models("A", "B", wide=8)
    drawn = scene(before), scene(after)
    found = compare(*drawn)
    for change, text in zip(found.causes, ("A", "B"), strict=True):
        assert isinstance(change, Resized)
        assert change.where.name.words == text
        assert change.where.before
        assert change.where.after
        assert change.where.after.w - change.where.before.w == pytest.approx(change.dw)
        source = change.where.source
        assert source is not None
        assert (source.file, source.line) == (__file__, models.__code__.co_firstlineno + 2)


def test_what_is_gone_has_the_line_it_had() -> None:
    def one() -> Element:
        return Column(Box("Stays"))

    def two() -> Element:
        return Column(Box("Stays"), Box("Goes"))

    gone = only(Removed, changes(two, one))
    assert gone.where.source is not None
    assert gone.where.source.line == two.__code__.co_firstlineno + 1
    assert gone.where.after is None
    new = only(Added, changes(one, two))
    assert new.where.source == gone.where.source
    assert new.where.before is None


# The figure as a whole -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ({"title": "Other"}, 'title "Title" -> "Other"'),
        ({"alt": "It shows."}, 'alt "What it shows." -> "It shows."'),
        ({"credit": "By me"}, 'credit "" -> "By me"'),
        ({"theme": "dark"}, "theme book -> dark"),
        ({"background": "#101010"}, "background #ffffff -> #101010"),
    ],
)
def test_properties_of_the_figure(edit: dict[str, str], expected: str) -> None:
    drawn = replace(scene(models("A")), credit="")
    change = only(FigureChanged, compare(drawn, replace(drawn, **edit)))  # type: ignore[arg-type]
    assert say(change) == expected
    assert change.where.name == Name("figure")


def test_a_title_makes_the_page_wider_and_nothing_else() -> None:
    figures = [define(models("A"), title=title) for title in ("Title", "A title that is much longer than the figure")]
    found = compare(*[build_scene(figure, "en", BOOK) for figure in figures])
    assert words(found) == ['title "Title" -> "A title that is much longer than the figure"']
    assert not [change for change in found.effects if not isinstance(change, FigureChanged)]


# Scenes --------------------------------------------------------------------------------------------------------------


def formula() -> Element:
    return Row(Formula(r"\pi + \theta"), Box("Words"))


def symbol_swapped(item: Item) -> Item:
    """The first symbol of each run of a formula, doubled by the number before it."""
    if isinstance(item, GlyphRun) and item.font.startswith("math"):
        return replace(item, glyphs=tuple(replace(g, gid=g.gid + 1) for g in item.glyphs))
    return item


def letters_apart(item: Item) -> Item:
    if isinstance(item, GlyphRun) and item.text == "Words":
        return replace(item, glyphs=tuple(replace(g, x=g.x + i / 2) for i, g in enumerate(item.glyphs)))
    return item


def renumbered(item: Item) -> Item:
    """Another cut of a text font."""
    if isinstance(item, GlyphRun) and item.text == "Words":
        return replace(item, glyphs=tuple(replace(g, gid=g.gid + 40) for g in item.glyphs))
    return item


def rounder(item: Item) -> Item:
    return replace(item, radius=item.radius + 3) if isinstance(item, SceneBox) and item.radius else item


def fainter(item: Item) -> Item:
    if isinstance(item, SceneBox) and item.radius:
        return replace(item, paint=replace(item.paint, opacity=0.5, fill="#70cbf4", width=2.0))
    return item


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (symbol_swapped, [r'symbols of formula "π + θ" changed']),
        (letters_apart, ['text "Words" set differently']),
        (renumbered, []),
        (rounder, ['box "Words": corner radius 6 -> 9 px']),
        (
            fainter,
            [
                'box "Words": fill #ffffff -> #70cbf4',
                'box "Words": opacity 100% -> 50%',
                'box "Words": stroke width 1.1 -> 2 px',
            ],
        ),
    ],
)
def test_what_only_the_scene_shows(edit: Callable[[Item], Item], expected: list[str]) -> None:
    drawn = scene(formula)
    assert words(compare(drawn, edited(drawn, edit))) == expected


def test_glyphs_tell_what_they_are() -> None:
    drawn = scene(formula)
    assert only(GlyphsChanged, compare(drawn, edited(drawn, symbol_swapped))).symbols


def test_a_role_explains_its_colours() -> None:
    found = changes(models("A"), lambda: Row(Box("A", role="loss")))
    assert only(Restyled, found).style == "role"


# Many, and both languages --------------------------------------------------------------------------------------------


def many(role: str, word: tuple[str, str] = ("Score", "分数")) -> Draw:
    def figure() -> Element:
        names = [tr("Prompt", "提示词"), tr("Policy", "策略"), tr("Critic", "评论家"), tr("Value", "价值")]
        return Column(*[Box(one, role=role) for one in names], Box(tr(*word)))

    return figure


def both(before: Draw, after: Draw) -> list[str]:
    return [line.words for line in lines({"en": changes(before, after, "en"), "zh": changes(before, after, "zh")})]


def test_the_same_change_in_many_places_is_one_line() -> None:
    expected = ['role data -> model in 4 boxes: "Prompt", "Policy", "Critic" and 1 more']
    assert both(many("data"), many("model")) == expected


def test_both_languages_are_one_line() -> None:
    told = lines({lang: changes(many("data"), many("data", ("Reward", "奖励值")), lang) for lang in ("en", "zh")})
    word, effects = told
    assert word.words == 'text "Score" -> "Reward"; Chinese: "分数" -> "奖励值"'
    assert word.langs == ("en", "zh")
    assert not word.minor
    assert word.source is not None
    assert effects.minor
    assert effects.source is None
    assert effects.words.startswith("5 elements moved and 1 resized to make room; Chinese: ")


def test_a_change_in_one_language_says_so() -> None:
    (line,) = lines({lang: changes(many("data"), many("data", ("Score", "得分")), lang) for lang in ("zh", "en")})
    assert line.words == 'text "分数" -> "得分"'
    assert line.langs == ("zh",)
    ((before, after),) = line.frames["zh"]
    assert before
    assert after


# Names ---------------------------------------------------------------------------------------------------------------


def test_names_cannot_break_a_line() -> None:
    hostile = 'x" \u202egnp.exe\u200b\x07\n<b>'
    spelt = r'box "x\" \u202egnp.exe\u200b\u0007\n<b>"'
    assert name(Name("box", hostile)) == spelt
    assert name(Name("box", "W" * 5000)) == f'box "{"W" * 20}…{"W" * 19}"'


def test_equal_elements_are_counted() -> None:
    def figure(role: str) -> Draw:
        return lambda: Row(Box("Same"), Box("Same", role=role), Box("Same"))

    assert said(figure("plain"), figure("loss")) == ['box "Same" (2 of 3): role plain -> loss']


def test_long_texts_are_shown_where_they_differ() -> None:
    start, end = "the reward model learns from pairs of ", " which people have put into an order"
    found = said(models(f"{start}answers{end}"), models(f"{start}texts{end}"))
    assert found == ['text "…from pairs of answers which people…" -> "…from pairs of texts which people…"']


# Same input, same words ----------------------------------------------------------------------------------------------

SCRIPT = """
from tests.review.test_details import many, models
from tests.review.test_changes import loop, with_critic, feeds
from tests.review.kit import changes, each
from llmfig.review.words import say
for before, after in ((many("data"), many("model", ("a", "b"))), (loop(), with_critic), (with_critic, feeds())):
    found = changes(before, after)
    print([say(change) for change in each(found)], found)
"""


def test_nothing_depends_on_the_order_of_sets() -> None:
    found = set()
    for seed in "123":
        environment = os.environ | {"PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", SCRIPT]
        found.add(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)
    assert len(found) == 1
    assert "Critic" in found.pop()
