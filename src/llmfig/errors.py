"""What goes wrong in an author's hands, and where.

Every error a user can cause is a `FigureError` (or a subclass): it says what, where (the author's file and line) and
what to do.
"""

from __future__ import annotations

import difflib
import math
import os
import re
import reprlib
import sys
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from functools import lru_cache
from numbers import Integral, Real
from pathlib import Path
from types import FrameType

PACKAGE = str(Path(__file__).resolve().parent) + os.sep
_PYTHON = os.path.dirname(os.__file__) + os.sep
_INSTALLED = {"site-packages", "dist-packages"}
# What Python and IPython call code that an author types; other names in angle brackets are those of libraries.
_TYPED = ("<stdin", "<ipython-input", "<python-input")

_INLINE = ("<listcomp>", "<genexpr>", "<dictcomp>", "<setcomp>", "<lambda>")
_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")  # in memory: tells nobody anything, and differs from run to run
ALIKE = 0.75  # of 1: how alike two words must be for one to be taken for the other
LONG = 90  # characters that a value may take up in a message


@dataclass(frozen=True, slots=True)
class Source:
    """A place in an author's file."""

    file: str
    line: int
    via: Source | None = field(default=None, compare=False, repr=False)  # where a helper that holds the line was called

    def __str__(self) -> str:
        return self._in_cell() or f"{self.file}:{self.line}"

    @property
    def brief(self) -> str:
        """The place in words, without the folder."""
        return self._in_cell() or f"line {self.line} of {Path(self.file).name}"

    def _in_cell(self) -> str:
        if "IPython" in sys.modules:
            from llmfig.notebook.cells import cell  # which needs this module

            if name := cell(self.file):
                return f"Cell {name}, line {self.line}"
        return ""


def caller() -> Source:
    """The nearest line of an author's that is being run, outside of the package and of libraries."""
    frame = sys._getframe(1)
    while not is_authors(frame.f_code.co_filename):
        if frame.f_back is None:
            break
        frame = frame.f_back
    outer = frame.f_back
    inner = outer is not None and is_authors(outer.f_code.co_filename)
    return Source(frame.f_code.co_filename, frame.f_lineno, called_from(_outwards(frame)) if inner else None)


def _outwards(frame: FrameType | None) -> Iterator[tuple[FrameType, int]]:
    while frame is not None:
        yield frame, frame.f_lineno
        frame = frame.f_back


def called_from(steps: Iterable[tuple[FrameType, int]]) -> Source | None:
    """The author's line that led to the helper which the first of some frames runs; None where it runs no helper.

    Args:
        steps: frames with the lines that they are at, innermost first.
    """
    found, helper = None, False
    for frame, line in steps:
        if not is_authors(frame.f_code.co_filename):
            break
        if helper:
            found = Source(frame.f_code.co_filename, line)
        helper = helper or frame.f_code.co_name not in _INLINE
    return found


@lru_cache(maxsize=1024)
def is_authors(file: str) -> bool:
    """Whether a code file is an author's: no part of the package, of an installed library or of Python itself."""
    if file.startswith(_TYPED):
        return True
    return not (file.startswith((PACKAGE, _PYTHON, "<")) or _INSTALLED & set(Path(file).parts))


class FigureError(Exception):
    """A mistake in a figure, a theme or a command, told in one message: what, where, and what to do.

    Everything that llmfig finds wrong is one of these. A helper of your own may raise one too; the line of the
    figure is added.

    Args:
        what: what is wrong, one sentence.
        fix: what to do about it.
        source: the author's file and line, when known.

    Example:
        ```python
        def shares(parts, **options):
            if abs(sum(parts) - 1) > 1e-9:
                raise FigureError(f"the parts add up to {sum(parts):g}, not to 1", fix="correct the shares")
            return Segments(parts, **options)


        shares([0.6, 0.3, 0.1], role=["data", "model", "sample"], unit=Unit(16))
        ```
    """

    def __init__(self, what: str, *, fix: str = "", source: Source | None = None) -> None:
        self.what = _ADDRESS.sub("", what)
        self.fix = fix
        self.source = source
        super().__init__(self.message())

    def message(self) -> str:
        where = f"{self.source}: " if self.source else ""
        return f"{where}{self.told}" + (f"\n  fix: {self.fix}" if self.fix else "")

    @property
    def told(self) -> str:
        """What is wrong, with the line that called the helper which it went wrong in."""
        source, via = self.source, self.source.via if self.source else None
        if source is None or via is None or via == source:
            return self.what
        return f"{self.what} (called from {f'line {via.line}' if via.file == source.file else via.brief})"

    def at(self, source: Source) -> FigureError:
        """This error with a place, when it had none."""
        if self.source is None:
            self.source = source
            self.args = (self.message(),)
        return self

    def _render_traceback_(self) -> list[str]:
        """What IPython shows in place of a traceback: one message, and the author's line."""
        from llmfig.notebook.message import as_traceback

        return as_traceback(self)

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


