"""Which options a picture of the reference shows."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from . import public
from .public import Option
from .sheets import Sheet
from .words import vocabulary_types

# What cannot be seen in a picture: files, languages, errors.
UNSEEN = frozenset({"FigureError", "Figure", "figure", "load_figure", "use", "tr"})


def missing(sheets: Sequence[Sheet]) -> list[str]:
    """The options that no picture shows, as `Box.wide`.

    An option is shown where an example or a sheet uses it, where a sheet shows all the words that it takes, or where
    another name has an option that is described in the same words and is shown.
    """
    drawn = {sheet.owner for sheet in sheets}
    used = _used(sheets)
    alike: dict[tuple[str, str], bool] = defaultdict(bool)
    told: list[tuple[str, tuple[str, str]]] = []
    for entry in public.entries():
        owner, _, member = entry.name.partition(".")
        for option in entry.options:
            if owner in UNSEEN or not option.named:
                continue
            key = option.name, entry.doc.options.get(option.name, "")
            alike[key] |= option.name in used[member or owner] or _words(option) in drawn
            told.append((f"{entry.name}.{option.name}", key))
    return [name for name, key in told if not alike[key]]


def _words(option: Option) -> str:
    """The type of the vocabulary that an option takes its words from; "" when there is none."""
    name = option.annotation.removesuffix(" | None")
    return name if name in vocabulary_types() else ""


def _used(sheets: Sequence[Sheet]) -> Mapping[str, set[str]]:
    """The options that names and methods are called with in any picture."""
    used: dict[str, set[str]] = defaultdict(set)
    for entry in public.entries():
        for example in entry.doc.examples:
            _note(ast.parse(example.code), used)
    for sheet in sheets:
        tree = ast.parse(sheet.code)
        _note(tree, used)
        used[sheet.owner] |= set(_keys(tree))
    return used


def _note(tree: ast.AST, used: dict[str, set[str]]) -> None:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(name) | ast.Attribute(attr=name), keywords=keywords):
                used[name] |= {keyword.arg for keyword in keywords if keyword.arg}


def _keys(tree: ast.AST) -> Iterator[str]:
    """The keys of dictionaries, in which a sheet holds the options that it tries."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            yield from (key.value for key in node.keys if isinstance(key, ast.Constant) and isinstance(key.value, str))
