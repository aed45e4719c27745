"""Tracks and size groups: quantities that several elements feed and share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from llmfig.errors import FigureError, Source, called, caller, choices
from llmfig.layout.element import Element, Size
from llmfig.layout.place import as_place

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

Axis = Literal["width", "height", "both"]
AXES = ("width", "height", "both")
EPSILON = 1e-6


class Tracks:
    """Rows or columns that several containers share: track `i` is equally large in all of them.

    Hand the same `Tracks()` to `Row`, `Column`, `Grid`, `Strip`, `Matrix`, `Table`, `Bars` or `Tree` as `tracks=`,
    `rows=` or `cols=`.

    Example:
        ```python
        columns = Tracks()
        words = tr(["The", "policy", "improves"], ["策略", "不断", "改进"])
        Column(
            Strip(words, tracks=columns), Strip([464, 2450, 19575], tracks=columns, role="muted"), gap="s"
        )
        ```
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


def check_tracks(name: str, value: object, source: Source) -> None:
    """An error unless an option is `Tracks()`, or nothing."""
    if value is not None and not isinstance(value, Tracks):
        raise FigureError(
            f"{name}= cannot be {called(value)}",
            fix="rows and columns count themselves; to share them, hand one shared = Tracks() to several containers",
            source=source,
        )


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
    """Draws elements equally wide, tall, or both, wherever they stand.

    Within one `Row` or `Column` its option `equal` is shorter.

    Args:
        *elements: those that share a size; each may be named in one `same_size` only.
        axis: what they have in common: `width`, `height` or `both`.

    Raises:
        FigureError: when an element already belongs to another group.

    Example:
        ```python
        policy, value = (
            Box(tr("Policy model", "策略模型"), role="model"),
            Box(tr("Value", "价值"), role="auxiliary"),
        )
        same_size(policy, value)
        Row(Panel(policy, title=tr("Actor", "演员")), Panel(value, title=tr("Critic", "评委")))
        ```
    """
    if axis not in AXES:
        raise FigureError(f"axis={axis!r} is not an axis", fix=choices(axis, AXES, "values"), source=caller())
    group = SizeGroup(axis)
    for element in elements:
        if isinstance(element, list | tuple):
            fix = "take off the brackets, or unpack the list with a star: same_size(*boxes)"
            raise FigureError("same_size() takes elements, not a list of them", fix=fix, source=caller())
        body = as_place(element).element()
        if body.__dict__.get("_size_group") is group:
            fix = "name each element once"
            raise FigureError(f"this {type(body).__name__} is named twice", fix=fix, source=caller())
        if "_size_group" in body.__dict__:
            line = body.__dict__["_size_group_source"].line
            raise FigureError(
                f"the size of this {type(body).__name__} (line {body.source.line}) already has an owner (line {line})",
                fix="name all elements of one size in one same_size(), or give equal= to one container only",
                source=caller(),
            )
        body.__dict__["_size_group"] = group
        body.__dict__["_size_group_source"] = caller()
