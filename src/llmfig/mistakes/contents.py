"""Things that stand where an element, a place or an end of an arrow is due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from numbers import Real
from types import FunctionType
from typing import Any

from llmfig.errors import called
from llmfig.layout.element import RETURNED, Element
from llmfig.layout.place import Anchor, Place
from llmfig.mistakes.calls import Told


def no_element(value: object, where: str) -> Told:
    """What to say of a thing that is no content of anything."""
    return f"{where} cannot be {_shown(value)}", _as_element(value, where)


def no_text(value: object) -> Told:
    """What to say of a thing that is no text."""
    number = isinstance(value, Real) and not isinstance(value, bool)
    fix = _NUMBER.format(value, "{n:.2f}") if number else "give a string: Text('words')"
    return f"text cannot be {_shown(value)}", fix


def no_place(value: object) -> Told:
    """What to say of a thing that nothing can refer to."""
    what = f"an element or a part of one is due here, not {_shown(value)}"
    if isinstance(value, str):
        return what, "keep the element in a variable, a = Box('words'), and name that: a, without quotes"
    if isinstance(value, Anchor):
        return what, "an anchor is a point: name the element itself, without the side"
    if isinstance(value, Iterable) and not isinstance(value, Place):
        return what, "several are one place by around(a, b), or around(*boxes) for a list"
    if isinstance(value, type):
        return what, f"make one and keep it in a variable: a = {value.__name__}(...)"
    return what, "name an element, a part of one (strip[2:5]), or several by around(a, b)"


def no_end(value: object, noun: str) -> Told:
    """What to say of a thing that no arrow can start or end at."""
    owner = getattr(value, "__self__", None)
    match value:
        case (_, str(side)) if isinstance(value, tuple):
            fix = f"an anchor stands behind a dot: a.{side}"
        case type():
            fix = f"make one and keep it in a variable: a = {value.__name__}(...); Arrow(a, b)"
        case None:
            fix = "name an element; where there is none to point at, leave the arrow out"
        case Iterable() if not isinstance(value, str):
            fix = "one arrow joins two places; for more: fan_out(a, [b, c]), fan_in([a, b], c), chain(a, b, c)"
        case _ if callable(value) and isinstance(owner, Place):
            fix = "call it, as in a.port('top', 0.25)"
        case _:
            fix = "keep the element in a variable and name that: a = Box('words'); Arrow(a, b)"
    return f"the {noun} of an arrow cannot be {_shown(value)}", fix


def _as_element(value: object, where: str) -> str:
    container = "Row" if where == RETURNED else where.rpartition(" ")[2]
    kind = type(value).__name__
    match value:
        case Iterator():
            return f"unpack it with a star: {container}(*[Box(word) for word in words])"
        case tuple() | list() | set():
            return _of_several(list(value), where, container)
        case bool() | None:
            return "give an element (Box, Text, Row, ...) or a string; leave it out where there is nothing to draw"
        case Real():
            return _NUMBER.format(value, "{n:.2f}")
        case type() | FunctionType():
            way = "is the class; make one" if isinstance(value, type) else "is the function; call it"
            return f"{value.__name__} {way}: {value.__name__}(...)"
    return _INTO.get(kind, "give an element (Box, Text, Row, ...) or a string")


_NUMBER = 'write it as a string: "{}", str(n), or f"{}" for two decimals'
_INTO = {
    "Node": "a node stands in a tree: Tree(node('root', node('a')))",
    "Span": "span(...) is for the cells of a Grid: Grid([[span('words', cols=2)], [a, b]])",
    "Event": "an event stands in a Timeline: Timeline(event('2017', 'PPO'))",
    "Figure": "call its function where the parts are made, or move them into a helper function",
    "dict": 'give a string or an element; for two languages tr("English", "中文")',
    **dict.fromkeys(
        ("Anchor", "Part", "Hull"),
        "it is a point or a part of an element that stands somewhere already: name it in an Arrow or a Brace",
    ),
}


def _of_several(entries: list[Any], where: str, container: str) -> str:
    if len(entries) == 2 and all(isinstance(e, str) for e in entries) and not entries[1].isascii():
        return f"for two languages write tr({entries[0]!r}, {entries[1]!r})"
    if where.startswith(("an element in", "an item of")):
        return f"take off the brackets, or unpack the list with a star: {container}(*boxes)"
    if any(isinstance(e, Element) for e in entries):
        return "put them together first: Row(a, b), Column(a, b) or Grid([[a, b]]), with a star for a list: Row(*boxes)"
    return "give one element or one string; several make a Row(...), a Column(...) or a Strip([...])"


def _shown(value: object) -> str:
    if isinstance(value, Place) and not isinstance(value, Element):
        return f"a {type(value).__name__}"
    return called(value)
