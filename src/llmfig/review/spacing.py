"""Gaps that changed: rows, columns and grids whose elements stand further apart than they did, or nearer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from llmfig.geometry import Rect
from llmfig.review.pairs import Matching
from llmfig.review.tree import Node

LEAST = 0.5  # px by which a gap changes when somebody changes it
EVEN = 0.1  # px by which changes of gaps may differ
WHOLE = 0.02  # px by which a step of the scale may be off a whole number; gaps that are left over are off by more
ALONG = {"row": (True,), "column": (False,), "grid": (True, False)}

Spacing = tuple[bool, float | None, float]


def spacings(matching: Matching, holder: Node, children: Sequence[Node], *, sure: bool) -> list[Spacing]:
    """The gaps of a container that changed: across or not, px before, px after (for grids None and the difference).

    Args:
        matching: the pairs.
        holder: the container, after.
        children: what it holds on both sides.
        sure: nothing else in it has changed; otherwise only what is beyond doubt counts.
    """
    found: list[Spacing] = []
    if matching.back[holder].kind != holder.kind:
        return found
    for across in ALONG.get(holder.kind, ()):
        if holder.kind != "grid":
            gaps = _gaps(matching, holder, across, sure)
            found += [(across, *gaps)] if gaps else []
        elif sure:
            apart = _tracks(matching, holder, children, across)
            found += [(across, None, apart)] if apart else []
    return found


def _gaps(matching: Matching, holder: Node, across: bool, sure: bool) -> tuple[float, float] | None:
    """Gaps between neighbours of a row or column, all changed by the same."""
    before = [c for c in matching.back[holder].children if not c.link]
    gaps: list[tuple[float, float]] = []
    for y, z in pairwise([c for c in holder.children if not c.link]):
        if y not in matching.back or z not in matching.back:
            continue
        x, w = matching.back[y], matching.back[z]
        if x in before and w in before and before.index(w) == before.index(x) + 1:
            gaps.append((_gap(x.rect, w.rect, across), _gap(y.rect, z.rect, across)))
    if not gaps:
        return None
    by = [now - then for then, now in gaps]
    if max(by) - min(by) > EVEN or abs(by[0]) < LEAST:
        return None
    whole = all(abs(gap - round(gap)) < WHOLE for pair in gaps for gap in pair)
    return gaps[0] if sure or whole else None


def _gap(first: Rect, second: Rect, across: bool) -> float:
    return second.x - first.right if across else second.y - first.bottom


def _tracks(matching: Matching, holder: Node, children: Sequence[Node], across: bool) -> float | None:
    """By how much each track of a grid is further from the one before it, when that is the same for all."""
    places = []
    for child in children:
        rect, by = matching.back[child].rect, matching.shift(child, within=holder)
        places.append((rect.cx, by.x) if across else (rect.cy, by.y))
    steps: list[float] = []
    for _, by_px in sorted(places):
        if not steps or abs(by_px - steps[-1]) > EVEN:
            steps.append(by_px)
    apart = [b - a for a, b in pairwise(steps)]
    if not apart or abs(steps[0]) > EVEN or max(apart) - min(apart) > EVEN or abs(apart[0]) < LEAST:
        return None
    return apart[0]
