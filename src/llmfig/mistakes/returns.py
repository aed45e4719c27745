"""Figure functions that return no element."""

from __future__ import annotations

import dis
from types import FunctionType
from typing import TYPE_CHECKING

from llmfig.errors import FigureError, Source
from llmfig.layout.element import RETURNED
from llmfig.mistakes.contents import no_element

if TYPE_CHECKING:
    from llmfig.registry import FigureDef


def no_figure(value: object, definition: FigureDef) -> FigureError:
    """The error for what a figure function returns in place of an element, at the line where it returns."""
    source = _return_line(definition)
    if value is None:
        return FigureError(
            "the figure function ends here and returns nothing",
            fix="end it with `return` and the element to draw: return Row(a, b)",
            source=source,
        )
    what, fix = no_element(value, RETURNED)
    if isinstance(value, str):
        fix = 'return an element: a Text("..."), a Box("..."), a Row, a Column, a Grid, a Diagram'
    return FigureError(what, fix=fix, source=source)


def _return_line(definition: FigureDef) -> Source:
    """The last line at which the function returns; that of its declaration where that cannot be known."""
    function = definition.function
    if not isinstance(function, FunctionType):
        return definition.source
    code = function.__code__
    found, line = definition.source.line, definition.source.line
    for step in dis.get_instructions(code):
        line = step.starts_line if isinstance(step.starts_line, int) and step.starts_line is not True else line
        line = getattr(step, "line_number", None) or line  # Python 3.13 and later
        if step.opname.startswith("RETURN_") and step.opname != "RETURN_GENERATOR":
            found = line
    return Source(code.co_filename, found)
