"""The same work for many figures, each in a process that it may take down."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import TypeVar

from llmfig.registry import FigureRef
from llmfig.runner.outcome import Failure, crashed
from llmfig.runner.pool import run
from llmfig.runner.worker import Crash

Context = TypeVar("Context")
Result = TypeVar("Result")


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def each(
    work: Callable[[Context, FigureRef], Result], context: Context, refs: Sequence[FigureRef], *, jobs: int = 0
) -> list[tuple[FigureRef, Result | Failure]]:
    """Does the work for every figure; what comes back is in the order of `refs`.

    Args:
        work: a function of a module; it returns its own failures.
        context: what all figures share.
        refs: the figures.
        jobs: how many processes; 0 is one per processor.

    Returns:
        Each figure with its result, or with the failure when its process died.
    """
    found: dict[FigureRef, Result | Failure] = {}
    with closing(run(work, context, refs, jobs=jobs or processors())) as results:
        for ref, result in results:
            found[ref] = crashed(result, ref) if isinstance(result, Crash) else result
    return [(ref, found[ref]) for ref in refs]
