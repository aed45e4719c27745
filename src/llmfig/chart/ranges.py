"""The ranges of both axes: as the author says, or as the data need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from llmfig.chart.axis import Axis
from llmfig.chart.bars import Bars
from llmfig.chart.mark import Mark
from llmfig.chart.scale import Scale, scale
from llmfig.errors import FigureError, Source

AIR = 0.06  # of the range that is left free above (and below) curves and points
NEAR_ZERO = 0.4  # a range that begins below this share of its end begins at zero


def find_scales(axes: Mapping[Literal["x", "y"], Axis], marks: Sequence[Mark], source: Source) -> tuple[Scale, Scale]:
    """The scales of the x axis and the y axis.

    Raises:
        FigureError: when nothing tells how far an axis runs.
    """
    x = axes["x"].range
    if x is None:
        x = _union([m.reach_x() for m in marks])
        if x is None:
            raise FigureError(
                "nothing tells how far the x axis runs",
                fix='write Axis("x", range=(from, to)), or give the curves a domain',
                source=source,
            )
        if x[0] == x[1]:
            x = _opened(x)
    across = scale(*x, log=axes["x"].log, source=axes["x"].source)
    y = axes["y"].range
    if y is None:
        y = _union([m.reach_y(across) for m in marks])
        if y is None:
            raise FigureError(
                "nothing tells how far the y axis runs", fix='write Axis("y", range=(from, to))', source=source
            )
        y = y if any(isinstance(m, Bars) for m in marks) and y[0] != y[1] else _aired(y, log=axes["y"].log)
    return across, scale(*y, log=axes["y"].log, source=axes["y"].source)


def _union(reaches: Sequence[tuple[float, float] | None]) -> tuple[float, float] | None:
    known = [r for r in reaches if r is not None]
    return (min(r[0] for r in known), max(r[1] for r in known)) if known else None


def _opened(r: tuple[float, float]) -> tuple[float, float]:
    """A range round a single number."""
    half = abs(r[0]) / 2 or 1.0
    return r[0] - half, r[1] + half


def _aired(r: tuple[float, float], *, log: bool) -> tuple[float, float]:
    """A range with air at its ends; it begins at zero where that is near."""
    low, high = _opened(r) if r[0] == r[1] else r
    if log:
        return low, high
    air = (high - low) * AIR
    if 0 <= low < NEAR_ZERO * high:
        return 0.0, high + air
    if high <= 0 and high > NEAR_ZERO * low:
        return low - air, 0.0
    return low - air, high + air
