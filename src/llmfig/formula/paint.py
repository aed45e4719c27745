"""Laid-out formulas as items of the Scene."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from llmfig.formula import mathfont
from llmfig.formula.boxes import Draw, GlyphLeaf, LabelLeaf, LineLeaf, PathLeaf, RuleLeaf
from llmfig.formula.tree import Color
from llmfig.geometry import Path, Point, Rect, Segment, polyline
from llmfig.scene.model import Box, Glyph, GlyphRun, Item, Paint, Shape

FONT = mathfont.KEY


def items(draws: Iterable[Draw], *, size: float, at: Point, color: str, ink: Callable[[str], str]) -> tuple[Item, ...]:
    """Place what a formula draws. Glyphs that follow each other on one line in one size and colour are one run."""
    k = size / mathfont.EM
    out: list[Item] = []
    run: list[tuple[int, float]] = []
    state: tuple[float, float, str] | None = None  # scale, y, colour of the open run

    def close() -> None:
        nonlocal state
        if state and run:
            scale, y, paint = state
            out.append(_run(run, scale * size, y, paint))
        run.clear()
        state = None

    for leaf, dx, dy in draws:
        left, top = at.x + dx * k, at.y + dy * k
        paint = _ink(leaf.color, color, ink)
        if isinstance(leaf, GlyphLeaf):
            if state != (leaf.scale, top, paint):
                close()
                state = (leaf.scale, top, paint)
            run.append((leaf.gid, left))
            continue
        close()
        match leaf:
            case RuleLeaf(width, height, _):
                out.append(Box(Rect(left, top, width * k, height * k), Paint(fill=paint)))
            case PathLeaf():
                out.append(Shape(_path(leaf, k, left, top), Paint(fill=paint)))
            case LineLeaf(rx, ry, width, _):
                line = polyline([Point(left, top), Point(left + rx * k, top + ry * k)])
                out.append(Shape(line, Paint(stroke=paint, width=width * k)))
            case LabelLeaf():
                out.extend(_label(leaf, left, top, size, paint))
    close()
    return tuple(out)


def _ink(own: Color | None, color: str, ink: Callable[[str], str]) -> str:
    if own is None:
        return color
    kind, value = own
    return value if kind == "hex" else ink(value)


def _path(leaf: PathLeaf, k: float, x: float, y: float) -> Path:
    segments: list[Segment] = []
    for gid, px, py, sx, sy in leaf.pieces:
        em = k * mathfont.EM
        segments += mathfont.outline(gid).mapped(em * sx, em * sy, x + px * k, y + py * k).segments
    if leaf.rule:
        # Clockwise, as the font's outlines are: under the nonzero rule an overlap the other way round would be a hole.
        left, top, right, bottom = (v * k for v in leaf.rule)
        corners = (Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom))
        segments += polyline([p.shifted(x, y) for p in corners], closed=True).segments
    return Path(tuple(segments))


def _run(glyphs: list[tuple[int, float]], size: float, y: float, color: str) -> GlyphRun:
    k = size / mathfont.EM
    sizes = [mathfont.metrics(gid) for gid, _ in glyphs]
    left = min(x + min(0.0, m.left) * k for (_, x), m in zip(glyphs, sizes, strict=True))
    right = max(x + max(m.advance, m.right) * k for (_, x), m in zip(glyphs, sizes, strict=True))
    top, bottom = y - max(m.top for m in sizes) * k, y - min(m.bottom for m in sizes) * k
    placed = tuple(Glyph(gid, x, y) for gid, x in glyphs)
    return GlyphRun("", FONT, size, color, placed, Rect(left, top, right - left, bottom - top))


def _label(leaf: LabelLeaf, x: float, y: float, size: float, color: str) -> Iterable[GlyphRun]:
    label = leaf.label
    k = size * leaf.scale / mathfont.EM
    for key, text, glyphs, start, width in label.runs:
        placed = tuple(Glyph(gid, x + gx * k, y + gy * k) for gid, gx, gy in glyphs)
        rect = Rect(x + start * k, y - label.ascent * k, width * k, (label.ascent + label.descent) * k)
        yield GlyphRun(text, key, size * leaf.scale, color, placed, rect)
