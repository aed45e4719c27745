"""Timelines: a notched bar with dates, and events above and below it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from llmfig.connect.link import Line
from llmfig.elements.box import Box
from llmfig.elements.text import Text
from llmfig.errors import FigureError, called, caller, check_index, choices, counted, short
from llmfig.geometry import Path, Point, Rect, Side, polyline
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.layout.place import Anchor, Place
from llmfig.layout.tracks import same_size
from llmfig.scene.model import Gradient, Item, Paint, Shape
from llmfig.vocabulary import Gap, RoleName, Stick, TextSize

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

SIDES_OF = ("above", "below")
NOTCH = 0.5  # of the bar's height, that its ends stand in and out


@dataclass(frozen=True, slots=True)
class Event:
    """A date with what happened then; made by `event`."""

    date: Content
    content: Content | None
    above: Content | None
    below: Content | None
    role: str | None


def event(
    date: Content,
    content: Content | None = None,
    *,
    above: Content | None = None,
    below: Content | None = None,
    role: RoleName | None = None,
) -> Event:
    """A date of a `Timeline`, with what happened then.

    Args:
        date: a string or an element, which stands in the bar.
        content: what happened: a string, which becomes a box, or an element; such events stand above and below in
            turn.
        above: what happened, above the bar.
        below: what happened, below the bar; a date may have both.
        role: of its boxes; by default as the timeline says.

    Raises:
        FigureError: when there is nothing to tell of that date.

    Example:
        ```python
        Timeline(
            event("2017", above="PPO", below="Transformer"),
            event("2022", above=tr("Instruction tuning", "指令微调"), below="ChatGPT", role="sample"),
            reach="m",
        )
        ```
    """
    if role is not None and not isinstance(role, str):
        raise FigureError(f"the role of an event cannot be {called(role)}", fix="name it: role='data'", source=caller())
    if content is None and above is None and below is None:
        fix = "write event('2017', 'what happened')"
        raise FigureError(f"the date {short(date)} has no event", fix=fix, source=caller())
    if content is not None and (above is not None or below is not None):
        fix = "use above= and below= for a date with two events"
        raise FigureError(f"the date {short(date)} has its event given twice", fix=fix, source=caller())
    return Event(date, content, above, below, role)


class Bar(Element):
    """The bar of a timeline: notched at its start, pointed at its end, with a gradient from one role to another."""

    kind = "bar"
    solid = True

    def __init__(self, dates: Sequence[Element], roles: tuple[str, str]) -> None:
        super().__init__()
        self.dates, self.roles = dates, roles

    def children(self) -> Sequence[Element]:
        return self.dates

    def measure(self, layout: Layout) -> Size:
        pad = layout.theme.gap("s")
        return Size.of(0, max(layout.measure(d).h for d in self.dates) + 2 * pad)

    def point(self, layout: Layout) -> float:
        """How far the point stands out, px."""
        return layout.measure(self).h * NOTCH

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        first, last = (layout.theme.role(r, self.source) for r in self.roles)
        colors = (first.fill or layout.theme.paper, last.fill or layout.theme.paper)
        gradient = Gradient(rect.at(0, 0.5), rect.at(1, 0.5), colors)
        line = last.stroke or layout.theme.line
        return [Shape(self.shape(layout, rect), Paint(fill=gradient, stroke=line, width=layout.theme.stroke("thin")))]

    def shape(self, layout: Layout, rect: Rect) -> Path:
        n = self.point(layout)
        corners = [rect.at(0, 0), Point(rect.right - n, rect.y), rect.at(1, 0.5), Point(rect.right - n, rect.bottom)]
        return polyline([*corners, rect.at(0, 1), Point(rect.x + n, rect.cy)], closed=True)

    def inner(self, layout: Layout, rect: Rect) -> Rect | None:
        n = self.point(layout)
        return rect.grown(-n, 0, -n, 0)

    def role_name(self) -> str | None:
        return self.roles[1]

    def on(self, date: Element, side: Side) -> Anchor:
        """The point of the bar's border over or under a date."""

        def locate(layout: Layout) -> Point:
            bar = layout.frame(self)
            return Point(layout.frame(date).cx, bar.y if side == "top" else bar.bottom)

        return Anchor(self, side, locate)


