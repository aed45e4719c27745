"""From data to px: scales, the plot area they share, and round numbers for ticks."""

from __future__ import annotations

import math
from dataclasses import dataclass

from llmfig.errors import FigureError, Source
from llmfig.geometry import Point, Rect


@dataclass(frozen=True, slots=True)
class Scale:
    """The range of an axis; `fraction` tells where in it a number lies."""

    low: float
    high: float
    log: bool = False

    def fraction(self, value: float) -> float:
        """0 at the low end, 1 at the high end."""
        if self.log:
            return math.log(value / self.low) / math.log(self.high / self.low) if value > 0 else -math.inf
        return (value - self.low) / (self.high - self.low)

    def value(self, fraction: float) -> float:
        """The number at a fraction of the range."""
        if self.log:
            return float(self.low * (self.high / self.low) ** fraction)
        return self.low + (self.high - self.low) * fraction

    def holds(self, value: float) -> bool:
        """Whether a number lies in the range (with a hair of rounding)."""
        return -1e-9 <= self.fraction(value) <= 1 + 1e-9

    def ticks(self, count: int = 5) -> list[float]:
        """About `count` round numbers within the range; powers of ten on a logarithmic one."""
        if self.log:
            low, high = math.ceil(math.log10(self.low) - 1e-9), math.floor(math.log10(self.high) + 1e-9)
            return [10.0**k for k in range(low, high + 1)]
        step = round_step((self.high - self.low) / max(count, 1))
        first = math.ceil(self.low / step - 1e-9)
        last = math.floor(self.high / step + 1e-9)
        return [k * step for k in range(first, last + 1)]


def round_step(rough: float) -> float:
    """The step of the form 1, 2 or 5 times a power of ten that is nearest above."""
    power = 10.0 ** math.floor(math.log10(rough))
    return power * next(m for m in (1, 2, 5, 10) if m * power >= rough * (1 - 1e-9))


def scale(low: float, high: float, *, log: bool, source: Source) -> Scale:
    """A scale for a range.

    Raises:
        FigureError: for a logarithmic scale that would reach zero.
    """
    if log and low <= 0:
        raise FigureError(
            f"a logarithmic axis cannot reach {low:g}", fix="give a range of numbers above zero", source=source
        )
    return Scale(low, high, log)


@dataclass(frozen=True, slots=True)
class Ground:
    """A plot area in px with the scales of its two axes."""

    plot: Rect
    x: Scale
    y: Scale

    def px(self, x: float) -> float:
        """The abscissa of a number, px."""
        return self.plot.x + self.plot.w * self.x.fraction(x)

    def py(self, y: float) -> float:
        """The ordinate of a number, px."""
        return self.plot.bottom - self.plot.h * self.y.fraction(y)

    def at(self, x: float, y: float) -> Point:
        """The point of a pair of numbers, px."""
        return Point(self.px(x), self.py(y))
