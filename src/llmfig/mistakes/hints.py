"""Type hints, asked at run time: whether a value fits one, and how to say what it asks for."""

from __future__ import annotations

import inspect
import types
from collections import abc
from collections.abc import Callable
from itertools import islice
from numbers import Integral, Real
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

import llmfig.chart
import llmfig.layout.element
import llmfig.layout.place
import llmfig.layout.tracks
from llmfig.errors import short

MOST = 50  # entries of a list that are looked at

Parts = tuple[Any, ...]


def hint_of(function: Callable[..., Any], annotation: object) -> Any:
    """The type of a parameter; Any where it cannot be known."""
    if not isinstance(annotation, str):
        return Any if annotation is inspect.Parameter.empty else annotation
    # Some modules import types for the type checker only.
    known = {
        **vars(llmfig.chart),
        **vars(llmfig.layout.tracks),
        **vars(llmfig.layout.place),
        **vars(llmfig.layout.element),
        **getattr(function, "__globals__", {}),
    }
    try:
        return eval(annotation, known)
    except (NameError, TypeError, AttributeError, SyntaxError):
        return Any


def fits(value: object, hint: Any) -> bool:
    """Whether a value is of a type; in doubt it is."""
    origin = get_origin(hint) or hint
    if hint is Any or isinstance(hint, TypeVar | str):
        return True
    if isinstance(origin, abc.Hashable) and origin in _JUDGES:
        return _JUDGES[origin](value, get_args(hint))
    return isinstance(value, origin) if isinstance(origin, type) else True


def _literal(value: object, parts: Parts) -> bool:
    return isinstance(value, str | int | None) and value in parts


def _union(value: object, parts: Parts) -> bool:
    return any(fits(value, part) for part in parts)


def _number(value: object, kind: type) -> bool:
    return isinstance(value, kind) and not isinstance(value, bool)


def _function(value: object, parts: Parts) -> bool:
    return callable(value) and not isinstance(value, type)


def _sequence(value: object, parts: Parts) -> bool:
    if isinstance(value, str):
        return parts == (str,)
    if not isinstance(value, abc.Iterable) or isinstance(value, dict | abc.Iterator):
        return False
    return not parts or all(fits(entry, parts[0]) for entry in islice(value, MOST))


def _iterable(value: object, parts: Parts) -> bool:
    return isinstance(value, abc.Iterator) or _sequence(value, parts)


def _tuple(value: object, parts: Parts) -> bool:
    if not isinstance(value, tuple | list):
        return False
    if len(parts) == 2 and parts[1] is ...:
        return _sequence(value, parts[:1])
    return len(value) == len(parts) and all(fits(v, part) for v, part in zip(value, parts, strict=True))


_JUDGES: dict[Any, Callable[[object, Parts], bool]] = {
    None: lambda value, parts: value is None,
    type(None): lambda value, parts: value is None,
    Literal: _literal,
    Union: _union,
    types.UnionType: _union,
    float: lambda value, parts: _number(value, Real),
    int: lambda value, parts: _number(value, Integral),
    abc.Callable: _function,
    tuple: _tuple,
    abc.Iterable: _iterable,
    **dict.fromkeys((list, abc.Sequence), _sequence),
    **dict.fromkeys((dict, abc.Mapping), lambda value, parts: isinstance(value, abc.Mapping)),
}


def is_kept(hint: Any) -> bool:
    """Whether elements keep a value of this type as it was given: a number, a truth, something shared."""
    parts = [p for p in get_args(hint) if p is not type(None)] or [hint]
    return all(p in (int, float, bool, llmfig.layout.tracks.Tracks) for p in parts)


def wanted(hint: Any) -> str:
    """What a type asks for, in an author's words."""
    origin, parts = get_origin(hint) or hint, get_args(hint)
    if origin in (Union, types.UnionType):
        # Where any string will do, the known words only lengthen the list.
        told = [p for p in parts if p is not type(None) and not (str in parts and get_origin(p) is Literal)]
        return " or ".join(dict.fromkeys(wanted(part) for part in told))
    if origin is tuple and parts and ... not in parts:
        return f"({', '.join(wanted(part) for part in parts)})"
    if origin is abc.Callable and parts and isinstance(parts[0], list):
        return f"a function: lambda {', '.join(('i', 'j') if len(parts[0]) == 2 else ('x',))}: ..."
    if origin in _WORDS:
        return _WORDS[origin]
    if options := words(hint):
        return f"one of {', '.join(map(repr, options))}"
    return f"a {hint.__name__}" if isinstance(hint, type) else f"what fits {short(hint)}"


_WORDS: dict[Any, str] = {
    float: "a number",
    int: "a whole number",
    str: "a string",
    bool: "True or False",
    slice: "a slice, such as 2:5",
    abc.Callable: "a function",
    llmfig.layout.element.Element: "an element",
    llmfig.layout.place.Place: "an element or a part of one",
    llmfig.layout.place.Anchor: "an anchor",
    llmfig.layout.tracks.Tracks: "Tracks(), shared with other containers",
    **dict.fromkeys((list, tuple, abc.Sequence, abc.Iterable), "a list"),
    **dict.fromkeys((dict, abc.Mapping), "a mapping, {...: ...}"),
}


def words(hint: Any) -> list[str]:
    """The words that an option takes; empty when it takes anything else, too."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Literal:
        return [part for part in parts if isinstance(part, str)]
    if origin in (Union, types.UnionType):
        inner = [words(part) for part in parts if part is not type(None)]
        return [word for found in inner for word in found] if all(inner) else []
    return []
