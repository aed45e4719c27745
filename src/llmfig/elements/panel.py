"""Panels: filled or outlined backgrounds with a title on any side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

from llmfig.elements.shapes import SHAPES, cylinder_rim
from llmfig.elements.text import Text
from llmfig.errors import FigureError, choices
from llmfig.geometry import Path, Rect
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.scene.model import Box, Item, Paint, Shape
from llmfig.vocabulary import Gap, PanelLook, RoleName, Stick, TitleSide

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

LOOKS: tuple[str, ...] = get_args(PanelLook)
LID = 40.0  # room for the lid of a cylinder, px
CORNER = 14.0  # radius of the corners, px
TITLE_SIDES: tuple[str, ...] = get_args(TitleSide)


class Backdrop(Element):
    """A background with padding and a title; what `Panel` and `Region` share."""

    backdrop = True

    def __init__(
        self,
        *,
        title: Content | None,
        title_side: TitleSide,
        role: RoleName,
        pad: Gap,
        dashed: bool,
        outlined: bool,
        look: PanelLook = "rounded",
        title_gap: Gap = "s",
        stick: Stick | None = None,
    ) -> None:
        super().__init__(stick=stick)
        if look not in LOOKS:
            raise FigureError(f"a panel has no look {look!r}", fix=choices(look, LOOKS, "looks"), source=self.source)
        self.look = look
        if title_side not in TITLE_SIDES:
            raise FigureError(
                f"a panel has no title side {title_side!r}",
                fix=choices(title_side, TITLE_SIDES, "sides"),
                source=self.source,
            )
        self.title = (
            Text(title, size="large", bold=True)
            if isinstance(title, str)
            else title and as_element(title, where="the title of a panel")
        )
        self.title_side, self.role, self.pad, self.dashed, self.outlined = title_side, role, pad, dashed, outlined
        self.title_gap = title_gap

    def children(self) -> Sequence[Element]:
        return [self.title] if self.title else []

    def insets(self, layout: Layout) -> tuple[float, float, float, float]:
        """Distance from the border to the content: left, top, right, bottom; px."""
        pad = layout.theme.gap(self.pad, self.source)
        round_ends = LID if self.look == "cylinder" else 0.0
        sides = {"left": pad, "top": pad + round_ends, "right": pad, "bottom": pad + round_ends / 4}
        if self.title:
            size = layout.measure(self.title)
            side = self.title_side.split()[0]
            sides[side] += size.h if side in ("top", "bottom") else size.w
            sides[side] += layout.theme.gap(self.title_gap, self.source)
        return sides["left"], sides["top"], sides["right"], sides["bottom"]

    def title_room(self, layout: Layout) -> tuple[float, float]:
        """The least width (of a title at the top or bottom) or height (at the left or right) it needs, with padding."""
        if not self.title:
            return 0.0, 0.0
        size, pads = layout.measure(self.title), 2 * layout.theme.gap(self.pad, self.source)
        return (0.0, size.h + pads) if self.title_side in ("left", "right") else (size.w + pads, 0.0)

    def arrange(self, layout: Layout, rect: Rect) -> None:
        if not self.title:
            return
        pad = layout.theme.gap(self.pad, self.source)
        size = layout.measure(self.title)
        words = self.title_side.split()
        x = {"left": rect.x + pad, "right": rect.right - pad - size.w}.get(words[-1], rect.cx - size.w / 2)
        y = {"top": rect.y + pad, "bottom": rect.bottom - pad - size.h}.get(words[0], rect.cy - size.h / 2)
        layout.arrange(self.title, Rect(x, y, size.w, size.h))

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        role = layout.theme.role(self.role, self.source)
        line = role.stroke or (layout.theme.line if self.outlined or self.dashed else None)
        dash = layout.theme.dashes["dashed"] if self.dashed else ()
        paint = Paint(fill=role.fill, stroke=line, width=layout.theme.stroke("thin"), dash=dash)
        if self.look == "cylinder":
            rim = Paint(stroke=paint.stroke, width=paint.width)
            return [Shape(self.shape(layout, rect), paint), Shape(cylinder_rim(rect), rim)]
        return [Box(rect, paint, radius=corner_radius(rect))]

    def shape(self, layout: Layout, rect: Rect) -> Path:
        return SHAPES["cylinder"].outline(rect, 0.0) if self.look == "cylinder" else super().shape(layout, rect)

    def role_name(self) -> str | None:
        return self.role


class Panel(Backdrop):
    """A titled background round one element: what belongs together.

    Args:
        content: the element that stands in it, mostly a `Row`, `Column` or `Grid`.
        title: a string, set large and bold, or an element.
        title_side: where the title stands: `top`, `bottom`, `left`, `right`, or at a corner, such as `top left`.
        role: of the background.
        pad: between border and content, a step of the spacing scale.
        dashed: whether it has a dashed border.
        outlined: whether it has a border.
        look: its outline, `rounded` or `cylinder` (a store).
        title_gap: between title and content, a step of the spacing scale.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Example:
        ```python
        actor = Box(tr("Policy", "策略模型"), role="model")
        critic = Box(tr("Value", "价值模型"), role="auxiliary")
        Panel(Row(actor, critic), title=tr("Trained", "参与训练"), title_side="top left", outlined=True)
        ```
    """

    kind = "panel"

    def __init__(
        self,
        content: Content,
        *,
        title: Content | None = None,
        title_side: TitleSide = "top",
        role: RoleName = "panel",
        pad: Gap = "m",
        dashed: bool = False,
        outlined: bool = False,
        look: PanelLook = "rounded",
        title_gap: Gap = "s",
        stick: Stick | None = None,
    ) -> None:
        super().__init__(
            title=title,
            title_side=title_side,
            role=role,
            pad=pad,
            dashed=dashed,
            outlined=outlined,
            look=look,
            title_gap=title_gap,
            stick=stick,
        )
        self.content = as_element(content, where="the content of a Panel")

    def children(self) -> Sequence[Element]:
        return [*super().children(), self.content]

    def measure(self, layout: Layout) -> Size:
        left, top, right, bottom = self.insets(layout)
        size = layout.measure(self.content)
        w, h = left + size.w + right, top + size.h + bottom
        wide, tall = self.title_room(layout)
        more, taller = max(0.0, wide - w), max(0.0, tall - h)
        return Size(w + more, h + taller, left + size.ax + more / 2, top + size.ay + taller / 2)

    def arrange(self, layout: Layout, rect: Rect) -> None:
        super().arrange(layout, rect)
        left, top, right, bottom = self.insets(layout)
        room = Rect(rect.x + left, rect.y + top, rect.w - left - right, rect.h - top - bottom)
        words = (self.content.stick or "").split()
        size = layout.measure(self.content)
        w = room.w if {"fill", "fill-x"} & set(words) else size.w
        h = room.h if {"fill", "fill-y"} & set(words) else size.h
        x = {"left": room.x, "right": room.right - w}.get(
            next((k for k in words if k in ("left", "right")), ""), room.cx - w / 2
        )
        y = {"top": room.y, "bottom": room.bottom - h}.get(
            next((k for k in words if k in ("top", "bottom")), ""), room.cy - h / 2
        )
        layout.arrange(self.content, Rect(x, y, w, h))


def corner_radius(rect: Rect) -> float:
    """How far the corners of a panel of this frame are rounded, in px."""
    return min(CORNER, rect.h / 2, rect.w / 2)
