"""From characters to placed glyphs: which font has what, kerning, the spaces of mixed Chinese and Latin text.

All text is measured here and drawn from the same numbers, so that measured and drawn can never differ.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import uharfbuzz as hb

from llmfig.errors import GlyphError
from llmfig.scene.model import Glyph
from llmfig.text import chars, fonts

ASCENT = 0.86
DESCENT = 0.12
"""The typographic box of every line, in em above and below the baseline, whatever is written in it.

Hanzi reach from 0.845 em above to 0.08 em below the baseline (middle 0.38), capitals from 0.714 to 0 (middle
0.357). A box of 0.86 and 0.12 holds both and has its middle at 0.37: text centred by this box looks centred in
either script, and as the box does not depend on the letters, the labels of sibling boxes share a baseline.
Descenders (0.24) hang out of it, as they do out of what the eye takes for the line.
"""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a run of text looks.

    Attributes:
        size: em, in px.
        bold: heavier; every font has it.
        italic: slanted; hanzi and code stay upright.
        mono: in the font for code.
    """

    size: float
    bold: bool = False
    italic: bool = False
    mono: bool = False


class Run(NamedTuple):
    """Glyphs of one font in a row: what they spell, and each glyph's place in px from the start of the whole text."""

    font: str
    text: str
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True, slots=True)
class ShapedText:
    """A measured line of text, its baseline at y = 0 and its start at x = 0, in px.

    Attributes:
        text: what was shaped.
        width: sum of all advances and gaps.
        ascent: of the style, not of the letters; see `ASCENT`.
        descent: of the style; positive.
        runs: the glyphs.
        extents: of each run, its start and its width.
    """

    text: str
    width: float
    ascent: float
    descent: float
    runs: tuple[Run, ...]
    extents: tuple[tuple[float, float], ...]


def shape(text: str, style: TextStyle) -> ShapedText:
    """Measure one line of text and place its glyphs.

    Args:
        text: characters, no markup; must not contain a line break.
        style: size and variant.

    Raises:
        GlyphError: when no font has one of the characters.
    """
    return shape_in(text, chars.kinds(text), style)


@lru_cache(maxsize=32768)
def shape_in(text: str, kinds: str, style: TextStyle) -> ShapedText:
    """As `shape`, for a piece of a longer text: `kinds` are its characters' kinds in that text (`chars.kinds`)."""
    unit = _shape(text, kinds, style.bold, style.italic, style.mono)
    k = style.size
    runs = tuple(Run(r.font, r.text, tuple([Glyph(g.gid, g.x * k, g.y * k) for g in r.glyphs])) for r in unit.runs)
    return ShapedText(
        text, unit.width * k, ASCENT * k, DESCENT * k, runs, tuple([(x * k, w * k) for x, w in unit.extents])
    )


def width(text: str, style: TextStyle) -> float:
    """The width of one line of text in px. Raises as `shape`."""
    return shape(text, style).width


@lru_cache(maxsize=32768)
def _shape(text: str, kinds: str, bold: bool, italic: bool, mono: bool) -> ShapedText:
    """Shape at one px per em."""
    x = 0.0
    runs: list[Run] = []
    extents: list[tuple[float, float]] = []
    for start, end in _spans(text, kinds, keys := font_keys(text, kinds, bold, italic, mono), mono):
        if start and not mono:
            x += chars.gap(kinds[start - 1], kinds[start])
        glyphs, advance = _run(text[start:end], keys[start])
        runs.append(Run(keys[start], text[start:end], tuple([Glyph(g.gid, g.x + x, g.y) for g in glyphs])))
        extents.append((x, advance))
        x += advance
    return ShapedText(text, x, ASCENT, DESCENT, tuple(runs), tuple(extents))


def _spans(text: str, kinds: str, keys: list[str], mono: bool) -> list[tuple[int, int]]:
    """Stretches of one font; a gap ends a stretch too, so that a run's own advances say where its characters are."""
    cuts = [
        i
        for i in range(1, len(text))
        if keys[i] != keys[i - 1] or (not mono and chars.gap(kinds[i - 1], kinds[i]) != 0)
    ]
    return list(pairwise([0, *cuts, len(text)])) if text else []


def font_keys(text: str, kinds: str, bold: bool, italic: bool, mono: bool) -> list[str]:
    """The font of each character.

    Raises:
        GlyphError: when no font has one of them.
    """
    keys: list[str] = []
    for char, kind in zip(text, kinds, strict=True):
        accent = unicodedata.combining(char) != 0
        if keys and (char in chars.IGNORABLE or (accent and fonts.has(keys[-1], char))):
            keys.append(keys[-1])  # invisible, or set by the font of the letter it stands on
            continue
        for key in _candidates(kind in "HOCW", bold, italic, mono):
            if fonts.has(key, char):
                keys.append(key)
                break
        else:
            raise missing(char, text)
    return keys


@lru_cache(maxsize=32)
def _candidates(wide: bool, bold: bool, italic: bool, mono: bool) -> tuple[str, ...]:
    """Font keys to look for a character in, best first."""
    heavy = "-bold" if bold else ""
    sans = f"sans{heavy}" + ("-italic" if italic else "")
    latin = (f"mono{heavy}", f"sans{heavy}") if mono else (sans,)
    hanzi = f"sc{heavy}"
    return (hanzi, *latin, f"symbols{heavy}") if wide else (*latin, f"symbols{heavy}", hanzi)


def missing(char: str, text: str) -> GlyphError:
    """The error for a character that no font has."""
    name = unicodedata.name(char, "unnamed character")
    shown = char if char.isprintable() else repr(char)
    return GlyphError(
        f"no font has {shown} (U+{ord(char):04X} {name}), in the text {text!r}",
        fix="write another character, or draw it as an icon or a formula",
    )


_CODE_FEATURES = {"liga": False, "clig": False, "calt": False}


@lru_cache(maxsize=32768)
def _run(text: str, key: str) -> tuple[tuple[Glyph, ...], float]:
    """HarfBuzz on one stretch of one font: glyphs and advance, in em."""
    font = fonts.font(key)
    buffer = hb.Buffer()
    buffer.add_codepoints([ord(char) for char in text])
    if key.startswith("sc"):
        buffer.direction, buffer.script, buffer.language = "ltr", "Hani", "zh-Hans"
    else:
        buffer.direction, buffer.language = "ltr", "en"
        buffer.guess_segment_properties()
        buffer.direction = "ltr"
    hb.shape(font, buffer, _CODE_FEATURES if key.startswith("mono") else {})
    em = font.face.upem
    x = 0
    glyphs: list[Glyph] = []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        glyphs.append(Glyph(info.codepoint, (x + position.x_offset) / em, -position.y_offset / em))
        x += position.x_advance
    return tuple(glyphs), x / em
