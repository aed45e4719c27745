"""What happened to a figure in a way in which it can happen to many: a colour, a type size, a gap, the credit line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import singledispatch
from typing import Literal, NamedTuple

from llmfig.review.changes import (
    Change,
    FigureChanged,
    GlyphsChanged,
    LabelMoved,
    LinesChanged,
    Moved,
    Rearranged,
    Redrawn,
    Reordered,
    Rerouted,
    Resized,
    Restyled,
    Spaced,
    Style,
)
from llmfig.review.spacing import WHOLE
from llmfig.review.words import said_of, say, style

Family = Literal["theme", "content", "layout", "glyphs", "look", "credit", "drawing"]
COLOURS: frozenset[Style] = frozenset(("fill", "stroke", "text colour"))
_COLOUR = "colour {} -> {}"
_GRADIENT = " to "
_STEP = 400  # px; gaps of the scale are whole and not larger


class Way(NamedTuple):
    """A way in which figures changed.

    Attributes:
        family: what kind of change it is; changes of one family make one group.
        words: what happened, without the element it happened to.
        telling: whether it is the same in two figures when the words are; "elements moved" is not.
        moves: whether elements are elsewhere because of it.
        colours: what a colour was and is.
    """

    family: Family
    words: str
    telling: bool = True
    moves: bool = False
    colours: tuple[str, str] | None = None


def ways(change: Change) -> Iterator[Way]:
    """The ways in which a change is one that may be shared with other figures."""
    if not isinstance(change, Restyled):
        yield _way(change)
    elif change.style in COLOURS:
        for pair in change.values:
            yield from _colours(change, str(pair[0] or "none"), str(pair[1] or "none"))
    else:
        for pair in change.values:
            moves = change.style not in ("role", "opacity")
            yield Way("look", style(replace(change, values=(pair,))), moves=moves)


def _colours(change: Restyled, before: str, after: str) -> Iterator[Way]:
    """Of gradients, the colours that changed."""
    was, now = before.split(_GRADIENT), after.split(_GRADIENT)
    for pair in zip(was, now, strict=True) if len(was) == len(now) else [(before, after)]:
        if pair[0] != pair[1]:
            yield Way("look", style(replace(change, values=(pair,))), colours=pair)


def general(way: Way) -> Way:
    """A change of a colour, wherever it is used."""
    return way if way.colours is None else Way(way.family, _COLOUR.format(*way.colours))


@singledispatch
def _way(change: Change) -> Way:
    called = change.where.name
    plain = replace(change, where=replace(change.where, name=replace(called, nth=None)))
    return Way("content", say(plain), moves=True)


@_way.register
def _(change: FigureChanged) -> Way:
    match change.aspect:
        case "theme":
            return Way("theme", say(change), moves=True)
        case "background":
            return Way("look", say(change), colours=(change.before, change.after))
        case "credit":
            return Way("credit", say(change), moves=True)
        case "size":
            return Way("layout", "pictures of another size", telling=False)
    return Way("content", say(change))


@_way.register
def _(change: GlyphsChanged) -> Way:
    return Way("glyphs", "other symbols" if change.symbols else "letters set differently", moves=True)


@_way.register
def _(change: LinesChanged) -> Way:
    return Way("glyphs", "lines broken elsewhere", telling=False, moves=True)


@_way.register
def _(change: Spaced) -> Way:
    if change.before is not None and not (_is_step(change.before) and _is_step(change.after)):
        return Way("layout", "gaps that are left over", telling=False)
    what = "gaps" if change.before is not None else "columns" if change.across else "rows"
    return Way("layout", f"{what}{said_of(change)}", moves=True)


def _is_step(gap: float) -> bool:
    return abs(gap - round(gap)) < WHOLE and 0 <= gap <= _STEP


@_way.register(Moved)
@_way.register(Rearranged)
@_way.register(Reordered)
@_way.register(LabelMoved)
def _(change: Change) -> Way:
    return Way("layout", "elements elsewhere", telling=False)


@_way.register
def _(change: Resized) -> Way:
    return Way("layout", "elements of another size", telling=False)


@_way.register
def _(change: Redrawn) -> Way:
    return Way("layout", "elements drawn differently", telling=False)


@_way.register
def _(change: Rerouted) -> Way:
    return Way("layout", "connectors that take another way", telling=False)
