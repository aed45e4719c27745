"""Hatching as plain lines, clipped to a rectangle (patterns are not drawn alike by all viewers)."""

from __future__ import annotations

import math

from llmfig.geometry import Path, Rect, Segment

SPACING = 8.0  # px between hatch lines, measured along x


def hatch(r: Rect, spacing: float = SPACING) -> Path:
    """Rising lines at 45 degrees that fill a rectangle, px."""
    out: list[Segment] = []
    # Lines x + y = c; c runs over multiples of the spacing so that neighbouring rectangles continue each other.
    c = (math.floor((r.x + r.y) / spacing) + 1) * spacing
    while c < r.right + r.bottom:
        x0 = max(r.x, c - r.bottom)
        x1 = min(r.right, c - r.y)
        out += [("M", x0, c - x0), ("L", x1, c - x1)]
        c += spacing
    return Path(tuple(out) or (("M", r.x, r.y),))
