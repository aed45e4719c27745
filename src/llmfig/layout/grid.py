"""The elastic grid: elements at rows and columns, tracks as large as what stands in them.

Positions may be fractions (between two tracks); elements may span tracks; `Region`s draw a panel behind a block of
tracks and make room for its border. After fletcher's elastic coordinates, with panels added.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from llmfig.errors import FigureError, choices
from llmfig.geometry import Rect
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.layout.engine import Layout
from llmfig.layout.region import Region, outsets
from llmfig.layout.tracks import Tracks
from llmfig.layout.trackset import Axis1D, Item1D

Position = tuple[float, float]
EQUAL = ("rows", "columns", "both")
ALIGN = ("left", "center", "right")


@dataclass(frozen=True, slots=True)
class Span:
    """An element that covers several tracks; made by `span`."""

    content: Content
    rows: int = 1
    cols: int = 1


def span(content: Content, *, rows: int = 1, cols: int = 1) -> Span:
    """An element of a Grid that covers several rows or columns; its axis stands in their middle.

    Example:
        Grid([[span("Loss", cols=2)], [a, b]])
    """
    return Span(content, rows, cols)


@dataclass(frozen=True, slots=True)
class _Spot:
    element: Element
    row: float
    col: float
    rows: int
    cols: int


class Grid(Element):
    """Elements at rows and columns.

    Args:
        cells: a list of rows (entries: elements, strings, `span(...)`, or `None` for nothing), or a mapping from
            (row, column) to an element; there, fractions stand between tracks.
        gap, row_gap, col_gap: steps of the spacing scale; gaps grow where a connector's label needs room.
        equal: make all "rows", "columns" or "both" equally large.
        rows, cols: tracks shared with other containers.
        align: alignment per column ("left", "center", "right"), one word for all.
        regions: panels behind blocks of tracks.
        axis: the element whose axes are those of the grid, for containers that align it; default: the middle.

    Example:
        Grid({(0, 0): policy, (0, 2): reference, (1, 1): loss}, gap="l")
    """

    kind = "grid"

    def __init__(
        self,
        cells: Sequence[Sequence[Content | Span | None]] | Mapping[Position, Content | Span],
        *,
        gap: str = "m",
        row_gap: str | None = None,
        col_gap: str | None = None,
        equal: Literal["rows", "columns", "both"] | None = None,
        rows: Tracks | None = None,
        cols: Tracks | None = None,
        align: str | Sequence[str] = "center",
        regions: Sequence[Region] = (),
        axis: Element | None = None,
        stick: str | None = None,
    ) -> None:
        super().__init__(stick=stick)
        if equal is not None and equal not in EQUAL:
            raise FigureError(
                f"equal={equal!r} names no tracks", fix=choices(equal, EQUAL, "values"), source=self.source
            )
        self.row_gap, self.col_gap = row_gap or gap, col_gap or gap
        self.equal, self.row_tracks, self.col_tracks, self.align = equal, rows, cols, align
        for word in [align] if isinstance(align, str) else align or [""]:
            if word not in ALIGN:
                raise FigureError(
                    f"a Grid has no align={word!r}", fix=choices(word, ALIGN, "values"), source=self.source
                )
        self.spots = self._spots(cells)
        self.regions = list(regions)
        self._check()
        self.axis = next((s for s in self.spots if s.element is axis), None)
        if axis is not None and self.axis is None:
            raise FigureError(
                "the axis of this Grid is not one of its elements", fix="name one of them", source=self.source
            )

    def _spots(
        self, cells: Sequence[Sequence[Content | Span | None]] | Mapping[Position, Content | Span]
    ) -> list[_Spot]:
        if isinstance(cells, Mapping):
            entries = [(float(r), float(c), e) for (r, c), e in cells.items()]
        else:
            entries = []
            for i, row in enumerate(cells):
                if isinstance(row, Element | str):
                    raise FigureError(
                        f"row {i} of this Grid is no list", fix="write Grid([[a, b], [c, d]])", source=self.source
                    )
                entries += [(float(i), float(j), e) for j, e in enumerate(row) if e is not None]
        if not entries:
            raise FigureError("this Grid is empty", fix="put at least one element into it", source=self.source)
        spots = []
        for r, c, entry in entries:
            s = entry if isinstance(entry, Span) else Span(entry)
            if r < 0 or c < 0 or s.rows < 1 or s.cols < 1:
                raise FigureError(
                    f"there is no place ({r:g}, {c:g}) of {s.rows} x {s.cols} tracks in a Grid",
                    fix="count rows and columns from 0; a span covers at least one",
                    source=self.source,
                )
            spots.append(_Spot(as_element(s.content, where="an element in a Grid"), r, c, s.rows, s.cols))
        return spots

    def _check(self) -> None:
        """Everything has a cell of its own, and regions lie round cells."""
        for a, b in itertools.combinations([s for s in self.spots if s.row == int(s.row) and s.col == int(s.col)], 2):
            if a.row < b.row + b.rows and b.row < a.row + a.rows and a.col < b.col + b.cols and b.col < a.col + a.cols:
                raise FigureError(
                    f"two elements of this Grid stand in row {max(a.row, b.row):g}, column {max(a.col, b.col):g}",
                    fix="leave free (None) what a span covers, or lay them over each other by Overlay",
                    source=self.source,
                )
        ends = {"rows": max(s.row + s.rows for s in self.spots), "cols": max(s.col + s.cols for s in self.spots)}
        for region in self.regions:
            for noun, (first, last) in (("rows", region.rows), ("cols", region.cols)):
                count = math.ceil(ends[noun])
                if not 0 <= first <= last < count:
                    raise FigureError(
                        f"there are no {noun}=({first}, {last}) in this Grid",
                        fix=f"give the first and the last one, from 0 to {count - 1}",
                        source=region.source,
                    )

    def children(self) -> Sequence[Element]:
        return [*self.regions, *(s.element for s in self.spots)]

    def _axes(self, layout: Layout) -> tuple[Axis1D, Axis1D]:
        """Columns and rows, solved."""
        cols = self._axis(layout, horizontal=True)
        rows = self._axis(layout, horizontal=False)
        return cols, rows

    def _axis(self, layout: Layout, *, horizontal: bool) -> Axis1D:
        items = []
        for s in self.spots:
            size = layout.measure(s.element)
            at, count = (s.col, s.cols) if horizontal else (s.row, s.rows)
            # Elements held at one side do not pull the axis of their track.
            before, after = (size.ax, size.w - size.ax) if horizontal else (size.ay, size.h - size.ay)
            if self._word(s, horizontal) != "center" and at == int(at):
                before = after = (before + after) / 2
            items.append(Item1D(s.element, at, count, before, after, s.row if horizontal else s.col))
        items += [title for r in self.regions if (title := r.demand(layout, self.regions, horizontal=horizontal))]
        return Axis1D.solve(
            layout,
            self,
            items,
            gap=layout.theme.gap(self.col_gap if horizontal else self.row_gap, self.source),
            equal=self.equal in ("both", "columns" if horizontal else "rows"),
            tracks=self.col_tracks if horizontal else self.row_tracks,
            regions=[(*(r.cols if horizontal else r.rows), r) for r in self.regions],
            pads=outsets(layout, self.regions, horizontal=horizontal),
            horizontal=horizontal,
        )

    def _word(self, spot: _Spot, horizontal: bool) -> str:
        """How an element sits in its cell in one direction: "start", "center", "end" or "fill"."""
        words = (spot.element.stick or "").split()
        if horizontal:
            column = self.align if isinstance(self.align, str) else self.align[int(spot.col) % len(self.align)]
            words = words or [column]
            names = {"left": "start", "right": "end", "fill-x": "fill", "fill": "fill"}
        else:
            names = {"top": "start", "bottom": "end", "fill-y": "fill", "fill": "fill"}
        return next((names[w] for w in words if w in names), "center")

    def measure(self, layout: Layout) -> Size:
        cols, rows = self._axes(layout)
        if self.axis is None:
            return Size.of(cols.length, rows.length)
        s, size = self.axis, layout.measure(self.axis.element)
        x, w = cols.seat(s.col, s.cols, size.ax, size.w, self._word(s, True))
        y, h = rows.seat(s.row, s.rows, size.ay, size.h, self._word(s, False))
        # Where it fills its cell, the axis keeps its share of the size.
        return Size(cols.length, rows.length, x + w * size.ax / size.w, y + h * size.ay / size.h)

    def arrange(self, layout: Layout, rect: Rect) -> None:
        cols, rows = self._axes(layout)
        dx, dy = rect.x + (rect.w - cols.length) / 2, rect.y + (rect.h - rows.length) / 2
        for region in self.regions:
            layout.arrange(region, region.cover(layout, self.regions, cols, rows).shifted(dx, dy))
        for s in self.spots:
            size = layout.measure(s.element)
            x, w = cols.seat(s.col, s.cols, size.ax, size.w, self._word(s, True))
            y, h = rows.seat(s.row, s.rows, size.ay, size.h, self._word(s, False))
            layout.arrange(s.element, Rect(dx + x, dy + y, w, h))
