"""A smooth curve through given points."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Callable

from llmfig.chart.numbers import Values, numbers, same_length
from llmfig.errors import FigureError, Source, caller


def spline(xs: Values, ys: Values) -> Callable[[float], float]:
    """The smooth curve through points, as a function: a cubic spline ("not-a-knot", what most programs draw).

    Two points give a line, three a parabola. Outside of the points the end pieces go on. For a curve alone,
    `Curve((xs, ys), smooth=True)` is shorter.

    Args:
        xs: numbers on the x axis, rising.
        ys: as many numbers on the y axis.

    Returns:
        A function of x.

    Raises:
        FigureError: for numbers that are not finite, not rising, or not as many.

    Example:
        ```python
        xs = [0, 1, 2, 3, 4]
        p, q = spline(xs, [0.0, 0.2, 0.7, 0.3, 0.0]), spline(xs, [0.0, 0.5, 0.4, 0.2, 0.0])
        between = Area(
            lambda x: max(p(x), q(x)), baseline=lambda x: min(p(x), q(x)), domain=(0, 4), role="output"
        )
        curves = [
            Curve(p, domain=(0, 4), label="$p$", label_at=2),
            Curve(q, domain=(0, 4), role="loss", label="$q$", label_at=1),
        ]
        Chart(Axis("x"), Axis("y"), between, *curves, wide=12, tall=6)
        ```
    """
    source = caller()
    x, y = numbers(xs, "xs", source), numbers(ys, "ys", source)
    same_length(y, len(x), "ordinates", "abscissas", source)
    if any(b <= a for a, b in itertools.pairwise(x)):
        raise FigureError("the abscissas of a smooth curve do not rise", fix="sort the points by x", source=source)
    if len(x) < 4:
        return _polynomial(x, y)
    slopes = _second(x, y, source)

    def value(at: float) -> float:
        i = min(max(bisect_right(x, at) - 1, 0), len(x) - 2)
        h = x[i + 1] - x[i]
        a, b = (x[i + 1] - at) / h, (at - x[i]) / h
        bend = ((a**3 - a) * slopes[i] + (b**3 - b) * slopes[i + 1]) * h * h / 6
        return a * y[i] + b * y[i + 1] + bend

    return value


def _polynomial(x: list[float], y: list[float]) -> Callable[[float], float]:
    """Lagrange's polynomial through a few points."""

    def value(at: float) -> float:
        total = 0.0
        for i, (xi, yi) in enumerate(zip(x, y, strict=True)):
            term = yi
            for j, xj in enumerate(x):
                if i != j:
                    term *= (at - xj) / (xi - xj)
            total += term
        return total

    return value


def _second(x: list[float], y: list[float], source: Source) -> list[float]:
    """Second derivatives at the points."""
    n = len(x)
    h = [b - a for a, b in itertools.pairwise(x)]
    rows = [[0.0] * n for _ in range(n)]
    right = [0.0] * n
    # The third derivative is continuous at the second and the last but one point.
    rows[0][:3] = [h[1], -h[0] - h[1], h[0]]
    rows[-1][-3:] = [h[-1], -h[-2] - h[-1], h[-2]]
    for i in range(1, n - 1):
        rows[i][i - 1 : i + 2] = [h[i - 1], 2 * (h[i - 1] + h[i]), h[i]]
        right[i] = 6 * ((y[i + 1] - y[i]) / h[i] - (y[i] - y[i - 1]) / h[i - 1])
    return _solve(rows, right, source)


def _solve(rows: list[list[float]], right: list[float], source: Source) -> list[float]:
    """Gaussian elimination with pivoting; the systems are small."""
    n = len(right)
    for k in range(n):
        pivot = max(range(k, n), key=lambda i: abs(rows[i][k]))
        if abs(rows[pivot][k]) < 1e-12:
            raise FigureError(
                "no smooth curve runs through these points", fix="space them further apart", source=source
            )
        rows[k], rows[pivot] = rows[pivot], rows[k]
        right[k], right[pivot] = right[pivot], right[k]
        for i in range(k + 1, n):
            f = rows[i][k] / rows[k][k]
            if f:
                rows[i] = [a - f * b for a, b in zip(rows[i], rows[k], strict=True)]
                right[i] -= f * right[k]
    out = [0.0] * n
    for k in range(n - 1, -1, -1):
        out[k] = (right[k] - sum(rows[k][j] * out[j] for j in range(k + 1, n))) / rows[k][k]
    return out
