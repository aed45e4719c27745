"""The elastic grid: elements at rows and columns, tracks as large as what stands in them.

Positions may be fractions (between two tracks); elements may span tracks; `Region`s draw a panel behind a block of
tracks and make room for its border. After fletcher's elastic coordinates, with panels added.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from numbers import Real
from typing import Literal, get_args

from llmfig.errors import FigureError, called, caller, check_number, choices, counted, short
from llmfig.geometry import Rect
from llmfig.layout.describe import LaidTracks
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.layout.engine import Layout
from llmfig.layout.region import Region, outsets
from llmfig.layout.tracks import Tracks, check_tracks
from llmfig.layout.trackset import Axis1D, Item1D
from llmfig.vocabulary import Gap, Stick, TextAlign

Position = tuple[float, float]
EQUAL = ("rows", "columns", "both")
ALIGN: tuple[str, ...] = get_args(TextAlign)


@dataclass(frozen=True, slots=True)
class Span:
    """An element that covers several tracks; made by `span`."""

    content: Content
    rows: int = 1
    cols: int = 1


def span(content: Content, *, rows: int = 1, cols: int = 1) -> Span:
    """An element of a `Grid` that covers several rows or columns; its middle stands over theirs.

    With `stick="fill"` the element is as large as what it covers.

    Args:
        content: an element or a string.
        rows: how many rows it covers, downwards from where it stands.
        cols: how many columns it covers, to the right from where it stands.

    Example:
        ```python
        heads = [Box(f"$Q_{i}K_{i}V_{i}$", role="model") for i in (1, 2, 3)]
        concat = Box(tr("Concatenate", "拼接"), role="compute", stick="fill")
        Diagram(Grid([heads, [span(concat, cols=3)]]), [Arrow(h, concat.port("top", h)) for h in heads])
        ```
    """
    source = caller()
    check_number("rows", rows, source, least=1, whole=True)
    check_number("cols", cols, source, least=1, whole=True)
    return Span(content, rows, cols)


@dataclass(frozen=True, slots=True)
class _Spot:
    element: Element
    row: float
    col: float
    rows: int
    cols: int


class Grid(Element):
    """Elements at rows and columns; each row is as tall, and each column as wide, as what stands in it.

    Two elements on one row or column are joined by an exactly straight arrow.

    Args:
        cells: a list of rows, in which `None` leaves a place empty and `span(...)` covers several; or a mapping
            from `(row, column)` to an element, in which fractions stand between tracks.
        gap: between neighbouring rows and columns, a step of the spacing scale: `none`, `hair`, `xs`, `s`, `m`,
            `l`, `xl` or `xxl`; it grows by itself where an arrow or its label needs room.
        row_gap: between rows, where it differs from `gap`.
        col_gap: between columns, where it differs from `gap`.
        equal: which tracks are equally large: `rows`, `columns` or `both`.
        rows: tracks shared with other containers: row `i` of each is equally tall.
        cols: tracks shared with other containers: column `i` of each is equally wide.
        align: how elements sit in their columns: `left`, `center` or `right`; one word, or one per column.
        regions: panels behind blocks of rows and columns.
        axis: the element whose axes are those of the whole grid, where another container aligns it; by default the
            middle.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: for rows of different length, two elements at one place, and what is no element.

    Example:
        ```python
        prompt, chosen, rejected = (Box(f"${name}$", role="data", wide=3) for name in ("x", "y_w", "y_l"))
        policy = Box(tr("Policy", "策略模型"), role="model")
        loss = Box(tr("DPO loss", "DPO 损失"), role="loss")
        grid = Grid([[prompt, chosen, rejected], [None, policy, None], [None, loss, None]], row_gap="l")
        Diagram(grid, [Arrow(place, policy) for place in (prompt, chosen, rejected)], Arrow(policy, loss))
        ```
    """

    kind = "grid"

    def __init__(
        self,
        cells: Sequence[Sequence[Content | Span | None]] | Mapping[Position, Content | Span],
        *,
        gap: Gap = "m",
        row_gap: Gap | None = None,
        col_gap: Gap | None = None,
        equal: Literal["rows", "columns", "both"] | None = None,
        rows: Tracks | None = None,
        cols: Tracks | None = None,
        align: TextAlign | Sequence[TextAlign] = "center",
        regions: Sequence[Region] = (),
        axis: Element | None = None,
        stick: Stick | None = None,
    ) -> None:
        super().__init__(stick=stick)
        if equal is not None and equal not in EQUAL:
            raise FigureError(
                f"equal={equal!r} names no tracks", fix=choices(equal, EQUAL, "values"), source=self.source
            )
        self.row_gap, self.col_gap = row_gap or gap, col_gap or gap
        self.equal, self.row_tracks, self.col_tracks, self.align = equal, rows, cols, align
        words: Sequence[str] = [align] if isinstance(align, str) else align or [""]
        for word in words:
            if word not in ALIGN:
                raise FigureError(
                    f"a Grid has no align={word!r}", fix=choices(word, ALIGN, "values"), source=self.source
                )
        self.spots = self._spots(cells)
        for noun, tracks in (("rows", rows), ("cols", cols)):
            check_tracks(noun, tracks, self.source)
        if not isinstance(regions, list | tuple) or not all(isinstance(r, Region) for r in regions):
            fix = "give a list: regions=[Region(rows=(0, 0), cols=(0, 1))]"
            raise FigureError(f"regions cannot be {called(regions)}", fix=fix, source=self.source)
        self.regions = list(regions)
        self._check()
        self.axis = next((s for s in self.spots if s.element is axis), None)
        if axis is not None and self.axis is None:
            raise FigureError(
                "the axis of this Grid is not one of its elements",
                fix="keep one of them in a variable, and name that: Grid([[a, b]], axis=b)",
                source=self.source,
            )

    def _spots(
        self, cells: Sequence[Sequence[Content | Span | None]] | Mapping[Position, Content | Span]
    ) -> list[_Spot]:
        if isinstance(cells, Mapping):
            entries = [(*self._position(key), e) for key, e in cells.items()]
        else:
            entries = []
            for i, row in enumerate(cells if isinstance(cells, Iterable) else [cells]):
                if isinstance(row, Element | str) or not isinstance(row, Iterable):
                    what = f"row {i} of this Grid is no list but {called(row)}"
                    raise FigureError(what, fix="write Grid([[a, b], [c, d]])", source=self.source)
                entries += [(float(i), float(j), e) for j, e in enumerate(row) if e is not None]
        if not entries:
            raise FigureError("this Grid is empty", fix="put at least one element into it", source=self.source)
        spots = []
        for r, c, entry in entries:
            s = entry if isinstance(entry, Span) else Span(entry)
            if r < 0 or c < 0:
                fix = "rows and columns are counted from 0"
                raise FigureError(f"there is no place ({r:g}, {c:g}) in a Grid", fix=fix, source=self.source)
            spots.append(_Spot(as_element(s.content, where="an element in a Grid"), r, c, s.rows, s.cols))
        return spots

    def _position(self, key: object) -> tuple[float, float]:
        """Row and column of an entry of a mapping."""
        if isinstance(key, tuple) and len(key) == 2 and all(isinstance(k, Real) and math.isfinite(k) for k in key):
            return float(key[0]), float(key[1])
        fix = "write Grid({(0, 0): a, (0, 1): b}): row and column, counted from 0; 0.5 lies between two"
        raise FigureError(f"{short(key)} is no place in a Grid", fix=fix, source=self.source)

    def _check(self) -> None:
        """Everything has a cell of its own, and regions lie round cells."""
        for a, b in itertools.combinations([s for s in self.spots if s.row == int(s.row) and s.col == int(s.col)], 2):
            if a.row < b.row + b.rows and b.row < a.row + a.rows and a.col < b.col + b.cols and b.col < a.col + a.cols:
                raise FigureError(
                    f"two elements of this Grid stand in row {max(a.row, b.row):g}, column {max(a.col, b.col):g}: "
                    f"{called(a.element)} and {called(b.element)}",
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
                        fix=f"give the first and the last one: {counted(count, noun.replace('cols', 'columns')[:-1])}",
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

    def laid_tracks(self, layout: Layout) -> Sequence[LaidTracks]:
        cols, rows = self._axes(layout)
        dx, dy = _corner(layout.frame(self), cols, rows)
        return [
            LaidTracks("column", layout.theme.gap(self.col_gap, self.source), cols.spans(dx)),
            LaidTracks("row", layout.theme.gap(self.row_gap, self.source), rows.spans(dy)),
        ]

    def arrange(self, layout: Layout, rect: Rect) -> None:
        cols, rows = self._axes(layout)
        dx, dy = _corner(rect, cols, rows)
        for region in self.regions:
            layout.arrange(region, region.cover(layout, self.regions, cols, rows).shifted(dx, dy))
        for s in self.spots:
            size = layout.measure(s.element)
            x, w = cols.seat(s.col, s.cols, size.ax, size.w, self._word(s, True))
            y, h = rows.seat(s.row, s.rows, size.ay, size.h, self._word(s, False))
            layout.arrange(s.element, Rect(dx + x, dy + y, w, h))


def _corner(rect: Rect, cols: Axis1D, rows: Axis1D) -> tuple[float, float]:
    """Where the first tracks begin: the grid stands in the middle of a larger frame."""
    return rect.x + (rect.w - cols.length) / 2, rect.y + (rect.h - rows.length) / 2
