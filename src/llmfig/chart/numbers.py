"""Numbers that authors hand to charts: finite, of matching length, and written as a reader expects."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import SupportsFloat

from llmfig.errors import FigureError, Source, called

Number = SupportsFloat
"""Whatever `float()` takes: a Python number, a numpy scalar."""
Values = Iterable[Number]
"""Numbers in a row: a list, a numpy array, a range."""
Function = Callable[[float], Number]


def number(value: object, what: str, source: Source) -> float:
    """A finite float.

    Args:
        value: what the author gave.
        what: how a message calls it ("value 3 of these bars").
        source: where the author gave it.

    Raises:
        FigureError: for what is no number, and for NaN and infinity.
    """
    try:
        found = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise FigureError(f"{what} is {value!r}, which is no number", fix="give a number", source=source) from None
    if not math.isfinite(found):
        raise FigureError(
            f"{what} is {found}",
            fix="compute finite numbers; restrict a function with domain=(from, to)",
            source=source,
        )
    return found


def numbers(values: object, what: str, source: Source) -> list[float]:
    """Finite floats, at least one."""
    if not isinstance(values, Iterable) or isinstance(values, str):
        raise FigureError(f"{what} is no list of numbers: {values!r}", fix="give a list or an array", source=source)
    found = [number(v, f"{what}[{i}]", source) for i, v in enumerate(values)]
    if not found:
        raise FigureError(f"{what} is empty", fix="give at least one number", source=source)
    return found


def pair(value: object, what: str, source: Source) -> tuple[float, float]:
    """Two finite numbers, the first less than the second."""
    if not isinstance(value, Sequence) or len(value) != 2:
        raise FigureError(f"{what} is {value!r}, not two numbers", fix=f"write {what}=(from, to)", source=source)
    low, high = number(value[0], f"{what}[0]", source), number(value[1], f"{what}[1]", source)
    if low >= high:
        raise FigureError(f"{what} runs from {low:g} to {high:g}", fix="put the lower number first", source=source)
    return low, high


def same_length(given: Sequence[object], wanted: int, what: str, whose: str, source: Source) -> None:
    """An error unless there is one entry for each of `wanted` things."""
    if len(given) != wanted:
        found = f"there {'is' if len(given) == 1 else 'are'} {_count(len(given), what)} for {_count(wanted, whose)}"
        raise FigureError(found, fix=f"give {_count(wanted, what)}, one for each", source=source)


def _count(n: int, nouns: str) -> str:
    return f"{n} {nouns.removesuffix('s') if n == 1 else nouns}"


def evaluate(function: Function, x: float, source: Source) -> float:
    """The value of an author's function; what goes wrong in it is told with the place where it goes wrong."""
    try:
        value = function(x)
    except (ArithmeticError, ValueError, TypeError) as error:
        if isinstance(error, TypeError) and error.__traceback__ and error.__traceback__.tb_next is None:
            what = f"the function of a curve cannot be called with one number: {called(function)}"
            raise FigureError(what, fix="write it for x alone: lambda x: x**2", source=source) from error
        raise FigureError(
            f"the function cannot be computed at x = {x:g}: {error}",
            fix="restrict it with domain=(from, to)",
            source=source,
        ) from error
    return number(value, f"the function at x = {x:g}", source)


def decimals(step: float) -> int:
    """How many decimals multiples of a step need."""
    for places in range(10):
        if abs(step * 10**places - round(step * 10**places)) < 1e-6 * max(1.0, abs(step * 10**places)):
            return places
    return 10


def plain_number(value: float, places: int | None = None) -> str:
    """A number with a proper minus sign and no negative zero."""
    text = f"{value:g}" if places is None else f"{value:.{places}f}"
    return text.replace("-", "−") if float(text) != 0 else text.lstrip("-")


def written(value: float, spec: str, source: Source) -> str:
    """A number in a format specification, with a proper minus sign."""
    try:
        text = format(value, spec)
    except ValueError:
        raise FigureError(
            f"{spec!r} is no way to write a number", fix='give a format specification such as ".2f"', source=source
        ) from None
    return text.replace("-", "−")
