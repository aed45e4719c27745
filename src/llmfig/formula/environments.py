"""`\\begin{...} ... \\end{...}`: matrices, cases and aligned lines."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from llmfig.errors import choices
from llmfig.formula import arguments, symbols
from llmfig.formula.tree import Align, Array, Node, Row

if TYPE_CHECKING:
    from llmfig.formula.parser import Parser

_DISPLAYED = ("equation", "equation*", "displaymath", "math")
_COLUMN_GAP = 1.0  # em: twice LaTeX's \arraycolsep
_PAIR_GAP = 2.0  # em between two aligned pairs
_JOT = 0.3  # em that displays have between their lines, beyond the normal distance
_SIDES: tuple[Align, Align] = ("r", "l")
_CENTER: tuple[Align, ...] = ("c",)
_LEFT: tuple[Align, ...] = ("l",)
_LETTERS: dict[str, Align] = {"l": "l", "c": "c", "r": "r"}


def begin(p: Parser, pos: int) -> tuple[Node, ...]:
    """An environment whose `\\begin` has been taken at `pos`."""
    name, at = p.raw("\\begin")
    if name not in symbols.ENVIRONMENTS:
        fix = "leave \\begin and \\end out: a Formula is displayed already" if name in _DISPLAYED else ""
        p.fail(f"unknown environment {name!r}", at, fix or choices(name, symbols.ENVIRONMENTS, "environments"))
    if name not in symbols.MATRICES and p.peek() == "[":
        p.fail(f"{name} takes no [option] here", fix="remove it; a bracket that is meant goes in braces: {[}")
    columns, verticals = _columns(p) if name == "array" else ((), ())
    cells, leading, rules = _body(p, name, pos)
    width = max(len(row) for row in cells)
    if name == "array":
        for row in cells:
            if len(row) > len(columns):
                fix = "give the array a column letter for each cell: \\begin{array}{lcc}"
                p.fail(f"a row has {len(row)} cells, the array {len(columns)} columns", row[len(columns)].pos, fix)
        gaps = (_COLUMN_GAP,) * (len(columns) - 1)
        return (Array(cells, columns, gaps, leading, 1, pos, verticals=verticals, rules=rules),)
    if rules:
        p.fail("\\hline belongs in an array", pos, "use \\begin{array}{cc}")
    if name in symbols.MATRICES:
        small = name == "smallmatrix"
        gaps = (0.4 if small else _COLUMN_GAP,) * (width - 1)
        fences = symbols.MATRICES[name]
        return (Array(cells, _CENTER * width, gaps, leading, 2 if small else 1, pos, tight=small, fences=fences),)
    if name in symbols.GATHERED:
        if width > 1:
            p.fail(f"& inside {name}", pos, "use \\begin{aligned}")
        return (Array(cells, ("c",), (), leading, 0, pos, jot=_JOT),)
    if name in symbols.ALIGNED:
        sides = tuple(_SIDES[i % 2] for i in range(width))
        gaps = tuple(0.0 if i % 2 == 0 else _PAIR_GAP for i in range(width - 1))
        return (Array(cells, sides, gaps, leading, 0, pos, relation=True, jot=_JOT),)
    if width > 2:
        p.fail(f"{name} has a value and a condition: one & a line", pos, "leave out the other &")
    fences = ("", "}") if name == "rcases" else ("{", "")
    level = 0 if name == "dcases" else 1
    return (Array(cells, _LEFT * width, (_COLUMN_GAP,) * (width - 1), leading, level, pos, fences=fences),)


def _columns(p: Parser) -> tuple[tuple[Align, ...], tuple[int, ...]]:
    """An array's column letters, and before which columns a rule stands."""
    raw, at = p.raw("\\begin{array}")
    columns: list[Align] = []
    verticals: list[int] = []
    for i, char in enumerate(raw):
        if char in _LETTERS:
            columns.append(_LETTERS[char])
        elif char == "|":
            verticals.append(len(columns))
        elif not char.isspace():
            p.fail(f"{char!r} is not a column of an array", at + i, "use l, c, r and |")
    if not columns:
        p.fail("an array needs columns", at, "write \\begin{array}{lc}")
    return tuple(columns), tuple(verticals)


def _body(p: Parser, name: str, pos: int) -> tuple[tuple[tuple[Row, ...], ...], tuple[float, ...], tuple[int, ...]]:
    """The cells up to and including `\\end{name}`, the extra space after each line but the last, the ruled lines."""
    rows: list[list[Row]] = [[]]
    leading: list[float] = []
    rules: list[int] = []
    while True:
        while p.peek() == "\\hline":
            p.take()
            rules.append(len(rows) - 1)
        start = p.at
        rows[-1].append(Row(p.items(()), start))
        token = p.peek()
        if token == "&":
            p.take()
        elif token == "\\\\":
            p.take()
            leading.append(_gap(p))
            rows.append([])
        elif token == "\\end":
            p.take()
            ended, at = p.raw("\\end")
            if ended != name:
                p.fail(f"\\end{{{ended}}} closes \\begin{{{name}}}", at, f"write \\end{{{name}}}")
            break
        elif token == "":
            p.fail(f"\\begin{{{name}}} without its \\end", pos, f"add \\end{{{name}}}")
        elif token == "}":
            p.fail("this } closes nothing", fix=f"remove it; \\begin{{{name}}} is still open")
        else:
            p.stray(token)
    if len(rows) > 1 and len(rows[-1]) == 1 and not rows[-1][0].items:
        rows.pop()  # a line break before \end starts no line
        leading.pop()
    if not any(cell.items for row in rows for cell in row):
        p.fail(f"{name} is empty", pos, "put something in it")
    return tuple(map(tuple, rows)), tuple(leading), tuple(rules)


def _gap(p: Parser) -> float:
    """The extra space of `\\\\[6pt]`, in em."""
    if not p.source.startswith("[", p.at):
        return 0.0
    text, at = p.bracket("\\\\") or ("", p.at)
    em = arguments.length(text)
    if em is None:
        fix = "write for example \\\\[0.5em]; a bracket that is meant goes in braces: {[}"
        p.fail(f"{text!r} is not a length", at, fix)
    return em


def lines(p: Parser, raw: str, at: int) -> tuple[tuple[Row, ...], ...]:
    """The lines of a \\substack, one cell each."""
    cuts = [-2, *(i for i in range(len(raw)) if raw.startswith("\\\\", i)), len(raw)]
    return tuple((arguments.sub_parse(p, raw[a + 2 : b], at + a + 2),) for a, b in pairwise(cuts))
