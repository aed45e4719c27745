"""Labels of connectors: room for them, and where they stand."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmfig import Arrow, Box, Column, Diagram, Grid, Panel, Region, Row, Text, chain, fan_in, fan_out, labeled
from llmfig.bilingual import LANGS, Lang, drawing
from llmfig.connect.link import LABEL_AIR, MIN_ARROW, along
from llmfig.connect.solve import hosts
from llmfig.geometry import Point, Rect, crossing, segments_of
from llmfig.layout.element import Element
from tests.connect.figures import boxes, row_nodes
from tests.core import BOOK, Laid, Spec, Words, built, law, lay_out, near
from tests.layout.trees import words

langs = st.sampled_from(LANGS)
wheres = st.sampled_from(("beside", "on"))
short = st.sampled_from((Words("a", "甲"), Words("$x_t$", "$x_t$")))


def crosses(route: tuple[Point, ...], r: Rect) -> bool:
    """Whether a line runs through a frame."""
    edges = [(r.at(0, 0), r.at(1, 0)), (r.at(1, 0), r.at(1, 1)), (r.at(1, 1), r.at(0, 1)), (r.at(0, 1), r.at(0, 0))]
    return any(
        r.holds(p, -0.01) or any(crossing(p, q, a, b) is not None for a, b in edges)
        for p, q in segments_of(list(route))
    )


def free(figure: Laid, arrows: list[Arrow]) -> None:
    """No label lies on an element, another label, or a line (but its own, when it stands on it)."""
    words = {e for e in figure.frames if any(isinstance(h, Arrow) for h in figure.layout.ancestors(e))}
    solids = [figure[e] for e in dict.fromkeys(hosts(figure.layout).values()) if e not in words]
    labels = [(a, figure[label].grown(-0.5)) for a in arrows for label, _ in a.tags]
    for arrow, frame in labels:
        assert not any(frame.intersects(s) for s in solids), frame
        for other in arrows:
            if other is not arrow or arrow.label_at == "beside":
                assert not crosses(figure.route(other), frame), (frame, figure.route(other))
    for (_, f), (_, g) in itertools.combinations(labels, 2):
        assert not f.intersects(g)


@law(80)
@given(st.lists(row_nodes, min_size=2, max_size=3), st.lists(words, min_size=2, max_size=2), wheres, langs)
def test_gaps_of_a_row_grow_to_hold_labels(row: list[Spec], labels: list[Words], where: str, lang: Lang) -> None:
    with drawing(lang):
        made = [s.build() for s in row]
        arrows = [
            Arrow(a, b, label=built(w), label_at=where)  # type: ignore[arg-type]
            for (a, b), w in zip(itertools.pairwise(made), labels, strict=False)
        ]
        figure = lay_out(Diagram(Row(*made, gap="none"), arrows), lang)
    for arrow, (a, b) in zip(arrows, itertools.pairwise(made), strict=True):
        label = figure[arrow.tags[0][0]]
        assert figure[b].x - figure[a].right >= max(MIN_ARROW, label.w + 2 * LABEL_AIR) - 0.01
    free(figure, arrows)


@law(60)
@given(st.lists(boxes, min_size=2, max_size=3), st.lists(words, min_size=2, max_size=2), wheres, langs)
def test_gaps_of_a_column_grow_to_hold_labels(column: list[Spec], labels: list[Words], where: str, lang: Lang) -> None:
    with drawing(lang):
        made = [s.build() for s in column]
        arrows = [
            Arrow(a, b, label=built(w), label_at=where)  # type: ignore[arg-type]
            for (a, b), w in zip(itertools.pairwise(made), labels, strict=False)
        ]
        figure = lay_out(Diagram(Column(*made, gap="none"), arrows), lang)
    for arrow, (a, b) in zip(arrows, itertools.pairwise(made), strict=True):
        label = figure[arrow.tags[0][0]]
        assert figure[b].y - figure[a].bottom >= max(MIN_ARROW, label.h + 2 * LABEL_AIR) - 0.01
    free(figure, arrows)


@law(60)
@given(
    st.lists(st.lists(boxes, min_size=3, max_size=3), min_size=2, max_size=2),
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), short), min_size=1, max_size=3, unique_by=lambda t: t[:2]),
    langs,
)
def test_labels_stand_free_where_there_is_room(
    rows: list[list[Spec]], joins: list[tuple[int, int, Words]], lang: Lang
) -> None:
    with drawing(lang):
        made = [[s.build() for s in row] for row in rows]
        flat = [e for row in made for e in row]
        arrows = [Arrow(flat[a], flat[b], label=built(w)) for a, b, w in joins if a != b]  # type: ignore[arg-type]
        figure = lay_out(Diagram(Grid(made, row_gap="xxl", col_gap="xxl"), arrows), lang)
    free(figure, arrows)


def test_two_labels_stand_on_either_side() -> None:
    a, b, c = Box("a"), Box("b"), Box("c")
    across, down = Arrow(a, b, labels=("upper", "lower")), Arrow(a, c, labels=("left", "right"))
    figure = lay_out(Diagram(Grid([[a, b], [c, None]], gap="l"), across, down))
    upper, lower = (figure[label] for label, _ in across.tags)
    left, right = (figure[label] for label, _ in down.tags)
    level, plumb = figure.route(across)[0].y, figure.route(down)[0].x
    assert upper.bottom < level < lower.y
    assert left.right < plumb < right.x


@pytest.mark.parametrize(("side", "upright"), [("above", False), ("below", False), ("left", True), ("right", True)])
def test_the_side_of_a_label(side: str, upright: bool) -> None:
    a, b = Box("a"), Box("b")
    arrow = Arrow(a, b, label="words", label_side=side)  # type: ignore[arg-type]
    figure = lay_out(Diagram(Column(a, b) if upright else Row(a, b), arrow))
    label, start = figure[arrow.tags[0][0]], figure.route(arrow)[0]
    assert {
        "above": label.bottom < start.y,
        "below": label.y > start.y,
        "left": label.right < start.x,
        "right": label.x > start.x,
    }[side]


@pytest.mark.parametrize("t", [0.2, 0.5, 0.8])
def test_the_place_of_a_label_along_the_line(t: float) -> None:
    a, b = Box("a"), Box("b")
    arrow = Arrow(a, b, label="w", label_t=t)
    figure = lay_out(Diagram(Row(a, b, gap="xxl"), arrow))
    points = figure.route(arrow)
    assert near(figure[arrow.tags[0][0]].cx, along(points, t).x, 1)


def test_a_label_on_the_line_is_in_the_middle_of_it() -> None:
    a, b = Box("a"), Box("b")
    arrow = Arrow(a, b, label="words", label_at="on")
    figure = lay_out(Diagram(Row(a, b), arrow))
    assert near(figure[arrow.tags[0][0]].cy, figure.route(arrow)[0].y)


def test_labels_of_branches_stand_at_the_branches() -> None:
    root, leaves = Box("root"), [Box(f"leaf {i}") for i in range(3)]
    out = fan_out(root, leaves, labels=["p", "q", "r"])
    figure = lay_out(Diagram(Row(root, Column(*leaves, gap="l")), out))
    for arrow, leaf in zip(out, leaves, strict=True):
        label = figure[arrow.tags[0][0]]
        nearest = min(leaves, key=lambda e: abs(figure[e].cy - label.cy))
        assert nearest is leaf
    free(figure, out)
    assert figure.solution.junctions


def test_a_label_in_a_panel_gets_room_inside_of_it() -> None:
    a, b, c = Box("a"), Box("b"), Box("c")
    arrow = Arrow(a, b, label="a long label of words")
    region = Region(rows=(0, 0), cols=(1, 2), title="Region")
    figure = lay_out(Diagram(Grid([[a, b, c]], regions=[region]), arrow))
    label, border = figure[arrow.tags[0][0]], figure[region]
    assert border.x > label.right or label.x > border.x


def test_labels_keep_off_the_borders_of_panels() -> None:
    a, b = Box("a"), Box("b")
    arrow = Arrow(a, b, label="words")
    panel = Panel(b, pad="xl")
    figure = lay_out(Diagram(Row(a, panel, gap="xl"), arrow))
    label, border = figure[arrow.tags[0][0]], figure[panel].x
    assert not label.x < border < label.right


def test_an_element_may_be_a_label() -> None:
    a, b = Box("a"), Box("b")
    label = labeled(Text("words"), top="note")
    arrow = Arrow(a, b, label=label)
    figure = lay_out(Diagram(Row(a, b), arrow))
    assert figure[a].right < figure[label].x
    assert figure[label].right < figure[b].x


# Several at once -----------------------------------------------------------------------------------------------------


def test_a_chain_joins_each_to_the_next() -> None:
    places = [Box(f"{i}") for i in range(4)]
    made = chain(*places, style="dashed", role="loss")
    assert [(a.start, a.end_at) for a in made] == list(itertools.pairwise(places))
    assert {(a.style, a.role) for a in made} == {("dashed", "loss")}


def test_fans_share_a_trunk_of_their_own() -> None:
    a, b, c = Box("a"), Box("b"), Box("c")
    out, into = fan_out(a, [b, c], labels=["p"]), fan_in([b, c], a)
    assert [(x.start, x.end_at) for x in out] == [(a, b), (a, c)]
    assert [(x.start, x.end_at) for x in into] == [(b, a), (c, a)]
    assert [len(x.tags) for x in out] == [1, 0]
    assert len({x.trunk for x in out}) == len({x.trunk for x in into}) == 1
    assert out[0].trunk != into[0].trunk


def test_fans_take_anything_that_can_be_gone_through() -> None:
    a = Box("a")
    boxes = (Box("b"), Box("c"))
    assert len(fan_out(a, (b.top for b in boxes))) == 2
    assert len(fan_in(iter(boxes), a.left)) == 2


@pytest.mark.parametrize(
    ("t", "expected"), [(0, (0, 0)), (0.25, (10, 0)), (0.5, (20, 0)), (0.75, (20, 10)), (1, (20, 20))]
)
def test_points_along_a_line(t: float, expected: tuple[float, float]) -> None:
    assert along([Point(0, 0), Point(20, 0), Point(20, 20)], t) == Point(*expected)


def test_the_least_gap_of_an_arrow_is_more_than_its_head() -> None:
    a, b = Box("a"), Box("b")
    figure = lay_out(Diagram(Row(a, b, gap="none"), Arrow(a, b)))
    assert near(figure[b].x - figure[a].right, MIN_ARROW)
    assert 2 * BOOK.arrowhead.length < MIN_ARROW


def test_arrows_ask_for_room_only_between_neighbours() -> None:
    a, b, c = Box("a"), Box("b"), Box("c")
    row: Element = Row(a, b, c, gap="none")
    figure = lay_out(Diagram(row, Arrow(a, b, label="words")))
    assert near(figure[c].x, figure[b].right)
