"""A Scene prepared for judging: parents, paint order, turned frames, and what is ink.

Built once per picture and read by every rule, so that rules stay short and none walks the tree on its own.
"""

from __future__ import annotations

from functools import cached_property

from llmfig.check import kinds
from llmfig.check.ink import glyph_boxes
from llmfig.check.nodes import Mark, Node, Run
from llmfig.check.shapes import Polyline, Turn, area, bounds, finite, ring
from llmfig.check.solids import Solid, solids
from llmfig.check.sweep import Grid
from llmfig.geometry import Point, Rect, union
from llmfig.glossary import Glossary
from llmfig.scene.model import Box, GlyphRun, Group, Scene, Shape
from llmfig.theme.model import Theme

ALMOST = 0.96  # of its bounds that a rounded rectangle fills


class Picture:
    """One picture with everything that its Scene tells."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.nodes: list[Node] = []
        self.marks: list[Mark] = []
        self.runs: list[Run] = []
        self.missing: list[tuple[Node, GlyphRun]] = []
        self.broken: list[Node] = []
        self._borders: dict[Node, list[Polyline]] = {}
        self._order = 0
        self.root = self._enter(scene.root, None)
        self.by_id = {n.group.id: n for n in self.nodes}

    def _enter(self, group: Group, parent: Node | None) -> Node:
        turn = parent.turn if parent else None
        if group.rotate:
            own = Turn.about(group.rect.center, group.rotate)
            turn = turn.after(own) if turn else own
        node = Node(
            group, parent, len(self.nodes), turn, parent.unit if parent else None, parent.link if parent else None
        )
        if node.unit is None and group.kind in kinds.TEXT:
            node.unit = node
        if group.link is not None:
            node.link = node
        self.nodes.append(node)
        for item in group.children:
            self._order += 1
            if isinstance(item, Group):
                node.children.append(self._enter(item, node))
            elif isinstance(item, GlyphRun):
                self._write(item, node)
            else:
                self._paint(item, node)
        node.last = len(self.nodes) - 1
        return node

    def _write(self, item: GlyphRun, node: Node) -> None:
        if any(g.gid == 0 for g in item.glyphs):
            self.missing.append((node, item))
        boxes = glyph_boxes(item)
        if node.turn:
            boxes = [node.turn.box(b) for b in boxes]
        if not boxes:
            return
        rect = union(boxes)
        if not finite(rect):
            self.broken.append(node)
        else:
            math = not item.text or item.font.startswith("math") or node.within(kinds.FORMULA) is not None
            run = Run(node, node.unit or node, self._order, item, boxes, rect, math)
            node.runs.append(run)
            self.runs.append(run)

    def _paint(self, item: Box | Shape, node: Node) -> None:
        if isinstance(item, Box):
            lines, closed = [ring(item.rect, item.radius)], True
            rect = item.rect
            if node.turn:
                lines = [[node.turn.of(p) for p in lines[0]]]
                rect = bounds(lines[0])
        else:
            lines = node.placed_path(item.path)
            if not any(lines):
                return
            rect = bounds(p for line in lines for p in line)
            closed = item.paint.fill is not None or all(line[0] == line[-1] for line in lines if len(line) > 2)
            closed = closed and any(len(line) > 2 for line in lines)
            if closed:
                lines = [line if line[0] == line[-1] else [*line, line[0]] for line in lines]
        if not finite(rect):
            self.broken.append(node)
            return
        plain = closed and len(lines) == 1 and area(lines[0]) >= ALMOST * rect.w * rect.h
        mark = Mark(node, self._order, item, lines, rect, closed, plain)
        if item.paint.fill is not None or item.paint.stroke is not None:
            node.marks.append(mark)
            self.marks.append(mark)

    @cached_property
    def texts(self) -> dict[Node, list[Run]]:
        """The runs of each unit of text, in paint order."""
        found: dict[Node, list[Run]] = {}
        for run in self.runs:
            found.setdefault(run.unit, []).append(run)
        return found

    @cached_property
    def solids(self) -> list[Solid]:
        """Everything that has a place of its own, outermost first."""
        return solids(self.nodes, self.texts)

    @cached_property
    def links(self) -> list[Node]:
        return [n for n in self.nodes if n.group.link is not None]

    @cached_property
    def fills(self) -> Grid[Mark]:
        """Everything that can be the ground under something."""
        return Grid((m.rect, m) for m in self.marks if m.closed and m.paint.fill is not None)

    @cached_property
    def page(self) -> Rect:
        """Where the figure may draw: inside the frame that the theme draws, else the whole picture."""
        whole = Rect(0, 0, self.scene.width, self.scene.height)
        pages = [n for n in self.nodes if (n.group.kind in kinds.PAGE and n.group.decor) or n.group.kind == "frame"]
        frames = [m.rect for n in pages for m in n.marks if m.closed and m.stroked]
        return min(frames, key=lambda r: r.w * r.h, default=whole)

    def covered(self, rect: Rect, over: int, under: int) -> bool:
        """Whether something painted between two places of the paint order hides all of a rectangle."""
        return any(m.hides and over < m.order < under and m.rect.contains(rect, 0.5) for m in self.fills.near(rect))

    def wire(self, node: Node) -> str:
        """How messages call a connector: by what it joins."""
        link = node.group.link
        if link is None:
            return node.name
        ends = [self.by_id[e.target].name if e.target in self.by_id else "" for e in (link.start, link.end)]
        words = " ".join(f"{way} {end}" for way, end in zip(("from", "to"), ends, strict=True) if end)
        return f"{node.group.kind} {words}" if words else f"{node.group.kind} {node.group.id!r}"

    def border(self, node: Node) -> list[Polyline]:
        """The outline that connectors to a group end on."""
        if node not in self._borders:
            outline = node.group.outline
            self._borders[node] = node.placed_path(outline) if outline else [ring(node.placed(node.group.rect))]
        return self._borders[node]

    def route(self, node: Node) -> list[Point]:
        """A connector's route as it lies on the page."""
        link = node.group.link
        assert link is not None
        return [node.turn.of(p) for p in link.route] if node.turn else list(link.route)


class View(Picture):
    """A picture with what it is held to: its theme and the glossary."""

    def __init__(self, scene: Scene, theme: Theme, glossary: Glossary) -> None:
        super().__init__(scene)
        self.theme = theme
        self.glossary = glossary
