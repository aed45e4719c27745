"""Operators: signs in circles, large block signs, and the stop node."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from llmfig.elements.marks_base import Mark, disc, joined
from llmfig.elements.shapes import ellipse, rounded
from llmfig.errors import FigureError, choices
from llmfig.geometry import Path, Point, Rect, polyline
from llmfig.layout.element import Size
from llmfig.scene.model import Item, Paint, Shape
from llmfig.vocabulary import LargeSign, MarkSize, RoleName, Sign, Stick

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

PLAIN = {"-": "−", "x": "×", "*": "×", "/": "÷", ".": "·"}
WHOLE = {"⊕": "+", "⊖": "−", "⊗": "×", "⊙": "·"}  # signs whose strokes run to the circle
OPERATORS = ("+", "−", "×", "÷", "=", "·", "⊕", "⊖", "⊗", "⊙")
BLOCKS = ("+", "−", "×", "÷", "=", ">", "<", "≈")


class Operator(Mark):
    """A sign in a circle, where values meet; arrows end on the circle.

    Args:
        sign: `+`, `−`, `×`, `÷`, `=`, `·`, or `⊕`, `⊖`, `⊗`, `⊙`, whose strokes reach the circle; `-`, `x`, `*`,
            `/` and `.` are other ways to type them.
        size: `xs`, `s`, `m`, `l`, `xl` or `xxl`; `m` goes with body text, `s` with small text.
        role: its fill and its ink are those of this role; by default paper and the theme's line colour.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: for a sign that is not among them.

    Example:
        ```python
        embedding, position = (
            Box(tr("Token embedding", "词嵌入"), role="data"),
            Box(tr("Position", "位置编码"), role="compute"),
        )
        add = Operator("⊕", role="model")
        body = Row(embedding, add, position, gap="l")
        Diagram(body, Arrow(embedding, add), Arrow(position, add))
        ```
    """

    kind = "operator"
    solid = True
    WIDE = TALL = 1.7

    def __init__(
        self, sign: Sign, *, size: MarkSize = "m", role: RoleName | None = None, stick: Stick | None = None
    ) -> None:
        super().__init__(size=size, role=role, stick=stick)
        self.sign = _known(sign, OPERATORS, self, "; for words use Box(..., shape='circle')")

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        r = self.drawn(layout, rect)
        color = self.color(layout)
        fill = (layout.theme.role(self.role, self.source).fill if self.role else None) or layout.theme.paper
        sign = WHOLE.get(self.sign, self.sign)
        half = r.w / 2 * (1.0 if self.sign in WHOLE else 0.5)
        width = layout.theme.stroke("normal") * r.w / (self.WIDE * layout.theme.size("body"))
        strokes, dots = _sign(sign, r.center, half, r.w / 2)
        items: list[Item] = [Shape(ellipse(r), Paint(fill=fill, stroke=color, width=width))]
        if strokes.segments:
            items.append(Shape(strokes, Paint(stroke=color, width=width if self.sign in WHOLE else width * 1.2)))
        if dots.segments:
            items.append(Shape(dots, Paint(fill=color)))
        return items

    def shape(self, layout: Layout, rect: Rect) -> Path:
        return ellipse(self.drawn(layout, rect))

    def says(self) -> str:
        return self.sign


def _sign(sign: str, c: Point, half: float, radius: float) -> tuple[Path, Path]:
    """Strokes and dots of a sign that reaches `half` px from its centre, in a circle of `radius` px."""
    level = polyline([c.shifted(-half, 0), c.shifted(half, 0)])
    match sign:
        case "+":
            return joined([level, polyline([c.shifted(0, -half), c.shifted(0, half)])]), Path(())
        case "−":
            return level, Path(())
        case "×":
            d = half * math.sqrt(0.5) if half >= radius else half * 0.8
            return joined(
                [polyline([c.shifted(-d, -d), c.shifted(d, d)]), polyline([c.shifted(-d, d), c.shifted(d, -d)])]
            ), Path(())
        case "=":
            return joined([level.shifted(0, -radius * 0.2), level.shifted(0, radius * 0.2)]), Path(())
        case "÷":
            return level, joined(disc(c.shifted(0, y * radius), radius * 0.11) for y in (-0.38, 0.38))
    return Path(()), disc(c, radius * (0.22 if half >= radius else 0.14))


class BlockSign(Mark):
    """A large sign between operands that are drawn: matrices, vectors, pictures.

    Args:
        sign: `+`, `−`, `×`, `÷`, `=`, `>`, `<` or `≈`; `-`, `x`, `*` and `/` are other ways to type the first ones.
        filled: whether it is filled with the strong colour of its role; by default with the fill.
        size: `xs`, `s`, `m`, `l`, `xl` or `xxl`; `m` goes with body text, `s` with small text.
        role: its colours are those of this role.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: for a sign that is not among them.

    Example:
        ```python
        weights = Matrix([[1, 0], [2, 1]], role="model")
        low_rank = Matrix([[3], [1]], role="sample")
        Row(weights, BlockSign("×"), low_rank, BlockSign("="), Matrix([[3], [7]], role="data"))
        ```
    """

    kind = "icon"
    WIDE = TALL = 1.8
    BAR = 0.4  # em

    def __init__(
        self,
        sign: LargeSign,
        *,
        filled: bool = False,
        size: MarkSize = "m",
        role: RoleName = "compute",
        stick: Stick | None = None,
    ) -> None:
        super().__init__(size=size, role=role, stick=stick)
        self.sign, self.filled = _known(sign, BLOCKS, self, ""), filled

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        em, color = self.em(layout), self.color(layout)
        role = layout.theme.role(self.role or "plain", self.source)
        paint = (
            Paint(fill=color)
            if self.filled
            else Paint(fill=role.fill, stroke=color, width=layout.theme.stroke("normal"), join="miter")
        )
        return [Shape(_block(self.sign, rect.center, em * self.WIDE / 2 * 0.94, em * self.BAR), paint)]

    def says(self) -> str:
        return self.sign


def _block(sign: str, c: Point, half: float, bar: float) -> Path:
    b = bar / 2

    def spot(x: float, y: float) -> Point:
        return Point(c.x + x, c.y + y)

    def level(y: float) -> Path:
        return polyline([spot(-half, y - b), spot(half, y - b), spot(half, y + b), spot(-half, y + b)], closed=True)

    def cross(turn: float) -> Path:
        corners = [(-b, -half), (b, -half), (b, -b)]  # of one arm; the others are this one turned
        found = []
        for quarter in range(4):
            u = turn + quarter * math.pi / 2
            found += [spot(x * math.cos(u) - y * math.sin(u), x * math.sin(u) + y * math.cos(u)) for x, y in corners]
        return polyline(found, closed=True)

    parts: dict[str, list[Path]] = {
        "+": [cross(0)],
        "−": [level(0)],
        "×": [cross(math.pi / 4)],
        "=": [level(-bar * 0.95), level(bar * 0.95)],
        "÷": [disc(spot(0, -bar * 1.5), b), level(0), disc(spot(0, bar * 1.5), b)],
        "≈": [_wavy(spot(0, -bar * 0.95), half, b), _wavy(spot(0, bar * 0.95), half, b)],
        ">": [_angle(c, half, bar)],
        "<": [_angle(c, -half, bar)],
    }
    return joined(parts[sign])


def _angle(c: Point, half: float, bar: float) -> Path:
    """The sign > (for a positive `half`) of two bars."""
    high = abs(half) * 0.86
    edge = bar * 1.08  # a slanted bar, cut upright
    inner = half - 2 * half * edge / high
    spots = [(-half, -high), (half, 0), (-half, high), (-half, high - edge), (inner, 0), (-half, edge - high)]
    return polyline([c.shifted(x, y) for x, y in spots], closed=True)


def _wavy(c: Point, half: float, b: float) -> Path:
    """A bar that waves."""
    lift = b * 1.6
    x0, x1, y = c.x - half, c.x + half, c.y
    q = half * 0.66
    return Path((
        ("M", x0, y - b), ("C", x0 + q, y - b - lift, x1 - q, y - b + lift, x1, y - b),
        ("L", x1, y + b), ("C", x1 - q, y + b + lift, x0 + q, y + b - lift, x0, y + b), ("Z",),
    ))  # fmt: skip


class Stop(Mark):
    """A circle with a square in it: where an episode or a rollout ends.

    Args:
        size: `xs`, `s`, `m`, `l`, `xl` or `xxl`; `m` goes with body text, `s` with small text.
        role: draws it in the strong colour of this role; by default in the theme's line colour.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Example:
        ```python
        states = [Box(f"$s_{t}$", role="data", shape="circle", wide=3) for t in range(3)]
        end = Stop(size="l")
        Diagram(Row(*states, end, gap="l"), chain(*states, end))
        ```
    """

    kind = "operator"
    solid = True
    WIDE = TALL = 1.7

    def measure(self, layout: Layout) -> Size:
        return Size.of(self.WIDE * self.em(layout), self.TALL * self.em(layout))

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        r, color = self.drawn(layout, rect), self.color(layout)
        q = r.w * 0.15
        square = rounded(Rect(r.cx - q, r.cy - q, 2 * q, 2 * q), 1.5)
        return [
            Shape(ellipse(r), Paint(fill=layout.theme.paper, stroke=color, width=layout.theme.stroke("normal"))),
            Shape(square, Paint(fill=color)),
        ]

    def shape(self, layout: Layout, rect: Rect) -> Path:
        return ellipse(self.drawn(layout, rect))


def _known(sign: str, valid: Sequence[str], mark: Mark, more: str) -> str:
    sign = PLAIN.get(sign, sign)
    if sign not in valid:
        raise FigureError(
            f"{type(mark).__name__} cannot draw {sign!r}",
            fix=choices(str(sign), valid, "signs") + more,
            source=mark.source,
        )
    return sign
