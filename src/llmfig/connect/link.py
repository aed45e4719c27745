"""Connectors: what joins two places."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, get_args

from llmfig.connect.curves import ARC_STEP, loop_reach
from llmfig.errors import FigureError, called, caller, check_number, choices, short
from llmfig.geometry import SIDES, Point, Rect, Side
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.layout.place import Anchor, Place, as_place
from llmfig.vocabulary import Head, LabelAt, LabelSide, LineStyle, RoleName, Route, Stroke

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

End = Place | Anchor
ROUTES: tuple[str, ...] = get_args(Route)
STYLES: tuple[str, ...] = get_args(LineStyle)
HEADS: tuple[str, ...] = get_args(Head)
LABELS: tuple[str, ...] = get_args(LabelAt)
LABEL_SIDES: tuple[str, ...] = get_args(LabelSide)
MIN_ARROW = 30.0  # px; shorter ones are all head
WAVE = 120.0  # px; a shorter wave is all bend
SLANTED = 48.0  # px; a flatter fan is hard to read
LABEL_AIR = 14.0  # px on each side of a label along its line

Tag = tuple[Element, LabelSide | None]


class Arrow(Element):
    """A connector from one place to another, to be handed to a `Diagram`.

    An end that is a whole element stops at its outline; which point of it, the routing decides, and arrows that
    share a side are spread along it. An anchor (`box.right`, `box.port("top", 0.25)`, `strip[3].top`,
    `formula.term("adv").bottom`) says more.

    Args:
        start: where it begins: an element, a part of one (`strip[3]`), or an anchor (`box.right`).
        end: where it ends, likewise.
        label: a string or an element; it gets a place that no line crosses, and neighbours move apart to make room.
        labels: two labels instead, above and below the line (left and right of an upright one); `None` leaves a
            side free.
        label_at: where it stands: `beside` the line, `on` it as a tag, or along its `slope`.
        label_side: the side of the line it stands at: `left`, `right`, `above` or `below`; by default where there
            is room.
        label_t: how far along the line it stands, from 0 (start) to 1 (end); by default where there is room.
        role: draws it in the strong colour of this role; by default in the theme's line colour.
        style: `solid`, `dashed`, `dotted`, `dash-dot`, `double` or `double-dashed`.
        head: which ends have an arrowhead: `end`, `start`, `both` or `none`.
        route: its way: `auto` (straight where the ends are level, else right-angled, round obstacles), `elbow`
            (right-angled), `straight` (slanted if need be), `arc` (curved; a loop when both ends are one element)
            or `wave` (leaves and arrives level).
        bend: how far an arc stands out to the left of its direction; 1 is usual, negative numbers are for the other
            side.
        around: runs round the outside of the whole figure on this side: `top`, `right`, `bottom` or `left`.
        trunk: a name; lines that share it and an end share their common stem. `fan_out` and `fan_in` choose one.
        stroke: its width: `hair`, `thin`, `normal`, `thick` or `heavy`.

    Raises:
        FigureError: for an end that is no place, and where no way can be found.

    Example:
        ```python
        agent, world = Box(tr("Agent", "智能体"), role="model"), Box(tr("Environment", "环境"), role="data")
        Diagram(
            Row(agent, world, gap="xl"),
            Arrow(agent, world, label=tr("action $a_t$", "动作 $a_t$"), route="arc"),
            Arrow(world, agent, label=tr("reward $r_t$", "奖励 $r_t$"), route="arc", role="loss"),
        )
        ```
    """

    kind = "arrow"
    extra = True
    within = "Diagram(Row(a, b), {name}(a, b))"

    def __init__(
        self,
        start: End,
        end: End,
        *,
        label: Content | None = None,
        labels: tuple[Content | None, Content | None] | None = None,
        label_at: LabelAt = "beside",
        label_side: LabelSide | None = None,
        label_t: float | None = None,
        role: RoleName | None = None,
        style: LineStyle = "solid",
        head: Head = "end",
        route: Route = "auto",
        bend: float = 1.0,
        around: Side | None = None,
        trunk: str | None = None,
        stroke: Stroke = "normal",
    ) -> None:
        super().__init__()
        for noun, value, valid in (
            ("route", route, ROUTES), ("style", style, STYLES), ("head", head, HEADS), ("label_at", label_at, LABELS),
            ("label_side", label_side, (None, *LABEL_SIDES)), ("around", around, (None, *SIDES)),
        ):  # fmt: skip
            if value not in valid:
                words = [str(v) for v in valid if v is not None]
                raise FigureError(
                    f"an arrow has no {noun}={value!r}", fix=choices(str(value), words, "values"), source=self.source
                )
        for noun, place in (("start", start), ("end", end)):
            if not isinstance(place, Place | Anchor):
                from llmfig.mistakes.contents import no_end

                what, fix = no_end(place, noun)
                raise FigureError(what, fix=fix, source=self.source)
        if trunk is not None and not isinstance(trunk, str):
            fix = "give the arrows of one stem the same name, or write fan_out(a, [b, c])"
            raise FigureError(f"the trunk of an arrow cannot be {called(trunk)}", fix=fix, source=self.source)
        check_number("bend", bend, self.source, least=-math.inf)
        if label_t is not None:
            check_number("label_t", label_t, self.source, most=1)
        if start is end and route != "arc" and around is None:
            raise FigureError(
                "both ends of this arrow are the same element",
                fix="for a loop write route='arc'; else name another element, or anchors: a.right, b.left",
                source=self.source,
            )
        if label is not None and labels is not None:
            raise FigureError(
                "an arrow has either label= or labels=",
                fix="give two labels as labels=(above, below)",
                source=self.source,
            )
        if labels is not None and (not isinstance(labels, tuple | list) or len(labels) != 2):
            raise FigureError(
                f"labels={short(labels)} are not two",
                fix="give labels=(above, below), None where there is none; for a single one label=",
                source=self.source,
            )
        self.start, self.end_at = start, end
        sides: tuple[LabelSide | None, ...] = (label_side,) if labels is None else ("above", "below")
        given = (label,) if labels is None else labels
        self.tags: list[Tag] = [(_words(c, role), s) for c, s in zip(given, sides, strict=True) if c is not None]
        self.label_at, self.label_t = label_at, label_t
        self.role, self.style, self.head, self.route, self.bend = role, style, head, route, bend
        self.around, self.trunk, self.stroke = around, trunk, stroke

    def children(self) -> Sequence[Element]:
        return [label for label, _ in self.tags]

    def measure(self, layout: Layout) -> Size:
        raise FigureError(
            f"this {type(self).__name__} stands among the elements of a layout",
            fix="hand it to a Diagram, behind the layout: Diagram(Row(a, b), Arrow(a, b))",
            source=self.source,
        )

    def ends(self) -> tuple[Place, Place]:
        """The places at both ends."""
        a, b = self.start, self.end_at
        return (a.place if isinstance(a, Anchor) else a), (b.place if isinstance(b, Anchor) else b)

    def refers(self) -> Sequence[Place]:
        return self.ends()

    def room(self, layout: Layout, horizontal: bool) -> float:
        """Length in px that the gap between two neighbours must have for this connector and its label."""
        if self.route == "straight" and not self.tags:
            return SLANTED
        if self.route == "wave":
            return WAVE if horizontal else MIN_ARROW
        if not self.tags or self.label_at == "slope":
            return MIN_ARROW
        sizes = [layout.measure(label) for label, _ in self.tags]
        along = max(size.w if horizontal else size.h for size in sizes)
        head = layout.theme.arrowhead.length
        stem = MIN_ARROW if self.trunk is not None else 0.0
        return max(MIN_ARROW, stem + along + 2 * LABEL_AIR + (head if self.label_at == "on" else 0))

    def loop_room(self, layout: Layout, horizontal: bool) -> dict[Side, float]:
        """Room that the connector needs outside of a body whose elements stand in a row (or column), by side; px."""
        label = layout.measure(self.tags[0][0]) if self.tags else Size.of(0, 0)
        air = layout.theme.gap("s") if self.tags else 0.0
        if self.around is not None:
            across = label.w if self.around in ("left", "right") else label.h
            return {self.around: layout.theme.gap("l") + across + air}
        if self.route != "arc" or self.taps():  # between other connectors, it stands among these
            return {}
        a, b = self.ends()
        if a is b:
            side = self.loop_side()
            level = side in ("left", "right")
            if self.tags and self.tags[0][1] in (("above", "below") if level else ("left", "right")):
                return {side: loop_reach(self.bend)}  # its label stands along the loop, not at its end
            return {side: loop_reach(self.bend) + (label.w if level else label.h) + air}
        # Which of the two sides the arc stands out at is known only after layout; pairs of arcs need both.
        sides: tuple[Side, Side] = ("top", "bottom") if horizontal else ("left", "right")
        return dict.fromkeys(sides, abs(self.bend) * ARC_STEP + (label.h if horizontal else label.w) + air)

    def loop_side(self) -> Side:
        """The side at which a connector from an element to itself stands out."""
        return self.start.side if isinstance(self.start, Anchor) and self.start.side else "top"

    # Anchors on the connector --------------------------------------------------------------------------------------

    def at(self, t: float) -> Anchor:
        """A point of the line, for other arrows to begin or end at.

        Args:
            t: how far along, from 0 (start) to 1 (end).

        Example:
            ```python
            policy, reply = (
                Box(tr("Policy", "策略模型"), role="model"),
                Box(tr("Response", "回答"), role="data"),
            )
            noise = Box(tr("temperature", "温度"), role="compute", size="small")
            generate = Arrow(policy, reply)
            body = Grid({(0, 0): policy, (0, 2): reply, (1, 1): noise}, gap="l")
            Diagram(body, generate, Arrow(noise.top, generate.at(0.5)))
            ```
        """
        check_number("t", t, caller(), most=1)
        return Anchor(self, None, lambda layout: along(layout.routes[self], t))

    @property
    def middle(self) -> Anchor:
        """The point half way along, for other arrows to begin or end at.

        Example:
            ```python
            chosen, rejected = Box("$y_w$", role="sample"), Box("$y_l$", role="negative")
            prefer = Arrow(rejected, chosen)
            judge = Box(tr("Annotator", "标注者"), role="data")
            body = Grid({(0, 0): rejected, (0, 2): chosen, (1, 1): judge}, gap="l")
            Diagram(body, prefer, Arrow(judge.top, prefer.middle))
            ```
        """
        return self.at(0.5)

    def named_places(self, layout: Layout) -> Mapping[str, Place | Anchor]:
        return {"middle": self.middle}

    def level_with(self, place: Place) -> Anchor:
        """The point of the line that is level with a place: at the height of its middle, or plumb over it where the
        line is level.

        Args:
            place: an element or a part of one, beside the line.

        Raises:
            FigureError: when no stretch of the line is level with it.

        Example:
            ```python
            first, last = Box(tr("Rollout", "推演"), role="data"), Box(tr("Update", "更新"), role="model")
            log, main = Box(tr("Log", "日志"), role="muted"), Arrow(first, last)
            same_size(first, last)
            Diagram(Grid({(0, 0): first, (2, 0): last, (1, 1): log}), main, Arrow(main.level_with(log), log))
            ```
        """

        source, place = caller(), as_place(place)

        def locate(layout: Layout) -> Point:
            route, c = layout.routes[self], place.frame(layout).center
            for p, q in itertools.pairwise(route):
                if p.x == q.x and min(p.y, q.y) <= c.y <= max(p.y, q.y):
                    return Point(p.x, c.y)
                if p.y == q.y and min(p.x, q.x) <= c.x <= max(p.x, q.x):
                    return Point(c.x, p.y)
            raise FigureError(
                f"no part of the arrow is level with {called(place)}",
                fix="name something beside the line, or a point of it: arrow.at(0.5)",
                source=source,
            )

        return Anchor(self, None, locate)

    def frame(self, layout: Layout) -> Rect:
        xs = [p.x for p in layout.routes[self]]
        ys = [p.y for p in layout.routes[self]]
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    def taps(self) -> list[Arrow]:
        """Connectors that this one starts or ends on; they must be routed first."""
        return [p for p in self.ends() if isinstance(p, Arrow)]

    def role_name(self) -> str | None:
        return self.role


def _words(content: Content, role: str | None) -> Element:
    """The element of a label; strings are small and in the arrow's colour."""
    if isinstance(content, str):
        return as_element(content, size="small", role=role or "note")
    return as_element(content, where="the label of an arrow")


