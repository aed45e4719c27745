"""Token strips, matrices and tables."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from numbers import Real
from typing import Any

from llmfig.elements.cells import Cell
from llmfig.elements.labelled import Labelled
from llmfig.elements.text import Text
from llmfig.errors import FigureError, caller
from llmfig.layout.element import Content, Element
from llmfig.layout.place import Part

NEGATIVE_ZERO = re.compile(r"-[0.,]+(e[+-]\d+)?%?\Z")
Values = "Sequence[Sequence[Any]] | np.ndarray[Any, Any]"


class Matrix(Labelled):
    """A matrix or tensor: values in cells.

    Args:
        values: a numpy array or rows of numbers, strings, elements; `None` is an empty cell, `...` the dots of left-out
            rows or columns.
        fmt: how numbers are written: a format specification (".1f") or a function.
        options: see `CellGrid` (role, hatched, gap, ruled, uniform, wide, tall, tracks, badge, cards, ...).

    Raises:
        FigureError: for rows of different length and for NaN.

    Example:
        m = Matrix([[0.6, ..., 1.8], [-1.7, ..., -1.3]], fmt=".1f", badge="3×896")
        Arrow(box, m[0, 2])
    """

    kind = "matrix"

    def __init__(self, values: Any, *, fmt: str | Callable[[Any], str] = "g", **options: Any) -> None:
        rows = _rows(values, "Matrix")
        source = caller()
        texts = [[written(v, fmt, f"row {i}, column {j}") for j, v in enumerate(row)] for i, row in enumerate(rows)]
        try:
            super().__init__(texts, **options)
        except TypeError as error:
            raise FigureError(f"Matrix: {error}", fix="see the options of CellGrid", source=source) from None

    def __getitem__(self, index: tuple[slice | int, slice | int]) -> Part | Cell:
        rows, cols = _two(index)
        return self.part(rows, cols)


class Strip(Labelled):
    """A strip of tokens or values.

    Args:
        cells: strings, numbers, elements; `None` is an empty cell, `...` dots.
        role: one role, or one per cell.
        down: run downwards.
        fmt: how numbers are written.
        options: see `CellGrid`.

    Example:
        s = Strip(tr(["How", "are", "you", "?"], ["你", "是谁", "？"]), role="data")
        Brace(s[0:2], label="Prompt")
    """

    kind = "strip"

    def __init__(
        self,
        cells: Sequence[Any],
        *,
        role: str | Sequence[str] = "data",
        down: bool = False,
        fmt: str | Callable[[Any], str] = "g",
        **options: Any,
    ) -> None:
        texts = [written(c, fmt, f"cell {i}") for i, c in enumerate(cells)]
        self.down = down
        roles = [role] * len(texts) if isinstance(role, str) else list(role)
        options = {"size": "body", "pad": 7.0, **options}
        if down:
            super().__init__([[t] for t in texts], role=lambda i, _j: roles[i % len(roles)], **options)
        else:
            super().__init__([texts], role=lambda _i, j: roles[j % len(roles)], **options)

    def __len__(self) -> int:
        return max(self.shape_rc)

    def __iter__(self) -> Iterator[Part | Cell]:
        return (self[i] for i in range(len(self)))

    def __getitem__(self, index: slice | int) -> Part | Cell:
        return (
            self.part(index, 0 if isinstance(index, int) else slice(None))
            if self.down
            else self.part(0 if isinstance(index, int) else slice(None), index)
        )


class Table(Labelled):
    """A table: columns as wide as their content, an optional head row in bold.

    Args:
        rows: the cells.
        head: strings for the head row.
        align: "left", "center", "right", or one per column.
        options: see `CellGrid`.

    Example:
        Table([["FP16", "5", "10"]], head=["Format", "Exponent", "Fraction"])
    """

    kind = "table"

    def __init__(
        self,
        rows: Sequence[Sequence[Any]],
        *,
        head: Sequence[str] | None = None,
        fmt: str | Callable[[Any], str] = "g",
        role: Any = "paper",
        **options: Any,
    ) -> None:
        body: list[list[Content | None]] = [
            [written(v, fmt, f"row {i}, column {j}") for j, v in enumerate(row)]
            for i, row in enumerate(_rows(rows, "Table"))
        ]
        size = options.get("size", "small")
        top: list[list[Content | None]] = [[Text(h, size=size, bold=True) for h in head]] if head else []
        offset = len(top)

        def role_of(i: int, j: int) -> str:
            if i < offset:
                return "muted"
            if callable(role):
                return str(role(i - offset, j))
            return str(role if isinstance(role, str) else role[j % len(role)])

        self.head_rows = offset
        super().__init__([*top, *body], role=role_of, **{"gap": "none", "ruled": True, "uniform": False, **options})

    def __getitem__(self, index: tuple[slice | int, slice | int]) -> Part | Cell:
        """A cell or block of the body (the head row is not counted)."""
        rows, cols = _two(index)
        if isinstance(rows, int):
            return self.part(rows + self.head_rows if rows >= 0 else rows, cols)
        start, stop, _ = rows.indices(self.shape_rc[0] - self.head_rows)
        return self.part(slice(start + self.head_rows, stop + self.head_rows), cols)


def written(value: Any, fmt: str | Callable[[Any], str], where: str) -> Content | None:
    """A value as the content of a cell."""
    if value is None or isinstance(value, Element | str):
        return value
    if value is ...:
        return "…"
    if isinstance(value, Real) and math.isnan(value):
        raise FigureError(f"NaN in {where}", fix="compute a number, or give None for an empty cell", source=caller())
    if callable(fmt):
        return fmt(value)
    try:
        text = format(value, fmt)
    except (TypeError, ValueError):
        raise FigureError(
            f"{type(value).__name__} {value!r} in {where} cannot be written as {fmt!r}",
            fix="give a format that suits it, a function, or a string",
            source=caller(),
        ) from None
    # A proper minus sign, and no negative zero.
    return (text[1:] if NEGATIVE_ZERO.match(text) else text).replace("-", "−")


def _rows(values: Any, noun: str) -> list[list[Any]]:
    """Rows of values, from whatever holds them."""
    for i, row in enumerate(values if isinstance(values, Iterable) else [values]):
        if not isinstance(row, Iterable) or isinstance(row, Element):
            raise FigureError(
                f"row {i} of this {noun} is no row: {row!r}", fix=f"write {noun}([[1, 2], [3, 4]])", source=caller()
            )
    return [list(row) for row in values]


def _two(index: object) -> tuple[Any, Any]:
    """Row and column of a place among cells."""
    if isinstance(index, tuple) and len(index) == 2:
        return index
    raise FigureError(
        f"[{index!r}] names no place: it takes two, row and column",
        fix="write m[i, j], m.row(i), m.column(j)",
        source=caller(),
    )
