"""Which element of one picture is which of the other, although one more box gives all that follow other ids.

From strong evidence to weak: what is the same in the same place; what is much alike in the same place; what is the same
elsewhere, when there is but one of it; what holds the same; what is left over in the same place. Connectors come last,
by what they join. The result does not depend on which picture is called the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator

from llmfig.review.align import Pairs, alike, common
from llmfig.review.likeness import Likeness
from llmfig.review.pairs import Matching
from llmfig.review.tree import Node, Tree
from llmfig.review.wires import pair_connectors

LARGE = 4  # groups in an element that is worth finding elsewhere whatever it says
SHORT = 3  # letters of words that are too common to find an element elsewhere by
HALF = 0.4  # share of what two containers hold that must be the same for them to be one
MANY = 1500  # pairs of leftovers in one place that are compared one by one

Key = Callable[[Node], Hashable]
Gap = tuple[list[Node], list[Node]]


def match(before: Tree, after: Tree) -> Matching:
    """Pairs the elements of two trees, which were made with the same `numbers`."""
    if (len(after.nodes), after.order) < (len(before.nodes), before.order):
        return _Search(after, before).run().flipped()
    return _Search(before, after).run()


def _same(node: Node) -> Hashable:
    return node.print


def _said(node: Node) -> Hashable:
    return (node.kind, node.words) if node.words else None


def _said_in_role(node: Node) -> Hashable:
    return (node.kind, node.role, node.words) if node.words else None


def _said_by_any(node: Node) -> Hashable:
    """Words in a container of another kind, in another kind of shape, or in another kind of label."""
    labels = node.parent is not None and node.parent.link is not None
    return (node.bare or labels, node.words) if node.words else None


class _Search:
    def __init__(self, before: Tree, after: Tree) -> None:
        self.found = Matching(before, after)
        self.likeness = Likeness()

    def run(self) -> Matching:
        found, roots = self.found, (self.found.before.root, self.found.after.root)
        if roots[0].print == roots[1].print:
            found.pair_all(*roots)
            return found
        found.pair(*roots)
        self._down(roots, self.likeness.much)
        self._elsewhere()
        self._up()
        self._rest(found.before.nodes)
        pair_connectors(found)
        for link in found.before.links:
            self._rest(list(link.walk()))
        return found

    def _down(self, pair: tuple[Node, Node], likeness: Callable[[Node, Node], float]) -> None:
        todo = [pair]
        while todo:
            todo += self._children(*todo.pop(), likeness)

    def _rest(self, nodes: list[Node]) -> None:
        """Pairs what is left over in paired elements; containers come before what they hold."""
        for node in nodes:
            partner = self.found.forth.get(node)
            if partner is not None and partner.print != node.print:
                self._children(node, partner, self.likeness.some)

    def _children(self, a: Node, b: Node, likeness: Callable[[Node, Node], float]) -> list[tuple[Node, Node]]:
        """Pairs children of two elements; returns the pairs that have to be looked into."""
        forth, back = self.found.forth, self.found.back
        xs = [x for x in a.children if not x.link]
        ys = [y for y in b.children if not y.link]
        if all(x in forth for x in xs) or all(y in back for y in ys):
            return []
        paired = [forth[x].index if x in forth else None for x in xs], [y.index if y in back else None for y in ys]
        gaps = [self._free(gap) for gap in _between(xs, ys, common(*paired))]
        new: list[tuple[Node, Node]] = []
        for key in (_same, _said_in_role, _said, _said_by_any):
            gaps = [rest for gap in gaps for rest in self._equal(*gap, key, new)]
        left = [x for us, _ in gaps for x in us], [y for _, vs in gaps for y in vs]
        self._crossed(*left, new)
        self._wrapped(*left)
        for us, vs in map(self._free, gaps):
            if len(us) * len(vs) <= MANY:
                pairs = alike(us, vs, likeness)
            else:
                pairs = common([u.kind for u in us], [v.kind for v in vs])
            new += self._pair((us[i], vs[j]) for i, j in pairs)
        return new

    def _free(self, gap: Gap) -> Gap:
        us, vs = gap
        return [u for u in us if u not in self.found.forth], [v for v in vs if v not in self.found.back]

    def _equal(self, us: list[Node], vs: list[Node], key: Key, new: list[tuple[Node, Node]]) -> Iterator[Gap]:
        """Pairs those with equal keys, in order; returns what lies between them."""
        pairs = common([key(u) for u in us], [key(v) for v in vs]) if us and vs else []
        new += self._pair((us[i], vs[j]) for i, j in pairs)
        return _between(us, vs, pairs)

    def _crossed(self, us: list[Node], vs: list[Node], new: list[tuple[Node, Node]]) -> None:
        """Pairs those that say the same, but in another order; of those that say nothing, only what is single."""
        for key in (_same, _said):
            places: dict[Hashable, list[Node]] = {}
            for v in vs:
                if v not in self.found.back:
                    places.setdefault(key(v), []).append(v)
            counts = Counter(key(u) for u in us if u not in self.found.forth)
            for u in us:
                found = places.get(key(u), [])
                sure = u.words or len(found) == counts[key(u)] == 1
                if found and sure and u not in self.found.forth:
                    new += self._pair([(u, found.pop(0))])

    def _wrapped(self, us: list[Node], vs: list[Node]) -> None:
        """Pairs what was put into, or taken out of, a container in the same place."""
        forth, back = self.found.forth, self.found.back
        for u in us:
            inside = [c for v in vs for c in v.children if c.print == u.print and c not in back]
            if u not in forth and len(inside) == 1:
                self.found.pair_all(u, inside[0])
        for v in vs:
            inside = [c for u in us for c in u.children if c.print == v.print and c not in forth]
            if v not in back and len(inside) == 1:
                self.found.pair_all(inside[0], v)

    def _pair(self, pairs: Iterator[tuple[Node, Node]] | list[tuple[Node, Node]]) -> list[tuple[Node, Node]]:
        """Records pairs; returns those that differ somewhere inside."""
        differ = []
        for a, b in pairs:
            if a.print == b.print:
                self.found.pair_all(a, b)
            else:
                self.found.pair(a, b)
                differ.append((a, b))
        return differ

    def _elsewhere(self) -> None:
        """Pairs what is elsewhere, where there is but one of it on either side; the largest first."""
        forth, back = self.found.forth, self.found.back
        for key in (_same, _said):
            left = {key(x): x for x in self._only(self.found.before.nodes, forth, key)}
            right = {key(y): y for y in self._only(self.found.after.nodes, back, key)}
            for k, x in left.items():
                if k in right and x not in forth and right[k] not in back:
                    for pair in self._pair([(x, right[k])]):
                        self._down(pair, self.likeness.much)

    @staticmethod
    def _only(nodes: list[Node], paired: dict[Node, Node], key: Key) -> list[Node]:
        known = [n for n in nodes if n not in paired and _telling(n)]
        counts = Counter(map(key, known))
        return [n for n in known if counts[key(n)] == 1]

    def _up(self) -> None:
        """Pairs containers by what they hold, innermost first."""
        forth, back = self.found.forth, self.found.back
        for a in reversed(self.found.before.nodes):
            if a in forth or not a.children:
                continue
            votes = Counter(forth[c].parent for c in a.children if c in forth)
            for b, count in votes.most_common():
                if b is None or b in back or not (a.kind == b.kind or (a.bare and b.bare)):
                    continue
                if 2 * count >= HALF * (len(a.children) + len(b.children)):
                    self._pair([(a, b)])
                    break


def _between(us: list[Node], vs: list[Node], pairs: Pairs) -> Iterator[Gap]:
    """What lies between pairs, on both sides."""
    i = j = 0
    for x, y in [*pairs, (len(us), len(vs))]:
        if x > i or y > j:
            yield us[i:x], vs[j:y]
        i, j = x + 1, y + 1


def _telling(node: Node) -> bool:
    """Whether an element can be known again by what it says, wherever it is."""
    if node.kind == "cell" or node.group.decor or not node.words or node.within_link():
        return False
    return node.last - node.index >= LARGE or sum(c.isalpha() for c in node.words) >= SHORT
