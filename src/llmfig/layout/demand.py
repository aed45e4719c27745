"""Room that connectors ask for between neighbours.

A gap between two tracks must hold the arrows that cross it, and their labels. Containers ask here; nothing is moved
later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from llmfig.layout.element import Element

if TYPE_CHECKING:
    from llmfig.connect.link import Link
    from llmfig.layout.engine import Layout


def demanded_gap(layout: Layout, container: Element, first: Element, second: Element, horizontal: bool) -> float:
    """The least gap in px between two neighbouring children that the connectors between them need."""
    return max((link.room(layout, horizontal) for link in between(layout, container, first, second)), default=0.0)


def between(layout: Layout, container: Element, first: Element, second: Element) -> list[Link]:
    """Connectors that join something in `first` to something in `second`, both children of `container`."""
    if layout.joints is None:
        layout.joints = _joints(layout)
    return layout.joints.get((container, frozenset((first, second))), [])


def _joints(layout: Layout) -> dict[tuple[Element, frozenset[Element]], list[Link]]:
    """Every connector, by the innermost container of both its ends and the children of it that it joins."""
    found: dict[tuple[Element, frozenset[Element]], list[Link]] = {}
    for link in layout.links:
        a, b = (list(layout.ancestors(p.element())) for p in link.ends())
        inside = set(b)
        meet = next((e for e in a if e in inside), None)
        if meet is None or meet in (a[0], b[0]):
            continue
        below = [path[: path.index(meet)] for path in (a, b)]
        # Where a panel's border lies between an end and the container, the gap outside of it is not the connector's.
        if not any(e.backdrop for path in below for e in path[1:]):
            found.setdefault((meet, frozenset(path[-1] for path in below)), []).append(link)
    return found
