"""Where connectors begin and end, and that they are straight where they can be."""

from __future__ import annotations

import itertools

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
    Grid,
    Line,
    Matrix,
    Note,
    Panel,
    Row,
    Strip,
    Text,
    around,
    labeled,
)
from llmfig.bilingual import LANGS, Lang
from llmfig.geometry import Point, Rect, Side
from llmfig.layout.element import Element
from llmfig.layout.place import Anchor
from llmfig.vocabulary import Route
from tests.connect.figures import bodies, boxes, column_nodes, end, fractions, grid, row_nodes, sides, touches
from tests.core import Spec, laid, law, lay_out, near, off
from tests.layout.trees import leaves

langs = st.sampled_from(LANGS)
routes = st.sampled_from(("auto", "elbow", "straight", "arc", "wave"))
two_by_two = st.lists(st.lists(bodies, min_size=2, max_size=2), min_size=2, max_size=2)
corners = st.permutations(range(4))
ends = st.one_of(
    st.just(()),
    st.tuples(sides),
    st.tuples(sides, fractions),
)


def level(points: tuple[Point, ...]) -> bool:
    return len(points) == 2 and points[0].y == points[1].y


def plumb(points: tuple[Point, ...]) -> bool:
    return len(points) == 2 and points[0].x == points[1].x


# Straight ------------------------------------------------------------------------------------------------------------


@law(150)
@given(st.lists(row_nodes, min_size=2, max_size=3), st.sampled_from(("auto", "straight", "elbow")), langs)
def test_arrows_between_neighbours_of_a_row_are_exactly_level(row: list[Spec], route: str, lang: Lang) -> None:
    joined = grid([row], *[(i, i + 1, {"route": route}) for i in range(len(row) - 1)], lang=lang)
    for arrow in joined.arrows:
        assert level(joined.figure.route(arrow)), joined.figure.route(arrow)


@law(100)
@given(st.lists(column_nodes, min_size=2, max_size=3), st.sampled_from(("auto", "straight", "elbow")), langs)
def test_arrows_between_neighbours_of_a_column_are_exactly_plumb(column: list[Spec], route: str, lang: Lang) -> None:
    joined = grid([[e] for e in column], *[(i, i + 1, {"route": route}) for i in range(len(column) - 1)], lang=lang)
    for arrow in joined.arrows:
        assert plumb(joined.figure.route(arrow)), joined.figure.route(arrow)


@law(100)
@given(two_by_two, langs)
def test_all_four_arrows_of_a_square_are_straight(square: list[list[Spec]], lang: Lang) -> None:
    joined = grid(square, (0, 1, {}), (0, 2, {}), (1, 3, {}), (2, 3, {}), gap="xxl", lang=lang)
    across, down, again, below = (joined.figure.route(a) for a in joined.arrows)
    assert level(across)
    assert level(below)
    assert plumb(down)
    assert plumb(again)


@law(60)
@given(st.lists(bodies, min_size=2, max_size=2), st.booleans(), langs)
def test_opposite_sides_of_neighbours_are_joined_straight(pair: list[Spec], across: bool, lang: Lang) -> None:
    out, into = ("right", "left") if across else ("bottom", "top")
    joined = grid([pair] if across else [[e] for e in pair], ((0, out), (1, into), {}), lang=lang)
    points = joined.figure.route(joined.arrows[0])
    assert level(points) if across else plumb(points)


@law(60)
@given(st.lists(row_nodes, min_size=2, max_size=2), langs)
def test_both_ways_between_neighbours_are_straight(pair: list[Spec], lang: Lang) -> None:
    joined = grid([pair], (0, 1, {}), (1, 0, {}), gap="xxl", lang=lang)
    there, back = (joined.figure.route(a) for a in joined.arrows)
    assert level(there)
    assert level(back)
    assert there[0].y != back[0].y


def test_an_arrow_over_the_border_of_a_panel_is_straight() -> None:
    a, b, c = Box("a"), Box("b"), Box("c", tall=6)
    arrows = Arrow(a, b), Arrow(b, c)
    figure = lay_out(Diagram(Row(a, Panel(b, title="A title", pad="l"), labeled(c, top="x"), gap="l"), *arrows))
    assert all(level(figure.route(a)) for a in arrows)


# On outlines ---------------------------------------------------------------------------------------------------------