def check_number(
    name: str, value: object, source: Source, *, least: float = 0.0, most: float = math.inf, whole: bool = False
) -> None:
    """A number of an author that can be drawn; any other value is an error that says so."""
    if isinstance(value, Integral if whole else Real) and math.isfinite(value) and least <= value <= most:  # type: ignore[operator]
        return
    noun = "a whole number" if whole else "a number"
    limits = (f" from {least:g}" if math.isfinite(least) else "") + (f" to {most:g}" if math.isfinite(most) else "")
    raise FigureError(f"{name}={short(value)} cannot be drawn", fix=f"give {noun}{limits}", source=source)


def check_index(index: object, count: int, noun: str) -> int:
    """An index from 0 for one that may count from the end; anything else is an error at the author's line."""
    if isinstance(index, Integral) and not isinstance(index, bool) and -count <= int(index) < count:
        return int(index) % count
    raise FigureError(f"there is no {noun} {short(index)}", fix=counted(count, noun), source=caller())


def counted(count: int, noun: str) -> str:
    """How many things there are, and how they are counted."""
    return f"there are {count} {noun}s, 0 to {count - 1}" if count > 1 else f"there is one {noun}, 0"


def plural(count: int, noun: str) -> str:
    """A number of things: "1 row", "2 rows"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def choices(name: object, valid: Iterable[str], noun: str) -> str:
    """A fix that lists what is valid, in its own order, nearest match first."""
    from llmfig.mistakes.synonyms import synonym  # only when something is wrong

    options = sorted(valid) if isinstance(valid, Set) else list(valid)
    near = synonym(str(name), options) or (nearest(name, options) if isinstance(name, str) else None)
    hint = f"did you mean {near!r}? " if near else ""
    return f"{hint}valid {noun}: {', '.join(options)}" if options else f"there are no {noun}"


def nearest(name: object, valid: Iterable[str]) -> str | None:
    """The valid word that is spelt most alike, or is the only one to begin so; None when none is near."""
    options, text = {word.lower(): word for word in valid}, str(name).lower()
    found = difflib.get_close_matches(text, options, n=1, cutoff=ALIKE)
    if not found and len(text) > 2:
        swapped = [word for word in options if sorted(word) == sorted(text)]
        longer = [word for word in options if word.startswith(text)]
        found = swapped or (longer if len(longer) == 1 else [])
    return options[found[0]] if found else None


def called(value: object) -> str:
    """What a value is, in an author's words: "the number 3", "a list: ['a', 'b']"."""
    kind, shown = type(value).__name__, short(value)
    match value:
        case None | bool():
            words = shown
        case str() | Real():
            words = f"the {'string' if isinstance(value, str) else 'number'} {shown}"
        case type():
            words = f"the class {value.__name__}"
        case Iterator():
            words = f"a {kind}"
        case _ if callable(value) and hasattr(value, "__name__"):
            words = f"the function {value.__name__}"
        case _ if shown.startswith("<"):
            words = f"the {shown[1:-1]}"
        case _:
            words = shown if shown.startswith(("an ", "...")) else f"a {kind}: {shown}"
    return words


def short(value: object) -> str:
    """A value in one short line: arrays by their shape, nothing by its address in memory."""
    shape = getattr(value, "shape", None)
    if isinstance(shape, tuple) and shape:
        return f"an array of shape {shape}"
    if value is ...:
        return "..."
    if shape == () and hasattr(value, "item"):
        value = value.item()  # of numpy and its kin
    writer = reprlib.Repr()
    writer.maxstring = writer.maxother = 60
    text = _ADDRESS.sub("", " ".join(writer.repr(value).split()))
    return text if len(text) <= LONG else f"{text[: LONG - 1]}…"
