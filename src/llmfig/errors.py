"""What goes wrong in an author's hands, and where.

Every error a user can cause is a `FigureError` (or a subclass): it says what, where (the author's file and line) and
what to do.
"""

from __future__ import annotations

import difflib
import math
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from numbers import Integral, Real
from pathlib import Path

PACKAGE = str(Path(__file__).resolve().parent) + os.sep


@dataclass(frozen=True, slots=True)
class Source:
    """A place in an author's file."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


def caller() -> Source:
    """The nearest frame outside the package: the line of the author's module that is being run."""
    frame = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename.startswith(PACKAGE):
        if frame.f_back is None:
            break
        frame = frame.f_back
    return Source(frame.f_code.co_filename, frame.f_lineno)


class FigureError(Exception):
    """A mistake in a figure, a theme or a command, told in one message.

    Args:
        what: what is wrong, one sentence.
        fix: what to do about it.
        source: the author's file and line, when known.
    """

    def __init__(self, what: str, *, fix: str = "", source: Source | None = None) -> None:
        self.what = what
        self.fix = fix
        self.source = source
        super().__init__(self.message())

    def message(self) -> str:
        where = f"{self.source}: " if self.source else ""
        return f"{where}{self.what}" + (f"\n  fix: {self.fix}" if self.fix else "")

    def at(self, source: Source) -> FigureError:
        """This error with a place, when it had none."""
        if self.source is None:
            self.source = source
            self.args = (self.message(),)
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.what, self.fix, self.source))


def _rebuild(kind: type[FigureError], what: str, fix: str, source: Source | None) -> FigureError:
    return kind(what, fix=fix, source=source)


class ThemeError(FigureError):
    """A theme file that cannot be used."""


class LatexError(FigureError):
    """A formula that cannot be set."""


class GlyphError(FigureError):
    """A character that none of the fonts has."""


class FontError(FigureError):
    """A font file that is missing or broken."""


def check_number(name: str, value: object, source: Source, *, least: float = 0.0, whole: bool = False) -> None:
    """A number of an author that can be drawn; any other value is an error that says so."""
    if isinstance(value, Integral if whole else Real) and math.isfinite(value) and value >= least:  # type: ignore[operator]
        return
    noun = "a whole number" if whole else "a number"
    raise FigureError(f"{name}={value!r} cannot be drawn", fix=f"give {noun} from {least:g}", source=source)


def choices(name: object, valid: Iterable[str], noun: str) -> str:
    """A fix that lists what is valid, nearest match first."""
    options = sorted(valid)
    near = difflib.get_close_matches(str(name), options, n=1)
    hint = f"did you mean {near[0]!r}? " if near else ""
    return f"{hint}valid {noun}: {', '.join(options)}"
