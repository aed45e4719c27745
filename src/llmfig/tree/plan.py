"""Where the nodes of a tree stand: levels on tracks, siblings as close as their subtrees allow.

Subtrees are pushed together until their contours meet, once from each end. The mean of the two layouts keeps all
distances too (the constraints are convex), and is symmetrical where the tree is (after A. Kennedy).
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from llmfig.tree.axes import Extent
from llmfig.tree.node import Node

SNAP = 40.0  # px that a parent may be moved off its children's middle, to be level with one of them
NEAR = 0.2  # and no more than this share of the distance of two children
TOUCH = 0.01  # px


class Block(NamedTuple):
    """What a node takes up: from and to along main, then along cross; px."""

    start: float
    end: float
    low: float
    high: float

    def shifted(self, cross: float) -> Block:
        return Block(self.start, self.end, self.low + cross, self.high + cross)


@dataclass(frozen=True, slots=True)
class Gaps:
    """Distances in px: between siblings, between siblings of which any has children, in front of each level."""

    sibling: float
    branch: float
    levels: Sequence[float]


@dataclass(frozen=True, slots=True)
class Plan:
    """Solved positions: where each node's body starts along main, and its axis along cross (0 for the root's).

    `levels` holds start and end of the bodies of each level, `bounds` what everything takes up.
    """

    main: Mapping[Node, float]
    cross: Mapping[Node, float]
    levels: tuple[tuple[float, float], ...]
    bounds: Block


def solve(
    root: Node,
    extents: Mapping[Node, Extent],
    gaps: Gaps,
    *,
    tracks: Sequence[tuple[float, float]] | None,
    align: str,
    compact: bool,
    centered: Collection[Node] = (),
) -> Plan:
    """Places all nodes of a tree.

    Args:
        root: of the tree.
        extents: size of each node.
        gaps: distances.
        tracks: extents of each level before and after the line where its bodies start; None to put each family right
            behind its parent.
        align: "start", "center" or "end": how the bodies of a level line up in their track.
        compact: let subtrees slide into room that their neighbours leave; else each has a band of its own.
        centered: nodes that stand in the middle of their track, or of their siblings, whatever `align` says.
    """
    nodes = list(root.walk())
    main = _behind_parents(root, extents, gaps) if tracks is None else _in_tracks(nodes, extents, gaps, tracks, align)
    for n in centered:
        main[n] += _to_middle(n, nodes, extents, main)
    own = {n: _block(extents[n], main[n]) for n, _ in nodes}
    offsets: dict[Node, float] = {root: 0.0}
    _pack(root, own, gaps, compact, offsets)
    cross = {root: 0.0}
    for n, _ in nodes:
        for child in n.children:
            cross[child] = cross[n] + offsets[child]
    placed = [own[n].shifted(cross[n]) for n, _ in nodes]
    bounds = Block(
        min(b.start for b in placed),
        max(b.end for b in placed),
        min(b.low for b in placed),
        max(b.high for b in placed),
    )
    depth = 1 + max(k for _, k in nodes)
    levels = [[(main[n], main[n] + extents[n].body) for n, k in nodes if k == level] for level in range(depth)]
    return Plan(main, cross, tuple((min(a for a, _ in row), max(b for _, b in row)) for row in levels), bounds)


def track_sizes(root: Node, extents: Mapping[Node, Extent]) -> list[tuple[float, float]]:
    """What the nodes of each level need before and after the line where their bodies start."""
    found: dict[int, tuple[float, float]] = {}
    for n, level in root.walk():
        e = extents[n]
        before, after = found.get(level, (0.0, 0.0))
        found[level] = max(before, e.before), max(after, e.body + e.after)
    return [found[k] for k in sorted(found)]


def _block(e: Extent, start: float) -> Block:
    return Block(start - e.before, start + e.body + e.after, -e.low, e.high)


def _in_tracks(
    nodes: Sequence[tuple[Node, int]],
    extents: Mapping[Node, Extent],
    gaps: Gaps,
    tracks: Sequence[tuple[float, float]],
    align: str,
) -> dict[Node, float]:
    starts, at = [], 0.0
    for k, (before, after) in enumerate(tracks):
        at += before + (gaps.levels[k] if k else 0.0)
        starts.append(at)
        at += after
    share = {"start": 0.0, "center": 0.5, "end": 1.0}[align]
    widest = [max((extents[n].body for n, k in nodes if k == level), default=0.0) for level in range(len(tracks))]
    return {n: starts[k] + (widest[k] - extents[n].body) * share for n, k in nodes}


def _to_middle(
    n: Node, nodes: Sequence[tuple[Node, int]], extents: Mapping[Node, Extent], main: Mapping[Node, float]
) -> float:
    """How far a node must move along main to stand in the middle of the others that start on its line."""
    level = next(k for m, k in nodes if m is n)
    mates = [m for m, k in nodes if k == level and abs(main[m] - main[n]) < TOUCH]
    return (max(extents[m].body for m in mates) - extents[n].body) / 2


def _behind_parents(root: Node, extents: Mapping[Node, Extent], gaps: Gaps) -> dict[Node, float]:
    main = {root: extents[root].before}
    for n, level in root.walk():
        if n.children:
            e = extents[n]
            start = main[n] + e.body + e.after + gaps.levels[level + 1] + max(extents[c].before for c in n.children)
            main |= dict.fromkeys(n.children, start)
    return main


def _pack(n: Node, own: Mapping[Node, Block], gaps: Gaps, compact: bool, offsets: dict[Node, float]) -> list[Block]:
    """The blocks of a subtree, seen from its root's axis; fills in how far each child stands off its parent."""
    if not n.children:
        return [own[n]]
    families = [_pack(c, own, gaps, compact, offsets) for c in n.children]
    axes = _axes(n.children, families, gaps, compact)
    middle = _middle(axes)
    blocks = [own[n]]
    for child, axis, family in zip(n.children, axes, families, strict=True):
        offsets[child] = axis - middle
        blocks += [b.shifted(axis - middle) for b in family]
    return blocks


def _middle(axes: Sequence[float]) -> float:
    middle = (axes[0] + axes[-1]) / 2
    nearest = min(axes, key=lambda a: abs(a - middle))
    pitch = min((b - a for a, b in itertools.pairwise(axes)), default=0.0)
    return nearest if abs(nearest - middle) < min(SNAP, NEAR * pitch) else middle


def _axes(children: Sequence[Node], families: Sequence[list[Block]], gaps: Gaps, compact: bool) -> list[float]:
    gap = gaps.branch if any(c.children for c in children) else gaps.sibling
    if not compact:
        axes = [0.0]
        for a, b in itertools.pairwise(families):
            axes.append(axes[-1] + max(p.high for p in a) - min(q.low for q in b) + gap)
        return axes
    count = len(children)
    need = {(i, j): _distance(families[i], families[j]) + gap for i, j in itertools.combinations(range(count), 2)}
    first, last = [0.0] * count, [0.0] * count
    for j in range(1, count):
        first[j] = max(first[i] + need[i, j] for i in range(j))
    for i in range(count - 2, -1, -1):
        last[i] = min(last[j] - need[i, j] for j in range(i + 1, count))
    return [(a + b) / 2 for a, b in zip(first, last, strict=True)]


def _distance(a: list[Block], b: list[Block]) -> float:
    """How far apart the axes of two subtrees must be for their blocks to touch; they share at least one level."""
    return max(p.high - q.low for p in a for q in b if p.start < q.end - TOUCH and q.start < p.end - TOUCH)
