"""Token strips, matrices and tables."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from numbers import Number, Real
from types import EllipsisType
from typing import Any, SupportsFloat

from llmfig.elements.cells import Cell
from llmfig.elements.labelled import Labelled
from llmfig.elements.text import Text
from llmfig.errors import FigureError, called, caller, check_index, plural, short
from llmfig.layout.element import Content, Element
from llmfig.layout.place import Part
from llmfig.layout.tracks import Tracks
from llmfig.vocabulary import Gap, RoleName, Stick, TextAlign, TextSize

TWO_ROWS = "[[1, 2], [3, 4]]"
NEGATIVE_ZERO = re.compile(r"-[0.,]+(e[+-]\d+)?%?\Z")
CellValue = Content | SupportsFloat | EllipsisType | None
"""What a cell shows: words, an element, a number; `...` for what is left out, `None` for nothing."""


class Matrix(Labelled):
    """A matrix or tensor: values in cells.

    `m[1, 2]`, `m[0:2, 1:3]`, `m.row(1)` and `m.column(0)` are places for arrows, braces and highlights.

    Args:
        values: a numpy array, or rows of numbers, strings and elements; `None` is an empty cell, `...` the dots of
            rows or columns that are left out.
        fmt: how numbers are written: a format such as `.1f`, or a function from number to string.
        role: of the cells: one for all, one per column, or a function of row and column (from 0); see `heat`.
        hatched: a function of row and column (from 0) that tells which cells are hatched.
        size: of strings and numbers: `tiny`, `small`, `body`, `large`, `heading` or `title`.
        gap: between cells, a step of the spacing scale: `none`, `hair`, `xs`, `s`, ...
        ruled: whether cells have borders; goes with `gap="none"`.
        uniform: whether all columns are equally wide, and all rows equally tall.
        wide: the least width of a cell, in em of its text.
        tall: the least height of a cell, in em of its text.
        pad: px above and below what stands in a cell; to the left and right it is 1.6 times as much.
        tracks: columns shared with other cells, bars or containers.
        axis: the column whose left border is what containers align; by default the middle.
        badge: a string or an element laid over the middle, such as the shape `3×896`.
        cards: how many layers show behind it, for a third axis.
        align: how what stands in a cell lines up: `left`, `center` or `right`; one word, or one per column.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: for rows of different length, for NaN, and for what cannot be written.

    Example:
        ```python
        weights = Matrix(
            [[0.7, 0.3, ..., -0.2], [0.1, -0.5, ..., 0.9], [-0.8, 0.4, ..., 0.6]], fmt=".1f", role="model"
        )
        Diagram(
            weights, Brace(weights.row(0), label="$d=896$"), Highlight(weights[1:3, 0:2], role="highlight")
        )
        ```
    """

    kind = "matrix"

    def __init__(
        self,
        values: Iterable[Iterable[CellValue]],
        *,
        fmt: str | Callable[[Any], str] = "g",
        role: RoleName | Sequence[RoleName] | Callable[[int, int], RoleName] = "cell",
        hatched: Callable[[int, int], bool] | None = None,
        size: TextSize = "small",
        gap: Gap = "hair",
        ruled: bool = False,
        uniform: bool = True,
        wide: float = 0.0,
        tall: float = 0.0,
        pad: float = 5.0,
        tracks: Tracks | None = None,
        axis: int | None = None,
        badge: Content | None = None,
        cards: int = 0,
        align: TextAlign | Sequence[TextAlign] = "center",
        stick: Stick | None = None,
    ) -> None:
        rows = _rows(values, "Matrix")
        super().__init__(
            [[written(v, fmt, f"row {i}, column {j}") for j, v in enumerate(row)] for i, row in enumerate(rows)],
            role=role,
            hatched=hatched,
            size=size,
            gap=gap,
            ruled=ruled,
            uniform=uniform,
            wide=wide,
            tall=tall,
            pad=pad,
            tracks=tracks,
            axis=axis,
            badge=badge,
            cards=cards,
            align=align,
            stick=stick,
        )

    def __getitem__(self, index: tuple[slice | int, slice | int]) -> Part | Cell:
        """A cell, or a block of cells as one place.

        Args:
            index: row and column, each a number from 0 (negative ones count from the end) or a slice.

        Raises:
            FigureError: when there is no such cell.

        Example:
            ```python
            scores = Matrix([[0.2, 0.1], [0.1, 0.6]], fmt=".1f", role="compute")
            best = Box(tr("argmax", "取最大"), role="sample", size="small")
            Diagram(Row(scores, best, gap="l"), Highlight(scores[1, 1]), Arrow(scores[1, 1], best))
            ```
        """
        rows, cols = _two(index)
        return self.part(rows, cols)


class Strip(Labelled):
    """A strip of tokens or values, in a row or a column.

    `strip[3]` and `strip[2:5]` are places for arrows, braces and highlights; `len(strip)` and loops over it work as
    for a list.

    Args:
        cells: strings, numbers or elements; `None` is an empty cell, `...` dots.
        fmt: how numbers are written: a format such as `.1f`, or a function from number to string.
        down: whether it runs downwards.
        role: one role for all cells, or one per cell.
        hatched: a function of row and column (from 0) that tells which cells are hatched.
        size: of strings and numbers: `tiny`, `small`, `body`, `large`, `heading` or `title`.
        gap: between cells, a step of the spacing scale: `none`, `hair`, `xs`, `s`, ...
        ruled: whether cells have borders; goes with `gap="none"`.
        uniform: whether all columns are equally wide, and all rows equally tall.
        wide: the least width of a cell, in em of its text.
        tall: the least height of a cell, in em of its text.
        pad: px above and below what stands in a cell; to the left and right it is 1.6 times as much.
        tracks: columns shared with other cells, bars or containers.
        axis: the column whose left border is what containers align; by default the middle.
        badge: a string or an element laid over the middle, such as the shape `3×896`.
        cards: how many layers show behind it, for a third axis.
        align: how what stands in a cell lines up: `left`, `center` or `right`; one word, or one per column.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: for a strip without cells, for NaN, and for what cannot be written.

    Example:
        ```python
        tokens = Strip(
            tr(["How", "are", "you", "?", "<EOS>"], ["你", "好", "吗", "？", "<EOS>"]),
            role=["data"] * 4 + ["muted"],
        )
        ids = Strip([4340, 525, 498, 30, 151645], role="muted", size="small")
        Diagram(Column(tokens, ids, gap="l"), Arrow(tokens, ids, label=tr("tokenizer", "分词器")))
        ```
    """

    kind = "strip"

    def __init__(
        self,
        cells: Iterable[CellValue],
        *,
        fmt: str | Callable[[Any], str] = "g",
        down: bool = False,
        role: RoleName | Sequence[RoleName] = "data",
        hatched: Callable[[int, int], bool] | None = None,
        size: TextSize = "body",
        gap: Gap = "hair",
        ruled: bool = False,
        uniform: bool = True,
        wide: float = 0.0,
        tall: float = 0.0,
        pad: float = 7.0,
        tracks: Tracks | None = None,
        axis: int | None = None,
        badge: Content | None = None,
        cards: int = 0,
        align: TextAlign | Sequence[TextAlign] = "center",
        stick: Stick | None = None,
    ) -> None:
        if not isinstance(cells, Iterable) or isinstance(cells, Mapping | Element):
            fix = "write Strip(['a', 'b', 'c'])"
            raise FigureError(f"a Strip takes a list of cells, not {called(cells)}", fix=fix, source=caller())
        texts = [written(c, fmt, f"cell {i}") for i, c in enumerate(cells)]
        roles = [role] if isinstance(role, str) else list(role)
        if not roles or len(roles) > len(texts) > 0:
            what = f"there are {len(roles)} roles for {plural(len(texts), 'cell')}"
            raise FigureError(what, fix="give one for all, or one for each cell", source=caller())
        self.down = down
        self.nouns = ("cell", "column") if down else ("row", "cell")
        super().__init__(
            [[t] for t in texts] if down else [texts],
            role=lambda i, j: roles[(i if down else j) % len(roles)],
            hatched=hatched,
            size=size,
            gap=gap,
            ruled=ruled,
            uniform=uniform,
            wide=wide,
            tall=tall,
            pad=pad,
            tracks=tracks,
            axis=axis,
            badge=badge,
            cards=cards,
            align=align,
            stick=stick,
        )

    def cell_name(self, i: int, j: int) -> str | None:
        return f"[{i if self.down else j}]"

    def __len__(self) -> int:
        return max(self.shape_rc)

    def __iter__(self) -> Iterator[Part | Cell]:
        return (self[i] for i in range(len(self)))

    def __getitem__(self, index: slice | int) -> Part | Cell:
        """A cell, or several as one place.

        Args:
            index: a number from 0 (negative ones count from the end) or a slice.

        Raises:
            FigureError: when there is no such cell.

        Example:
            ```python
            tokens = Strip(tr([*"The answer is 42".split()], ["答案", "是", "42", "。"]), role="data")
            Diagram(tokens, Brace(tokens[0:2], label=tr("context", "上下文")), Highlight(tokens[tr(-1, 2)]))
            ```
        """
        return (
            self.part(index, 0 if isinstance(index, int) else slice(None))
            if self.down
            else self.part(0 if isinstance(index, int) else slice(None), index)
        )


class Table(Labelled):
    """A table: columns as wide as their content, and a head row in bold.

    `table[0, 1]` and slices count from the first row below the head; `table.row(i)` counts the head too.

    Args:
        rows: the cells below the head: strings, numbers or elements; `None` is an empty cell, `...` dots.
        head: the names of the columns; by default there is no head.
        fmt: how numbers are written: a format such as `.1f`, or a function from number to string.
        role: of the cells below the head: one for all, one per column, or a function of row and column (from 0).
        hatched: a function of row and column (from 0) that tells which cells are hatched.
        size: of strings and numbers: `tiny`, `small`, `body`, `large`, `heading` or `title`.
        gap: between cells, a step of the spacing scale: `none`, `hair`, `xs`, `s`, ...
        ruled: whether cells have borders; goes with `gap="none"`.
        uniform: whether all columns are equally wide, and all rows equally tall.
        wide: the least width of a cell, in em of its text.
        tall: the least height of a cell, in em of its text.
        pad: px above and below what stands in a cell; to the left and right it is 1.6 times as much.
        tracks: columns shared with other cells, bars or containers.
        axis: the column whose left border is what containers align; by default the middle.
        badge: a string or an element laid over the middle, such as the shape `3×896`.
        cards: how many layers show behind it, for a third axis.
        align: how what stands in a cell lines up: `left`, `center` or `right`; one word, or one per column.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: for rows of different length, for NaN, and for what cannot be written.

    Example:
        ```python
        Table(
            [["FP32", 8, 23], ["FP16", 5, 10], ["BF16", 8, 7]],
            head=tr(["Format", "Exponent", "Fraction"], ["格式", "指数", "尾数"]),
            role=["paper", "exponent", "fraction"],
        )
        ```
    """

    kind = "table"

    def __init__(
        self,
        rows: Iterable[Iterable[CellValue]],
        *,
        head: Sequence[str] | None = None,
        fmt: str | Callable[[Any], str] = "g",
        role: RoleName | Sequence[RoleName] | Callable[[int, int], RoleName] = "paper",
        hatched: Callable[[int, int], bool] | None = None,
        size: TextSize = "small",
        gap: Gap = "none",
        ruled: bool = True,
        uniform: bool = False,
        wide: float = 0.0,
        tall: float = 0.0,
        pad: float = 5.0,
        tracks: Tracks | None = None,
        axis: int | None = None,
        badge: Content | None = None,
        cards: int = 0,
        align: TextAlign | Sequence[TextAlign] = "center",
        stick: Stick | None = None,
    ) -> None:
        body: list[list[Content | None]] = [
            [written(v, fmt, f"row {i}, column {j}") for j, v in enumerate(row)]
            for i, row in enumerate(_rows(rows, "Table"))
        ]
        if isinstance(head, str):
            fix = "give a list with one for each column: head=['Run', 'Win rate']"
            raise FigureError(f"the head of a Table cannot be {called(head)}", fix=fix, source=caller())
        top: list[list[Content | None]] = [[Text(h, size=size, bold=True) for h in head]] if head is not None else []
        if top and body and len(top[0]) != len(body[0]):
            fix = 'give one for each column; "" leaves one empty'
            what = f"the head of this Table has {plural(len(top[0]), 'word')} for {plural(len(body[0]), 'column')}"
            raise FigureError(what, fix=fix, source=caller())
        self.head_rows = len(top)
        if not callable(role) and not isinstance(role, str) and not (role := list(role)):
            fix = "give one role, a list with one per column, or a function of row and column"
            raise FigureError("the list of roles is empty", fix=fix, source=caller())

        def role_of(i: int, j: int) -> RoleName:
            if i < self.head_rows:
                return "muted"
            if callable(role):
                return role(i - self.head_rows, j)
            return role if isinstance(role, str) else role[j % len(role)]

        super().__init__(
            [*top, *body],
            role=role_of,
            hatched=hatched,
            size=size,
            gap=gap,
            ruled=ruled,
            uniform=uniform,
            wide=wide,
            tall=tall,
            pad=pad,
            tracks=tracks,
            axis=axis,
            badge=badge,
            cards=cards,
            align=align,
            stick=stick,
        )

    def cell_name(self, i: int, j: int) -> str | None:
        return f"[{i - self.head_rows}, {j}]" if i >= self.head_rows else None

    def __getitem__(self, index: tuple[slice | int, slice | int]) -> Part | Cell:
        r"""A cell of the body, or a block of it as one place; the head does not count.

        Args:
            index: row and column, each a number from 0 (negative ones count from the end) or a slice.

        Raises:
            FigureError: when there is no such cell.

        Example:
            ```python
            table = Table(
                [["$\\beta=0.1$", 0.62], ["$\\beta=0.5$", 0.58]], head=tr(["Run", "Win rate"], ["实验", "胜率"])
            )
            Diagram(table, Highlight(table[0, 1]), Note(tr("best", "最佳"), over=table[0, 1], side="right"))
            ```
        """
        rows, cols = _two(index)
        count = self.shape_rc[0] - self.head_rows
        if not isinstance(rows, slice):
            return self.part(check_index(rows, count, "row") + self.head_rows, cols)
        start, stop, _ = rows.indices(count)
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
        if isinstance(value, Number):
            fix = "formats are those of Python's format(), '.2f', 'd', '.0%', without % or {} round them; or a function"
        elif getattr(value, "shape", ()) or isinstance(value, list | tuple):
            fix = "a Strip takes one list, a Matrix a list of rows; of a larger array show one slice: values[0]"
        else:
            fix = "give a number, a string, an element, None for an empty cell or ... for dots"
        what = f"{called(value)} in {where} cannot be written" + (f" as {fmt!r}" if isinstance(value, Number) else "")
        raise FigureError(what, fix=fix, source=caller()) from None
    # A proper minus sign, and no negative zero.
    return (text[1:] if NEGATIVE_ZERO.match(text) else text).replace("-", "−")


def _rows(values: Any, noun: str) -> list[list[Any]]:
    """Rows of values, from whatever holds them."""
    dimensions = getattr(values, "ndim", 2)
    if dimensions != 2:
        fix = "show one slice of it, values[0]; cards=2 tells of the others"
        if dimensions < 2:
            fix = f"a list of numbers is a Strip(values), or one row of a {noun}: {noun}([values])"
        what = f"this array has {plural(dimensions, 'dimension')}, and a {noun} two"
        raise FigureError(what, fix=fix, source=caller())
    if isinstance(values, str | Mapping) or not isinstance(values, Iterable):
        raise FigureError(
            f"a {noun} takes rows, not {called(values)}", fix=f"write {noun}({TWO_ROWS})", source=caller()
        )
    rows = list(values)
    for i, row in enumerate(rows):
        if not isinstance(row, Iterable) or isinstance(row, Element | str | Mapping):
            fix = f"write {noun}({TWO_ROWS}); a single row is {noun}([values])"
            raise FigureError(f"row {i} of this {noun} is no row: {short(row)}", fix=fix, source=caller())
    return [list(row) for row in rows]


def _two(index: object) -> tuple[Any, Any]:
    """Row and column of a place among cells."""
    if isinstance(index, tuple) and len(index) == 2:
        return index
    raise FigureError(
        f"[{short(index)}] names no place: it takes two, row and column",
        fix="write m[i, j], m.row(i), m.column(j)",
        source=caller(),
    )