Link = Arrow


class Line(Arrow):
    """A connector without a head, to be handed to a `Diagram`; otherwise like `Arrow`.

    Args:
        start: where it begins: an element, a part of one (`strip[3]`), or an anchor (`box.right`).
        end: where it ends, likewise.
        label: a string or an element; it gets a place that no line crosses, and neighbours move apart to make room.
        labels: two labels instead, above and below the line (left and right of an upright one); `None` leaves a
            side free.
        label_at: where it stands: `beside` the line, `on` it as a tag, or along its `slope`.
        label_side: the side of the line it stands at: `left`, `right`, `above` or `below`; by default where there
            is room.
        label_t: how far along the line it stands, from 0 (start) to 1 (end); by default where there is room.
        role: draws it in the strong colour of this role; by default in the theme's line colour.
        style: `solid`, `dashed`, `dotted`, `dash-dot`, `double` or `double-dashed`.
        route: its way: `auto` (straight where the ends are level, else right-angled, round obstacles), `elbow`
            (right-angled), `straight` (slanted if need be), `arc` (curved; a loop when both ends are one element)
            or `wave` (leaves and arrives level).
        bend: how far an arc stands out to the left of its direction; 1 is usual, negative numbers are for the other
            side.
        around: runs round the outside of the whole figure on this side: `top`, `right`, `bottom` or `left`.
        trunk: a name; lines that share it and an end share their common stem. `fan_out` and `fan_in` choose one.
        stroke: its width: `hair`, `thin`, `normal`, `thick` or `heavy`.

    Raises:
        FigureError: for an end that is no place, and where no way can be found.

    Example:
        ```python
        teacher, student = (
            Box(tr("Teacher", "教师模型"), role="model"),
            Box(tr("Student", "学生模型"), role="sample"),
        )
        Diagram(
            Row(teacher, student, gap="l"),
            Line(teacher, student, label=tr("same tokenizer", "同一分词器"), style="dashed"),
        )
        ```
    """

    kind = "line"

    def __init__(
        self,
        start: End,
        end: End,
        *,
        label: Content | None = None,
        labels: tuple[Content | None, Content | None] | None = None,
        label_at: LabelAt = "beside",
        label_side: LabelSide | None = None,
        label_t: float | None = None,
        role: RoleName | None = None,
        style: LineStyle = "solid",
        route: Route = "auto",
        bend: float = 1.0,
        around: Side | None = None,
        trunk: str | None = None,
        stroke: Stroke = "normal",
    ) -> None:
        super().__init__(
            start,
            end,
            label=label,
            labels=labels,
            label_at=label_at,
            label_side=label_side,
            label_t=label_t,
            role=role,
            style=style,
            head="none",
            route=route,
            bend=bend,
            around=around,
            trunk=trunk,
            stroke=stroke,
        )


def along(route: Sequence[Point], t: float) -> Point:
    """The point at fraction `t` of the length of a polyline."""
    lengths = [a.distance(b) for a, b in itertools.pairwise(route)]
    rest = t * sum(lengths)
    for (a, b), length in zip(itertools.pairwise(route), lengths, strict=True):
        if rest <= length:
            return a.towards(b, rest)
        rest -= length
    return route[-1]
