"""Rows and columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from llmfig.errors import FigureError, choices
from llmfig.geometry import Rect
from llmfig.layout.demand import demanded_gap
from llmfig.layout.describe import LaidTracks
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.layout.engine import Layout
from llmfig.layout.tracks import AXES, Axis, Tracks, check_tracks, same_size
from llmfig.vocabulary import ColumnAlign, Gap, RowAlign, Stick

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
        gap: Gap,
        align: RowAlign | ColumnAlign,
        equal: Axis | None,
        tracks: Tracks | None,
        axis: Element | None,
        spread: bool,
        stick: Stick | None,
    ) -> None:
        super().__init__(stick=stick)
        noun = type(self).__name__
        self._children = [as_element(c, where=f"an element in a {noun}") for c in children if c is not None]
        if not self._children:
            raise FigureError(f"this {noun} is empty", fix="put at least one element into it", source=self.source)
        for child in self._children:
            side = getattr(child, "side", None) if child.extra else None
            if side in (("top", "bottom") if self.horizontal else ("left", "right")):
                name = type(child).__name__
                raise FigureError(
                    f"a {name} with side={side!r} has no room in a {noun}",
                    fix=f"hand it to a Diagram, which makes room for it: Diagram(layout, {name}(...))",
                    source=self.source,
                )
        valid = _ALIGN[self.kind]
        if align not in valid:
            raise FigureError(
                f"a {noun} has no align={align!r}", fix=choices(align, valid, "values"), source=self.source
            )
        self.gap, self.align, self.tracks, self.axis, self.spread = gap, valid[align], tracks, axis, spread
        if axis is not None and axis not in self._children:
            raise FigureError(
                f"the axis of this {noun} is not one of its elements",
                fix=f"keep one of them in a variable, and name that: {noun}(a, b, axis=b)",
                source=self.source,
            )
        check_tracks("tracks", tracks, self.source)
        if equal is not None:
            if equal not in AXES:
                fix = choices(equal, AXES, "values")
                raise FigureError(f"a {noun} has no equal={equal!r}", fix=fix, source=self.source)
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

    def _seats(self, layout: Layout, length: float) -> list[tuple[float, float, float]]:
        """The slots as they lie in a frame of some length."""
        slots = self._slots(layout)
        # Not the measured size, which a size group may have widened.
        slack = max(0.0, length - sum(slots[-1]))
        between = slack / (len(slots) - 1) if self.spread and len(slots) > 1 else 0.0
        origin = 0.0 if between else slack / 2
        return [(origin + between * i + start, before, after) for i, (start, before, after) in enumerate(slots)]

    def laid_tracks(self, layout: Layout) -> Sequence[LaidTracks]:
        rect = layout.frame(self)
        at, length = (rect.x, rect.w) if self.horizontal else (rect.y, rect.h)
        seats = self._seats(layout, length)
        spans = tuple((at + start, at + start + before + after, at + start + before) for start, before, after in seats)
        gap = layout.theme.gap(self.gap, self.source)
        return [LaidTracks("column" if self.horizontal else "row", gap, spans)]

    def arrange(self, layout: Layout, rect: Rect) -> None:
        length, depth = (rect.w, rect.h) if self.horizontal else (rect.h, rect.w)
        low, high = self._cross(layout)
        low += max(0.0, depth - low - high) / 2
        for child, (start, before, _) in zip(self._children, self._seats(layout, length), strict=True):
            mb, ma, cb, ca = self._extents(layout.measure(child))
            along = start + before - mb
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
        *children: elements or strings, from the left; `None` is skipped.
        gap: between neighbours, a step of the spacing scale: `none`, `hair`, `xs`, `s`, `m`, `l`, `xl` or `xxl`; it
            grows by itself where an arrow or its label needs room.
        align: how they line up: `center` (by their axes: the middle of each, or of its body when it has notes),
            `top`, `bottom`, or `fill` (all as tall as the row).
        equal: what all of them have in common: `width`, `height` or `both`.
        tracks: columns shared with other containers: child `i` of each is equally wide.
        axis: the child whose axis is that of the whole row, where a `Column` or `Grid` aligns it; by default the
            middle.
        spread: whether spare width goes between the children; by default it goes to both ends.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: for an empty row and for what is no element.

    Example:
        ```python
        prompt, answer = (
            Box(tr("Prompt", "提示词"), role="data"),
            Box(tr("Response", "回答"), role="sample"),
        )
        model = Box(Column(tr("Policy", "策略模型"), NeuralNet(), gap="xs"), role="model")
        Diagram(Row(prompt, model, answer, gap="l"), chain(prompt, model, answer))
        ```
    """

    kind = "row"
    horizontal = True

    def __init__(
        self,
        *children: Content | None,
        gap: Gap = "m",
        align: RowAlign = "center",
        equal: Axis | None = None,
        tracks: Tracks | None = None,
        axis: Element | None = None,
        spread: bool = False,
        stick: Stick | None = None,
    ) -> None:
        super().__init__(
            *children, gap=gap, align=align, equal=equal, tracks=tracks, axis=axis, spread=spread, stick=stick
        )


class Column(Linear):
    """Elements one below the other.

    Args:
        *children: elements or strings, from the top; `None` is skipped.
        gap: between neighbours, a step of the spacing scale: `none`, `hair`, `xs`, `s`, `m`, `l`, `xl` or `xxl`; it
            grows by itself where an arrow or its label needs room.
        align: how they line up: `center` (by their axes: the middle of each, or of its body when it has notes),
            `left`, `right`, or `fill` (all as wide as the column).
        equal: what all of them have in common: `width`, `height` or `both`.
        tracks: rows shared with other containers: child `i` of each is equally tall.
        axis: the child whose axis is that of the whole column, where a `Row` or `Grid` aligns it; by default the
            middle.
        spread: whether spare height goes between the children; by default it goes to both ends.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: for an empty column and for what is no element.

    Example:
        ```python
        attention = Box(tr("Self-attention", "自注意力"), role="model")
        norm = Box(tr("Add & norm", "残差与归一化"), role="compute")
        feed_forward = Box(tr("Feed-forward", "前馈网络"), role="model")
        Diagram(
            Column(feed_forward, norm, attention, gap="s", equal="width"),
            chain(attention, norm, feed_forward),
        )
        ```
    """

    kind = "column"
    horizontal = False

    def __init__(
        self,
        *children: Content | None,
        gap: Gap = "m",
        align: ColumnAlign = "center",
        equal: Axis | None = None,
        tracks: Tracks | None = None,
        axis: Element | None = None,
        spread: bool = False,
        stick: Stick | None = None,
    ) -> None:
        super().__init__(
            *children, gap=gap, align=align, equal=equal, tracks=tracks, axis=axis, spread=spread, stick=stick
        )
