"""What the elements of a picture are called: by their kind and what they say, or by what they are in or near to."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cached_property

from llmfig.errors import Source
from llmfig.geometry import Rect
from llmfig.review.changes import Ends, Name, Where
from llmfig.review.pairs import Matching
from llmfig.review.tree import Node, Tree
from llmfig.scene.model import End

BETWEEN = " … "  # stands between the first and the last words in a container
# A text is called by what it is the words of, where that has nothing else.
_HOLDERS = {"note": "note", "label": "label", "tag": "label", "cell": "cell", "badge": "badge"}


class Naming:
    """The places of changes between two pictures."""

    def __init__(self, matching: Matching) -> None:
        self._matching = matching
        self.before = Names(matching.before)
        self.after = Names(matching.after)

    def kept(self, after: Node) -> Where:
        """An element that both pictures have."""
        before = self._matching.back[after]
        name, source = self.after.of(after), _source(self._matching.after, after)
        return Where(after.group.id, name, source, before.frame, after.frame)

    def added(self, after: Node) -> Where:
        source = _source(self._matching.after, after)
        return Where(after.group.id, self.after.of(after), source, None, after.frame)

    def removed(self, before: Node) -> Where:
        source = _source(self._matching.before, before)
        return Where(before.group.id, self.before.of(before), source, before.frame, None)


def _source(tree: Tree, node: Node) -> Source:
    sources = (n.group.source for n in (node, *node.above()))
    return next((source for source in sources if source), tree.scene.source)


class Names:
    """The names of a tree's elements."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._names: dict[Node, Name] = {}

    def of(self, node: Node) -> Name:
        """The name of an element."""
        if node not in self._names:
            self._names[node] = self._link(node) if node.link else self._element(node)
        return self._names[node]

    def ends(self, link: Node) -> Ends:
        """What a connector joins."""
        return self._ends[link]

    @cached_property
    def _ends(self) -> dict[Node, Ends]:
        found: dict[Node, Ends] = {}
        for node in self._tree.links:
            assert node.link is not None
            found[node] = self._end(node.link.start), self._end(node.link.end)
        return found

    def _end(self, end: End) -> Name | None:
        node = self._tree.end(end)
        if node is None:
            return None
        words = _words(node)
        return Name(_kind(node), words) if words else self._wordless(node)

    def _link(self, node: Node) -> Name:
        ends = self.ends(node)
        if ends == (None, None):
            return Name(node.kind, node.words, holder=None if node.words else self._near(node), near=not node.words)
        same = [n for n in self._tree.links if n.kind == node.kind and self.ends(n) == ends]
        words = node.words if len(same) > 1 else ""
        alike = [n for n in same if n.words == node.words]
        return Name(node.kind, words, ends, nth=_nth(node, alike))

    def _element(self, node: Node) -> Name:
        kind, words = _kind(node), _words(node)
        if not words:
            return self._wordless(node)
        return Name(kind, words, nth=_nth(node, self._same.get((kind, words), [])))

    def _wordless(self, node: Node) -> Name:
        holder = self._holder(node)
        return Name(_kind(node), holder=holder or self._near(node), near=holder is None)

    @cached_property
    def _same(self) -> dict[tuple[str, str], list[Node]]:
        """Drawn elements by kind and words."""
        found: dict[tuple[str, str], list[Node]] = {}
        for node in self._tree.nodes:
            said_by_holder = _kind(node) != node.kind and node.parent is not None and not node.parent.bare
            if not (node.bare or node.link or said_by_holder):
                found.setdefault((_kind(node), _words(node)), []).append(node)
        return found

    def _holder(self, node: Node) -> Name | None:
        """The innermost drawn thing round an element that says something, or the connector it belongs to."""
        for holder in node.above():
            if holder.link:
                return self.of(holder)
            if not holder.bare and _words(holder):
                return Name(_kind(holder), _words(holder))
        return None

    def _near(self, node: Node) -> Name | None:
        """The text that is nearest to an element."""
        texts = [n for n in self._tree.nodes if n.group.text and not n.group.decor]
        nearest = min(texts, key=lambda n: (_distance(n.frame, node.frame), n.index), default=None)
        return None if nearest is None else Name(_kind(nearest), nearest.group.text)


def _nth(node: Node, same: list[Node]) -> tuple[int, int] | None:
    return (same.index(node) + 1, len(same)) if len(same) > 1 and node in same else None


def _kind(node: Node) -> str:
    holder = node.parent
    if node.group.text and holder and holder.kind in _HOLDERS and len(holder.children) == 1:
        return _HOLDERS[holder.kind]
    return node.kind


def _words(node: Node) -> str:
    """What an element is known by: its own words, its title, or the first and the last words in it."""
    if node.group.text:
        return node.group.text
    own = None if node.bare else next(_texts(node, deep=False), None)
    if own:
        return own
    texts = list(_texts(node, deep=True))
    return BETWEEN.join([texts[0], texts[-1]] if len(texts) > 1 else texts)


def _texts(node: Node, *, deep: bool) -> Iterator[str]:
    """The texts in an element; not `deep`, without those in other drawn elements."""
    for child in node.children:
        if child.group.text:
            yield child.group.text
        elif deep or child.bare:
            yield from _texts(child, deep=deep)


def _distance(a: Rect, b: Rect) -> float:
    dx, dy = (max(0.0, -gap) for gap in a.overlap(b))
    return math.hypot(dx, dy)