@law(250)
@given(two_by_two, corners, ends, ends, routes, langs)
def test_both_ends_lie_on_the_outlines(
    square: list[list[Spec]],
    order: list[int],
    first: tuple[object, ...],
    last: tuple[object, ...],
    route: str,
    lang: Lang,
) -> None:
    a, b = ((i, *e) if e else i for i, e in zip(order, (first, last), strict=False))
    joined = grid(square, (a, b, {"route": route}), gap="xxl", lang=lang)
    figure, arrow = joined.figure, joined.arrows[0]
    points = figure.route(arrow)
    for which, p in ((arrow.start, points[0]), (arrow.end_at, points[-1])):
        assert touches(figure, which, p), (which, p)
        if isinstance(which, Anchor) and not which.loose:
            assert p.distance(which.point(figure.layout)) < 0.5


@law(100)
@given(two_by_two, corners, ends, ends, langs)
def test_routes_have_right_angles(
    square: list[list[Spec]], order: list[int], first: tuple[object, ...], last: tuple[object, ...], lang: Lang
) -> None:
    a, b = ((i, *e) if e else i for i, e in zip(order, (first, last), strict=False))
    joined = grid(square, (a, b, {}), gap="xxl", lang=lang)
    points = joined.figure.route(joined.arrows[0])
    for p, q in itertools.pairwise(points):
        assert (p.x == q.x) != (p.y == q.y)


@law(100)
@given(two_by_two, corners, sides, sides, langs)
def test_arrows_leave_and_arrive_at_the_sides_that_are_named(
    square: list[list[Spec]], order: list[int], out: Side, into: Side, lang: Lang
) -> None:
    joined = grid(square, ((order[0], out), (order[1], into), {}), gap="xxl", lang=lang)
    points = joined.figure.route(joined.arrows[0])
    for i, j, side in ((0, 1, out), (-1, -2, into)):
        dx, dy = points[j].x - points[i].x, points[j].y - points[i].y
        assert (dx > 0, dx < 0, dy > 0, dy < 0) == tuple(side == s for s in ("right", "left", "bottom", "top"))


@law(80)
@given(boxes, sides, st.sampled_from((-2.0, -1.0, -0.5, 0.5, 1.0, 2.0)))
def test_loops_start_and_end_on_the_outline_and_stand_out_at_their_side(box: Spec, side: Side, bend: float) -> None:
    joined = grid([[box]], ((0, side), 0, {"route": "arc", "bend": bend}))
    figure, arrow = joined.figure, joined.arrows[0]
    points = figure.route(arrow)
    assert touches(figure, joined.nodes[0], points[0])
    assert touches(figure, joined.nodes[0], points[-1])
    frame, far = figure[joined.nodes[0]], arrow.frame(figure.layout)
    reach = {
        "top": frame.y - far.y,
        "bottom": far.bottom - frame.bottom,
        "left": frame.x - far.x,
        "right": far.right - frame.right,
    }
    assert reach[side] == max(reach.values())
    assert reach[side] > 20
    # The figure makes room for it at that side; beside it, a loop that is broader than its box sticks out.
    whole = figure[figure.root]
    room = {
        "top": whole.y - far.y,
        "bottom": far.bottom - whole.bottom,
        "left": whole.x - far.x,
        "right": far.right - whole.right,
    }
    assert room[side] < 1


