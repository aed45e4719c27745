"""Laws of comparing that hold for any two pictures."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Hashable, Iterable

from hypothesis import given
from hypothesis import strategies as st

from llmfig import Arrow, Column, Diagram, Row
from llmfig.bilingual import LANGS, Lang
from llmfig.geometry import Rect, union
from llmfig.review.changes import (
    Added,
    Change,
    Changes,
    FigureChanged,
    GlyphsChanged,
    LinesChanged,
    Reconnected,
    Removed,
    Restyled,
    Retyped,
    TextChanged,
)
from llmfig.review.compare import compare
from llmfig.review.crop import crop
from llmfig.review.groups import Compared, group
from llmfig.review.lines import lines
from llmfig.review.record import from_record, to_record
from llmfig.review.words import said_of, say, say_effects
from llmfig.scene.model import Scene
from tests.core import Spec, law, scene
from tests.layout.trees import Specs, boxes, parts, trees
from tests.review.kit import each

langs = st.sampled_from(LANGS)


def joined(first: Spec, second: Spec, third: Spec, ends: list[tuple[int, int]]) -> Spec:
    """Three boxes in a row, with arrows between some of them."""

    def figure(a: Spec, b: Spec, c: Spec) -> Diagram:
        nodes = [a.build(), b.build(), c.build()]
        return Diagram(Row(*nodes, gap="xl"), [Arrow(nodes[i], nodes[j]) for i, j in ends])

    return Spec(lambda: figure(first, second, third))


ends = st.lists(st.sampled_from([(0, 1), (1, 2), (0, 2), (1, 0), (2, 1)]), unique=True, max_size=3)
chains: Specs = st.builds(joined, boxes, boxes, boxes, ends)
figures: Specs = st.one_of(trees, trees, chains)
"""Random figures, with and without connectors."""


@st.composite
def edits(draw: st.DrawFn) -> tuple[Spec, Spec]:
    """Two figures of which one was made from the other: something was added, left out, exchanged or put elsewhere."""
    several = draw(st.lists(parts, min_size=2, max_size=4))
    other, place = list(several), draw(st.integers(0, len(several) - 1))
    match draw(st.sampled_from(("add", "drop", "replace", "swap", "container", "gap"))):
        case "add":
            other.insert(place, draw(parts))
        case "drop":
            del other[place]
        case "replace":
            other[place] = draw(parts)
        case "swap":
            other[0], other[-1] = other[-1], other[0]
        case "container":
            return Spec(Row, tuple(several)), Spec(Column, tuple(several))
        case "gap":
            return Spec(Row, tuple(several), {"gap": "s"}), Spec(Row, tuple(several), {"gap": "l"})
    return Spec(Row, tuple(several)), Spec(Row, tuple(other))


pairs = st.one_of(edits(), edits(), st.tuples(figures, figures))
"""Two figures that have much in common, or need have nothing."""


def drawn(both: tuple[Spec, Spec], lang: Lang) -> tuple[Scene, Scene]:
    return scene(both[0], lang), scene(both[1], lang)


@law(30)
@given(figures, langs)
def test_a_picture_does_not_differ_from_itself(figure: Spec, lang: Lang) -> None:
    one = scene(figure, lang)
    assert not list(each(compare(one, one)))
    assert not list(each(compare(one, scene(figure, lang))))


@law(30)
@given(figures, langs)
def test_a_record_is_the_scene(figure: Spec, lang: Lang) -> None:
    one = scene(figure, lang)
    assert from_record(json.loads(json.dumps(to_record(one)))) == one


@law(60)
@given(pairs, langs)
def test_the_way_back_is_the_mirror(both: tuple[Spec, Spec], lang: Lang) -> None:
    before, after = drawn(both, lang)
    there, back = compare(before, after), compare(after, before)
    assert Counter(map(content, said(there))) == Counter(map(mirrored, said(back)))


def said(changes: Changes) -> list[Change]:
    """The changes that say what was and what is."""
    kinds = (Added, Removed, TextChanged, Restyled, Retyped, FigureChanged, LinesChanged, GlyphsChanged, Reconnected)
    return [change for change in each(changes) if isinstance(change, kinds)]


def content(change: Change) -> Hashable:
    match change:
        case Added() | Removed():
            return type(change).__name__, change.where.id, change.holds, len(change.links), change.label
        case TextChanged(before=before, after=after) | Retyped(before=before, after=after):
            return type(change).__name__, before, after
        case FigureChanged(before=before, after=after) | LinesChanged(before=before, after=after):
            return type(change).__name__, before, after
        case Restyled(style=style, values=values):
            return "Restyled", style, frozenset(values)
    return type(change).__name__


def mirrored(change: Change) -> Hashable:
    match change:
        case Added(holds=holds, links=links, label=label):
            return "Removed", change.where.id, holds, len(links), label
        case Removed(holds=holds, links=links, label=label):
            return "Added", change.where.id, holds, len(links), label
        case TextChanged(before=before, after=after) | Retyped(before=before, after=after):
            return type(change).__name__, after, before
        case FigureChanged(before=before, after=after) | LinesChanged(before=before, after=after):
            return type(change).__name__, after, before
        case Restyled(style=style, values=values):
            return "Restyled", style, frozenset((now, was) for was, now in values)
    return type(change).__name__


@law(60)
@given(pairs, langs)
def test_nothing_is_said_twice(both: tuple[Spec, Spec], lang: Lang) -> None:
    found = Counter(subject(change) for change in each(compare(*drawn(both, lang))))
    assert not [key for key, count in found.items() if count > 1]


def subject(change: Change) -> Hashable:
    """The element and the property that a change is about."""
    detail = (getattr(change, name, None) for name in ("aspect", "style", "across"))
    return type(change), change.where.id, change.where.before is None, *detail


@law(40)
@given(pairs, langs)
def test_a_place_is_given_on_each_side_that_has_it(both: tuple[Spec, Spec], lang: Lang) -> None:
    for change in each(compare(*drawn(both, lang))):
        assert isinstance(change, Removed) == (change.where.after is None)
        assert isinstance(change, Added) == (change.where.before is None)


@law(40)
@given(pairs, langs)
def test_everything_can_be_said(both: tuple[Spec, Spec], lang: Lang) -> None:
    changes = compare(*drawn(both, lang))
    for change in each(changes):
        words = say(change)
        assert words.isprintable()
        assert words.endswith(said_of(change))
    told = lines({lang: changes})
    assert all(line.words.isprintable() and line.words for line in told)
    assert sum(len(frames) for line in told for frames in line.frames.values()) == len(list(each(changes)))
    assert bool(say_effects(changes.effects)) == bool(changes.effects)
    assert inside(crop(changes, ()), [changes.before, changes.after])
    review = group([Compared("a/b", {lang: changes}, own=True)])
    assert len(review.cards) + sum(len(g.cards) for g in review.groups) == bool(changes)


def inside(part: Rect, canvases: Iterable[Rect]) -> bool:
    whole = union(canvases)
    return part.x >= 0 and part.y >= 0 and part.right <= whole.right + 0.01 and part.bottom <= whole.bottom + 0.01
