"""Rings: steps of a cycle, evenly round a circle, joined by arcs of that circle."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from llmfig.connect.link import STYLES, Arrow
from llmfig.elements.marks_base import tip
from llmfig.elements.marks_svg import arc
from llmfig.elements.text import Text
from llmfig.errors import FigureError, called, check_index, check_number, choices, plural
from llmfig.geometry import Path, Point, Rect, crossing, segments_of, union
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.layout.place import Anchor, Place
from llmfig.layout.tracks import same_size
from llmfig.scene.model import End, Group, Item, Link, Paint, Shape
from llmfig.vocabulary import Gap, LineStyle, RoleName, Stick, Stroke

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

ROUTES = ("arc", "straight", "none")
TOP = -math.pi / 2
STEPS = 64  # chords that stand for an arc


class Ring(Element):
    r"""Elements evenly round a circle, clockwise from the top, with an arrow from each to the next. `ring[0]` is the
    first of them.

    Args:
        *items: at least two elements or strings.
        center: a string or an element in the middle.
        labels: of the arrows, in order, `None` for none; they stand outside of the ring.
        route: the way of the arrows: `arc` (along the circle), `straight`, or `none` for no arrows.
        flat: height of the ring over its width: 1 is a circle, less a flat ellipse.
        start: where the first item stands, in steps clockwise from the top (0.5: half a step on).
        equal: whether all items are equally large.
        gap: the least distance between neighbours, a step of the spacing scale.
        role: arrows are in the strong colour of this role; by default in the theme's line colour.
        style: of the arrows: `solid`, `dashed`, `dotted`, `dash-dot`, `double` or `double-dashed`.
        stroke: width of the arrows: `hair`, `thin`, `normal`, `thick` or `heavy`.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: for fewer than two items, and more labels than arrows.

    Example:
        ```python
        steps = tr(["Generate", "Score", "Select", "Train"], ["生成", "打分", "筛选", "训练"])
        Ring(*(Box(step, role="model") for step in steps), center=tr("self-\nimprovement", "自我\n改进"))
        ```
    """

    kind = "ring"

    def __init__(
        self,
        *items: Content,
        center: Content | None = None,
        labels: Sequence[Content | None] = (),
        route: Literal["arc", "straight", "none"] = "arc",
        flat: float = 1.0,
        start: float = 0.0,
        equal: bool = True,
        gap: Gap = "xl",
        role: RoleName | None = None,
        style: LineStyle = "solid",
        stroke: Stroke = "normal",
        stick: Stick | None = None,
    ) -> None:
        super().__init__(stick=stick)
        if len(items) < 2:
            listed = items and isinstance(items[0], list | tuple)
            fix = (
                "take off the brackets, or unpack the list with a star: Ring(*steps)" if listed else "give at least two"
            )
            raise FigureError(f"a Ring needs two items or more, not {len(items)}", fix=fix, source=self.source)
        for noun, value, valid in (("route", route, ROUTES), ("style", style, STYLES)):
            if value not in valid:
                fix = choices(value, valid, "values")
                raise FigureError(f"a Ring has no {noun}={value!r}", fix=fix, source=self.source)
        if isinstance(labels, str):
            fix = "give a list with one for each arrow, None for none"
            raise FigureError(f"the labels of a Ring cannot be {called(labels)}", fix=fix, source=self.source)
        if len(labels) > len(items):
            fix = f"give at most {len(items)}, one per arrow"
            raise FigureError(
                f"{plural(len(labels), 'label')} for {plural(len(items), 'arrow')}", fix=fix, source=self.source
            )
        check_number("flat", flat, self.source, least=0.2, most=5)
        check_number("start", start, self.source, least=-math.inf)
        self.items = [as_element(i, where="an item of a Ring") for i in items]
        self.middle = as_element(center, where="the center of a Ring") if center is not None else None
        self.flat, self.start, self.gap = flat, start, gap
        if equal:
            same_size(*self.items)
        self.links: list[Arrow] = []
        self.cycle: Cycle | None = None
        if route == "straight":
            pairs = itertools.zip_longest(itertools.pairwise([*self.items, self.items[0]]), labels)
            options = {"route": route, "role": role, "style": style, "stroke": stroke}
            self.links = [Arrow(a, b, label=label, **options) for (a, b), label in pairs]  # type: ignore[arg-type]
        elif route == "arc":
            self.cycle = Cycle(self, labels, role=role, style=style, stroke=stroke)

    def children(self) -> Sequence[Element]:
        return [*self.items, *(e for e in (self.middle, self.cycle) if e is not None)]

    def __getitem__(self, i: int) -> Element:
        """An item of the ring, for arrows, notes and highlights.

        Args:
            i: which, clockwise from the first, from 0; negative numbers count from the end.

        Raises:
            FigureError: when there is no such item.

        Example:
            ```python
            loop = Ring(*(Box(f"$s_{t}$", role="data", shape="circle") for t in range(4)), gap="l")
            Diagram(loop, Note(tr("start", "起点"), over=loop[0]))
            ```
        """
        return self.items[check_index(i, len(self.items), "item")]

    def named_places(self, layout: Layout) -> Mapping[str, Place | Anchor]:
        return {**super().named_places(layout), **{f"[{i}]": item for i, item in enumerate(self.items)}}

    def angle(self, i: float) -> float:
        """Where an item stands, in radians clockwise from the right."""
        return TOP + (i + self.start) * 2 * math.pi / len(self.items)

    def spot(self, i: float) -> Point:
        """Where an item stands on a ring of radius 1; fractions lie between two items."""
        return Point(_neat(math.cos(self.angle(i))), _neat(math.sin(self.angle(i))) * self.flat)

    def radius(self, layout: Layout) -> float:
        """The least radius (half the width between middles) at which nothing comes too near to anything, px."""
        count = len(self.items)
        spots, sizes = [self.spot(i) for i in range(count)], [layout.measure(i) for i in self.items]
        gap, air = layout.theme.gap(self.gap, self.source), layout.theme.gap("m")
        radius = 0.0
        for i, j in itertools.combinations(range(count), 2):
            chord = Point(spots[j].x - spots[i].x, spots[j].y - spots[i].y)
            radius = max(radius, _apart(sizes[i], sizes[j], chord, gap if j - i in (1, count - 1) else air))
        if self.middle is not None:
            middle = layout.measure(self.middle)
            radius = max(radius, *(_apart(s, middle, p, gap / 2) for s, p in zip(sizes, spots, strict=True)))
        return radius

    def frames(self, layout: Layout, centre: Point) -> list[Rect]:
        """The items' frames."""
        radius, frames = self.radius(layout), []
        for i, item in enumerate(self.items):
            s, spot = layout.measure(item), self.spot(i)
            frames.append(Rect(centre.x + spot.x * radius - s.ax, centre.y + spot.y * radius - s.ay, s.w, s.h))
        return frames

    def measure(self, layout: Layout) -> Size:
        o = Point(0, 0)
        parts = [*self.frames(layout, o), *(self.cycle.reach(layout, o) if self.cycle else ())]
        if self.middle is not None:
            s = layout.measure(self.middle)
            parts.append(Rect(-s.w / 2, -s.h / 2, s.w, s.h))
        whole = union(parts)
        return Size(whole.w, whole.h, -whole.x, -whole.y)

    def arrange(self, layout: Layout, rect: Rect) -> None:
        size = layout.measure(self)
        c = Point(rect.x + (rect.w - size.w) / 2 + size.ax, rect.y + (rect.h - size.h) / 2 + size.ay)
        for item, frame in zip(self.items, self.frames(layout, c), strict=True):
            layout.arrange(item, frame)
        if self.middle is not None:
            s = layout.measure(self.middle)
            layout.arrange(self.middle, Rect(c.x - s.w / 2, c.y - s.h / 2, s.w, s.h))
        if self.cycle is not None:
            layout.arrange(self.cycle, Rect(c.x, c.y, 0, 0))