class Timeline(Element):
    r"""Dates in order on a bar, with their events in boxes above and below it; not to scale.

    The boxes are equally large, each over or under its date, and dates are as far apart as the boxes ask for.

    Args:
        *events: what `event(...)` gives, in order.
        role: of the boxes.
        roles: of the two ends of the bar, whose fill runs from one to the other.
        size: of the text in the boxes: `tiny`, `small`, `body`, `large`, `heading` or `title`.
        wrap: breaks the text in the boxes into lines of this many em.
        date_size: of the dates: `tiny`, `small`, `body`, `large`, `heading` or `title`.
        pad: inside of the boxes, a step of the spacing scale.
        gap: between neighbouring boxes, a step of the spacing scale.
        reach: between boxes and bar, a step of the spacing scale.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: when there are no events.

    Example:
        ```python
        Timeline(
            event("2017", "Transformer"),
            event("2020", "GPT-3"),
            event("2022", tr("Chain of\nthought", "思维链")),
            event("2024", tr("Reasoning\nmodels", "推理模型")),
            pad="s",
            gap="s",
            reach="m",
        )
        ```
    """

    kind = "timeline"

    def __init__(
        self,
        *events: Event,
        role: RoleName = "model",
        roles: tuple[RoleName, RoleName] = ("paper", "data"),
        size: TextSize = "body",
        wrap: float | None = None,
        date_size: TextSize = "body",
        pad: Gap = "m",
        gap: Gap = "l",
        reach: Gap = "xl",
        stick: Stick | None = None,
    ) -> None:
        super().__init__(stick=stick)
        if not events:
            raise FigureError("this Timeline has no events", fix="give at least one event(...)", source=self.source)
        for e in events:
            if not isinstance(e, Event):
                fix = "write event('2017', 'what happened')"
                if isinstance(e, list) and e and isinstance(e[0], Event):
                    fix = "take off the brackets, or unpack the list with a star: Timeline(*events)"
                raise FigureError(f"a Timeline holds events, not {called(e)}", fix=fix, source=self.source)
        if not isinstance(roles, tuple | list) or len(roles) != 2:
            fix = "name the roles of both ends of the bar: roles=('paper', 'data')"
            raise FigureError(f"roles={short(roles)} are not two", fix=fix, source=self.source)
        self.gap, self.reach = gap, reach
        self.dates = [
            Text(e.date, size=date_size) if isinstance(e.date, str) else as_element(e.date, where="a date")
            for e in events
        ]
        self.bar = Bar(self.dates, roles)
        self.boxes: dict[str, dict[int, Element]] = {side: {} for side in SIDES_OF}
        turn = 0
        for i, e in enumerate(events):
            if e.content is not None:
                given = {SIDES_OF[turn % 2]: e.content}
            else:
                given = {side: c for side, c in zip(SIDES_OF, (e.above, e.below), strict=True) if c is not None}
            turn = SIDES_OF.index(list(given)[-1]) + 1
            for side, content in given.items():
                is_text = isinstance(content, str)
                box = (
                    Box(content, role=e.role or role, size=size, wrap=wrap, pad=pad)
                    if is_text
                    else as_element(content, where="what happened")
                )
                self.boxes[side][i] = box
        same_size(*(b for row in self.boxes.values() for b in row.values()))
        sides: dict[str, tuple[Side, Side]] = {"above": ("top", "bottom"), "below": ("bottom", "top")}
        self.links = [
            Line(self.bar.on(self.dates[i], near), box.port(far), route="straight")
            for side, (near, far) in sides.items()
            for i, box in self.boxes[side].items()
        ]

    def children(self) -> Sequence[Element]:
        return [self.bar, *(b for row in self.boxes.values() for b in row.values())]

    def date(self, i: int) -> Element:
        """A date as a place for arrows, notes and braces.

        Args:
            i: of which event, from 0.

        Example:
            ```python
            history = Timeline(
                event("2013", above="DQN"),
                event("2016", above="AlphaGo"),
                event("2017", above="PPO"),
                reach="m",
            )
            Diagram(
                history,
                Brace(
                    around(history.date(0), history.date(2)),
                    side="bottom",
                    label=tr("deep RL", "深度强化学习"),
                    gap="m",
                ),
            )
            ```
        """
        return self.dates[check_index(i, len(self.dates), "date")]

    def box(self, i: int, side: Literal["above", "below"] | None = None) -> Element:
        """The box of an event as a place for arrows, notes and highlights.

        Args:
            i: of which event, from 0.
            side: `above` or `below`, for a date with two events.

        Raises:
            FigureError: when there is no such event.

        Example:
            ```python
            history = Timeline(
                event("2013", above="DQN"),
                event("2016", above="AlphaGo"),
                event("2017", above="PPO"),
                reach="m",
            )
            Diagram(
                history,
                Highlight(history.box(1), pad="xs"),
                Note(tr("beats Lee Sedol", "战胜李世石"), over=history.box(1), gap="s"),
            )
            ```
        """
        found = [self.boxes[s][i] for s in SIDES_OF if i in self.boxes[s] and side in (None, s)]
        if not found:
            where = f" {side}" if side else ""
            fix = counted(len(self.dates), "event")
            if side is not None and i in range(len(self.dates)):
                has = [s for s in SIDES_OF if i in self.boxes[s]]
                fix = choices(side, has, "sides of that event")
            raise FigureError(f"there is no event {short(i)}{where}", fix=fix, source=caller())
        return found[0]

    def named_places(self, layout: Layout) -> Mapping[str, Place | Anchor]:
        found: dict[str, Place | Anchor] = {**super().named_places(layout)}
        found |= {f"date({i})": date for i, date in enumerate(self.dates)}
        for side, row in self.boxes.items():
            found |= {f'box({i}, "{side}")': box for i, box in row.items()}
        return found

    # Layout ------------------------------------------------------------------------------------------------------

    def axes(self, layout: Layout) -> list[float]:
        """Where the dates stand: as near to each other as dates and boxes allow, in even steps where they do; px."""
        widths = [layout.measure(d).w for d in self.dates]
        air = layout.theme.gap("m")
        needs = [(a + b) / 2 + air for a, b in itertools.pairwise(widths)]
        boxes = list(self._box_needs(layout))
        # Neighbouring dates whose boxes stand on one side are farther apart; all others keep one distance.
        step = max([*needs, *(px / (j - i) for i, j, px in boxes if j - i > 1)], default=0.0)
        axes = [0.0]
        for k in range(1, len(self.dates)):
            axes.append(max([axes[-1] + step, *(axes[i] + px for i, j, px in boxes if j == k)]))
        return axes

    def _box_needs(self, layout: Layout) -> Iterator[tuple[int, int, float]]:
        """How far apart the dates of neighbouring boxes must be: first date, second date, px."""
        gap = layout.theme.gap(self.gap, self.source)
        for row in self.boxes.values():
            for i, j in itertools.pairwise(sorted(row)):
                yield i, j, (layout.measure(row[i]).w + layout.measure(row[j]).w) / 2 + gap

    def _ends(self, layout: Layout) -> tuple[float, float]:
        """How far the bar reaches before the first date and beyond the last one."""
        axes, out = self.axes(layout), self.bar.point(layout) + layout.theme.gap("m")
        items = [(axes[i], layout.measure(b).w / 2) for row in self.boxes.values() for i, b in row.items()]
        items += [(x, layout.measure(d).w / 2 + out) for x, d in zip(axes, self.dates, strict=True)]
        return -min(x - half for x, half in items), max(x + half for x, half in items)

    def _rows(self, layout: Layout) -> tuple[float, float]:
        """What stands above and below the bar takes up, with the distance; px."""
        reach = layout.theme.gap(self.reach, self.source)
        heights = [max((layout.measure(b).h for b in self.boxes[s].values()), default=-reach) for s in SIDES_OF]
        return heights[0] + reach, heights[1] + reach

    def measure(self, layout: Layout) -> Size:
        before, after = self._ends(layout)
        above, below = self._rows(layout)
        bar = layout.measure(self.bar).h
        return Size(before + after, above + bar + below, (before + after) / 2, above + bar / 2)

    def arrange(self, layout: Layout, rect: Rect) -> None:
        size, axes = layout.measure(self), self.axes(layout)
        before, _ = self._ends(layout)
        above, _ = self._rows(layout)
        x, y = rect.x + (rect.w - size.w) / 2, rect.y + (rect.h - size.h) / 2
        bar = Rect(x, y + above, size.w, layout.measure(self.bar).h)
        layout.arrange(self.bar, bar)
        reach = layout.theme.gap(self.reach, self.source)
        for date, axis in zip(self.dates, axes, strict=True):
            s = layout.measure(date)
            layout.arrange(date, Rect(x + before + axis - s.w / 2, bar.cy - s.h / 2, s.w, s.h))
        for side, i in itertools.chain.from_iterable(((s, i) for i in self.boxes[s]) for s in SIDES_OF):
            box = self.boxes[side][i]
            s = layout.measure(box)
            top = bar.y - reach - s.h if side == "above" else bar.bottom + reach
            layout.arrange(box, Rect(x + before + axes[i] - s.w / 2, top, s.w, s.h))
