"""Small drawn glyphs: their base.

A mark is measured in em of the theme's body text, so it fits the words it stands beside in every theme.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from llmfig.elements.shapes import ellipse
from llmfig.errors import FigureError, choices
from llmfig.geometry import Path, Point, Rect, polyline
from llmfig.layout.element import Element, Size
from llmfig.vocabulary import MarkSize, RoleName, Stick

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

MARK_SIZES: dict[MarkSize, float] = {"xs": 0.7, "s": 0.82, "m": 1.0, "l": 1.5, "xl": 2.2, "xxl": 3.2}
"""Sizes of marks against body text; "s" goes with small text, "m" with body text."""


class Mark(Element):
    """Base of the drawn glyphs.

    Args:
        size: "xs", "s", "m", "l", "xl" or "xxl"; "m" goes with body text.
        role: draw it in the ink of a role; default: the theme's line colour.
    """

    kind = "icon"
    WIDE: ClassVar[float] = 1.0  # em
    TALL: ClassVar[float] = 1.0  # em

    def __init__(self, *, size: MarkSize = "m", role: RoleName | None = None, stick: Stick | None = None) -> None:
        super().__init__(stick=stick)
        if size not in MARK_SIZES:
            raise FigureError(
                f"a mark has no size {size!r}", fix=choices(size, MARK_SIZES, "sizes"), source=self.source
            )
        self.size, self.role = size, role

    def em(self, layout: Layout) -> float:
        """The em that the mark is drawn with, px."""
        return layout.theme.size("body") * MARK_SIZES[self.size]

    def measure(self, layout: Layout) -> Size:
        em = self.em(layout)
        return Size.of(self.WIDE * em, self.TALL * em)

    def color(self, layout: Layout) -> str:
        return layout.theme.role(self.role, self.source).ink if self.role else layout.theme.line

    def role_name(self) -> str | None:
        return self.role

    def drawn(self, layout: Layout, rect: Rect) -> Rect:
        """The natural frame, in the middle of the one that was given."""
        size = layout.measure(self)
        return Rect(rect.cx - size.w / 2, rect.cy - size.h / 2, size.w, size.h)


def disc(c: Point, radius: float) -> Path:
    """A circle."""
    return ellipse(Rect(c.x - radius, c.y - radius, 2 * radius, 2 * radius))


def joined(paths: Iterable[Path]) -> Path:
    """Several paths as one."""
    return Path(tuple(s for p in paths for s in p.segments))


def tip(at: Point, angle: float, length: float, width: float) -> Path:
    """A filled arrowhead with its point at `at`, along `angle` (radians, 0 to the right, growing clockwise)."""
    c, s = math.cos(angle), math.sin(angle)

    def corner(back: float, across: float) -> Point:
        return Point(at.x - c * back - s * across, at.y - s * back + c * across)

    return polyline([at, corner(length, width / 2), corner(length * 0.82, 0), corner(length, -width / 2)], closed=True)
