"""What an author builds a tree from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from llmfig.elements.marks import Dots
from llmfig.errors import FigureError, called, caller, choices
from llmfig.geometry import Path, Rect
from llmfig.layout.element import Content, Element
from llmfig.layout.place import Place
from llmfig.vocabulary import Direction, EdgeStyle, Head, NodeState, RoleName, Stroke

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

EDGE_STYLES: tuple[str, ...] = get_args(EdgeStyle)
HEADS: tuple[str, ...] = get_args(Head)
LabelPair = tuple[Content | None, Content | None]


@dataclass(frozen=True, slots=True)
class State:
    """How a node in a certain state looks, and the edge that leads to it."""

    role: RoleName | None = None
    dashed: bool = False
    edge_role: RoleName | None = None
    edge_style: EdgeStyle | None = None
    stroke: Stroke | None = None


STATES: dict[NodeState, State] = {
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
        role: RoleName | None,
        branch: RoleName | None,
        edge: Content | LabelPair | None,
        edge_style: EdgeStyle | None,
        edge_role: RoleName | None,
        head: Head | None,
        stroke: Stroke | None,
        state: NodeState | None,
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
                fix = "write node('words') for each of them"
                if isinstance(child, list | tuple) and child and isinstance(child[0], Node):
                    fix = "take off the brackets, or unpack the list with a star: node('words', *nodes)"
                elif callable(child):
                    fix = f"call it: {getattr(child, '__name__', 'node')}()"
                what = f"what lies below a node must be nodes, not {called(child)}"
                raise FigureError(what, fix=fix, source=self.source)
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
    role: RoleName | None = None,
    branch: RoleName | None = None,
    edge: Content | LabelPair | None = None,
    edge_style: EdgeStyle | None = None,
    edge_role: RoleName | None = None,
    head: Head | None = None,
    stroke: Stroke | None = None,
    state: NodeState | None = None,
) -> Node:
    """A node of a `Tree` or `MindMap`, with the nodes below it.

    Args:
        content: a string, which the tree sets as a box or as plain text, or an element.
        *children: the nodes below it, in order.
        key: a name for `tree.node(key)`; a string has itself for a key.
        role: of this node: what it stands for, such as `data`, `model` or `loss`.
        branch: a role for this node, all nodes below it and their edges.
        edge: label of the edge that leads to it: a string, an element, or a pair (above, below).
        edge_style: of that edge: `solid`, `dashed`, `dotted`, `dash-dot`, `double`, `double-dashed`, `zigzag` or
            `none`.
        edge_role: that edge is in the strong colour of this role.
        head: which ends of that edge have an arrowhead: `end`, `start`, `both` or `none`.
        stroke: width of that edge: `hair`, `thin`, `normal`, `thick` or `heavy`.
        state: a look for the node and its edge: `active`, `chosen`, `muted`, `pruned` or `ghost`.

    Raises:
        FigureError: for a child that is no node.

    Example:
        ```python
        yes, no = tr(["the", "a", "cat", "dog"], ["今天", "明天", "晴", "雨"]), ["0.6", "0.4", "0.7", "0.3"]
        first = node(
            yes[0],
            node(yes[2], edge=no[2], state="chosen"),
            node(yes[3], edge=no[3], state="pruned"),
            edge=no[0],
            state="chosen",
        )
        Tree(node("<BOS>", first, node(yes[1], edge=no[1], state="pruned")), level_gap="xxl")
        ```
    """
    return Node(
        content, children, key=key, role=role, branch=branch, edge=edge, edge_style=edge_style, edge_role=edge_role,
        head=head, stroke=stroke, state=state,
    )  # fmt: skip


def more(*, deeper: bool = False, role: RoleName | None = None, edge_style: EdgeStyle = "none") -> Node:
    """Dots in a tree, in place of nodes that are left out.

    Args:
        deeper: whether they stand for what lies below the parent; by default for further siblings.
        role: draws them in the strong colour of this role.
        edge_style: of the edge that leads to them; by default there is none.

    Example:
        ```python
        Tree(
            node("$s_0$", node("$a_1$", more(deeper=True)), more(), node("$a_n$", more(deeper=True))),
            role="data",
            level_gap="l",
        )
        ```
    """
    return node(_More(deeper, role), edge_style=edge_style)


class _More(Dots):
    """Dots that turn with the tree they stand in."""

    def __init__(self, deeper: bool, role: RoleName | None) -> None:
        super().__init__(role=role)
        self.deeper = deeper

    def turn_with(self, direction: Direction) -> None:
        level = direction in ("right", "left")
        self.direction = "row" if level == self.deeper else "column"
