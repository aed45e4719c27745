"""Charts, laid out for tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from llmfig.bilingual import LANGS, Lang
from llmfig.geometry import Rect
from llmfig.layout.element import Element
from llmfig.layout.engine import Layout
from llmfig.theme.load import load
from llmfig.theme.model import Theme

THEME: Theme = load("book", Path(__file__).parents[2])
__all__ = ["LANGS", "THEME", "below", "labels_of", "laid_out"]


def laid_out(element: Element, lang: Lang = "en", *, more: tuple[float, float] = (0.0, 0.0)) -> Layout:
    """The element at its natural size (and `more` px than that)."""
    layout = Layout(THEME, lang)
    layout.prepare(element)
    size = layout.settle(element)
    layout.arrange(element, Rect(0, 0, size.w + more[0], size.h + more[1]))
    layout.group(element, "x")  # paints everything
    return layout


def below(element: Element) -> Iterator[Element]:
    """The element and all in it."""
    yield element
    for child in element.children():
        yield from below(child)


def labels_of(element: Element) -> list[Element]:
    """All words in an element."""
    return [e for e in below(element) if e.kind in ("text", "formula")]
