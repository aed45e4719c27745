"""Things on top of each other that should stand side by side."""

from __future__ import annotations

from collections.abc import Iterator

from llmfig.check import kinds
from llmfig.check.finding import Hit
from llmfig.check.nodes import Node
from llmfig.check.shapes import Polyline, bounds, inside, length_in_rect, length_in_ring, ring, rings_overlap
from llmfig.check.solids import Solid
from llmfig.check.sweep import overlapping
from llmfig.check.view import View
from llmfig.geometry import Rect, union

TOLERANCE = 1.0  # px; cells of one strip share their border
PLATE = 3.0  # px of margin with which a shape counts as standing on another one


def overlap(view: View) -> Iterator[Hit]:
    """Boxes, words and other things that lie on each other."""
    pairs: dict[tuple[int, int], tuple[Solid, Solid, float, float]] = {}
    for a, b in overlapping(((_least(s.rect), s) for s in view.solids), TOLERANCE):
        if a.node.related(b.node) or _meant(a.node, b.node):
            continue
        common = _common(view, a, b)
        if common is not None:
            pairs[(a.node.index, b.node.index)] = (a, b, *common)
    told = set(pairs)
    for (i, j), (a, b, dx, dy) in pairs.items():
        outer = any(
            (p.index, q.index) in told for p in a.node.up() for q in b.node.up() if (p.index, q.index) != (i, j)
        )
        if outer:
            continue  # what holds them overlaps already; once is enough
        top, below = (b, a) if b.first >= a.first else (a, b)
        verb = "crosses" if "stroke" in (a.form, b.form) else "overlaps"
        size = f" by {dx:.1f} x {dy:.1f} px" if verb == "overlaps" else f" for {max(dx, dy):.0f} px"
        yield Hit(
            f"{top.node.name} {verb} {below.node.name}{size}; {TOLERANCE:g} px is allowed",
            "move one of them, or put the lower one into a Panel or Overlay if it is meant as a background",
            (top.node, below.node),
        )


def _least(r: Rect) -> Rect:
    """A level or upright stroke has no height or width; give it some, so that it can meet things."""
    return r if min(r.w, r.h) > 2 * TOLERANCE else r.grown(TOLERANCE * 1.1)


def _meant(a: Node, b: Node) -> bool:
    """Whether two things may lie on each other: layers of an overlay, parts of a drawing, a connector and its label."""
    if a.link is not None and a.link is b.link:
        return True
    common = next(n for n in a.up() if n.holds(b))
    if common.group.kind in kinds.LAYERED:
        return True
    drawing = common.within(kinds.DRAWING)
    return drawing is not None


def _common(view: View, a: Solid, b: Solid) -> tuple[float, float] | None:
    """Width and height of what two things share; None when they do not really meet."""
    forms = {a.form, b.form}
    if forms <= {"words", "stroke"}:
        return None  # see `text-on-text` and `text-on-line`; strokes may cross
    if "stroke" in forms:
        stroke, area = (a, b) if a.form == "stroke" else (b, a)
        if stroke.first < area.first:
            return None  # a line that runs on behind a node, as that of a time line does
        length = max((_run_through(line, area) for line in stroke.lines), default=0.0)
        return (length, 0.0) if length > 2 * TOLERANCE else None
    if "words" in forms:
        words, area = (a, b) if a.form == "words" else (b, a)
        return _covered_words(view, words, area)
    return _areas(a, b)


def _run_through(line: Polyline, area: Solid) -> float:
    if all(m.plain for m in area.bodies):
        return max(
            (length_in_rect(line, m.rect.grown(-TOLERANCE)) for m in area.bodies),
            default=length_in_rect(line, area.rect),
        )
    return max(length_in_ring(line, border) for border in area.lines)


def _covered_words(view: View, words: Solid, area: Solid) -> tuple[float, float] | None:
    ink = [box for r in words.runs for box in r.boxes]
    for body in area.bodies:
        hit = [b for b in ink if b.intersects(body.rect, TOLERANCE)]
        if not body.plain:
            hit = [
                b
                for b in hit
                if any(inside(b.at(u, v), body.lines[0]) for u in (0.1, 0.5, 0.9) for v in (0.1, 0.5, 0.9))
            ]
        if not hit:
            continue
        if len(hit) == len(ink) and body.order < words.first and _is_free(view, area):
            return None  # words that stand on an otherwise wordless shape are its label
        if view.covered(union(hit), body.order, words.first):
            return None  # they have a plate of their own
        return union(hit).overlap(body.rect)
    return None


def _is_free(view: View, area: Solid) -> bool:
    return not any(n.runs for n in area.node.down())


def _areas(a: Solid, b: Solid) -> tuple[float, float] | None:
    best: tuple[float, float] | None = None
    for r, border in _pieces(a):
        for q, other in _pieces(b):
            dx, dy = r.overlap(q)
            if min(dx, dy) <= TOLERANCE or (best is not None and dx * dy <= best[0] * best[1]):
                continue
            if (border is None and other is None) or rings_overlap(border or ring(r), other or ring(q)) > TOLERANCE:
                best = (dx, dy)
    return best


def _pieces(solid: Solid) -> list[tuple[Rect, Polyline | None]]:
    """The pieces of an area with their borders; None where the border is that of the rectangle."""
    if not solid.bodies:
        return [(solid.rect, None)]
    return [(bounds(line), None if m.plain else line) for m in solid.bodies for line in m.lines]
