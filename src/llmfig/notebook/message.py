"""Errors as a notebook tells them: what, where with the line itself, and what to do. Never a traceback."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from llmfig.errors import FigureError, Source
from llmfig.notebook import cells

MOST = 5  # lines of the author's that led to an error
RED, PLAIN = "\x1b[31m", "\x1b[39m"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the author's: where it is, and what stands there."""

    place: str
    code: str


@dataclass(frozen=True, slots=True)
class Message:
    """An error in the words of an author's notebook. `lines` led to it, the last one is where it is."""

    kind: str
    what: str
    lines: tuple[Line, ...]
    fix: str

    def __str__(self) -> str:
        return "\n".join([f"{self.kind}: {self.what}", *self.details()])

    def details(self) -> list[str]:
        """What stands below the first line."""
        found = []
        for line in self.lines:
            found += [f"  {line.place}", f"      {line.code}"] if line.code else [f"  {line.place}"]
        return [*found, f"  fix: {self.fix}"] if self.fix else found


def message(error: FigureError) -> Message:
    """What to tell of an error."""
    lines = tuple(Line(visible(cells.place(s)), visible(cells.code(s))) for s in _sources(error))
    return Message(type(error).__name__, visible(error.what), lines, visible(error.fix))


def _sources(error: FigureError) -> Sequence[Source]:
    # Whoever wants to tell an error has drawn before: it costs no import.
    from llmfig.build import author_line, author_lines

    cause = error.__cause__
    if isinstance(cause, Exception) and not isinstance(cause, FigureError):
        # Raised by the author's own code, which may have come a long way.
        lines = list(dict.fromkeys(author_lines(cause.__traceback__)))
        return (lines if error.source in lines else [*lines, *filter(None, [error.source])])[-MOST:]
    source = error.source or author_line(error.__traceback__)
    return list(dict.fromkeys(step for step in (source.via, source) if step)) if source else []


def as_traceback(error: FigureError) -> list[str]:
    """The lines that IPython prints for an error."""
    told = message(error)
    plain = str(getattr(cells.shell(), "colors", "nocolor")).lower() == "nocolor"
    kind = told.kind if plain else f"{RED}{told.kind}{PLAIN}"
    return [f"{kind}: {told.what}", *told.details()]


def visible(text: str) -> str:
    """A text whose control and direction characters are spelt out: they could hide or turn round what it says."""
    return "".join(c if c.isprintable() or c == "\n" else c.encode("unicode_escape").decode() for c in text)
