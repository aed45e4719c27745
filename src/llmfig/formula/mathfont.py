"""STIX Two Math: glyphs, their measures, and the font's own table of mathematical spacing.

All lengths are font units (1000 to the em), y up, as the font has them. Everything is remembered: a formula asks for
the same few glyphs again and again, and a font never changes.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Literal, NamedTuple

import uharfbuzz as hb

from llmfig.geometry import Path
from llmfig.text import fonts

KEY = "math"  # the font, among those of `llmfig.text.fonts`
EM = 1000.0
Axis = Literal["btt", "ltr"]


class Metrics(NamedTuple):
    """Advance width, and the box of the ink: left, bottom, right, top."""

    advance: float
    left: float
    bottom: float
    right: float
    top: float


class Part(NamedTuple):
    """One piece of an assembled glyph."""

    gid: int
    start: float
    end: float
    advance: float
    repeats: bool


class Constants(NamedTuple):
    """The MATH table's constants that the layout uses."""

    axis_height: float
    accent_base_height: float
    subscript_shift_down: float
    subscript_top_max: float
    subscript_baseline_drop_min: float
    superscript_shift_up: float
    superscript_shift_up_cramped: float
    superscript_bottom_min: float
    superscript_baseline_drop_max: float
    sub_superscript_gap_min: float
    superscript_bottom_max_with_subscript: float
    space_after_script: float
    upper_limit_gap_min: float
    upper_limit_baseline_rise_min: float
    lower_limit_gap_min: float
    lower_limit_baseline_drop_min: float
    stack_top_shift_up: float
    stack_top_display_style_shift_up: float
    stack_bottom_shift_down: float
    stack_bottom_display_style_shift_down: float
    stack_gap_min: float
    stack_display_style_gap_min: float
    fraction_numerator_shift_up: float
    fraction_numerator_display_style_shift_up: float
    fraction_denominator_shift_down: float
    fraction_denominator_display_style_shift_down: float
    fraction_numerator_gap_min: float
    fraction_num_display_style_gap_min: float
    fraction_rule_thickness: float
    fraction_denominator_gap_min: float
    fraction_denom_display_style_gap_min: float
    overbar_vertical_gap: float
    overbar_rule_thickness: float
    underbar_vertical_gap: float
    underbar_rule_thickness: float
    radical_vertical_gap: float
    radical_display_style_vertical_gap: float
    radical_rule_thickness: float
    radical_extra_ascender: float
    radical_kern_before_degree: float
    radical_kern_after_degree: float
    radical_degree_bottom_raise_percent: float
    display_operator_min_height: float
    script_percent_scale_down: float
    script_script_percent_scale_down: float


def _font() -> Any:
    return fonts.font(KEY)


@lru_cache(maxsize=1)
def constants() -> Constants:
    font = _font()
    values = (font.get_math_constant(hb.OTMathConstant[name.upper()]) for name in Constants._fields)
    return Constants(*map(float, values))


@lru_cache(maxsize=4096)
def gid(char: str, level: int = 0) -> int | None:
    """The glyph of a character as it is drawn in scripts of `level` (0 none, 1 script, 2 script of script).

    The font has optical variants for small sizes (feature `ssty`); primes depend on them.
    """
    font = _font()
    plain: int | None = font.get_nominal_glyph(ord(char))
    if plain is None or level == 0:
        return plain
    buffer = hb.Buffer()
    buffer.add_str(char)
    buffer.guess_segment_properties()
    buffer.script = "Zmth"
    hb.shape(font, buffer, {"ssty": level})
    infos = buffer.glyph_infos
    return int(infos[0].codepoint) if len(infos) == 1 else plain


@lru_cache(maxsize=1024)
def word(text: str, level: int = 0) -> tuple[tuple[int, float], ...] | None:
    """Upright letters set as a word, kerned: (glyph, x) pairs and a last pair (-1, width). None when one is missing."""
    font = _font()
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, {"liga": False, "ssty": level})
    x, out = 0.0, []
    for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if info.codepoint == 0:
            return None
        out.append((int(info.codepoint), x + at.x_offset))
        x += at.x_advance
    return (*out, (-1, x))


@lru_cache(maxsize=4096)
def metrics(glyph: int) -> Metrics:
    font = _font()
    box = font.get_glyph_extents(glyph)
    advance = float(font.get_glyph_h_advance(glyph))
    if box is None:
        return Metrics(advance, 0, 0, advance, 0)
    return Metrics(advance, box.x_bearing, box.y_bearing + box.height, box.x_bearing + box.width, box.y_bearing)


@lru_cache(maxsize=4096)
def italic(glyph: int) -> float:
    """How far the slanted top of a glyph leans out of its advance width."""
    return float(_font().get_math_glyph_italics_correction(glyph))


@lru_cache(maxsize=4096)
def attachment(glyph: int) -> float:
    """The x at which an accent meets a glyph (the font's own point, else the middle)."""
    return float(_font().get_math_glyph_top_accent_attachment(glyph))


Corner = Literal["TOP_RIGHT", "TOP_LEFT", "BOTTOM_RIGHT", "BOTTOM_LEFT"]


@lru_cache(maxsize=4096)
def kern(glyph: int, corner: Corner, height: float) -> float:
    """The font's cut-in at a corner of a glyph, for something attached at `height`."""
    font = _font()
    return float(font.get_math_glyph_kerning(glyph, hb.OTMathKern[corner], round(height)))


@lru_cache(maxsize=1024)
def variants(glyph: int, axis: Axis) -> tuple[tuple[int, float], ...]:
    """Ready-made larger glyphs, smallest first, with their size along `axis`."""
    return tuple((v.glyph, float(v.advance)) for v in _font().get_math_glyph_variants(glyph, axis))


@lru_cache(maxsize=1024)
def parts(glyph: int, axis: Axis) -> tuple[Part, ...]:
    """The pieces that a glyph of any size is put together from."""
    font = _font()
    found, _ = font.get_math_glyph_assembly(glyph, axis)
    repeats = hb.OTMathGlyphPartFlags.EXTENDER
    return tuple(
        Part(p.glyph, p.start_connector_length, p.end_connector_length, p.full_advance, bool(p.flags & repeats))
        for p in found
    )


@lru_cache(maxsize=2)
def min_overlap(axis: Axis) -> float:
    return float(_font().get_math_min_connector_overlap(axis))


def outline(glyph: int) -> Path:
    """A glyph's outline in em units, y down."""
    return fonts.glyph_path(KEY, glyph)
