"""What went wrong with a figure, in words its author can act on."""

from __future__ import annotations

import traceback
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from llmfig.errors import PACKAGE, FigureError, Source
from llmfig.registry import FigureRef, place_of, told
from llmfig.runner.worker import Crash

Kind = Literal["figure", "crash", "bug"]


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a figure was not drawn.

    Attributes:
        figure: `chapter/id`.
        langs: the languages it was not drawn in; empty when it could not be loaded at all.
        kind: something its author can mend, a process that died, or a bug of llmfig.
        trace: the traceback, for `--traceback`.
    """

    figure: str
    langs: tuple[str, ...]
    kind: Kind
    what: str
    fix: str
    source: Source
    trace: str = ""


def failed(error: BaseException, ref: FigureRef, lang: str | None = None, declared: Source | None = None) -> Failure:
    """What to tell the author about an exception that came out of drawing a figure.

    An exception whose innermost frame is llmfig's own, and not told as a `FigureError`, is a bug of llmfig. One that
    was raised in the author's file, or in another library called from there, is the author's. `declared` is where the
    figure is declared, for errors that come up only when the author's code has run.
    """
    figures = ref.file.parent.parent
    source = place_of(error, figures) or declared or Source(str(ref.file), 1)
    langs = (lang,) if lang else ()
    trace = "".join(traceback.format_exception(error))
    if isinstance(error, FigureError):
        return Failure(ref.name, langs, "figure", error.told, error.fix, error.source or source, trace)
    if isinstance(error, SystemExit):
        return Failure(
            ref.name, langs, "figure", "the figure ends the program", "remove the call to exit()", source, trace
        )
    bug = _own_place(error, figures)
    if bug is None:
        return Failure(ref.name, langs, "figure", told(error), "correct the line", source, trace)
    what = f"llmfig itself failed at {bug}: {told(error)}"
    return Failure(
        ref.name, langs, "bug", what, "this is a bug of llmfig: report it with what --traceback prints", source, trace
    )


def crashed(crash: Crash, ref: FigureRef) -> Failure:
    """What to tell when the process that drew a figure died."""
    figures = ref.file.parent.parent
    own = [s for s in crash.stack if Path(s.file).is_relative_to(figures)]
    if crash.overtime:
        what = f"it was still being drawn after {crash.overtime:g} s"
        fix = "look for a loop that does not end; what takes this long for good reason needs a longer --time-limit"
    else:
        what = f"the process that drew it ended with {crash.how}"
        fix = "look for what ends or overloads the process: os._exit, a compiled library, memory"
    return Failure(ref.name, (), "crash", what, fix, own[0] if own else Source(str(ref.file), 1))


def merged(failures: list[Failure]) -> list[Failure]:
    """The failures with those that differ only in the language made one."""
    found: dict[tuple[str, str, Source], Failure] = {}
    for failure in failures:
        key = (failure.figure, failure.what, failure.source)
        before = found.get(key)
        found[key] = replace(before, langs=before.langs + failure.langs) if before else failure
    return list(found.values())


def _own_place(error: BaseException, figures: Path) -> Source | None:
    """The innermost frame of llmfig, when no frame of the author's is further in."""
    found = None
    for frame, line in traceback.walk_tb(error.__traceback__):
        file = frame.f_code.co_filename
        if Path(file).is_relative_to(figures):
            found = None
        elif file.startswith(PACKAGE):
            found = Source(str(Path(file).relative_to(Path(PACKAGE).parent)), line)
    return found
