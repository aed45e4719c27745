"""An element with what lies round and over it: notes, braces, highlights, connectors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from llmfig.connect.link import Arrow
from llmfig.elements.adorn import Adornment, Note
from llmfig.elements.highlight import Highlight
from llmfig.errors import FigureError
from llmfig.geometry import SIDES, Path, Rect, Side
from llmfig.layout.element import Content, Element, Size, as_element

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout


class Diagram(Element):
    """A layout with the things that refer to it.

    Adornments (`Brace`, `Note`) get room at their side of the body; highlights and arrows lie over it. Arrows that name
    the diagram end at its body, not at its notes, and containers align it by its body.

    Args:
        body: the layout.
        extras: arrows, adornments and highlights, or lists of them, in paint order.

    Example:
        Diagram(Row(a, b, gap="l"), Arrow(a, b), Brace(around(a, b), side="top", label="N layers"))
    """

    kind = "diagram"

    def __init__(self, body: Content, *extras: object, stick: str | None = None) -> None:
        super().__init__(stick=stick)
        self.body = as_element(body, where="the body of a Diagram")
        flat = list(_flatten(extras, self))
        self.links = [e for e in flat if isinstance(e, Arrow)]
        self.highlights = [e for e in flat if isinstance(e, Highlight)]
        self.adornments = [e for e in flat if isinstance(e, Adornment)]

    def children(self) -> Sequence[Element]:
        below = [h for h in self.highlights if h.below]
        above = [h for h in self.highlights if not h.below]
        return [*below, self.body, *above, *self.adornments]

    def _levels(self, layout: Layout, side: str) -> list[float]:
        """Where each level of adornments of a side begins, as distance from the body; the last is the whole room."""
        depths: dict[int, float] = {}
        for a in self.adornments:
            if a.side == side:
                depths[a.level] = max(depths.get(a.level, 0.0), a.thickness(layout))
        starts = [0.0]
        for level in range(max(depths, default=-1) + 1):
            starts.append(starts[-1] + depths.get(level, 0.0))
        return starts

    def _margins(self, layout: Layout) -> dict[Side, float]:
        room = {side: self._levels(layout, side)[-1] for side in SIDES}
        size, core = layout.measure(self.body), self._core(layout)
        for a in self.adornments:
            if a.over is None or a.over is self.body:
                half = a.length(layout) / 2
                if a.side in ("top", "bottom"):
                    room["left"] = max(room["left"], half - core.cx)
                    room["right"] = max(room["right"], core.cx + half - size.w)
                else:
                    room["top"] = max(room["top"], half - core.cy)
                    room["bottom"] = max(room["bottom"], core.cy + half - size.h)
        for h in self.highlights:
            for side, px in zip(("left", "top", "right", "bottom"), h.reach(layout), strict=True):
                room[side] = max(room[side], px if h.below else 0.0)  # type: ignore[index]
        for link in self.links:
            for side, px in link.loop_room(layout, self.body.kind != "column").items():
                room[side] = max(room[side], px)
        return room

    def _core(self, layout: Layout) -> Rect:
        """Where adornments of the whole see the body, from the left top of its natural size: without its own notes."""
        size = layout.measure(self.body)
        if not isinstance(self.body, Diagram):
            return Rect(0, 0, size.w, size.h)
        m, inner = self.body._margins(layout), self.body._core(layout)
        return inner.shifted(m["left"], m["top"])

    def measure(self, layout: Layout) -> Size:
        m = self._margins(layout)
        s = layout.measure(self.body)
        return Size(m["left"] + s.w + m["right"], m["top"] + s.h + m["bottom"], m["left"] + s.ax, m["top"] + s.ay)

    def arrange(self, layout: Layout, rect: Rect) -> None:
        m = self._margins(layout)
        layout.arrange(self.body, rect.grown(-m["left"], -m["top"], -m["right"], -m["bottom"]))
        self.place_extras(layout)

    def place_extras(self, layout: Layout) -> None:
        """Give adornments and highlights their frames, from those of what they refer to."""
        for a in self.adornments:
            layout.arrange(a, a.locate(layout, self.body, self._levels(layout, a.side)[a.level]))
        for h in self.highlights:
            layout.arrange(h, h.cover(layout))

    # As a place, the diagram is its body.

    def frame(self, layout: Layout) -> Rect:
        return self.body.frame(layout)

    def outline(self, layout: Layout) -> Path:
        return self.body.outline(layout)

    def element(self) -> Element:
        return self.body.element()


def labeled(
    body: Content,
    *,
    top: Content | None = None,
    right: Content | None = None,
    bottom: Content | None = None,
    left: Content | None = None,
    gap: str = "xs",
) -> Diagram:
    """An element with a note at one or more sides; it is aligned and pointed at by its body.

    Example:
        labeled(Box("$s_2$", role="model"), top=r"$V_\\pi(s_2)$")
    """
    sides = {"top": top, "right": right, "bottom": bottom, "left": left}
    return Diagram(body, *(Note(c, side=s, gap=gap) for s, c in sides.items() if c is not None))


def _flatten(extras: Iterable[object], diagram: Diagram) -> Iterable[object]:
    for e in extras:
        if e is None:
            continue
        if isinstance(e, Arrow | Adornment | Highlight):
            yield e
        elif isinstance(e, list | tuple):
            yield from _flatten(e, diagram)
        else:
            raise FigureError(
                f"{e!r} is no arrow, brace, note or highlight",
                fix="the first argument of Diagram is the layout (use Row, Column, Grid to combine elements); "
                "all others lie over it",
                source=diagram.source,
            )
