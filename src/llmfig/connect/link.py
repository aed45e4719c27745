"""Connectors: what joins two places."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from llmfig.connect.curves import ARC_STEP, loop_reach
from llmfig.errors import FigureError, choices
from llmfig.geometry import SIDES, Point, Rect, Side
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.layout.place import Anchor, Place

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

End = Place | Anchor
ROUTES = ("auto", "elbow", "straight", "arc", "wave")
STYLES = ("solid", "dashed", "dotted", "dash-dot", "double", "double-dashed")
HEADS = ("end", "start", "both", "none")
LABELS = ("beside", "on", "slope")
MIN_ARROW = 30.0  # px; shorter ones are all head
WAVE = 120.0  # px; a shorter wave is all bend
SLANTED = 48.0  # px; a flatter fan is hard to read
LABEL_AIR = 14.0  # px on each side of a label along its line

LabelAt = Literal["beside", "on", "slope"]
LabelSide = Literal["left", "right", "above", "below"]
Tag = tuple[Element, LabelSide | None]


class Arrow(Element):
    """A connector from one place to another.

    An end that is a whole element stops at its outline, where the line would reach its middle; an anchor (`box.right`,
    `strip[3].top`, `formula.term("adv").bottom`) fixes the point.

    Args:
        start, end: elements, parts or anchors.
        label: a string or an element; it gets a place that no line crosses.
        labels: two of them, above and below the line (for upright lines: left and right); `None` leaves one side free.
        label_at: "beside" the line, "on" it in a tag, or along its "slope".
        label_side: "left", "right", "above" or "below", when it matters.
        label_t: fraction along the line at which the label stands, when it matters.
        role: colour by role.
        style: "solid", "dashed", "dotted", "dash-dot", "double", "double-dashed".
        head: "end", "start", "both", "none".
        route: "auto" (straight where the ends are level, else right-angled), "elbow", "straight" (slanted if need be),
            "arc" (curved; a loop when both ends are one element), "wave" (leaves and arrives level).
        bend: for arcs: how far the curve stands out to the left of its direction, 1 is usual; negative for the other
            side.
        around: run round the outside of the whole figure on this side.
        trunk: connectors of one trunk share their common stem; see `fan_out`, `fan_in`.
        stroke: a step of the stroke scale.

    Example:
        Arrow(policy, response.left, label=tr("Generate", "生成"))
    """

    kind = "arrow"
    lies_over = True

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
        role: str | None = None,
        style: str = "solid",
        head: str = "end",
        route: str = "auto",
        bend: float = 1.0,
        around: Side | None = None,
        trunk: str | None = None,
        stroke: str = "normal",
    ) -> None:
        super().__init__()
        for noun, value, valid in (
            ("route", route, ROUTES), ("style", style, STYLES), ("head", head, HEADS), ("label_at", label_at, LABELS),
            ("label_side", label_side, (None, "left", "right", "above", "below")), ("around", around, (None, *SIDES)),
        ):  # fmt: skip
            if value not in valid:
                words = [str(v) for v in valid if v is not None]
                raise FigureError(
                    f"an arrow has no {noun}={value!r}", fix=choices(str(value), words, "values"), source=self.source
                )
        for noun, place in (("start", start), ("end", end)):
            if not isinstance(place, Place | Anchor):
                raise FigureError(
                    f"the {noun} of an arrow must be an element or an anchor, not {place!r}",
                    fix="keep the element in a variable and name it: a = Box(...); Arrow(a, b)",
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
                f"labels={labels!r} are not two",
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
        """The point at fraction `t` of the drawn line."""
        return Anchor(self, None, lambda layout: along(layout.routes[self], t))

    @property
    def middle(self) -> Anchor:
        """The point half way along."""
        return self.at(0.5)

    def named_places(self, layout: Layout) -> Mapping[str, Place | Anchor]:
        return {"middle": self.middle}

    def level_with(self, place: Place) -> Anchor:
        """The point of the line that is at the height (or, for level lines, at the abscissa) of a place's middle."""

        def locate(layout: Layout) -> Point:
            route, c = layout.routes[self], place.frame(layout).center
            for p, q in itertools.pairwise(route):
                if p.x == q.x and min(p.y, q.y) <= c.y <= max(p.y, q.y):
                    return Point(p.x, c.y)
                if p.y == q.y and min(p.x, q.x) <= c.x <= max(p.x, q.x):
                    return Point(c.x, p.y)
            raise FigureError(
                "no part of the arrow is level with that element", fix="name another one", source=self.source
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
    """A connector without a head; see `Arrow`."""

    kind = "line"

    def __init__(self, start: End, end: End, **options: object) -> None:
        super().__init__(start, end, **{"head": "none", **options})  # type: ignore[arg-type]


def along(route: Sequence[Point], t: float) -> Point:
    """The point at fraction `t` of the length of a polyline."""
    lengths = [a.distance(b) for a, b in itertools.pairwise(route)]
    rest = t * sum(lengths)
    for (a, b), length in zip(itertools.pairwise(route), lengths, strict=True):
        if rest <= length:
            return a.towards(b, rest)
        rest -= length
    return route[-1]
