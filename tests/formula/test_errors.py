"""Mistakes in LaTeX are told with their place and a way out; nothing comes out wrong without a word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from llmfig.errors import FigureError, LatexError
from llmfig.formula import set_formula, symbols
from tests.formula.corpus import CORPUS

CASES = {
    r"\alhpa": (0, "unknown command", r"did you mean \alpha?"),
    r"a+\frca{1}{2}": (2, "unknown command", r"did you mean \frac?"),
    r"\foo": (0, "unknown command", ""),
    r"\newcommand{\x}{y}": (0, "unknown command", "Python function"),
    r"\mathds{1}": (0, "unknown command", r"\mathbb"),
    r"\begin{alligned}x\end{alligned}": (7, "unknown environment", "aligned"),
    r"\begin{aligned}x": (0, "without its \\end", r"\end{aligned}"),
    r"\begin{aligned}x\end{cases}": (21, "closes", r"\end{aligned}"),
    r"\begin{aligned}[t]x\end{aligned}": (15, "no [option]", ""),
    r"\begin{array}{lx}a&b\end{array}": (15, "not a column", ""),
    r"\begin{array}{l}a&b\end{array}": (18, "2 cells", ""),
    r"\begin{cases}a&b&c\end{cases}": (0, "one & a line", ""),
    r"\begin{matrix}\hline a\end{matrix}": (0, "belongs in an array", ""),
    r"\begin{matrix}\end{matrix}": (0, "is empty", ""),
    r"\begin{aligned}a\\[2q]b\end{aligned}": (19, "not a length", ""),
    r"x\end{aligned}": (1, "without its \\begin", ""),
    "{a": (0, "never closed", "}"),
    "a}": (1, "closes nothing", ""),
    r"\left(x": (0, "without its \\right", r"\right)"),
    r"x\right)": (1, "without its \\left", ""),
    r"\left x\right)": (6, "delimiter", ""),
    r"a\middle|b": (1, "outside", ""),
    r"\frac{a}": (8, "missing an argument", ""),
    r"\sqrt": (5, "missing an argument", ""),
    r"x^": (2, "missing an argument", ""),
    r"x_a_b": (3, "second subscript", "braces"),
    r"x^a^b": (3, "second superscript", "braces"),
    r"x^a'": (3, "prime", ""),
    "a & b": (2, "outside an alignment", r"\&"),
    r"a \\ b": (2, "outside an alignment", ""),
    "": (0, "empty", ""),
    "   % nothing": (3, "begins a comment", r"\%"),
    "a\\": (1, "backslash", ""),
    "50$": (2, "a $ inside of a formula", r"\$"),
    r"\text{a\b}": (7, "inside text", ""),
    r"\text{a$b}": (7, "never closed", r"\$"),
    r"\text a": (5, "braces", r"\text{...}"),
    r"\operatorname{a\b}": (14, "plain name", ""),
    r"\term{a}{x}+\term{a}{y}": (18, "named twice", "character 1"),
    r"\term{1 a}{x}": (6, "not a term's name", ""),
    r"\role{#ff0000}{x}": (0, "takes a role", "textcolor"),
    r"\textcolor{12}{x}": (11, "neither a role", ""),
    r"\hspace{3}": (8, "not a length", ""),
    r"\mathbb{\theta}": (8, "has no θ", ""),
    r"\not x": (0, "cannot strike", ""),
    r"\boldsymbol{\infty}": (12, "no bold", ""),
    "a\U0001f600": (1, "has no", ""),
    "旧，新": (1, "has no", r"\text"),
    r"\text{\u0378}".replace("\\u0378", "\u0378"): (6, "no font has", ""),
}


@pytest.mark.parametrize("latex", CASES)
def test_says_what_where_and_what_instead(latex: str) -> None:
    pos, what, fix = CASES[latex]
    with pytest.raises(LatexError) as caught:
        set_formula(latex, size=20)
    message = str(caught.value)
    assert what in message
    assert f"character {pos + 1} of the formula" in message
    assert fix in caught.value.fix
    assert "^" in message.splitlines()[2]


def test_the_caret_stands_under_the_place() -> None:
    with pytest.raises(LatexError) as caught:
        set_formula("\\begin{aligned}\na&=b\\\\\n奖励&=\\frca12\n\\end{aligned}", size=20)
    _, line, caret, *_ = str(caught.value).splitlines()
    assert line == "    奖励&=\\frca12"
    assert caret == "    " + " " * 6 + "^"  # a hanzi is two columns wide


def test_bottomless_nesting_is_an_error() -> None:
    with pytest.raises(LatexError, match="nested too deeply"):
        set_formula("{" * 5000 + "x" + "}" * 5000, size=20)


def test_long_sources_are_cut_round_the_place() -> None:
    with pytest.raises(LatexError) as caught:
        set_formula("a+" * 100 + r"\frca" + "+b" * 100, size=20)
    _, line, caret, *_ = str(caught.value).splitlines()
    assert len(line) < 110
    assert line[caret.index("^") :].startswith(r"\frca")


@pytest.mark.parametrize("name", sorted(symbols.COMMANDS - symbols.SPECIAL - {"\\"}))
def test_every_listed_command_sets(name: str) -> None:
    owner = f"\\{name}"
    if name in symbols.ALPHABETS or name in symbols.TEXTS:
        latex = owner + "{A}"
    elif any(name in table for table in (symbols.ACCENTS, symbols.WIDE_ACCENTS, symbols.STRETCHES, symbols.ARROWS)):
        latex = owner + "{x}"
    elif name in symbols.CLASSES:
        latex = owner + "{+}"
    elif name.rstrip("lrm") in symbols.BIGS:
        latex = owner + "("
    else:
        latex = f"{owner} x"
    assert set_formula(latex, size=20).width > 0


@pytest.mark.parametrize("delimiter", symbols.DELIMITERS)
def test_every_delimiter_grows(delimiter: str) -> None:
    tall = set_formula(rf"\left{delimiter}\frac{{\dfrac ab}}{{\dfrac cd}}\right.", size=20)
    assert tall.width > 0


_TOKENS = [f"\\{c} " for c in sorted(symbols.COMMANDS)] + list("ab01+-=<>,.;:|()[]{}^_&'~$#%/*! \n中。é")
_TOKENS += ["{", "}", "\\left(", "\\right)", "\\begin{aligned}", "\\end{aligned}", "\\term{a}", "\\text{ab}", "\u0302"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_TOKENS), max_size=14).map("".join))
def test_any_source_sets_or_says_why(latex: str) -> None:
    try:
        formula = set_formula(latex, size=20)
    except FigureError:
        return
    assert 0 <= formula.width < 1e5
    formula.items(0, 0, "#000000", lambda _: "#000000")


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(CORPUS), st.integers(0, 400), st.integers(1, 3))
def test_a_damaged_formula_sets_or_says_why(latex: str, at: int, count: int) -> None:
    at %= len(latex)
    try:
        set_formula(latex[:at] + latex[at + count :], size=20)
    except FigureError:
        return
