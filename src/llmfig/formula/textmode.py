"""The inside of \\text{...} and its kin."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from llmfig.formula.arguments import sub_parse
from llmfig.formula.tree import Node, Row, Text

if TYPE_CHECKING:
    from llmfig.formula.parser import Parser

_ESCAPED = re.compile(r"\\([#$%&_{}])|\\([ ,])|(~)")
_MATH = re.compile(r"(?<!\\)\$")


def text_nodes(
    p: Parser, raw: str, at: int, *, bold: bool = False, italic: bool = False, mono: bool = False
) -> tuple[Node, ...]:
    """The inside of a text command: literal text, with math between dollar signs."""
    marks = [m.start() for m in _MATH.finditer(raw)]
    if len(marks) % 2:
        p.fail("this $ is never closed", at + marks[-1], "add the closing $, or write \\$ for the sign")
    nodes: list[Node] = []
    edges = [-1, *marks, len(raw)]
    for i, (a, b) in enumerate(pairwise(edges)):
        part, start = raw[a + 1 : b], at + a + 1
        if i % 2:
            nodes.append(sub_parse(p, part, start))
        elif part:
            nodes.append(Text(_literal(p, part, start), start, bold, italic, mono))
    return (nodes[0],) if len(nodes) == 1 else (Row(tuple(nodes), at),)


def _literal(p: Parser, text: str, at: int) -> str:
    """Text with its escapes resolved and its white space run together."""
    done = _ESCAPED.sub(lambda m: m[1] or " ", text)
    rest = _ESCAPED.sub("", text)
    for char in "\\{}":
        if char in rest:
            where = next(i for i in range(len(text)) if text[i] == char and not _escaped(text, i))
            p.fail(f"{char} inside text", at + where, "text is plain characters; math goes between dollar signs: $x_t$")
    return re.sub(r"\s+", " ", done)


def _escaped(text: str, i: int) -> bool:
    return (i > 0 and text[i - 1] == "\\") or bool(_ESCAPED.match(text, i))
