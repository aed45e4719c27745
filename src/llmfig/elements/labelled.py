"""Labels beside the rows and columns of cells, and roles that show how large a value is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from llmfig.elements.adorn import Note
from llmfig.elements.cells import CellGrid
from llmfig.elements.text import Text
from llmfig.errors import FigureError, caller
from llmfig.layout.element import Content

if TYPE_CHECKING:
    import numpy as np

SHADES = ("shade-1", "shade-2", "shade-3", "shade-4")


class Labelled(CellGrid):
    """Cells whose rows and columns can be labelled from outside: ids under tokens, indices over them, names of rows."""

    def label_rows(
        self,
        labels: Sequence[Content | None],
        *,
        side: str = "left",
        role: str = "note",
        size: str = "small",
        level: int = 0,
    ) -> list[Note]:
        """Notes beside the rows, one per row (`None` for none); hand them to the `Diagram` of the cells."""
        return self._notes(labels, 0, side, role, size, level)

    def label_columns(
        self,
        labels: Sequence[Content | None],
        *,
        side: str = "top",
        role: str = "note",
        size: str = "small",
        level: int = 0,
    ) -> list[Note]:
        """Notes above or below the columns, one per column; `level` 1 stands outside of level 0.

        Example:
            Diagram(tokens, tokens.label_columns(["101", "7592"], side="bottom"), tokens.label_columns(["0", "1"]))
        """
        return self._notes(labels, 1, side, role, size, level)

    def _notes(
        self, labels: Sequence[Content | None], direction: int, side: str, role: str, size: str, level: int
    ) -> list[Note]:
        count, noun = self.shape_rc[direction], ("rows", "columns")[direction]
        if len(labels) != count:
            raise FigureError(
                f"there are {len(labels)} labels for {count} {noun}",
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
    values: Sequence[Sequence[float]] | np.ndarray[Any, Any], *, low: float | None = None, high: float | None = None
) -> Callable[[int, int], str]:
    """Roles that shade the cells of a `Matrix` by value, in four steps from `low` to `high` (default: the extremes).

    Example:
        Matrix(scores, role=heat(scores))
    """
    rows = [[float(v) for v in row] for row in values]
    flat = [v for row in rows for v in row]
    bottom, top = min(flat) if low is None else low, max(flat) if high is None else high
    span = (top - bottom) or 1.0

    def role(i: int, j: int) -> str:
        step = int((rows[i][j] - bottom) / span * len(SHADES))
        return SHADES[min(max(step, 0), len(SHADES) - 1)]

    return role
