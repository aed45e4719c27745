"""The page round a figure: card, title ribbon and credit line, all from the theme."""

from __future__ import annotations

from dataclasses import dataclass

from llmfig.bilingual import Lang
from llmfig.elements.inline import inline_formula, said
from llmfig.elements.shapes import rounded
from llmfig.geometry import Point, Rect, polyline
from llmfig.scene.model import Box, Group, Item, Paint, Shape
from llmfig.text.layout import TextLayout, lay_out
from llmfig.text.markup import parse
from llmfig.theme.model import Theme

EDGE = 2.0  # between canvas and card, px
RIBBON_PAD = 26.0
RIBBON_HEIGHT = 38.0
SLANT = 16.0
TITLE_LEAST, TITLE_MOST = 11.0, 30.0  # em; the measure of a title


@dataclass(frozen=True, slots=True)
class Page:
    """A page laid out for content of a given size.

    Attributes:
        width, height: of the canvas, px.
        dx, dy: where the content's left-top corner goes.
    """

    theme: Theme
    says: str
    title: TextLayout
    credit: TextLayout
    width: float
    height: float
    dx: float
    dy: float

    @staticmethod
    def around(content: Rect, title: str, lang: Lang, theme: Theme) -> Page:
        """The page for content that takes up `content`."""
        frame = theme.frame
        credit = _set(getattr(theme.credit, lang), theme.size("small"))
        # A long title takes a second line rather than making the page wider than its content.
        room = content.w - credit.width - 2 * RIBBON_PAD - SLANT - frame.margin
        em = theme.size("large")
        head = _set(title, em, bold=True, wrap=min(max(room, TITLE_LEAST * em), TITLE_MOST * em))
        if not frame.visible:
            return Page(
                theme,
                said(parse(title)),
                head,
                credit,
                round(content.w + 2 * frame.margin),
                round(content.h + 2 * frame.margin),
                frame.margin,
                frame.margin,
            )
        footer = head.width + 2 * RIBBON_PAD + SLANT + credit.width + frame.margin * 2
        inner = round(max(content.w, footer - frame.margin))
        width = inner + 2 * frame.margin + 2 * EDGE
        top = EDGE + frame.margin
        ribbon = max(RIBBON_HEIGHT, head.height + 12)
        height = round(top + content.h + frame.margin * 0.9 + ribbon + 2 * EDGE)
        left = EDGE + frame.margin + (inner - content.w) / 2
        return Page(theme, said(parse(title)), head, credit, width, height, left, top)

    def group(self) -> Group:
        """The drawing: to be painted below the content."""
        frame = self.theme.frame
        canvas = Rect(0, 0, self.width, self.height)
        ground = Group(
            id="page/ground",
            kind="page",
            rect=canvas,
            clear=True,
            decor=True,
            children=(Box(canvas, Paint(fill=self.theme.paper)),),
        )
        if not frame.visible:
            return Group(id="page", kind="page", rect=canvas, children=(ground,), clear=True, decor=True)
        card = canvas.grown(-EDGE)
        outline = Shape(rounded(card, frame.radius), Paint(fill=self.theme.paper, stroke=frame.stroke, width=1.5))
        return Group(
            id="page",
            kind="page",
            rect=canvas,
            clear=True,
            decor=True,
            children=(ground, outline, self._ribbon(card), *([self._credit(card)] if self.credit.plain else [])),
        )

    def _band(self, card: Rect) -> Rect:
        height = max(RIBBON_HEIGHT, self.title.height + 12)
        return Rect(
            card.x + self.theme.frame.radius, card.bottom - height - EDGE, self.title.width + 2 * RIBBON_PAD, height
        )

    def _ribbon(self, card: Rect) -> Group:
        band = self._band(card)
        shape = polyline(
            [
                Point(band.x + SLANT, band.y),
                Point(band.right + SLANT, band.y),
                Point(band.right, band.bottom),
                Point(band.x, band.bottom),
            ],
            closed=True,
        )
        ink = self.theme.frame.title
        x, y = band.cx + SLANT / 2 - self.title.width / 2, band.cy - self.title.height / 2
        text: tuple[Item, ...] = self.title.items(x, y, ink, lambda role: self.theme.role(role).ink)
        return Group(
            id="page/title", kind="title", rect=band.grown(0, 0, SLANT, 0), text=self.says, decor=True,
            children=(Shape(shape, Paint(fill=self.theme.frame.ribbon)), *text),
        )  # fmt: skip

    def _credit(self, card: Rect) -> Group:
        band = self._band(card)
        rect = Rect(
            card.right - self.theme.frame.margin - self.credit.width,
            band.cy - self.credit.height / 2,
            self.credit.width,
            self.credit.height,
        )
        items = self.credit.items(rect.x, rect.y, self.theme.frame.credit, lambda role: self.theme.role(role).ink)
        return Group(id="page/credit", kind="credit", rect=rect, text=self.credit.plain, decor=True, children=items)


def _set(text: str, size: float, *, bold: bool = False, wrap: float | None = None) -> TextLayout:
    return lay_out(parse(text), size=size, bold=bold, wrap=wrap, align="center", formula=inline_formula)
