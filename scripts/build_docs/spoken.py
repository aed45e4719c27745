"""Types as an author reads them: `RoleName | None` becomes a link to the roles, `Content` "string or element"."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from .words import vocabulary_types

# Names that stand in signatures, in words: one, and several.
SPOKEN = {
    "Content": ("string or element", "strings or elements"),
    "Element": ("element", "elements"),
    "Place": ("place", "places"),
    "Anchor": ("anchor", "anchors"),
    "End": ("place or anchor", "places or anchors"),
    "Extra": ("arrow, brace, note, highlight, or a list of them", ""),
    "Span": ("`span(...)`", "`span(...)`"),
    "Node": ("`node(...)`", "`node(...)`"),
    "Event": ("`event(...)`", "`event(...)`"),
    "Region": ("`Region`", "`Region`"),
    "Arrow": ("`Arrow`", "`Arrow`"),
    "Note": ("`Note`", "`Note`"),
    "Mark": ("`Axis`, `Bars`, `Curve`, ...", ""),
    "Key": ("key or node", "keys or nodes"),
    "CellValue": ("string, element or number", "strings, elements, numbers"),
    "Number": ("number", "numbers"),
    "SupportsFloat": ("number", "numbers"),
    "float": ("number", "numbers"),
    "int": ("whole number", "whole numbers"),
    "str": ("string", "strings"),
    "bool": ("`bool`", "`bool`"),
    "Function": ("function of x", ""),
    "Data": ("function of x, or lists `(xs, ys)`", ""),
    "Values": ("list of numbers, array", ""),
    "Name": ("string, or mapping from role to string", ""),
    "ValueLabels": ("`True`, format, function, or list", ""),
    "Entry": ("`(label, role)`", "`(label, role)` or `(label, Swatch)`"),
    "LabelPair": ("pair of labels", ""),
    "Pair": ("`(English, Chinese)`", ""),
    "Position": ("`(row, column)`", ""),
    "T": ("anything", ""),
    "U": ("anything", ""),
    "object": ("anything", "anything"),
    "Self": ("the element itself", ""),
    "Part": ("place", ""),
    "Hull": ("place", ""),
    "Cell": ("place", ""),
    "Segment": ("place", ""),
}
# Sets of words that are too small to be explained on their own.
SHORT = {
    "Side": ("top", "right", "bottom", "left"),
    "Axis": ("width", "height", "both"),
    "Lang": ("en", "zh"),
    "Shown": ("en", "zh", "both"),
    "Shot": ("svg", "png"),
}


def spoken(annotation: str) -> str:
    """A type as Markdown. `None` is left out: the default says it."""
    return _spoken(ast.parse(annotation, mode="eval").body, 0) or "`None`"


def _spoken(node: ast.expr, many: int) -> str:
    """`many` is 1 for several things of a type."""
    match node:
        case ast.Constant(None):
            return ""
        case ast.Constant(str(inner)):  # a type in quotes
            return _spoken(ast.parse(inner, mode="eval").body, many)
        case ast.BinOp(left, ast.BitOr(), right):
            return " or ".join(dict.fromkeys(p for p in (_spoken(left, many), _spoken(right, many)) if p))
        case ast.Name(name):
            return _named(name, many)
        case ast.Subscript(ast.Name(name), inner):
            return _made_of(name, inner.elts if isinstance(inner, ast.Tuple) else [inner], many)
    return f"`{ast.unparse(node)}`"


def _named(name: str, many: int) -> str:
    if name in vocabulary_types():
        return f"[`{name}`](words.md#{name.lower()})"
    if name in SHORT:
        return ", ".join(f"`{w}`" for w in SHORT[name])
    return SPOKEN[name][many] if name in SPOKEN else f"`{name}`"


def _made_of(name: str, inner: Sequence[ast.expr], many: int) -> str:
    """A list, a mapping, some words, ..."""
    match name:
        case "Literal":
            return ", ".join(f"`{word.value!s}`" for word in inner if isinstance(word, ast.Constant))
        case "Callable":
            return "function"
        case "Mapping":
            return f"mapping from {_spoken(inner[0], 0)} to {_spoken(inner[1], 0)}"
        case "tuple":
            return f"{'pairs' if many else 'pair'} of {_spoken(inner[0], 1)}"
        case "Sequence" | "Iterable" | "list":
            # A list of lists is a list of rows.
            return f"{'rows' if many else 'list'} of {_spoken(inner[0], 1)}".replace("list of rows of", "rows of")
    return f"`{name}`"
