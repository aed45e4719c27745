"""Turned labels, for long names under narrow bars."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from llmfig.elements.text import Text
from llmfig.geometry import Point, Rect
from llmfig.layout.element import Size
from llmfig.scene.model import Group, Item

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

ANGLE = 45.0


class Slanted(Text):
    """Text that rises at 45 degrees. Its frame holds the turned words.

    Example:
        Slanted("AlphaGo Zero", size="small")
    """

    kind = "text"

    def flat(self, layout: Layout) -> tuple[float, float]:
        """Width and height of the words before they are turned, px."""
        block = self.set(layout)
        return block.width, block.height

    def measure(self, layout: Layout) -> Size:
        w, h = self.flat(layout)
        c, s = math.cos(math.radians(ANGLE)), math.sin(math.radians(ANGLE))
        return Size.of(w * c + h * s, w * s + h * c)

    def hang(self, layout: Layout, p: Point) -> Rect:
        """The frame whose words end right under a point."""
        size, (_, h) = layout.measure(self), self.flat(layout)
        half = h / 2 * math.sin(math.radians(ANGLE))
        return Rect(p.x + half - size.w, p.y, size.w, size.h)

    def pitch(self, layout: Layout, air: float) -> float:
        """The least distance of two neighbours under a level axis, px."""
        return (self.flat(layout)[1] + air) / math.sin(math.radians(ANGLE))

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        block = self.set(layout)
        flat = Rect(rect.cx - block.width / 2, rect.cy - block.height / 2, block.width, block.height)
        items = block.items(flat.x, flat.y, self.color(layout), layout.ink)
        return [Group(id=f"{layout.ids[self]}/turned", kind="run", rect=flat, children=tuple(items), rotate=-ANGLE)]
