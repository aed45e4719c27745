"""A tree seen without its direction: `main` grows away from the root, `cross` runs along a level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from llmfig.geometry import Point, Rect, Side
from llmfig.layout.element import Element
from llmfig.vocabulary import Direction

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

DIRECTIONS: tuple[str, ...] = get_args(Direction)
AWAY: dict[Direction, Side] = {"right": "right", "left": "left", "down": "bottom", "up": "top"}


@dataclass(frozen=True, slots=True)
class Extent:
    """The size of a node, px.

    Attributes:
        before, body, after: along main: what stands out to the root (a note), the node proper, what stands out beyond.
        low, high: along cross, from the node's axis.
    """

    before: float
    body: float
    after: float
    low: float
    high: float

    @staticmethod
    def of(layout: Layout, element: Element, direction: Direction) -> Extent:
        size, core = layout.measure(element), layout.measure(element.element())
        if direction in ("right", "left"):
            start, body, whole = size.ax - core.ax, core.w, size.w
            low, high = size.ay, size.h - size.ay
        else:
            start, body, whole = size.ay - core.ay, core.h, size.h
            low, high = size.ax, size.w - size.ax
        end = whole - start - body
        return (
            Extent(start, body, end, low, high)
            if direction in ("right", "down")
            else Extent(end, body, start, low, high)
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """Turns (main, cross) into px: `origin` is where both are 0."""

    direction: Direction
    origin: Point

    def point(self, main: float, cross: float) -> Point:
        x, y = self.origin
        match self.direction:
            case "right":
                return Point(x + main, y + cross)
            case "left":
                return Point(x - main, y + cross)
            case "down":
                return Point(x + cross, y + main)
            case _:
                return Point(x + cross, y - main)

    def rect(self, main: tuple[float, float], cross: tuple[float, float]) -> Rect:
        a, b = self.point(main[0], cross[0]), self.point(main[1], cross[1])
        return Rect(min(a.x, b.x), min(a.y, b.y), abs(b.x - a.x), abs(b.y - a.y))
