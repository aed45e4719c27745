"""Real text in the SVG: transparent beside the outlines, or live in embedded fonts."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator

import uharfbuzz as hb

from llmfig.render.rounding import color, number, numbers, px
from llmfig.render.xml import escape
from llmfig.scene.model import GlyphRun, Group
from llmfig.text.fonts import font_bytes

MATH = "math"
FIRST_WIDE = "\u2e80"  # from here on: hanzi and their marks
UNSAFE_FAMILY = re.compile(r"[^A-Za-z0-9-]")


def is_math(run: GlyphRun) -> bool:
    """Whether a run is symbols of a formula, which only the formula's own layout can place."""
    return run.font.startswith(MATH) or not run.text


def hidden(group: Group, *, without_live: bool) -> list[str]:
    """The text of a group's own runs, laid over their glyphs, in one transparent `<text>`.

    It is one element for the whole group, because a browser's search does not cross `<text>` elements. `fill-opacity`
    is 0 rather than `opacity` or `visibility`: the text can be found and selected, and no renderer paints any of it.
    """
    everything = [c for c in group.children if isinstance(c, GlyphRun) and c.glyphs]
    if group.latex and everything:
        return [_formula(group, everything[0])]
    runs = [c for c in everything if c.text.strip()]
    if without_live:
        runs = [r for r in runs if is_math(r)]
    if not runs:
        return []
    size = px(runs[0].size)
    spans = "".join(f"{_span(run, size)}{gap}" for run, gap in _with_gaps(group.text, runs))
    return [f'<text fill-opacity="0" font-family="sans-serif" font-size="{number(size)}">{spans}</text>']


def _formula(group: Group, first: GlyphRun) -> str:
    """What a formula (or a text with some) says, stretched over its frame: its glyphs are no characters in a row."""
    rect, size = group.rect, px(first.size)
    return (
        f'<text fill-opacity="0" font-family="sans-serif" font-size="{number(size)}" x="{number(px(rect.x))}"'
        f' y="{number(px(first.glyphs[0].y))}" textLength="{number(px(rect.w))}" lengthAdjust="spacingAndGlyphs">'
        f"{escape(group.text)}</text>"
    )


def live(run: GlyphRun, fonts: LiveFonts) -> str:
    """A run as text in an embedded font."""
    return (
        f'<text{_place(run)} class="{fonts.style}" font-family="{fonts.family(run)}" font-size="{number(px(run.size))}"'
        f' fill="{color(run.color)}">{escape(run.text)}</text>'
    )


class LiveFonts:
    """The fonts that live text needs, cut down to the characters that occur."""

    def __init__(self, prefix: str) -> None:
        self.style = f"{prefix}t"
        self._prefix = prefix
        self._characters: dict[str, set[str]] = {}

    def __bool__(self) -> bool:
        return bool(self._characters)

    def family(self, run: GlyphRun) -> str:
        """The name of a run's font in this document; its characters are noted."""
        self._characters.setdefault(run.font, set()).update(run.text)
        return self._name(run.font)

    def _name(self, font: str) -> str:
        return self._prefix + UNSAFE_FAMILY.sub("-", font)

    def css(self) -> str:
        """The `@font-face` rules, and what keeps a browser from setting the text its own way."""
        faces = [
            f"@font-face{{font-family:{self._name(font)};"
            f"src:url(data:font/ttf;base64,{base64.b64encode(_subset(font, frozenset(characters))).decode()})}}"
            for font, characters in sorted(self._characters.items())
        ]
        rule = (
            f".{self.style}{{white-space:pre;font-weight:normal;font-style:normal;letter-spacing:0;word-spacing:0;"
            "font-synthesis:none;text-rendering:geometricPrecision;text-spacing-trim:space-all}"
        )
        return "\n".join([*faces, rule])


def _subset(font: str, characters: frozenset[str]) -> bytes:
    wanted = hb.SubsetInput()
    wanted.unicode_set.update({ord(c) for c in characters})
    wanted.flags = hb.SubsetFlags.NO_HINTING
    return bytes(hb.subset(hb.Face(font_bytes(font)), wanted).blob.data)


def _span(run: GlyphRun, size: float) -> str:
    own = px(run.size)
    other = f' font-size="{number(own)}"' if own != size else ""
    return (
        f'<tspan{_place(run)}{other} textLength="{number(px(run.rect.w))}" lengthAdjust="spacingAndGlyphs">'
        f"{escape(run.text)}</tspan>"
    )


def _place(run: GlyphRun) -> str:
    """Where a run starts; where each character stands, when they do not share a line (vertical text)."""
    first = run.glyphs[0]
    if len(run.text) == len(run.glyphs) and any(abs(g.y - first.y) > 0.01 for g in run.glyphs):
        return f' x="{numbers([px(g.x) for g in run.glyphs])}" y="{numbers([px(g.y) for g in run.glyphs])}"'
    return f' x="{number(px(first.x))}" y="{number(px(first.y))}"'


def _with_gaps(text: str, runs: list[GlyphRun]) -> Iterator[tuple[GlyphRun, str]]:
    """Each run with what follows it: a space where the group's text has white space, so that words stay apart."""
    at = 0
    for run, following in zip(runs, [*runs[1:], None], strict=True):
        found = text.find(run.text.strip(), at)
        if found < 0:  # The group says something else than its runs: keep them apart.
            yield run, " "
            continue
        at = found + len(run.text.strip())
        yield run, " " if following and _apart(run.text, text[at : at + 1], following.text) else ""


def _apart(before: str, between: str, after: str) -> bool:
    """Whether a space belongs between two runs. Chinese that is broken into lines is still one phrase to search for."""
    if not between.isspace() or before[-1].isspace() or after[0].isspace():
        return False
    return between == " " or before[-1] < FIRST_WIDE or after[0] < FIRST_WIDE
