"""A finished layout as plain data: what can be pointed at, and the tracks of containers."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given

from llmfig import (
    Arrow,
    Axis,
    Bars,
    Box,
    Brace,
    Chart,
    Code,
    Column,
    Curve,
    Diagram,
    Formula,
    Grid,
    Layers,
    Matrix,
    NumberLine,
    Points,
    Ring,
    Row,
    Segments,
    Strip,
    Table,
    Text,
    Timeline,
    Tracks,
    Tree,
    event,
    node,
    span,
)
from llmfig.build import Built, build
from llmfig.geometry import Point, Rect, union
from llmfig.layout.describe import Described, LaidTracks, describe
from llmfig.layout.element import Element
from llmfig.layout.place import Place
from llmfig.scene.model import groups
from tests.core import BOOK, Spec, define, laid, law, near, same
from tests.layout.trees import trees

NINE = {"top", "right", "bottom", "left", "center", "top_left", "top_right", "bottom_left", "bottom_right"}


def drawn(element: Element) -> Built:
    return build(define(lambda: element), "en", BOOK)


def told(element: Element, of: Element | None = None) -> Described:
    """What is said of an element (by default of the whole) of a figure."""
    built = drawn(element)
    return describe(built.layout)[built.layout.ids[of or element]]


def columns(tracks: tuple[LaidTracks, ...]) -> LaidTracks:
    return next(t for t in tracks if t.way == "column")


def rows(tracks: tuple[LaidTracks, ...]) -> LaidTracks:
    return next(t for t in tracks if t.way == "row")


# Places --------------------------------------------------------------------------------------------------------------


@law(60)
@given(trees)
def test_every_group_of_an_element_is_described_as_it_was_drawn(figure: Spec) -> None:
    built = build(define(figure.build), "en", BOOK)
    found = describe(built.layout)
    by_id = {group.id: group for group in groups(built.scene)}
    assert set(found) <= set(by_id)
    assert {id for id, group in by_id.items() if group.kind == "box"} <= set(found)
    for element, id in built.layout.ids.items():
        frame = element.frame(built.layout)
        assert set(found[id].places) >= NINE
        assert found[id].places["center"] == frame.center
        assert found[id].places["top_left"] == frame.at(0, 0)


def test_sides_lie_on_the_outline() -> None:
    shape = Box("$x$", shape="trapezoid")
    places = told(Row(shape, Box("b")), shape).places
    top, left = places["top"], places["left"]
    assert isinstance(top, Point)
    assert isinstance(left, Point)
    corner = places["top_left"]
    assert isinstance(corner, Point)
    assert near(top.y, corner.y)
    assert left.x > corner.x + 4  # the slanted side


@pytest.mark.parametrize(
    ("element", "names"),
    [
        (Formula(r"a = \term{ratio}{r_t} \term{adv}{A}"), ['term("ratio")', 'term("adv")']),
        (Strip(["a", "b"]), ["[0]", "[1]"]),
        (Strip(["a", "b"], down=True), ["[0]", "[1]"]),
        (Matrix([[1, 2], [3, 4]]), ["[0, 0]", "[0, 1]", "[1, 0]", "[1, 1]"]),
        (Table([["1", "2"]], head=["a", "b"]), ["[0, 0]", "[0, 1]"]),
        (Tree(node("root", node("a"), node("twice"), node("twice"))), ['node("root")', 'node("a")']),
        (Code("a = 1\nb = 2", language="python"), ["line(1)", "line(2)"]),
        (NumberLine(0, 1, ticks=[0, 1], marks={0.3: "$x$"}), ["at(0)", "at(1)", "at(0.3)"]),
        (Ring("a", "b", "c"), ["[0]", "[1]", "[2]"]),
        (Timeline(event("1", "a"), event("2", "b")), ["date(0)", "date(1)", 'box(0, "above")', 'box(1, "below")']),
        (Layers([["a"]], [["b", "c"], ["d", "e"]]), ["[0]", "[1]"]),
        (Segments([1, 2]), ["[0]", "[1]"]),
        (
            Chart(Axis("x", ticks=[0, 1], range=(0, 1)), Axis("y", range=(0, 1)), Curve(lambda x: x)),
            ['tick("x", 0)', 'tick("x", 1)', "curve_end(0)"],
        ),
        (Chart(Bars(np.array([1.0, 2.0])), Axis("y", range=(0, 3))), ["bar(0)", "bar(1)"]),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Element) else "",
)
def test_parts_are_called_as_authors_write_them(element: Element, names: list[str]) -> None:
    built = drawn(element)
    places = describe(built.layout)[built.layout.ids[element]].places
    assert [name for name in places if name not in NINE] == names
    for name in names:  # and what the name stands for lies there
        part = eval(f"element{name}" if name.startswith("[") else f"element.{name}", {"element": element})
        expected = part.frame(built.layout) if isinstance(part, Place) else part.point(built.layout)
        assert places[name] == expected


def test_points_of_a_chart() -> None:
    points = Points([0.5], [0.5])
    chart = Chart(Axis("x", range=(0, 1)), Axis("y", range=(0, 1)), points)
    assert isinstance(told(chart, points).places["[0]"], Rect)


def test_braces_have_a_tip_and_connectors_a_middle() -> None:
    a, b = Box("a"), Box("b")
    arrow, brace = Arrow(a, b), Brace(a, side="bottom")
    built = drawn(Diagram(Row(a, b, gap="xl"), arrow, brace))
    found = describe(built.layout)
    (start, end) = built.layout.routes[arrow]
    assert found["link-1"].places == {"middle": Point((start.x + end.x) / 2, start.y)}
    tip = found[built.layout.ids[brace]].places["tip"]
    assert isinstance(tip, Point)
    assert tip.y > built.layout.frame(a).bottom


# Tracks --------------------------------------------------------------------------------------------------------------


@law(60)
@given(trees)
def test_children_stand_in_the_tracks_of_their_row_or_column(figure: Spec) -> None:
    found = laid(figure)
    for element in found.frames:
        if not isinstance(element, Row | Column):
            continue
        (tracks,) = element.laid_tracks(found.layout)
        assert tracks.way == ("column" if element.horizontal else "row")
        assert len(tracks.spans) == len(element.children())
        for child, (start, end, axis) in zip(element.children(), tracks.spans, strict=True):
            r, size = found[child], found.size(child)
            low, high = (r.x, r.right) if element.horizontal else (r.y, r.bottom)
            own = size.ax if element.horizontal else size.ay
            assert start - 0.01 <= low
            assert high <= end + 0.01
            assert near(low + own, axis, 0.01)
        for (_, end, _), (start, _, _) in itertools.pairwise(tracks.spans):
            assert start - end >= tracks.gap - 0.01


def test_the_tracks_of_a_grid() -> None:
    a, b, c = Box("a", wide=8), Box("b"), Box("wide one below")
    grid = Grid([[a, b], [span(c, cols=2)]], col_gap="xl", row_gap="s")
    built = drawn(grid)
    tracks = tuple(grid.laid_tracks(built.layout))
    across, down = columns(tracks), rows(tracks)
    assert (across.gap, down.gap) == (BOOK.gap("xl"), BOOK.gap("s"))
    frames = {e: built.layout.frame(e) for e in (a, b, c)}
    (left, right, _), (top, bottom, _) = across.spans[0], down.spans[0]
    assert same(Rect(left, top, right - left, bottom - top), frames[a], 0.01)
    assert near(across.spans[1][2], frames[b].cx)
    assert near(across.spans[1][0] - across.spans[0][1], BOOK.gap("xl"))
    assert near(down.spans[1][0] - down.spans[0][1], BOOK.gap("s"))
    whole = union(frames.values())
    assert near(across.spans[0][0], whole.x)
    assert near(across.spans[1][1], whole.right)


def test_a_gap_that_a_label_widened_tells_what_was_asked() -> None:
    a, b = Box("a"), Box("b")
    row = Row(a, b, gap="s")
    built = drawn(Diagram(row, Arrow(a, b, label="a label that needs room")))
    (tracks,) = row.laid_tracks(built.layout)
    (_, end, _), (start, _, _) = tracks.spans
    assert tracks.gap == BOOK.gap("s")
    assert start - end > 100
    assert near(start - end, built.layout.frame(b).x - built.layout.frame(a).right)


def test_the_tracks_of_cells_are_their_frames() -> None:
    matrix = Matrix([[1, 222], [3, 4], [5, 6]], gap="xs")
    built = drawn(matrix)
    across, down = matrix.laid_tracks(built.layout)
    assert [len(across.spans), len(down.spans)] == [2, 3]
    cell = built.layout.frame(matrix.cells[2][1])
    assert across.spans[1] == (cell.x, cell.right, cell.cx)
    assert down.spans[2] == (cell.y, cell.bottom, cell.cy)


def test_shared_tracks_are_as_wide_as_the_widest() -> None:
    shared = Tracks()
    one, other = Row(Text("a"), Text("b"), tracks=shared), Row(Text("a wide text"), Text("b"), tracks=shared)
    built = drawn(Column(one, other))
    assert one.laid_tracks(built.layout) == other.laid_tracks(built.layout)


def test_text_has_no_tracks() -> None:
    assert told(Text("a")).tracks == ()
