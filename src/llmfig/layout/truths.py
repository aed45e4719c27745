"""Options that are true or false: a word in place of one would count as true, `"no"` as well."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from llmfig.errors import FigureError

if TYPE_CHECKING:
    from llmfig.layout.element import Element

_named: dict[type, tuple[str, ...]] = {}


def check_truths(elements: Iterable[Element]) -> None:
    """An error for an option that is True or False and was given a string, at the line of its element."""
    for element in elements:
        held = element.__dict__
        for name in _truths(type(element)):
            if isinstance(held.get(name), str):
                what = f"{name}={held[name]!r} is neither True nor False"
                raise FigureError(what, fix=f"write {name}=True or {name}=False", source=element.source)


def _truths(kind: type) -> tuple[str, ...]:
    """The options of a class that are true or false."""
    if kind not in _named:
        # Read from the signatures, which every module of elements holds as text.
        hints = [getattr(k.__dict__.get("__init__"), "__annotations__", {}) for k in kind.__mro__]
        found = [name for known in hints for name, hint in known.items() if hint in ("bool", "bool | None")]
        _named[kind] = tuple(dict.fromkeys(found))
    return _named[kind]
