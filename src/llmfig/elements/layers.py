"""Square layers, one above the other, seen from a corner: a hierarchy whose levels divide the same area ever finer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from llmfig.errors import FigureError, check_index, check_number, short
from llmfig.geometry import Point, Rect, polyline
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.layout.place import Anchor, Part, Place
from llmfig.scene.model import Item, Paint, Shape
from llmfig.vocabulary import RoleName, Stick

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

FLAT = 0.3  # height of a layer over its width
APART = 0.05  # the gap between layers over their width
ROOM = 1.15  # how much longer than its label's needs the side of a cell is


class Layers(Element):
    """Square layers of cells, stacked and seen from a corner, so that none hides another.

    For a hierarchy whose levels divide the same area ever finer. The first cell of a layer stands at its left
    corner; rows follow one another towards the front corner, columns towards the back one. Labels stand upright.

    Args:
        *layers: one for each layer, from the top down: its rows of cells, as many as there are columns; `None` is
            an empty cell.
        role: of the cells: one for all, or a function of layer, row and column (from 0).
        wide: the least width of a layer, in em of body text; it grows where labels need room.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: for a layer that is not square.

    Example:
        ```python
        Layers(
            [[tr("Manager", "管理者")]],
            [[tr("Worker 1", "工作者 1"), tr("Worker 2", "工作者 2")], [tr("Worker 3", "工作者 3"), None]],
            role=lambda layer, row, column: "model" if layer == 0 else "data",
            wide=24,
        )
        ```
    """

    kind = "layers"

    def __init__(
        self,
        *layers: Sequence[Sequence[Content | None]],
        role: RoleName | Callable[[int, int, int], RoleName] = "paper",
        wide: float = 32.0,
        stick: Stick | None = None,
    ) -> None:
        super().__init__(stick=stick)
        if not layers:
            fix = "give each layer as rows, from the top down: Layers([['a']], [['b', 'c'], ['d', 'e']])"
            raise FigureError("these Layers are empty", fix=fix, source=self.source)
        check_number("wide", wide, self.source)
        for k, rows in enumerate(layers):
            listed = isinstance(rows, list | tuple) and rows and all(isinstance(row, list | tuple) for row in rows)
            if not listed:
                what = f"layer {k} has no rows: {short(rows)}"
                raise FigureError(what, fix="write Layers([['a']], [['b', 'c'], ['d', 'e']])", source=self.source)
            if any(len(row) != len(rows) for row in rows):
                raise FigureError(
                    f"layer {k} is not square", fix="give as many rows as columns, at least one", source=self.source
                )
        self.layers = [
            [[None if c is None else as_element(c, where="a cell of Layers") for c in row] for row in rows]
            for rows in layers
        ]
        self.role, self.wide = role, wide

    def children(self) -> Sequence[Element]:
        return [c for rows in self.layers for row in rows for c in row if c is not None]

    def __getitem__(self, k: int) -> Part:
        """A layer as a place for arrows, notes and braces.

        Args:
            k: which, from the top, from 0.

        Example:
            ```python
            state = Layers([["$s$"]], [["$s_1$", "$s_2$"], ["$s_3$", "$s_4$"]], wide=12)
            coarse = Note(tr("coarse", "粗"), over=state[0], side="right", gap="s")
            fine = Note(tr("fine", "细"), over=state[1], side="right", gap="s")
            Diagram(state, coarse, fine)
            ```
        """
        k = check_index(k, len(self.layers), "layer")
        return Part(self, lambda layout: self._layer(layout, layout.frame(self), k))

    def named_places(self, layout: Layout) -> Mapping[str, Place | Anchor]:
        return {**super().named_places(layout), **{f"[{k}]": self[k] for k in range(len(self.layers))}}

    def measure(self, layout: Layout) -> Size:
        w = self._breadth(layout)
        n = len(self.layers)
        return Size.of(w, w * (FLAT * n + APART * (n - 1)))

    def _breadth(self, layout: Layout) -> float:
        """The width of a layer: a label of w by h fits into a rhombus of W by FLAT·W where w/W + h/(FLAT·W) is 1."""
        w = self.wide * layout.theme.size("body")
        for rows in self.layers:
            for size in (layout.measure(c) for row in rows for c in row if c is not None):
                w = max(w, ROOM * len(rows) * (size.w + size.h / FLAT))
        return w

    def _layer(self, layout: Layout, rect: Rect, k: int) -> Rect:
        w = self._breadth(layout)
        return Rect(rect.cx - w / 2, rect.y + k * w * (FLAT + APART), w, w * FLAT)

    def _point(self, layer: Rect, row: float, column: float, n: int) -> Point:
        return Point(layer.x + (row + column) / n * layer.w / 2, layer.cy + (row - column) / n * layer.h / 2)

    def arrange(self, layout: Layout, rect: Rect) -> None:
        for k, rows in enumerate(self.layers):
            layer = self._layer(layout, rect, k)
            for r, row in enumerate(rows):
                for c, cell in enumerate(row):
                    if cell is not None:
                        size, p = layout.measure(cell), self._point(layer, r + 0.5, c + 0.5, len(rows))
                        layout.arrange(cell, Rect(p.x - size.w / 2, p.y - size.h / 2, size.w, size.h))

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        theme = layout.theme
        items: list[Item] = []
        first, last = (self._layer(layout, rect, k) for k in (0, len(self.layers) - 1))
        edge = Paint(stroke=theme.line, width=theme.stroke("normal"))
        for x in (first.x, first.right):
            items.append(Shape(polyline([Point(x, first.cy), Point(x, last.cy)]), edge))
        for k, rows in enumerate(self.layers):
            layer, n = self._layer(layout, rect, k), len(rows)
            for r in range(n):
                for c in range(n):
                    name = self.role(k, r, c) if callable(self.role) else self.role
                    ends = [(r, c), (r + 1, c), (r + 1, c + 1), (r, c + 1)]
                    fill = Paint(theme.role(name, self.source).fill, theme.line, theme.stroke("thin"))
                    items.append(Shape(polyline([self._point(layer, *e, n) for e in ends], closed=True), fill))
        return items
