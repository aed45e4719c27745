"""Marks that tell of a flow: cycle arrows, bundles of arrows, a funnel, and the break in a strip that is too long."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from llmfig.elements.marks_base import Mark, disc, joined, tip
from llmfig.elements.marks_svg import arc
from llmfig.elements.shapes import KAPPA
from llmfig.elements.text import Text
from llmfig.errors import FigureError, check_number, choices
from llmfig.geometry import Path, Point, Rect, Segment, polyline
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.scene.model import Item, Paint, Shape
from llmfig.vocabulary import Direction, MarkSize, RoleName, Stick

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout
    from llmfig.theme.model import Arrowhead

CYCLES = ("line", "block", "turn")


class CycleArrows(Mark):
    """Arrows that run round a word: what is repeated.

    Args:
        label: a string or an element in the middle; by default nothing.
        style: `line` (two thin arrows round the label), `block` (hollow block arrows on a circle) or `turn` (one
            arrow on a circle, its way back dashed).
        count: how many block arrows, from 2 to 8.
        clockwise: whether a `turn` runs clockwise.
        size: `xs`, `s`, `m`, `l`, `xl` or `xxl`; `m` goes with body text, `s` with small text.
        role: draws it in the strong colour of this role.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: for a style that is not known, and a number of arrows that makes no cycle.

    Example:
        ```python
        Row(
            CycleArrows(tr("training loop", "训练循环")),
            CycleArrows("RL", style="block", count=3, role="model"),
        )
        ```
    """

    kind = "cycle"

    def __init__(
        self,
        label: Content = "",
        *,
        style: Literal["line", "block", "turn"] = "line",
        count: int = 4,
        clockwise: bool = True,
        size: MarkSize = "m",
        role: RoleName = "note",
        stick: Stick | None = None,
    ) -> None:
        super().__init__(size=size, role=role, stick=stick)
        if style not in CYCLES:
            raise FigureError(
                f"CycleArrows have no style {style!r}", fix=choices(str(style), CYCLES, "styles"), source=self.source
            )
        check_number("count", count, self.source, least=2, most=8, whole=True)
        self.style, self.count, self.clockwise = style, count, clockwise
        self.label = (
            Text(label, role=role, bold=True)
            if isinstance(label, str) and label
            else as_element(label, where="the words in CycleArrows")
            if label
            else None
        )

    def children(self) -> Sequence[Element]:
        return [self.label] if self.label else []

    def measure(self, layout: Layout) -> Size:
        em = self.em(layout)
        inside = layout.measure(self.label) if self.label else Size.of(em, em)
        if self.style == "block":
            d = math.hypot(inside.w, inside.h) + 2 * em * 1.9
            return Size.of(max(d, 6.4 * em), max(d, 6.4 * em))
        if self.style == "turn":
            d = max(math.hypot(inside.w, inside.h) + em, 3.6 * em)
            return Size.of(d, d)
        return Size.of(inside.w + 2 * em * 0.9, inside.h + 2 * em * 0.62)

    def arrange(self, layout: Layout, rect: Rect) -> None:
        if self.label:
            s = layout.measure(self.label)
            layout.arrange(self.label, Rect(rect.cx - s.w / 2, rect.cy - s.h / 2, s.w, s.h))

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        r, color, em = self.drawn(layout, rect), self.color(layout), self.em(layout)
        if self.style == "block":
            width = layout.theme.stroke("normal")
            return [
                Shape(
                    _block_arc(r, i, self.count, em * 0.66), Paint(fill=layout.theme.paper, stroke=color, width=width)
                )
                for i in range(self.count)
            ]
        head = layout.theme.arrowhead
        if self.style == "turn":
            paths = _turn(r, head)
            over, back, point = paths if self.clockwise else (path.mapped(-1, 1, 2 * r.cx, 0) for path in paths)
            width, dash = layout.theme.stroke("normal"), layout.theme.dashes["dashed"]
            return [
                Shape(over, Paint(stroke=color, width=width, cap="round")),
                Shape(back, Paint(stroke=color, width=width, dash=dash)),
                Shape(point, Paint(fill=color)),
            ]
        # The second arrow is the first one, turned by half a turn.
        upper = _bracket(r, em, head.length)
        lines = joined([upper, _turned(upper, r.center)])
        point = tip(Point(r.right, r.y + em * 0.3), 0, head.length, head.width)
        return [
            Shape(lines, Paint(stroke=color, width=layout.theme.stroke("normal"), cap="round")),
            Shape(point, Paint(fill=color)),
            Shape(_turned(point, r.center), Paint(fill=color)),
        ]


def _bracket(r: Rect, em: float, head: float) -> Path:
    """From half way up the left side over a round corner to the right end of the upper line."""
    q, y = em * 0.5, r.y + em * 0.3
    x = r.x + em * 0.25
    return Path((
        ("M", x, r.cy - em * 0.08), ("L", x, y + q), ("C", x, y + q * (1 - KAPPA), x + q * (1 - KAPPA), y, x + q, y),
        ("L", r.right - head * 0.8, y),
    ))  # fmt: skip


def _turn(r: Rect, head: Arrowhead) -> tuple[Path, Path, Path]:
    """The way from the left over the top, the dashed way back, and the head at the right; clockwise."""
    radius = r.w / 2 - head.width / 2

    def spot(angle: float) -> Point:
        return Point(r.cx + math.cos(angle) * radius, r.cy + math.sin(angle) * radius)

    start, stop = math.pi * 0.94, -head.length * 0.8 / radius
    left, end = spot(start), spot(stop)
    over = Path((("M", *left), *arc(left, end, (radius, radius), large=start - stop < math.pi)))
    first, last = spot(math.pi * 0.1), spot(math.pi * 0.9)
    back = Path((("M", *first), *arc(first, last, (radius, radius))))
    return over, back, tip(Point(r.cx + radius, r.cy), math.pi / 2, head.length, head.width)


def _turned(path: Path, c: Point) -> Path:
    return path.mapped(-1, -1, 2 * c.x, 2 * c.y)


def _block_arc(r: Rect, index: int, count: int, width: float) -> Path:
    """One block arrow of a cycle, clockwise; `width` is half that of its head."""
    middle = r.w / 2 - width
    step = 2 * math.pi / count
    start = -math.pi / 2 - step / 2 + index * step + step * 0.1
    end = start + step * 0.8
    neck = end - min(step * 0.35, 1.5 * width / middle)
    shaft = [start + (neck - start) * i / 12 for i in range(13)]

    def spot(angle: float, radius: float) -> Point:
        return Point(r.cx + math.cos(angle) * radius, r.cy + math.sin(angle) * radius)

    half = width * 0.42
    outer = [spot(a, middle + half) for a in shaft]
    inner = [spot(a, middle - half) for a in reversed(shaft)]
    head = [spot(neck, middle + width), spot(end, middle), spot(neck, middle - width)]
    return polyline([*outer, *head, *inner], closed=True)


class MiniArrows(Mark):
    """Short parallel arrows: many values pass at once.

    Args:
        count: how many.
        direction: where they point: `right`, `left`, `down` or `up`.
        size: `xs`, `s`, `m`, `l`, `xl` or `xxl`; `m` goes with body text, `s` with small text.
        role: draws it in the strong colour of this role; by default in the theme's line colour.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: for a direction that is not known, and for no arrows at all.

    Example:
        ```python
        logits, probs = (
            Strip([2.0, 1.0, 0.1, -2.0], role="data"),
            Strip([0.65, 0.24, 0.1, 0.01], role="sample"),
        )
        Column(logits, labeled(MiniArrows(6), right="softmax", gap="s"), probs, gap="s")
        ```
    """

    PITCH = 1.05  # em
    LENGTH = 1.7  # em

    def __init__(
        self,
        count: int = 6,
        *,
        direction: Direction = "down",
        size: MarkSize = "m",
        role: RoleName | None = None,
        stick: Stick | None = None,
    ) -> None:
        super().__init__(size=size, role=role, stick=stick)
        if direction not in ANGLES:
            raise FigureError(
                f"MiniArrows have no direction {direction!r}",
                fix=choices(direction, ANGLES, "directions"),
                source=self.source,
            )
        check_number("count", count, self.source, least=1, whole=True)
        self.count, self.direction = count, direction

    def measure(self, layout: Layout) -> Size:
        em = self.em(layout)
        across, along = ((self.count - 1) * self.PITCH * em + layout.theme.arrowhead.width, self.LENGTH * em)
        return Size.of(across, along) if self.direction in ("down", "up") else Size.of(along, across)

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        em, color, head = self.em(layout), self.color(layout), layout.theme.arrowhead
        angle = ANGLES[self.direction]
        ux, uy = round(math.cos(angle)), round(math.sin(angle))
        half = self.LENGTH * em / 2
        lines, heads = [], []
        for i in range(self.count):
            off = (i - (self.count - 1) / 2) * self.PITCH * em
            c = rect.center.shifted(-uy * off, ux * off)
            end = c.shifted(ux * half, uy * half)
            lines.append(
                polyline(
                    [c.shifted(-ux * half, -uy * half), end.shifted(-ux * head.length * 0.8, -uy * head.length * 0.8)]
                )
            )
            heads.append(tip(end, angle, head.length, head.width))
        return [
            Shape(joined(lines), Paint(stroke=color, width=layout.theme.stroke("normal"))),
            Shape(joined(heads), Paint(fill=color)),
        ]


ANGLES = {"right": 0.0, "down": math.pi / 2, "left": math.pi, "up": -math.pi / 2}


class FunnelMark(Mark):
    """A triangle that narrows to a point, with an arrow in it: many values become one.

    Args:
        size: `xs`, `s`, `m`, `l`, `xl` or `xxl`; `m` goes with body text, `s` with small text.
        role: draws it in the strong colour of this role; by default in the theme's line colour.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Example:
        ```python
        probs = Strip([0.1, 0.6, 0.25, 0.05], role="data")
        Column(
            probs, FunnelMark(size="l"), Box(tr("sampled action", "采样的动作"), role="sample"), gap="xs"
        )
        ```
    """

    WIDE = 6.2
    TALL = 2.0

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        r, color, head = self.drawn(layout, rect), self.color(layout), layout.theme.arrowhead
        line = polyline([Point(r.cx, r.y), Point(r.cx, r.bottom - head.length * 0.8)])
        return [
            Shape(
                polyline([r.at(0, 0), r.at(1, 0), r.at(0.5, 1)], closed=True),
                Paint(stroke=color, width=layout.theme.stroke("normal")),
            ),
            Shape(line, Paint(stroke=color, width=layout.theme.stroke("normal"))),
            Shape(tip(r.at(0.5, 1), math.pi / 2, head.length, head.width), Paint(fill=color)),
        ]


class BreakMark(Mark):
    """Torn edges with dots between them, to be put into a cell: a strip that is longer than the page.

    Args:
        size: `xs`, `s`, `m`, `l`, `xl` or `xxl`; `m` goes with body text, `s` with small text.
        role: draws it in the strong colour of this role; by default in that of the cell's border.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Example:
        ```python
        context = Strip(
            [*tr(["You", "are"], ["你", "是"]), BreakMark(), *tr(["helpful", "."], ["助手", "。"])],
            role="data",
        )
        Diagram(
            context,
            Brace(context, side="bottom", style="dimension", label=tr("128K tokens", "128K 个词元")),
        )
        ```
    """

    WIDE = 2.1
    TALL = 0.9
    WAVE = 0.16  # em that a torn edge swings out

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        em, parent = self.em(layout), layout.parents.get(self)
        # Torn is the cell round the mark, from its top border to its bottom border.
        cell = layout.frame(parent) if parent is not None and parent.kind == "cell" else rect
        color = self.color(layout)
        if parent is not None and parent.kind == "cell" and self.role is None:
            role = layout.theme.role(parent.role_name() or "plain", parent.source)
            color = role.stroke if role.stroke and role.stroke != layout.theme.paper else color
        over = layout.theme.stroke("thin")
        inset = self.WAVE * em * 1.6
        left = _tear(Point(cell.x + inset, cell.y - over), Point(cell.x + inset, cell.bottom + over), self.WAVE * em)
        right = _tear(
            Point(cell.right - inset, cell.y - over), Point(cell.right - inset, cell.bottom + over), self.WAVE * em
        )
        gap = Path((*left.segments, *_back(right), ("Z",)))
        dots = [disc(Point(cell.cx + s * 0.24 * em, cell.cy), 0.07 * em) for s in (-2, -1, 0, 1, 2)]
        line = Paint(stroke=color, width=layout.theme.stroke("thin"))
        return [
            Shape(gap, Paint(fill=layout.background_at(cell.center))),
            Shape(joined([left, right]), line),
            Shape(joined(dots), Paint(fill=self.color(layout))),
        ]

    def says(self) -> str:
        return "…"


def _tear(a: Point, b: Point, wave: float) -> Path:
    """A line from top to bottom that swings out to both sides."""
    h = (b.y - a.y) / 2
    k = wave * 2
    return Path((
        ("M", a.x, a.y), ("C", a.x - k, a.y + h * 0.33, a.x - k, a.y + h * 0.67, a.x, a.y + h),
        ("C", a.x + k, a.y + h * 1.33, a.x + k, a.y + h * 1.67, b.x, b.y),
    ))  # fmt: skip


def _back(path: Path) -> list[Segment]:
    """The segments of a tear from its end to its start, to go on after another line."""
    _, first, second = path.segments
    start = path.segments[0]
    assert start[0] == "M"
    assert first[0] == second[0] == "C"
    return [
        ("L", second[5], second[6]), ("C", second[3], second[4], second[1], second[2], first[5], first[6]),
        ("C", first[3], first[4], first[1], first[2], start[1], start[2]),
    ]  # fmt: skip
