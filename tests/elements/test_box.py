"""Boxes of all shapes, panels and callouts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmfig import Arrow, Box, Callout, Column, Diagram, Lock, Matrix, Panel, Row, Text, around
from llmfig.bilingual import LANGS, Lang, drawing
from llmfig.elements.box import CARD, CORNER
from llmfig.elements.shapes import SHAPES
from llmfig.geometry import Point, Rect, segments_of
from llmfig.layout.element import Element
from llmfig.scene.model import Box as SceneBox
from llmfig.scene.model import Group, Paint, Shape, groups
from llmfig.vocabulary import ColumnAlign, Stick, TitleSide
from tests.core import BOOK, Laid, Spec, fails, laid, law, lay_out, near, off, same, scene
from tests.layout.trees import boxes, gaps, panels, parts, words

langs = st.sampled_from(LANGS)
shapes = tuple(SHAPES)
ROOMY = (
    "rounded",
    "square",
    "pill",
    "trapezoid",
    "funnel",
    "house",
    "chevron",
    "pentagon",
    "cylinder",
    "arrow-right",
    "d",
)


def within(figure: Laid, box: Box) -> bool:
    """Whether the content of a box lies in its outline."""
    assert box.content is not None
    (line,) = box.outline(figure.layout).polylines(96)
    words = figure[box.content]
    for p in (words.at(u, v) for u in (0, 0.5, 1) for v in (0, 0.5, 1)):
        inside = False
        for a, b in segments_of(line):
            if (a.y > p.y) != (b.y > p.y) and p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x):
                inside = not inside
        if not inside:
            return False
    return True


# Boxes ---------------------------------------------------------------------------------------------------------------


@law(150)
@given(words, st.sampled_from(shapes), st.sampled_from(("xs", "s", "m")), st.sampled_from((0.0, 4.0, 12.0)), langs)
def test_words_keep_off_the_border_of_every_shape(text: object, shape: str, pad: str, wide: float, lang: Lang) -> None:
    figure = laid(Spec(Box, (text,), {"shape": shape, "pad": pad, "wide": wide, "tall": wide / 3}), lang)
    box = figure.root
    assert isinstance(box, Box)
    if pad != "xs" or shape not in ("ellipse", "pill", "d"):
        assert within(figure, box)
    room, px = box.inner(figure.layout, figure[box]), BOOK.gap(pad)
    assert room is not None
    assert box.content is not None
    if shape != "circle":
        assert room.grown(-1.5 * px, -px).contains(figure[box.content])


@law(100)
@given(boxes, langs)
def test_words_and_corner_marks_lie_inside(spec: Spec, lang: Lang) -> None:
    figure = laid(spec, lang)
    box = figure.root
    assert isinstance(box, Box)
    front = box.front(figure[box])
    assert box.content is not None
    assert front.contains(figure[box.content])
    if box.corner:
        assert front.contains(figure[box.corner])
        assert not figure[box.corner].intersects(figure[box.content])


@law(60)
@given(words, st.sampled_from(shapes), st.floats(1, 12), st.floats(1, 12))
def test_the_least_size_of_a_box(text: object, shape: str, wide: float, tall: float) -> None:
    em = BOOK.size("body")
    size = laid(Spec(Box, (text,), {"shape": shape, "wide": wide, "tall": tall})).size
    figure = laid(Spec(Box, (text,), {"shape": shape, "wide": wide, "tall": tall}))
    assert figure.size(figure.root).w >= wide * em - 0.01
    assert figure.size(figure.root).h >= tall * em - 0.01
    assert callable(size)


def test_the_padding_of_a_box() -> None:
    text = Text("words")
    figure = lay_out(Box(text, pad="m"))
    assert same(figure[figure.root], figure[text].grown(24, 16))


def test_an_empty_box() -> None:
    box = Box(wide=2, tall=1.5)
    assert box.children() == []
    size = lay_out(box).size(box)
    assert (size.w, size.h) == (36, 27)


@pytest.mark.parametrize("cards", [1, 3])
def test_cards_peek_out_behind(cards: int) -> None:
    box, plain = Box("words", cards=cards), Box("words")
    figure = lay_out(Row(box, plain))
    r, extra = figure[box], CARD * cards
    assert same(box.front(r), Rect(r.x, r.y + extra, r.w - extra, r.h - extra))
    assert near(box.front(r).w, figure[plain].w)
    outline = box.outline(figure.layout)
    assert outline.bounds() == r
    for corner in (box.front(r).at(0, 0), box.front(r).at(0, 1), r.at(1, 0), r.at(0, 0).shifted(extra, 0)):
        assert off(outline, corner) < 1e-6
    assert off(outline, r.at(0, 0)) > 4
    drawn = group_of(scene(lambda: Row(Box("words", cards=cards))), "box")
    assert sum(isinstance(item, SceneBox) for item in drawn.children) == cards + 1


def group_of(picture: object, kind: str) -> Group:
    return next(g for g in groups(picture) if g.kind == kind)  # type: ignore[arg-type]


def paint_of(box: Box) -> Paint:
    item = group_of(scene(lambda: box), box.kind).children[0]
    assert isinstance(item, SceneBox | Shape)
    return item.paint


def test_how_boxes_are_painted() -> None:
    model, ghost, paper = BOOK.role("model"), BOOK.role("ghost"), BOOK.role("paper")
    assert paint_of(Box("a", role="model")) == Paint(fill=model.fill, stroke=model.stroke, width=BOOK.stroke("thin"))
    assert paint_of(Box("a", role="ghost", dashed=True)).dash == BOOK.dashes["dashed"]
    assert paint_of(Box("a", role="ghost")).fill is ghost.fill is None
    assert paint_of(Box("a", role="paper")).stroke == BOOK.line  # the role has no line of its own
    assert paper.stroke is None
    assert paint_of(Box("a", outlined=False)).stroke is None


@pytest.mark.parametrize("stick", ["left", "right", "fill", "fill-x", "top", "bottom", "top right"])
def test_content_sticks_in_its_box(stick: Stick) -> None:
    inside = Box("a", stick=stick)
    figure = lay_out(Box(inside, wide=12, tall=8, pad="m"))
    r, room = figure[inside], figure[figure.root].grown(-24, -16)
    words = stick.split()
    assert near(r.x, room.x) == (words[-1] in ("left", "fill", "fill-x"))
    assert near(r.right, room.right) == (words[-1] in ("right", "fill", "fill-x"))
    assert near(r.y, room.y) == (words[0] in ("top", "fill"))
    assert near(r.bottom, room.bottom) == (words[0] in ("bottom", "fill"))


def test_a_mark_in_the_corner() -> None:
    lock = Lock()
    box = Box("words", corner=lock)
    figure = lay_out(box)
    assert near(figure[box].right - figure[lock].right, CORNER)
    assert near(figure[box].bottom - figure[lock].bottom, CORNER)
    assert box.content is not None
    assert near(figure[box.content].cx, figure[box].cx)


def test_boxes_hold_elements() -> None:
    net = Column("Policy", Box("inner"))
    figure = lay_out(Box(net, role="model"))
    assert figure[figure.root].contains(figure[net])


# Panels --------------------------------------------------------------------------------------------------------------


@law(100)
@given(panels(parts), langs)
def test_a_panel_holds_its_content_and_its_title_apart(spec: Spec, lang: Lang) -> None:
    figure = laid(spec, lang)
    panel = figure.root
    assert isinstance(panel, Panel)
    assert figure[panel].contains(figure[panel.content])
    left, top, right, bottom = panel.insets(figure.layout)
    assert figure[panel].grown(-left, -top, -right, -bottom).contains(figure[panel.content])
    if panel.title:
        assert figure[panel].grown(-BOOK.gap(panel.pad)).contains(figure[panel.title])
        if panel.look != "cylinder":
            assert not figure[panel.title].intersects(figure[panel.content], 0.01)


@pytest.mark.parametrize(
    ("side", "x", "y"),
    [
        ("top", 0.5, 0), ("top left", 0, 0), ("top right", 1, 0), ("bottom", 0.5, 1), ("bottom left", 0, 1),
        ("bottom right", 1, 1), ("left", 0, 0.5), ("right", 1, 0.5),
    ],
)  # fmt: skip
def test_where_the_title_of_a_panel_stands(side: TitleSide, x: float, y: float) -> None:
    panel = Panel(Box("content", wide=12, tall=6), title="Title", title_side=side)
    figure = lay_out(panel)
    room = figure[panel].grown(-BOOK.gap("m"))
    assert panel.title is not None
    assert figure[panel.title].at(x, y) == pytest.approx(room.at(x, y))


def test_the_insets_of_a_panel() -> None:
    content = Box("content")
    plain, titled = Panel(content, pad="l"), Panel(Box("x"), pad="l", title="Title", title_gap="xl")
    figure = lay_out(Row(plain, titled))
    assert same(figure[plain], figure[content].grown(BOOK.gap("l")))
    assert titled.title is not None
    assert near(figure[titled.content].y - figure[titled.title].bottom, BOOK.gap("xl"))


@law(40)
@given(parts, gaps)
def test_a_panel_is_aligned_by_its_content(inside: object, pad: str) -> None:
    figure = laid(Spec(Panel, (inside,), {"title": "A title that is rather long", "pad": pad}))
    panel = figure.root
    assert isinstance(panel, Panel)
    if panel.content.stick is None:
        size, inner = figure.size(panel), figure.size(panel.content)
        assert near(figure[panel].x + size.ax, figure[panel.content].x + inner.ax)
        assert near(figure[panel].y + size.ay, figure[panel.content].y + inner.ay)


# Callouts ------------------------------------------------------------------------------------------------------------


@law(80)
@given(boxes, st.booleans(), st.booleans(), st.sampled_from(("left", "center", "right")))
def test_the_tip_of_a_callout_ends_at_its_target(target: Spec, across: bool, first: bool, align: ColumnAlign) -> None:
    with drawing("en"):
        a = target.build()
    callout = Callout("words", to=a)
    pair: list[Element] = [callout, a] if first else [a, callout]
    figure = lay_out(Row(*pair, gap="xl") if across else Column(*pair, gap="xl", align=align))
    outline = callout.outline(figure.layout)
    ends = [p for p in outline.polylines()[0] if off(a.outline(figure.layout), p) < 0.5]
    assert len(ends) == 1
    assert outline.bounds().contains(figure[callout], 0.1)


def test_callouts_point_at_anchors_parts_and_connectors() -> None:
    m, b = Matrix([[1, 2], [3, 4]]), Box("b")
    arrow = Arrow(m, b)
    to_cell, to_hull, to_corner = (
        Callout("a", to=m[0, 0]),
        Callout("b", to=around(m, b)),
        Callout("c", to=b.bottom_right),
    )
    to_arrow = Callout("d", to=arrow.middle)
    figure = lay_out(
        Diagram(Column(Row(to_cell, to_hull, to_arrow), Row(m, b, gap="xxl"), to_corner, gap="xxl"), arrow)
    )
    layout = figure.layout
    assert off(m[0, 0].outline(layout), tip(figure, to_cell, m[0, 0].frame(layout))) < 0.5
    assert figure[b].at(1, 1) in to_corner.outline(layout).polylines()[0]
    assert arrow.middle.point(layout) in to_arrow.outline(layout).polylines()[0]
    assert to_hull.outline(layout).bounds().bottom == pytest.approx(figure.place(around(m, b)).y)


def tip(figure: Laid, callout: Callout, target: Rect) -> Point:
    points = callout.outline(figure.layout).polylines()[0]
    return min(points, key=lambda p: p.distance(target.center))


# Errors --------------------------------------------------------------------------------------------------------------


def test_unknown_words() -> None:
    fails(lambda: Box("a", shape="rectangle"), "there is no shape 'rectangle'", "rounded")  # type: ignore[arg-type]
    fails(lambda: Box("a", shape="elipse"), "did you mean 'ellipse'?", "valid shapes", at="Box(")  # type: ignore[arg-type]
    fails(lambda: Box("a", role="modle"), "there is no role 'modle'", "did you mean 'model'?", at="Box(")
    fails(
        lambda: Box("a", size="huge"), "there is no size 'huge'", "tiny, small, body, large, heading, title", at="Box("
    )
    fails(lambda: Box("a", pad="big"), "there is no gap 'big'", at="Box(")
    fails(lambda: Box("a", stick="centre"), "stick='centre'", at="Box(")  # type: ignore[arg-type]
    fails(lambda: Panel("a", title_side="topleft"), "no title side 'topleft'", "did you mean 'top left'?", at="Panel(")  # type: ignore[arg-type]
    fails(lambda: Panel("a", look="round"), "no look 'round'", "did you mean 'rounded'?", at="Panel(")  # type: ignore[arg-type]
    fails(lambda: Panel("a", role="pannel"), "there is no role 'pannel'", "did you mean 'panel'?", at="Panel(")
    fails(lambda: Panel("a", pad="mm"), "there is no gap 'mm'", "valid gaps", at="Panel(")

    def callout() -> Element:
        b = Box("b")
        return Row(b, Callout("a", to=b, role="inputs"))

    fails(callout, "did you mean 'input'?", at="Callout(")


def test_what_is_no_content() -> None:
    fails(lambda: Box(3), "the content of a Box cannot be the number 3", "write it as a string")  # type: ignore[arg-type]
    fails(lambda: Box(None), "the content of a Box cannot be None")  # type: ignore[arg-type]
    fails(lambda: Box(["a"]), "the content of a Box cannot be a list: ['a']")  # type: ignore[arg-type]
    fails(lambda: Panel(3), "the content of a Panel cannot be the number 3")  # type: ignore[arg-type]
    fails(lambda: Panel("a", title=3), "the title of a panel cannot be the number 3")  # type: ignore[arg-type]
    fails(lambda: Box("a", corner="lock"), "the corner of a Box cannot be the string 'lock'", "Lock()")  # type: ignore[arg-type]


def test_what_is_no_target() -> None:
    fails(lambda: Callout("a", to="b"), "an element or a part of one is due here, not the string 'b'", at="Callout(")  # type: ignore[arg-type]
    fails(lambda: Row(Callout("a", to=Box("lost"))), "this Callout refers to the Box of line")


def test_sizes_that_are_no_numbers() -> None:
    fails(lambda: Box("a", wide="3"), "wide='3'", at="Box(")  # type: ignore[arg-type]
    fails(lambda: Box("a", tall=-1), "tall=-1", at="Box(")
    fails(lambda: Box("a", wide=float("nan")), "wide=nan", at="Box(")
    fails(lambda: Box("a", cards=-1), "cards=-1", at="Box(")
    fails(lambda: Box("a", cards=1.5), "cards=1.5", at="Box(")  # type: ignore[arg-type]
