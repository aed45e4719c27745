"""Where the ink of text really is.

A run's frame is advance width by line height, which is up to half again as tall as what is seen. Judged by frames,
every caption under a box would collide with it; judged by ink, what the reader sees is what counts.
"""

from __future__ import annotations

from functools import lru_cache

from llmfig.check.shapes import bounds, flatten
from llmfig.errors import FigureError
from llmfig.geometry import Rect, union
from llmfig.scene.model import GlyphRun

CHORDS = 6  # per curve of a formula's glyph; bounds are then within 1 % of the em


@lru_cache(maxsize=16384)
def _glyph(font: str, gid: int) -> Rect | None:
    """The ink of a glyph, 1 px to the em, its origin at (0, 0); None when it is blank.

    Raises:
        LookupError: when the font is not one of ours.
    """
    from llmfig.text import fonts

    if font in fonts.FILES:
        opened = fonts.font(font)
        extents, em = opened.get_glyph_extents(gid), opened.face.upem
        if extents is None or not extents.width:
            return None
        # The font counts upwards, so its heights are negative; the page counts downwards.
        return Rect(extents.x_bearing / em, -extents.y_bearing / em, extents.width / em, -extents.height / em)
    try:
        lines = flatten(fonts.glyph_path(font, gid), CHORDS)
    except (FigureError, KeyError) as error:
        raise LookupError(font) from error
    return bounds(p for line in lines for p in line) if lines else None


def glyph_boxes(run: GlyphRun) -> list[Rect]:
    """The ink of each glyph of a run that has any, px; the run's frame when its font is not one of ours."""
    boxes = []
    try:
        for g in run.glyphs:
            ink = _glyph(run.font, g.gid)
            if ink is not None:
                boxes.append(Rect(g.x + ink.x * run.size, g.y + ink.y * run.size, ink.w * run.size, ink.h * run.size))
    except LookupError:
        return [run.rect] if run.rect.w > 0 else []
    return boxes


def ink(run: GlyphRun) -> Rect | None:
    """The bounds of a run's ink, px; None when all of it is blank."""
    boxes = glyph_boxes(run)
    return union(boxes) if boxes else None
