"""The Scene: a laid-out figure as a frozen display list.

Everything after layout (writers, snapshots, checks, review) reads only this. Paint order is document order. Lengths are
px; colours are `#rrggbb`. A Scene holds nothing that a writer could have to interpret: glyphs are placed, routes are
points, roles are resolved to colours (and kept as names beside them for the checks).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from llmfig.errors import Source
from llmfig.geometry import Path, Point, Rect


@dataclass(frozen=True, slots=True)
class Gradient:
    """A linear gradient from one colour to another, along a line in px."""

    start: Point
    end: Point
    colors: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Paint:
    """How a shape is filled and stroked. `None` means not at all. Dashes are px on, px off, ..."""

    fill: str | Gradient | None = None
    stroke: str | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    cap: Literal["butt", "round"] = "butt"
    join: Literal["miter", "round"] = "round"
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, its corners rounded by `radius` px."""

    rect: Rect
    paint: Paint
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Shape:
    """Any path. Fill rule: nonzero."""

    path: Path
    paint: Paint


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph of a font, its origin at (x, y) in px."""

    gid: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one font at one size in one colour.

    `font` is a key of `llmfig.text.fonts` (bold and italic are fonts of their own); `text` is what the glyphs spell (an
    empty string inside formulas); `rect` is the advance width by ascent+descent of the run, in px.
    """

    text: str
    font: str
    size: float
    color: str
    glyphs: tuple[Glyph, ...]
    rect: Rect


@dataclass(frozen=True, slots=True)
class End:
    """One end of a connector: where it is, and the group (by id) whose outline it should lie on."""

    point: Point
    target: str | None


@dataclass(frozen=True, slots=True)
class Link:
    """What the checks need to know of a connector. `route` is the polyline (curves flattened) that was drawn."""

    start: End
    end: End
    route: tuple[Point, ...]
    curved: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """One element of the figure, with what it drew.

    Attributes:
        id: unique in the scene and stable while the figure's structure is (`row/box-2`).
        kind: lower-case element name: figure, row, column, grid, box, panel, text, formula, strip, cell, matrix, arrow,
            label, brace, callout, chart, tree, legend, page, frame, title, credit, ...
        rect: the element's frame (for text: the ink-free typographic box, before rotation).
        role: theme role it was drawn in.
        text: what it says, for text and formulas, as plain text (`r_t = exp(log P_new)`); "" elsewhere.
        latex: the source, where it is or holds formulas; "" elsewhere.
        outline: the border connectors end on, when it is not the frame.
        link: for connectors.
        inner: for shapes that hold text: the rectangle that the text must stay inside.
        rotate: degrees clockwise about the frame's centre, applied to all children.
        clear: this group is a backdrop (panel, highlight, page): other things may lie on it.
        decor: drawn by the theme (frame, title ribbon, credit).
    """

    id: str
    kind: str
    rect: Rect
    children: tuple[Item, ...] = ()
    role: str | None = None
    text: str = ""
    source: Source | None = None
    outline: Path | None = None
    link: Link | None = None
    inner: Rect | None = None
    rotate: float = 0.0
    clear: bool = False
    decor: bool = False
    latex: str = ""


Item = Box | Shape | GlyphRun | Group


@dataclass(frozen=True, slots=True)
class Allowance:
    """A deliberate exception from a check rule, with its reason. `target` is a group id, "" for the whole figure."""

    rule: str
    target: str
    reason: str
    source: Source


@dataclass(frozen=True, slots=True)
class Translation:
    """One use of `tr`: both sides as the author wrote them (only strings are recorded)."""

    en: str
    zh: str
    source: Source


@dataclass(frozen=True, slots=True)
class Scene:
    """One figure in one language, ready to be written."""

    id: str
    chapter: str
    lang: Literal["en", "zh"]
    width: float
    height: float
    title: str
    alt: str
    credit: str
    theme: str
    background: str
    root: Group
    source: Source
    allowances: tuple[Allowance, ...] = field(default=())
    translations: tuple[Translation, ...] = field(default=())
    rights: str = ""


def walk(item: Item) -> Iterator[Item]:
    """The item and everything below it, in paint order."""
    yield item
    if isinstance(item, Group):
        for child in item.children:
            yield from walk(child)


def groups(scene: Scene) -> Iterator[Group]:
    """All groups of a scene, in paint order."""
    for item in walk(scene.root):
        if isinstance(item, Group):
            yield item
