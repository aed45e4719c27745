"""Formulas inside text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from llmfig.formula.engine import SetFormula, set_formula
from llmfig.scene.model import Item
from llmfig.text.markup import Span

OPTICAL = 1.08  # STIX letters look smaller than Noto Sans at the same size


@dataclass(frozen=True, slots=True)
class InlineFormula:
    """A formula that is set into a line like a word; px."""

    formula: SetFormula

    @property
    def width(self) -> float:
        return self.formula.width

    @property
    def ascent(self) -> float:
        return self.formula.ascent

    @property
    def descent(self) -> float:
        return self.formula.descent

    def paint(
        self, x: float, baseline: float, color_of_role: Callable[[str], str], default_color: str
    ) -> tuple[Item, ...]:
        return self.formula.items(x, baseline, default_color, color_of_role)


def inline_formula(latex: str, size: float, role: str | None) -> InlineFormula:
    """Set a formula for a line of text of `size` px; the role's colour is chosen when it is painted."""
    return InlineFormula(set_formula(latex, size=size * OPTICAL, display=False))


def said(spans: tuple[Span, ...]) -> str:
    """What a text says as plain text, formulas spelt out, for search and screen readers."""
    return "".join(set_formula(s.text, size=1.0, display=False).spoken if s.math else s.text for s in spans)
