"""What stands at the sides of a body, and over it: notes, braces, highlights, enclosures."""

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
    Enclose,
    Grid,
    Highlight,
    Note,
    Panel,
    Row,
    Strip,
    Text,
    around,
    labeled,
)
from llmfig.bilingual import LANGS, Lang
from llmfig.elements.spans import SPAN_STYLES, span_depth
from llmfig.geometry import SIDES, Point, Rect, Side
from llmfig.layout.element import Element
from llmfig.layout.place import Place
from llmfig.scene.model import Box as SceneBox
from llmfig.scene.model import Group, Shape, groups
from llmfig.vocabulary import SpanStyle
from tests.core import BOOK, Laid, Spec, fails, laid, law, lay_out, near, same, scene
from tests.layout.trees import diagrams, gaps, leaves, parts, words

langs = st.sampled_from(LANGS)
sides = st.sampled_from(SIDES)
spans = st.sampled_from(SPAN_STYLES)


def outside(body: Rect, frame: Rect, side: str) -> float:
    """How far a frame is off a side of another, outwards."""
    return {
        "top": body.y - frame.bottom,
        "bottom": frame.y - body.bottom,
        "left": body.x - frame.right,
        "right": frame.x - body.right,
    }[side]


# Laws ----------------------------------------------------------------------------------------------------------------


@law(100)
@given(diagrams(parts), langs)
def test_adornments_stand_outside_of_the_body_at_their_side(spec: Spec, lang: Lang) -> None:
    figure = laid(spec, lang)
    diagram = figure.root
    assert isinstance(diagram, Diagram)
    body = figure.place(diagram)
    for a in diagram.adornments:
        assert outside(body, figure[a], a.side) >= -0.01
        assert figure[diagram].contains(figure[a], 0.01)
        if a.label:
            assert outside(body, figure[a.label], a.side) >= BOOK.gap(a.gap) - 0.01
            along = "cx" if a.side in ("top", "bottom") else "cy"
            assert near(getattr(figure[a.label], along), getattr(body, along), 0.01)


@law(100)
@given(diagrams(parts), langs)
def test_outer_levels_stand_outside_of_inner_ones(spec: Spec, lang: Lang) -> None:
    figure = laid(spec, lang)
    diagram = figure.root
    assert isinstance(diagram, Diagram)
    for a, b in itertools.permutations(diagram.adornments, 2):
        if a.side == b.side and a.level < b.level:
            assert outside(figure[a], figure[b], a.side) >= -0.01


@law(80)
@given(leaves, st.lists(st.tuples(sides, words), max_size=3), langs)
def test_a_diagram_is_its_body_to_others(body: Spec, notes: list[tuple[str, object]], lang: Lang) -> None:
    adorned = Spec(Diagram, (body, *(Spec(Note, (w,), {"side": s}) for s, w in notes)))
    figure = laid(Spec(Row, ("x", adorned, "y")), lang)
    diagram = figure.root.children()[1]
    assert isinstance(diagram, Diagram)
    inner = diagram.body
    assert figure.place(diagram) == figure[inner]
    assert diagram.outline(figure.layout) == inner.outline(figure.layout)
    size, own = figure.size(diagram), figure.size(inner)
    assert near(figure[diagram].x + size.ax, figure[inner].x + own.ax)
    assert near(figure[diagram].y + size.ay, figure[inner].y + own.ay)


