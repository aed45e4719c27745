"""Tracks and sizes that elements share across containers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from llmfig import Arrow, Box, Column, Diagram, Grid, Row, Strip, Text, Tracks, labeled, same_size, tr
from llmfig.bilingual import LANGS, Lang, drawing
from llmfig.layout.element import Element
from llmfig.scene.dump import dump
from tests.core import Laid, Spec, built, complain, fails, law, lay_out, near, scene
from tests.layout.trees import gaps, parts

langs = st.sampled_from(LANGS)
several = st.lists(st.lists(parts, min_size=1, max_size=3), min_size=2, max_size=3)


def axis(figure: Laid, e: Element, across: bool) -> float:
    size, frame = figure.size(e), figure[e]
    return frame.x + size.ax + (frame.w - size.w) / 2 if across else frame.y + size.ay + (frame.h - size.h) / 2


@law(60)
@given(several, gaps, gaps, langs)
def test_columns_with_one_set_of_rows_are_level(columns: list[list[Spec]], gap: str, other: str, lang: Lang) -> None:
    with drawing(lang):
        rows = Tracks()
        made = [
            Column(*map(built, c), tracks=rows, gap=gap if i else other)  # type: ignore[arg-type]
            for i, c in enumerate(columns)
        ]
        figure = lay_out(Row(*made, align="top"), lang)
    for k in range(3):
        level = [axis(figure, c.children()[k], False) for c in made if len(c.children()) > k]
        assert all(near(a, level[0], 0.01) for a in level)


@law(60)
@given(several, langs)
def test_rows_with_one_set_of_columns_are_plumb(rows: list[list[Spec]], lang: Lang) -> None:
    with drawing(lang):
        columns = Tracks()
        made = [Row(*map(built, r), tracks=columns) for r in rows]  # type: ignore[arg-type]
        figure = lay_out(Column(*made, align="left"), lang)
    for k in range(3):
        plumb = [axis(figure, r.children()[k], True) for r in made if len(r.children()) > k]
        assert all(near(a, plumb[0], 0.01) for a in plumb)


@law(60)
@given(st.lists(st.lists(parts, min_size=2, max_size=2), min_size=2, max_size=3), langs)
def test_grids_with_one_set_of_columns_are_plumb(grids: list[list[Spec]], lang: Lang) -> None:
    with drawing(lang):
        columns = Tracks()
        made = [Grid([[built(e) for e in g]], cols=columns) for g in grids]  # type: ignore[misc]
        figure = lay_out(Column(*made), lang)
    firsts, seconds = zip(*[[s.element for s in g.spots] for g in made], strict=True)
    for elements in (firsts, seconds):
        free = [e for e in elements if e.stick is None]
        plumb = [axis(figure, e, True) for e in free]
        assert all(near(a, plumb[0], 0.01) for a in plumb)


def test_strips_with_shared_tracks_have_equal_columns() -> None:
    tracks = Tracks()
    a = Strip(["a", "a long word", "b"], tracks=tracks, uniform=False)
    b = Strip(["another long one", "c", "d"], tracks=tracks, uniform=False)
    figure = lay_out(Column(a, b, align="left"))
    for j in range(3):
        assert near(figure[a.cells[0][j]].w, figure[b.cells[0][j]].w)
        assert near(figure[a.cells[0][j]].x, figure[b.cells[0][j]].x)


def test_a_gap_that_an_arrow_widens_is_as_wide_in_containers_that_share_tracks() -> None:
    rows = Tracks()
    a, b, c, d = (Box(name) for name in "abcd")
    columns = Row(Column(a, b, tracks=rows), Column(c, d, tracks=rows))
    figure = lay_out(Diagram(columns, Arrow(a, b, label="two\nlines\nof words")))
    assert figure[b].y - figure[a].bottom > 80
    assert near(figure[b].cy, figure[d].cy)


def test_a_gap_that_an_arrow_widens_is_as_wide_in_grids_that_share_tracks() -> None:
    columns = Tracks()
    a, b, c, d = (Box(name) for name in "abcd")
    figure = lay_out(
        Diagram(Column(Grid([[a, b]], cols=columns), Grid([[c, d]], cols=columns)), Arrow(a, b, label="a long label"))
    )
    assert near(figure[b].cx, figure[d].cx)


def test_sizes_are_shared_across_containers() -> None:
    a, b, c = Box("a"), Box("a longer text"), Box("two\nlines")
    same_size(a, b, c, axis="width")
    figure = lay_out(Column(Row(a, Text("x")), Row(b), c))
    assert figure[a].w == figure[b].w == figure[c].w
    assert figure[a].h == figure[b].h < figure[c].h


def test_an_element_with_notes_shares_the_size_of_its_body() -> None:
    a, b = labeled(Box("a"), top="a note that is far wider"), Box("longer")
    same_size(a, b)
    figure = lay_out(Row(a, b))
    assert figure[a.body].w == figure[b].w < figure[a].w


def test_sizes_settle_however_deep_they_are_nested() -> None:
    inner: Element = Box("a")
    for i in range(12):
        make = Row if i % 2 else Column
        inner = make(inner, Box("word " * (i % 5 + 1)), equal="both")
    figure = lay_out(inner)
    for e in figure.frames:
        if isinstance(e, Row | Column):
            first, second = (figure.size(c) for c in e.children())
            assert near(first.w, second.w)
            assert near(first.h, second.h)


def test_one_set_of_tracks_can_serve_both_languages() -> None:
    columns = Tracks()

    def figure() -> Element:
        return Column(Row(tr("far more words", "短"), "x", tracks=columns), Row("a", "b", tracks=columns))

    alone = dump(scene(figure, "zh"))
    scene(figure, "en")
    assert dump(scene(figure, "zh")) == alone


def test_a_size_that_depends_on_itself_is_an_error() -> None:
    def figure() -> Element:
        inner = Box("a")
        outer = Box(inner)
        same_size(inner, outer)
        return Row(outer)

    fails(figure, "never settle", "one direction")


def test_an_element_has_one_size_group() -> None:
    def figure() -> Element:
        a, b, c = Box("a"), Box("b"), Box("c")
        same_size(a, b)
        same_size(c, b)  # again
        return Row(a, b, c)

    fails(figure, "already has an owner", "in one same_size()", "Box", at="# again")


def test_equal_in_a_container_counts_as_a_size_group() -> None:
    def figure() -> Element:
        a, b, c = Box("a"), Box("b"), Box("c")
        same_size(a, c)
        return Row(Column(a, b, equal="width"), c)  # again

    fails(figure, "already has an owner", at="# again")


def test_unknown_axes_of_a_size_group() -> None:
    def figure() -> Element:
        a = Box("a")
        same_size(a, axis="widht")  # type: ignore[arg-type]
        return a

    error = fails(figure, "'widht'", "did you mean 'width'?", at="same_size")
    complain(error, "width, height, both")
