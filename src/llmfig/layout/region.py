"""Panels behind a block of a grid's tracks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from llmfig.elements.panel import Backdrop
from llmfig.errors import FigureError
from llmfig.geometry import Rect
from llmfig.layout.element import Content, Size
from llmfig.layout.trackset import Axis1D, Item1D

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout


class Region(Backdrop):
    """A titled panel behind rows `rows` and columns `cols` (first and last, both included) of a `Grid`.

    The grid makes room for its padding and title. Regions may nest.

    Example:
        Grid({...}, regions=[Region(rows=(0, 1), cols=(0, 4), title=tr("Main", "主网络"))])
    """

    kind = "region"

    def __init__(
        self,
        *,
        rows: tuple[int, int],
        cols: tuple[int, int],
        title: Content | None = None,
        title_side: str = "top",
        role: str = "panel",
        pad: str = "m",
        dashed: bool = False,
        outlined: bool = False,
        look: str = "rounded",
        title_gap: str = "s",
    ) -> None:
        super().__init__(
            title=title,
            title_side=title_side,
            role=role,
            pad=pad,
            dashed=dashed,
            outlined=outlined,
            look=look,
            title_gap=title_gap,
        )
        for noun, tracks in (("rows", rows), ("cols", cols)):
            if not isinstance(tracks, tuple | list) or len(tracks) != 2:
                raise FigureError(
                    f"{noun}={tracks!r} are not the first and the last of a Region",
                    fix=f"write {noun}=(0, 0) for a single one",
                    source=self.source,
                )
        self.rows, self.cols = rows, cols

    def measure(self, layout: Layout) -> Size:
        left, top, right, bottom = self.insets(layout)
        return Size.of(left + right, top + bottom)

    def outset(self, layout: Layout, regions: Sequence[Region], side: int) -> float:
        """How far the border lies outside the tracks at a side (0 left, 1 top, 2 right, 3 bottom).

        That is its own inset and those of the regions within.
        """

        def edge(r: Region) -> int:
            return (r.cols[0], r.rows[0], r.cols[1], r.rows[1])[side]

        inside = [r for r in regions if r is not self and self._holds(r) and edge(r) == edge(self)]
        return self.insets(layout)[side] + max((r.outset(layout, inside, side) for r in inside), default=0.0)

    def demand(self, layout: Layout, regions: Sequence[Region], *, horizontal: bool) -> Item1D | None:
        """What the title asks of the tracks when it is longer than the border's own room."""
        low, high = (0, 2) if horizontal else (1, 3)
        room = self.title_room(layout)[0 if horizontal else 1]
        lack = room - self.outset(layout, regions, low) - self.outset(layout, regions, high)
        first, last = self.cols if horizontal else self.rows
        return Item1D(self, first, last - first + 1, lack / 2, lack / 2, -1) if lack > 0 else None

    def _holds(self, other: Region) -> bool:
        return (
            self.rows[0] <= other.rows[0]
            and other.rows[1] <= self.rows[1]
            and self.cols[0] <= other.cols[0]
            and other.cols[1] <= self.cols[1]
        )

    def cover(self, layout: Layout, regions: Sequence[Region], cols: Axis1D, rows: Axis1D) -> Rect:
        """The border, relative to the grid."""
        left, top, right, bottom = (self.outset(layout, regions, side) for side in range(4))
        x = cols.begin(self.cols[0]) - cols.extras[self.cols[0]] - left
        y = rows.begin(self.rows[0]) - rows.extras[self.rows[0]] - top
        return Rect(x, y, cols.end(self.cols[1]) + right - x, rows.end(self.rows[1]) + bottom - y)


def outsets(
    layout: Layout, regions: Sequence[Region], *, horizontal: bool
) -> tuple[Mapping[int, float], Mapping[int, float]]:
    """Room in px that regions need before and after each track."""
    before: dict[int, float] = {}
    after: dict[int, float] = {}
    for r in regions:
        first, last = r.cols if horizontal else r.rows
        before[first] = max(before.get(first, 0.0), r.outset(layout, regions, 0 if horizontal else 1))
        after[last] = max(after.get(last, 0.0), r.outset(layout, regions, 2 if horizontal else 3))
    return before, after
