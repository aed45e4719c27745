"""Fractions, roots, accents, bars, braces and frames."""

from __future__ import annotations

from llmfig.formula import mathfont
from llmfig.formula.boxes import Box, Context, Ink, LineLeaf, glyph_box, path_box, pieces_of, rule_box
from llmfig.formula.stretchy import along, delimiter

_BAR_OVERHANG = 40.0  # a fraction's bar beyond its wider part, on each side
_SIDE = 100.0  # room beside a fraction (TeX's \nulldelimiterspace)
_BRACE_GAP = 90.0
_FRAME_PAD = 250.0


def fraction(top: Box, bottom: Box, ctx: Context, *, rule: bool) -> Box:
    c, k = mathfont.constants(), ctx.scale
    display = ctx.style == 0
    axis, thick = c.axis_height * k, c.fraction_rule_thickness * k
    if rule:
        up = (c.fraction_numerator_display_style_shift_up if display else c.fraction_numerator_shift_up) * k
        down = (c.fraction_denominator_display_style_shift_down if display else c.fraction_denominator_shift_down) * k
        over = (c.fraction_num_display_style_gap_min if display else c.fraction_numerator_gap_min) * k
        under = (c.fraction_denom_display_style_gap_min if display else c.fraction_denominator_gap_min) * k
        up = max(up, axis + thick / 2 + over + top.descent)
        down = max(down, -axis + thick / 2 + under + bottom.ascent)
    else:
        up = (c.stack_top_display_style_shift_up if display else c.stack_top_shift_up) * k
        down = (c.stack_bottom_display_style_shift_down if display else c.stack_bottom_shift_down) * k
        gap = (c.stack_display_style_gap_min if display else c.stack_gap_min) * k
        lack = gap - ((up - top.descent) - (bottom.ascent - down))
        if lack > 0:
            up, down = up + lack / 2, down + lack / 2
    inner = max(top.full, bottom.full)
    side, hang = _SIDE * k, (_BAR_OVERHANG * k if rule else 0.0)
    width = inner + 2 * (side + hang)
    out = Box(width)
    out.put(top, (width - top.full) / 2, -up)
    if rule:
        out.put(rule_box(inner + 2 * hang, thick, ctx), side, -(axis - thick / 2))
    out.put(bottom, (width - bottom.full) / 2, down)
    return out


def root(body: Box, degree: Box | None, ctx: Context) -> Box:
    c, k = mathfont.constants(), ctx.scale
    thick = c.radical_rule_thickness * k
    gap = (c.radical_display_style_vertical_gap if ctx.style == 0 else c.radical_vertical_gap) * k
    wanted = body.ascent + body.descent + gap + thick
    sign = mathfont.gid("√")
    assert sign is not None
    radical = delimiter(sign, wanted, ctx)
    ink = radical.ink()
    assert ink is not None
    height = ink.bottom - ink.top
    gap += max(0.0, height - wanted) / 2
    top = body.ascent + gap + thick
    out, x = Box(), 0.0
    if degree:
        back = c.radical_kern_after_degree * k
        x = max(0.0, c.radical_kern_before_degree * k + degree.full + back)
        raised = -top + height * (1 - c.radical_degree_bottom_raise_percent / 100)
        if radical.gid is not None:
            raised -= 110 * k  # the smallest radical's hook reaches higher up its side than the others' do
        out.put(degree, max(0.0, x - degree.full - back), raised - degree.descent)
    wide = radical.width + body.full + 40 * k
    roof = Ink(radical.width, ink.top, wide, ink.top + thick)
    out.put(path_box(pieces_of(radical), roof, ctx), x, -top - ink.top)
    out.put(body, x + radical.width)
    out.width = x + wide
    out.ascent = max(out.ascent, top + c.radical_extra_ascender * k / 2)
    return out


def accent(body: Box, mark: int, ctx: Context, *, wide: bool) -> Box:
    """A mark over a body; over a single letter it sits where the font wants it."""
    c, k = mathfont.constants(), ctx.scale
    if wide:
        for gid, width in mathfont.variants(mark, "ltr"):
            if width * k <= body.full:
                mark = gid
    m = mathfont.metrics(mark)
    at = mathfont.attachment(body.gid) * body.scale if body.gid is not None else body.full / 2
    x = at - (mathfont.attachment(mark) if m.advance == 0 and not wide else (m.left + m.right) / 2) * k
    rise = body.ascent - min(body.ascent, c.accent_base_height * k)
    hat = glyph_box(mark, ctx)
    hat.width = hat.italic = 0.0
    out = Box(body.width, italic=body.italic, gid=body.gid, scale=body.scale, lean=body.lean, flat=body.flat)
    out.put(body)
    out.put(hat, x, -rise)
    return out


def bar(body: Box, ctx: Context, *, over: bool) -> Box:
    c, k = mathfont.constants(), ctx.scale
    out = Box(body.full, lean=body.lean)
    out.put(body)
    thick = c.overbar_rule_thickness * k * 0.8
    gap = 110 * k
    line = rule_box(body.full, thick, ctx)
    out.put(line, 0.0, -(body.ascent + gap) if over else body.descent + gap + thick)
    return out


def stretched(char: str, body: Box, ctx: Context, *, over: bool) -> Box:
    """A brace or an arrow along a body."""
    mark = along(char, body.full, ctx)
    width = max(mark.width, body.full)
    out = Box(width)
    out.put(body, (width - body.full) / 2)
    ink = mark.ink()
    assert ink is not None
    gap = _BRACE_GAP * ctx.scale
    mark.ascent = mark.descent = 0.0  # where the font draws it says nothing about where it goes
    dy = -body.ascent - gap - ink.bottom if over else body.descent + gap - ink.top
    out.put(mark, (width - mark.width) / 2, dy)
    if over:
        out.ascent = -(ink.top + dy)
    else:
        out.descent = ink.bottom + dy
    return out


def frame(body: Box, how: str, ctx: Context) -> Box:
    k = ctx.scale
    if how == "box":
        pad, thick = _FRAME_PAD * k, 50 * k
        out = Box(body.full + 2 * pad)
        out.put(body, pad)
        up, down = body.ascent + pad, body.descent + pad
        out.put(rule_box(out.width, thick, ctx), 0, -(up - thick))
        out.put(rule_box(out.width, thick, ctx), 0, down)
        for x in (0.0, out.width - thick):
            out.put(rule_box(thick, up + down, ctx), x, down)
        return out
    if how == "cancel":
        out = Box(body.full, lean=body.lean)
        out.put(body)
        pad = 60 * k
        dy = -(body.ascent + body.descent + 2 * pad)
        out.put(Box(leaf=LineLeaf(body.full, dy, 50 * k, ctx.color)), 0.0, body.descent + pad)
        out.ascent, out.descent = body.ascent + 1.5 * pad, body.descent + 1.5 * pad
        return out
    if how == "smash":
        out = Box(body.width, italic=body.italic, lean=body.lean)
        out.children.append((body, 0.0, 0.0))
        return out
    out = Box(0.0 if how == "vphantom" else body.full)
    if how != "hphantom":
        out.ascent, out.descent = body.ascent, body.descent
    return out
