"""Glyphs that grow: delimiters, large operators, braces and arrows."""

from __future__ import annotations

from itertools import pairwise

from llmfig.formula import mathfont
from llmfig.formula.boxes import Box, Context, Piece, RuleLeaf, glyph_box, path_box
from llmfig.formula.mathfont import Axis, Part

# TeX's \delimiterfactor and \delimitershortfall: delimiters may be a little smaller than what they enclose. TeX lets
# them fall short by 500, which shows on matrices of many lines.
_FACTOR = 0.901
_SHORTFALL = 150.0
_NORMAL = 1.15  # as much taller a body may be than the font's normal delimiter: (x^2) needs no larger one


def centered(box: Box, ctx: Context) -> Box:
    """The box moved so that it lies evenly round the math axis."""
    axis = mathfont.constants().axis_height * ctx.scale
    ink = box.ink()
    if ink is None:
        return box
    dy = -axis - (ink.top + ink.bottom) / 2
    outer = Box(box.width, lean=box.lean, scale=box.scale, italic=box.italic)
    outer.put(box, 0.0, dy)
    outer.ascent, outer.descent = -(ink.top + dy), ink.bottom + dy
    return outer


def fence_height(ascent: float, descent: float, ctx: Context) -> float:
    """How tall delimiters round something must be, being symmetric about the axis."""
    axis = mathfont.constants().axis_height * ctx.scale
    half = max(ascent - axis, descent + axis)
    return max(2 * half * _FACTOR, 2 * half - _SHORTFALL * ctx.scale)


def delimiter(gid: int, height: float, ctx: Context) -> Box:
    """A delimiter at least `height` tall, centred on the axis. The font's normal one stays where the font has it."""
    m = mathfont.metrics(gid)
    if height <= _NORMAL * (m.top - m.bottom) * ctx.scale:
        return glyph_box(gid, ctx)
    return centered(_grown(gid, height, "btt", ctx), ctx)


def large(gid: int, ctx: Context) -> Box:
    """An operator in its display size."""
    wanted = mathfont.constants().display_operator_min_height * ctx.scale
    sizes = mathfont.variants(gid, "btt")
    chosen = next((g for g, size in sizes if size * ctx.scale >= wanted), sizes[-1][0] if sizes else gid)
    box = centered(glyph_box(chosen, ctx), ctx)
    box.gid, box.flat = None, False
    return box


def _grown(gid: int, size: float, axis: Axis, ctx: Context) -> Box:
    k = ctx.scale
    for candidate, length in mathfont.variants(gid, axis):
        if length * k >= size:
            box = glyph_box(candidate, ctx)
            box.gid, box.flat = None, False
            return box
    pieces = mathfont.parts(gid, axis)
    if pieces:
        return assembled(pieces, size / k, axis, ctx)
    sizes = mathfont.variants(gid, axis)
    box = glyph_box(sizes[-1][0] if sizes else gid, ctx)
    box.gid, box.flat = None, False
    return box


def assembled(pieces: tuple[Part, ...], size: float, axis: Axis, ctx: Context) -> Box:
    """Pieces put together to `size` font units: as few repeats as reach it, then overlapped to fit exactly."""
    least = mathfont.min_overlap(axis)
    repeats = 0
    while True:
        run = [p for p in pieces for _ in range(repeats if p.repeats else 1)]
        longest = sum(p.advance for p in run) - least * (len(run) - 1)
        if (longest >= size and run) or repeats > 200:
            break
        repeats += 1
    most = [min(a.end, b.start) for a, b in pairwise(run)]
    surplus = longest - size
    room = sum(max(0.0, m - least) for m in most)
    share = min(1.0, surplus / room) if room > 0 else 0.0
    k, at, width = ctx.scale, 0.0, 0.0
    out: list[Piece] = []
    for i, piece in enumerate(run):
        m = mathfont.metrics(piece.gid)
        x, y = (0.0, -(at - m.bottom) * k) if axis == "btt" else ((at - m.left) * k, 0.0)
        out.append(Piece(piece.gid, x, y, k, k))
        width = max(width, m.advance * k)
        at += piece.advance - (least + share * max(0.0, most[i] - least) if i < len(most) else 0.0)
    box = path_box(tuple(out), None, ctx)
    box.width = width if axis == "btt" else at * k
    return box


def along(char: str, width: float, ctx: Context) -> Box:
    """A brace or arrow exactly `width` wide (or the smallest there is).

    The font's ready-made widths are far apart, and a brace that overhangs its body looks wrong; so the nearest one is
    drawn a little narrower or wider. Well beyond the widest, pieces are put together, which reach any width from there.
    """
    base = mathfont.gid(char)
    if base is None:  # a rule is a serviceable bracket
        return Box(width, leaf=RuleLeaf(width, 60 * ctx.scale, ctx.color))
    k = ctx.scale
    sizes = mathfont.variants(base, "ltr") or ((base, mathfont.metrics(base).advance),)
    pieces = mathfont.parts(base, "ltr")
    if width > 1.3 * sizes[-1][1] * k and pieces:
        return assembled(pieces, width / k, "ltr", ctx)
    width = max(width, 0.55 * sizes[0][1] * k)
    chosen, _ = min(sizes, key=lambda s: abs(s[1] * k / width - 1))
    m = mathfont.metrics(chosen)
    sx = width / ((m.right - m.left) * k)
    box = path_box((Piece(chosen, -m.left * k * sx, 0.0, k * sx, k),), None, ctx)
    box.width = width
    return box
