"""Groups, shapes and glyph runs of a Scene in their place: with parents, paint order, and turned onto the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from llmfig.check.shapes import Polyline, Turn, flatten
from llmfig.errors import Source
from llmfig.geometry import Path, Rect
from llmfig.scene.model import Box, GlyphRun, Gradient, Group, Paint, Shape

SEEN = 0.3  # paint fainter than this is a tint, not a thing
SOLID = 0.9  # from here on a fill hides what is under it


@dataclass(eq=False, slots=True)
class Mark:
    """Something painted that is not text. `order` is its place in the paint order of the whole picture."""

    node: Node
    order: int
    item: Box | Shape
    lines: list[Polyline]
    rect: Rect
    closed: bool
    plain: bool  # as good as a rectangle: judged by its bounds

    @property
    def paint(self) -> Paint:
        return self.item.paint

    @property
    def filled(self) -> bool:
        """Whether it covers an area."""
        return self.closed and self.paint.fill is not None and self.paint.opacity >= SEEN

    @property
    def hides(self) -> bool:
        """Whether nothing shines through."""
        return self.closed and self.paint.fill is not None and self.paint.opacity >= SOLID

    @property
    def stroked(self) -> bool:
        return self.paint.stroke is not None and self.paint.opacity >= SEEN and self.paint.width > 0

    @property
    def reach(self) -> Rect:
        """The bounds with the stroke."""
        return self.rect.grown(self.paint.width / 2) if self.stroked else self.rect

    @property
    def colors(self) -> tuple[str, ...]:
        fill = self.paint.fill
        found = fill.colors if isinstance(fill, Gradient) else (fill,) if fill else ()
        return (*found, self.paint.stroke) if self.paint.stroke else found


@dataclass(eq=False, slots=True)
class Run:
    """A glyph run that has ink. `boxes` holds the ink of its glyphs, `rect` the bounds of them all."""

    node: Node
    unit: Node
    order: int
    item: GlyphRun
    boxes: list[Rect]
    rect: Rect
    math: bool  # part of a formula, also of one within a line of text


@dataclass(eq=False, slots=True)
class Node:
    """A group in its place in the tree. `index` to `last` are the numbers of the group and of all groups in it."""

    group: Group
    parent: Node | None
    index: int
    turn: Turn | None
    unit: Node | None
    link: Node | None
    last: int = 0
    children: list[Node] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)

    def holds(self, other: Node) -> bool:
        """Whether the other is this group or inside it."""
        return self.index <= other.index <= self.last

    def related(self, other: Node) -> bool:
        return self.holds(other) or other.holds(self)

    def up(self) -> Iterator[Node]:
        """This group, its parent, and so on to the root."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent

    def down(self) -> Iterator[Node]:
        """This group and all groups in it."""
        yield self
        for child in self.children:
            yield from child.down()

    def within(self, wanted: frozenset[str]) -> Node | None:
        """The nearest group of one of the kinds round this one (or itself)."""
        return next((n for n in self.up() if n.group.kind in wanted), None)

    @property
    def source(self) -> Source | None:
        return next((n.group.source for n in self.up() if n.group.source is not None), None)

    def placed(self, r: Rect) -> Rect:
        """A rectangle of this group as it lies on the page."""
        return self.turn.box(r) if self.turn else r

    def placed_path(self, path: Path) -> list[Polyline]:
        """A path of this group as polylines on the page; roughly for connectors, which are judged by their route."""
        lines = flatten(path, 12 if self.link is None else 4)
        return [[self.turn.of(p) for p in line] for line in lines] if self.turn else lines

    @property
    def words(self) -> str:
        """What the group says, all of it."""
        if self.group.text:
            return self.group.text
        return " ".join(w for w in (c.words for c in self.children) if w) or "".join(r.item.text for r in self.runs)

    @property
    def name(self) -> str:
        """How messages call it: by kind and words, or by kind and id."""
        said = next((n.group.text for n in self.down() if n.group.text), "") if self.group.clear else self.words
        words = " ".join(said.split())
        if not words:
            return f"{self.group.kind} {self.group.id!r}"
        return f"{self.group.kind} “{words if len(words) <= 32 else words[:31] + '…'}”"
