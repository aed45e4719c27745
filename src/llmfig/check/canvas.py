"""Ink that leaves the page."""

from __future__ import annotations

from collections.abc import Iterator

from llmfig.check import kinds
from llmfig.check.finding import Hit
from llmfig.check.nodes import Node
from llmfig.check.view import View
from llmfig.geometry import Rect, union

EDGE = 0.5  # px; half a hairline


def off_canvas(view: View) -> Iterator[Hit]:
    """Ink outside the picture, or outside its frame."""
    whole = Rect(0, 0, view.scene.width, view.scene.height)
    inks: dict[Node, list[Rect]] = {}
    for node in view.nodes:
        found = [m.reach for m in node.marks] + [r.rect for r in node.runs]
        if found:
            inks.setdefault(node.unit or node.link or node, []).extend(found)
    told: list[Node] = []
    for node, rects in inks.items():
        if any(n.holds(node) for n in told):
            continue  # what stands in it leaves with it
        page = whole if node.group.decor or node.group.kind in kinds.PAGE else view.page
        if all(page.contains(r, EDGE) for r in rects):
            continue
        ink = union(rects)
        over = {
            "left": page.x - ink.x,
            "top": page.y - ink.y,
            "right": ink.right - page.right,
            "bottom": ink.bottom - page.bottom,
        }
        sides = ", ".join(f"{d:.1f} px at the {side}" for side, d in over.items() if d > EDGE)
        if sides:
            told.append(node)
            what = "picture" if page == whole else "frame"
            yield Hit(
                f"{node.name} leaves the {what}: {sides}",
                "let the layout place it, or give the figure more room",
                (node,),
            )


def not_a_number(view: View) -> Iterator[Hit]:
    """Coordinates that are no finite numbers, which writers would pass on as they are."""
    for node in dict.fromkeys(view.broken):
        yield Hit(
            f"{node.group.kind} {node.group.id!r} has a coordinate that is not a finite number",
            "look for a division by zero in the figure",
            (node,),
        )
