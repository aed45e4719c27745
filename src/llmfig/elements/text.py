"""Text, horizontal and vertical."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from llmfig.elements.inline import inline_formula, said
from llmfig.errors import FigureError, check_number, choices
from llmfig.geometry import Path, Rect
from llmfig.layout.element import Element, Size
from llmfig.layout.place import rectangle
from llmfig.scene.model import Group, Item
from llmfig.text.layout import TextLayout, lay_out
from llmfig.text.markup import parse, plain
from llmfig.text.vertical import VerticalLayout, lay_out_vertical

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

AIR = (5.0, 3.0)  # px that connectors keep from words
ALIGNS = ("left", "center", "right")


class Text(Element):
    """Words, with `**bold**`, `*italic*`, `` `code` ``, `$formula$` and `[coloured]{role}` inside.

    Args:
        text: what it says; `\\n` breaks the line.
        size: a step of the type scale.
        role: colour it in the ink of a role; default: as its surroundings say.
        bold, italic, mono: face of the whole text.
        wrap: break lines at this many em; lines are balanced.
        align: "left", "center" or "right", between the lines of the text.

    Example:
        Text(tr("Current state $s_2$", "当前状态 $s_2$"), role="note")
    """

    kind = "text"
    solid = True

    def __init__(
        self,
        text: str,
        *,
        size: str = "body",
        role: str | None = None,
        bold: bool = False,
        italic: bool = False,
        mono: bool = False,
        wrap: float | None = None,
        align: str = "center",
        stick: str | None = None,
    ) -> None:
        super().__init__(stick=stick)
        if not isinstance(text, str):
            raise FigureError(
                f"text must be a string, not {text!r}", fix="use str(...) or a format string", source=self.source
            )
        if align not in ALIGNS:
            raise FigureError(f"text has no align={align!r}", fix=choices(align, ALIGNS, "values"), source=self.source)
        if wrap is not None:
            check_number("wrap", wrap, self.source, least=1)
        self.text, self.size, self.role = text, size, role
        self.bold, self.italic, self.mono, self.wrap, self.align = bold, italic, mono, wrap, align
        try:
            self.spans = parse(text)
        except FigureError as error:
            raise error.at(self.source) from None

    def set(self, layout: Layout) -> TextLayout:
        """The text, broken into lines and shaped."""
        size = layout.theme.size(self.size, self.source)
        return lay_out(
            self.spans,
            size=size,
            bold=self.bold,
            italic=self.italic,
            mono=self.mono,
            wrap=None if self.wrap is None else self.wrap * size,
            align=self.align,  # type: ignore[arg-type]
            formula=inline_formula,
        )

    def measure(self, layout: Layout) -> Size:
        block = self.set(layout)
        return Size.of(block.width, block.height)

    def color(self, layout: Layout) -> str:
        return layout.theme.role(self.role, self.source).ink if self.role else layout.text_color(self)

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        block = self.set(layout)
        x = {"left": rect.x, "center": rect.cx - block.width / 2, "right": rect.right - block.width}[self.align]
        return block.items(x, rect.cy - block.height / 2, self.color(layout), layout.ink)

    def shape(self, layout: Layout, rect: Rect) -> Path:
        return rectangle(rect.grown(*AIR))

    def says(self) -> str:
        return said(self.spans)

    def latex_source(self) -> str:
        return plain(self.text) if any(s.math for s in self.spans) else ""

    def role_name(self) -> str | None:
        return self.role


class Vertical(Text):
    """Text along the vertical: hanzi stacked upright, Latin words turned. English is turned whole, reading upwards.

    Example:
        Vertical(tr("Hidden size", "隐藏维度"))
    """

    kind = "text"

    def _turned(self, layout: Layout) -> bool:
        return layout.lang == "en" or not any("\u4e00" <= c <= "\u9fff" for c in self.text)

    def measure(self, layout: Layout) -> Size:
        if self._turned(layout):
            block = self.set(layout)
            return Size.of(block.height, block.width)
        stack = self._stack(layout)
        return Size.of(stack.width, stack.height)

    def _stack(self, layout: Layout) -> VerticalLayout:
        return lay_out_vertical(
            self.spans, size=layout.theme.size(self.size, self.source), bold=self.bold, formula=inline_formula
        )

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        if not self._turned(layout):
            stack = self._stack(layout)
            left, top = rect.cx - stack.width / 2, rect.cy - stack.height / 2
            return stack.items(left, top, self.color(layout), layout.ink, id=layout.ids[self])
        block = self.set(layout)
        flat = Rect(rect.cx - block.width / 2, rect.cy - block.height / 2, block.width, block.height)
        items = block.items(flat.x, flat.y, self.color(layout), layout.ink)
        return [Group(id=f"{layout.ids[self]}/turned", kind="run", rect=flat, children=tuple(items), rotate=-90)]
