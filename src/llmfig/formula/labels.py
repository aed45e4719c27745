"""Text inside formulas: \\text{...} and hanzi, drawn in the figure's own fonts.

All of \\text is set in the figure's sans-serif faces, Latin as well as hanzi, so that the label under a brace looks the
same in both languages and like the labels of the figure round it. Upright serif letters are \\mathrm.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from llmfig.text import shaping

_SIZE = 100.0  # px: what labels are shaped at before they are scaled to font units


class Label(NamedTuple):
    """Shaped text in thousandths of an em.

    A run is (font key, text, ((glyph, x, y), ...), start, width).
    """

    width: float
    ascent: float
    descent: float
    runs: tuple[tuple[str, str, tuple[tuple[int, float, float], ...], float, float], ...]


@lru_cache(maxsize=1024)
def shape(text: str, bold: bool, italic: bool, mono: bool) -> Label:
    """Shape a label at 1000 units to the em.

    Raises:
        GlyphError: no font has one of its characters.
    """
    shaped = shaping.shape(text, shaping.TextStyle(size=_SIZE, bold=bold, italic=italic, mono=mono))
    k = 1000.0 / _SIZE
    runs = tuple(
        (run.font, run.text, tuple((g.gid, g.x * k, g.y * k) for g in run.glyphs), start * k, width * k)
        for run, (start, width) in zip(shaped.runs, shaped.extents, strict=True)
    )
    return Label(shaped.width * k, shaped.ascent * k, shaped.descent * k, runs)
