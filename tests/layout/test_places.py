"""Anchors, ports, parts and hulls: what can be pointed at."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmfig import (
    Arrow,
    Box,
    Brace,
    Column,
    Diagram,
    Formula,
    Highlight,
    Matrix,
    Note,
    Row,
    Strip,
    Text,
    around,
    labeled,
)
from llmfig.elements.shapes import SHAPES
from llmfig.errors import FigureError
from llmfig.geometry import NORMALS, OPPOSITE, SIDES, Path, Rect, Side, union
from llmfig.layout.element import Element
from llmfig.layout.place import Anchor, AnchorError, Place, on_outline, rectangle
from tests.core import complain, fails, laid, law, lay_out, near, off, same, scene
from tests.layout.trees import leaves

sides = st.sampled_from(SIDES)
fractions = st.one_of(st.sampled_from((0.0, 0.5, 1.0)), st.floats(0, 1))
sizes = st.floats(24, 400)


def outlines(shape: str, r: Rect) -> Path:
    return SHAPES[shape].outline(r, 6)


@law(400)
@given(st.sampled_from(tuple(SHAPES)), sizes, sizes, sides, fractions)
def test_ports_lie_on_the_outlines_of_all_shapes(shape: str, w: float, h: float, side: Side, t: float) -> None:
    r = Rect(30, 40, w, h)
    outline = outlines(shape, r)
    p = on_outline(outline, r, side, t)
    assert off(outline, p) < 0.5, (shape, r, side, t, p)
    # A port keeps its place along the side, and lies on that half of the shape.
    assert near(
        p.x if side in ("top", "bottom") else p.y,
        r.port(side, t).x if side in ("top", "bottom") else r.port(side, t).y,
        0.01,
    )


@law(150)
@given(leaves, sides, fractions)
def test_ports_lie_on_the_outlines_of_all_elements(leaf: object, side: Side, t: float) -> None:
    figure = laid(leaf)  # type: ignore[arg-type]
    place = figure.root
    outline = place.outline(figure.layout)
    assert off(outline, place.port(side, t).point(figure.layout)) < 0.5
    assert off(outline, getattr(place, side).point(figure.layout)) < 0.5


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("side", SIDES)
def test_the_middle_of_a_side(shape: str, side: Side) -> None:
    r = Rect(0, 0, 200, 80)
    p, expected, inwards = on_outline(outlines(shape, r), r, side, 0.5), r.port(side), NORMALS[OPPOSITE[side]]
    # The shapes whose frame is wider there than they are.
    slim = {
        ("chevron", "left"): 14.0, ("trapezoid", "left"): 12.0, ("trapezoid", "right"): 12.0, ("funnel", "left"): 12.0,
        ("funnel", "right"): 12.0, ("arrow-right", "top"): 17.6, ("arrow-right", "bottom"): 17.6,
        ("arrow-both", "top"): 17.6, ("arrow-both", "bottom"): 17.6,
        ("arrow-down", "left"): 9.09, ("arrow-down", "right"): 9.09,
    }.get((shape, side), 0.0)  # fmt: skip
    assert p.distance(expected.shifted(inwards.x * slim, inwards.y * slim)) < 0.1


def test_corners_and_the_centre() -> None:
    a = Box("a")
    figure = lay_out(Row("x", a))
    r = figure[a]
    points = [
        getattr(a, name).point(figure.layout)
        for name in ("top_left", "top_right", "bottom_left", "bottom_right", "center")
    ]
    assert points == [r.at(0, 0), r.at(1, 0), r.at(0, 1), r.at(1, 1), r.center]
    assert all(getattr(a, name).side is None for name in ("top_left", "center"))


def test_sides_are_loose_and_ports_are_fixed() -> None:
    a = Box("a")
    assert a.right.loose
    assert a.right.side == "right"
    assert not a.port("right").loose


def test_a_port_that_is_level_with_another_element() -> None:
    low, tall = Box("a"), Box("b", tall=10)
    beside = Row(Column(Box("x", tall=3), low), tall)
    figure = lay_out(beside)
    assert near(tall.port("left", low).point(figure.layout).y, figure[low].cy)
    assert near(low.port("top", tall).point(figure.layout).x, figure[low].right)


def test_cells_and_blocks_of_cells() -> None:
    m = Matrix([[1, 2, 3], [4, 5, 6]])
    figure = lay_out(m)
    cells = m.cells
    assert m[1, 2] is cells[1][2]
    assert m[-1, -1] is cells[1][2]
    assert same(figure.place(m[0:2, 1:3]), union(figure[c] for row in cells for c in row[1:]))
    assert same(figure.place(m.row(1)), union(figure[c] for c in cells[1]))
    assert same(figure.place(m.column(0)), union(figure[row[0]] for row in cells))
    assert m[0:2, 1:3].element() is m


def test_ranges_of_a_strip() -> None:
    for down in (False, True):
        s = Strip(list("abcd"), down=down)
        figure = lay_out(s)
        every = [s[i] for i in range(len(s))]
        assert list(s) == every
        assert same(figure.place(s[1:3]), union(figure.place(p) for p in every[1:3]))
        assert same(figure.place(s[:]), figure[s])
        assert s[-1] is every[3]


def test_around_is_the_hull() -> None:
    a, b, c = Box("a"), Box("b", tall=5), Box("c")
    hull = around(a, c)
    figure = lay_out(Row(a, b, c))
    assert same(figure.place(hull), union([figure[a], figure[c]]))
    assert off(hull.outline(figure.layout), figure[a].at(0, 0)) == 0
    assert hull.element() is a


@law(60)
@given(st.lists(leaves, min_size=1, max_size=4))
def test_the_hull_of_all_is_the_container(children: list[object]) -> None:
    from tests.core import Spec

    figure = laid(Spec(Row, tuple(children), {"align": "top"}))
    hull = around(*figure.root.children())
    assert same(figure.place(hull), figure[figure.root])


def test_a_diagram_stands_for_its_body_and_a_note_for_its_words() -> None:
    a = Box("a", shape="diamond")
    noted = labeled(a, top="far away")
    note = noted.adornments[0]
    figure = lay_out(Row("x", noted))
    assert figure.place(noted) == figure[a]
    assert noted.outline(figure.layout) == a.outline(figure.layout)
    assert noted.element() is a
    assert note.label is not None
    assert figure.place(note) == figure[note.label]


def test_a_rectangle_is_its_border() -> None:
    assert rectangle(Rect(1, 2, 3, 4)).segments == (("M", 1, 2), ("L", 4, 2), ("L", 4, 6), ("L", 1, 6), ("Z",))


# Errors --------------------------------------------------------------------------------------------------------------


def test_unknown_anchors_and_parts() -> None:
    def anchor() -> Element:
        a, b = Box("a"), Box("b")
        return Diagram(Row(a, b), Arrow(a.rigth, b))  # here

    fails(anchor, "Box has no part or anchor 'rigth'", "did you mean 'right'?", at="# here")

    def part() -> Element:
        a, b = Strip("abc"), Box("b")
        return Diagram(Row(a, b), Arrow(a.middle, b))

    fails(part, "Strip has no part or anchor 'middle'", at="a.middle")

    def side() -> Element:
        a, b = Box("a"), Box("b")
        return Diagram(Row(a, b), Arrow(a.port("up"), b))  # type: ignore[arg-type]

    fails(side, "there is no side 'up'", "did you mean 'top'?", "top, right, bottom, left", at='a.port("up")')


def test_an_unknown_anchor_is_an_attribute_error_too() -> None:
    a = Box("a")
    assert not hasattr(a, "nowhere")
    with pytest.raises(AnchorError) as caught:
        a.nowhere  # noqa: B018
    again = pickle.loads(pickle.dumps(caught.value))
    assert isinstance(again, AnchorError)
    assert str(again) == str(caught.value)


def test_cells_that_are_not_there() -> None:
    def row() -> Element:
        m = Matrix([[1, 2], [3, 4]])
        return Diagram(m, Highlight(m[2, 0]))

    fails(row, "there is no row 2", "there are 2 rows, 0 to 1")

    def cells() -> Element:
        s = Strip("abc")
        return Diagram(s, Brace(s[3:5]))

    fails(cells, "no cells lie in 3:5", "there are 3 cells, 0 to 2", at="s[3:5]")


def test_terms_that_are_not_there() -> None:
    def figure() -> Element:
        f = Formula(r"\term{ratio}{r_t} A_t")
        box = Box("a")
        return Diagram(Column(f, box), Arrow(box, f.term("ration")))  # here

    fails(figure, "the formula has no term 'ration'", "did you mean 'ratio'?", at="# here")


def test_around_nothing() -> None:
    fails(lambda: Diagram(Box("a"), Brace(around())), "around() needs at least one")


WORDS = "abc"


@pytest.mark.parametrize(
    "make",
    [
        lambda a: Diagram(a, Brace(WORDS)),  # type: ignore[arg-type]
        lambda a: Diagram(a, Brace(over=a.right)),
        lambda a: Diagram(a, Note("n", over=WORDS)),  # type: ignore[arg-type]
        lambda a: Diagram(a, Highlight(WORDS)),  # type: ignore[arg-type]
        lambda a: Diagram(a, Highlight([a])),  # type: ignore[arg-type]
        lambda a: Diagram(a, Highlight(a.top)),
        lambda a: Diagram(a, Brace(around(a, WORDS))),  # type: ignore[arg-type]
        lambda a: Diagram(a, Brace(around([a, a]))),  # type: ignore[arg-type]
    ],
)
def test_a_word_where_a_place_is_due(make: object) -> None:
    def figure() -> Element:
        return make(Box("a"))  # type: ignore[operator,no-any-return]

    with pytest.raises(FigureError) as caught:
        scene(figure)
    complain(caught.value, "an element or a part of one is due here")
    assert caught.value.source is not None
    assert caught.value.source.file == __file__


def test_places_outside_of_the_figure() -> None:
    def brace() -> Element:
        a = Box("a")
        lost = Box("lost")
        return Diagram(a, Brace(lost))  # here

    fails(brace, "this Brace refers to the Box of line", "which is not in the figure", "put the Box into", at="# here")

    def highlight() -> Element:
        a = Box("a")
        lost = Strip("lost")
        return Diagram(a, Highlight(lost[1:2]))  # here

    fails(highlight, "which is not in the figure", at="# here")


def test_anchors_are_values() -> None:
    a = Box("a")
    assert isinstance(a.top, Anchor)
    assert isinstance(a, Place)
    assert a.top.place is a
    assert isinstance(Text("a").left, Anchor)
