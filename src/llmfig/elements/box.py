"""Boxes of every shape, and callouts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from llmfig.elements.callout import callout_path, facing
from llmfig.elements.shapes import SHAPES, cylinder_rim
from llmfig.errors import FigureError, called, check_number, choices
from llmfig.geometry import Path, Rect, polyline
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.layout.place import Anchor, Place, as_place
from llmfig.scene.model import Box as SceneBox
from llmfig.scene.model import Gradient, Item, Paint, Shape
from llmfig.vocabulary import BoxShape, Gap, RoleName, Stick, TextSize

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

CARD = 6.0  # px by which each card of a stack peeks out
CORNER = 5.0  # px between a mark in the corner and the edges


class Box(Element):
    r"""A shape with content in its middle: what most figures are made of.

    Args:
        content: a string, or an element: `Column("Policy", NeuralNet())`. An empty box has none.
        role: what it stands for, such as `data`, `model` or `loss`; the theme gives the colours.
        shape: its outline, such as `pill`, `circle`, `diamond`, `trapezoid`, `cylinder` or `arrow-right`.
        size: of a string: `tiny`, `small`, `body`, `large`, `heading` or `title`.
        bold: whether a string is bold.
        wrap: breaks a string into lines of this many em.
        pad: between content and border, a step of the spacing scale; to the left and right it is half as much
            again.
        wide: its least width, in em of body text.
        tall: its least height, in em of body text.
        dashed: whether the border is dashed, for what is absent, optional or a copy.
        outlined: whether it has a border; a role without one of its own takes the theme's line colour.
        cards: how many cards of a stack show behind it.
        corner: a small element in the bottom right corner, such as `Lock()`.
        fade: a second role: the fill runs into that of this role from left to right, in an `arrow-down` downwards.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: for a shape or a role that does not exist, and sizes that cannot be drawn.

    Example:
        ```python
        policy = Box(
            Column(tr("Policy", "策略模型"), "$\\pi_\\theta$", NeuralNet(), gap="xs"), role="model"
        )
        frozen = Box(tr("Reference", "参考模型"), role="frozen", corner=Lock(), tall=4)
        buffer = Box(tr("Replay\nbuffer", "经验\n回放池"), role="data", shape="cylinder")
        Row(policy, frozen, buffer)
        ```
    """

    kind = "box"
    solid = True

    def __init__(
        self,
        content: Content = "",
        *,
        role: RoleName = "plain",
        shape: BoxShape = "rounded",
        size: TextSize = "body",
        bold: bool = False,
        wrap: float | None = None,
        pad: Gap = "s",
        wide: float = 0.0,
        tall: float = 0.0,
        dashed: bool = False,
        outlined: bool = True,
        cards: int = 0,
        corner: Element | None = None,
        fade: RoleName | None = None,
        stick: Stick | None = None,
    ) -> None:
        super().__init__(stick=stick)
        if shape not in SHAPES:
            raise FigureError(f"there is no shape {shape!r}", fix=choices(shape, SHAPES, "shapes"), source=self.source)
        self.content = (
            as_element(content, where="the content of a Box", size=size, bold=bold, wrap=wrap)
            if content != ""
            else None
        )
        check_number("wide", wide, self.source)
        check_number("tall", tall, self.source)
        check_number("cards", cards, self.source, whole=True)
        if corner is not None and not isinstance(corner, Element):
            raise FigureError(
                f"the corner of a Box cannot be {called(corner)}",
                fix="give a small element, such as Lock()",
                source=self.source,
            )
        self.role, self.look, self.pad, self.wide, self.tall = role, shape, pad, wide, tall
        self.dashed, self.outlined, self.cards, self.corner = dashed, outlined, cards, corner
        self.fade = fade

    def children(self) -> Sequence[Element]:
        return [e for e in (self.content, self.corner) if e is not None]

    def _pads(self, layout: Layout) -> tuple[float, float]:
        pad = layout.theme.gap(self.pad, self.source)
        return pad * 1.5, pad

    def measure(self, layout: Layout) -> Size:
        px, py = self._pads(layout)
        body = layout.theme.size("body")
        inside = layout.measure(self.content) if self.content else Size.of(0, 0)
        w, h = inside.w + 2 * px, inside.h + 2 * py
        if self.corner:
            mark = layout.measure(self.corner)
            # The mark keeps to its own strip on the right; the same on the left keeps the text centred.
            w, h = max(w, inside.w + 2 * (mark.w + 8)), max(h, mark.h + 2 * CORNER)
            if self.look == "circle":
                w = h = max(w, h)  # its room is a square
        w, h = SHAPES[self.look].fit(max(w, self.wide * body), max(h, self.tall * body))
        extra = CARD * self.cards
        return Size(w + extra, h + extra, w / 2, extra + h / 2)

    def front(self, rect: Rect) -> Rect:
        """The frame without the cards behind."""
        extra = CARD * self.cards
        return Rect(rect.x, rect.y + extra, rect.w - extra, rect.h - extra)

    def arrange(self, layout: Layout, rect: Rect) -> None:
        front = self.front(rect)
        room = SHAPES[self.look].room(front)
        if self.content:
            size = layout.measure(self.content)
            words = (self.content.stick or "").split()
            px, py = self._pads(layout)
            w = max(size.w, room.w - 2 * px) if {"fill", "fill-x"} & set(words) else size.w
            h = max(size.h, room.h - 2 * py) if {"fill", "fill-y"} & set(words) else size.h
            x = {"left": room.x + px, "right": room.right - px - w}.get(words[-1] if words else "", room.cx - w / 2)
            y = {"top": room.y + py, "bottom": room.bottom - py - h}.get(words[0] if words else "", room.cy - h / 2)
            # A shape that is drawn higher than it need be narrows its room; the words still stay within the frame.
            x = min(max(x, front.x), max(front.right - w, front.x))
            layout.arrange(self.content, Rect(x, y, w, h))
        if self.corner:
            size = layout.measure(self.corner)
            x, y = room.right - size.w - CORNER, room.bottom - size.h - CORNER
            layout.arrange(self.corner, Rect(x, y, size.w, size.h))

    def shape(self, layout: Layout, rect: Rect) -> Path:
        front = self.front(rect)
        if self.cards:
            back = front.shifted(CARD * self.cards, -CARD * self.cards)
            corners = [front.at(0, 1), front.at(0, 0), back.at(0, 0), back.at(1, 0), back.at(1, 1), front.at(1, 1)]
            return polyline(corners, closed=True)
        return SHAPES[self.look].outline(front, layout.theme.radius)

    def inner(self, layout: Layout, rect: Rect) -> Rect | None:
        return SHAPES[self.look].room(self.front(rect))

    def surface(self, layout: Layout) -> Paint:
        role = layout.theme.role(self.role, self.source)
        line = (role.stroke or layout.theme.line) if self.outlined or self.dashed else None
        dash = layout.theme.dashes["dashed"] if self.dashed else ()
        fill: str | Gradient | None = role.fill
        if self.fade:
            frame, last = layout.frame(self), layout.theme.role(self.fade, self.source)
            colors = (role.fill or layout.theme.paper, last.fill or layout.theme.paper)
            ends = ((0.5, 0.0), (0.5, 1.0)) if self.look == "arrow-down" else ((0.0, 0.5), (1.0, 0.5))
            fill = Gradient(frame.at(*ends[0]), frame.at(*ends[1]), colors)
        return Paint(fill=fill, stroke=line, width=layout.theme.stroke("thin"), dash=dash)

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        paint = self.surface(layout)
        front = self.front(rect)
        items: list[Item] = []
        for i in range(self.cards, 0, -1):
            items.append(SceneBox(front.shifted(CARD * i, -CARD * i), paint, layout.theme.radius))
        if self.look in ("rounded", "square"):
            items.append(SceneBox(front, paint, layout.theme.radius if self.look == "rounded" else 0.0))
        else:
            items.append(Shape(SHAPES[self.look].outline(front, layout.theme.radius), paint))
        if self.look == "cylinder":
            items.append(Shape(cylinder_rim(front), Paint(stroke=paint.stroke, width=paint.width)))
        return items

    def role_name(self) -> str | None:
        return self.role


class Callout(Box):
    """A speech bubble: a box with a tip that points at a place.

    Put it where there is room, into the layout or an `Inset`; the tip finds its way.

    Args:
        content: a string or an element.
        to: the place or the anchor that the tip points at, such as `chart.at(2, 0.5)` or `strip[3]`.
        role: of the bubble.
        size: of a string: `tiny`, `small`, `body`, `large`, `heading` or `title`.
        bold: whether a string is bold.
        wrap: breaks a string into lines of this many em.
        pad: between content and border, a step of the spacing scale.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Example:
        ```python
        tokens = Strip(tr(["The", "sky", "is", "[MASK]"], ["天空", "是", "[MASK]", "的"]), role="data")
        masked = tokens[tr(3, 2)]
        Column(tokens, Callout(tr("The model predicts this token", "模型预测这个词元"), to=masked), gap="l")
        ```
    """

    kind = "callout"

    def __init__(
        self,
        content: Content,
        *,
        to: Place | Anchor,
        role: RoleName = "input",
        size: TextSize = "small",
        bold: bool = False,
        wrap: float | None = None,
        pad: Gap = "s",
        stick: Stick | None = None,
    ) -> None:
        super().__init__(content, role=role, size=size, bold=bold, wrap=wrap, pad=pad, stick=stick)
        self.to = to if isinstance(to, Anchor) else as_place(to)

    def refers(self) -> Sequence[Place]:
        return [self.to.place if isinstance(self.to, Anchor) else self.to]

    def shape(self, layout: Layout, rect: Rect) -> Path:
        if isinstance(self.to, Anchor):
            tip = self.to.point(layout)
        else:
            target = self.to.frame(layout)
            tip = self.to.port(facing(target, rect.center)).point(layout)
        return callout_path(rect, layout.theme.radius, tip)

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        return [Shape(self.shape(layout, rect), self.surface(layout))]
