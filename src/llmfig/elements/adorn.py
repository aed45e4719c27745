"""What stands at the side of a place: notes, braces, brackets, dimension lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from llmfig.elements.spans import SPAN_STYLES, span_depth, span_height, span_paths, span_tip
from llmfig.elements.text import Text
from llmfig.errors import FigureError, check_number, choices
from llmfig.geometry import NORMALS, SIDES, Path, Point, Rect, Side
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.layout.place import Anchor, Place, as_place
from llmfig.scene.model import Item, Paint, Shape

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout


class Adornment(Element):
    """Something that stands at one side of a place and is given room there by its `Diagram`."""

    def __init__(self, *, over: Place | None, side: str, label: Element | None, gap: str, level: int) -> None:
        super().__init__()
        if side not in SIDES:
            raise FigureError(f"there is no side {side!r}", fix=choices(side, SIDES, "sides"), source=self.source)
        check_number("level", level, self.source, whole=True)
        self.over = None if over is None else as_place(over)
        self.side, self.label, self.gap, self.level = side, label, gap, level

    def children(self) -> Sequence[Element]:
        return [self.label] if self.label else []

    def depth(self, layout: Layout) -> float:
        """Extent of the glyph between the place and the label, px."""
        return 0.0

    def thickness(self, layout: Layout) -> float:
        """Room needed at the side, from the place outwards, px."""
        label = layout.measure(self.label) if self.label else Size.of(0, 0)
        across = label.h if self.side in ("top", "bottom") else label.w
        return layout.theme.gap(self.gap, self.source) + self.depth(layout) + across

    def length(self, layout: Layout) -> float:
        """Extent along the side, px."""
        label = layout.measure(self.label) if self.label else Size.of(0, 0)
        return label.w if self.side in ("top", "bottom") else label.h

    def measure(self, layout: Layout) -> Size:
        along, across = self.length(layout), self.thickness(layout)
        return Size.of(along, across) if self.side in ("top", "bottom") else Size.of(across, along)

    def target(self, layout: Layout, body: Element) -> Rect:
        return (self.over or body).frame(layout)

    def locate(self, layout: Layout, body: Element, start: float) -> Rect:
        """The frame, `start` px away from the place (or from the body's edge for outer levels)."""
        t = self.target(layout, body)
        thick = self.thickness(layout)
        if self.side in ("top", "bottom"):
            along = max(t.w, self.length(layout))
            y = t.y - start - thick if self.side == "top" else t.bottom + start
            return Rect(t.cx - along / 2, y, along, thick)
        along = max(t.h, self.length(layout))
        x = t.x - start - thick if self.side == "left" else t.right + start
        return Rect(x, t.cy - along / 2, thick, along)

    def arrange(self, layout: Layout, rect: Rect) -> None:
        if not self.label:
            return
        s = layout.measure(self.label)
        if "fill" in (self.label.stick or ""):  # along the side
            w, h = (rect.w, s.h) if self.side in ("top", "bottom") else (s.w, rect.h)
            s = Size.of(w, h)
        match self.side:
            case "top":
                spot = Rect(rect.cx - s.w / 2, rect.y, s.w, s.h)
            case "bottom":
                spot = Rect(rect.cx - s.w / 2, rect.bottom - s.h, s.w, s.h)
            case "left":
                spot = Rect(rect.x, rect.cy - s.h / 2, s.w, s.h)
            case _:
                spot = Rect(rect.right - s.w, rect.cy - s.h / 2, s.w, s.h)
        layout.arrange(self.label, spot)


class Note(Adornment):
    """A label at a side of a place.

    Args:
        content: a string (set in the note role) or an element; with `stick="fill"` as long as the place.
        over: the place; default: the whole diagram.
        side: "top", "right", "bottom" or "left".
        gap: a step of the spacing scale, between the place and the note.
        level: 0 stands next to the place, 1 outside of that, ...

    Example:
        Diagram(strip, Note(tr("Prompt", "提示"), over=strip[:3], side="bottom"))
    """

    kind = "note"

    def __init__(
        self, content: Content, *, over: Place | None = None, side: str = "top", gap: str = "xs", level: int = 0
    ) -> None:
        label = (
            Text(content, role="note")
            if isinstance(content, str)
            else as_element(content, where="the content of a Note")
        )
        super().__init__(over=over, side=side, label=label, gap=gap, level=level)

    # As a place, a note is its words.

    def frame(self, layout: Layout) -> Rect:
        return self.label.frame(layout) if self.label else layout.frame(self)

    def outline(self, layout: Layout) -> Path:
        return self.label.outline(layout) if self.label else super().outline(layout)

    def element(self) -> Element:
        return self.label.element() if self.label else self


class Brace(Adornment):
    """A brace, bracket or dimension line along a side of a place, with a label at its tip.

    Args:
        over: what it spans; default: the whole diagram.
        side: where it stands.
        label: a string or an element.
        style: "brace", "bracket", "dimension" (double-headed arrow), "arrow" (to the right or down),
            "arrow-back" (to the left or up), "rule" (plain line).
        role: colour of line and label.
        size: of a string label.
        turned: set a string label along the vertical.

    Example:
        Diagram(strip, Brace(strip[0:8], label="Prompt"), Brace(strip[8:], label="Response"))
    """

    kind = "brace"

    def __init__(
        self,
        over: Place | None = None,
        *,
        side: str = "top",
        label: Content | None = None,
        style: str = "brace",
        role: str = "note",
        size: str = "body",
        gap: str = "xs",
        level: int = 0,
    ) -> None:
        if label is not None:
            text = isinstance(label, str)
            label = Text(str(label), role=role, size=size) if text else as_element(label, where="the label of a Brace")
        super().__init__(over=over, side=side, label=label, gap=gap, level=level)
        if style not in SPAN_STYLES:
            raise FigureError(
                f"there is no span style {style!r}", fix=choices(style, SPAN_STYLES, "styles"), source=self.source
            )
        self.style, self.role = style, role

    def depth(self, layout: Layout) -> float:
        return span_depth(self.style) + (layout.theme.gap("xs") if self.label else 0.0)

    def _line(self, layout: Layout) -> tuple[Point, Point]:
        """The two ends of the spanned edge, moved out by the gap."""
        t = (self.over or self._body(layout)).frame(layout)
        rect = layout.frame(self)
        gap = layout.theme.gap(self.gap, self.source)
        match self.side:
            case "top":
                return Point(t.x, rect.bottom - gap), Point(t.right, rect.bottom - gap)
            case "bottom":
                return Point(t.x, rect.y + gap), Point(t.right, rect.y + gap)
            case "left":
                return Point(rect.right - gap, t.y), Point(rect.right - gap, t.bottom)
            case _:
                return Point(rect.x + gap, t.y), Point(rect.x + gap, t.bottom)

    def _body(self, layout: Layout) -> Place:
        parent = layout.parents[self]
        assert parent is not None  # an adornment always stands in a Diagram
        return parent

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        a, b = self._line(layout)
        color = layout.theme.role(self.role, self.source).ink
        width = layout.theme.stroke("normal" if self.style != "dimension" else "thin")
        stroked, filled = span_paths(self.style, a, b, NORMALS[self._outward()], layout.theme.arrowhead)
        items: list[Item] = [Shape(p, Paint(stroke=color, width=width, cap="round")) for p in stroked]
        items += [Shape(p, Paint(fill=color)) for p in filled]
        return items

    def _outward(self) -> Side:
        return next(s for s in SIDES if s == self.side)

    @property
    def tip(self) -> Anchor:
        """The point of the brace, for arrows."""

        def locate(layout: Layout) -> Point:
            a, b = self._line(layout)
            return span_tip(self.style, a, b, NORMALS[self._outward()])

        return Anchor(self, self._outward(), locate)

    def level_with(self, place: Place) -> Anchor:
        """The point of the line that lies over (for upright ones: beside) a place's middle, for arrows.

        Example:
            everything = Brace(strip, side="bottom", style="bracket")
            Arrow(everything.level_with(strip[2]), box)
        """

        def locate(layout: Layout) -> Point:
            (a, b), c = self._line(layout), place.frame(layout).center
            upright = self.side in ("left", "right")
            at, low, high = (c.y, a.y, b.y) if upright else (c.x, a.x, b.x)
            if not low <= at <= high:
                fix = "name something that it spans"
                raise FigureError("no part of the brace is level with that element", fix=fix, source=self.source)
            out, normal = span_height(self.style), NORMALS[self._outward()]
            return (Point(a.x, at) if upright else Point(at, a.y)).shifted(normal.x * out, normal.y * out)

        return Anchor(self, self._outward(), locate)

    def role_name(self) -> str | None:
        return self.role
