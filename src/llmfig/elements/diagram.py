"""An element with what lies round and over it: notes, braces, highlights, connectors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from llmfig.connect.link import Arrow
from llmfig.elements.adorn import Adornment, Note
from llmfig.elements.highlight import Highlight
from llmfig.errors import FigureError, called, short
from llmfig.geometry import SIDES, Path, Rect, Side
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.vocabulary import Gap, Stick

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

Extra = Arrow | Adornment | Highlight | Sequence["Extra"] | None
"""What lies over a layout; lists of it are taken apart, `None` is skipped."""


class Diagram(Element):
    """A layout together with what refers to it: arrows, braces, notes, highlights.

    Notes and braces get room at their side of the layout; highlights and arrows lie over it. As a place, and for
    containers round it, the diagram is its body: arrows to it end at the body, not at its notes.

    Args:
        body: the layout.
        *extras: what lies over it, singly or in lists, in paint order; `None` is skipped.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: for an extra that is no arrow, brace, note or highlight.

    Example:
        ```python
        tokens = Strip(tr(["How", "are", "you", "?"], ["你", "好", "吗", "？"]), role="data")
        model = Box(tr("Language model", "语言模型"), role="model", wide=12)
        Diagram(
            Column(model, tokens),
            [Arrow(token.top, model.port("bottom", token)) for token in tokens],
            Brace(tokens, side="bottom", label=tr("Prompt", "提示词")),
            Note(tr("frozen", "冻结"), over=model, side="right"),
        )
        ```
    """

    kind = "diagram"

    def __init__(self, body: Content, *extras: Extra, stick: Stick | None = None) -> None:
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
    gap: Gap = "xs",
) -> Diagram:
    """An element with notes at its sides; containers align it, and arrows reach it, by the element itself.

    Args:
        body: an element or a string.
        top: a string or an element above it.
        right: a string or an element to its right.
        bottom: a string or an element below it.
        left: a string or an element to its left.
        gap: between element and notes, a step of the spacing scale.

    Example:
        ```python
        states = [
            labeled(Box(f"$s_{t}$", role="data", shape="circle"), top=f"$V(s_{t})$") for t in (0, 1, 2)
        ]
        Diagram(Row(*states, gap="l"), chain(*states))
        ```
    """
    sides: dict[Side, Content | None] = {"top": top, "right": right, "bottom": bottom, "left": left}
    return Diagram(body, *(Note(c, side=s, gap=gap) for s, c in sides.items() if c is not None))


def _flatten(extras: Iterable[object], diagram: Diagram) -> Iterable[object]:
    for e in extras:
        if e is None:
            continue
        if isinstance(e, Arrow | Adornment | Highlight):
            yield e
        elif isinstance(e, list | tuple | Iterator):
            yield from _flatten(e, diagram)
        else:
            fix = "the first argument of a Diagram is the layout, all others are arrows, braces, notes and highlights"
            if isinstance(e, Element):
                fix = "put all elements of the layout together first: Diagram(Row(a, b), Arrow(a, b))"
            elif isinstance(e, str):
                fix = f"words over a layout are notes: Note({short(e)}, over=a)"
            raise FigureError(f"{called(e)} does not lie over a layout", fix=fix, source=diagram.source)
