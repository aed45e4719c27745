"""The space between neighbours in a row: TeX's classes of atoms and its table."""

from __future__ import annotations

from typing import NamedTuple

from llmfig.formula import symbols
from llmfig.formula.boxes import Box, Context
from llmfig.formula.tree import (
    Array,
    Big,
    Fenced,
    Kind,
    Node,
    Row,
    Scripts,
    Stack,
    Stretch,
    Symbol,
    Term,
    Text,
    Tinted,
    Word,
)

# Space between neighbours in 1/18 em, TeX's table; negative: only outside scripts. Bins next to these never occur.
_ORDER: tuple[Kind, ...] = ("ord", "op", "bin", "rel", "open", "close", "punct", "inner")
_SPACING = (
    (0, 3, -4, -5, 0, 0, 0, -3),
    (3, 3, 0, -5, 0, 0, 0, -3),
    (-4, -4, 0, 0, -4, 0, 0, -4),
    (-5, -5, 0, 0, -5, 0, 0, -5),
    (0, 0, 0, 0, 0, 0, 0, 0),
    (0, 3, -4, -5, 0, 0, 0, -3),
    (-3, -3, 0, -3, -3, -3, -3, -3),
    (-3, 3, -4, -5, -3, 0, -3, -3),
)
_RANK = {kind: i for i, kind in enumerate(_ORDER)}
_NO_BIN_AFTER = frozenset(("bin", "op", "rel", "open", "punct"))
_NO_BIN_BEFORE = frozenset(("rel", "close", "punct"))


class Atom(NamedTuple):
    """A box with its class on either side; `left` is None for plain space."""

    box: Box
    left: Kind | None
    right: Kind | None
    ctx: Context


def gap(left: Kind, right: Kind, ctx: Context) -> float:
    mu = _SPACING[_RANK[left]][_RANK[right]]
    if mu < 0:
        mu = 0 if ctx.style >= 2 else -mu
    return mu / 18 * 1000 * ctx.scale


def resolved(atoms: list[Atom], after: Kind | None) -> list[tuple[Kind | None, Kind | None]]:
    """The classes, with binary operators that have nothing to operate on made ordinary (the minus of -1)."""
    kinds: list[tuple[Kind | None, Kind | None]] = [(a.left, a.right) for a in atoms]
    last: Kind | None = after
    pending = -1  # an unsettled binary operator: its right-hand side is still to come
    for i, atom in enumerate(atoms):
        left = atom.left
        if left is None:
            continue
        if left == "bin" and (last is None or last in _NO_BIN_AFTER):
            left = "ord"
            kinds[i] = ("ord", "ord")
        elif left in _NO_BIN_BEFORE and pending >= 0:
            kinds[pending] = ("ord", "ord")
        pending = i if left == "bin" else -1
        last = kinds[i][1]
    if pending >= 0:
        kinds[pending] = ("ord", "ord")
    return kinds


def core_of(node: Node | None) -> Node | None:
    """What scripts are really attached to, inside terms, colours and single-item groups."""
    while True:
        match node:
            case Term(_, (only,), _) | Tinted(_, (only,), _):
                node = only
            case Row((only,), _, "ord") if not isinstance(only, Symbol):
                node = only
            case Scripts(base, None, None, _, _):
                node = base
            case _:
                return node


def sides(node: Node) -> tuple[Kind, Kind]:  # noqa: PLR0911
    """A node's class towards its left and right neighbours.

    Fences count as an opening on the left and a closing on the right, so that `f\\left(x\\right)` has no gap.
    """
    match node:
        case Symbol(_, kind, _) | Word(_, kind, _) | Row(_, _, kind) | Big(_, _, kind, _) | Stack(_, _, _, kind, _):
            return kind, kind
        case Text():
            return node.kind, node.kind
        case Scripts(base, _, _, _):
            core = core_of(base)
            if isinstance(core, Stretch) and core.char in symbols.BRACES:
                return "inner", "inner"
            return sides(core) if core is not None and not isinstance(core, Term | Tinted) else ("ord", "ord")
        case Fenced(fences, _, _):
            return ("open" if fences[0] else "inner"), ("close" if fences[-1] else "inner")
        case Array():
            return ("open" if node.fences[0] else "ord"), ("close" if node.fences[1] else "ord")
        case Stretch(char, _, _, _) if char in symbols.BRACES:
            return "inner", "inner"
        case _:
            return "ord", "ord"
