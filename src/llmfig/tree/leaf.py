"""Nodes that are plain text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from llmfig.elements.text import Text
from llmfig.geometry import Rect
from llmfig.layout.element import Element, Size

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout


class Leaf(Element):
    """Text with a little room round it, so that lines end near it and not at its letters."""

    kind = "node"
    solid = True

    def __init__(self, text: Text, *, level: bool) -> None:
        super().__init__()
        self.text, self.level = text, level

    def children(self) -> Sequence[Element]:
        return [self.text]

    def _pads(self, layout: Layout) -> tuple[float, float]:
        wide, narrow = layout.theme.gap("s"), layout.theme.gap("hair")
        return (wide, narrow) if self.level else (narrow, wide / 2)

    def measure(self, layout: Layout) -> Size:
        size, (px, py) = layout.measure(self.text), self._pads(layout)
        return Size.of(size.w + 2 * px, size.h + 2 * py)

    def arrange(self, layout: Layout, rect: Rect) -> None:
        px, py = self._pads(layout)
        layout.arrange(self.text, rect.grown(-px, -py))
