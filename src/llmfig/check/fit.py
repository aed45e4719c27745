"""Words that do not fit: out of their box, too near its edge, too small, or without a glyph."""

from __future__ import annotations

from collections.abc import Iterator

from llmfig.check import kinds
from llmfig.check.finding import Hit
from llmfig.check.nodes import Mark, Node, Run
from llmfig.check.shapes import corners, gap, inside
from llmfig.check.view import View
from llmfig.geometry import Rect, union

MARGIN = 3.0  # px that ink keeps from the edge of its box
SNUG = 2.0  # px that it keeps from the edge of a cell
INNER = 1.0  # px that ink may reach into the padding: slanted letters overhang their advance
OUT = 1.0  # px that a box may stick out of its panel: half a stroke
SCRIPT = 0.6  # of the minimum size that scripts of a formula may go down to


def overflow(view: View) -> Iterator[Hit]:
    """Text out of its box's inner rectangle, or too near the box's edge."""
    for unit, runs in view.texts.items():
        holder = _holder(unit)
        if holder is None:
            continue
        ink = union(r.rect for r in runs)
        body = _body(holder)
        if body is not None and not body.rect.intersects(ink):
            continue  # a label beside its box
        # The inside of a round or slanted shape is only one of the rectangles that fit: there, the outline decides.
        if holder.group.inner is not None and (body is None or body.plain):
            room = holder.placed(holder.group.inner)
            sides = _beyond(ink, room, INNER)
            if sides:
                yield Hit(
                    f"{unit.name} leaves the inside of {holder.name}: {sides} "
                    f"(ink {ink.w:.0f} x {ink.h:.0f} px, room {room.w:.0f} x {room.h:.0f} px)",
                    "let the box grow with its text, wrap the text, or shorten it",
                    (unit, holder),
                )
                continue
        if body is None:
            continue
        margin = SNUG if holder.group.kind == "cell" else MARGIN
        near = _nearness(runs, body, margin)
        if near < margin:
            how = f"{near:.1f} px from the edge of" if near > 0 else f"{-near:.1f} px over the edge of"
            yield Hit(
                f"{unit.name} is {how} {holder.name}; {margin:g} px is the least",
                "give the box more padding, wrap the text, or shorten it",
                (unit, holder),
            )


def _holder(unit: Node) -> Node | None:
    """The nearest group round a text that is a box to it."""
    if unit.within(kinds.ATTACHED):
        return None
    for node in unit.up():
        if node.group.kind in kinds.PAGE or node.group.decor:
            return None
        if node.group.inner is not None:
            return node
        if node is not unit and _body(node) is not None:
            return node
    return None


def _body(node: Node) -> Mark | None:
    """The border of a group: a closed shape that it paints, as large as its frame (or its inside) asks."""
    frame = node.placed(node.group.rect)
    bodies = [m for m in node.marks if m.closed and (m.filled or m.stroked)]
    if not bodies:
        return None
    body = max(bodies, key=lambda m: (round(m.rect.w * m.rect.h), m.order))  # the front card of a stack
    if node.group.inner is not None:
        return body if body.reach.contains(node.placed(node.group.inner), 2) else None
    close = frame.grown(2).contains(body.rect) and body.rect.w >= frame.w - 4 and body.rect.h >= frame.h - 4
    return body if close else None


def _beyond(ink: Rect, room: Rect, tolerance: float) -> str:
    over = {
        "left": room.x - ink.x,
        "top": room.y - ink.y,
        "right": ink.right - room.right,
        "bottom": ink.bottom - room.bottom,
    }
    return ", ".join(f"{d:.1f} px at the {side}" for side, d in over.items() if d > tolerance)


def _nearness(runs: list[Run], body: Mark, enough: float) -> float:
    """The least distance from ink to a border, px; negative when ink is outside."""
    least = float("inf")
    for run in runs:
        if body.plain:
            b, r = body.rect, run.rect
            least = min(least, r.x - b.x, r.y - b.y, b.right - r.right, b.bottom - r.bottom)
            continue
        whole = _depth(run.rect, body)
        # Only where the corners of a whole line do not fit is it worth asking for those of its letters.
        least = min(least, whole if whole >= enough else min(_depth(box, body) for box in run.boxes))
    return least


def _depth(r: Rect, body: Mark) -> float:
    """The least distance from the corners of a rectangle to a border, px; negative when one is outside."""
    depth = float("inf")
    for p in corners(r):
        distance = min(gap(p, line) for line in body.lines)
        depth = min(depth, distance if any(inside(p, line) for line in body.lines) else -distance)
    return depth


def sticking_out(view: View) -> Iterator[Hit]:
    """Things that stick out of the panel that holds them."""
    for solid in view.solids:
        node = solid.node
        if solid.form != "area" or node.link is not None or node.within(kinds.ATTACHED) or node.parent is None:
            continue
        panel = next(
            (n for n in node.parent.up() if n.group.clear and n.group.kind not in kinds.PAGE and _body(n) is not None),
            None,
        )
        body = _body(panel) if panel else None
        if panel is None or body is None or not body.rect.intersects(solid.rect, OUT):
            continue
        sides = _beyond(solid.rect, body.rect, OUT)
        if sides:
            yield Hit(
                f"{node.name} sticks out of {panel.name}: {sides}",
                "let the panel grow with what it holds",
                (node, panel),
            )


def too_small(view: View) -> Iterator[Hit]:
    """Text below the theme's minimum size."""
    least = view.theme.minimum_size
    for unit, runs in view.texts.items():
        base = max(r.item.size for r in runs)
        limits = [(least * SCRIPT if r.math and r.item.size < base else least, r) for r in runs]
        limit, smallest = min(limits, key=lambda pair: pair[1].item.size / pair[0])
        if smallest.item.size < limit - 0.01:
            yield Hit(
                f"{unit.name} is set at {smallest.item.size:.1f} px; {limit:.1f} px is the least",
                "use a larger step of the type scale, or give the figure less to say",
                (unit,),
            )


def missing_glyph(view: View) -> Iterator[Hit]:
    """Characters that the font has no glyph for."""
    for node, run in view.missing:
        count = sum(g.gid == 0 for g in run.glyphs)
        yield Hit(
            f"{count} {'glyph' if count == 1 else 'glyphs'} of {run.text or node.words!r} missing in font {run.font}",
            "use another character, or a formula",
            (node.unit or node,),
        )
