"""The outline of a speech bubble."""

from __future__ import annotations

from llmfig.elements.shapes import KAPPA
from llmfig.geometry import Path, Point, Rect, Segment, Side

BASE = 18.0  # width of the tip where it leaves the bubble, px


def facing(r: Rect, p: Point) -> Side:
    """The side of a rectangle that looks towards a point."""
    dx, dy = p.x - r.cx, p.y - r.cy
    if abs(dx) * r.h > abs(dy) * r.w:
        return "right" if dx > 0 else "left"
    return "bottom" if dy > 0 else "top"


def callout_path(r: Rect, radius: float, tip: Point) -> Path:
    """A rounded rectangle with a triangular tip on the side that faces `tip`."""
    q = min(radius, r.w / 2, r.h / 2)
    side = facing(r, tip)

    def base(low: float, high: float, at: float) -> tuple[float, float]:
        half = min(BASE, high - low - 2 * q) / 2
        centre = min(max(at, low + q + half), high - q - half)
        return centre - half, centre + half

    k = q * (1 - KAPPA)
    x, y, x2, y2 = r.x, r.y, r.right, r.bottom
    out: list[Segment] = [("M", x + q, y)]
    if side == "top":
        a, b = base(x, x2, tip.x)
        out += [("L", a, y), ("L", tip.x, tip.y), ("L", b, y)]
    out += [("L", x2 - q, y), ("C", x2 - k, y, x2, y + k, x2, y + q)]
    if side == "right":
        a, b = base(y, y2, tip.y)
        out += [("L", x2, a), ("L", tip.x, tip.y), ("L", x2, b)]
    out += [("L", x2, y2 - q), ("C", x2, y2 - k, x2 - k, y2, x2 - q, y2)]
    if side == "bottom":
        a, b = base(x, x2, tip.x)
        out += [("L", b, y2), ("L", tip.x, tip.y), ("L", a, y2)]
    out += [("L", x + q, y2), ("C", x + k, y2, x, y2 - k, x, y2 - q)]
    if side == "left":
        a, b = base(y, y2, tip.y)
        out += [("L", x, b), ("L", tip.x, tip.y), ("L", x, a)]
    out += [("L", x, y + q), ("C", x, y + k, x + k, y, x + q, y), ("Z",)]
    return Path(tuple(out))
