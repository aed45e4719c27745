"""What authors use: the public names, their options, and the parts of them that can be pointed at."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import llmfig
from llmfig.layout.element import Element
from llmfig.layout.place import Place

from .chapters import CHAPTERS
from .docstrings import Doc, parse

Kind = Literal["class", "function", "method", "static", "property", "index"]
# Classes that every element is one of. They are described once, under their own names.
BASES: dict[str, type] = {"Place": Place, "Element": Element}
# Classes whose public members are all meant for authors; of the others, those that have an example are.
WHOLE = ("Figure",)
NOTHING = inspect.Parameter.empty


@dataclass(frozen=True, slots=True)
class Option:
    """A parameter.

    Attributes:
        name: `*names` for those that take any number of values.
        annotation: its type as it is written; "" when there is none.
        default: as it is written, "" when it must be given.
        named: whether it can only be given by name.
    """

    name: str
    annotation: str
    default: str
    named: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that an author can write.

    Attributes:
        name: `Box`, `Chart.at`.
        kind: what it is.
        doc: its docstring.
        options: its parameters, without `self`.
        returns: the annotation of what it gives; "" when there is none.
        origin: where its code is, `CellGrid.row`; classes that share a method have it in common.
        members: its parts, methods and properties that authors use.
    """

    name: str
    kind: Kind
    doc: Doc
    options: tuple[Option, ...]
    returns: str
    origin: str
    members: tuple[Entry, ...] = ()

    @property
    def heading(self) -> str:
        """How an author writes it, without its options: `Box`, `chart.at`, `strip[...]`, `Legend.of`."""
        owner, _, name = self.name.rpartition(".")
        if not owner:
            return self.name
        shown = owner if self.kind == "static" else owner.lower()
        return f"{shown}[...]" if self.kind == "index" else f"{shown}.{name}"

    def picture(self, i: int) -> str:
        """What the pictures of an example are called."""
        name = self.name.replace("__getitem__", "item")
        return name if i == 0 else f"{name}-{i + 1}"


def names() -> list[str]:
    """The public names, and the classes that all elements have in common."""
    return [*llmfig.__all__, *BASES]


@lru_cache
def entry(name: str) -> Entry:
    """What there is to say about a public name."""
    return described(name, BASES.get(name) or getattr(llmfig, name))


def entries() -> Iterator[Entry]:
    """All entries, in the order of the reference: each public name, then those of its members that are no other's."""
    known: set[str] = set()
    for chapter in CHAPTERS:
        for name in chapter.names:
            whole = entry(name)
            yield whole
            yield from (m for m in whole.members if m.origin not in known)
            known |= {m.origin for m in whole.members}


@lru_cache
def homes() -> dict[str, Entry]:
    """The entry that describes a member, by where its code is."""
    return {e.origin: e for e in entries() if "." in e.name}


def described(name: str, thing: Any) -> Entry:
    """What there is to say about a class or function."""
    if not inspect.isclass(thing):
        return Entry(name, "function", parse(inspect.getdoc(thing)), *_signature(thing), thing.__qualname__)
    options, _ = _signature(thing.__init__) if "__init__" in _own(thing) else ((), "")
    members = tuple(_members(name, thing))
    # Not `inspect.getdoc`, which goes on to the base classes.
    return Entry(name, "class", parse(inspect.cleandoc(thing.__doc__ or "")), options, "", thing.__qualname__, members)


def _own(thing: type) -> set[str]:
    """What a class and its bases define, but for those that are Python's."""
    return {name for base in thing.__mro__ if base.__module__ != "builtins" for name in vars(base)}


def _members(owner: str, thing: type) -> Iterator[Entry]:
    """The members of a class that an author uses, in the order of their names."""
    shared = {id(base) for base in BASES.values()} - {id(thing)}
    found: dict[str, Entry] = {}
    for base in thing.__mro__:
        if id(base) in shared or base.__module__ == "builtins":
            continue
        for name, value in vars(base).items():
            if name in found or (name.startswith("_") and name != "__getitem__"):
                continue
            kind, function = _function(name, value)
            if function is None or not function.__doc__:
                continue
            doc = parse(inspect.cleandoc(function.__doc__))
            if doc.examples or owner in WHOLE:
                found[name] = Entry(f"{owner}.{name}", kind, doc, *_signature(function), function.__qualname__)
    yield from (found[name] for name in sorted(found))


def _function(name: str, value: object) -> tuple[Kind, Callable[..., Any] | None]:
    match value:
        case property():
            return "property", value.fget
        case staticmethod() | classmethod():
            return "static", value.__func__
        case _ if inspect.isfunction(value):
            return ("index" if name == "__getitem__" else "method"), value
    return "method", None


def _signature(function: Callable[..., Any]) -> tuple[tuple[Option, ...], str]:
    signature = inspect.signature(function)
    stars: dict[object, str] = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}
    options = tuple(
        Option(
            stars.get(p.kind, "") + p.name,
            "" if p.annotation is NOTHING else str(p.annotation),
            "" if p.default is NOTHING else _literal(p.default),
            p.kind is inspect.Parameter.KEYWORD_ONLY,
        )
        for p in signature.parameters.values()
        if p.name not in ("self", "cls")
    )
    return options, "" if signature.return_annotation is NOTHING else str(signature.return_annotation)


def _literal(value: object) -> str:
    """A default as an author would write it."""
    return f'"{value}"' if isinstance(value, str) else repr(value)
