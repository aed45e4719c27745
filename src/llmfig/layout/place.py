"""Places and anchors: what arrows, braces, callouts and highlights can refer to.

A `Place` is anything that has a frame once the figure is laid out: an element, a cell, a range of cells, a term of a
formula, a group of elements. An `Anchor` is a point of a place. Both are resolved only after layout.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from numbers import Real
from typing import TYPE_CHECKING, NoReturn

from llmfig.errors import FigureError, Source, caller, choices, short
from llmfig.geometry import NORMALS, OPPOSITE, Path, Point, Rect, Side, leave, polyline, union

if TYPE_CHECKING:
    from llmfig.layout.element import Element
    from llmfig.layout.engine import Layout

_CORNERS: dict[str, tuple[float, float]] = {
    "top_left": (0, 0),
    "top_right": (1, 0),
    "bottom_left": (0, 1),
    "bottom_right": (1, 1),
    "center": (0.5, 0.5),
}


class AnchorError(FigureError, AttributeError):
    """A place has no anchor (or part) of that name."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A point of a place.

    Attributes:
        place: what the point belongs to.
        side: the direction a connector leaves in; None: any.
        locate: gives the point, px, once the figure is laid out.
        loose: any point of that side will do; connectors that share the side are spread along it.
    """

    place: Place
    side: Side | None
    locate: Callable[[Layout], Point]
    loose: bool = False

    def point(self, layout: Layout) -> Point:
        return self.locate(layout)

    def __repr__(self) -> str:
        return f"<{self.side or 'a point'} of {self.place!r}>"


class Place:
    """Anything that arrows, braces, notes and highlights can refer to: an element, a part of one, or several
    (`around`).

    Attributes:
        top: the upper side. Arrows that share a side are spread along it.
        right: the right side.
        bottom: the lower side.
        left: the left side.
        center: the middle.
        top_left: a corner, and so are the next three.
        top_right: a corner.
        bottom_left: a corner.
        bottom_right: a corner.

    Example:
        ```python
        names = [
            ["top_left", "top", "top_right"],
            ["left", "", "right"],
            ["bottom_left", "bottom", "bottom_right"],
        ]
        box = Box(role="model", wide=12, tall=6)
        words = [[Text(name, mono=True, size="small") if name else box for name in row] for row in names]
        arrows = [
            Arrow(word, getattr(box, word.text), route="straight")
            for row in words
            for word in row
            if word is not box
        ]
        Diagram(Grid(words, gap="l"), arrows)
        ```
    """

    source: Source

    def __repr__(self) -> str:
        source = self.__dict__.get("source")
        return f"<{type(self).__name__} of line {source.line}>" if source else f"<{type(self).__name__}>"

    def frame(self, layout: Layout) -> Rect:
        """The frame, px."""
        raise NotImplementedError

    def outline(self, layout: Layout) -> Path:
        """The border that connectors end on; the frame unless a shape says otherwise."""
        return rectangle(self.frame(layout))

    def element(self) -> Element:
        """The element of the tree that this place is, or is part of."""
        raise NotImplementedError

    @property
    def top(self) -> Anchor:
        """The upper side, for arrows; those that share a side are spread along it."""
        return self._side("top")

    @property
    def right(self) -> Anchor:
        """The right side, for arrows; those that share a side are spread along it."""
        return self._side("right")

    @property
    def bottom(self) -> Anchor:
        """The lower side, for arrows; those that share a side are spread along it."""
        return self._side("bottom")

    @property
    def left(self) -> Anchor:
        """The left side, for arrows; those that share a side are spread along it."""
        return self._side("left")

    def _side(self, side: Side) -> Anchor:
        """A side; straight connectors take its middle."""
        return replace(self.port(side), loose=True)

    def port(self, side: Side, t: float | Place = 0.5) -> Anchor:
        """A point of a side, for arrows: exact, where `right` and the like leave it to the routing.

        Args:
            side: `top`, `right`, `bottom` or `left`.
            t: how far along the side, from 0 (its left or top end) to 1; or a place, for the point straight over
                (level with) the middle of that place.

        Raises:
            FigureError: for a side that does not exist.

        Example:
            ```python
            trunk = Box("Transformer", role="model", tall=6)
            policy, value = (
                Box(tr("Policy head", "策略头"), role="data"),
                Box(tr("Value head", "价值头"), role="auxiliary"),
            )
            heads = Column(policy, value, equal="width", gap="l")
            Diagram(
                Row(trunk, heads, gap="l"), [Arrow(trunk.port("right", head), head) for head in (policy, value)]
            )
            ```
        """
        if side not in NORMALS:
            raise AnchorError(f"there is no side {side!r}", fix=choices(side, NORMALS, "sides"), source=caller())
        if not isinstance(t, Place) and not (isinstance(t, Real) and 0 <= t <= 1):
            fix = "give a fraction of the side, 0.5 for its middle, or an element that the port is level with"
            raise FigureError(f"no port lies at {short(t)} of a side", fix=fix, source=caller())

        def locate(layout: Layout) -> Point:
            frame = self.frame(layout)
            at = _level(frame, side, t.frame(layout)) if isinstance(t, Place) else t
            return on_outline(self.outline(layout), frame, side, at)

        return Anchor(self, side, locate)

    @property
    def center(self) -> Anchor:
        """The middle, for straight arrows."""
        return self._corner("center")

    @property
    def top_left(self) -> Anchor:
        """The corner, for straight arrows."""
        return self._corner("top_left")

    @property
    def top_right(self) -> Anchor:
        """The corner, for straight arrows."""
        return self._corner("top_right")

    @property
    def bottom_left(self) -> Anchor:
        """The corner, for straight arrows."""
        return self._corner("bottom_left")

    @property
    def bottom_right(self) -> Anchor:
        """The corner, for straight arrows."""
        return self._corner("bottom_right")

    def _corner(self, name: str) -> Anchor:
        u, v = _CORNERS[name]
        return Anchor(self, None, lambda layout: self.frame(layout).at(u, v))

    def named_places(self, layout: Layout) -> Mapping[str, Place | Anchor]:
        """What of it an author can point at once it is laid out, by what is written behind it: `top`, `[3]`."""
        return {name: getattr(self, name) for name in (*NORMALS, *_CORNERS)}

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("_") or name == "source":
            raise AttributeError(name)
        from llmfig.mistakes.anchors import unknown

        what, fix = unknown(type(self), name)
        raise AnchorError(what, fix=fix, source=caller())


def as_place(value: object) -> Place:
    """A place as it is; anything else is an error with the author's line."""
    if isinstance(value, Place):
        return value
    from llmfig.mistakes.contents import no_place

    what, fix = no_place(value)
    raise FigureError(what, fix=fix, source=caller())


