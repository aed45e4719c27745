"""A Scene prepared for comparing: its elements as a tree, with what each says and what it draws itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from llmfig.check.shapes import Turn
from llmfig.geometry import Point, Rect
from llmfig.scene.model import Box, End, GlyphRun, Group, Link, Scene, Shape

TOUCH = 2.0  # px; an end this near to an element lies on it
Numbers = dict[tuple[object, ...], int]


class Node:
    """An element in its place in the tree.

    An element with a text of its own is a leaf: groups in it, such as runs of upright text, are part of its drawing.

    Attributes:
        index, last: its number in paint order, and the largest number in it.
        words: what it says, or what is said in it.
        marks: the shapes it draws itself, in paint order.
        runs: the letters it draws itself.
        spin: degrees that it is turned by, with its letters.
        print: a number that two elements share when all that is in them is of one kind, in one role, and says the same.
    """

    __slots__ = ("children", "group", "index", "last", "marks", "parent", "print", "runs", "spin", "turn", "words")

    def __init__(self, group: Group, parent: Node | None, index: int, turn: Turn | None) -> None:
        self.group, self.parent, self.index, self.turn = group, parent, index, turn
        self.last = index
        self.children: list[Node] = []
        self.marks: list[Box | Shape] = []
        self.runs: list[GlyphRun] = []
        self.words = group.text
        self.spin = group.rotate
        self.print = 0

    @property
    def kind(self) -> str:
        return self.group.kind

    @property
    def role(self) -> str | None:
        return self.group.role

    @property
    def rect(self) -> Rect:
        return self.group.rect

    @property
    def link(self) -> Link | None:
        return self.group.link

    @property
    def bare(self) -> bool:
        """Whether it draws nothing itself, as a container."""
        return not self.marks and not self.runs

    @property
    def draws(self) -> bool:
        """Whether anything is drawn in it."""
        return not self.bare or any(child.draws for child in self.children)

    @property
    def frame(self) -> Rect:
        """Where it lies on the page."""
        return self.turn.box(self.rect) if self.turn else self.rect

    def holds(self, other: Node) -> bool:
        """Whether the other is this element or in it."""
        return self.index <= other.index <= self.last

    def walk(self) -> Iterator[Node]:
        """The element and all in it, in paint order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def above(self) -> Iterator[Node]:
        """What it lies in, innermost first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def within_link(self) -> Node | None:
        """The connector that it is, or is part of."""
        return self if self.link else next((node for node in self.above() if node.link), None)


class Tree:
    """A Scene as a tree of elements.

    Args:
        scene: the Scene.
        numbers: shared by the trees that are to be compared; makes their `print`s comparable.
    """

    def __init__(self, scene: Scene, numbers: Numbers) -> None:
        self.scene = scene
        self.nodes: list[Node] = []
        self._by_id: dict[str, Node] = {}
        self.root = self._enter(scene.root, None)
        for node in reversed(self.nodes):
            node.print = numbers.setdefault(self._content(node), len(numbers))

    def _enter(self, group: Group, parent: Node | None) -> Node:
        turn = parent.turn if parent else None
        if group.rotate:
            own = Turn.about(group.rect.center, group.rotate)
            turn = turn.after(own) if turn else own
        node = Node(group, parent, len(self.nodes), turn)
        self.nodes.append(node)
        self._fill(node, group)
        node.last = len(self.nodes) - 1
        if not node.words and node.children:
            node.words = " ".join([child.words for child in node.children if child.words])
        return node

    def _fill(self, node: Node, group: Group) -> None:
        self._by_id.setdefault(group.id, node)
        for item in group.children:
            if isinstance(item, GlyphRun):
                node.runs.append(item)
            elif not isinstance(item, Group):
                node.marks.append(item)
            elif node.group.text:
                node.spin += item.rotate if not node.runs else 0.0  # of upright runs, only the first counts
                self._fill(node, item)
            else:
                node.children.append(self._enter(item, node))

    def _content(self, node: Node) -> tuple[object, ...]:
        group = node.group
        ends: tuple[object, ...] = ()
        if group.link:
            # Counted from the connector: so it stays the same when something elsewhere is added.
            targets = [self._by_id.get(end.target or "") for end in (group.link.start, group.link.end)]
            ends = tuple([t and t.index - node.index for t in targets])
        return (group.kind, group.role, group.text, group.latex, ends, tuple([child.print for child in node.children]))

    @cached_property
    def links(self) -> list[Node]:
        """The connectors, in paint order."""
        return [node for node in self.nodes if node.link]

    @cached_property
    def order(self) -> list[tuple[str, str, str, str, str]]:
        """What is in the tree: a key to put two trees into an order that does not depend on which is given first."""
        return [(n.kind, n.role or "", n.group.text, n.group.latex, n.group.id) for n in self.nodes]

    def end(self, end: End) -> Node | None:
        """The element that an end of a connector lies on: the one it is tied to, or the innermost one there."""
        tied = self._by_id.get(end.target or "")
        return tied or self._at(end.point)

    def _at(self, p: Point) -> Node | None:
        found, todo = None, list(self.root.children)
        while todo:
            node = todo.pop()
            if node.group.decor or node.link or not node.frame.holds(p, TOUCH):
                continue
            if not node.bare and (found is None or _area(node) <= _area(found)):
                found = node
            todo += node.children
        return found


def _area(node: Node) -> float:
    return node.rect.w * node.rect.h
