"""Level bars of parts, drawn to a scale that several of them share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from llmfig.chart.mark import as_label, each
from llmfig.chart.numbers import Values, numbers, plain_number, same_length
from llmfig.chart.swatch import fill_paint, hatch_paint
from llmfig.elements.hatch import hatch
from llmfig.errors import FigureError, called, caller, check_index, check_number, counted, short
from llmfig.geometry import Rect, union
from llmfig.layout.element import Content, Element, Size
from llmfig.layout.place import Anchor, Part, Place
from llmfig.scene.model import Box, Item, Shape
from llmfig.vocabulary import RoleName, Stick, TextSize

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

PAD = 8.0  # on each side of a label in its part, px
EPSILON = 1e-6
TALL = 1.9  # em


class Unit:
    """A scale that several `Segments` share: how long 1 is in all of them, as long as the tightest label needs.

    Args:
        least: how long 1 is at least, in em of body text.

    Example:
        ```python
        unit = Unit(2)
        target, estimate = (
            Segments([4], role="sample", unit=unit),
            Segments([4, 2], role=["sample", "loss"], unit=unit),
        )
        Column(target, estimate, align="left", gap="s")
        ```
    """

    def __init__(self, least: float = 1.0) -> None:
        check_number("least", least, caller())
        self.least = least
        self.reset()

    def reset(self) -> None:
        """Forget what an earlier run fed."""
        self._fed = self._settled = 0.0

    def feed(self, px: float) -> float:
        """Report what a label needs; returns the settled px per unit, at least as large."""
        self._fed = max(self._fed, px)
        return max(self._settled, px)

    def settle(self) -> bool:
        """Take over what was fed; True when that changed anything."""
        changed = abs(self._fed - self._settled) > EPSILON
        self._settled, self._fed = self._fed, 0.0
        return changed


class Segment(Element):
    """One part of `Segments`; an anchor like any element."""

    kind = "segment"

    def __init__(self, label: Element | None, *, role: RoleName, hatched: bool) -> None:
        super().__init__()
        self.label, self.role, self.hatched = label, role, hatched

    def children(self) -> Sequence[Element]:
        return [self.label] if self.label else []

    def measure(self, layout: Layout) -> Size:
        inside = layout.measure(self.label) if self.label else Size.of(0, 0)
        return Size.of(inside.w + 2 * PAD, inside.h + PAD)

    def arrange(self, layout: Layout, rect: Rect) -> None:
        if self.label:
            s = layout.measure(self.label)
            layout.arrange(self.label, Rect(rect.cx - s.w / 2, rect.cy - s.h / 2, s.w, s.h))

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        role = layout.theme.role(self.role, self.source)
        items: list[Item] = [Box(rect, fill_paint(layout.theme, role, hatched=self.hatched))]
        if self.hatched:
            items.append(Shape(hatch(rect.grown(-1)), hatch_paint(layout.theme, role)))
        return items

    def inner(self, layout: Layout, rect: Rect) -> Rect | None:
        return rect

    def role_name(self) -> str | None:
        return self.role


class Segments(Element):
    r"""A level bar whose parts are as long as their values. `bar[0]` and `bar[0:2]` are places for braces and arrows.

    Args:
        values: the lengths of the parts, above zero.
        role: of the parts: one for all, or one each.
        labels: a string or an element per part, `None` for none; by default the values.
        hatched: which parts are hatched: all, or a list.
        unit: what stands for 1, shared with other bars; see `Unit`.
        size: of strings: `tiny`, `small`, `body`, `large`, `heading` or `title`.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: for values that are not above zero, and for lists of another length.

    Example:
        ```python
        memory = Segments(
            [2, 2, 8], role=["model", "loss", "compute"], labels=["$\\theta$", "$\\nabla$", "Adam"]
        )
        bytes_of = Brace(
            memory, side="bottom", style="dimension", label=tr("12 bytes a parameter", "每个参数 12 字节")
        )
        Diagram(memory, bytes_of)
        ```
    """

    kind = "segments"
    solid = True

    def __init__(
        self,
        values: Values,
        *,
        role: RoleName | Sequence[RoleName] = "model",
        labels: Sequence[Content | None] | None = None,
        hatched: bool | Sequence[bool] = False,
        unit: Unit | None = None,
        size: TextSize = "body",
        stick: Stick | None = None,
    ) -> None:
        super().__init__(stick=stick)
        self.values = numbers(values, "values", self.source)
        n = len(self.values)
        if min(self.values) <= 0:
            raise FigureError(
                f"a part of a bar cannot be {min(self.values):g} long", fix="leave it out", source=self.source
            )
        texts: Sequence[Content | None] = [plain_number(v) for v in self.values] if labels is None else labels
        same_length(texts, n, "labels", "parts", self.source)
        roles = each(role, n, "roles", "parts", self.source)
        hatchings = each(hatched, n, "hatchings", "parts", self.source)
        if unit is not None and not isinstance(unit, Unit):
            fix = "make one and share it: unit = Unit(2); Segments([3, 1], unit=unit)"
            raise FigureError(f"unit= cannot be {called(unit)}", fix=fix, source=self.source)
        self.unit = unit or Unit()
        self.parts = [
            Segment(as_label(t, "the label of a part", size, None), role=r, hatched=h)
            for t, r, h in zip(texts, roles, hatchings, strict=True)
        ]

    def children(self) -> Sequence[Element]:
        return self.parts

    def __len__(self) -> int:
        return len(self.parts)

    def __getitem__(self, index: slice | int) -> Segment | Part:
        """A part, or several as one place.

        Args:
            index: a number from 0 (negative ones count from the end) or a slice.

        Raises:
            FigureError: when there is no such part.

        Example:
            ```python
            value = Segments([5, 2, 1], role=["model", "auxiliary", "loss"], unit=Unit(2))
            Diagram(
                value,
                Brace(value[0], label=tr("true value", "真实价值")),
                Brace(value[1:], label=tr("bias", "偏差")),
            )
            ```
        """
        count = len(self.parts)
        if not isinstance(index, slice):
            return self.parts[check_index(index, count, "part")]
        found = range(count)[index]
        if not found:
            raise FigureError(f"no parts lie in {short(index)}", fix=counted(count, "part"), source=caller())
        return Part(self, lambda layout: union(layout.frame(self.parts[i]) for i in found))

    def named_places(self, layout: Layout) -> Mapping[str, Place | Anchor]:
        return {**super().named_places(layout), **{f"[{i}]": part for i, part in enumerate(self.parts)}}

    def _scale(self, layout: Layout) -> float:
        """Px that stand for 1."""
        layout.share(self.unit)
        need = max(layout.measure(p).w / v for p, v in zip(self.parts, self.values, strict=True))
        return self.unit.feed(max(need, self.unit.least * layout.theme.size("body")))

    def measure(self, layout: Layout) -> Size:
        tall = max([TALL * layout.theme.size("body"), *(layout.measure(p).h for p in self.parts)])
        return Size.of(sum(self.values) * self._scale(layout), tall)

    def arrange(self, layout: Layout, rect: Rect) -> None:
        # Never stretched: a longer bar would be another value.
        x, scale = rect.x, self._scale(layout)
        for part, value in zip(self.parts, self.values, strict=True):
            layout.arrange(part, Rect(x, rect.y, value * scale, rect.h))
            x += value * scale
