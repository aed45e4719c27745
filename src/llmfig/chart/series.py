"""The data of a curve: a function, or points with lines or a smooth curve through them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from llmfig.chart.numbers import Function, Values, evaluate, numbers, pair, same_length
from llmfig.chart.paths import Polyline, sample, thin
from llmfig.chart.scale import Ground, Scale
from llmfig.chart.spline import spline
from llmfig.errors import FigureError, Source
from llmfig.geometry import Point

Data = Function | tuple[Values, Values]
PROBES = 240  # places where the range of a function is looked for


class Series:
    """A function of x over a domain.

    Args:
        data: a function, or two equally long lists (x rising).
        domain: where a function is drawn; default: over the whole x axis.
        smooth: draw a smooth curve through the points of lists.
        source: the author's line.
    """

    def __init__(self, data: Data, *, domain: tuple[float, float] | None, smooth: bool, source: Source) -> None:
        self.source = source
        self.domain = None if domain is None else pair(domain, "domain", source)
        self._known: dict[float, float] = {}
        self.xs: list[float] = []
        self.ys: list[float] = []
        self._function: Function
        if callable(data):
            self._function = data
            if smooth:
                raise FigureError(
                    "smooth=True is for points; a function is smooth already", fix="leave smooth out", source=source
                )
            return
        if not isinstance(data, Sequence) or len(data) != 2:
            raise FigureError(
                f"{data!r} is no curve", fix="give a function of x, or two lists: (xs, ys)", source=source
            )
        self.xs, self.ys = numbers(data[0], "xs", source), numbers(data[1], "ys", source)
        same_length(self.ys, len(self.xs), "ys", "xs", source)
        if any(b <= a for a, b in zip(self.xs, self.xs[1:], strict=False)):
            raise FigureError("the xs of a curve do not rise", fix="sort the points by x", source=source)
        if self.domain is not None:
            raise FigureError("domain= is for functions", fix="leave points out instead", source=source)
        self.smooth = smooth and len(self.xs) > 2
        self._function = spline(self.xs, self.ys) if self.smooth else self._linear
        self.domain = (self.xs[0], self.xs[-1]) if len(self.xs) > 1 else None

    def _linear(self, x: float) -> float:
        i = min(max(bisect_right(self.xs, x) - 1, 0), max(len(self.xs) - 2, 0))
        if len(self.xs) == 1:
            return self.ys[0]
        t = (x - self.xs[i]) / (self.xs[i + 1] - self.xs[i])
        return self.ys[i] + (self.ys[i + 1] - self.ys[i]) * t

    def __call__(self, x: float) -> float:
        """The value at a number; remembered, as a figure asks for it several times."""
        if x not in self._known:
            self._known[x] = evaluate(self._function, x, self.source)
        return self._known[x]

    def reach_x(self) -> tuple[float, float] | None:
        return self.domain

    def over(self, x: Scale) -> tuple[float, float]:
        """Where it is drawn on an axis."""
        if self.domain is None:
            return x.low, x.high
        low, high = max(self.domain[0], x.low), min(self.domain[1], x.high)
        if low >= high:
            raise FigureError(
                f"the curve lies between x = {self.domain[0]:g} and {self.domain[1]:g}, outside of the axis",
                fix=f"the x axis runs from {x.low:g} to {x.high:g}; give it another range",
                source=self.source,
            )
        return low, high

    def reach_y(self, x: Scale) -> tuple[float, float]:
        low, high = self.over(x)
        values = [self(low + (high - low) * i / PROBES) for i in range(PROBES + 1)]
        return min(values), max(values)

    def line(self, ground: Ground) -> Polyline:
        """The curve in px, not clipped."""
        low, high = self.over(ground.x)
        if self.xs and not self.smooth and not ground.x.log:
            inner = [x for x in self.xs if low < x < high]
            return thin([ground.at(x, self(x)) for x in (low, *inner, high)])
        a, b = ground.x.fraction(low), ground.x.fraction(high)

        def point(t: float) -> Point:
            # Fractions of the axis come back as numbers with rounding; stay inside of the domain.
            x = min(max(ground.x.value(t), low), high)
            return ground.at(x, self(x))

        return sample(point, a, b)
