"""Outlines: for each shape, the path of a frame and the part of the frame that content may fill.

A shape is a pure function of a rectangle. `inset` is the inverse question: how large must the frame be for content of a
given size.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from llmfig.geometry import Path, Point, Rect, Segment, polyline

KAPPA = 4 / 3 * (math.sqrt(2) - 1)  # cubic arms that approximate a quarter circle

Outline = Callable[[Rect, float], Path]
Fit = Callable[[float, float], tuple[float, float]]
Room = Callable[[Rect], Rect]


@dataclass(frozen=True, slots=True)
class ShapeKind:
    """One shape: `outline(frame, radius)`, `fit(content w, h) -> frame w, h`, `room(frame) -> content rectangle`."""

    outline: Outline
    fit: Fit
    room: Room


def rounded(r: Rect, radius: float) -> Path:
    """A rectangle with circular corners."""
    q = min(radius, r.w / 2, r.h / 2)
    if q <= 0:
        return polyline([r.at(0, 0), r.at(1, 0), r.at(1, 1), r.at(0, 1)], closed=True)
    k = q * (1 - KAPPA)
    x, y, x2, y2 = r.x, r.y, r.right, r.bottom
    return Path((
        ("M", x + q, y), ("L", x2 - q, y), ("C", x2 - k, y, x2, y + k, x2, y + q),
        ("L", x2, y2 - q), ("C", x2, y2 - k, x2 - k, y2, x2 - q, y2),
        ("L", x + q, y2), ("C", x + k, y2, x, y2 - k, x, y2 - q),
        ("L", x, y + q), ("C", x, y + k, x + k, y, x + q, y), ("Z",),
    ))  # fmt: skip


def ellipse(r: Rect, _radius: float = 0) -> Path:
    a, b = r.w / 2, r.h / 2
    i, j = a * KAPPA, b * KAPPA
    cx, cy = r.cx, r.cy
    return Path((
        ("M", cx + a, cy), ("C", cx + a, cy + j, cx + i, cy + b, cx, cy + b),
        ("C", cx - i, cy + b, cx - a, cy + j, cx - a, cy), ("C", cx - a, cy - j, cx - i, cy - b, cx, cy - b),
        ("C", cx + i, cy - b, cx + a, cy - j, cx + a, cy), ("Z",),
    ))  # fmt: skip


def _dshape(r: Rect, _radius: float) -> Path:
    """Flat on the left, round on the right."""
    q = min(r.h / 2, r.w)
    k, j = q * KAPPA, r.h / 2 * KAPPA
    return Path((
        ("M", r.x, r.y), ("L", r.right - q, r.y), ("C", r.right - q + k, r.y, r.right, r.cy - j, r.right, r.cy),
        ("C", r.right, r.cy + j, r.right - q + k, r.bottom, r.right - q, r.bottom), ("L", r.x, r.bottom), ("Z",),
    ))  # fmt: skip


def _points(*uv: tuple[float, float]) -> Outline:
    return lambda r, _radius: polyline([r.at(u, v) for u, v in uv], closed=True)


def _slant(r: Rect) -> float:
    return min(r.h * 0.3, r.w * 0.18)


def _trapezoid(r: Rect, _radius: float) -> Path:
    s = _slant(r)
    return polyline([Point(r.x + s, r.y), Point(r.right - s, r.y), r.at(1, 1), r.at(0, 1)], closed=True)


def _funnel(r: Rect, _radius: float) -> Path:
    s = _slant(r)
    return polyline([r.at(0, 0), r.at(1, 0), Point(r.right - s, r.bottom), Point(r.x + s, r.bottom)], closed=True)


ROOF = 18.0


def _house(r: Rect, _radius: float) -> Path:
    roof = min(ROOF, r.h * 0.4)
    return polyline(
        [Point(r.x, r.y + roof), Point(r.cx, r.y), Point(r.right, r.y + roof), r.at(1, 1), r.at(0, 1)], closed=True
    )


NOTCH = 14.0


def _chevron(r: Rect, _radius: float) -> Path:
    n = min(NOTCH, r.w * 0.2)
    return polyline(
        [
            r.at(0, 0),
            Point(r.right - n, r.y),
            r.at(1, 0.5),
            Point(r.right - n, r.bottom),
            r.at(0, 1),
            Point(r.x + n, r.cy),
        ],
        closed=True,
    )


def _pentagon(r: Rect, _radius: float) -> Path:
    n = min(NOTCH, r.w * 0.2)
    return polyline(
        [r.at(0, 0), Point(r.right - n, r.y), r.at(1, 0.5), Point(r.right - n, r.bottom), r.at(0, 1)], closed=True
    )


LID = 0.16  # height of a cylinder's lid over its width


def lid(r: Rect) -> float:
    """Height in px of the elliptical lid of a cylinder."""
    return min(r.w * LID, 34.0, r.h * 0.4)


def _cylinder(r: Rect, _radius: float) -> Path:
    e = lid(r) / 2
    i, j = r.w / 2 * KAPPA, e * KAPPA
    top, bottom = r.y + e, r.bottom - e
    out: list[Segment] = [
        ("M", r.x, top),
        ("C", r.x, top - j, r.cx - i, r.y, r.cx, r.y), ("C", r.cx + i, r.y, r.right, top - j, r.right, top),
        ("L", r.right, bottom), ("C", r.right, bottom + j, r.cx + i, r.bottom, r.cx, r.bottom),
        ("C", r.cx - i, r.bottom, r.x, bottom + j, r.x, bottom), ("Z",),
    ]  # fmt: skip
    return Path(tuple(out))


def cylinder_rim(r: Rect) -> Path:
    """The front half of the lid's edge."""
    e = lid(r) / 2
    i, j = r.w / 2 * KAPPA, e * KAPPA
    y = r.y + e
    return Path(
        (
            ("M", r.x, y),
            ("C", r.x, y + j, r.cx - i, y + e, r.cx, y + e),
            ("C", r.cx + i, y + e, r.right, y + j, r.right, y),
        )
    )