@law(100)
@given(spans, sides, gaps, st.one_of(st.none(), words), st.integers(0, 3), st.integers(1, 3))
def test_a_brace_spans_exactly_its_place(
    style: SpanStyle, side: Side, gap: str, label: object, low: int, count: int
) -> None:
    down = side in ("left", "right")

    def place(strip: Strip) -> Place:
        return strip[low : low + count]

    strip = Strip(list("abcdef"), down=down)
    brace = Brace(place(strip), side=side, style=style, gap=gap, label=None if label is None else "label")
    figure = lay_out(Diagram(strip, brace))
    target = figure.place(place(strip))
    a, b = brace._line(figure.layout)
    step = BOOK.gap(gap)
    expected = {
        "top": (Point(target.x, target.y - step), Point(target.right, target.y - step)),
        "bottom": (Point(target.x, target.bottom + step), Point(target.right, target.bottom + step)),
        "left": (Point(target.x - step, target.y), Point(target.x - step, target.bottom)),
        "right": (Point(target.right + step, target.y), Point(target.right + step, target.bottom)),
    }[side]
    assert a == pytest.approx(expected[0])
    assert b == pytest.approx(expected[1])
    tip = brace.tip.point(figure.layout)
    middle = Point((a.x + b.x) / 2, (a.y + b.y) / 2)
    assert 0 < tip.distance(middle) <= span_depth(style)
    assert outside(target, Rect(tip.x, tip.y, 0, 0), side) > step
    if brace.label:
        assert outside(Rect(tip.x, tip.y, 0, 0), figure[brace.label], side) >= 0


@law(60)
@given(leaves, gaps, langs)
def test_a_highlight_covers_its_place(leaf: Spec, pad: str, lang: Lang) -> None:
    figure = laid(Spec(Diagram, (leaf,)), lang)
    body = figure.root.children()[0]
    mark = Highlight(body, pad=pad)
    assert same(mark.cover(figure.layout), figure[body].grown(BOOK.gap(pad)))


# Examples ------------------------------------------------------------------------------------------------------------


def brace_of(picture: object) -> Group:
    return next(g for g in groups(picture) if g.kind == "brace")  # type: ignore[arg-type]


@pytest.mark.parametrize("style", SPAN_STYLES)
def test_what_is_drawn_of_a_brace_lies_over_its_place(style: SpanStyle) -> None:
    def figure() -> Element:
        strip = Strip(list("abcdef"))
        return Diagram(strip, Brace(strip[1:4], style=style, label="label"))

    picture = scene(figure)
    cells = [g.rect for g in groups(picture) if g.kind == "cell"]
    drawn = [item.path.bounds() for item in brace_of(picture).children if isinstance(item, Shape)]
    assert min(b.x for b in drawn) == pytest.approx(cells[1].x, abs=1.1)
    assert max(b.right for b in drawn) == pytest.approx(cells[3].right, abs=1.1)
    assert max(b.bottom for b in drawn) <= cells[1].y - BOOK.gap("xs") + 0.01


def test_a_brace_without_a_place_spans_the_body() -> None:
    a, b = Box("a"), Box("b")
    row, brace = Row(a, b), Brace(side="bottom", label="both")
    figure = lay_out(Diagram(row, brace))
    assert [p.x for p in brace._line(figure.layout)] == [figure[row].x, figure[row].right]


def test_a_brace_in_a_grid_spans_what_it_names() -> None:
    cells = [Box(f"{i}") for i in range(3)]
    brace = Brace(around(cells[0], cells[2]), side="left", label="N")
    figure = lay_out(Grid({(0, 1): cells[0], (1, 1): cells[1], (2, 1): cells[2], (1, 0): brace}))
    a, b = brace._line(figure.layout)
    assert (a.y, b.y) == (figure[cells[0]].y, figure[cells[2]].bottom)


def test_nothing_is_beside_a_body_without_adornments() -> None:
    box = Box("a")
    figure = lay_out(Diagram(box))
    assert same(figure[figure.root], figure[box])


def test_levels_that_are_left_out_take_no_room() -> None:
    box, note = Box("a"), Note("n", level=2)
    figure = lay_out(Diagram(box, note))
    label = figure[note.label] if note.label else None
    assert label is not None
    assert near(figure[box].y - label.bottom, BOOK.gap("xs"))


