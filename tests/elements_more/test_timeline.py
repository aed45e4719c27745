"""Connectors of a timeline stand exactly on their dates and touch bar and box; boxes are equal and apart."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmfig.elements.timeline import Event, Timeline, event
from llmfig.errors import FigureError
from tests.core import law
from tests.elements_more.kit import ANY, CLOSE, ON, apart, distance, laid_out, wires

WORDS = st.sampled_from(["DQN", "AlphaGo defeated the world champion", "two\nlines", "PPO"])
DATES = st.sampled_from(["2013", "1950–1960", "Nov 2022", "a rather long date"])
EVENTS = st.one_of(
    st.builds(event, DATES, WORDS),
    st.builds(lambda d, a: event(d, above=a), DATES, WORDS),
    st.builds(lambda d, a, b: event(d, above=a, below=b), DATES, WORDS, WORDS),
)


@law(40)
@given(st.lists(EVENTS, min_size=1, max_size=7))
def test_laws(events: list[Event]) -> None:
    line = Timeline(*events, wrap=8)
    layout, drawn = laid_out(line)
    bar = layout.frame(line.bar)
    boxes = {(side, i): layout.frame(b) for side, row in line.boxes.items() for i, b in row.items()}
    assert len({(round(r.w, 6), round(r.h, 6)) for r in boxes.values()}) == 1
    assert all(apart(a, b) for a, b in itertools.combinations([*boxes.values(), bar], 2))
    assert all(layout.frame(line).contains(r) for r in (*boxes.values(), bar))
    dates = [layout.frame(d) for d in line.dates]
    assert all(a.right < b.x for a, b in itertools.pairwise(dates))
    assert all(bar.contains(d) for d in dates)
    found = wires(drawn)
    assert len(found) == len(boxes)
    by_id = {layout.ids[b]: (i, b) for row in line.boxes.values() for i, b in row.items()}
    for wire in found:
        assert wire.link is not None
        start, end = wire.link.start, wire.link.end
        i, box = by_id[end.target or ""]
        assert start.point.x == pytest.approx(dates[i].cx, abs=CLOSE)
        assert end.point.x == pytest.approx(dates[i].cx, abs=CLOSE)
        assert distance(start.point, line.bar.outline(layout)) < ON
        assert distance(end.point, box.outline(layout)) < ON


def test_events_alternate_unless_told_otherwise() -> None:
    line = Timeline(event("1", above="a", below="b"), event("2", "c"), event("3", "d"), event("4", "e"))
    assert [sorted(row) for row in line.boxes.values()] == [[0, 1, 3], [0, 2]]


def test_dates_keep_even_steps_where_boxes_alternate() -> None:
    line = Timeline(*(event(str(2010 + i), "x" * (i + 1)) for i in range(5)))
    layout, _ = laid_out(line)
    centres = [layout.frame(d).cx for d in line.dates]
    steps = [b - a for a, b in itertools.pairwise(centres)]
    assert max(steps) - min(steps) < CLOSE


def test_dates_and_boxes_are_places() -> None:
    line = Timeline(event("1", above="a", below="b"), event("2", "c"))
    layout, _ = laid_out(line)
    assert line.box(0, "below").frame(layout).y > line.date(0).frame(layout).bottom
    assert line.box(1) is line.boxes["above"][1]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: event("2013"), "has no event"),
        (lambda: event("2013", "a", above="b"), "given twice"),
        (Timeline, "no events"),
        (lambda: Timeline(ANY("2013")), "holds events, not the string"),
        (lambda: Timeline(event("1", "a")).box(3), "no event 3"),
        (lambda: Timeline(event("1", "a")).box(0, "below"), "no event 0 below"),
    ],
)
def test_errors_name_the_authors_line(make: Callable[[], object], words: str) -> None:
    with pytest.raises(FigureError, match=words) as error:
        make()
    assert error.value.source is not None
    assert error.value.source.file == __file__
