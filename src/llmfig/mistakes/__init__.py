"""What an author did wrong, told from what Python raised.

Elements check what they are given, but Python itself refuses an unknown option, a misspelt name or a line it cannot
read. Here such an exception becomes a `FigureError` in the words of llmfig: after the fact, so constructors stay plain
functions that editors can read, and nothing is paid while all goes well. Imported only when something went wrong.
"""

from __future__ import annotations

from llmfig.errors import PACKAGE, FigureError
from llmfig.mistakes import calls, names, python, syntax, use, values
from llmfig.mistakes.calls import Told
from llmfig.mistakes.spot import Spot, spot


def explained(error: BaseException) -> FigureError | None:
    """The mistake behind an exception, with the author's line.

    Args:
        error: what was raised while an author's module or figure function ran, or while its figure was laid out.

    Returns:
        None when nothing can be told: where llmfig itself failed on what it should have been able to draw.
    """
    if isinstance(error, RecursionError):
        return python.endless(error)
    at = spot(error)
    if at is not None:
        found = _told(error, at)
        if found is not None:
            what, fix = found
            return FigureError(what, fix=fix, source=at.source)
        if not _raised_by_llmfig(at):
            what, fix = python.told(error, at)
            return FigureError(what, fix=fix, source=at.source)
    if isinstance(error, Exception) and (kept := values.held(error)) is not None:
        (what, fix), source = kept
        return FigureError(what, fix=fix, source=source)
    return None


def _told(error: BaseException, at: Spot) -> Told | None:
    found: Told | None = None
    match error:
        case NameError() if not at.deeper:
            found = names.unknown_name(error, at)
        case ModuleNotFoundError(name=str(name)):
            found = names.unknown_module(name) or (None if at.deeper else names.no_module(name))
        case ImportError():
            found = names.unknown_import(error)
        case AttributeError() if not _raised_by_llmfig(at):
            found = names.unknown_attribute(error, at)
        case TypeError() if not _raised_by_llmfig(at):
            found = calls.told(error, at) or use.told(error, at)
    if found is None and _raised_by_llmfig(at):
        found = values.given(error, at)
    return found


def _raised_by_llmfig(at: Spot) -> bool:
    """Whether the exception comes from llmfig's own code, behind the author's line."""
    return any(frame.f_code.co_filename.startswith(PACKAGE) for frame in at.deeper)


__all__ = ["explained", "syntax"]
