"""Glyph outlines in the two forms the writers need, each made once per process."""

from __future__ import annotations

from functools import cache

from llmfig.render.rounding import EM, TENTHS, Step, path_data, steps
from llmfig.text.fonts import glyph_path


@cache
def glyph_steps(font: str, gid: int) -> tuple[Step, ...]:
    """The outline in thousandths of an em; empty for spaces."""
    return steps(glyph_path(font, gid).mapped(EM, EM, 0, 0).segments, TENTHS)


@cache
def glyph_data(font: str, gid: int) -> str:
    """The outline as the `d` of an SVG path; empty for spaces."""
    return path_data(glyph_steps(font, gid))
