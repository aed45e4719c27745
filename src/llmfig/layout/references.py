"""What refers to what: that everything named is in the figure, and everything that names something was handed over.

A connector, a brace or a highlight that is made and kept in a variable, but never handed to a `Diagram`, would be
missed in the picture without a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from llmfig.errors import FigureError
from llmfig.layout.place import Hull, Place

if TYPE_CHECKING:
    from llmfig.layout.element import Element
    from llmfig.layout.engine import Layout

WITHIN = "Diagram(layout, {name}(...))"

_made: ContextVar[list[Element] | None] = ContextVar("llmfig_made", default=None)


@contextmanager
def watching() -> Iterator[list[Element]]:
    """Yields the list that everything is noted in that is made inside and belongs over a layout."""
    made: list[Element] = []
    token = _made.set(made)
    try:
        yield made
    finally:
        _made.reset(token)


def made(element: Element) -> None:
    """Note that an element was made which is of no use by itself."""
    if (noted := _made.get()) is not None:
        noted.append(element)


def check_references(layout: Layout) -> None:
    """An error unless all that is referred to is in the figure, told where it is referred to."""
    for element in layout.parents:
        for owner in owners(element):
            if owner not in layout.parents:
                kind = type(owner).__name__
                over = "Diagram" if owner.extra else ""
                raise FigureError(
                    f"this {type(element).__name__} refers to the {kind} of line {owner.source.line}, "
                    "which is not in the figure",
                    fix=f"hand the {kind} to the {over} as well"
                    if over
                    else f"put the {kind} into the Row, Column, Grid, ... that the figure function returns",
                    source=element.source,
                )


def check_handed_over(layout: Layout, made: Sequence[Element]) -> None:
    """An error for what was made for things of this figure, and never handed to a `Diagram`."""
    for element in made:
        named = list(owners(element))
        if element not in layout.parents and named and all(owner in layout.parents for owner in named):
            name = type(element).__name__
            raise FigureError(
                f"this {name} is made and never drawn",
                fix=f"hand it to a Diagram: {(element.within or WITHIN).format(name=name)}",
                source=element.source,
            )


def owners(element: Element) -> Iterator[Element]:
    """The elements of all places that an element refers to."""
    for place in element.refers():
        for part in _parts(place):
            yield part.element()


def _parts(place: Place) -> Iterator[Place]:
    if isinstance(place, Hull):
        for inner in place.places:
            yield from _parts(inner)
    else:
        yield place
