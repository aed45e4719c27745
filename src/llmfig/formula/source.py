"""The LaTeX source as a stream, and errors that point into it."""

from __future__ import annotations

import difflib
import re
import unicodedata
from typing import NoReturn

from llmfig.errors import LatexError
from llmfig.formula import symbols

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


_ESCAPED = re.compile(r"([\a\b\f\v\r\t\n])([A-Za-z]+)")
_LETTERS = {"\a": "a", "\b": "b", "\f": "f", "\v": "v", "\r": "r", "\t": "t", "\n": "n"}


def check_escapes(source: str) -> None:
    """An error for LaTeX in a string that is not raw, where Python read \\f of \\frac as one character.

    Tabs and line breaks are also white space between things: they are taken for a slip where what follows completes
    the name of a command, and where no line begins anyhow.
    """
    for found in _ESCAPED.finditer(source):
        char, rest = found.groups()
        command = _LETTERS[char] + rest
        if char in "\t\n" and not _is_slip(source, found.start(), command):
            continue
        if command not in symbols.COMMANDS:
            near = difflib.get_close_matches(command, symbols.COMMANDS, n=1)
            command = near[0] if near else command
        what = f"Python read \\{_LETTERS[char]} as one character (U+{ord(char):04X}), so that \\{command} is lost"
        raise LatexError(what, fix=f'write the r of a raw string before the quotes: r"... \\{command} ..."')


def _is_slip(source: str, at: int, command: str) -> bool:
    before = source[:at]
    if command not in symbols.COMMANDS:
        return False
    if source[at] == "\t":  # a tab behind a line break indents
        return "\n" not in before or before.rpartition("\n")[2].strip() != ""
    # A line of a longer source may begin with any letter; what completes a long name is no accident.
    return not before.rstrip(" ").endswith("\\\\") and (len(command) > 2 or not before.strip())


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
                if "\n" not in self.source:
                    self.fail("% begins a comment in LaTeX, which hides the rest", self.at, "write \\% for the sign")
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