@law(80)
@given(st.lists(boxes, min_size=2, max_size=2), st.booleans(), st.sampled_from((-2.0, -1.0, 1.0, 2.0)))
def test_arcs_stand_out_to_the_left_of_their_direction(pair: list[Spec], across: bool, bend: float) -> None:
    joined = grid([pair] if across else [[e] for e in pair], (0, 1, {"route": "arc", "bend": bend}), gap="xxl")
    figure, arrow = joined.figure, joined.arrows[0]
    points = figure.route(arrow)
    chord, middle = Rect(*points[0], points[-1].x - points[0].x, points[-1].y - points[0].y), points[len(points) // 2]
    if across:
        assert (middle.y < chord.cy) == (bend > 0)
    else:
        assert (middle.x > chord.cx) == (bend > 0)


@law(60)
@given(st.lists(boxes, min_size=2, max_size=2))
def test_arcs_of_different_bend_do_not_meet(pair: list[Spec]) -> None:
    bends = (-2.0, -1.0, 1.0, 2.0)
    joined = grid([pair], *[(0, 1, {"route": "arc", "bend": b}) for b in bends], gap="xxl")
    starts = [joined.figure.route(a)[0] for a in joined.arrows]
    for p, q in itertools.combinations(starts, 2):
        assert p.distance(q) > 1


# Parts ---------------------------------------------------------------------------------------------------------------


def ends_of(figure_root: Element, arrow: Arrow) -> tuple[Point, Point, object]:
    figure = lay_out(figure_root)
    points = figure.route(arrow)
    return points[0], points[-1], figure


@pytest.mark.parametrize("route", ["auto", "straight", "wave"])
def test_arrows_end_at_parts(route: Route) -> None:
    formula, strip, matrix = (
        Formula(r"\term{r}{r_t} + \term{a}{\hat A_t}"),
        Strip(list("abcd")),
        Matrix([[1, 2], [3, 4]]),
    )
    noted, brace = Note("words", over=matrix.row(1), side="right"), Brace(strip[1:3], side="top", label="b")
    below = [Box(f"{i}") for i in range(7)]
    places = [
        formula.term("a"),
        strip[2],
        strip[1:3],
        matrix[1, 0],
        matrix.column(1),
        noted,
        around(strip[0:1], strip[1:2]),
    ]
    arrows = [Arrow(b, p, route=route) for b, p in zip(below, places, strict=True)]
    top = Row(Diagram(strip, brace), Diagram(matrix, noted), formula, gap="xl")
    figure = lay_out(Diagram(Column(top, Row(*below, gap="xl"), gap="xxl"), *arrows))
    for arrow, place in zip(arrows, places, strict=True):
        assert off(place.outline(figure.layout), figure.route(arrow)[-1]) < 0.5, place


def test_arrows_end_at_tips_and_points() -> None:
    strip, below, above = Strip(list("abcd")), Box("b"), Box("a")
    brace = Brace(strip[1:3], side="bottom", label=None, style="bracket")
    first = Arrow(above, strip[0])
    second = Arrow(below, brace.tip)
    third = Line(first.middle, below.left)
    fourth = Line(below, above.center)
    figure = lay_out(Diagram(Column(above, Diagram(strip, brace), below, gap="xxl"), first, second, third, fourth))
    layout = figure.layout
    assert figure.route(second)[-1].distance(brace.tip.point(layout)) < 0.5
    assert figure.route(third)[0].distance(first.middle.point(layout)) < 0.01
    assert figure.route(fourth)[-1].distance(figure[above].center) < 0.01


def test_an_arrow_may_start_on_an_arrow_level_with_something() -> None:
    a, b, c = Box("a"), Box("b"), Box("c", tall=3)
    down = Arrow(a, b)
    side = Arrow(down.level_with(c), c)
    figure = lay_out(Diagram(Grid({(0, 0): a, (2, 0): b, (1, 1): c}, gap="xl"), down, side))
    points = figure.route(side)
    assert level(points)
    assert near(points[0].x, figure.route(down)[0].x)
    assert near(points[0].y, figure[c].cy)


@law(60)
@given(leaves, st.sampled_from(("auto", "straight")))
def test_arrows_end_at_all_elements(leaf: Spec, route: str) -> None:
    joined = grid([[Spec(Box, ("a",)), leaf]], (0, 1, {"route": route}))
    assert touches(joined.figure, joined.nodes[1], joined.figure.route(joined.arrows[0])[-1])


def test_an_arrow_to_something_with_notes_ends_at_its_body() -> None:
    a, b = Box("a", shape="circle"), labeled(Box("b", shape="diamond"), left="a note in the way", right="r", top="t")
    arrow = Arrow(a, b, route="straight")
    figure = lay_out(Diagram(Row(a, b, gap="xl"), arrow))
    assert off(b.body.outline(figure.layout), figure.route(arrow)[-1]) < 0.5


def test_ends_are_described_by_index_side_and_fraction() -> None:
    a = Box("a")
    assert end([a], 0) is a
    assert isinstance(end([a], (0, "top")), Anchor)
    assert isinstance(laid(Spec(Text, ("a",))).root, Text)


def test_arcs_join_points_of_other_connectors() -> None:
    a, b, c = Box("a"), Box("b"), Box("c")
    up, down = Arrow(a, b, route="straight"), Arrow(a, c, route="straight")
    arc = Arrow(up.at(0.3), down.middle, route="arc")
    figure = lay_out(Diagram(Row(a, Column(b, c, gap="xxl"), gap="xxl"), up, down, arc))
    points = figure.route(arc)
    assert points[0] == up.at(0.3).point(figure.layout)
    assert points[-1] == down.middle.point(figure.layout)


def test_arrows_inside_of_a_box_take_the_short_way() -> None:
    a, b = Box("a"), Box("b")
    arrow = Arrow(a, b)
    figure = lay_out(Column(Box("above"), Box(Diagram(Column(a, b, gap="l"), arrow))))
    start, end = figure.route(arrow)
    assert start.x == end.x
    assert (start.y, end.y) == pytest.approx((figure[a].bottom, figure[b].y))
