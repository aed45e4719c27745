"""What can change in a figure, as plain values. How each is said is in `words`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from llmfig.errors import Source
from llmfig.geometry import Point, Rect

Value = str | float | None
Aspect = Literal["title", "alt", "credit", "theme", "background", "size", "exceptions"]
Style = Literal[
    "role",
    "fill",
    "stroke",
    "stroke width",
    "dashes",
    "opacity",
    "line caps",
    "line joins",
    "corner radius",
    "text size",
    "font",
    "text colour",
    "heads",
    "head size",
    "rails",
    "turn",
]


@dataclass(frozen=True, slots=True)
class Name:
    """How an element is called.

    Attributes:
        kind: what it is.
        words: what it says, or what is said in it; "" for what says nothing.
        ends: of a connector: what it joins; None for an end on nothing.
        holder: for what says nothing: what it is in or near to.
        near: whether the holder is only near.
        nth: of those with the same kind and words, the how manieth, and how many there are.
    """

    kind: str
    words: str = ""
    ends: Ends | None = None
    holder: Name | None = None
    near: bool = False
    nth: tuple[int, int] | None = None


Ends = tuple[Name | None, Name | None]


@dataclass(frozen=True, slots=True)
class Where:
    """The element that a change is about.

    Attributes:
        id: of its group, on the side after; before, when it is gone.
        name: what it is called on that side.
        source: the author's line on that side.
        before, after: its frame on the page, px; None on a side where it is not.
    """

    id: str
    name: Name
    source: Source | None
    before: Rect | None
    after: Rect | None


@dataclass(frozen=True, slots=True)
class Change:
    """Something about one element, or about the figure as a whole, that is not what it was."""

    where: Where


@dataclass(frozen=True, slots=True)
class FigureChanged(Change):
    """A property of the whole figure."""

    aspect: Aspect
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class TextChanged(Change):
    """Other words. With `latex`, these are the sources of formulas."""

    before: str
    after: str
    latex: bool = False


@dataclass(frozen=True, slots=True)
class LinesChanged(Change):
    """The same words on more or fewer lines, or broken elsewhere."""

    before: int
    after: int


@dataclass(frozen=True, slots=True)
class GlyphsChanged(Change):
    """The same words or formula, shown by other glyphs (`symbols`) or by glyphs in other places."""

    symbols: bool


@dataclass(frozen=True, slots=True)
class Restyled(Change):
    """Another look. `values` holds what was and what is, more than once where parts of an element differ."""

    style: Style
    values: tuple[tuple[Value, Value], ...]


@dataclass(frozen=True, slots=True)
class Retyped(Change):
    """Another kind of element that says the same."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Redrawn(Change):
    """Another drawing; with `shape`, another outline."""

    shape: bool = False


@dataclass(frozen=True, slots=True)
class Resized(Change):
    """Wider and taller by so many px."""

    dw: float
    dh: float


@dataclass(frozen=True, slots=True)
class Moved(Change):
    """Moved by so many px within what holds it. `left` and `entered` are set when that is another container."""

    dx: float
    dy: float
    left: Name | None = None
    entered: Name | None = None


@dataclass(frozen=True, slots=True)
class Spaced(Change):
    """Gaps between the elements of a container changed, all in one direction by the same length.

    `before` and `after` are the gaps in px; for grids, whose gaps cannot be told from the picture, `before` is None and
    `after` the difference.
    """

    across: bool
    before: float | None
    after: float


@dataclass(frozen=True, slots=True)
class Rearranged(Change):
    """A container in which so many elements stand elsewhere, though it holds what it held."""

    count: int


@dataclass(frozen=True, slots=True)
class Reordered(Change):
    """In another place among its siblings: after `follows`, or first. With `painted`, only what covers what differs."""

    follows: Name | None
    painted: bool = False


@dataclass(frozen=True, slots=True)
class Added(Change):
    """New, with all that it holds.

    `holds` counts drawn elements by kind, `links` are the connectors that came with it; a connector has a `label`.
    """

    holds: tuple[tuple[str, int], ...] = ()
    links: tuple[Name, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Removed(Change):
    """Gone, with all that it held; as `Added`."""

    holds: tuple[tuple[str, int], ...] = ()
    links: tuple[Name, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Reconnected(Change):
    """A connector that joins other elements. `before` and `after` are its ends."""

    before: Ends
    after: Ends


@dataclass(frozen=True, slots=True)
class Rerouted(Change):
    """A connector between the same elements that takes another way."""


@dataclass(frozen=True, slots=True)
class LabelMoved(Change):
    """The label of a connector that is elsewhere along the same way; by so many px."""

    dx: float
    dy: float


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed between two Scenes of one figure in one language.

    Attributes:
        causes: what was changed, in reading order.
        effects: what moved, grew or was routed elsewhere to make room for that.
        before, after: the canvas on both sides.
        drift: by how much most of the figure is elsewhere on its canvas, px.
    """

    causes: tuple[Change, ...]
    effects: tuple[Change, ...]
    before: Rect
    after: Rect
    drift: Point

    def __bool__(self) -> bool:
        return bool(self.causes or self.effects)
