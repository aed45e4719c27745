"""What goes into the router and what comes out: plain values in figure px."""

from __future__ import annotations

from dataclasses import dataclass, field

from llmfig.geometry import Point, Rect, Side


@dataclass(frozen=True, slots=True)
class Terminal:
    """One end of a wire.

    Args:
        rect: the node's frame, or a rectangle of size zero for a bare point, in px.
        side: the side the wire leaves from or arrives at; None lets the router choose.
        t: fraction along the side, counted from its left or top end; None lets the router spread the ports.
        point: a fixed place that overrules `t`; `side` then only says in which direction the wire leaves.
        key: identity of the node. Terminals of one key share the sides of that node; without a key equal frames are one
            node.
    """

    rect: Rect
    side: Side | None = None
    t: float | None = None
    point: Point | None = field(default=None, kw_only=True)
    key: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class Wire:
    """A connection to be routed.

    Args:
        start: where it begins.
        end: where it ends (the arrowhead's end, as far as the router cares).
        trunk: wires of one trunk that begin at one node (or end at one node) share their common stem and rails.
        around: run round the outside of everything on that side.
        through: x of a vertical stretch, y of a horizontal stretch, or both (a place) the wire must pass along, in px.
        clearance: distance kept from obstacles while there is room, in px.
        min_end: straight run at either end, so that an arrowhead fits, in px.
    """

    start: Terminal
    end: Terminal
    trunk: str | None = field(default=None, kw_only=True)
    around: Side | None = field(default=None, kw_only=True)
    through: tuple[float | None, float | None] = field(default=(None, None), kw_only=True)
    clearance: float = field(default=12, kw_only=True)
    min_end: float = field(default=14, kw_only=True)


@dataclass(frozen=True, slots=True)
class Routed:
    """The way of one wire: corners from start to end, each stretch exactly horizontal or vertical."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class RoutingResult:
    """All wires, in the order they were given.

    Attributes:
        routes: one per wire.
        junctions: where a branch leaves or joins the stem of its trunk; to be drawn as dots.
        crossings: (index of the wire that should hop, place), for every place where unrelated wires cross. When the
            hopping stretch belongs to several wires of a trunk, each of them is listed.
        blocked: indices of the wires that found no legal way and run through something.
    """

    routes: tuple[Routed, ...]
    junctions: tuple[Point, ...]
    crossings: tuple[tuple[int, Point], ...]
    blocked: tuple[int, ...]
