"""Items of a ring stand at equal distances on it, apart from each other; arrows follow it from outline to outline."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmfig.elements.box import Box
from llmfig.elements.ring import Ring
from llmfig.errors import FigureError
from tests.core import law
from tests.elements_more.kit import CLOSE, ON, apart, distance, laid_out, wires

WORDS = st.sampled_from(["a", "Generate", "a long\nlabel", "Train the model"])


@law(40)
@given(
    st.lists(WORDS, min_size=2, max_size=8),
    st.sampled_from([None, "Loop", "a wide thing in the middle"]),
    st.sampled_from([1.0, 0.6]),
    st.sampled_from(["arc", "straight"]),
)
def test_laws(words: list[str], center: str | None, flat: float, route: Literal["arc", "straight", "none"]) -> None:
    items = [Box(w) for w in words]
    ring = Ring(*items, center=center, flat=flat, route=route)
    layout, drawn = laid_out(ring)
    rects = [layout.frame(i) for i in items]
    everything = [*rects, *([layout.frame(ring.middle)] if ring.middle else [])]
    assert all(apart(a, b) for a, b in itertools.combinations(everything, 2))
    assert all(layout.frame(ring).contains(r) for r in everything)
    if flat == 1.0:
        chords = [a.center.distance(b.center) for a, b in zip(rects, [*rects[1:], rects[0]], strict=True)]
        assert max(chords) - min(chords) < CLOSE
    found = wires(drawn)
    assert len(found) == len(items)
    for wire, a, b in zip(found, items, [*items[1:], items[0]], strict=True):
        assert wire.link is not None
        assert distance(wire.link.start.point, a.outline(layout)) < ON
        assert distance(wire.link.end.point, b.outline(layout)) < ON


def test_arcs_lie_on_the_ring() -> None:
    items = [Box(w) for w in "abcd"]
    ring = Ring(*items)
    layout, drawn = laid_out(ring)
    centre = layout.frame(ring.cycle).center  # type: ignore[arg-type]
    radius = ring.radius(layout)
    for wire in wires(drawn):
        assert wire.link is not None
        assert all(abs(p.distance(centre) - radius) < CLOSE for p in wire.link.route)


def test_four_items_stand_at_the_four_quarters() -> None:
    items = [Box(w) for w in "abcd"]
    layout, _ = laid_out(Ring(*items))
    n, e, s, w = (layout.frame(i).center for i in items)
    assert n.x == pytest.approx(s.x)
    assert e.y == pytest.approx(w.y)
    assert n.y < e.y < s.y
    assert w.x < n.x < e.x


def test_half_a_step_on_puts_four_items_into_the_corners() -> None:
    items = [Box(w) for w in "abcd"]
    layout, _ = laid_out(Ring(*items, start=0.5))
    first, second = layout.frame(items[0]).center, layout.frame(items[1]).center
    assert first.x == pytest.approx(second.x)
    assert first.y < second.y


def test_labels_stand_outside_of_the_ring() -> None:
    ring = Ring("a", "b", "c", labels=["one", None, "three"])
    layout, _ = laid_out(ring)
    assert ring.cycle is not None
    centre, radius = layout.frame(ring.cycle).center, ring.radius(layout)
    for label in ring.cycle.labels.values():
        rect = layout.frame(label)
        nearest = math.hypot(
            max(rect.x - centre.x, 0, centre.x - rect.right), max(rect.y - centre.y, 0, centre.y - rect.bottom)
        )
        assert nearest > radius
        assert layout.frame(ring).contains(rect)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Ring("a"), "two items or more, not 1"),
        (lambda: Ring("a", "b", route="elbow"), "no route"),  # type: ignore[arg-type]
        (lambda: Ring("a", "b", style="wavy"), "no style"),  # type: ignore[arg-type]
        (lambda: Ring("a", "b", labels=["1", "2", "3"]), "3 labels for 2 arrows"),
        (lambda: Ring("a", "b", flat=0), "flat=0 cannot be drawn"),
        (lambda: Ring("a", "b")[2], "no item 2"),
    ],
)
def test_errors_name_the_authors_line(make: Callable[[], object], words: str) -> None:
    with pytest.raises(FigureError, match=words) as error:
        make()
    assert error.value.source is not None
    assert error.value.source.file == __file__
