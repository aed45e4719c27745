"""What Python and libraries raise in an author's own code: in their words, with what usually helps."""

from __future__ import annotations

import ast
import traceback
from collections import Counter

from llmfig.errors import FigureError, Source, is_authors, nearest, short
from llmfig.mistakes.calls import Told
from llmfig.mistakes.spot import MISSING, Spot

MANY = 20  # calls of one line inside of each other that are no accident
LINE = "correct the line; --traceback tells how it came to it"
_FIXES: tuple[tuple[type[Exception], str], ...] = (
    (ZeroDivisionError, "look at what is divided by; --traceback tells how it came to it"),
    (IndexError, "indices are counted from 0, and the last one is len(...) - 1"),
    (AssertionError, "what this line asserts does not hold"),
)
_PARTS: tuple[tuple[str, str], ...] = (
    ("can only concatenate str", 'turn it into text: str(n), or f"{n} tokens"'),
    ("values to unpack", "as many names stand on the left of = as there are values on its right"),
    ("converted during string formatting", 'write an f-string: f"{n:.2f}"'),
)
_FILE = "paths begin at the working directory; one beside this file is Path(__file__).with_name('data.csv')"


def told(error: BaseException, at: Spot) -> Told:
    """Any exception of an author's own code, in one line."""
    if isinstance(error, FileNotFoundError):
        return f"there is no file {error.filename!r}", _FILE
    what = " ".join(f"{type(error).__name__}: {error}".split()).rstrip(":")
    if isinstance(error, KeyError):
        return what, _key(error, at)
    fixes = [fix for kind, fix in _FIXES if isinstance(error, kind)] + [fix for part, fix in _PARTS if part in what]
    return what, fixes[0] if fixes else LINE


def endless(error: RecursionError) -> FigureError:
    """A function that calls itself without end, or elements that are nested without end."""
    lines = [
        Source(frame.f_code.co_filename, line)
        for frame, line in traceback.walk_tb(error.__traceback__)
        if is_authors(frame.f_code.co_filename)
    ]
    source, times = Counter(lines).most_common(1)[0] if lines else (None, 0)
    if times > MANY:
        fix = "give it a case in which it does not; a figure function is not called by itself"
        return FigureError("this line calls its own function without end", fix=fix, source=source)
    fix = "look for something that was put into itself; else take the figure apart"
    return FigureError("what is drawn here is nested too deeply, or without end", fix=fix, source=source)


def _key(error: KeyError, at: Spot) -> str:
    held = at.value(at.code.value) if isinstance(at.code, ast.Subscript) else MISSING
    if not isinstance(held, dict) or not held:
        return LINE
    near = nearest(error.args[0], [k for k in held if isinstance(k, str)]) if error.args else None
    return (f"did you mean {near!r}? " if near else "") + f"the keys are {short(list(held))}"
