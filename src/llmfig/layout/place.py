"""Places and anchors: what arrows, braces, callouts and highlights can refer to.

A `Place` is anything that has a frame once the figure is laid out: an element, a cell, a range of cells, a term of a
formula, a group of elements. An `Anchor` is a point of a place. Both are resolved only after layout.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NoReturn

from llmfig.errors import FigureError, Source, caller, choices
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


class Place:
    """Anything with a frame after layout."""

    source: Source

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
        return self._side("top")

    @property
    def right(self) -> Anchor:
        return self._side("right")

    @property
    def bottom(self) -> Anchor:
        return self._side("bottom")

    @property
    def left(self) -> Anchor:
        return self._side("left")

    def _side(self, side: Side) -> Anchor:
        """A side; straight connectors take its middle."""
        return replace(self.port(side), loose=True)

    def port(self, side: Side, t: float | Place = 0.5) -> Anchor:
        """The point at fraction `t` of a side, counted from its left or top end; on the outline.

        With a place for `t`: the point of the side that is level with (or plumb over) the middle of that place.
        """
        if side not in NORMALS:
            raise AnchorError(f"there is no side {side!r}", fix=choices(side, NORMALS, "sides"), source=caller())

        def locate(layout: Layout) -> Point:
            frame = self.frame(layout)
            at = _level(frame, side, t.frame(layout)) if isinstance(t, Place) else t
            return on_outline(self.outline(layout), frame, side, at)

        return Anchor(self, side, locate)

    @property
    def center(self) -> Anchor:
        return self._corner("center")

    @property
    def top_left(self) -> Anchor:
        return self._corner("top_left")

    @property
    def top_right(self) -> Anchor:
        return self._corner("top_right")

    @property
    def bottom_left(self) -> Anchor:
        return self._corner("bottom_left")

    @property
    def bottom_right(self) -> Anchor:
        return self._corner("bottom_right")

    def _corner(self, name: str) -> Anchor:
        u, v = _CORNERS[name]
        return Anchor(self, None, lambda layout: self.frame(layout).at(u, v))

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("_") or name == "source":
            raise AttributeError(name)
        valid = [n for n in dir(type(self)) if not n.startswith("_")]
        raise AnchorError(
            f"{type(self).__name__} has no anchor or part {name!r}", fix=choices(name, valid, "names"), source=caller()
        )


def as_place(value: object) -> Place:
    """A place as it is; anything else is an error with the author's line."""
    if isinstance(value, Place):
        return value
    raise FigureError(
        f"a place is due here, not {type(value).__name__} {value!r}",
        fix="name an element, a part of one (strip[2:5]), or several by around(a, b)",
        source=caller(),
    )


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
    """One place that spans several.

    Example:
        Brace(around(first, last), side="left", label="N layers")
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
