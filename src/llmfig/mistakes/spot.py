"""Where an exception came through an author's code: the line, and the expression that was being worked out."""

from __future__ import annotations

import ast
import builtins
import inspect
import linecache
import traceback
from dataclasses import dataclass
from itertools import islice
from types import FrameType, ModuleType
from typing import Any

from llmfig.errors import Source, called_from, is_authors
from llmfig.layout.place import Place

MISSING = object()  # what a name stands for when it stands for nothing


@dataclass(frozen=True, slots=True)
class Spot:
    """The innermost line of an author's that an exception came through.

    Attributes:
        source: the file and the line.
        frame: the running code of that line, with its names.
        code: the expression that was being worked out, None where the text cannot be read.
        deeper: the frames of the package and of libraries that it led to, from the line inwards.
    """

    source: Source
    frame: FrameType
    code: ast.expr | None
    deeper: tuple[FrameType, ...]

    def value(self, node: ast.expr | None) -> Any:
        """What a name, or a name of something that is named, stands for in that line; nothing is run for it."""
        match node:
            case ast.Name(id=name):
                for names in (self.frame.f_locals, self.frame.f_globals, vars(builtins)):
                    if name in names:
                        return names[name]
            case ast.Attribute(value=owner, attr=name):
                held = self.value(owner)
                if isinstance(held, ModuleType | type | Place):
                    return getattr(held, name, MISSING)
            case ast.Call(func=function):
                # What a constructor makes is known by its class; a blank one stands in for it.
                made = self.value(function)
                if isinstance(made, type) and issubclass(made, Place):
                    return made.__new__(made)
            case ast.Constant(value=value):
                return value
        return MISSING


def spot(error: BaseException) -> Spot | None:
    """Where an exception came through an author's code; None where it never did."""
    steps = list(traceback.walk_tb(error.__traceback__))
    lasts = _lasts(error)
    found = max((i for i, (frame, _) in enumerate(steps) if is_authors(frame.f_code.co_filename)), default=None)
    if found is None:
        return None
    frame, line = steps[found]
    deeper = tuple(f for f, _ in steps[found + 1 :])
    source = Source(frame.f_code.co_filename, line, called_from(steps[: found + 1][::-1]))
    return Spot(source, frame, _expression(frame, lasts[found]), deeper)


def _lasts(error: BaseException) -> list[int]:
    """For each step of a traceback, the instruction it was at."""
    found, trace = [], error.__traceback__
    while trace is not None:
        found.append(trace.tb_lasti)
        trace = trace.tb_next
    return found


def _expression(frame: FrameType, last: int) -> ast.expr | None:
    """The expression that an instruction belongs to, read from the file as it is now."""
    where = next(islice(frame.f_code.co_positions(), last // 2, None), None)
    if where is None or None in where:
        return None
    line, end_line, start, end = (int(number or 0) for number in where)
    file = frame.f_code.co_filename
    linecache.checkcache(file)
    rows = [linecache.getline(file, n).encode() for n in range(line, end_line + 1)]  # columns count bytes
    if not rows or not rows[-1]:
        return None
    rows[-1] = rows[-1][:end]
    rows[0] = rows[0][start:]
    try:
        return ast.parse(f"({b''.join(rows).decode()}\n)", mode="eval").body
    except (SyntaxError, UnicodeDecodeError):
        return None


def signature(function: object) -> inspect.Signature | None:
    """How something is called; None where that is not known."""
    try:
        return inspect.signature(function)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None
