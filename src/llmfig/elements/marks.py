"""The commonest drawn glyphs: neural network, padlock, dots, numbers in circles."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from numbers import Integral
from typing import TYPE_CHECKING, Literal

from llmfig.elements.marks_base import Mark, disc, joined
from llmfig.elements.shapes import KAPPA, ellipse, rounded
from llmfig.errors import FigureError, check_number, choices, short
from llmfig.geometry import Path, Point, Rect, Segment
from llmfig.layout.element import Size
from llmfig.scene.model import Item, Paint, Shape
from llmfig.text.layout import lay_out
from llmfig.text.markup import parse, plain
from llmfig.vocabulary import MarkSize, RoleName, Stick

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout


class NeuralNet(Mark):
    """A small neural network: circles joined by lines.

    Args:
        layers: how many circles each layer has, from the left: two numbers at least, from 1 to 9. Layers that
            differ by one form a lattice.
        size: `xs`, `s`, `m`, `l`, `xl` or `xxl`; `m` goes with body text, `s` with small text.
        mirrored: whether it is turned round, so that it opens to the right.
        direction: where its last layer lies: `right` or `down`.
        role: draws it in the strong colour of this role; by default in the theme's line colour.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: for layers that make no network.

    Example:
        ```python
        policy = Box(Column(tr("Policy", "策略模型"), NeuralNet(), gap="xs"), role="model")
        value = Box(Column(tr("Value", "价值"), NeuralNet((3, 4, 1), size="s"), gap="xs"), role="auxiliary")
        Row(policy, value)
        ```
    """

    PITCH = 0.62  # em between circles of a layer, and between the layers of a lattice
    BROAD = 1.25  # em between layers where every circle is joined to every other
    RADIUS = 0.19  # em

    def __init__(
        self,
        layers: Sequence[int] = (3, 2, 1),
        *,
        size: MarkSize = "m",
        mirrored: bool = False,
        direction: Literal["right", "down"] = "right",
        role: RoleName | None = None,
        stick: Stick | None = None,
    ) -> None:
        super().__init__(size=size, role=role, stick=stick)
        listed = isinstance(layers, list | tuple) and len(layers) >= 2
        if not listed or any(not isinstance(n, Integral) or not 1 <= int(n) <= 9 for n in layers):
            raise FigureError(
                f"layers={short(layers)} is no network",
                fix="give at least two numbers from 1 to 9, such as (3, 2, 1)",
                source=self.source,
            )
        if direction not in ("right", "down"):
            fix = choices(direction, ("right", "down"), "directions")
            raise FigureError(f"a NeuralNet has no direction={direction!r}", fix=fix, source=self.source)
        self.layers = tuple(reversed(layers)) if mirrored else tuple(layers)
        self.direction = direction

    def measure(self, layout: Layout) -> Size:
        em = self.em(layout)
        border = 2 * self.RADIUS * em + self._stroke(layout)
        along = (len(self.layers) - 1) * self._step * em + border
        across = (max(self.layers) - 1) * self.PITCH * em + border
        return Size.of(along, across) if self.direction == "right" else Size.of(across, along)

    @property
    def _lattice(self) -> bool:
        """Layers that differ by one circle form a lattice of triangles, where only neighbours are joined."""
        return all(abs(a - b) == 1 for a, b in itertools.pairwise(self.layers))

    @property
    def _step(self) -> float:
        return self.PITCH if self._lattice else self.BROAD

    def _stroke(self, layout: Layout) -> float:
        return self.em(layout) * (0.1 if self._lattice else 0.07)

    def nodes(self, layout: Layout, rect: Rect) -> list[list[Point]]:
        """Centres of the circles, layer by layer."""
        em = self.em(layout)
        first = -(len(self.layers) - 1) / 2
        spots = [
            [((first + i) * self._step * em, (j - (n - 1) / 2) * self.PITCH * em) for j in range(n)]
            for i, n in enumerate(self.layers)
        ]
        turn = self.direction == "down"
        return [[rect.center.shifted(b, a) if turn else rect.center.shifted(a, b) for a, b in layer] for layer in spots]

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        em, width = self.em(layout), self._stroke(layout)
        nodes = self.nodes(layout, rect)
        reach = self.PITCH * em * 0.6 if self._lattice else math.inf
        lines: list[Segment] = []
        for left, right in itertools.pairwise(nodes):
            for p, q in itertools.product(left, right):
                if (abs(p.y - q.y) if self.direction == "right" else abs(p.x - q.x)) <= reach:
                    lines += [("M", p.x, p.y), ("L", q.x, q.y)]
        color = self.color(layout)
        circles = joined(disc(p, self.RADIUS * em) for layer in nodes for p in layer)
        return [
            Shape(Path(tuple(lines)), Paint(stroke=color, width=width)),
            Shape(circles, Paint(fill=layout.theme.paper, stroke=color, width=width)),
        ]


class Lock(Mark):
    """A padlock: parameters that are not trained; an open one: parameters that are.

    Args:
        open: whether it is open.
        size: `xs`, `s`, `m`, `l`, `xl` or `xxl`; `m` goes with body text, `s` with small text.
        role: draws it in the strong colour of this role; by default in the theme's line colour.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Example:
        ```python
        frozen = Box(tr("Pretrained weights", "预训练权重"), role="frozen", corner=Lock(), tall=3)
        trained = Box("LoRA", role="model", corner=Lock(open=True), tall=3)
        Row(frozen, trained)
        ```
    """

    kind = "lock"
    BODY = 0.68  # em
    SWING = 0.32  # em by which the shackle of an open lock is swung out to the right
    TALL = 1.06

    def __init__(
        self, *, open: bool = False, size: MarkSize = "m", role: RoleName | None = None, stick: Stick | None = None
    ) -> None:
        super().__init__(size=size, role=role, stick=stick)
        self.open = open

    def measure(self, layout: Layout) -> Size:
        em = self.em(layout)
        return Size.of((self.BODY + (self.SWING - 0.07 if self.open else 0.0)) * em, self.TALL * em)

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        r, em = self.drawn(layout, rect), self.em(layout)
        color = self.color(layout)
        width = em * 0.12
        body = Rect(r.x, r.bottom - 0.6 * em, self.BODY * em, 0.6 * em)
        left = body.x + (0.13 + (self.SWING if self.open else 0.0)) * em
        right = left + 0.42 * em
        arch = r.y + width / 2 + 0.2 * em
        foot = body.y + 0.04 * em
        k = 0.21 * em * KAPPA
        top, middle = r.y + width / 2, (left + right) / 2
        shackle: list[Segment] = [
            ("M", left, foot),
            ("L", left, arch),
            ("C", left, arch - k, middle - k, top, middle, top),
            ("C", middle + k, top, right, arch - k, right, arch),
            ("L", right, arch + 0.1 * em if self.open else foot),
        ]
        slot = rounded(Rect(body.cx - 0.04 * em, body.cy, 0.08 * em, 0.17 * em), 0.03 * em)
        hole = joined([disc(Point(body.cx, body.cy - 0.05 * em), 0.075 * em), slot])
        return [
            Shape(Path(tuple(shackle)), Paint(stroke=color, width=width, cap="round")),
            Shape(rounded(body, 0.09 * em), Paint(fill=color)),
            Shape(hole, Paint(fill=layout.theme.paper)),
        ]


class Dots(Mark):
    """An ellipsis as a row or column of dots: more of the same.

    Args:
        direction: `row` or `column`.
        count: how many dots.
        size: `xs`, `s`, `m`, `l`, `xl` or `xxl`; `m` goes with body text, `s` with small text.
        role: draws it in the strong colour of this role; by default in the theme's line colour.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Example:
        ```python
        first = Box(tr("Layer 1", "第 1 层"), role="model", wide=6)
        last = Box(tr("Layer N", "第 N 层"), role="model", wide=6)
        Column(last, Dots("column"), first, gap="s")
        ```
    """

    RADIUS = 0.11
    PITCH = 0.46

    def __init__(
        self,
        direction: Literal["row", "column"] = "row",
        *,
        count: int = 3,
        size: MarkSize = "m",
        role: RoleName | None = None,
        stick: Stick | None = None,
    ) -> None:
        super().__init__(size=size, role=role, stick=stick)
        if direction not in ("row", "column"):
            raise FigureError(
                f"Dots have no direction {direction!r}",
                fix=choices(str(direction), ("row", "column"), "directions"),
                source=self.source,
            )
        check_number("count", count, self.source, least=1, whole=True)
        self.direction, self.count = direction, count

    def measure(self, layout: Layout) -> Size:
        em = self.em(layout)
        along, across = ((self.count - 1) * self.PITCH + 2 * self.RADIUS) * em, 2 * self.RADIUS * em
        return Size.of(along, across) if self.direction == "row" else Size.of(across, along)

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        em = self.em(layout)
        steps = [(i - (self.count - 1) / 2) * self.PITCH * em for i in range(self.count)]
        spots = [rect.center.shifted(s, 0) if self.direction == "row" else rect.center.shifted(0, s) for s in steps]
        return [Shape(joined(disc(p, self.RADIUS * em) for p in spots), Paint(fill=self.color(layout)))]


class Number(Mark):
    """A number in a circle, for steps that a text refers to.

    Args:
        number: one to three characters; a letter will do as well.
        outlined: whether it is a ring, instead of a filled disc.
        size: `xs`, `s`, `m`, `l`, `xl` or `xxl`; `m` goes with body text, `s` with small text.
        role: it is in the strong colour of this role.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: for what does not fit into a circle.

    Example:
        ```python
        steps = tr(
            ["sample responses", "score them", "update the policy"], ["采样回答", "打分", "更新策略"]
        )
        Column(*(Row(Number(i), step, gap="s") for i, step in enumerate(steps, 1)), gap="s", align="left")
        ```
    """

    kind = "badge"
    WIDE = TALL = 1.36
    DIGIT = 0.82  # em

    def __init__(
        self,
        number: int | str,
        *,
        outlined: bool = False,
        size: MarkSize = "m",
        role: RoleName = "note",
        stick: Stick | None = None,
    ) -> None:
        super().__init__(size=size, role=role, stick=stick)
        self.text, self.outlined = str(number), outlined
        if not 1 <= len(plain(self.text)) <= 3:
            raise FigureError(
                f"{number!r} does not fit into a circle", fix="use one to three characters", source=self.source
            )

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        r = self.drawn(layout, rect)
        ink, paper = self.color(layout), layout.theme.paper
        px = max(layout.theme.minimum_size, self.DIGIT * self.em(layout)) * (1.0 if len(self.text) < 3 else 0.85)
        block = lay_out(parse(self.text), size=px, bold=True)
        width = layout.theme.stroke("normal")
        paint = Paint(fill=paper, stroke=ink, width=width) if self.outlined else Paint(fill=ink)
        words = block.items(
            r.cx - block.width / 2, r.cy - block.height / 2, ink if self.outlined else paper, layout.ink
        )
        return [Shape(disc(r.center, r.w / 2 - (width / 2 if self.outlined else 0)), paint), *words]

    def shape(self, layout: Layout, rect: Rect) -> Path:
        return ellipse(self.drawn(layout, rect))

    def says(self) -> str:
        return plain(self.text)
