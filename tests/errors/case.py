"""A mistake, and what is told of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import dedent, indent

import llmfig

HERE = re.compile(r"\s*# here$", re.MULTILINE)
TITLE = '@figure(title=("Bad", "坏图"), alt=("A figure with a mistake.", "有错的图。"))'
# Everything is imported in the first line, so that a body begins in the fifth.
HEAD = f"from llmfig import {', '.join(sorted(llmfig.__all__))}\n\n{TITLE}\ndef bad():\n"
FIRST = HEAD.count("\n") + 1


@dataclass(frozen=True)
class Case:
    """A wrong figure.

    Attributes:
        code: the body of its function; a comment `# here` marks the line that is told, by default the first one.
        what: what is wrong, in full; of a formula without the lines that show it.
        fix: how the advice begins.
        line: the line that is told, where no line of the code is.
        whole: the code is the whole file, with `@figure(...)` for a decorator that is right.
    """

    code: str
    what: str
    fix: str
    line: int = 0
    whole: bool = False

    @property
    def text(self) -> str:
        """The file."""
        code = dedent(self.code.removeprefix("\n")).rstrip() + "\n"
        return code.replace("@figure(...)", TITLE) if self.whole else HEAD + indent(code, "    ")

    @property
    def at(self) -> int:
        """The line that is told."""
        found = HERE.search(self.text)
        return self.line or (self.text.count("\n", 0, found.start()) + 1 if found else 1 if self.whole else FIRST)


def stem(name: str) -> str:
    """What the file of a case is called."""
    return re.sub(r"\W+", "_", name).strip("_")