class Part(Place):
    """A part of an element that is not an element itself: a term of a formula, a range of cells, a chart point.

    Args:
        owner: the element it belongs to.
        locate: gives its frame, px.
        air: px that connectors keep from the frame.
    """

    def __init__(self, owner: Element, locate: Callable[[Layout], Rect], *, air: float = 0.0) -> None:
        self.source = caller()
        self._owner = owner
        self._locate = locate
        self._air = air

    def outline(self, layout: Layout) -> Path:
        return rectangle(self.frame(layout).grown(self._air))

    def frame(self, layout: Layout) -> Rect:
        return self._locate(layout)

    def element(self) -> Element:
        return self._owner


class Hull(Place):
    """The smallest frame round several places; see `around`."""

    def __init__(self, places: tuple[Place, ...]) -> None:
        self.source = caller()
        if not places:
            raise FigureError("around() needs at least one element", fix="name the elements", source=self.source)
        self.places = tuple(as_place(p) for p in places)

    def frame(self, layout: Layout) -> Rect:
        return union(p.frame(layout) for p in self.places)

    def element(self) -> Element:
        return self.places[0].element()


def around(*places: Place) -> Hull:
    """One place that spans several, for braces, notes, highlights and arrows.

    Args:
        *places: elements, or parts of them.

    Raises:
        FigureError: when there are none.

    Example:
        ```python
        layers = [Box(tr(f"Layer {i}", f"第 {i} 层"), role="model") for i in (3, 2, 1)]
        head = Box(tr("Output head", "输出头"), role="compute")
        Diagram(
            Column(head, *layers, gap="xs", equal="width"),
            Brace(around(*layers), side="right", label="$N=3$"),
        )
        ```
    """
    return Hull(places)


def rectangle(r: Rect) -> Path:
    """The border of a rectangle."""
    return polyline([r.at(0, 0), r.at(1, 0), r.at(1, 1), r.at(0, 1)], closed=True)


def _level(frame: Rect, side: Side, other: Rect) -> float:
    """The fraction of a side at which it passes the middle of another frame; at its end when it does not."""
    upright = side in ("left", "right")
    at = (other.cy - frame.y) / frame.h if upright else (other.cx - frame.x) / frame.w
    return min(1.0, max(0.0, at))


def on_outline(outline: Path, frame: Rect, side: Side, t: float) -> Point:
    """Where a line through the port (`side`, `t`) of a frame, at right angles to that side, meets the outline."""
    outer = frame.port(side, t)
    normal = NORMALS[side]
    # From the other side: where a shape slants, the outline may lie beyond the middle.
    hit = leave(outline, frame.port(OPPOSITE[side], t), outer.shifted(normal.x, normal.y))
    return hit if hit is not None else outer
