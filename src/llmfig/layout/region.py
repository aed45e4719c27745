"""Panels behind a block of a grid's tracks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from numbers import Integral
from typing import TYPE_CHECKING

from llmfig.elements.panel import Backdrop
from llmfig.errors import FigureError, short
from llmfig.geometry import Rect
from llmfig.layout.element import Content, Size
from llmfig.layout.trackset import Axis1D, Item1D
from llmfig.vocabulary import Gap, PanelLook, RoleName, TitleSide

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout


class Region(Backdrop):
    r"""A titled panel behind a block of rows and columns of a `Grid`, which makes room for its border. Regions may
    nest.

    Args:
        rows: the first and the last row, both included, from 0.
        cols: the first and the last column, both included, from 0.
        title: a string, set large and bold, or an element.
        title_side: where the title stands: `top`, `bottom`, `left`, `right`, or at a corner, such as `top left`.
        role: of the background.
        pad: between border and content, a step of the spacing scale.
        dashed: whether it has a dashed border.
        outlined: whether it has a border.
        look: its outline, `rounded` or `cylinder` (a store).
        title_gap: between title and content, a step of the spacing scale.

    Example:
        ```python
        state, action = Box("$s_t$", role="data"), Box("$a_t$", role="sample")
        actor, critic = Box("$\\pi_\\theta$", role="model"), Box("$V_\\phi$", role="auxiliary")
        agent = Region(rows=(0, 1), cols=(1, 1), title=tr("Agent", "智能体"))
        grid = Grid([[state, actor, action], [None, critic, None]], gap="l", regions=[agent])
        Diagram(grid, chain(state, actor, action), Arrow(state, critic))
        ```
    """

    kind = "region"
    within = "Grid([[a, b]], regions=[{name}(rows=(0, 0), cols=(0, 1))])"

    def __init__(
        self,
        *,
        rows: tuple[int, int],
        cols: tuple[int, int],
        title: Content | None = None,
        title_side: TitleSide = "top",
        role: RoleName = "panel",
        pad: Gap = "m",
        dashed: bool = False,
        outlined: bool = False,
        look: PanelLook = "rounded",
        title_gap: Gap = "s",
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
            pair = isinstance(tracks, tuple | list) and len(tracks) == 2
            if not pair or not all(isinstance(track, Integral) for track in tracks):
                raise FigureError(
                    f"{noun}={short(tracks)} are not the first and the last of a Region",
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
