"""A displayed formula whose terms can be pointed at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from llmfig.elements.text import AIR
from llmfig.errors import FigureError, called, choices, short
from llmfig.formula.engine import SetFormula, set_formula
from llmfig.geometry import Path, Rect
from llmfig.layout.element import Element, Size
from llmfig.layout.place import Anchor, AnchorError, Part, Place, rectangle
from llmfig.scene.model import Item
from llmfig.vocabulary import RoleName, Stick, TextSize

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout


class Formula(Element):
    r"""A displayed formula in LaTeX whose parts can be named, pointed at and coloured.

    `\term{name}{...}` makes a part a place, `\role{loss}{...}` gives one the colour of a role. Words stand in
    `\text{...}`, Chinese ones too. A command that is not known is an error that names the nearest one. For a
    formula within words write `$...$` in a string.

    Args:
        latex: the source, best as a raw string (`r"..."`); `tr(...)` it where it holds words.
        size: of its letters: `tiny`, `small`, `body`, `large`, `heading` or `title`.
        role: colours all of it in the ink of this role; by default it has the colour of what it stands on.
        display: whether sums and fractions are large, with limits above and below, as in a formula on its own line.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: for LaTeX that cannot be set; the message shows the place in the source.

    Example:
        ```python
        objective = Formula(
            r"J = \mathbb{E}_t\left[\min\left(\term{ratio}{r_t}\,\term{adv}{\hat{A}_t},\ \ldots\right)\right]"
        )
        Diagram(
            objective,
            Brace(
                objective.term("ratio"),
                side="bottom",
                label=tr("ratio", "比率"),
                size="small",
                role="model",
            ),
            Brace(objective.term("adv"), label=tr("advantage", "优势"), size="small", role="loss"),
        )
        ```
    """

    kind = "formula"
    solid = True

    def __init__(
        self,
        latex: str,
        *,
        size: TextSize = "heading",
        role: RoleName | None = None,
        display: bool = True,
        stick: Stick | None = None,
    ) -> None:
        super().__init__(stick=stick)
        if not isinstance(latex, str):
            fix = r"write the LaTeX as a raw string: Formula(r'\frac{a}{b}')"
            raise FigureError(f"a formula cannot be {called(latex)}", fix=fix, source=self.source)
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
        r"""The part that the source calls `\term{name}{...}`, as a place for arrows, braces and highlights.

        Args:
            name: what stands in the first pair of braces of `\term`.

        Raises:
            FigureError: when the source names no such part.

        Example:
            ```python
            loss = Formula(r"\mathcal{L} = -\log \term{p}{\pi_\theta(y \mid x)}")
            Column(
                loss,
                Callout(tr("probability of the response", "回答的概率"), to=loss.term("p").bottom),
                gap="l",
            )
            ```
        """

        def locate(layout: Layout) -> Rect:
            f = self.set(layout)
            if not isinstance(name, str) or name not in f.terms:
                fix = choices(name, f.terms, "terms") if f.terms else "name one in the LaTeX: \\term{adv}{\\hat A_t}"
                raise AnchorError(f"the formula has no term {short(name)}", fix=fix, source=part.source)
            x, baseline = self._origin(layout, layout.frame(self))
            return f.terms[name].shifted(x, baseline)

        part = Part(self, locate, air=AIR[1] + 1)
        return part

    def named_places(self, layout: Layout) -> Mapping[str, Place | Anchor]:
        terms = {f'term("{name}")': self.term(name) for name in self.set(layout).terms}
        return {**super().named_places(layout), **terms}

    def shape(self, layout: Layout, rect: Rect) -> Path:
        return rectangle(rect.grown(*AIR))

    def says(self) -> str:
        return set_formula(self.latex, size=1.0, display=self.display).spoken

    def latex_source(self) -> str:
        return self.latex

    def role_name(self) -> str | None:
        return self.role
