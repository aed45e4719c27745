"""Two pictures of a figure that differ by one edit, and what is said of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from llmfig.bilingual import Lang
from llmfig.review.changes import Change, Changes
from llmfig.review.compare import compare
from llmfig.review.words import say
from llmfig.scene.model import Group, Item, Scene
from tests.core import Draw, scene

T = TypeVar("T", bound=Change)


def changes(before: Draw, after: Draw, lang: Lang = "en") -> Changes:
    """What changed between the pictures of two figure functions."""
    return compare(scene(before, lang), scene(after, lang))


def words(found: Changes) -> list[str]:
    """What is said of the causes."""
    return [say(change) for change in found.causes]


def said(before: Draw, after: Draw, lang: Lang = "en") -> list[str]:
    return words(changes(before, after, lang))


def only(kind: type[T], found: Changes) -> T:
    """The one cause, which is of this kind."""
    (change,) = found.causes
    assert isinstance(change, kind), change
    return change


def edited(drawn: Scene, edit: Callable[[Item], Item]) -> Scene:
    """A Scene with every item edited, innermost first."""

    def down(item: Item) -> Item:
        if isinstance(item, Group):
            item = replace(item, children=tuple(map(down, item.children)))
        return edit(item)

    root = down(drawn.root)
    assert isinstance(root, Group)
    return replace(drawn, root=root)


def each(found: Changes) -> Iterator[Change]:
    """Causes and effects."""
    yield from found.causes
    yield from found.effects