BARB = 0.22  # how far the head of a block arrow stands out, over the whole height


def _block_right(r: Rect, _radius: float) -> Path:
    head = min(r.h * 0.55, r.w * 0.5)
    b = r.h * BARB
    x = r.right - head
    return polyline(
        [
            Point(r.x, r.y + b),
            Point(x, r.y + b),
            Point(x, r.y),
            r.at(1, 0.5),
            Point(x, r.bottom),
            Point(x, r.bottom - b),
            Point(r.x, r.bottom - b),
        ],
        closed=True,
    )


def _block_both(r: Rect, _radius: float) -> Path:
    head, b = min(r.h * 0.55, r.w * 0.3), r.h * BARB
    half = [(0, r.cy), (head, r.y), (head, r.y + b)]
    upper = [Point(r.x + dx, y) for dx, y in half] + [Point(r.right - dx, y) for dx, y in reversed(half)]
    lower = [Point(p.x, 2 * r.cy - p.y) for p in reversed(upper[1:-1])]
    return polyline([*upper, *lower], closed=True)


def _head_down(r: Rect) -> float:
    return min(r.w * 0.4, r.h * 0.55)


def _block_down(r: Rect, _radius: float) -> Path:
    head = _head_down(r)
    b = r.w * BARB
    y = r.bottom - head
    return polyline(
        [
            Point(r.x + b, r.y),
            Point(r.right - b, r.y),
            Point(r.right - b, y),
            Point(r.right, y),
            r.at(0.5, 1),
            Point(r.x, y),
            Point(r.x + b, y),
        ],
        closed=True,
    )


def _same(w: float, h: float) -> tuple[float, float]:
    return w, h


def _whole(r: Rect) -> Rect:
    return r


def _middle(fw: float, fh: float) -> Room:
    def room(r: Rect) -> Rect:
        return Rect(r.cx - r.w * fw / 2, r.cy - r.h * fh / 2, r.w * fw, r.h * fh)

    return room


def _circle_fit(w: float, h: float) -> tuple[float, float]:
    d = math.hypot(w, h)
    return d, d


SHAPES: dict[str, ShapeKind] = {
    "rounded": ShapeKind(rounded, _same, _whole),
    "square": ShapeKind(lambda r, _radius: rounded(r, 0), _same, _whole),
    "pill": ShapeKind(
        lambda r, _radius: rounded(r, r.h / 2),
        lambda w, h: (w + h * 0.5, h),
        lambda r: r.grown(-min(r.w, r.h) * 0.25, 0),
    ),
    "ellipse": ShapeKind(ellipse, lambda w, h: (w * 1.3, h * 1.5), _middle(1 / 1.3, 1 / 1.5)),
    "circle": ShapeKind(ellipse, _circle_fit, _middle(math.sqrt(0.5), math.sqrt(0.5))),
    "diamond": ShapeKind(
        _points((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)), lambda w, h: (w * 2, h * 2), _middle(0.5, 0.5)
    ),
    "d": ShapeKind(_dshape, lambda w, h: (w + h * 0.3, h), lambda r: r.grown(0, 0, -min(r.w, r.h) * 0.3, 0)),
    "trapezoid": ShapeKind(_trapezoid, lambda w, h: (w + h * 0.6, h), lambda r: r.grown(-_slant(r), 0)),
    "funnel": ShapeKind(_funnel, lambda w, h: (w + h * 0.6, h), lambda r: r.grown(-_slant(r), 0)),
    "house": ShapeKind(_house, lambda w, h: (w, h + ROOF), lambda r: r.grown(0, -min(ROOF, r.h * 0.4), 0, 0)),
    "chevron": ShapeKind(_chevron, lambda w, h: (w + 2 * NOTCH, h), lambda r: r.grown(-NOTCH, 0)),
    "pentagon": ShapeKind(_pentagon, lambda w, h: (w + NOTCH, h), lambda r: r.grown(0, 0, -NOTCH, 0)),
    "cylinder": ShapeKind(
        _cylinder, lambda w, h: (w, h + w * LID * 1.5), lambda r: r.grown(0, -lid(r), 0, -lid(r) / 2)
    ),
    "arrow-right": ShapeKind(
        _block_right,
        lambda w, h: (w + h, h / (1 - 2 * BARB)),
        lambda r: r.grown(0, -r.h * BARB, -min(r.w, r.h) * 0.4, -r.h * BARB),
    ),
    "arrow-both": ShapeKind(
        _block_both,
        lambda w, h: (w + 2 * h, h / (1 - 2 * BARB)),
        lambda r: r.grown(-min(r.h * 0.55, r.w * 0.3), -r.h * BARB),
    ),
    "arrow-down": ShapeKind(
        _block_down,
        lambda w, h: (w / (1 - 2 * BARB), h + w * 0.4),
        # The room ends where the head is as narrow as the shaft.
        lambda r: r.grown(-r.w * BARB, 0, -r.w * BARB, -_head_down(r) * (1 - 2 * BARB)),
    ),
}
