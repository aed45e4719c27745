"""Labels beside the rows and columns of cells, and roles that show how large a value is."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import SupportsFloat

from llmfig.elements.adorn import Note
from llmfig.elements.cells import CellGrid
from llmfig.elements.text import Text
from llmfig.errors import FigureError, Source, called, caller, check_number, counted, plural, short
from llmfig.geometry import Side
from llmfig.layout.element import Content
from llmfig.vocabulary import RoleName, TextSize

SHADES = ("shade-1", "shade-2", "shade-3", "shade-4")


class Labelled(CellGrid):
    """Cells whose rows and columns can be labelled from outside: ids under tokens, indices over them, names of rows."""

    def label_rows(
        self,
        labels: Sequence[Content | None],
        *,
        side: Side = "left",
        role: RoleName = "note",
        size: TextSize = "small",
        level: int = 0,
    ) -> list[Note]:
        """Names beside the rows: notes to be handed to the `Diagram` of the cells.

        Args:
            labels: a string or an element per row, `None` for none.
            side: where they stand: `left` or `right`.
            role: strings are in the strong colour of this role.
            size: of strings: `tiny`, `small`, `body`, `large`, `heading` or `title`.
            level: 0 stands next to the cells, 1 outside of all that is on level 0, and so on.

        Returns:
            A list of `Note`, to be handed to the `Diagram` of the cells.

        Raises:
            FigureError: when there are not as many labels as rows or columns.

        Example:
            ```python
            attention = Matrix([[1.0, None], [0.3, 0.7]], fmt=".1f", role="model", wide=4)
            words = tr(["deep", "learning"], ["深度", "学习"])
            Diagram(attention, attention.label_rows(words), attention.label_columns(words))
            ```
        """
        return self._notes(labels, 0, side, role, size, level)

    def label_columns(
        self,
        labels: Sequence[Content | None],
        *,
        side: Side = "top",
        role: RoleName = "note",
        size: TextSize = "small",
        level: int = 0,
    ) -> list[Note]:
        """Names above or below the columns: notes to be handed to the `Diagram` of the cells.

        Args:
            labels: a string or an element per column, `None` for none.
            side: where they stand: `top` or `bottom`.
            role: strings are in the strong colour of this role.
            size: of strings: `tiny`, `small`, `body`, `large`, `heading` or `title`.
            level: 0 stands next to the cells, 1 outside of all that is on level 0, and so on.

        Returns:
            A list of `Note`, to be handed to the `Diagram` of the cells.

        Raises:
            FigureError: when there are not as many labels as rows or columns.

        Example:
            ```python
            tokens = Strip(tr(["How", "are", "you"], ["你", "是", "谁"]), role="data")
            ids, positions = (
                tokens.label_columns(["4340", "525", "498"], side="bottom"),
                tokens.label_columns(["0", "1", "2"]),
            )
            Diagram(tokens, ids, positions)
            ```
        """
        return self._notes(labels, 1, side, role, size, level)

    def _notes(
        self, labels: Sequence[Content | None], direction: int, side: Side, role: RoleName, size: TextSize, level: int
    ) -> list[Note]:
        count, noun = self.shape_rc[direction], ("row", "column")[direction]
        if isinstance(labels, str):
            fix = f"give a list with one for each: {counted(count, noun)}"
            raise FigureError(f"labels cannot be {called(labels)}", fix=fix, source=caller())
        labels = list(labels)
        if len(labels) != count:
            raise FigureError(
                f"{plural(len(labels), 'label')} cannot be set beside {plural(count, noun)}",
                fix="give one for each, None for none",
                source=caller(),
            )
        places = [self.row(i) if direction == 0 else self.column(i) for i in range(count)]
        return [
            Note(Text(c, role=role, size=size) if isinstance(c, str) else c, over=p, side=side, level=level)
            for p, c in zip(places, labels, strict=True)
            if c is not None
        ]


def heat(
    values: Iterable[Iterable[SupportsFloat]], *, low: SupportsFloat | None = None, high: SupportsFloat | None = None
) -> Callable[[int, int], str]:
    """Shades the cells of a `Matrix` by value, in four steps: hand it over as `role=heat(values)`.

    Args:
        values: what the matrix shows: a numpy array or rows of numbers.
        low: the value that the palest step begins at; by default the smallest.
        high: the value that the strongest step ends at; by default the largest.

    Returns:
        A function from row and column to a role.

    Example:
        ```python
        attention = [[1.0, 0.0, 0.0], [0.6, 0.4, 0.0], [0.1, 0.2, 0.7]]
        scores = Matrix(attention, fmt=".1f", role=heat(attention))
        words = tr(["I", "like", "tea"], ["我", "爱", "茶"])
        Diagram(scores, scores.label_rows(words), scores.label_columns(words))
        ```
    """
    source = caller()
    rows = _numbers(values, source)
    flat = [v for row in rows for v in row]
    for name, end in (("low", low), ("high", high)):
        if end is not None:
            check_number(name, end, source, least=-math.inf)
    bottom, top = min(flat) if low is None else float(low), max(flat) if high is None else float(high)
    span = (top - bottom) or 1.0

    def role(i: int, j: int) -> str:
        if i >= len(rows) or j >= len(rows[i]):
            what = f"heat() has no value for row {i}, column {j}"
            raise FigureError(what, fix="hand it the very numbers that the Matrix shows", source=source)
        step = int((rows[i][j] - bottom) / span * len(SHADES))
        return SHADES[min(max(step, 0), len(SHADES) - 1)]

    return role


def _numbers(values: object, source: Source) -> list[list[float]]:
    """Rows of finite numbers."""
    given = list(values) if isinstance(values, Iterable) and not isinstance(values, str | Mapping) else []
    if not given and isinstance(values, Sequence) and not isinstance(values, str):
        raise FigureError("heat() is given no numbers", fix="hand it the numbers that are shown", source=source)
    if not given:
        fix = "write heat([[0.1, 0.9], [0.8, 0.2]])"
        raise FigureError(f"heat() takes rows of numbers, not {called(values)}", fix=fix, source=source)
    rows = []
    for i, row in enumerate(given):
        if not isinstance(row, Iterable) or isinstance(row, str):
            fix = "write heat([[0.1, 0.9], [0.8, 0.2]]); for a Strip heat([values])"
            raise FigureError(f"row {i} of heat() is no row: {short(row)}", fix=fix, source=source)
        cells = list(row)
        for j, value in enumerate(cells):
            if not isinstance(value, SupportsFloat) or not math.isfinite(value):
                what = f"row {i}, column {j} of heat() is {short(value)}, which is no number to shade by"
                fix = "leave such cells to a function of your own: role=lambda i, j: 'paper' if ... else 'shade-2'"
                raise FigureError(what, fix=fix, source=source)
        rows.append([float(v) for v in cells])
    return rows
