"""A formula as one line of plain text, for search and screen readers."""

from __future__ import annotations

import re
import unicodedata

from llmfig.formula import alphabets
from llmfig.formula.tree import (
    Accent,
    Array,
    Big,
    Fenced,
    Fraction,
    Frame,
    Node,
    Root,
    Row,
    Scripts,
    Space,
    Stack,
    Stretch,
    Symbol,
    Term,
    Text,
    Tinted,
    Word,
)

_PLAIN = {"−": "-", "∗": "*", "⋅": "·", "∣": "|"}


def speak(node: Node) -> str:
    """The node as plain text: `r_t = exp(log P_new - log P_old)`."""
    return re.sub(r"\s+", " ", _say(node)).replace("( ", "(").replace(" )", ")").replace("[ ", "[").strip()


def _all(items: tuple[Node, ...]) -> str:
    return "".join(map(_say, items))


def _closed(node: Node) -> str:
    """In parentheses, unless it is a single word."""
    text = speak(node)
    return text if len(text) <= 1 or re.fullmatch(r"[\w.,']+", text) else f"({text})"


def _say(node: Node) -> str:  # noqa: PLR0911, PLR0912
    match node:
        case Symbol(char, kind, _):
            char = _PLAIN.get(char, alphabets.plain(char))
            if kind in ("bin", "rel"):
                return f" {char} "
            return char + " " if kind in ("punct", "op") else char
        case Word(text, kind, _):
            return f" {text} " if kind == "op" else text
        case Text(text, _):
            return text
        case Space():
            return " "
        case Row(items, _) | Term(_, items, _) | Tinted(_, items, _):
            return _all(items)
        case Scripts(base, sub, sup, _):
            text = (_say(base) if base else "").rstrip() + (f"_{_closed(sub)}" if sub else "")
            if sup and (primes := _primes(sup)):
                text = (_say(base) if base else "") + primes + (f"_{_closed(sub)}" if sub else "")
                sup = Row(sup.items[1:], sup.pos) if len(sup.items) > 1 else None
            text += f"^{_closed(sup)}" if sup else ""
            return text + " " if isinstance(base, Symbol | Word) and base.kind == "op" else text
        case Fraction(top, bottom, _, rule):
            return f"{_closed(top)}/{_closed(bottom)}" if rule else f"binom({speak(top)}, {speak(bottom)})"
        case Root(body, degree, _):
            return f"root({speak(body)}, {speak(degree)})" if degree else f"sqrt({speak(body)})"
        case Fenced(fences, rows, _):
            inner = [speak(r) for r in rows]
            return fences[0] + "".join(t + f for t, f in zip(inner, fences[1:], strict=True))
        case Big(char, _, _, _):
            return char
        case Accent(char, body, _, _):
            text = speak(body)
            return unicodedata.normalize("NFC", text + char) if len(text) == 1 else f"{text}{char}"
        case Stretch(_, body, _, _) | Frame("box" | "smash" | "cancel", body, _):
            return _say(body)
        case Stack(base, over, under, _, _):
            return _say(base) + (f"_{_closed(under)}" if under else "") + (f"^{_closed(over)}" if over else "")
        case Array(cells):
            lines = (" ".join(filter(None, map(speak, row))) for row in cells)
            return node.fences[0] + "; ".join(lines) + node.fences[1]
        case _:
            return ""


def _primes(sup: Row) -> str:
    first = sup.items[0] if sup.items else None
    return "'" * ("′″‴⁗".index(first.char) + 1) if isinstance(first, Symbol) and first.char in "′″‴⁗" else ""
