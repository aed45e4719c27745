"""Paints a Scene with cairo, without going through SVG.

The pixels are those CairoSVG makes of our SVG: the same rounded numbers, the same cairo calls in the same order, a fill
per glyph. Where this file looks roundabout (a box traced with `rectangle`, the miter limit) that is why.
"""

from __future__ import annotations

import math
import struct
from functools import cache
from typing import Any

import cairocffi as cairo
import numpy as np
from cairocffi import cairo as lib
from cairocffi import ffi
from numpy.typing import NDArray

from llmfig.errors import FigureError
from llmfig.render import rounding
from llmfig.render.glyphs import glyph_steps
from llmfig.render.rounding import Frame, Ink, Line, Outline, Ramp, Step, Undrawable, located
from llmfig.scene.model import Box, GlyphRun, Group, Scene, Shape

Pixels = NDArray[np.uint8]

LARGEST = 32767  # px a side: the limit of cairo's image surfaces
MITER_LIMIT = 4  # SVG's default; cairo's is 10
KINDS = {"M": 0, "L": 1, "C": 2, "Z": 3}  # cairo_path_data_type_t
FILL, STROKE = "fill", "stroke"


def paint_pixels(scene: Scene, scale: float = 2) -> Pixels:
    """The figure as an array of height x width x 3 (RGB), or x 4 (RGBA, not premultiplied) when it has no background.

    Args:
        scene: what to paint.
        scale: pixels per figure px.

    Raises:
        FigureError: for numbers that are not finite, unknown colours and pictures too large for cairo.
    """
    w, h = rounding.canvas(scene)
    width, height = _pixels(w, scale), _pixels(h, scale)
    surface = cairo.ImageSurface(cairo.FORMAT_ARGB32, width, height)
    context = cairo.Context(surface)
    below = rounding.background(scene)
    if below:  # Before the clip, so that edge pixels which a fractional scale covers in part are opaque too.
        context.set_source_rgb(*rounding.rgb(below))
        context.paint()
    context.rectangle(0, 0, w * scale, h * scale)
    context.clip()
    context.scale(w * scale / w, h * scale / h)
    paint(context, scene)
    surface.flush()
    bgra: Pixels = np.frombuffer(surface.get_data(), np.uint8).reshape(height, surface.get_stride() // 4, 4)[:, :width]
    return _rgb(bgra) if below else _rgba(bgra)


def paint(context: Any, scene: Scene) -> None:
    """Paints a scene, its background included, on a cairo context whose unit is the figure px."""
    context.set_miter_limit(MITER_LIMIT)
    below = rounding.background(scene)
    if below:
        context.rectangle(0, 0, *rounding.canvas(scene))
        context.set_source_rgb(*rounding.rgb(below))
        context.fill()
    _group(context, scene.root)


def _pixels(length: float, scale: float) -> int:
    found = round(length * scale) if math.isfinite(scale) else 0
    if not 1 <= found <= LARGEST:
        what = f"a side of {length} px at scale {scale} is not 1 to {LARGEST} pixels"
        raise FigureError(what, fix="choose another scale")
    return found


def _rgb(bgra: Pixels) -> Pixels:
    """The colour channels of opaque pixels. Channel by channel is four times as fast as one fancy index."""
    out = np.empty((*bgra.shape[:2], 3), np.uint8)
    for channel in range(3):
        out[:, :, channel] = bgra[:, :, 2 - channel]
    return out


def _rgba(bgra: Pixels) -> Pixels:
    """Colours divided by their alpha again, rounded as cairo's own PNG writer does."""
    alpha = bgra[:, :, 3].astype(np.uint32)
    out = np.empty(bgra.shape, np.uint8)
    for channel in range(3):
        out[:, :, channel] = (bgra[:, :, 2 - channel] * np.uint32(255) + alpha // 2) // np.maximum(alpha, 1)
    out[:, :, 3] = alpha
    out[alpha == 0] = 0
    return out


def _group(context: Any, group: Group) -> None:
    try:
        angle = rounding.px(group.rotate)
        if angle:
            x, y = rounding.px(group.rect.cx), rounding.px(group.rect.cy)
            context.save()
            context.translate(x, y)
            context.rotate(math.radians(angle))
            context.translate(-x, -y)
        for child in group.children:
            if isinstance(child, Group):
                _group(context, child)
            elif isinstance(child, GlyphRun):
                if child.glyphs:
                    _run(context, rounding.line(child), child.font, rounding.rgb(child.color))
            else:
                _item(context, child)
        if angle:
            context.restore()
    except Undrawable as error:
        raise located(error, group) from None


def _item(context: Any, item: Box | Shape) -> None:
    outline, ink = rounding.outline(item), rounding.ink(item.paint)
    if outline is None or (ink.fill is None and ink.stroke is None):
        return
    context.save()
    _set_stroke(context, ink)
    if ink.together:
        if not isinstance(ink.fill, Ramp):  # gradients come out a step apart when their picture starts elsewhere
            _clip_to(context, outline)
        context.push_group()
        _fill_and_stroke(context, outline, ink, 1)
        context.pop_group_to_source()
        context.paint_with_alpha(ink.opacity)
    else:
        _fill_and_stroke(context, outline, ink, ink.opacity)
    context.restore()


def _fill_and_stroke(context: Any, outline: Outline, ink: Ink, opacity: float) -> None:
    _trace(context, outline)
    if ink.fill is not None:
        _set_source(context, ink.fill, opacity)
        context.fill_preserve()
    if ink.stroke is not None:
        _set_source(context, ink.stroke, opacity)
        context.stroke_preserve()
    context.new_path()


def _set_stroke(context: Any, ink: Ink) -> None:
    context.set_line_width(ink.width)
    if ink.dash:
        context.set_dash(ink.dash)
    if ink.cap == "round":
        context.set_line_cap(cairo.LINE_CAP_ROUND)
    if ink.join == "round":
        context.set_line_join(cairo.LINE_JOIN_ROUND)


def _set_source(context: Any, fill: str | Ramp, opacity: float) -> None:
    if isinstance(fill, Ramp):
        gradient = cairo.LinearGradient(*fill.line)
        for at, color in enumerate(fill.colors):
            gradient.add_color_stop_rgba(at, *rounding.rgb(color), opacity)
        gradient.set_extend(cairo.EXTEND_PAD)
        context.set_source(gradient)
    else:
        context.set_source_rgba(*rounding.rgb(fill), opacity)


def _clip_to(context: Any, outline: Outline) -> None:
    """Clips to the whole pixels an item can touch; without it, blending an item as one picture takes a whole canvas."""
    _trace(context, outline)
    boxes = context.stroke_extents(), context.path_extents()  # a dashed stroke may leave corners of the fill out
    context.new_path()
    corners = [context.user_to_device(x, y) for box in boxes for x in box[::2] for y in box[1::2]]
    left, right = math.floor(min(x for x, _ in corners)) - 1, math.ceil(max(x for x, _ in corners)) + 1
    top, bottom = math.floor(min(y for _, y in corners)) - 1, math.ceil(max(y for _, y in corners)) + 1
    matrix = context.get_matrix()
    context.identity_matrix()
    context.rectangle(left, top, right - left, bottom - top)
    context.clip()
    context.set_matrix(matrix)


def _trace(context: Any, outline: Outline) -> None:
    if isinstance(outline, Frame):
        context.rectangle(outline.x, outline.y, outline.w, outline.h)
    else:
        lib.cairo_append_path(context._pointer, _packed(outline)[0])


def _run(context: Any, line: Line, font: str, color: tuple[float, float, float]) -> None:
    """The glyphs of a run. One call of cairo's own per step: Python wrappers would take longer than the painting."""
    context.save()
    context.translate(line.x, line.y)
    context.scale(line.scale, line.scale)
    context.set_source_rgba(*color, 1)
    pointer = context._pointer
    x = y = 0.0
    for gid, dx, dy in line.glyphs:
        path = _glyph(font, gid)
        if path is not None:
            lib.cairo_translate(pointer, dx - x, dy - y)
            lib.cairo_append_path(pointer, path[0])
            lib.cairo_fill(pointer)
            x, y = dx, dy
    context.restore()


@cache
def _glyph(font: str, gid: int) -> tuple[Any, ...] | None:
    found = glyph_steps(font, gid)
    return _packed(found) if found else None


def _packed(path: tuple[Step, ...]) -> tuple[Any, ...]:
    """A path as a `cairo_path_t`, to be appended in one call; the other values keep its memory alive."""
    layout, values = ["="], []
    for letter, numbers in path:
        layout.append("ii8x" + "d" * len(numbers))
        values += [KINDS[letter], 1 + len(numbers) // 2, *numbers]
    data = struct.pack("".join(layout), *values)
    memory = ffi.from_buffer("cairo_path_data_t[]", data)
    return ffi.new("cairo_path_t *", {"status": 0, "data": memory, "num_data": len(data) // 16}), memory, data
