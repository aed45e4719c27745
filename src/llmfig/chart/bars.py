"""Bars, with labels under them and values over them."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import EllipsisType
from typing import TYPE_CHECKING, ClassVar

from llmfig.chart.mark import Mark, Name, Reach, as_label, each
from llmfig.chart.numbers import Number, number, plain_number, same_length, written
from llmfig.chart.scale import Ground, Scale
from llmfig.chart.slanted import Slanted
from llmfig.chart.swatch import Look, fill_paint, hatch_paint
from llmfig.chart.terrain import Terrain
from llmfig.elements.hatch import hatch
from llmfig.errors import FigureError, called
from llmfig.geometry import Point, Rect, union
from llmfig.layout.element import Content, Element
from llmfig.layout.tracks import Tracks, check_tracks
from llmfig.scene.model import Box, Item, Shape
from llmfig.vocabulary import Gap, RoleName

if TYPE_CHECKING:
    from llmfig.chart.chart import Chart
    from llmfig.layout.engine import Layout

LABEL_AIR = 8.0  # between the labels of neighbouring bars, px
VALUE_AIR = 3.0  # on each side of a value over its bar, and between the two, px
LABEL_DROP = 7.0  # between the axis and the labels, px
LEAST = 1.2  # em: no pitch is narrower
ROOM_ABOVE = 1.04  # of the highest bar that the axis reaches to

Values = Iterable["Number | EllipsisType | None"]
ValueLabels = bool | str | Callable[[float], str] | Sequence[Content | None]


class Bars(Mark):
    """Upright bars in a row; bar `i` stands at x = i.

    They grow apart until the widest label and value fit, so labels are never cut or shrunk.

    Args:
        values: a number per bar, or an array; `None` leaves a place empty, `...` fills it with dots.
        labels: a string or an element below each bar, `None` for none.
        role: of the bars: one for all, a list, or a function of the index. Where bars differ, their labels have the
            same colours.
        hatched: which bars are hatched: all, a list, or a function of the index.
        value_labels: what stands over the bars: `True` for the values, a format such as `.2f`, a function from
            value to string, or a list.
        base: where the bars begin: a number, or one per bar to stack bars on others.
        gap: between neighbouring bars, a step of the spacing scale.
        margin: room at both ends of the row, in bars.
        turned: whether the labels are set at 45 degrees.
        tracks: columns shared with as many cells of the same `gap`, above or below: each bar stands over its cell.
        name: what a legend calls them; for several roles a mapping from role to name.

    Raises:
        FigureError: for values that are no finite numbers, and for lists of another length.

    Example:
        ```python
        words = tr(["are", "was", "is", "cat"], ["是", "在", "有", "猫"])
        Chart(
            Axis("y", title=tr("probability", "概率")),
            Bars(
                [0.5, 0.3, 0.15, 0.05],
                labels=words,
                role=["sample", "data", "data", "muted"],
                value_labels=True,
            ),
            wide=10,
            tall=6,
        )
        ```
    """

    kind: ClassVar[str] = "bars"
    layer = 20
    rank = 10

    def __init__(
        self,
        values: Values,
        *,
        labels: Sequence[Content | None] | None = None,
        role: RoleName | Sequence[RoleName] | Callable[[int], RoleName] = "data",
        hatched: bool | Sequence[bool] | Callable[[int], bool] = False,
        value_labels: ValueLabels = False,
        base: Number | Sequence[Number] = 0.0,
        gap: Gap = "none",
        margin: float = 0.6,
        turned: bool = False,
        tracks: Tracks | None = None,
        name: Name | None = None,
    ) -> None:
        super().__init__(name=name)
        if not isinstance(values, Iterable) or isinstance(values, str | Mapping):
            fix = "give a list: Bars([0.5, 0.3, 0.2], labels=['are', 'was', 'is'])"
            raise FigureError(f"the values of Bars cannot be {called(values)}", fix=fix, source=self.source)
        check_tracks("tracks", tracks, self.source)
        given = list(values)
        if not given:
            raise FigureError("there are no bars", fix="give at least one value", source=self.source)
        n = len(given)
        self.values = [
            None if v is None or v is ... else number(v, f"value {i} of the bars", self.source)
            for i, v in enumerate(given)
        ]
        self.roles: list[str] = each(role, n, "roles", "bars", self.source)
        self.hatched: list[bool] = each(hatched, n, "hatchings", "bars", self.source)
        self.base = [
            number(b, f"base {i} of the bars", self.source)
            for i, b in enumerate(each(base, n, "bases", "bars", self.source))
        ]
        self.gap, self.margin, self.turned = gap, number(margin, "margin", self.source), turned
        self.tracks = tracks
        dots: list[Content | None] = ["…" if v is ... else None for v in given]
        given_labels = (
            [None] * n if labels is None else [d if t is None else t for t, d in zip(labels, dots, strict=False)]
        )
        same_length(given_labels if labels is None else list(labels), n, "labels", "bars", self.source)
        inks = [
            None if isinstance(role, str) else "note" if v is None else r
            for v, r in zip(self.values, self.roles, strict=True)
        ]
        self.labels = [self._label(t, ink) for t, ink in zip(given_labels, inks, strict=True)]
        texts = self._written(value_labels)
        self.value_labels = [
            as_label(t if t is not None else d, "the value of a bar", "small", "note")
            for t, d in zip(texts, dots, strict=True)
        ]

    def _label(self, text: Content | None, role: str | None) -> Element | None:
        if self.turned and isinstance(text, str):
            return Slanted(text, size="small", role=role)
        return as_label(text, "the label of a bar", "small", role)

    def _written(self, wanted: ValueLabels) -> Sequence[Content | None]:
        """What stands over each bar."""
        if wanted is False:
            return [None] * len(self.values)
        if isinstance(wanted, Sequence) and not isinstance(wanted, str):
            same_length(wanted, len(self.values), "value labels", "bars", self.source)
            return wanted
        return [None if v is None else self._one(wanted, v) for v in self.values]

    def _one(self, wanted: bool | str | Callable[[float], str], value: float) -> str:
        if callable(wanted):
            return wanted(value)
        if isinstance(wanted, str):
            return written(value, wanted, self.source)
        return plain_number(value)

    def children(self) -> Sequence[Element]:
        return [e for e in (*self.labels, *self.value_labels) if e is not None]

    def tip(self, i: int) -> float:
        """The number that bar `i` ends at."""
        return self.base[i] + (self.values[i] or 0.0)

    # What the chart asks -------------------------------------------------------------------------------------------

    def reach_x(self) -> Reach:
        return -0.5 - self.margin, len(self.values) - 0.5 + self.margin

    def reach_y(self, _x: Scale) -> Reach:
        ends = [*self.base, *(self.tip(i) for i in range(len(self.values)))]
        low, high = min(ends), max(ends)
        return (low * ROOM_ABOVE if low < 0 else low), (high * ROOM_ABOVE if high > 0 else high)

    def room(self, layout: Layout, chart: Chart) -> tuple[float, float]:
        pitch = LEAST * layout.theme.size("body")
        gap = layout.theme.gap(self.gap, self.source)
        widths = [0.0 if e is None else layout.measure(e).w for e in self.labels]
        if self.turned:
            slanted = [e.pitch(layout, LABEL_AIR / 2) for e in self.labels if isinstance(e, Slanted)]
            pitch = max(pitch, *slanted) if slanted else pitch
        else:
            for a, b in itertools.pairwise(widths):
                pitch = max(pitch, (a + b) / 2 + LABEL_AIR) if a and b else pitch
        for e in self.value_labels:
            # A value may stand beside a higher bar, so it must be no wider than its own.
            pitch = max(pitch, layout.measure(e).w + 2 * VALUE_AIR) if e is not None else pitch
        pitch, across = max(pitch, gap * 2), chart.x.high - chart.x.low
        if self.tracks is not None:
            layout.share(self.tracks)
            # The plot may be wider for reasons of its own; the cells follow.
            half = (max(pitch, chart.least_width(layout) / across) - gap) / 2
            pitch = max(sum(self.tracks.feed(i, half, half)) for i in range(len(self.values))) + gap
        return pitch * across, 0.0

    def bar(self, layout: Layout, ground: Ground, i: int) -> Rect:
        """The rectangle of a bar; for an empty place a line on the base."""
        half = (ground.px(1) - ground.px(0) - layout.theme.gap(self.gap, self.source)) / 2
        x, y0, y1 = ground.px(i), ground.py(self.base[i]), ground.py(self.tip(i))
        return Rect(x - half, min(y0, y1), 2 * half, abs(y1 - y0))

    def occupy(self, layout: Layout, ground: Ground, terrain: Terrain) -> None:
        terrain.blocks += [self.bar(layout, ground, i) for i, v in enumerate(self.values) if v is not None]

    def seat(self, layout: Layout, ground: Ground, _terrain: Terrain) -> dict[Element, Rect]:
        seats: dict[Element, Rect] = {}
        for i, label in enumerate(self.value_labels):
            if label is not None:
                s, bar = layout.measure(label), self.bar(layout, ground, i)
                below = (self.values[i] or 0.0) < 0
                y = bar.bottom + VALUE_AIR if below else bar.y - VALUE_AIR - s.h
                seats[label] = Rect(bar.cx - s.w / 2, y, s.w, s.h)
        # Values under negative bars may reach below the plot; the labels stand under all of them.
        bottom = max([ground.plot.bottom, *(r.bottom for r in seats.values())]) + LABEL_DROP
        for i, label in enumerate(self.labels):
            if isinstance(label, Slanted):
                seats[label] = label.hang(layout, Point(ground.px(i), bottom))
            elif label is not None:
                s = layout.measure(label)
                seats[label] = Rect(ground.px(i) - s.w / 2, bottom, s.w, s.h)
        return seats

    def extent(self, layout: Layout, ground: Ground) -> Rect:
        return union(self.bar(layout, ground, i) for i in range(len(self.values)))

    def hull(self, layout: Layout, ground: Ground, i: int, j: int) -> Rect:
        """The bars from `i` up to but without `j`, with the values over them and the labels under them."""
        bars = union(self.bar(layout, ground, k) for k in range(i, j))
        texts = [layout.frame(e) for row in (self.labels, self.value_labels) for e in row[i:j] if e is not None]
        top, bottom = min([bars.y, *(t.y for t in texts)]), max([bars.bottom, *(t.bottom for t in texts)])
        return Rect(bars.x, top, bars.w, bottom - top)

    # Drawing -------------------------------------------------------------------------------------------------------

    def looks(self) -> Mapping[str, Look]:
        """The names for a legend, with how each looks."""
        if self.name is None:
            return {}
        if isinstance(self.name, str):
            return {self.name: Look(self.roles[0], hatched=self.hatched[0])}
        unknown = [r for r in self.name if r not in self.roles]
        if unknown:
            raise FigureError(
                f"no bar has the role {unknown[0]!r}", fix=f"name one of: {', '.join(dict.fromkeys(self.roles))}",
                source=self.source,
            )  # fmt: skip
        return {n: Look(r, hatched=self.hatched[self.roles.index(r)]) for r, n in self.name.items()}

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        ground = self.ground(layout)
        items: list[Item] = []
        for i, value in enumerate(self.values):
            if value is None:
                continue
            bar, role = self.bar(layout, ground, i), layout.theme.role(self.roles[i], self.source)
            items.append(Box(bar, fill_paint(layout.theme, role, hatched=self.hatched[i])))
            if self.hatched[i] and bar.w > 2 and bar.h > 2:
                items.append(Shape(hatch(bar.grown(-1)), hatch_paint(layout.theme, role)))
        return items

    def role_name(self) -> str | None:
        return self.roles[0] if len(set(self.roles)) == 1 else None