def test_long_notes_widen_the_diagram() -> None:
    box, note = Box("a"), Note("a note that is far longer than the box is wide")
    figure = lay_out(Panel(Diagram(box, note)))
    assert figure[figure.root].contains(figure[note])
    outer = lay_out(Diagram(labeled(Box("a"), right="long words at the right"), Note("and long words above all")))
    diagram = outer.root
    assert isinstance(diagram, Diagram)
    assert outer[diagram].contains(outer[diagram.adornments[0]])


def test_a_label_that_fills_is_as_long_as_the_place() -> None:
    box, ground = Box("a", wide=12), Box("n", stick="fill")
    figure = lay_out(Diagram(box, Note(ground)))
    assert near(figure[ground].w, figure[box].w)


def test_sides_of_labeled() -> None:
    box = Box("a")
    diagram = labeled(box, top="t", right="r", bottom="b", left=Text("l"))
    figure = lay_out(diagram)
    assert [a.side for a in diagram.adornments] == ["top", "right", "bottom", "left"]
    for a in diagram.adornments:
        assert near(outside(figure[box], figure.place(a), a.side), BOOK.gap("xs"))


def test_highlights_below_are_painted_first() -> None:
    def figure() -> Element:
        strip = Strip(list("abcd"))
        return Diagram(strip, Highlight(strip[1:3]), Highlight(strip[0], below=True, pad="s", dashed=True))

    picture = scene(figure)
    diagram = next(g for g in groups(picture) if g.kind == "diagram")
    assert [g.kind for g in diagram.children if isinstance(g, Group)] == ["highlight", "strip", "highlight"]
    below, _, above = (g for g in diagram.children if isinstance(g, Group))
    cells = [g.rect for g in groups(picture) if g.kind == "cell"]
    assert same(above.rect, Rect(cells[1].x, cells[1].y, cells[2].right - cells[1].x, cells[1].h), 0.01)
    assert same(below.rect, cells[0].grown(BOOK.gap("s")), 0.01)
    assert above.clear
    assert below.clear


@pytest.mark.parametrize("dashed", [False, True])
def test_a_dashed_border_shows_in_roles_that_have_none(dashed: bool) -> None:
    def figure() -> Element:
        a, b = Box("a"), Box("b")
        return Diagram(Row(a, b), Enclose(a, b, role="panel", dashed=dashed))

    frame = next(g for g in groups(scene(figure)) if g.kind == "enclosure")
    (ground,) = (item for item in frame.children if isinstance(item, SceneBox))
    assert bool(ground.paint.stroke and ground.paint.dash) == dashed


def test_an_enclosure_goes_round_what_it_names() -> None:
    a, b, c = Box("a"), Box("b", tall=4), Box("c")
    frame = Enclose(a, b, title="A title")
    figure = lay_out(Panel(Diagram(Row(a, b, c, gap="xl"), frame), pad="none"))
    border = figure[frame]
    assert frame.title is not None
    for inner in (figure[a], figure[b], figure[frame.title]):
        assert border.grown(-BOOK.gap("s") + 0.01).contains(inner)
    assert not border.intersects(figure[c])
    assert figure[figure.root].contains(border)


def test_a_long_title_widens_an_enclosure() -> None:
    a, b = Box("a"), Box("b")
    frame = Enclose(a, title="A title that is longer than the box")
    figure = lay_out(Diagram(Column(a, b), frame))
    assert frame.title is not None
    assert figure[frame].grown(-BOOK.gap("s") + 0.01).contains(figure[frame.title])
    assert near(figure[frame].cx, figure[a].cx)


def test_extras_come_singly_or_in_lists() -> None:
    a, b = Box("a"), Box("b")
    arrows = [Arrow(a, b), [Arrow(b, a), (Note("n"), None)]]
    diagram = Diagram(Row(a, b), *arrows, None, [])  # type: ignore[arg-type]
    assert len(diagram.links) == 2
    assert len(diagram.adornments) == 1


