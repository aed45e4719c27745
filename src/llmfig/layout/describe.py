"""A finished layout as plain data, for tools that show it: what authors can point at, and the tracks of containers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from llmfig.geometry import Point, Rect
from llmfig.layout.place import Anchor

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout


@dataclass(frozen=True, slots=True)
class LaidTracks:
    """The rows, or the columns, of one container as they were laid out.

    Attributes:
        way: what they are.
        gap: the author's step between them, px; what lies between two tracks may be more, where a connector or its
            label needed room.
        spans: start, end and alignment axis of each, px on the page: y of rows, x of columns.
    """

    way: Literal["row", "column"]
    gap: float
    spans: tuple[tuple[float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Described:
    """What can be said of one element once it is laid out.

    Attributes:
        places: points and parts by the name that is written behind the element (`top`, `term("adv")`, `[3]`); where
            they are, px on the page.
        tracks: its rows and columns, when it is a container that has any.
    """

    places: dict[str, Point | Rect]
    tracks: tuple[LaidTracks, ...]


def describe(layout: Layout) -> dict[str, Described]:
    """Every element of a figure that is laid out, routed and painted, by the id of its group in the Scene."""
    found = {}
    for element, id in layout.ids.items():
        places: dict[str, Point | Rect] = {}
        for name, place in element.named_places(layout).items():
            places[name] = place.point(layout) if isinstance(place, Anchor) else place.frame(layout)
        found[id] = Described(places, tuple(element.laid_tracks(layout)))
    return found
