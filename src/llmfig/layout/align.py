"""Lining up elements that stand in different containers.

A container owns the positions of its children along its direction. Across it, a `Row` or `Column` leaves a child free
within the container's own frame; that freedom is what `align` uses. A dimension that has an owner already cannot be
aligned: the error names both places.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

from llmfig.errors import FigureError, Source, called, caller, choices
from llmfig.layout.element import Element
from llmfig.layout.linear import Linear
from llmfig.layout.place import Place
from llmfig.vocabulary import AlignLine

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

LINES: tuple[str, ...] = get_args(AlignLine)


def align(first: Element, *others: Element, by: AlignLine) -> None:
    """Brings elements of different containers into line.

    It moves the others, as far as their containers leave them free: in a `Row` up and down, in a `Column` from side
    to side.

    Args:
        first: stays where its container puts it.
        *others: children of a `Row` (for `top`, `middle`, `bottom`) or of a `Column` (for `left`, `center`,
            `right`).
        by: the line that becomes common: `left`, `center`, `right`, `top`, `middle` or `bottom`.

    Raises:
        FigureError: when the position that would have to change is owned by a container or by an earlier `align`,
            or when the container has no room for the move.

    Example:
        ```python
        reward, loss = Box(tr("Reward", "奖励"), role="data"), Box(tr("Loss", "损失"), role="loss")
        value, advantage = (
            Box(tr("Value", "价值"), role="auxiliary"),
            Box(tr("Advantage", "优势"), role="compute"),
        )
        align(reward, loss, by="middle")
        left = Column(value, advantage, reward, equal="width")
        Diagram(Row(left, Row(loss, stick="fill"), gap="l"), Arrow(reward, loss))
        ```
    """
    source = caller()
    for element in (first, *others):
        if not isinstance(element, Element):
            kind = type(element).__name__
            what = "a part of an element" if isinstance(element, Place) else called(element)
            fix = "name whole elements" if kind != "list" else "unpack the list with a star: align(*boxes, by='middle')"
            raise FigureError(f"align() moves elements, not {what}", fix=fix, source=source)
    if by not in LINES:
        raise FigureError(f"by={by!r} is not a line", fix=choices(by, LINES, "lines"), source=source)
    axis = "x" if by in ("left", "center", "right") else "y"
    for element in others:
        owners = element.__dict__.setdefault("_aligned", {})
        if axis in owners:
            raise FigureError(
                f"the {axis} position of this {type(element).__name__} already has an owner: the align() of line "
                f"{owners[axis][2].line}",
                fix="name all elements that share a line in one align()",
                source=source,
            )
        owners[axis] = (first, by, source)
    first.__dict__.setdefault("_aligns", []).append((others, source))


def apply_alignments(layout: Layout) -> None:
    """Move aligned elements, once everything has its frame."""
    moved = False
    for element, _ in list(layout.placed()):
        for others, source in element.__dict__.get("_aligns", ()):
            _check_in_figure(layout, others, source)
        for axis, (first, by, source) in element.__dict__.get("_aligned", {}).items():
            _move(layout, element, first, by, axis, source)
            moved = True
    if moved:
        for element, _ in list(layout.placed()):
            element.place_extras(layout)


def _check_in_figure(layout: Layout, elements: Sequence[Element], source: Source) -> None:
    for element in elements:
        if element not in layout.parents:
            raise FigureError(
                f"align() refers to the {type(element).__name__} of line {element.source.line}, "
                "which is not in the figure",
                fix="put it into the Row, Column, Grid, ... that the figure function returns",
                source=source,
            )


def _move(layout: Layout, element: Element, first: Element, by: str, axis: str, source: Source) -> None:
    _check_in_figure(layout, [first], source)
    parent = layout.parents.get(element)
    free = isinstance(parent, Linear) and parent.horizontal == (axis == "y")
    if not free or parent is None:
        owner = f"the {type(parent).__name__} of line {parent.source.line}" if parent else "the figure"
        raise FigureError(
            f"the {axis} position of this {type(element).__name__} (line {element.source.line}) has an owner: {owner}",
            fix="align children of a Row by top, middle or bottom, and children of a Column by left, center or right",
            source=source,
        )
    a, b = first.frame(layout), element.frame(layout)
    share = {"left": 0.0, "top": 0.0, "center": 0.5, "middle": 0.5, "right": 1.0, "bottom": 1.0}[by]
    dx = a.x + a.w * share - b.x - b.w * share if axis == "x" else 0.0
    dy = a.y + a.h * share - b.y - b.h * share if axis == "y" else 0.0
    room = layout.frame(parent)
    if not room.contains(layout.frame(element).shifted(dx, dy), tolerance=0.5):
        raise FigureError(
            f"this {type(element).__name__} cannot be aligned: it would leave its {type(parent).__name__} of line "
            f"{parent.source.line} by {max(abs(dx), abs(dy)):.0f} px",
            fix="align its container instead, or let the container be larger (stick='fill')",
            source=source,
        )
    layout.move(element, dx, dy)
