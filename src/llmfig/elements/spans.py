"""The glyphs that span a range: brace, bracket, dimension line, rule. Pure geometry."""

from __future__ import annotations

import math
from typing import get_args

from llmfig.geometry import Path, Point, Segment, polyline
from llmfig.theme.model import Arrowhead
from llmfig.vocabulary import SpanStyle

SPAN_STYLES: tuple[str, ...] = get_args(SpanStyle)
DEPTH = {"brace": 12.0, "bracket": 8.0, "dimension": 8.0, "arrow": 8.0, "arrow-back": 8.0, "rule": 3.0}
HEAD = 0.8  # arrowheads of dimension lines, against those of arrows


def span_depth(style: str) -> float:
    """Extent in px across the spanned edge."""
    return DEPTH[style]


def span_height(style: str) -> float:
    """Distance in px of the long line from the spanned edge."""
    return DEPTH[style] if style == "bracket" else DEPTH[style] / 2


def span_tip(style: str, a: Point, b: Point, normal: Point) -> Point:
    """The outermost point, in the middle."""
    d = DEPTH[style] if style in ("brace", "bracket") else DEPTH[style] / 2
    return Point((a.x + b.x) / 2 + normal.x * d, (a.y + b.y) / 2 + normal.y * d)


def span_paths(style: str, a: Point, b: Point, normal: Point, head: Arrowhead) -> tuple[list[Path], list[Path]]:
    """Stroked and filled paths that span from `a` to `b`, standing out along `normal`."""
    length = a.distance(b)
    u = Point((b.x - a.x) / length, (b.y - a.y) / length) if length else Point(1, 0)
    depth = DEPTH[style]

    def at(s: float, t: float) -> Point:
        """`s` px along from `a`, `t` px out."""
        return Point(a.x + u.x * s + normal.x * t, a.y + u.y * s + normal.y * t)

    match style:
        case "brace":
            return [_brace(at, length, depth)], []
        case "bracket":
            return [polyline([at(0, 0), at(0, depth), at(length, depth), at(length, 0)])], []
        case "rule":
            return [polyline([at(0, depth / 2), at(length, depth / 2)])], []
    # A dimension line keeps off its ends by a hair, so that neighbours do not touch.
    size = min(head.length * HEAD, length * 0.35)
    half = size * head.width / head.length / 2
    mid = depth / 2
    heads = [
        polyline([at(1, mid), at(1 + size, mid - half), at(1 + size, mid + half)], closed=True),
        polyline(
            [at(length - 1, mid), at(length - 1 - size, mid - half), at(length - 1 - size, mid + half)], closed=True
        ),
    ]
    if style == "arrow":
        return [polyline([at(0, mid), at(length - size, mid)])], heads[1:]
    if style == "arrow-back":
        return [polyline([at(size, mid), at(length, mid)])], heads[:1]
    line = [polyline([at(1 + size, mid), at(length - 1 - size, mid)])] if length > 2 * size + 2 else []
    return line, heads


def _brace(at: object, length: float, depth: float) -> Path:
    point = at
    assert callable(point)
    h = depth / 2
    r = min(h, length / 4)
    k = r * 4 / 3 * (math.sqrt(2) - 1)

    def curve(*st: tuple[float, float]) -> Segment:
        (p1, p2, p3) = (point(s, t) for s, t in st)
        return ("C", p1.x, p1.y, p2.x, p2.y, p3.x, p3.y)

    start, mid_low, mid_high = point(0, 0), point(length / 2 - r, h), point(length - r, h)
    return Path((
        ("M", start.x, start.y),
        curve((0, k), (r - k, h), (r, h)),
        ("L", mid_low.x, mid_low.y),
        curve((length / 2 - r + k, h), (length / 2, 2 * h - k), (length / 2, 2 * h)),
        curve((length / 2, 2 * h - k), (length / 2 + r - k, h), (length / 2 + r, h)),
        ("L", mid_high.x, mid_high.y),
        curve((length - r + k, h), (length, k), (length, 0)),
    ))  # fmt: skip