def test_the_point_of_a_brace_level_with_something() -> None:
    strip, box = Strip(list("abcd")), Box("b")
    brace = Brace(strip, side="bottom", style="bracket")
    figure = lay_out(Diagram(Column(Diagram(strip, brace), box), []))
    p = brace.level_with(strip[1]).point(figure.layout)
    assert near(p.x, figure.place(strip[1]).cx)
    assert near(p.y, brace.tip.point(figure.layout).y)
    assert isinstance(figure, Laid)


# Errors --------------------------------------------------------------------------------------------------------------


def test_unknown_words() -> None:
    fails(
        lambda: Diagram("a", Note("n", side="up")),  # type: ignore[arg-type]
        "there is no side 'up'",
        "did you mean 'top'?",
        "top, right, bottom, left",
        at="Note(",
    )
    fails(lambda: Diagram("a", Note("n", side="rigth")), "did you mean 'right'?")  # type: ignore[arg-type]
    fails(lambda: Diagram("a", Brace(side="above")), "there is no side 'above'", at="Brace(")  # type: ignore[arg-type]
    fails(lambda: Diagram("a", Brace(style="braket")), "no span style 'braket'", "did you mean 'bracket'?", at="Brace(")  # type: ignore[arg-type]
    fails(lambda: Diagram("a", Brace(role="nota")), "there is no role 'nota'", "did you mean 'note'?", at="Brace(")
    fails(lambda: Diagram("a", Brace(label="n", size="smal")), "did you mean 'small'?", at="Brace(")
    fails(lambda: Diagram("a", Note("n", gap="big")), "there is no gap 'big'", at="Note(")
    fails(lambda: labeled("a", top="n", gap="big"), "there is no gap 'big'", at="labeled(")


def test_unknown_words_of_highlights() -> None:
    def role() -> Element:
        a = Box("a")
        return Diagram(a, Highlight(a, role="higlight"))

    fails(role, "there is no role 'higlight'", "did you mean 'highlight'?", at="Highlight(")

    def pad() -> Element:
        a = Box("a")
        return Diagram(a, Enclose(a, pad="big"))

    fails(pad, "there is no gap 'big'", at="Enclose(")


def test_what_is_no_content() -> None:
    fails(lambda: Diagram(3), "the body of a Diagram cannot be the number 3", "str(n)")  # type: ignore[arg-type]
    fails(lambda: Diagram("a", Note(3)), "the content of a Note cannot be the number 3")  # type: ignore[arg-type]
    fails(lambda: Diagram("a", Brace(label=3)), "the label of a Brace cannot be the number 3")  # type: ignore[arg-type]
    fails(lambda: Diagram("a", 3), "the number 3 does not lie over a layout")  # type: ignore[arg-type]
    fails(lambda: labeled("a", top=3), "the content of a Note cannot be the number 3")  # type: ignore[arg-type]
    fails(lambda: Diagram("a", Enclose()), "Enclose() needs at least one element", at="Enclose(")


def test_levels_are_whole_numbers() -> None:
    fails(lambda: Diagram("a", Note("n", level=-1)), "level=-1", at="Note(")
    fails(lambda: Diagram("a", Brace(level=0.5)), "level=0.5", at="Brace(")  # type: ignore[arg-type]


def test_what_lies_over_a_layout_is_no_part_of_one() -> None:
    def highlight() -> Element:
        a = Box("a")
        return Row(a, Highlight(a))

    fails(highlight, "cannot be", "Highlight", "Diagram", at="Highlight(")


def test_nothing_of_the_brace_is_level_with_it() -> None:
    def figure() -> Element:
        strip, box = Strip("abcd"), Box("b")
        brace = Brace(strip[0:2], side="bottom")
        return Diagram(Column(Diagram(strip, brace), box), Arrow(brace.level_with(strip[3]), box))

    fails(figure, "no part of the brace is level with", "name something that it spans", at="level_with")
