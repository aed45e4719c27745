"""Formulas for figures: LaTeX in, measured glyphs out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from llmfig.errors import LatexError, choices
from llmfig.formula import mathfont, paint
from llmfig.formula.boxes import Context, Draw, Ink, collect, union_ink
from llmfig.formula.layout import Setter
from llmfig.formula.parser import parse
from llmfig.formula.spoken import speak
from llmfig.geometry import Point, Rect
from llmfig.scene.model import Item


@dataclass(frozen=True, slots=True)
class _Laid:
    """A formula in thousandths of an em, from its left edge on the baseline."""

    width: float
    ascent: float
    descent: float
    draws: tuple[Draw, ...]
    terms: Mapping[str, Ink]
    spoken: str


@dataclass(frozen=True, slots=True)
class SetFormula:
    """A formula at a size.

    Attributes:
        latex: its source.
        size: px to the em.
        width, ascent, descent: px; its box is tight, the baseline is at 0.
        axis: px that the math axis (the height of a minus sign) lies above the baseline.
        terms: where the terms named with `\\term` are, in px from the left end of the baseline.
        spoken: the formula as a line of plain text.
    """

    latex: str
    size: float
    width: float
    ascent: float
    descent: float
    axis: float
    terms: Mapping[str, Rect]
    spoken: str
    _laid: _Laid

    def term(self, name: str) -> Rect:
        """The box of a named term.

        Raises:
            LatexError: the formula has no term of this name.
        """
        if name not in self.terms:
            fix = choices(name, self.terms, "terms") if self.terms else f"name one with \\term{{{name}}}{{...}}"
            raise LatexError(f"the formula {self.latex!r} has no term {name!r}", fix=fix)
        return self.terms[name]

    def items(self, x: float, baseline: float, color: str, ink: Callable[[str], str]) -> tuple[Item, ...]:
        """What to draw, for a formula whose baseline begins at (x, baseline).

        Args:
            x: px.
            baseline: px.
            color: `#rrggbb` of everything that has no colour of its own.
            ink: the colour of a theme role.
        """
        return paint.items(self._laid.draws, size=self.size, at=Point(x, baseline), color=color, ink=ink)


def set_formula(latex: str, *, size: float, display: bool = True) -> SetFormula:
    """Set a formula.

    Args:
        latex: LaTeX in math mode, without dollar signs. Beyond LaTeX, `\\term{name}{...}` names a part of the formula
            and `\\role{loss}{...}` paints one in a theme role.
        size: px to the em.
        display: set large operators large, and their limits above and below.

    Raises:
        LatexError: the formula has a mistake, or something in it cannot be drawn as meant; the message shows where.

    Example:
        >>> formula = set_formula(r"r_t = \\term{ratio}{\\frac{\\pi_\\theta}{\\pi_{old}}}", size=20)
        >>> formula.spoken
        'r_t = π_θ/π_old'
        >>> list(formula.terms)
        ['ratio']
    """
    laid = _lay(latex, display)
    k = size / mathfont.EM
    return SetFormula(
        latex=latex,
        size=size,
        width=laid.width * k,
        ascent=laid.ascent * k,
        descent=laid.descent * k,
        axis=mathfont.constants().axis_height * k,
        terms=MappingProxyType({name: _rect(term, k) for name, term in laid.terms.items()}),
        spoken=laid.spoken,
        _laid=laid,
    )


def _rect(ink: Ink, k: float) -> Rect:
    return Rect(ink.left * k, ink.top * k, (ink.right - ink.left) * k, (ink.bottom - ink.top) * k)


@lru_cache(maxsize=2048)
def _lay(latex: str, display: bool) -> _Laid:
    try:
        tree = parse(latex)
        box = Setter(latex).row(tree.items, Context(0 if display else 1))
        draws, terms = collect(box)
    except RecursionError:
        raise LatexError("the formula is nested too deeply", fix="take it apart") from None
    # The box holds all ink: a slanted letter may lean out of its advance width, and an f hangs out to the left.
    frame = Ink(0.0, -box.ascent, max(0.0, box.full), box.descent)
    whole = union_ink([frame, box.ink(), *terms.values()]) or frame
    dx = -whole.left
    return _Laid(
        width=whole.right + dx,
        ascent=-whole.top,
        descent=whole.bottom,
        draws=tuple(Draw(d.leaf, d.x + dx, d.y) for d in draws),
        terms=MappingProxyType({n: Ink(t.left + dx, t.top, t.right + dx, t.bottom) for n, t in terms.items()}),
        spoken=speak(tree),
    )
