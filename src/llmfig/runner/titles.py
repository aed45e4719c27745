"""Titles of figures: the work of one process."""

from __future__ import annotations

from dataclasses import dataclass

from llmfig.registry import FigureRef, Pair, load
from llmfig.runner.outcome import Failure, failed


@dataclass(frozen=True, slots=True)
class Titles:
    """Title and alternative text of a figure, each (English, Chinese)."""

    title: Pair
    alt: Pair


def titles(context: None, ref: FigureRef) -> Titles | Failure:
    """What one figure is called."""
    if ref.fault:
        return failed(ref.fault, ref)
    try:
        definition = load(ref.file)
    except (Exception, SystemExit) as error:
        return failed(error, ref)
    return Titles(definition.title, definition.alt)
