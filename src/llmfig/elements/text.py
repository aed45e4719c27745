"""Text, horizontal and vertical."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

from llmfig.elements.inline import inline_formula, said
from llmfig.errors import FigureError, check_number, choices
from llmfig.geometry import Path, Rect
from llmfig.layout.element import Element, Size
from llmfig.layout.place import rectangle
from llmfig.scene.model import Group, Item
from llmfig.text.layout import TextLayout, lay_out
from llmfig.text.markup import parse, plain
from llmfig.text.vertical import VerticalLayout, lay_out_vertical
from llmfig.vocabulary import RoleName, Stick, TextAlign, TextSize

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

AIR = (5.0, 3.0)  # px that connectors keep from words
ALIGNS: tuple[str, ...] = get_args(TextAlign)


class Text(Element):
    r"""Words, with a little markup and formulas inside.

    Markup is `**bold**`, `*italic*`, `` `code` ``, `$formula$` and `[words]{role}` for words in the ink of a role;
    a backslash in front takes a sign literally. Wherever an element is due a plain string does as well; `Text` is
    for the options.

    Args:
        text: what it says; `\n` breaks the line.
        size: of the text: `tiny`, `small`, `body`, `large`, `heading` or `title`.
        role: sets it in the strong colour of this role, such as `note` or `loss`; by default in the colour of what
            it stands on.
        bold: whether all of it is bold.
        italic: whether all of it is italic.
        mono: whether all of it is in the font for code.
        wrap: breaks lines at this many em (widths of a hanzi); lines are balanced. By default only `\n` breaks
            them.
        align: how its lines line up: `left`, `center` or `right`.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: for markup that cannot be read.

    Example:
        ```python
        Text(
            tr(
                "The **advantage** $A_t$ tells how much [better]{sample} or [worse]{loss} an action is than expected",
                "**优势** $A_t$ 表示一个动作比预期[更好]{sample}还是[更差]{loss}多少",
            ),
            wrap=18,
        )
        ```
    """

    kind = "text"
    solid = True

    def __init__(
        self,
        text: str,
        *,
        size: TextSize = "body",
        role: RoleName | None = None,
        bold: bool = False,
        italic: bool = False,
        mono: bool = False,
        wrap: float | None = None,
        align: TextAlign = "center",
        stick: Stick | None = None,
    ) -> None:
        super().__init__(stick=stick)
        if not isinstance(text, str):
            from llmfig.mistakes.contents import no_text  # only when something is wrong

            what, fix = no_text(text)
            raise FigureError(what, fix=fix, source=self.source)
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
            align=self.align,
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
    """Text that runs along the vertical, for the names of axes and of tall things.

    Hanzi stand upright one below the other, with Latin words turned between them. Text without hanzi is turned as a
    whole and reads upwards.

    Args:
        text: what it says, with the markup of `Text`.
        size: of the text: `tiny`, `small`, `body`, `large`, `heading` or `title`.
        role: sets it in the strong colour of this role; by default in the colour of what it stands on.
        bold: whether all of it is bold.
        italic: whether all of it is italic; turned text only.
        mono: whether all of it is in the font for code; turned text only.
        wrap: breaks lines at this many em; turned text only.
        align: how its lines line up: `left`, `center` or `right`; turned text only.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Example:
        ```python
        hidden = Matrix([[0.2, -1.1, 0.7], [0.9, 0.4, -0.3], [-0.5, 0.8, 0.1]], fmt=".1f", role="model")
        Diagram(
            hidden,
            Note(Vertical(tr("Tokens", "词元"), role="note"), side="left"),
            Note(tr("Hidden size", "隐藏维度"), side="bottom"),
        )
        ```
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
