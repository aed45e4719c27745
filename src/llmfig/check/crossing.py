"""Words that something runs through: a connector, a stroke, an edge, or other words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from llmfig.check import kinds
from llmfig.check.finding import Hit
from llmfig.check.nodes import Mark, Node, Run
from llmfig.check.shapes import Polyline, bounds
from llmfig.check.sweep import Grid, overlapping
from llmfig.check.view import View
from llmfig.geometry import Point, Rect, clip_segment, segments_of, union

TOUCH = 1.0  # px of ink that a line may graze
HAIR = 1.2  # grid lines of a chart are not wider, px


@dataclass(eq=False, slots=True)
class Stroke:
    """A visible line: part of what a node drew, `half` px to each side of its middle."""

    node: Node
    order: int
    half: float
    line: Polyline
    rect: Rect


def text_on_line(view: View) -> Iterator[Hit]:
    """Text that a connector or another stroke runs through."""
    strokes = Grid((s.rect.grown(s.half), s) for s in _strokes(view))
    heads = Grid((m.rect, m) for m in view.marks if _is_head(m))
    for unit, runs in view.texts.items():
        own = unit.link if unit.within(kinds.ON_LINE) else None  # a tag interrupts its own line
        ink = union(r.rect for r in runs)
        blamed: set[Node] = set()
        for stroke in strokes.near(ink):
            node = stroke.node
            if node in blamed or unit.holds(node) or (own is not None and node.link is own):
                continue
            length = max((_struck(view, r, stroke) for r in runs), default=0.0)
            if length > TOUCH:
                blamed.add(node)
                yield Hit(
                    f"{_what(view, node)} runs through {unit.name} for {length:.0f} px",
                    "move the text, or route the line round it",
                    (unit, node),
                )
        for head in heads.near(ink):
            node = head.node.link or head.node
            if node in blamed or unit.holds(node):
                continue
            hit = [r for r in runs if any(b.intersects(head.rect, TOUCH) for b in r.boxes)]
            if hit and not view.covered(hit[0].rect, head.order, hit[0].order):
                blamed.add(node)
                yield Hit(
                    f"the head of {_what(view, node)} lies on {unit.name}",
                    "move the text, or end the arrow elsewhere",
                    (unit, node),
                )


def _strokes(view: View) -> Iterator[Stroke]:
    for node in view.links:
        route = view.route(node)
        lines = [m for m in node.marks if m.stroked and not m.closed]
        width = max((m.paint.width for m in lines), default=1.5)
        order = max((m.order for m in lines), default=node.marks[0].order if node.marks else 0)
        if len(route) > 1 and (lines or node.marks or not node.children):
            yield Stroke(node, order, width / 2, route, bounds(route))
    for mark in view.marks:
        if mark.node.link is not None or mark.node.group.role == "ghost":
            continue
        edge = (
            mark.closed
            and (mark.paint.fill is None or mark.node.group.clear)
            and mark.node.group.kind not in kinds.PAGE
        )
        if mark.closed and not edge:
            continue  # a filled shape is judged as an area: see `overlap`
        if not (mark.stroked or (edge and mark.filled)) or _is_grid_line(mark):
            continue
        half = mark.paint.width / 2 if mark.stroked else 0.5
        for line in mark.lines:
            if len(line) > 1:
                yield Stroke(mark.node, mark.order, half, line, bounds(line))


def _is_grid_line(mark: Mark) -> bool:
    """Whether a stroke is a chart's or a table's ruling: thin, straight and level. Labels may stand on those."""
    straight = mark.rect.w < 0.1 or mark.rect.h < 0.1
    ruled = mark.node.within(kinds.DRAWING | kinds.RULED) is not None
    return ruled and straight and mark.paint.width <= HAIR


def _is_head(mark: Mark) -> bool:
    """Whether a mark is an arrowhead: a filled shape of a connector, not the plate of its label."""
    return mark.filled and mark.node.link is mark.node and mark.rect.w < 40 and mark.rect.h < 40


def _struck(view: View, run: Run, stroke: Stroke) -> float:
    """How many px of a run's ink a stroke runs through, where it can be seen."""
    if stroke.node.holds(run.node) and stroke.node.link is None and _closed(stroke.line):
        return 0.0  # the border of the text's own container: see `text-overflow`
    target = _grazed(run.rect, stroke.half)
    if target is None:
        return 0.0
    total = 0.0
    for a, b in segments_of(stroke.line):
        part = clip_segment(a, b, target)
        if part is None:
            continue
        upright = abs(a.x - b.x) < abs(a.y - b.y) * 0.3
        if not upright and not any(_hits(part, box, stroke.half) for box in run.boxes):
            continue  # between the letters of a ragged line of ink
        if stroke.order < run.order and view.covered(bounds(part), stroke.order, run.order):
            continue
        # A line square to the text is as long as the text is high, however short its way through thin ink.
        total += max(part[0].distance(part[1]), TOUCH + 0.1)
    return total


def _hits(part: tuple[Point, Point], box: Rect, half: float) -> bool:
    grazed = _grazed(box, half)
    return grazed is not None and clip_segment(*part, grazed) is not None


def _grazed(ink: Rect, half: float) -> Rect | None:
    """Where the middle of a line must be to cover more than `TOUCH` px of ink."""
    room = ink.grown(half - TOUCH)
    if room.w <= 0 or room.h <= 0:
        thin = min(ink.w, ink.h) / 2
        room = ink.grown(half - min(TOUCH, thin))
    return room if room.w >= 0 and room.h >= 0 else None


def _closed(line: Polyline) -> bool:
    return len(line) > 2 and line[0] == line[-1]


def _what(view: View, node: Node) -> str:
    if node.link is not None:
        return view.wire(node.link)
    return f"the edge of {node.name}" if node.group.clear else f"a line of {node.name}"


def text_on_text(view: View) -> Iterator[Hit]:
    """Two pieces of text on top of each other."""
    told: set[tuple[int, int]] = set()
    for a, b in overlapping(((r.rect, r) for r in view.runs), TOUCH):
        if a.unit is b.unit or a.unit.related(b.unit) or (a.unit.index, b.unit.index) in told:
            continue
        common = [p.overlap(q) for p in a.boxes for q in b.boxes if p.intersects(q, TOUCH / 2)]
        first, second = sorted((a, b), key=lambda r: r.order)
        if not common or view.covered(first.rect, first.order, second.order):
            continue
        told.add((a.unit.index, b.unit.index))
        dx, dy = a.rect.overlap(b.rect)
        yield Hit(
            f"{second.unit.name} lies on {first.unit.name}: they share {dx:.0f} x {dy:.0f} px",
            "move one of the two",
            (second.unit, first.unit),
        )
