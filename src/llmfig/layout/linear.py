"""Rows and columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from llmfig.errors import FigureError, choices
from llmfig.geometry import Rect
from llmfig.layout.demand import demanded_gap
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.layout.engine import Layout
from llmfig.layout.tracks import Axis, Tracks, same_size

Align = Literal["center", "start", "end", "fill"]
_ALIGN = {
    "row": {"center": "center", "top": "start", "bottom": "end", "fill": "fill"},
    "column": {"center": "center", "left": "start", "right": "end", "fill": "fill"},
}


class Linear(Element):
    """What Row and Column share. `main` is the direction of the sequence, `cross` the other one."""

    horizontal: ClassVar[bool]

    def __init__(
        self,
        *children: Content | None,
        gap: str = "m",
        align: str = "center",
        equal: Axis | None = None,
        tracks: Tracks | None = None,
        axis: Element | None = None,
        spread: bool = False,
        stick: str | None = None,
    ) -> None:
        super().__init__(stick=stick)
        noun = type(self).__name__
        self._children = [as_element(c, where=f"an element in a {noun}") for c in children if c is not None]
        if not self._children:
            raise FigureError(f"this {noun} is empty", fix="put at least one element into it", source=self.source)
        valid = _ALIGN[self.kind]
        if align not in valid:
            raise FigureError(
                f"a {noun} has no align={align!r}", fix=choices(align, valid, "values"), source=self.source
            )
        self.gap, self.align, self.tracks, self.axis, self.spread = gap, valid[align], tracks, axis, spread
        if axis is not None and axis not in self._children:
            raise FigureError(
                f"the axis of this {noun} is not one of its elements", fix="name one of them", source=self.source
            )
        if equal is not None:
            same_size(*self._children, axis=equal)

    def children(self) -> Sequence[Element]:
        return self._children

    def _extents(self, size: Size) -> tuple[float, float, float, float]:
        """Main extent before and after the axis, cross extent before and after."""
        if self.horizontal:
            return size.ax, size.w - size.ax, size.ay, size.h - size.ay
        return size.ay, size.h - size.ay, size.ax, size.w - size.ax

    def _slots(self, layout: Layout) -> list[tuple[float, float, float]]:
        """Start, extent before and extent after the axis of each child along the main direction."""
        if self.tracks is not None:
            layout.share(self.tracks)
        slots: list[tuple[float, float, float]] = []
        at = 0.0
        for i, child in enumerate(self._children):
            before, after, _, _ = self._extents(layout.measure(child))
            if self.tracks is not None:
                before, after = self.tracks.feed(i, before, after)
            if i:
                gap = layout.theme.gap(self.gap, self.source)
                gap = max(gap, demanded_gap(layout, self, self._children[i - 1], child, self.horizontal))
                at += gap if self.tracks is None else self.tracks.between(i - 1, gap)
            slots.append((at, before, after))
            at += before + after
        return slots

    def _cross(self, layout: Layout) -> tuple[float, float]:
        """Cross extent before and after the shared axis."""
        sizes = [self._extents(layout.measure(c)) for c in self._children]
        if self.align == "center":
            return max(s[2] for s in sizes), max(s[3] for s in sizes)
        whole = max(s[2] + s[3] for s in sizes)
        return whole / 2, whole / 2

    def measure(self, layout: Layout) -> Size:
        slots = self._slots(layout)
        start, before, after = slots[-1]
        main = start + before + after
        low, high = self._cross(layout)
        centre = main / 2
        if self.axis is not None:
            start, before, _ = slots[self._children.index(self.axis)]
            centre = start + before
        if self.horizontal:
            return Size(main, low + high, centre, low)
        return Size(low + high, main, low, centre)

    def arrange(self, layout: Layout, rect: Rect) -> None:
        slots = self._slots(layout)
        length, depth = (rect.w, rect.h) if self.horizontal else (rect.h, rect.w)
        low, high = self._cross(layout)
        # Not the measured size, which a size group may have widened.
        slack = max(0.0, length - sum(slots[-1]))
        between = slack / (len(slots) - 1) if self.spread and len(slots) > 1 else 0.0
        origin = 0.0 if between else slack / 2
        low += max(0.0, depth - low - high) / 2
        for i, (child, (start, before, _)) in enumerate(zip(self._children, slots, strict=True)):
            mb, ma, cb, ca = self._extents(layout.measure(child))
            along = origin + between * i + start + before - mb
            at, size = self._across(child, cb, ca, low, depth)
            if self.horizontal:
                layout.arrange(child, Rect(rect.x + along, rect.y + at, mb + ma, size))
            else:
                layout.arrange(child, Rect(rect.x + at, rect.y + along, size, mb + ma))

    def _across(self, child: Element, before: float, after: float, axis: float, depth: float) -> tuple[float, float]:
        """Where a child sits across the main direction: offset and size."""
        align = self.align
        if child.stick is not None:
            words = child.stick.split()
            ends = ("top", "bottom", "fill-y") if self.horizontal else ("left", "right", "fill-x")
            for word, meaning in zip((*ends, "fill"), ("start", "end", "fill", "fill"), strict=True):
                if word in words:
                    align = meaning
        match align:
            case "fill":
                return 0.0, depth
            case "start":
                return 0.0, before + after
            case "end":
                return depth - before - after, before + after
            case _:
                return axis - before, before + after


class Row(Linear):
    """Elements side by side.

    Args:
        children: elements or strings; `None` is skipped.
        gap: a step of the spacing scale; grows where a connector's label needs room.
        align: "center" (by alignment axes), "top", "bottom" or "fill".
        equal: make all children equally wide ("width"), tall ("height") or both.
        tracks: columns shared with other containers.
        axis: the child whose axis is the row's own alignment axis.
        spread: use spare width between the children instead of around them.

    Example:
        Row(Box("Input"), Box("Model", role="model"), gap="l")
    """

    kind = "row"
    horizontal = True


class Column(Linear):
    """Elements one below the other; see `Row`, with "left" and "right" for `align`.

    Example:
        Column("Prompt", Box("Model", role="model"), gap="s", equal="width")
    """

    kind = "column"
    horizontal = False
