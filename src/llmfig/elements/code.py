"""Code blocks."""

from __future__ import annotations

import io
import keyword
import textwrap
import tokenize
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, get_args

from llmfig.elements.shapes import rounded
from llmfig.errors import FigureError, called, caller, choices, short
from llmfig.geometry import Path, Rect
from llmfig.layout.element import Element, Size
from llmfig.layout.place import Anchor, Part, Place
from llmfig.scene.model import Box as SceneBox
from llmfig.scene.model import Item, Paint
from llmfig.text.layout import TextLayout, lay_out
from llmfig.text.markup import Span
from llmfig.vocabulary import CodeLanguage, Gap, RoleName, Stick, TextSize

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

LANGUAGES: tuple[str, ...] = get_args(CodeLanguage)
LINE = 1.5  # em from line to line
INKS = {"keyword": "model", "string": "sample", "comment": "note", "number": "data"}


class Code(Element):
    r"""Lines of code on a panel, in the font for code. Nothing in it is markup.

    Args:
        source: the code; the indentation that all lines share is taken off.
        language: `python` or `json` colours keywords, strings, numbers and comments; by default all is in one
            colour.
        size: of the text: `tiny`, `small`, `body`, `large`, `heading` or `title`.
        role: of the panel.
        pad: between text and border, a step of the spacing scale.
        numbered: whether lines have numbers.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: for empty code and for a language that is not known.

    Example:
        ```python
        Code(
            "probs = softmax(logits / temperature)  # soften\ntoken = sample(probs, top_p=0.9)",
            language="python",
            numbered=True,
        )
        ```
    """

    kind = "code"
    solid = True

    def __init__(
        self,
        source: str,
        *,
        language: CodeLanguage | None = None,
        size: TextSize = "small",
        role: RoleName = "panel",
        pad: Gap = "m",
        numbered: bool = False,
        stick: Stick | None = None,
    ) -> None:
        super().__init__(stick=stick)
        if language is not None and language not in LANGUAGES:
            fix = choices(language, LANGUAGES, "languages")
            raise FigureError(f"code in {language!r} cannot be coloured", fix=fix, source=self.source)
        if not isinstance(source, str):
            fix = 'give the lines as one string: Code("x = 1\\ny = 2"), or "\\n".join(lines)'
            raise FigureError(f"code cannot be {called(source)}", fix=fix, source=self.source)
        self.text = textwrap.dedent(source.expandtabs(4)).strip("\n").rstrip()
        if not self.text:
            raise FigureError("this Code is empty", fix="give it at least one line", source=self.source)
        self.language, self.size, self.role, self.pad, self.numbered = language, size, role, pad, numbered

    def lines(self, layout: Layout) -> list[TextLayout]:
        """The lines, set one by one so that every column of signs is straight."""
        size = layout.theme.size(self.size, self.source)
        return [lay_out(spans, size=size, mono=True, align="left") for spans in colored(self.text, self.language)]

    def _metrics(self, layout: Layout) -> tuple[float, float, float]:
        """Padding, width of the number column, and distance of lines; px."""
        em = layout.theme.size(self.size, self.source)
        digits = len(str(self.text.count("\n") + 1))
        margin = lay_out((Span("0" * digits),), size=em, mono=True).width + em if self.numbered else 0.0
        return layout.theme.gap(self.pad, self.source), margin, LINE * em

    def measure(self, layout: Layout) -> Size:
        lines = self.lines(layout)
        pad, margin, pitch = self._metrics(layout)
        high = pitch * (len(lines) - 1) + lines[0].height
        return Size.of(max(b.width for b in lines) + margin + 2 * pad, high + 1.5 * pad)

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        role = layout.theme.role(self.role, self.source)
        items: list[Item] = []
        if role.fill or role.stroke:
            paint = Paint(fill=role.fill, stroke=role.stroke, width=layout.theme.stroke("thin"))
            items.append(SceneBox(rect, paint, layout.theme.radius))
        em = layout.theme.size(self.size, self.source)
        pad, margin, _ = self._metrics(layout)
        for i, block in enumerate(self.lines(layout)):
            spot = self._spot(layout, rect, i)
            if self.numbered:
                number = lay_out((Span(str(i + 1)),), size=em, mono=True)
                x = rect.x + pad + margin - em - number.width
                items += number.items(x, spot.y, layout.theme.role("note").ink, layout.ink)
            items += block.items(spot.x, spot.y, role.text, layout.ink)
        return items

    def _spot(self, layout: Layout, rect: Rect, i: int) -> Rect:
        """The frame of a line."""
        pad, margin, pitch = self._metrics(layout)
        block, size = self.lines(layout)[i], layout.measure(self)
        y = rect.y + (rect.h - size.h) / 2 + 0.75 * pad + pitch * i
        return Rect(rect.x + pad + margin, y, block.width, block.height)

    def line(self, i: int) -> Part:
        r"""A line as a place for arrows, notes and highlights.

        Args:
            i: its number, from 1 as editors count.

        Raises:
            FigureError: when there is no such line.

        Example:
            ```python
            code = Code(
                "logits = model(ids)\nprobs = softmax(logits)\nnext_id = argmax(probs)", language="python"
            )
            greedy = Box(tr("greedy", "贪心"), role="loss", size="small")
            Diagram(Row(code, greedy, gap="l", align="bottom"), Arrow(greedy, code.line(3), role="loss"))
            ```
        """
        count = self.text.count("\n") + 1
        if not isinstance(i, int) or not 1 <= i <= count:
            what = f"the code has no line {short(i)}"
            raise FigureError(what, fix=f"lines are counted from 1, as in editors: there are {count}", source=caller())
        return Part(self, lambda layout: self._spot(layout, layout.frame(self), i - 1))

    def named_places(self, layout: Layout) -> Mapping[str, Place | Anchor]:
        count = self.text.count("\n") + 1
        return {**super().named_places(layout), **{f"line({i})": self.line(i) for i in range(1, count + 1)}}

    def shape(self, layout: Layout, rect: Rect) -> Path:
        return rounded(rect, layout.theme.radius)

    def inner(self, layout: Layout, rect: Rect) -> Rect | None:
        return rect

    def says(self) -> str:
        return self.text

    def role_name(self) -> str | None:
        return self.role


