"""Pairs of elements: what each was before, and is after."""

from __future__ import annotations

from llmfig.geometry import Point
from llmfig.review.tree import Node, Tree

STILL = 0.05  # px below which nothing has moved


class Matching:
    """Pairs of elements of two trees.

    Attributes:
        before, after: the two pictures.
        forth: for elements before, what they are after.
        back: for elements after, what they were before.
    """

    def __init__(self, before: Tree, after: Tree) -> None:
        self.before, self.after = before, after
        self.forth: dict[Node, Node] = {}
        self.back: dict[Node, Node] = {}

    def pair(self, a: Node, b: Node) -> None:
        self.forth[a], self.back[b] = b, a

    def pair_all(self, a: Node, b: Node) -> None:
        """Pairs two elements of the same content, with all in them."""
        if a not in self.forth and b not in self.back:
            self.pair(a, b)
            for x, y in zip(a.children, b.children, strict=True):
                self.pair_all(x, y)

    def flipped(self) -> Matching:
        other = Matching(self.after, self.before)
        other.forth, other.back = self.back, self.forth
        return other

    def seat(self, b: Node) -> Node:
        """What a paired element after lies in on both sides: the innermost such element after."""
        a = self.back[b]
        return next(p for p in b.above() if p in self.back and self.back[p].holds(a))

    def shift(self, b: Node, within: Node | None = None) -> Point:
        """By how much a paired element after has moved: on the page, or within another one."""
        a = self.back[b]
        x, y = b.rect.x - a.rect.x, b.rect.y - a.rect.y
        if within is None:
            return Point(x, y)
        holder = self.shift(within)
        return Point(x - holder.x, y - holder.y)

    def growth(self, b: Node) -> tuple[float, float]:
        """By how much a paired element after is wider and taller."""
        a = self.back[b]
        return b.rect.w - a.rect.w, b.rect.h - a.rect.h

    def joined(self, tree: Tree, link: Node) -> set[Node]:
        """The container after that makes room for a connector of either tree: the innermost one round both ends."""
        assert link.link is not None
        ends = [tree.end(end) for end in (link.link.start, link.link.end)]
        found = [e if tree is self.after else self.forth.get(e) for e in ends if e is not None]
        nodes = [n for n in found if n is not None]
        if not nodes:
            return set()
        return set(next(([p] for p in nodes[0].above() if all(p.holds(n) and p is not n for n in nodes)), []))
