"""Elements laid over one another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from llmfig.errors import FigureError
from llmfig.geometry import Rect
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.vocabulary import Stick

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout


class Overlay(Element):
    """Elements over one another, the first at the bottom; as large as the largest.

    Each sits in the common frame as its `stick` says (`top right`, `fill`, ...), else with its axes in the middle.

    Args:
        *children: elements or strings, from the bottom.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: when there are none, and for what is no element.

    Example:
        ```python
        expert = Box(tr("Expert", "专家"), role="model", wide=8, tall=4)
        Overlay(expert, Number(3, stick="top left"))
        ```
    """

    kind = "overlay"

    def __init__(self, *children: Content, stick: Stick | None = None) -> None:
        super().__init__(stick=stick)
        self._children = [as_element(c, where="an element in an Overlay") for c in children]
        if not children:
            raise FigureError("this Overlay is empty", fix="put at least one element into it", source=self.source)

    def children(self) -> Sequence[Element]:
        return self._children

    def measure(self, layout: Layout) -> Size:
        sizes = [layout.measure(c) for c in self._children]
        ax, ay = max(s.ax for s in sizes), max(s.ay for s in sizes)
        return Size(ax + max(s.w - s.ax for s in sizes), ay + max(s.h - s.ay for s in sizes), ax, ay)

    def arrange(self, layout: Layout, rect: Rect) -> None:
        own = layout.measure(self)
        ax, ay = rect.x + own.ax + (rect.w - own.w) / 2, rect.y + own.ay + (rect.h - own.h) / 2
        for child in self._children:
            s, words = layout.measure(child), (child.stick or "").split()
            w = rect.w if {"fill", "fill-x"} & set(words) else s.w
            h = rect.h if {"fill", "fill-y"} & set(words) else s.h
            x = rect.x if "left" in words or w > s.w else rect.right - w if "right" in words else ax - s.ax
            y = rect.y if "top" in words or h > s.h else rect.bottom - h if "bottom" in words else ay - s.ay
            layout.arrange(child, Rect(x, y, w, h))
