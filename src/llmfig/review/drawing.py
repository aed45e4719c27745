"""Whether the shapes that an element draws are the same ones, the same at another size, or others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from llmfig.geometry import Rect
from llmfig.review.pairs import STILL
from llmfig.review.tree import Node
from llmfig.scene.model import Box, Shape

_HATCHING = re.compile("(ML){3,}$")  # its lines stand at fixed places of the page
FINE, ROUGH = 0.3, 0.6  # px by which points of a drawing may be off; when it is scaled

EVEN = 0.01  # by which two factors of growth may differ

Likeness = Literal["same", "scaled", "other"]


def drawing(a: Node, b: Node) -> Likeness:
    """How the shapes of an element compare, seen from its frame. Paint does not matter, nor how hatching falls."""
    if _outlines(a) != _outlines(b):
        return "other"
    same_size = abs(a.rect.w - b.rect.w) <= STILL and abs(a.rect.h - b.rect.h) <= STILL
    if same_size:
        scale, off = (1.0, 1.0), FINE
    else:
        scale, off = (_ratio(b.rect.w, a.rect.w), _ratio(b.rect.h, a.rect.h)), ROUGH
    for x, y in zip(_points(a), _points(b), strict=True):
        if abs((x[0] - a.rect.x) * scale[0] - (y[0] - b.rect.x)) > off:
            return "other"
        if abs((x[1] - a.rect.y) * scale[1] - (y[1] - b.rect.y)) > off:
            return "other"
    return "same" if same_size else "scaled"


def shifted(a: Node, b: Node) -> bool:
    """Whether the shapes are the same ones, wherever they are in the frame."""
    if _outlines(a) != _outlines(b):
        return False
    by = {(round(y[0] - x[0], 1), round(y[1] - x[1], 1)) for x, y in zip(_points(a), _points(b), strict=True)}
    return not by or all(max(p) - min(p) <= ROUGH for p in zip(*by, strict=True))


def magnified(a: Node, b: Node) -> float:
    """The factor by which an element grew, to 1/100; 0 when it grew otherwise across than down."""
    across, down = _ratio(b.rect.w, a.rect.w), _ratio(b.rect.h, a.rect.h)
    return round(across, 2) if abs(across - down) < EVEN else 0.0


def framed(node: Node) -> bool:
    """Whether what an element draws first fills its frame, as a box does: then its size is a property of its own."""
    if node.group.outline is not None or node.group.inner is not None:
        return True
    mark = node.marks[0] if node.marks else None
    return isinstance(mark, Box) and _near(mark.rect, node.rect)


def reshaped(a: Node, b: Node) -> bool:
    """Whether a framed element has another outline: other corners, other curves."""
    if not a.marks or not b.marks:
        return False
    return _outline(a.marks[0]) != _outline(b.marks[0])


def _outline(mark: Box | Shape) -> str:
    return "rectangle" if isinstance(mark, Box) else "".join(segment[0] for segment in mark.path.segments)


def _outlines(node: Node) -> list[str]:
    return [outline for outline in map(_outline, node.marks) if not _HATCHING.match(outline)]


def _points(node: Node) -> Iterator[tuple[float, float]]:
    for mark in node.marks:
        if _HATCHING.match(_outline(mark)):
            continue
        if isinstance(mark, Box):
            yield mark.rect.x, mark.rect.y
            yield mark.rect.right, mark.rect.bottom
        else:
            for _, *numbers in mark.path.segments:
                yield from zip(numbers[::2], numbers[1::2], strict=True)


def _ratio(now: float, then: float) -> float:
    return now / then if then else 1.0


def _near(a: Rect, b: Rect) -> bool:
    return all(abs(p - q) <= 1 for p, q in ((a.x, b.x), (a.y, b.y), (a.w, b.w), (a.h, b.h)))
