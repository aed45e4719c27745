"""Commands whose arguments take more than a look at a table: fractions, fences, names, colours, terms."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from llmfig.formula import arguments, environments, symbols, textmode
from llmfig.formula.tree import (
    Array,
    Fenced,
    Fraction,
    Frame,
    Kind,
    Node,
    Root,
    Row,
    Scripts,
    Space,
    Stack,
    Symbol,
    Term,
    Text,
    Tinted,
    Word,
)

if TYPE_CHECKING:
    from llmfig.formula.parser import Parser

Nodes = tuple[Node, ...]


def _fraction(p: Parser, name: str, pos: int) -> Nodes:
    owner = "\\" + name
    top = p.argument(owner)
    bottom = p.argument(owner)
    binomial = name.endswith("binom")
    level = {"d": 0, "t": 1, "c": 0}.get(name[0]) if name[0] in "dtc" else None
    fences = ("(", ")") if binomial else None
    return (Fraction(top, bottom, pos, rule=not binomial, level=level, fences=fences),)


def _sqrt(p: Parser, name: str, pos: int) -> Nodes:
    degree = p.bracket("\\sqrt")
    row = arguments.sub_parse(p, *degree) if degree else None
    return (Root(p.argument("\\sqrt"), row, pos),)


def _left(p: Parser, name: str, pos: int) -> Nodes:
    fences, rows = [arguments.delimiter(p, "\\left")], []
    while True:
        start = p.at
        rows.append(Row(p.items(()), start))
        token = p.peek()
        if token == "\\middle":
            p.take()
            fences.append(arguments.delimiter(p, "\\middle"))
        elif token == "\\right":
            p.take()
            fences.append(arguments.delimiter(p, "\\right"))
            return (Fenced(tuple(fences), tuple(rows), pos),)
        else:
            p.fail("\\left without its \\right", pos, "add \\right), or \\right. for an invisible one")


def _operator(p: Parser, name: str, pos: int) -> Nodes:
    limits = None
    if p.peek() == "*":
        p.take()
    else:
        limits = False
    raw, at = p.raw("\\operatorname")
    clean = re.sub(r"\\mathrm\{([^{}]*)\}", r"\1", raw).replace("\\,", "\u2009").replace("\\ ", " ").replace("~", " ")
    clean = clean.replace("\\_", "_").replace("-", "-").strip()
    if not clean or any(c in clean for c in "\\{}$^&%#"):
        p.fail("\\operatorname takes a plain name", at, "write \\operatorname{clip}, \\operatorname{arg\\,max}")
    if not clean.isascii() and any(ord(c) >= 0x2E80 for c in clean):
        return (Text(clean, at, kind="op"),)
    return (Word(clean, "op", pos, limits=limits),)


def _not(p: Parser, name: str, pos: int) -> Nodes:
    nodes = p.unit() if p.peek() not in ("", "}", "&") else ()
    base = nodes[0] if nodes else None
    if isinstance(base, Row) and len(base.items) == 1:
        base = base.items[0]
    struck = symbols.negated(base.char) if isinstance(base, Symbol) else None
    if not isinstance(base, Symbol) or struck is None:
        p.fail("\\not cannot strike this through", pos, "it goes with relations: \\not=, \\not\\in, \\not\\subset")
    return (Symbol(struck, base.kind, pos),)


def _term(p: Parser, name: str, pos: int) -> Nodes:
    raw, at = p.raw("\\term")
    term = raw.strip()
    if not arguments.NAME.fullmatch(term):
        p.fail(f"{raw!r} is not a term's name", at, "use letters, digits, - and _: \\term{advantage}{...}")
    if term in p.names:
        p.fail(f"the term {term!r} is named twice", at, f"rename one; the first is at character {p.names[term] + 1}")
    p.names[term] = pos
    return (Term(term, p.argument("\\term{" + term + "}").items, pos),)


def _tint(p: Parser, name: str, pos: int) -> Nodes:
    tint = arguments.color(p, "\\" + name)
    if name == "role" and tint[0] == "hex":
        p.fail("\\role takes a role of the theme", pos, "use \\textcolor{#rrggbb}{...} for a fixed colour")
    return (Tinted(tint, p.argument("\\" + name).items, pos),)


def _set(p: Parser, name: str, pos: int) -> Nodes:
    first, base = p.argument("\\" + name), p.argument("\\" + name)
    kind: Kind = "rel" if name == "stackrel" else _kind_of(base)
    over, under = (None, first) if name == "underset" else (first, None)
    return (Stack(base, over, under, kind, pos),)


def _kind_of(row: Row) -> Kind:
    """The class of a row with one thing in it is that thing's; of any other it is ord."""
    if len(row.items) != 1:
        return "ord"
    node = row.items[0]
    if isinstance(node, Scripts):
        node = node.base or node
    return node.kind if isinstance(node, Symbol | Word | Row) else "ord"


def _frame(p: Parser, name: str, pos: int) -> Nodes:
    how = {"boxed": "box"}.get(name, name)
    return (Frame(how, p.argument("\\" + name), pos),)  # type: ignore[arg-type]


def _hspace(p: Parser, name: str, pos: int) -> Nodes:
    raw, at = p.raw("\\" + name)
    em = arguments.length(raw)
    if em is None:
        p.fail(f"{raw!r} is not a length", at, "write for example \\hspace{0.5em}")
    return (Space(em, pos),)


def _mod(p: Parser, name: str, pos: int) -> Nodes:
    if name == "bmod":
        return (Word("mod", "bin", pos),)
    body = p.argument("\\pmod")
    word = (Symbol("(", "open", pos), Word("mod", "ord", pos), Space(1 / 3, pos))
    return (Space(1.0, pos), *word, *body.items, Symbol(")", "close", pos))


def _substack(p: Parser, name: str, pos: int) -> Nodes:
    raw, at = p.raw("\\substack")
    rows = environments.lines(p, raw, at)
    return (Array(rows, ("c",), (), (0.0,) * (len(rows) - 1), 2, pos, tight=True),)


def _textrm(p: Parser, name: str, pos: int) -> Nodes:
    raw, at = p.raw("\\textrm")
    if raw.isascii() and not any(c in raw for c in "\\{}$"):
        return (Word(raw, "ord", pos),)
    return textmode.text_nodes(p, raw, at)


SPECIAL: dict[str, Callable[[Parser, str, int], Nodes]] = {
    **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom"), _fraction),
    **dict.fromkeys(("role", "textcolor"), _tint),
    **dict.fromkeys(("overset", "underset", "stackrel"), _set),
    **dict.fromkeys(("boxed", "phantom", "hphantom", "vphantom", "smash", "cancel"), _frame),
    **dict.fromkeys(("hspace", "mspace"), _hspace),
    **dict.fromkeys(("pmod", "bmod"), _mod),
    "sqrt": _sqrt,
    "left": _left,
    "operatorname": _operator,
    "not": _not,
    "term": _term,
    "substack": _substack,
    "textrm": _textrm,
    "begin": lambda p, _, pos: environments.begin(p, pos),
}
