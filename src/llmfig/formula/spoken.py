"""A formula as one line of plain text, for search and screen readers."""

from __future__ import annotations

import re
import unicodedata

from llmfig.formula import alphabets
from llmfig.formula.symbols import BRACES
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

# A sign with nothing to its left is no operator: "= - x" is "= -x".
_SIGN = re.compile(r"((?:^|[(\[{⟨]|[,;|] ?|[=<>≤≥≈∼≠←→+\-·×∗/] )[-+∓±]) (?=\S)")
_APPLY = "\u2061"  # stands after a function's name, until it is known whether parentheses follow
_PLAIN = {"−": "-", "∗": "*", "⋅": "·", "∣": "|"}


def speak(node: Node) -> str:
    """The node as plain text: `r_t = exp(log P_new - log P_old)`."""
    text = re.sub(r"\s+", " ", _say(node))
    text = re.sub(r"([(\[{⟨]) | (?=[)\]},;⟩])", r"\1", text).strip()
    return _SIGN.sub(r"\1", text.replace(_APPLY + " (", "(").replace(_APPLY, ""))


def _all(items: tuple[Node, ...]) -> str:
    """Items one after another; what follows a script or a fraction must not look as if it belonged to it."""
    out, apart = "", False
    for node in items:
        text = _say(node)
        out += (" " if apart and text[:1] not in ",;.)]}|'!([⟩‖/" else "") + text
        apart = isinstance(node, Scripts | Fraction | Root) and not out.endswith(")")
        apart = apart or isinstance(node, Fraction)
    return out


def _script(node: Node) -> str:
    """A sub- or superscript: as `_closed`, without spaces round its operators."""
    return re.sub(r" ([^\w\s]) |(?<=\()([<>=≤≥]) ", r"\1\2", _closed(node))


def _closed(node: Node) -> str:
    """In parentheses, unless it is a single word."""
    text = speak(node)
    return text if len(text) <= 1 or re.fullmatch(r"[\w.,']+|\([^()]*\)", text) else f"({text})"


def _say(node: Node) -> str:  # noqa: PLR0911, PLR0912
    match node:
        case Symbol(char, kind, _):
            char = _PLAIN.get(char, alphabets.plain(char))
            if kind in ("bin", "rel"):
                return f" {char} "
            return char + " " if kind in ("punct", "op") else char
        case Word(text, kind, _):
            return f" {text}{_APPLY} " if kind == "op" else text
        case Text(text, _):
            return text
        case Space():
            return " "
        case Row(items, _) | Term(_, items, _) | Tinted(_, items, _):
            return _all(items)
        case Scripts(Stretch(char, body, _, _), sub, sup, _) if char in BRACES:
            labels = ", ".join(speak(label) for label in (sub, sup) if label)
            return f"{_say(body)} ({labels})"
        case Scripts(base, sub, sup, _):
            text = (_say(base) if base else "").rstrip() + (f"_{_script(sub)}" if sub else "")
            if sup and (primes := _primes(sup)):
                text = (_say(base) if base else "") + primes + (f"_{_script(sub)}" if sub else "")
                sup = Row(sup.items[1:], sup.pos) if len(sup.items) > 1 else None
            text = text.replace(_APPLY, "") + (f"^{_script(sup)}" if sup else "")
            return f"{text}{_APPLY} " if isinstance(base, Symbol | Word) and base.kind == "op" else text
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
            text = speak(base) + (f"_{_script(under)}" if under else "") + (f"^{_script(over)}" if over else "")
            return f" {text} " if node.kind in ("bin", "rel") else text
        case Array(cells):
            lines = (" ".join(filter(None, map(speak, row))) for row in cells)
            return node.fences[0] + "; ".join(lines) + node.fences[1]
        case _:
            return ""


def _primes(sup: Row) -> str:
    first = sup.items[0] if sup.items else None
    return "'" * ("′″‴⁗".index(first.char) + 1) if isinstance(first, Symbol) and first.char in "′″‴⁗" else ""
