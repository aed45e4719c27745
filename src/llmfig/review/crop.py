"""The part of a figure that is shown first: where it was changed, with a little of what is round it."""

from __future__ import annotations

from collections.abc import Iterable

from llmfig.geometry import Rect, union
from llmfig.review.changes import Change, Changes, FigureChanged

MARGIN = 32.0  # px round what changed
LEAST = 320.0, 200.0  # px across and down
MOST = 0.6  # of the canvas; from here on, all of it is shown


def crop(changes: Changes, regions: Iterable[Rect]) -> Rect:
    """The part of both pictures to show first, px of the figure.

    Args:
        changes: what was changed; where that is comes first.
        regions: where pixels differ, for pictures whose Scenes do not say why.
    """
    canvas = union([changes.before, changes.after])
    frames = [frame for change in changes.causes for frame in _frames(change)]
    frames = frames or [*regions]
    if not frames:
        return canvas
    part = union(frames).grown(MARGIN)
    part = part.grown(max(0.0, (LEAST[0] - part.w) / 2), max(0.0, (LEAST[1] - part.h) / 2))
    if part.w * part.h > MOST * canvas.w * canvas.h:
        return canvas
    w, h = min(part.w, canvas.w), min(part.h, canvas.h)
    x = min(max(part.x, canvas.x), canvas.right - w)
    y = min(max(part.y, canvas.y), canvas.bottom - h)
    return Rect(x, y, w, h)


def _frames(change: Change) -> list[Rect]:
    """Where a change is; those of the figure as a whole are in one place only if it is drawn there."""
    if isinstance(change, FigureChanged) and change.aspect not in ("title", "credit"):
        return []
    return [frame for frame in (change.where.before, change.where.after) if frame is not None]