class Cycle(Element):
    """The arrows of a ring, along its circle; its frame is the ring's middle."""

    kind = "edges"

    def __init__(
        self, ring: Ring, labels: Sequence[Content | None], *, role: RoleName | None, style: LineStyle, stroke: Stroke
    ) -> None:
        super().__init__()
        self.ring, self.role, self.style, self.stroke = ring, role, style, stroke
        self.labels: dict[int, Element] = {}
        for i, label in enumerate(labels):
            if label is not None:
                self.labels[i] = (
                    Text(label, size="small", role=role or "note")
                    if isinstance(label, str)
                    else as_element(label, where="the label of an arrow")
                )

    def children(self) -> Sequence[Element]:
        return list(self.labels.values())

    def measure(self, layout: Layout) -> Size:
        return Size.of(0, 0)

    def _label(self, layout: Layout, i: int, centre: Point) -> Rect:
        """The frame of a label: outside the middle of its arc."""
        s, spot, radius = layout.measure(self.labels[i]), self.ring.spot(i + 0.5), self.ring.radius(layout)
        way = Point(math.cos(self.ring.angle(i + 0.5)), math.sin(self.ring.angle(i + 0.5)))
        out = layout.theme.gap("s") + abs(way.x) * s.w / 2 + abs(way.y) * s.h / 2
        x, y = centre.x + spot.x * radius + way.x * out, centre.y + spot.y * radius + way.y * out
        return Rect(x - s.w / 2, y - s.h / 2, s.w, s.h)

    def reach(self, layout: Layout, centre: Point) -> list[Rect]:
        """What the arrows and their labels take up."""
        radius, count = self.ring.radius(layout), len(self.ring.items)
        dots = [self.ring.spot(i / 8) for i in range(8 * count)]
        circle = [Rect(centre.x + p.x * radius, centre.y + p.y * radius, 0, 0) for p in dots]
        return [*circle, *(self._label(layout, i, centre) for i in self.labels)]

    def arrange(self, layout: Layout, rect: Rect) -> None:
        for i, label in self.labels.items():
            layout.arrange(label, self._label(layout, i, rect.center))

    def ends(self, layout: Layout, i: int) -> tuple[float, float]:
        """Where the arc from item `i` leaves it and where it reaches the next one, as places on the ring."""
        items = self.ring.items
        a, b = items[i].outline(layout), items[(i + 1) % len(items)].outline(layout)
        ts = [i + k / STEPS for k in range(STEPS + 1)]
        points = [self.at(layout, t) for t in ts]
        out = [t for k, t in self._meet(points, a, ts)] or [i + 0.25]
        into = [t for k, t in self._meet(points, b, ts)] or [i + 0.75]
        return max(out), min(into)

    def _meet(self, points: Sequence[Point], outline: Path, ts: Sequence[float]) -> list[tuple[int, float]]:
        found = []
        for k, (p, q) in enumerate(itertools.pairwise(points)):
            for line in outline.polylines(STEPS):
                fractions = (crossing(p, q, c, d) for c, d in segments_of(line))
                found += [(k, ts[k] + (ts[k + 1] - ts[k]) * f) for f in fractions if f is not None]
        return found

    def at(self, layout: Layout, t: float) -> Point:
        """The point at a place of the ring."""
        c, spot, radius = layout.frame(self).center, self.ring.spot(t), self.ring.radius(layout)
        return Point(c.x + spot.x * radius, c.y + spot.y * radius)

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        return [self._arrow(layout, i) for i in range(len(self.ring.items))]

    def _arrow(self, layout: Layout, i: int) -> Group:
        radius, items, head = self.ring.radius(layout), self.ring.items, layout.theme.arrowhead
        first, last = self.ends(layout, i)
        route = tuple(self.at(layout, first + (last - first) * k / STEPS) for k in range(STEPS + 1))
        pace = sum(p.distance(q) for p, q in itertools.pairwise(route)) / (last - first)
        back = self.at(layout, max(first, last - head.length / pace))
        stop = self.at(layout, max(first, last - head.length * 0.8 / pace))
        color = layout.theme.role(self.role, self.source).ink if self.role else layout.theme.line
        angle = math.atan2(route[-1].y - back.y, route[-1].x - back.x)
        curve = Path((("M", *route[0]), *arc(route[0], stop, (radius, radius * self.ring.flat))))
        dash = layout.theme.dashes.get(self.style, ())  # type: ignore[arg-type]
        paint = Paint(stroke=color, width=layout.theme.stroke(self.stroke, self.source), dash=dash)
        ids = (layout.ids.get(items[k % len(items)].element()) for k in (i, i + 1))
        return Group(
            id=f"{layout.ids[self]}/{i + 1}",
            kind="edge",
            rect=union(Rect(p.x, p.y, 0, 0) for p in route),
            children=(Shape(curve, paint), Shape(tip(route[-1], angle, head.length, head.width), Paint(fill=color))),
            role=self.role,
            source=self.ring.source,
            link=Link(End(route[0], next(ids)), End(route[-1], next(ids)), route, curved=True),
        )


def _apart(a: Size, b: Size, way: Point, gap: float) -> float:
    """How many times `way` two boxes must be apart for `gap` px to be free between them."""
    x, y = (a.w + b.w) / 2 + gap, (a.h + b.h) / 2 + gap
    return min(x / abs(way.x) if abs(way.x) > 1e-9 else math.inf, y / abs(way.y) if abs(way.y) > 1e-9 else math.inf)


def _neat(value: float) -> float:
    """Exact zeros keep opposite items exactly level."""
    return 0.0 if abs(value) < 1e-12 else value
