"""What is in one picture only, and what is in another container or in another order."""

from __future__ import annotations

from bisect import bisect_left

from llmfig.geometry import Rect
from llmfig.review.alone import Alone, label
from llmfig.review.changes import Added, Change, Moved, Removed, Reordered, Retyped
from llmfig.review.names import Naming
from llmfig.review.pairs import STILL, Matching
from llmfig.review.tree import Node, Tree


class Structure:
    """How two paired trees differ.

    Attributes:
        changes: what changed.
        stirred: elements after whose content is another, so that what they hold has to be laid out anew.
        regrouped: elements after that were in another container.
    """

    def __init__(self, matching: Matching, naming: Naming) -> None:
        self._matching, self._naming = matching, naming
        self.changes: list[Change] = []
        self.stirred: set[Node] = set()
        self.regrouped: set[Node] = set()
        self._displaced: list[Node] = []
        self._one_sided()
        for a, b in matching.forth.items():
            if b.parent and not b.group.decor:
                self._retyped(a, b)
                if not b.link:
                    self._regrouped(a, b)
                    self._reordered(a, b)
        self._rejoined()

    def _one_sided(self) -> None:
        m, n = self._matching, self._naming
        gone = Alone(m.before, m.forth, n.before)
        new = Alone(m.after, m.back, n.after)
        self.changes += [Removed(n.removed(x), gone.holds(x), gone.links(x), label(x)) for x in gone.nodes]
        self.changes += [Added(n.added(y), new.holds(y), new.links(y), label(y)) for y in new.nodes]
        for node in gone.all:
            self._stir(next(m.forth[p] for p in node.above() if p in m.forth), node, m.before)
        for node in new.all:
            self._stir(next(p for p in node.above() if p in m.back), node, m.after)

    def _stir(self, holder: Node, node: Node, tree: Tree) -> None:
        link = node.within_link()
        if link is not node:
            self.stirred.add(holder)
        if link:
            self.stirred |= self._matching.joined(tree, link)

    def _retyped(self, a: Node, b: Node) -> None:
        m = self._matching
        if a.kind == b.kind or b.link:
            return
        if a.bare and b.bare and not b.within_link():
            # What a container is shows only in where it puts things.
            shifts = [m.shift(c, within=b) for c in b.children if c in m.back and m.back[c].parent is a]
            if not any(max(map(abs, by)) > STILL for by in shifts):
                return
        self.changes.append(Retyped(self._naming.kept(b), a.kind, b.kind))
        self.stirred.add(b)

    def _regrouped(self, a: Node, b: Node) -> None:
        """In another container, where both pictures have both containers."""
        m = self._matching
        assert a.parent is not None
        assert b.parent is not None
        left = m.forth.get(a.parent)
        if left is None or left is b.parent or b.parent not in m.back:
            return
        self.regrouped.add(b)
        self._displaced.append(b)
        self.stirred |= {left, b.parent}
        by = m.shift(b, within=m.seat(b))
        if b.draws and max(map(abs, by)) > STILL:
            names = self._naming.before.of(a.parent), self._naming.after.of(b.parent)
            self.changes.append(Moved(self._naming.kept(b), *by, *names))

    def _reordered(self, a: Node, b: Node) -> None:
        """Children of an element in another order."""
        m = self._matching
        ys = [y for y in b.children if not y.link and y in m.back and m.back[y].parent is a]
        places = [m.back[y].index for y in ys]
        stay = _rising(places)
        for i, y in enumerate(ys):
            if i in stay or not y.draws:
                continue
            turned = [z for j, z in enumerate(ys) if (i < j) != (places[i] < places[j])]
            if any(_swapped(m.back[y].rect, y.rect, m.back[z].rect, z.rect) for z in turned):
                self.stirred.add(b)
                self._displaced.append(y)
                earlier = [z for z in ys[:i] if z.draws]
                follows = self._naming.after.of(earlier[-1]) if earlier else None
                self.changes.append(Reordered(self._naming.kept(y), follows))
            elif any(y.rect.intersects(z.rect, 1.0) for z in turned):
                self.changes.append(Reordered(self._naming.kept(y), None, painted=True))

    def _rejoined(self) -> None:
        """Connectors to what stands elsewhere need other room."""
        tree = self._matching.after
        for link in tree.links if self._displaced else ():
            assert link.link is not None
            ends = [tree.end(end) for end in (link.link.start, link.link.end)]
            if any(end and node.holds(end) for end in ends for node in self._displaced):
                self.stirred |= self._matching.joined(tree, link)


def _rising(places: list[int]) -> set[int]:
    """Which of the numbers to keep so that they rise and are as many as can be."""
    ends: list[int] = []  # for each length, the number of the least place that a rising row of it ends with
    before: list[int | None] = []
    for i, place in enumerate(places):
        length = bisect_left([places[e] for e in ends], place)
        before.append(ends[length - 1] if length else None)
        ends[length : length + 1] = [i]
    kept: set[int] = set()
    at = ends[-1] if ends else None
    while at is not None:
        kept.add(at)
        at = before[at]
    return kept


def _swapped(a: Rect, b: Rect, other_a: Rect, other_b: Rect) -> bool:
    """Whether two elements have changed sides of each other."""
    return any(
        (p - q) * (r - s) < -1
        for p, q, r, s in (
            (a.cx, other_a.cx, b.cx, other_b.cx),
            (a.cy, other_a.cy, b.cy, other_b.cy),
        )
    )
