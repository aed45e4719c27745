"""What a reader sees as one thing: areas, words and strokes, whichever groups they were built of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from llmfig.check import kinds
from llmfig.check.nodes import Mark, Node, Run
from llmfig.check.shapes import Polyline, ring
from llmfig.geometry import Rect, union


@dataclass(eq=False, slots=True)
class Solid:
    """Something a reader sees as one thing: an area, words, or a stroke. `bodies` are the shapes of an area."""

    node: Node
    form: Literal["area", "words", "stroke"]
    rect: Rect
    bodies: list[Mark]
    lines: list[Polyline]
    runs: list[Run]
    first: int  # its place in the paint order


def solids(nodes: list[Node], texts: dict[Node, list[Run]]) -> list[Solid]:
    """Everything in a picture that has a place of its own, outermost first."""
    found: list[Solid] = []
    for node in nodes:
        if kinds.is_backdrop(node.group) or node.link is node:
            continue
        if node.unit is not None:
            if node.unit is node or node.group.kind in kinds.ON_LINE:
                _add(found, _words(node, texts))
            continue
        _add(found, _drawn(node))
        if node.runs:
            _add(found, _words(node, texts))
    return found


def _add(found: list[Solid], solid: Solid | None) -> None:
    if solid is not None:
        found.append(solid)


def _words(node: Node, texts: dict[Node, list[Run]]) -> Solid | None:
    runs = texts.get(node, [])
    return Solid(node, "words", union(r.rect for r in runs), [], [], runs, runs[0].order) if runs else None


def _drawn(node: Node) -> Solid | None:
    if node.group.role == "ghost" or (node.link is not None and not node.words):
        return None
    marks = [m for n in node.down() for m in n.marks] if node.group.kind in kinds.ATOMIC else node.marks
    if not marks:
        return None
    if node.group.kind in kinds.ATOMIC:
        frame = union(m.rect for m in marks)
        return Solid(node, "area", frame, [], [ring(frame)], [], marks[0].order)
    bodies = [m for m in marks if m.hides]
    if bodies:
        lines = [line for m in bodies for line in m.lines]
        return Solid(node, "area", union(m.rect for m in bodies), bodies, lines, [], bodies[0].order)
    strokes = [m for m in marks if m.stroked]
    lines = [line for m in strokes for line in m.lines if len(line) > 1]
    return Solid(node, "stroke", union(m.rect for m in strokes), [], lines, [], strokes[0].order) if lines else None
