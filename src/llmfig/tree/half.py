"""A tree that grows one way: its nodes as elements, its edges, its plan. A `Tree` is one of these, a `MindMap` two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from llmfig.connect.link import LABEL_AIR, Arrow
from llmfig.elements.box import Box
from llmfig.elements.text import Text
from llmfig.errors import FigureError
from llmfig.layout.element import Element, as_element
from llmfig.layout.tracks import same_size
from llmfig.tree.axes import Extent, Frame
from llmfig.tree.edges import LANE, Edges, arrow, zigzag_lead
from llmfig.tree.leaf import Leaf
from llmfig.tree.lines import STRIDE
from llmfig.tree.node import Node, _More
from llmfig.tree.options import Options
from llmfig.tree.plan import Gaps, Plan, solve, track_sizes
from llmfig.vocabulary import Direction, TextAlign

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

MIN_EDGE = 30.0  # px; shorter ones are all head


class Half:
    """A root and what grows from it in one direction.

    Args:
        root: of the tree; its body may stand already (in the second half of a mind map).
        options: of the tree.
        owner: the element that shows it.
    """

    def __init__(self, root: Node, options: Options, owner: Element) -> None:
        self.root, self.options = root, options
        self.nodes = list(root.walk())
        self.levels = dict(self.nodes)
        self.parents = {child: n for n, _ in self.nodes for child in n.children}
        for n, branch in _branches(root, None):
            self._build(n, branch, owner)
        if options.equal != "none":
            self._equalise()
        look = options
        self.arrows: dict[Node, Arrow] = {}
        families: list[tuple[Node, list[Node]]] = []
        for n, _ in self.nodes:
            painted = []
            for child in n.children:
                style = look.style_of(child)
                if style == "none" or (look.connector == "none" and child.edge_style is None):
                    continue
                if look.connector in ("bracket", "taper") or style == "zigzag":
                    self._refuse_label(child)
                    painted.append(child)
                else:
                    self.arrows[child] = arrow(n, child, look)
            if painted:
                families.append((n, painted))
        self.edges = Edges(families, self.levels, look) if families else None

    # Building ----------------------------------------------------------------------------------------------------

    def _build(self, n: Node, branch: str | None, owner: Element) -> None:
        if n.owner is not None and n is not self.root:
            raise FigureError(
                "this node stands in two places", fix="build it twice, for example by a function", source=n.source
            )
        level = self.levels[n]
        n.edge_role = n.edge_role or self.options.line or branch
        if isinstance(n.content, str):
            if n.built is None:
                n.built = self._made(n, level, branch)
        else:
            n.built = as_element(n.content, where="a node of a tree")
            if n.role is not None:
                paint_in(n.built, n.role)
        if isinstance(n.built, _More):
            n.built.turn_with(self.options.direction)
        n.owner = owner

    def _made(self, n: Node, level: int, branch: str | None) -> Element:
        o = self.options
        size, wrap = o.size_of(level), o.wrap_of(level)
        assert isinstance(n.content, str)
        if o.boxes is None or level < o.boxes:
            options = {"role": n.role or branch or o.role, "size": size, "wrap": wrap, "dashed": n.dashed, **o.box}
            return Box(n.content, **options)  # type: ignore[arg-type]
        align: dict[Direction, TextAlign] = {"right": "left", "left": "right"}
        role = n.role or (branch if o.tint else None)
        return Leaf(
            Text(n.content, size=size, wrap=wrap, role=role, align=align.get(o.direction, "center")),
            level=o.level,
        )

    def _equalise(self) -> None:
        """Makes the boxes of a level equally large, as far as the tree made them itself."""
        for k in range(1 + max(self.levels.values())):
            made = [n.built for n, level in self.nodes if level == k and isinstance(n.content, str)]
            boxes = [b for b in made if isinstance(b, Box)]
            if len(boxes) > 1:
                same_size(*boxes, axis=self.options.equal)  # type: ignore[arg-type]

    def _refuse_label(self, child: Node) -> None:
        if child.edge_label is not None:
            raise FigureError(
                f"only straight edges carry labels, not those of connector={self.options.connector!r}",
                fix="use connector='straight', or write the label into the node",
                source=child.source,
            )

    # Layout ------------------------------------------------------------------------------------------------------

    def extents(self, layout: Layout) -> dict[Node, Extent]:
        return {n: Extent.of(layout, n.body, self.options.direction) for n, _ in self.nodes}

    def plan(self, layout: Layout, extents: dict[Node, Extent]) -> Plan:
        o = self.options
        gap = layout.theme.gap(o.gap, self.root.source)
        branch = layout.theme.gap(o.branch_gap, self.root.source) if o.branch_gap else gap
        gaps = Gaps(gap, branch, self._level_gaps(layout))
        tracks = None
        if o.aligned:
            tracks = track_sizes(self.root, extents)
            if o.tracks is not None:
                layout.share(o.tracks)
                tracks = [o.tracks.feed(k, before, after) for k, (before, after) in enumerate(tracks)]
        # Dots stand in the middle of a level of boxes; in one of plain text they begin where the words do.
        dots = [n for n, _ in self.nodes if isinstance(n.built, _More)]
        dots = [d for d in dots if not any(isinstance(n.built, Leaf) for n, k in self.nodes if k == self.levels[d])]
        return solve(
            self.root,
            extents,
            gaps,
            tracks=tracks,
            align=o.align,
            compact=o.compact,
            centered=dots if o.align == "start" else (),
        )

    def _level_gaps(self, layout: Layout) -> list[float]:
        """The gap in front of each level: as wide as the longest label of its edges asks for."""
        o = self.options
        least = layout.theme.gap(o.level_gap, self.root.source)
        gaps = [least] * (1 + max(self.levels.values()))
        for child, link in self.arrows.items():
            labels = [layout.measure(e) for e in link.children()]
            words = max((s.w if o.level else s.h for s in labels), default=0.0)
            room = words + 2 * LABEL_AIR + layout.theme.arrowhead.length if labels else MIN_EDGE
            gaps[self.levels[child]] = max(gaps[self.levels[child]], room)
        for parent, children in self.edges.families if self.edges else ():
            level = self.levels[children[0]]
            if self.edges and self.edges.split(parent):
                gaps[level] = max(gaps[level], least + (len(children) // 2) * LANE)
            if any(o.style_of(c) == "zigzag" for c in children):
                gaps[level] = max(gaps[level], 3 * STRIDE + 2 * zigzag_lead(layout))
        return gaps

    def arrange(
        self, layout: Layout, plan: Plan, extents: dict[Node, Extent], frame: Frame, *, skip_root: bool = False
    ) -> None:
        """Gives every node its frame."""
        for n, _ in self.nodes:
            if skip_root and n is self.root:
                continue
            e, at, axis = extents[n], plan.main[n], plan.cross[n]
            layout.arrange(n.body, frame.rect((at - e.before, at + e.body + e.after), (axis - e.low, axis + e.high)))


def paint_in(body: Element, role: str) -> None:
    """Gives an element another role, where it has one at all."""
    core = body.element()
    if "role" in core.__dict__:
        core.__dict__["role"] = role


def _branches(n: Node, inherited: str | None) -> Iterator[tuple[Node, str | None]]:
    """Every node with the colours of the branch it belongs to."""
    branch = n.branch or inherited
    yield n, branch
    for child in n.children:
        yield from _branches(child, branch)
