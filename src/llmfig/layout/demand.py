"""Room that connectors ask for between neighbours.

A gap between two tracks must hold the arrows that cross it, and their labels. Containers ask here; nothing is moved
later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from llmfig.layout.element import Element
from llmfig.layout.place import Place

if TYPE_CHECKING:
    from llmfig.connect.link import Link
    from llmfig.layout.engine import Layout


def demanded_gap(layout: Layout, container: Element, first: Element, second: Element, horizontal: bool) -> float:
    """The least gap in px between two neighbouring children that the connectors between them need."""
    return max((link.room(layout, horizontal) for link in between(layout, container, first, second)), default=0.0)


def between(layout: Layout, container: Element, first: Element, second: Element) -> list[Link]:
    """Connectors that join something in `first` to something in `second`."""
    found = []
    for link in layout.links:
        a, b = (_child(layout, p, container) for p in link.ends())
        if {a, b} == {first, second}:
            found.append(link)
    return found


def _child(layout: Layout, place: Place | None, container: Element) -> Element | None:
    """The child of a container that a place lies in; None when a panel's border lies between."""
    if place is None:
        return None
    below: Element | None = None
    for holder in layout.ancestors(place.element()):
        if holder is container:
            return below
        if below is not None and below.backdrop:
            return None
        below = holder
    return None
