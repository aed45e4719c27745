"""LaTeX to a parse tree. Everything not known to come out right is an error that says where and what instead."""

from __future__ import annotations

import difflib
import re
import unicodedata
from typing import NoReturn

from llmfig.errors import ALIKE
from llmfig.formula import alphabets, arguments, commands, symbols
from llmfig.formula.source import Reader, check_escapes
from llmfig.formula.tree import Limits, Node, Row, Scripts, Style, Symbol, Text, Tinted, Word

_PRIMES = {1: "′", 2: "″", 3: "‴", 4: "⁗"}


def parse(source: str) -> Row:
    """Parse a formula.

    Raises:
        LatexError: unknown command or environment, unbalanced braces or fences, missing argument, a character that no
            font has, a term named twice.
    """
    check_escapes(source)
    parser = Parser(source)
    items = parser.items(())
    if parser.peek():
        parser.stray(parser.peek())
    if not items:
        parser.fail("the formula is empty", 0, "write what it is to show: $x_t$, Formula(r'x_t')")
    return Row(items, 0)


class Parser(Reader):
    """The grammar of math mode; `commands` holds what each control sequence does."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.alphabet = ""
        self.names: dict[str, int] = {}

    def items(self, stops: tuple[str, ...]) -> tuple[Node, ...]:
        """Nodes up to one of `stops`, a closing brace or the end; the stop is not taken."""
        out: list[Node] = []
        while True:
            token = self.peek()
            if token in ("", "}", "&", "\\\\", "\\right", "\\middle", "\\end") or token in stops:
                return tuple(out)
            pos = self.at
            if token in ("^", "_", "'"):
                base = out.pop() if out and _can_carry(out[-1]) else None
                out.append(self.scripts(base, pos))
            elif token in ("\\limits", "\\nolimits"):
                self.take()
                out.append(self.limited(out.pop() if out else None, token == "\\limits", pos))
            elif token == "\\color":
                self.take()
                color = arguments.color(self, "\\color")
                out.append(Tinted(color, self.items(stops), pos))
            else:
                out.extend(self.unit())

    def stray(self, token: str) -> NoReturn:
        """Complain about a token that may only stand in some other place."""
        fixes = {
            "}": ("this } closes nothing", "remove it, or add the { that it should close"),
            "\\right": ("\\right without its \\left", "add \\left(, or \\left. for an invisible one"),
            "\\middle": ("\\middle outside \\left ... \\right", "add \\left and \\right round it"),
            "\\end": ("\\end without its \\begin", "remove it, or add the \\begin"),
            "&": ("& outside an alignment", "put it in \\begin{aligned} ... \\end{aligned}, or write \\& for the sign"),
            "\\\\": ("a line break outside an alignment", "use \\begin{aligned} or \\begin{gathered}"),
        }
        what, fix = fixes[token]
        self.fail(what, fix=fix)

    def unit(self) -> tuple[Node, ...]:
        """One token with its arguments, as nodes (a group is one node; a space or style switch is a node too)."""
        pos = self.at
        token = self.take()
        if token == "{":
            return (self.group(pos),)
        if token.startswith("\\"):
            return commands.run(self, token[1:], pos)
        if token == "~":
            return commands.space("space", pos)
        return (self.character(token, pos),)

    def group(self, opened: int) -> Row:
        """The rest of a group whose brace has been taken."""
        items = self.items(())
        if self.peek() != "}":
            if self.peek():
                self.stray(self.peek())
            self.fail("this brace is never closed", opened, "add the missing }")
        self.take()
        return Row(items, opened)

    def argument(self, owner: str) -> Row:
        """The next group, or the next single thing, as TeX takes arguments."""
        token = self.peek()
        pos = self.at
        if token in ("", "}", "&", "\\\\", "\\right", "\\middle", "\\end", "^", "_"):
            self.fail(f"{owner} is missing an argument", pos, f"write {owner}{{...}}")
        alphabet, nodes = self.alphabet, self.unit()
        self.alphabet = alphabet
        if len(nodes) == 1 and isinstance(nodes[0], Row):
            return nodes[0]
        return Row(nodes, pos)

    def styled(self, alphabet: str, owner: str) -> Row:
        """An argument whose letters are in another alphabet."""
        before, self.alphabet = self.alphabet, alphabet
        try:
            return self.argument(owner)
        finally:
            self.alphabet = before

    def character(self, char: str, pos: int) -> Node:
        if char in symbols.CHARS:
            final, kind = symbols.CHARS[char]
            if self.alphabet in ("bold", "boldsymbol") and char in "∇∂":
                final = alphabets.letter(char, self.alphabet) or final
            return Symbol(final, kind, pos)
        if char in symbols.LARGE_CHARS:
            return Symbol(char, "op", pos, large=True, limits=None)
        if char in symbols.INTEGRAL_CHARS:
            return Symbol(char, "op", pos, large=True, limits=False)
        if (char.isascii() and char.isalnum()) or "Α" <= char <= "Ω" or "α" <= char <= "ω" or char in "ϵϑϰϕϱϖ":
            return self.letter(char, pos)
        if unicodedata.category(char) == "Lo":
            return self.hanzi(char, pos)
        if char == "$":
            fix = (
                "a Formula takes LaTeX without dollar signs; they mark formulas inside of text; for the sign write \\$"
            )
            self.fail("a $ inside of a formula", pos, fix)
        if char in "#%&":
            self.fail(f"{char} has a meaning of its own in LaTeX", pos, f"write \\{char} for the sign")
        return Symbol(char, "ord", pos)  # whether the font has it is for the layout to find out

    def letter(self, char: str, pos: int) -> Symbol:
        final = alphabets.letter(char, self.alphabet)
        if final is None:
            self.fail(f"the alphabet {self.alphabet!r} has no {char}", pos, "use a letter it has, or another alphabet")
        return Symbol(final, "ord", pos)

    def hanzi(self, first: str, pos: int) -> Text:
        """Hanzi that follow each other are one label."""
        text = first
        while self.at < len(self.source) and unicodedata.category(self.source[self.at]) == "Lo":
            text += self.source[self.at]
            self.at += 1
        return Text(text, pos, bold=self.alphabet == "bold")

    def scripts(self, base: Node | None, pos: int) -> Scripts:
        """All scripts that follow a base: primes, one superscript, one subscript, in any order."""
        sub: Row | None = None
        sup: Row | None = None
        primes, prime_pos = 0, pos
        while (token := self.peek()) in ("^", "_", "'"):
            at = self.at
            self.take()
            if token == "'":
                if sup is not None:
                    self.fail("a prime after a superscript", at, "write the primes first: a'^2")
                primes, prime_pos = primes + 1, prime_pos if primes else at
            elif token == "_":
                if sub is not None:
                    self.fail("a second subscript", at, "put both in one: x_{a,b}, or use braces: {x_a}_b")
                self.refuse_word(base, at)
                sub = self.argument("_")
            else:
                if sup is not None:
                    self.fail("a second superscript", at, "put both in one: x^{a,b}, or use braces: {x^a}^b")
                sup = self.argument("^")
        if primes:
            mark = Symbol(_PRIMES[min(primes, 4)], "ord", prime_pos)
            sup = Row((mark, *(sup.items if sup else ())), prime_pos)
        limits = base.limits if isinstance(base, Symbol | Word) else None
        if isinstance(base, Scripts):  # \sum\limits_a: the empty Scripts only carries the choice
            limits, base = base.limits, base.base
        return Scripts(base, sub, sup, pos, limits)

    def refuse_word(self, base: Node | None, at: int) -> None:
        """An error for x_old: without braces, only the o would be lowered."""
        word = _WORD.match(self.source, self.at)
        if word and isinstance(base, Symbol) and base.kind == "ord":
            fix = f"write _{{{word[0]}}}, or _{{\\text{{{word[0]}}}}} for upright letters"
            self.fail(f"only the {word[0][0]} of {word[0]} would be lowered", at, fix)

    def limited(self, base: Node | None, above: bool, pos: int) -> Scripts:
        """`\\limits` and `\\nolimits` say where the scripts of the operator before them go."""
        if base is None or not isinstance(base, Symbol | Word | Row | Scripts):
            owner = "\\limits" if above else "\\nolimits"
            self.fail(f"{owner} must follow an operator", pos, "write \\sum\\limits_{...}")
        if isinstance(base, Scripts):
            return Scripts(base.base, base.sub, base.sup, base.pos, above)
        limits: Limits = above
        return Scripts(base, None, None, pos, limits)

    def unknown(self, name: str, pos: int) -> NoReturn:
        near = difflib.get_close_matches(name, sorted(symbols.COMMANDS), n=1, cutoff=ALIKE)
        named = f"a name is \\operatorname{{{name}}}, a word \\text{{{name}}}" if len(name) > 1 else _ELSE
        fix = commands.ADVICE.get(name) or (f"did you mean \\{near[0]}? {named}" if near else named)
        self.fail(f"unknown command \\{name}", pos, fix)


_ELSE = "a name is \\operatorname{...}, a word \\text{...}; Greek letters and signs go by their LaTeX names"
_WORD = re.compile(r"[a-z]{3,}")


def _can_carry(node: Node) -> bool:
    return not isinstance(node, Style) and (not isinstance(node, Scripts) or (node.sub is None and node.sup is None))
