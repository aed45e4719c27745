"""What only one of two pictures has: the elements to report, and what comes or goes with each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from llmfig.review.changes import Name
from llmfig.review.names import Names
from llmfig.review.tree import Node, Tree


class Alone:
    """The elements of a tree that the other one does not have.

    Args:
        tree: the tree.
        partners: what its paired elements are in the other.
        names: the names of its elements.

    Attributes:
        all: every element without a partner.
        nodes: those to report: each with all in it; containers of paired elements only if they draw something.
    """

    def __init__(self, tree: Tree, partners: Mapping[Node, Node], names: Names) -> None:
        self._tree, self._partners, self._names = tree, partners, names
        alone = [n for n in tree.nodes if n not in partners and not self._renamed(n)]
        self.all = [n for n in alone if not (n.group.decor and n.group.text)]  # title and credit are told as such
        self._whole = {n for n in self.all if not any(c in partners for c in n.walk())}
        frames = {n for n in self.all if n not in self._whole and not n.bare}
        tops = [n for n in self.all if n in self._whole and n.parent not in self._whole and n.draws]
        tops = [n for n in tops if not (n.group.text and n.parent in frames)]  # titles go with their panels
        self._with: dict[Node, list[Node]] = {}
        for link in filter(_is_link, tops):
            self._with.setdefault(self._carrier(link, tops) or link, []).append(link)
        carried = {link for carrier, links in self._with.items() for link in links if link is not carrier}
        self.nodes = sorted({*tops, *frames} - carried, key=lambda n: n.index)

    def _renamed(self, node: Node) -> bool:
        """The words of an element that the other picture has as another kind, which holds them in another way."""
        other = self._partners.get(node.parent) if node.parent else None
        return other is not None and other.kind != node.parent.kind and other.words == node.words  # type: ignore[union-attr]

    def _carrier(self, link: Node, tops: list[Node]) -> Node | None:
        """The other element to report that a connector begins or ends in."""
        assert link.link is not None
        ends = [self._tree.end(end) for end in (link.link.start, link.link.end)]
        return next((top for top in tops if not top.link and any(e and top.holds(e) for e in ends)), None)

    def holds(self, node: Node) -> tuple[tuple[str, int], ...]:
        """What is drawn in an element to report, by kind; the words of boxes are part of these."""
        if node not in self._whole or node.link:
            return ()
        drawn = list(_drawn(node))
        if len(drawn) == 1 and drawn[0].words == node.words:
            return ()
        counts = Counter(n.kind for n in drawn)
        return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def links(self, node: Node) -> tuple[Name, ...]:
        """The connectors that come or go with an element to report."""
        return tuple(self._names.of(link) for link in self._with.get(node, ()) if link is not node)


def label(node: Node) -> str:
    """What is written at a connector."""
    return node.words if node.link else ""


def _is_link(node: Node) -> bool:
    return node.link is not None


def _drawn(node: Node) -> Iterator[Node]:
    for child in node.children:
        if not child.bare and (node.bare or not child.group.text):
            yield child
        if not child.link:
            yield from _drawn(child)
