"""Tracks and size groups: quantities that several elements feed and share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from llmfig.errors import FigureError, caller, choices
from llmfig.layout.element import Element, Size
from llmfig.layout.place import as_place

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

Axis = Literal["width", "height", "both"]
AXES = ("width", "height", "both")
EPSILON = 1e-6


class Tracks:
    """Rows or columns that containers share, so that track i is equally wide (or tall) in all of them.

    Example:
        rows = Tracks()
        Row(Column(a, b, tracks=rows), Column(c, d, tracks=rows))  # a is level with c, b with d
    """

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        self._fed: dict[int, tuple[float, float]] = {}
        self._settled: dict[int, tuple[float, float]] = {}

    def between(self, index: int, gap: float) -> float:
        """Report the gap after a track, which a connector may have widened; returns the settled, at least as large."""
        return self.feed(-1 - index, gap, 0.0)[0]

    def feed(self, index: int, before: float, after: float) -> tuple[float, float]:
        """Report an extent before and after the axis of a track; returns the settled extent, at least as large."""
        b, a = self._fed.get(index, (0.0, 0.0))
        self._fed[index] = (max(b, before), max(a, after))
        sb, sa = self._settled.get(index, (0.0, 0.0))
        return max(sb, before), max(sa, after)

    def settle(self) -> bool:
        changed = any(
            abs(v[0] - self._settled.get(k, (0, 0))[0]) > EPSILON
            or abs(v[1] - self._settled.get(k, (0, 0))[1]) > EPSILON
            for k, v in self._fed.items()
        )
        self._settled, self._fed = self._fed, {}
        return changed


class SizeGroup:
    """Elements that are drawn equally wide, tall, or both."""

    def __init__(self, axis: Axis) -> None:
        self.axis = axis
        self.reset()

    def reset(self) -> None:
        self._fed = (0.0, 0.0)
        self._settled = (0.0, 0.0)

    def widen(self, layout: Layout, size: Size) -> Size:
        """The size of one member, grown to the group's."""
        layout.share(self)
        self._fed = (max(self._fed[0], size.w), max(self._fed[1], size.h))
        w = max(size.w, self._settled[0]) if self.axis != "height" else size.w
        h = max(size.h, self._settled[1]) if self.axis != "width" else size.h
        return Size(w, h, size.ax + (w - size.w) / 2, size.ay + (h - size.h) / 2)

    def settle(self) -> bool:
        changed = abs(self._fed[0] - self._settled[0]) > EPSILON or abs(self._fed[1] - self._settled[1]) > EPSILON
        self._settled, self._fed = self._fed, (0.0, 0.0)
        return changed


def same_size(*elements: Element, axis: Axis = "both") -> None:
    """Draw elements equally wide, tall, or both, wherever they stand.

    Raises:
        FigureError: when an element already belongs to another group.

    Example:
        same_size(policy, reference, axis="width")
    """
    if axis not in AXES:
        raise FigureError(f"axis={axis!r} is not an axis", fix=choices(axis, AXES, "values"), source=caller())
    group = SizeGroup(axis)
    for element in elements:
        body = as_place(element).element()
        if "_size_group" in body.__dict__:
            line = body.__dict__["_size_group_source"].line
            raise FigureError(
                f"the size of this {type(body).__name__} already has an owner (line {line})",
                fix="name all elements of one size in one same_size()",
                source=caller(),
            )
        body.__dict__["_size_group"] = group
        body.__dict__["_size_group_source"] = caller()
