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
from llmfig.vocabulary import Gap, RoleName

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout


class Highlight(Element):
    """A frame laid over a place, or a tinted ground below it, to be handed to a `Diagram`.

    Args:
        over: what it marks: an element, a part of one, or `around(a, b)`.
        role: what it stands for, such as `data`, `model` or `loss`; the theme gives the colours.
        below: whether it lies below the place; by default it lies over it.
        pad: how far it stands out, a step of the spacing scale.
        dashed: whether its border is dashed.

    Example:
        ```python
        scores = Table(
            [["SFT", 61.2], ["DPO", 68.9], ["PPO", 70.4]],
            head=tr(["Method", "Win rate"], ["方法", "胜率"]),
            fmt=".1f",
        )
        Diagram(scores, Highlight(scores.row(3)))
        ```
    """

    kind = "highlight"
    backdrop = True
    extra = True
    within = "Diagram(layout, {name}(...))"

    def __init__(
        self, over: Place, *, role: RoleName = "highlight", below: bool = False, pad: Gap = "none", dashed: bool = False
    ) -> None:
        super().__init__()
        self.over, self.role, self.below, self.pad, self.dashed = as_place(over), role, below, pad, dashed

    def measure(self, layout: Layout) -> Size:
        return Size.of(0, 0)

    def refers(self) -> Sequence[Place]:
        return [self.over]

    def cover(self, layout: Layout) -> Rect:
        return self.over.frame(layout).grown(layout.theme.gap(self.pad, self.source))

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        role = layout.theme.role(self.role, self.source)
        line = role.stroke or (layout.theme.line if self.dashed else None)
        dash = layout.theme.dashes["dashed"] if self.dashed else ()
        paint = Paint(fill=role.fill, stroke=line, width=layout.theme.stroke("normal"), dash=dash)
        return [SceneBox(rect, paint, 4.0)]

    def role_name(self) -> str | None:
        return self.role

    def reach(self, layout: Layout) -> tuple[float, float, float, float]:
        """How far it stands out of what it marks: left, top, right, bottom; px."""
        pad = layout.theme.gap(self.pad, self.source)
        return pad, pad, pad, pad


class Enclose(Highlight):
    """A panel drawn behind chosen elements of a layout, wherever they stand, to be handed to a `Diagram`.

    The diagram makes room for it round its body. Where whole rows and columns of a `Grid` are meant, a `Region` is
    better: it makes room inside the grid too.

    Args:
        *places: what it goes round: elements or parts of them.
        title: a string, set bold above them, or an element.
        role: of the background.
        pad: between the elements and the border, a step of the spacing scale.
        dashed: whether it has a dashed border.

    Raises:
        FigureError: when there is nothing to go round.

    Example:
        ```python
        policy, reference, reward = (
            Box(words, role=role)
            for words, role in zip(
                tr(["Policy", "Reference", "Reward"], ["策略模型", "参考模型", "奖励模型"]),
                ["model", "frozen", "frozen"],
            )
        )
        Diagram(
            Row(policy, reference, reward, gap="l"),
            Enclose(reference, reward, title=tr("Frozen", "冻结"), dashed=True),
        )
        ```
    """

    kind = "enclosure"

    def __init__(
        self,
        *places: Place,
        title: Content | None = None,
        role: RoleName = "panel",
        pad: Gap = "s",
        dashed: bool = False,
    ) -> None:
        if not places:
            raise FigureError(
                "Enclose() needs at least one element", fix="name the elements that it goes round", source=caller()
            )
        super().__init__(around(*places), role=role, below=True, pad=pad, dashed=dashed)
        self.title = (
            Text(title, bold=True)
            if isinstance(title, str)
            else title and as_element(title, where="the title of an Enclose")
        )

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
