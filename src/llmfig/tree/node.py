"""What an author builds a tree from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from llmfig.elements.marks import Dots
from llmfig.errors import FigureError, caller, choices
from llmfig.geometry import Path, Rect
from llmfig.layout.element import Content, Element
from llmfig.layout.place import Place

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

EDGE_STYLES = ("solid", "dashed", "dotted", "dash-dot", "double", "double-dashed", "zigzag", "none")
HEADS = ("end", "start", "both", "none")
LabelPair = tuple[Content | None, Content | None]


@dataclass(frozen=True, slots=True)
class State:
    """How a node in a certain state looks, and the edge that leads to it."""

    role: str | None = None
    dashed: bool = False
    edge_role: str | None = None
    edge_style: str | None = None
    stroke: str | None = None


STATES = {
    "active": State(role="model", edge_role="model", stroke="thick"),
    "chosen": State(role="sample", edge_role="sample", stroke="thick"),
    "muted": State(role="muted", edge_role="muted"),
    "pruned": State(role="muted", dashed=True, edge_role="muted", edge_style="dashed"),
    "ghost": State(role="ghost", dashed=True, edge_role="ghost", edge_style="dashed"),
}


class Node(Place):
    """A node of a tree and what lies below it; made by `node`. It is a place: arrows and braces may refer to it.

    Attributes:
        content: what the author gave.
        children: nodes below, in order.
        key: the name by which the tree finds it.
        body: the element that is drawn, once the node stands in a tree.
    """

    def __init__(
        self,
        content: Content,
        children: tuple[Node, ...],
        *,
        key: str | None,
        role: str | None,
        branch: str | None,
        edge: Content | LabelPair | None,
        edge_style: str | None,
        edge_role: str | None,
        head: str | None,
        stroke: str | None,
        state: str | None,
    ) -> None:
        self.source = caller()
        for noun, value, valid in (
            ("edge_style", edge_style, EDGE_STYLES),
            ("head", head, HEADS),
            ("state", state, STATES),
        ):
            if value is not None and value not in valid:
                raise FigureError(
                    f"a node has no {noun}={value!r}", fix=choices(str(value), valid, "values"), source=self.source
                )
        for child in children:
            if not isinstance(child, Node):
                raise FigureError(
                    f"what lies below a node must be nodes, not {child!r}",
                    fix="write node(...) for each of them",
                    source=self.source,
                )
        looks = STATES[state] if state else State()
        self.content, self.children, self.edge_label = content, children, edge
        self.key = key if key is not None else content if isinstance(content, str) else None
        self.role, self.branch, self.dashed = looks.role or role, branch, looks.dashed
        self.edge_style, self.head = edge_style or looks.edge_style, head
        self.edge_role, self.stroke = edge_role or looks.edge_role, stroke or looks.stroke
        self.built: Element | None = content if isinstance(content, Element) else None
        self.owner: Element | None = None

    @property
    def body(self) -> Element:
        if self.built is None or self.owner is None:
            raise FigureError("this node stands in no tree", fix="put it into a Tree or MindMap", source=self.source)
        return self.built

    def walk(self, level: int = 0) -> Iterator[tuple[Node, int]]:
        """The node and all below it, with their levels, parents first."""
        yield self, level
        for child in self.children:
            yield from child.walk(level + 1)

    # As a place, a node is its element.

    def frame(self, layout: Layout) -> Rect:
        return self.body.frame(layout)

    def outline(self, layout: Layout) -> Path:
        return self.body.outline(layout)

    def element(self) -> Element:
        return self.body.element()


def node(
    content: Content,
    *children: Node,
    key: str | None = None,
    role: str | None = None,
    branch: str | None = None,
    edge: Content | LabelPair | None = None,
    edge_style: str | None = None,
    edge_role: str | None = None,
    head: str | None = None,
    stroke: str | None = None,
    state: str | None = None,
) -> Node:
    """A node of a `Tree` or `MindMap`.

    Args:
        content: a string, which the tree sets as a box or as plain text, or an element.
        children: the nodes below it.
        key: a name for `tree.node(key)`; a string is its own.
        role: colours of this node.
        branch: colours of this node, all nodes below it and their edges.
        edge: label of the edge that leads to this node: a string or element, or a pair (above, below).
        edge_style: of that edge: "solid", "dashed", "dotted", "dash-dot", "double", "double-dashed", "zigzag", "none".
        edge_role, head, stroke: of that edge; default: as the tree says.
        state: "active", "chosen", "muted", "pruned" or "ghost": a look for the node and its edge.

    Example:
        node("$s_2$", node("$a_0$", edge=r"$\\\\pi(a_0|s_2)$"), node("$a_1$"), more())
    """
    return Node(
        content, children, key=key, role=role, branch=branch, edge=edge, edge_style=edge_style, edge_role=edge_role,
        head=head, stroke=stroke, state=state,
    )  # fmt: skip


def more(*, deeper: bool = False, role: str | None = None, edge_style: str = "none") -> Node:
    """Dots in place of further siblings; with `deeper`, in place of what lies below the parent.

    Example:
        node("root", node("first"), more(), node("last"))
    """
    return node(_More(deeper, role), edge_style=edge_style)


class _More(Dots):
    """Dots that turn with the tree they stand in."""

    def __init__(self, deeper: bool, role: str | None) -> None:
        super().__init__(role=role)
        self.deeper = deeper

    def turn_with(self, direction: str) -> None:
        level = direction in ("right", "left")
        self.direction = "row" if level == self.deeper else "column"
