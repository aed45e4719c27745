"""Rectangular arrays of cells: what strips, matrices, tables and bit fields have in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, get_args

from llmfig.elements.hatch import hatch
from llmfig.errors import FigureError, caller, check_index, check_number, choices, counted, short
from llmfig.geometry import Rect, union
from llmfig.layout.describe import LaidTracks
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.layout.place import Anchor, Part, Place
from llmfig.layout.tracks import Tracks, check_tracks
from llmfig.scene.model import Box as SceneBox
from llmfig.scene.model import Item, Paint, Shape
from llmfig.vocabulary import Gap, RoleName, Stick, TextAlign, TextSize

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

CARD = 7.0  # px by which each layer of a third axis peeks out
ALIGN: tuple[str, ...] = get_args(TextAlign)


class Cell(Element):
    """One cell; an anchor like any element."""

    kind = "cell"

    def __init__(self, content: Element | None, *, role: RoleName, hatched: bool, pad: float, ruled: bool) -> None:
        super().__init__()
        self.content, self.role, self.hatched, self.pad, self.ruled = content, role, hatched, pad, ruled

    def children(self) -> Sequence[Element]:
        return [self.content] if self.content else []

    def measure(self, layout: Layout) -> Size:
        inside = layout.measure(self.content) if self.content else Size.of(0, 0)
        return Size.of(inside.w + 2 * self.pad * 1.6, inside.h + 2 * self.pad)

    def arrange(self, layout: Layout, rect: Rect) -> None:
        if not self.content:
            return
        s = layout.measure(self.content)
        side = self.content.stick or ""
        x = (
            rect.x + self.pad * 1.6
            if side == "left"
            else rect.right - self.pad * 1.6 - s.w
            if side == "right"
            else rect.cx - s.w / 2
        )
        layout.arrange(self.content, Rect(x, rect.cy - s.h / 2, s.w, s.h))

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        role = layout.theme.role(self.role, self.source)
        line = layout.theme.line if self.ruled else None
        items: list[Item] = []
        if role.fill or line:
            items.append(SceneBox(rect, Paint(fill=role.fill, stroke=line, width=layout.theme.stroke("hair"))))
        if self.hatched:
            items.append(
                Shape(hatch(rect), Paint(stroke=layout.theme.role("muted").ink, width=layout.theme.stroke("hair")))
            )
        return items

    def inner(self, layout: Layout, rect: Rect) -> Rect | None:
        return rect

    def role_name(self) -> str | None:
        return self.role


class CellGrid(Element):
    """An array of cells with columns and rows of measured, uniform or shared size.

    Args:
        contents: rows of cells; see `Matrix`.
        role: one role, or a function of (row, column), or a list per column.
        hatched: a function of (row, column) that tells which cells are hatched.
        gap: between cells; "none" with `ruled=True` for a table with lines.
        ruled: draw cell borders.
        uniform: make all columns equally wide.
        wide, tall: least size of a cell in em of its text.
        tracks: columns shared with other arrays.
        axis: the column whose left border is the alignment axis; default: the middle.
        badge: a label laid over the middle (a shape such as "3×896").
        cards: layers drawn behind, for a third axis, in the role of the first cell.
    """

    kind: ClassVar[str] = "cells"
    solid = True
    nouns = ("row", "column")  # what its cells are counted by

    def __init__(
        self,
        contents: Sequence[Sequence[Content | None]],
        *,
        role: RoleName | Sequence[RoleName] | Callable[[int, int], RoleName],
        hatched: Callable[[int, int], bool] | None,
        size: TextSize,
        gap: Gap,
        ruled: bool,
        uniform: bool,
        wide: float,
        tall: float,
        pad: float,
        tracks: Tracks | None,
        axis: int | None,
        badge: Content | None,
        cards: int,
        align: TextAlign | Sequence[TextAlign],
        stick: Stick | None,
    ) -> None:
        super().__init__(stick=stick)
        widths = {len(row) for row in contents}
        if not contents or widths == {0}:
            raise FigureError(
                f"this {type(self).__name__} has no cells", fix="give it at least one value", source=self.source
            )
        if len(widths) > 1:
            lengths = ", ".join(str(len(row)) for row in contents)
            raise FigureError(
                f"the rows of this {type(self).__name__} are not equally long: {lengths}",
                fix="give every row as many values; None is an empty cell",
                source=self.source,
            )
        for name, value in (("wide", wide), ("tall", tall), ("pad", pad)):
            check_number(name, value, self.source)
        check_number("cards", cards, self.source, whole=True)
        check_tracks("tracks", tracks, self.source)
        words: Sequence[str] = [align] if isinstance(align, str) else align or [""]
        for word in words:
            if word not in ALIGN:
                raise FigureError(
                    f"cells have no align={word!r}", fix=choices(word, ALIGN, "values"), source=self.source
                )
        if axis is not None and axis not in range(max(widths) + 1):
            raise FigureError(
                f"axis={axis!r} is no border of a column", fix=f"give one of 0 to {max(widths)}", source=self.source
            )
        if not callable(role) and not isinstance(role, str):
            role = list(role)
            if not role:
                fix = "give one role, a list with one per column, or a function of row and column"
                raise FigureError("the list of roles is empty", fix=fix, source=self.source)
        self.gap, self.uniform, self.wide, self.tall, self.size = gap, uniform, wide, tall, size
        self.tracks, self.axis, self.cards = tracks, axis, cards
        self.cells = [
            [
                Cell(
                    _content(c, size, align if isinstance(align, str) else align[j % len(align)]),
                    role=_role(role, i, j), hatched=bool(hatched and hatched(i, j)), pad=pad, ruled=ruled,
                )
                for j, c in enumerate(row)
            ]
            for i, row in enumerate(contents)
        ]  # fmt: skip
        self.badge = Badge(as_element(badge, where="the badge", size="small")) if badge is not None else None

    @property
    def shape_rc(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.cells), len(self.cells[0])

    def children(self) -> Sequence[Element]:
        flat: list[Element] = [c for row in self.cells for c in row]
        return [*flat, self.badge] if self.badge else flat

    # Layout ------------------------------------------------------------------------------------------------------

    def _sizes(self, layout: Layout) -> tuple[list[float], list[float]]:
        em = layout.theme.size(self.size, self.source)
        rows, cols = self.shape_rc
        sizes = [[layout.measure(c) for c in row] for row in self.cells]
        widths = [max(self.wide * em, *(sizes[i][j].w for i in range(rows))) for j in range(cols)]
        heights = [max(self.tall * em, *(s.h for s in row)) for row in sizes]
        if self.uniform:
            widths, heights = [max(widths)] * cols, [max(heights)] * rows
        if self.tracks is not None:
            layout.share(self.tracks)
            widths = [sum(self.tracks.feed(j, w / 2, w / 2)) for j, w in enumerate(widths)]
        return widths, heights

    def measure(self, layout: Layout) -> Size:
        widths, heights = self._sizes(layout)
        gap = layout.theme.gap(self.gap, self.source)
        extra = CARD * self.cards
        w, h = sum(widths) + gap * (len(widths) - 1), sum(heights) + gap * (len(heights) - 1)
        ax = w / 2 if self.axis is None else sum(widths[: self.axis]) + gap * self.axis - gap / 2
        return Size(w + extra, h + extra, ax, extra + h / 2)

    def arrange(self, layout: Layout, rect: Rect) -> None:
        widths, heights = self._sizes(layout)
        gap = layout.theme.gap(self.gap, self.source)
        extra = CARD * self.cards
        # A frame larger than the natural size stretches the cells.
        kx = max(1.0, (rect.w - extra - gap * (len(widths) - 1)) / (sum(widths) or 1.0))
        ky = max(1.0, (rect.h - extra - gap * (len(heights) - 1)) / (sum(heights) or 1.0))
        y = rect.y + extra
        for i, row in enumerate(self.cells):
            x = rect.x
            for j, cell in enumerate(row):
                layout.arrange(cell, Rect(x, y, widths[j] * kx, heights[i] * ky))
                x += widths[j] * kx + gap
            y += heights[i] * ky + gap
        if self.badge:
            s = layout.measure(self.badge)
            layout.arrange(
                self.badge,
                Rect(rect.x + (rect.w - extra - s.w) / 2, rect.y + extra + (rect.h - extra - s.h) / 2, s.w, s.h),
            )

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        if not self.cards:
            return []
        role = layout.theme.role(self.cells[0][0].role, self.source)
        extra = CARD * self.cards
        front = Rect(rect.x, rect.y + extra, rect.w - extra, rect.h - extra)
        paint = Paint(fill=role.fill, stroke=role.stroke or layout.theme.line, width=layout.theme.stroke("hair"))
        return [SceneBox(front.shifted(CARD * i, -CARD * i), paint) for i in range(self.cards, 0, -1)]

    # Parts -------------------------------------------------------------------------------------------------------

    def part(self, rows: slice | int, cols: slice | int) -> Part | Cell:
        """A cell, or a block of cells as one place; what `m[rows, cols]` gives.

        Args:
            rows: a number from 0, or a slice.
            cols: a number from 0, or a slice.

        Raises:
            FigureError: when there is no such cell.
        """
        n, m = self.shape_rc
        row, column = self.nouns
        picked = [self.cells[i][j] for i in _indices(rows, n, row) for j in _indices(cols, m, column)]
        if isinstance(rows, int) and isinstance(cols, int):
            return picked[0]
        return Part(self, lambda layout: union(layout.frame(c) for c in picked))

    def row(self, i: int) -> Part | Cell:
        """A whole row as one place.

        Args:
            i: which, from 0; negative numbers count from the end. The head of a `Table` counts.

        Raises:
            FigureError: when there is no such row.

        Example:
            ```python
            batch = Matrix([[1, 5, 2], [7, 3, 4]], role="data")
            Diagram(batch, Note(tr("sample 1", "样本 1"), over=batch.row(0), side="left", gap="s"))
            ```
        """
        return self.part(i, slice(None))

    def column(self, j: int) -> Part | Cell:
        """A whole column as one place.

        Args:
            j: which, from 0; negative numbers count from the end.

        Raises:
            FigureError: when there is no such column.

        Example:
            ```python
            keys = Matrix([[0.2, 0.9, 0.4], [0.7, 0.1, 0.3]], role="model")
            Diagram(keys, Brace(keys.column(1), label="$k_2$"), Highlight(keys.column(1)))
            ```
        """
        return self.part(slice(None), j)

    def named_places(self, layout: Layout) -> Mapping[str, Place | Anchor]:
        found: dict[str, Place | Anchor] = {**super().named_places(layout)}
        for i, row in enumerate(self.cells):
            for j, cell in enumerate(row):
                if name := self.cell_name(i, j):
                    found[name] = cell
        return found

    def cell_name(self, i: int, j: int) -> str | None:
        """What an author writes behind the element to name a cell."""
        return f"[{i}, {j}]"

    def laid_tracks(self, layout: Layout) -> Sequence[LaidTracks]:
        gap = layout.theme.gap(self.gap, self.source)
        cols, rows = [layout.frame(c) for c in self.cells[0]], [layout.frame(row[0]) for row in self.cells]
        return [
            LaidTracks("column", gap, tuple((r.x, r.right, r.cx) for r in cols)),
            LaidTracks("row", gap, tuple((r.y, r.bottom, r.cy) for r in rows)),
        ]

    def border(self, j: int) -> Part:
        """The border to the left of a column, as a place without width: where two parts meet.

        Args:
            j: of which column, from 0; the number of columns stands for the right edge.

        Example:
            ```python
            number = Strip([*"010000001"], role=["sign", *["exponent"] * 4, *["fraction"] * 4])
            Diagram(number, Note(Scissors(size="l", role="loss"), over=number.border(7), side="bottom"))
            ```
        """
        _, m = self.shape_rc

        def locate(layout: Layout) -> Rect:
            gap = layout.theme.gap(self.gap) / 2
            whole = union(layout.frame(row[min(j, m - 1)]) for row in self.cells)
            return Rect(whole.x - gap if j < m else whole.right + gap, whole.y, 0, whole.h)

        return Part(self, locate)


class Badge(Element):
    """A label on its own ground, laid over something."""

    kind = "badge"
    backdrop = True

    def __init__(self, content: Element) -> None:
        super().__init__()
        self.content = content

    def children(self) -> Sequence[Element]:
        return [self.content]

    def measure(self, layout: Layout) -> Size:
        s = layout.measure(self.content)
        return Size.of(s.w + 10, s.h + 4)

    def arrange(self, layout: Layout, rect: Rect) -> None:
        s = layout.measure(self.content)
        layout.arrange(self.content, Rect(rect.cx - s.w / 2, rect.cy - s.h / 2, s.w, s.h))

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        return [SceneBox(rect, Paint(fill=layout.theme.paper), 4.0)]

    def role_name(self) -> str | None:
        return "paper"


def _content(c: object, size: TextSize, align: TextAlign) -> Element | None:
    if c is None or c == "":
        return None
    element = as_element(c, where="a cell", size=size)
    if element.stick is None and align != "center":
        element.stick = align
    return element


def _role(role: RoleName | Sequence[RoleName] | Callable[[int, int], RoleName], i: int, j: int) -> str:
    if callable(role):
        return role(i, j)
    return role if isinstance(role, str) else role[j % len(role)]


def _indices(index: slice | int, n: int, noun: str) -> Sequence[int]:
    if not isinstance(index, slice):
        return [check_index(index, n, noun)]
    try:
        found = range(n)[index]
    except TypeError:
        fix = f"write whole numbers: {counted(n, noun)}"
        raise FigureError(f"{noun}s are not counted by {short(index)}", fix=fix, source=caller()) from None
    if not found:
        what = (
            f"no {noun}s lie in {'' if index.start is None else index.start}:{'' if index.stop is None else index.stop}"
        )
        raise FigureError(what, fix=f"{counted(n, noun)}; the end of a slice is not in it", source=caller())
    return found
