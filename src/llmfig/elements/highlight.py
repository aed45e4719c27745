"""Frames laid over places, and grounds drawn below them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from llmfig.elements.text import Text
from llmfig.errors import FigureError, caller
from llmfig.geometry import Rect
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.layout.place import Place, around, as_place
from llmfig.scene.model import Box as SceneBox
from llmfig.scene.model import Item, Paint

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout


class Highlight(Element):
    """A frame laid over a place, or a tinted ground below one.

    Args:
        over: what it marks.
        role: colours.
        below: lie below the place instead of over it.
        pad: how far it stands out.
        dashed: draw a dashed border.

    Example:
        Diagram(table, Highlight(table.row(2), role="highlight"))
    """

    kind = "highlight"
    backdrop = True
    lies_over = True

    def __init__(
        self, over: Place, *, role: str = "highlight", below: bool = False, pad: str = "none", dashed: bool = False
    ) -> None:
        super().__init__()
        self.over, self.role, self.below, self.pad, self.dashed = as_place(over), role, below, pad, dashed

    def measure(self, layout: Layout) -> Size:
        return Size.of(0, 0)

    def cover(self, layout: Layout) -> Rect:
        return self.over.frame(layout).grown(layout.theme.gap(self.pad, self.source))

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        role = layout.theme.role(self.role, self.source)
        dash = layout.theme.dashes["dashed"] if self.dashed else ()
        return [
            SceneBox(
                rect, Paint(fill=role.fill, stroke=role.stroke, width=layout.theme.stroke("normal"), dash=dash), 4.0
            )
        ]

    def role_name(self) -> str | None:
        return self.role

    def reach(self, layout: Layout) -> tuple[float, float, float, float]:
        """How far it stands out of what it marks: left, top, right, bottom; px."""
        pad = layout.theme.gap(self.pad, self.source)
        return pad, pad, pad, pad


class Enclose(Highlight):
    """A panel drawn behind chosen elements of a layout, wherever they stand, with a title above them.

    The `Diagram` makes room for it round its body. Where whole tracks of a `Grid` are meant, a `Region` is better: it
    makes room inside the grid too.

    Args:
        places: what it goes round.
        title: a string or an element, above.
        role: colours.
        pad: a step of the spacing scale, between the elements and the border.
        dashed: draw a dashed border.

    Example:
        Diagram(Row(a, b, c, gap="l"), Enclose(a, b, title=tr("Frozen", "冻结"), dashed=True))
    """

    kind = "enclosure"

    def __init__(
        self, *places: Place, title: Content | None = None, role: str = "panel", pad: str = "s", dashed: bool = False
    ) -> None:
        if not places:
            raise FigureError(
                "Enclose() needs at least one element", fix="name the elements that it goes round", source=caller()
            )
        super().__init__(around(*places), role=role, below=True, pad=pad, dashed=dashed)
        self.title = Text(title, bold=True) if isinstance(title, str) else title and as_element(title)

    def children(self) -> Sequence[Element]:
        return [self.title] if self.title else []

    def reach(self, layout: Layout) -> tuple[float, float, float, float]:
        left, top, right, bottom = super().reach(layout)
        if self.title:
            top += layout.measure(self.title).h + layout.theme.gap("xs")
        return left, top, right, bottom

    def cover(self, layout: Layout) -> Rect:
        r = self.over.frame(layout).grown(*self.reach(layout))
        wide = layout.measure(self.title).w + 2 * layout.theme.gap(self.pad, self.source) if self.title else 0.0
        return r.grown(max(0.0, wide - r.w) / 2, 0)

    def arrange(self, layout: Layout, rect: Rect) -> None:
        if self.title:
            size = layout.measure(self.title)
            top = rect.y + layout.theme.gap(self.pad, self.source)
            layout.arrange(self.title, Rect(rect.cx - size.w / 2, top, size.w, size.h))
