"""Changes that are one and the same in several places: what makes them so, and how they are said together."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import singledispatch

from llmfig.review.changes import (
    Added,
    Change,
    GlyphsChanged,
    LinesChanged,
    Moved,
    Name,
    Redrawn,
    Removed,
    Reordered,
    Rerouted,
    Resized,
    Restyled,
    Spaced,
    TextChanged,
)
from llmfig.review.spelling import counted, joined, listed, name, noun, plural, quoted
from llmfig.review.words import said_of, say, style, subject


def way(change: Change) -> Hashable:
    """What happened, whichever element it happened to; None for what can only happen to one.

    Equal ways are said in one sentence by `say_together`.
    """
    found = _way(change)
    return None if found is None else (type(change).__name__, *found)


@singledispatch
def _way(change: Change) -> tuple[Hashable, ...] | None:
    return None


@_way.register
def _(change: TextChanged) -> tuple[Hashable, ...]:
    return change.before, change.after


@_way.register
def _(change: Restyled) -> tuple[Hashable, ...]:
    return change.style, change.values


@_way.register
def _(change: LinesChanged) -> tuple[Hashable, ...]:
    return change.before, change.after


@_way.register
def _(change: GlyphsChanged) -> tuple[Hashable, ...]:
    return (change.symbols,)


@_way.register
def _(change: Resized) -> tuple[Hashable, ...]:
    return (said_of(change),)


@_way.register
def _(change: Moved) -> tuple[Hashable, ...] | None:
    return None if change.entered else (said_of(change),)


@_way.register
def _(change: Spaced) -> tuple[Hashable, ...]:
    before = None if change.before is None else round(change.before, 1)
    return change.across and before is None, before, round(change.after, 1)


@_way.register
def _(change: Reordered) -> tuple[Hashable, ...] | None:
    return (change.painted,) if change.follows is None else None


@_way.register
def _(change: Redrawn) -> tuple[Hashable, ...]:
    return change.shape, change.where.name.kind


@_way.register
def _(change: Rerouted) -> tuple[Hashable, ...]:
    return ()


@_way.register(Added)
@_way.register(Removed)
def _(change: Added | Removed) -> tuple[Hashable, ...] | None:
    alone = not (change.holds or change.links or change.label)
    return (change.where.name.kind, change.where.name.ends is None) if alone else None


# In words ------------------------------------------------------------------------------------------------------------


def say_together(changes: Sequence[Change]) -> str:
    """Changes of one way in one sentence.

    Example:
        role data -> model in 4 boxes: "Critic", "Reward", "Actor" and 1 more
        12 elements moved 16 px right: ...
    """
    first, count = changes[0], len(changes)
    if count == 1:
        return say(first)
    things, names = _things(changes), _names(changes)
    said = f"{things}{said_of(first)}{names}"
    match first:
        case TextChanged():
            said = f"{say(first)} in {count} places"
        case Restyled():
            said = f"{style(first)} in {things}{names}"
        case Spaced():
            said = f"{subject(first).split()[0]}{said_of(first)} in {things}{names}"
        case GlyphsChanged(symbols=True):
            said = f"symbols changed in {things}{names}"
        case Rerouted():
            said = f"{things} take another way{names}"
    return said


def _things(changes: Sequence[Change]) -> str:
    """How many elements, of which kind, and what they say if all say the same."""
    called = [change.where.name for change in changes]
    kinds = {noun(one.kind) for one in called}
    things = counted(len(called), kinds.pop() if len(kinds) == 1 else "element")
    return f"{things} {quoted(called[0].words)}" if _alike(called) else things


def _names(changes: Sequence[Change]) -> str:
    called = [change.where.name for change in changes]
    return "" if _alike(called) else f": {listed(list(dict.fromkeys(map(_short, called))))}"


def _alike(called: Sequence[Name]) -> bool:
    return bool(called[0].words) and len({one.words for one in called}) == 1


def _short(called: Name) -> str:
    """A name without its kind."""
    if called.ends:
        return joined(called.ends)
    if called.words:
        return quoted(called.words)
    return f"{'near' if called.near else 'in'} {name(called.holder)}" if called.holder else plural(noun(called.kind))
