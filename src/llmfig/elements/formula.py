"""A displayed formula whose terms can be pointed at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from llmfig.elements.text import AIR
from llmfig.errors import FigureError, choices
from llmfig.formula.engine import SetFormula, set_formula
from llmfig.geometry import Path, Rect
from llmfig.layout.element import Element, Size
from llmfig.layout.place import AnchorError, Part, rectangle
from llmfig.scene.model import Item

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout


class Formula(Element):
    """LaTeX, displayed. `\\term{name}{...}` names a part for `formula.term(name)`, `\\role{loss}{...}` colours one.

    Args:
        latex: the source; `tr(...)` it where it holds words.
        size: a step of the type scale.
        role: colour of the whole.
        display: large operators with limits above and below.

    Example:
        f = Formula(r"L = \\term{ratio}{r_t} \\hat A_t")
        Arrow(box, f.term("ratio"))
    """

    kind = "formula"
    solid = True

    def __init__(
        self,
        latex: str,
        *,
        size: str = "heading",
        role: str | None = None,
        display: bool = True,
        stick: str | None = None,
    ) -> None:
        super().__init__(stick=stick)
        if not isinstance(latex, str):
            raise FigureError(
                f"a formula must be a string, not {latex!r}", fix=r"write Formula(r'\frac{a}{b}')", source=self.source
            )
        self.latex, self.size, self.role, self.display = latex, size, role, display

    def set(self, layout: Layout) -> SetFormula:
        try:
            return set_formula(self.latex, size=layout.theme.size(self.size, self.source), display=self.display)
        except FigureError as error:
            raise error.at(self.source) from None

    def measure(self, layout: Layout) -> Size:
        f = self.set(layout)
        height = f.ascent + f.descent
        return Size(f.width, height, f.width / 2, f.ascent - f.axis)

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        x, baseline = self._origin(layout, rect)
        color = layout.theme.role(self.role, self.source).ink if self.role else layout.text_color(self)
        return self.set(layout).items(x, baseline, color, layout.ink)

    def _origin(self, layout: Layout, rect: Rect) -> tuple[float, float]:
        f = self.set(layout)
        return rect.cx - f.width / 2, rect.cy - (f.ascent + f.descent) / 2 + f.ascent

    def term(self, name: str) -> Part:
        """The part that the source calls `\\term{name}{...}`."""

        def locate(layout: Layout) -> Rect:
            f = self.set(layout)
            if name not in f.terms:
                raise AnchorError(
                    f"the formula has no term {name!r}", fix=choices(name, f.terms, "terms"), source=part.source
                )
            x, baseline = self._origin(layout, layout.frame(self))
            return f.terms[name].shifted(x, baseline)

        part = Part(self, locate, air=AIR[1] + 1)
        return part

    def shape(self, layout: Layout, rect: Rect) -> Path:
        return rectangle(rect.grown(*AIR))

    def says(self) -> str:
        return set_formula(self.latex, size=1.0, display=self.display).spoken

    def latex_source(self) -> str:
        return self.latex

    def role_name(self) -> str | None:
        return self.role