@lru_cache(maxsize=64)
def colored(text: str, language: str | None) -> tuple[tuple[Span, ...], ...]:
    """The lines of a text as spans, coloured by what its signs are."""
    rows = text.split("\n")
    marks: list[tuple[int, int, int, str]] = []
    if language in ("python", "json"):
        marks = _python(text)
    out = []
    for number, row in enumerate(rows, 1):
        spans, at = [], 0
        for _, start, end, what in sorted(m for m in marks if m[0] == number):
            if start > at:
                spans.append(Span(row[at:start]))
            spans.append(Span(row[start:end], role=INKS[what], bold=what == "keyword"))
            at = end
        if at < len(row):
            spans.append(Span(row[at:]))
        out.append(tuple(spans) or (Span(" "),))
    return tuple(out)


def _python(text: str) -> list[tuple[int, int, int, str]]:
    """Line, first and last column, and kind of everything that is coloured; what cannot be read stays as it is."""
    rows = text.split("\n")
    found = []
    try:
        for t in tokenize.generate_tokens(io.StringIO(text + "\n").readline):
            what = {tokenize.COMMENT: "comment", tokenize.STRING: "string", tokenize.NUMBER: "number"}.get(t.type)
            if t.type == tokenize.NAME and keyword.iskeyword(t.string):
                what = "keyword"
            if what is None:
                continue
            for line in range(t.start[0], t.end[0] + 1):
                start = t.start[1] if line == t.start[0] else 0
                end = t.end[1] if line == t.end[0] else len(rows[line - 1])
                if end > start:
                    found.append((line, start, end, what))
    except (tokenize.TokenError, IndentationError, SyntaxError):
        pass
    return found
