"""Trunks: which side they leave on, and in which order their branches are laid."""

from __future__ import annotations

from llmfig.connect.routing.grid import CROSS, price_of
from llmfig.connect.routing.plan import Job, World, sides_of
from llmfig.connect.routing.router import FROM_RAIL, Router, runs
from llmfig.connect.routing.search import BEND
from llmfig.geometry import Point, Side

MANY = 8  # branches from which only one order is tried


def choose_sides(world: World) -> None:
    """A trunk leaves its root on one side: the one that costs all members together least."""
    sketch = Router(world)
    for members in world.trunk_groups():
        roots = [j.ends[j.root] for j in members]
        if len(members) < 2 or any(r.side is not None for r in roots):
            continue
        best: tuple[float, Side] | None = None
        for side in sides_of(roots[0]):
            price = 0.0
            for j in members:
                price += min(p for p, _, sa, sb, _ in sketch.pairs(j) if (sa, sb)[j.root] == side)
            if best is None or price < best[0] - 0.01 * BEND:
                best = (price, side)
        if best is not None:
            for r in roots:
                r.side = best[1]


def lay(router: Router, members: list[Job]) -> list[Job]:
    """Lay the branches of a trunk in the order that makes the lightest tree.

    Args:
        router: what is laid so far.
        members: the branches, nearest first. Later ones join the rail of the first, so the order decides where it lies.

    Returns:
        The members in the order they were laid.
    """
    if len(members) < 2 or len(members) > MANY:
        for j in members:
            router.connect(j)
        return members
    asked = [(j.ends[0].side, j.ends[1].side) for j in members]
    best: tuple[float, list[Job]] | None = None
    last: list[Job] = []
    for turn in range(3):
        # Outwards, inwards, and the branch with the shortest way ahead first: all others can use the rail before it.
        order = (members, members[::-1], sorted(last, key=_ahead))[turn]
        for j in last:
            router.drop(j)
        for j, (a, b) in zip(members, asked, strict=True):
            j.ends[0].side, j.ends[1].side = a, b
        for j in order:
            router.connect(j)
        last = order
        weight, neat = _weight(router, order)
        if best is None or weight < best[0] - 1:
            best = (weight, order)
        if neat:
            break
    assert best is not None
    if best[1] is not last:
        for j in last:
            router.drop(j)
        for j, (a, b) in zip(members, asked, strict=True):
            j.ends[0].side, j.ends[1].side = a, b
        for j in best[1]:
            router.connect(j)
    return best[1]


def _ahead(j: Job) -> float:
    """How far a laid branch gets in the direction in which it leaves the root, px."""
    path = j.path if j.root == 0 else j.path[::-1]
    root, then, leaf = path[0], path[1], path[-1]
    return abs(leaf.x - root.x) if root.y == then.y else abs(leaf.y - root.y)


def _weight(router: Router, members: list[Job]) -> tuple[float, bool]:
    """Length, bends and extra price of a trunk; what branches have in common counts once.

    Returns:
        The sum, and whether the trunk is a plain comb that crosses nothing, which no other order can better by much.
    """
    lines: dict[tuple[bool, float], list[tuple[float, float]]] = {}
    corners: set[Point] = set()
    extra = taste = 0.0
    for j in members:
        side = j.ends[1 - j.root].side
        taste += FROM_RAIL if (side in ("top", "bottom")) != (j.leaves == "row") else 0
        corners.update(j.path[1:-1])
        extra = max(extra, price_of(router.world.inner(j, j.path), router.prices(j)))
        for vertical, at, a, b in runs(j.path):
            lines.setdefault((vertical, at), []).append((a, b))
    length = 0.0
    for spans in lines.values():
        end = float("-inf")
        for a, b in sorted(spans):
            length += max(b - max(a, end), 0)
            end = max(end, b)
    blocked = sum(j.index in router.blocked for j in members)
    neat = len(corners) <= len(members) + 1 and extra < CROSS / 2 and taste == 0 and not blocked
    return length + taste + BEND * len(corners) + min(extra, 1e6) + 1e7 * blocked, neat
