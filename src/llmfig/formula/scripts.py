"""Subscripts, superscripts and limits, placed by the font's constants (TeX's appendix G in OpenType's terms)."""

from __future__ import annotations

import math

from llmfig.formula import mathfont
from llmfig.formula.boxes import Box, Context, Skirt
from llmfig.formula.mathfont import Corner

_X_TOP, _LETTER_TOP = 130.0, 330.0  # the tops of an x and of the tallest letters as subscripts; hanzi are taller
_TUCK = 0.75
# Baseline of a lower limit below its operator. The font says 670, made for limits much taller than `a` or `t = 1`.
_DROP = 580.0


def attach(base: Box, sub: Box | None, sup: Box | None, ctx: Context, *, operator: bool = False) -> Box:
    """Scripts beside a base. `operator`: an integral, whose subscript goes under its slanted top."""
    c, k = mathfont.constants(), ctx.scale
    up = 0.0 if base.flat else base.ascent - c.superscript_baseline_drop_max * k
    down = 0.0 if base.flat else base.descent + c.subscript_baseline_drop_min * k
    if sup:
        least = c.superscript_shift_up_cramped if ctx.cramped else c.superscript_shift_up
        up = max(up, least * k, sup.descent + c.superscript_bottom_min * k)
    if sub:
        down = max(down, c.subscript_shift_down * k)
        if not sup:
            down = max(down, sub.ascent - c.subscript_top_max * k)
    if sub and sup:
        gap = (up - sup.descent) - (sub.ascent - down)
        if gap < c.sub_superscript_gap_min * k:
            down += c.sub_superscript_gap_min * k - gap
            lift = c.superscript_bottom_max_with_subscript * k - (up - sup.descent)
            if lift > 0:
                lift = min(lift, c.sub_superscript_gap_min * k - gap)
                up, down = up + lift, down - lift
    out = Box(base.width, lean=base.lean)
    out.put(base)
    after = c.space_after_script * k
    sup_x = base.width if operator else base.full
    sub_x = base.width - base.italic if operator else base.width
    if sup:
        x = sup_x + _cut_in(base, "TOP_RIGHT", up - sup.descent, base.ascent)
        out.put(sup, x, -up)
        out.width = max(out.width, x + sup.full + after)
    if sub:
        x = sub_x + _cut_in(base, "BOTTOM_RIGHT", sub.ascent - down, -base.descent)
        out.put(sub, x, down)
        out.width = max(out.width, x + sub.full + after)
        if not sup and not operator:
            out.width = max(out.width, base.full)
    if base.fence:
        out.fence = (max(base.fence[0], out.ascent), max(base.fence[1], out.descent))
    return out


def _cut_in(base: Box, corner: Corner, inner: float, outer: float) -> float:
    """How far a script may move in under or over a sloping corner, at both heights where they could touch.

    A tall subscript is treated as one of the height of an x, and none moves in all the way: by the letter of the font's
    table V_new would move in by a fifth of an em and V_old not at all, side by side in the same formula.
    """
    if base.gid is None:
        return 0.0
    k = base.scale
    if corner == "BOTTOM_RIGHT" and inner < _LETTER_TOP * k:
        inner = min(inner, _X_TOP * k)
    return _TUCK * max(mathfont.kern(base.gid, corner, inner / k), mathfont.kern(base.gid, corner, outer / k)) * k


def limits(base: Box, under: Box | None, over: Box | None, ctx: Context, *, tight: bool = False) -> Box:
    """Scripts below and above. `tight` is for labels of braces, which keep to them more closely than limits do."""
    c, k = mathfont.constants(), ctx.scale
    width = max(b.full for b in (base, under, over) if b)
    out = Box(width, lean=base.lean and base.full >= width)
    x = (width - base.full) / 2
    out.put(base, x)
    top, bottom = base.ascent, base.descent
    if over:
        gap = c.upper_limit_gap_min * k
        if not tight:
            gap = max(gap, c.upper_limit_baseline_rise_min * k - over.descent)
        out.put(over, (width - over.full) / 2 + base.italic / 2, -(top + gap + over.descent))
    if under:
        gap = c.lower_limit_gap_min * k
        if not tight:
            gap = max(gap, _DROP * k - under.ascent)
        out.put(under, (width - under.full) / 2 - base.italic / 2, bottom + gap + under.ascent)
    if tight:
        out.fence = base.cover
        side = (width - base.full) / 2
        if side > 0:
            room = c.lower_limit_gap_min * k / 2
            above = top + room if over and over.full > base.full else math.inf
            below = bottom + room if under and under.full > base.full else math.inf
            out.skirt = Skirt(side, above, below)
            out.scale = k
    return out
