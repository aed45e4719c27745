"""One direction of a grid: where its tracks begin, and where in them things sit."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from llmfig.layout.demand import demanded_gap
from llmfig.layout.element import Element
from llmfig.layout.tracks import Tracks

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout


@dataclass(frozen=True, slots=True)
class Item1D:
    """An element seen in one direction: its track, how many it covers, its extents; its track the other way."""

    element: Element
    at: float
    count: int
    before: float
    after: float
    lane: float


@dataclass(frozen=True, slots=True)
class Axis1D:
    """Solved tracks: start, extent before and after the axis of each, and the whole length, px.

    `extras` is room before a track that belongs to the regions that begin there: what connectors from outside need.
    """

    starts: tuple[float, ...]
    befores: tuple[float, ...]
    afters: tuple[float, ...]
    length: float
    extras: tuple[float, ...]

    @staticmethod
    def solve(
        layout: Layout,
        container: Element,
        items: list[Item1D],
        *,
        gap: float,
        equal: bool,
        tracks: Tracks | None,
        pads: tuple[Mapping[int, float], Mapping[int, float]],
        regions: Sequence[tuple[int, int, Element]],
        horizontal: bool,
    ) -> Axis1D:
        n = 1 + max(math.ceil(i.at) + i.count - 1 for i in items)
        befores, afters = [0.0] * n, [0.0] * n
        for i in items:
            if i.count == 1 and i.at == int(i.at):
                befores[int(i.at)] = max(befores[int(i.at)], i.before)
                afters[int(i.at)] = max(afters[int(i.at)], i.after)
        gaps = _gaps(layout, container, items, n, gap, horizontal, regions)
        # A border would run through the labels of connectors that cross it; so they are given their room inside of it.
        extras = [0.0, *(g - gap if pads[0].get(k + 1) else 0.0 for k, g in enumerate(gaps))]
        for k in range(n - 1):
            gaps[k] += pads[1].get(k, 0.0) + pads[0].get(k + 1, 0.0)
        if equal:  # before spans are asked, too: they find all of the room that the tracks will have
            befores, afters = [max(befores)] * n, [max(afters)] * n
        _stretch_for_spans(items, befores, afters, gaps)
        _fit_between(items, befores, afters, gaps, gap)
        if equal:
            befores, afters = [max(befores)] * n, [max(afters)] * n
        if tracks is not None:
            layout.share(tracks)
            for k in range(n):
                befores[k], afters[k] = tracks.feed(k, befores[k], afters[k])
            gaps = [tracks.between(k, gap) for k, gap in enumerate(gaps)]
        starts, at = [], pads[0].get(0, 0.0)
        for k in range(n):
            starts.append(at)
            at += befores[k] + afters[k] + (gaps[k] if k < n - 1 else 0.0)
        return Axis1D(tuple(starts), tuple(befores), tuple(afters), at + pads[1].get(n - 1, 0.0), tuple(extras))

    def axis(self, at: float) -> float:
        """The axis of a track; between tracks for fractions."""
        low = min(math.floor(at), len(self.starts) - 1)
        high = min(math.ceil(at), len(self.starts) - 1)
        a, b = (self.starts[k] + self.befores[k] for k in (low, high))
        return a + (b - a) * (at - low)

    def begin(self, at: int) -> float:
        return self.starts[at]

    def end(self, at: int) -> float:
        return self.starts[at] + self.befores[at] + self.afters[at]

    def spans(self, origin: float) -> tuple[tuple[float, float, float], ...]:
        """Start, end and axis of each track, `origin` px on."""
        return tuple(
            (origin + self.begin(k), origin + self.end(k), origin + self.axis(k)) for k in range(len(self.starts))
        )

    def seat(self, at: float, count: int, axis: float, size: float, word: str) -> tuple[float, float]:
        """Offset and size of an element of natural `size` with its own `axis`, sitting as `word` says."""
        if at != int(at) and count == 1:
            return self.axis(at) - axis, size
        first, last = int(at), int(at) + count - 1
        low, high = self.begin(first), self.end(last)
        match word:
            case "fill":
                return low, high - low
            case "start":
                return low, size
            case "end":
                return high - size, size
        if count == 1:
            return self.axis(at) - axis, size
        # Its axis stands in the middle, unless it would then leave the tracks that it covers.
        return max(low, min((low + high) / 2 - axis, high - size)), size


def _gaps(
    layout: Layout,
    container: Element,
    items: list[Item1D],
    n: int,
    gap: float,
    horizontal: bool,
    regions: Sequence[tuple[int, int, Element]],
) -> list[float]:
    gaps = [gap] * max(0, n - 1)
    if not layout.links:
        return gaps
    for a in items:
        for b in items:
            last = int(a.at) + a.count - 1
            if b.at == last + 1 and a.at == int(a.at):
                gaps[last] = max(gaps[last], demanded_gap(layout, container, a.element, b.element, horizontal))
    for first, last, region in regions:
        for i in items:
            if i.at == last + 1:
                gaps[last] = max(gaps[last], demanded_gap(layout, container, region, i.element, horizontal))
            if i.at + i.count == first:
                gaps[first - 1] = max(gaps[first - 1], demanded_gap(layout, container, i.element, region, horizontal))
    return gaps


def _stretch_for_spans(items: list[Item1D], befores: list[float], afters: list[float], gaps: list[float]) -> None:
    """Widen tracks, evenly, where an element that covers several of them is larger than they are together."""
    for i in sorted((i for i in items if i.count > 1), key=lambda i: i.count):
        first, last = int(i.at), int(i.at) + i.count
        have = sum(befores[first:last]) + sum(afters[first:last]) + sum(gaps[first : last - 1])
        lack = i.before + i.after - have
        if lack > 0:
            share = lack / i.count / 2
            for k in range(first, last):
                befores[k] += share
                afters[k] += share


def _fit_between(items: list[Item1D], befores: list[float], afters: list[float], gaps: list[float], gap: float) -> None:
    """Make room for elements between tracks: off their neighbours of the same lane, and inside of the grid."""

    def axis(at: float) -> float:
        k = int(at)
        base = sum(befores[: k + 1]) + sum(afters[:k]) + sum(gaps[:k])
        return base + (at - k) * (afters[k] + gaps[k] + befores[k + 1]) if at > k else base

    between = [i for i in items if i.count == 1 and i.at != int(i.at)]
    for i in between:
        k = int(i.at)
        for j in items:
            if j.lane != i.lane or j.at == i.at or j.count > 1:
                continue
            low, high = (i, j) if i.at < j.at else (j, i)
            lack = low.after + gap + high.before - (axis(high.at) - axis(low.at))
            if lack > 0:
                gaps[k] += lack / (min(high.at, k + 1) - max(low.at, k))
    for i in between:
        befores[0] += max(0.0, i.before - axis(i.at))
        length = sum(befores) + sum(afters) + sum(gaps)
        afters[-1] += max(0.0, axis(i.at) + i.after - length)
