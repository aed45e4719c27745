"""The LaTeX source as a stream, and errors that point into it."""

from __future__ import annotations

import unicodedata
from typing import NoReturn

from llmfig.errors import LatexError

_AROUND = 44


def excerpt(source: str, pos: int) -> str:
    """The line round a position, with a caret under it. Hanzi count as two columns, as terminals draw them."""
    start = source.rfind("\n", 0, pos) + 1
    end = source.find("\n", pos)
    line = source[start : len(source) if end < 0 else end]
    at = pos - start
    left = max(0, at - _AROUND)
    cut = line[left : at + _AROUND]
    head, tail = ("…" if left else ""), ("…" if at + _AROUND < len(line) else "")
    before = head + cut[: at - left]
    columns = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in before)
    return f"    {head}{cut}{tail}\n    {' ' * columns}^"


def fail(source: str, pos: int, what: str, fix: str = "") -> NoReturn:
    """Raise a LatexError that shows where in `source` it is."""
    raise LatexError(f"{what} (character {pos + 1} of the formula)\n{excerpt(source, pos)}", fix=fix)


class Reader:
    """A cursor over LaTeX source.

    A token is a control sequence (`\\frac`, `\\,`), or a single character; `""` is the end. White space and comments
    between tokens are skipped, as in math mode.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0

    def fail(self, what: str, pos: int | None = None, fix: str = "") -> NoReturn:
        fail(self.source, self.at if pos is None else pos, what, fix)

    def skip(self) -> None:
        while self.at < len(self.source):
            char = self.source[self.at]
            if char == "%":
                end = self.source.find("\n", self.at)
                self.at = len(self.source) if end < 0 else end
            elif not char.isspace():
                return
            else:
                self.at += 1

    def peek(self) -> str:
        """The next token, not taken."""
        self.skip()
        start = self.at
        if start >= len(self.source):
            return ""
        if self.source[start] != "\\":
            return self.source[start]
        end = start + 1
        while end < len(self.source) and self.source[end].isascii() and self.source[end].isalpha():
            end += 1
        if end == start + 1:
            if end >= len(self.source):
                self.fail("a backslash with nothing after it", start, "finish the command or remove the backslash")
            end += 1
        return self.source[start:end]

    def take(self) -> str:
        token = self.peek()
        self.at += len(token)
        return token

    def raw(self, owner: str) -> tuple[str, int]:
        """What stands between the next braces, untouched, and where it begins."""
        pos = self.at
        if self.peek() != "{":
            self.fail(f"{owner} needs its argument in braces", pos, f"write {owner}{{...}}")
        opened = self.at
        depth, i = 0, opened
        while i < len(self.source):
            char = self.source[i]
            if char == "\\":
                i += 1
            elif char == "{":
                depth += 1
            elif char == "}":
                depth -= 1
                if depth == 0:
                    self.at = i + 1
                    return self.source[opened + 1 : i], opened + 1
            i += 1
        self.fail("this brace is never closed", opened, "add the missing }")

    def bracket(self, owner: str) -> tuple[str, int] | None:
        """What stands in the next square brackets, untouched; None when there are none."""
        if self.peek() != "[":
            return None
        opened = self.at
        end = self.source.find("]", opened)
        if end < 0:
            self.fail(f"the [ after {owner} is never closed", opened, "add the missing ]")
        self.at = end + 1
        return self.source[opened + 1 : end], opened + 1
