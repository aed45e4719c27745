"""Arguments with a grammar of their own: lengths, colours, delimiters, and LaTeX inside other arguments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from llmfig.formula import symbols
from llmfig.formula.tree import Color, Row

if TYPE_CHECKING:
    from llmfig.formula.parser import Parser

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_UNITS = {"em": 1.0, "ex": 0.467, "mu": 1 / 18, "pt": 0.1, "px": 1 / 16}
_LENGTH = re.compile(r"\s*([+-]?\d*\.?\d+)\s*(em|ex|mu|pt|px)\s*")


def length(text: str) -> float | None:
    """A TeX length in em; None when it is none."""
    match = _LENGTH.fullmatch(text)
    return float(match[1]) * _UNITS[match[2]] if match else None


def color(p: Parser, owner: str) -> Color:
    """A colour argument: a theme role or #rrggbb."""
    name, pos = p.raw(owner)
    name = name.strip()
    if _HEX.fullmatch(name):
        return "hex", ("#" + "".join(c * 2 for c in name[1:]) if len(name) == 4 else name).lower()
    if NAME.fullmatch(name):
        return "role", name
    fix = "name a role, such as \\role{loss}{...}: the theme gives its colour"
    p.fail(f"{name!r} is neither a role of the theme nor a colour #rrggbb", pos, fix)


def sub_parse(p: Parser, text: str, at: int) -> Row:
    """Parse a stretch of the same source, so that positions and term names stay the formula's own."""
    whole, here = p.source, p.at
    p.source, p.at = whole[: at + len(text)], at
    try:
        items = p.items(())
        if p.peek():
            p.stray(p.peek())
    finally:
        p.source, p.at = whole, here
    return Row(items, at)


def delimiter(p: Parser, owner: str) -> str:
    """The delimiter after \\left, \\right, \\big and so on; "" for the invisible one."""
    token = p.peek()
    if token not in symbols.DELIMITERS:
        fix = "use one of ( ) [ ] \\{ \\} | \\| \\langle \\rangle \\lfloor \\rfloor \\lceil \\rceil / or . for none"
        p.fail(f"{owner} must be followed by a delimiter" + (f", not {token!r}" if token else ""), fix=fix)
    p.take()
    return symbols.DELIMITERS[token]
