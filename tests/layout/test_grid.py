"""The elastic grid: tracks, spans, places between tracks, and regions round blocks of them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmfig import Box, Grid, Region, Row, Text, span
from llmfig.bilingual import LANGS, Lang
from llmfig.geometry import Rect
from llmfig.layout.element import Element
from llmfig.layout.grid import _Spot
from llmfig.vocabulary import Stick
from tests.core import BOOK, Laid, Spec, fails, laid, law, lay_out, near
from tests.layout.trees import grids, leaves, parts, regions

langs = st.sampled_from(LANGS)


@st.composite
def between(draw: st.DrawFn) -> Spec:
    """Grids with elements between tracks, each in a row (or column) of its own."""
    n = draw(st.integers(2, 4))
    cells: dict[tuple[float, float], object] = {(0.0, float(c)): draw(leaves) for c in range(n)}
    for r in range(1, draw(st.integers(2, 3))):
        at = draw(st.integers(0, n - 2)) + draw(st.sampled_from((0.25, 0.5, 0.75)))
        cells[float(r), at] = draw(leaves)
    if draw(st.booleans()):
        cells = {(c, r): e for (r, c), e in cells.items()}
    return Spec(Grid, (cells,), {"gap": draw(st.sampled_from(("none", "m", "xl")))})


def tracks_of(figure: Laid, grid: Grid) -> tuple[list[float], list[float]]:
    """The axes of columns and rows, as the first element of each that stands in its middle has it."""
    cols, rows = grid._axes(figure.layout)
    frame = figure[grid]
    x, y = frame.x + (frame.w - cols.length) / 2, frame.y + (frame.h - rows.length) / 2
    return [x + cols.axis(i) for i in range(len(cols.starts))], [y + rows.axis(i) for i in range(len(rows.starts))]


@law(80)
@given(grids(parts), langs)
def test_the_elements_of_a_track_share_its_axis(tree: Spec, lang: Lang) -> None:
    figure = laid(tree, lang)
    grid = figure.root
    assert isinstance(grid, Grid)
    cols, rows = tracks_of(figure, grid)
    for s in grid.spots:
        size, frame = figure.size(s.element), figure[s.element]
        if s.cols == 1 and grid._word(s, True) == "center":
            assert near(frame.x + size.ax + (frame.w - size.w) / 2, cols[int(s.col)], 0.01)
        if s.rows == 1 and grid._word(s, False) == "center":
            assert near(frame.y + size.ay + (frame.h - size.h) / 2, rows[int(s.row)], 0.01)


@law(80)
@given(grids(parts), langs)
def test_tracks_follow_each_other(tree: Spec, lang: Lang) -> None:
    figure = laid(tree, lang)
    grid = figure.root
    assert isinstance(grid, Grid)

    def begin(s: _Spot, across: bool) -> tuple[int, int]:
        return (int(s.col), s.cols) if across else (int(s.row), s.rows)

    for a, b in itertools.permutations(grid.spots, 2):
        for across in (True, False):
            (i, count), (j, _) = begin(a, across), begin(b, across)
            if i + count <= j:
                p, q = figure[a.element], figure[b.element]
                end, start = (p.right, q.x) if across else (p.bottom, q.y)
                gap = BOOK.gap(grid.col_gap if across else grid.row_gap)
                assert end <= start + 0.01 - gap


@law(80)
@given(grids(parts), langs)
def test_equal_tracks_are_equally_large(tree: Spec, lang: Lang) -> None:
    figure = laid(tree, lang)
    grid = figure.root
    assert isinstance(grid, Grid)
    for axis, names in zip(grid._axes(figure.layout), (("columns", "both"), ("rows", "both")), strict=True):
        if grid.equal in names:
            sizes = [b + a for b, a in zip(axis.befores, axis.afters, strict=True)]
            assert max(sizes) - min(sizes) < 0.01


@law(100)
@given(between(), langs)
def test_elements_between_tracks_stand_there_and_in_the_grid(tree: Spec, lang: Lang) -> None:
    figure = laid(tree, lang)
    grid = figure.root
    assert isinstance(grid, Grid)
    cols, rows = grid._axes(figure.layout)
    for s in grid.spots:
        size, frame = figure.size(s.element), figure[s.element]
        assert figure[grid].contains(frame, 0.01)
        if s.col != int(s.col):
            low, high = (cols.axis(int(s.col) + k) for k in (0, 1))
            assert near(frame.x + size.ax, low + (high - low) * (s.col - int(s.col)), 0.01)
        if s.row != int(s.row):
            low, high = (rows.axis(int(s.row) + k) for k in (0, 1))
            assert near(frame.y + size.ay, low + (high - low) * (s.row - int(s.row)), 0.01)


def block(figure: Laid, grid: Grid, region: Region) -> list[Rect]:
    """The frames of the elements that stand wholly in the tracks of a region."""

    def within(first: float, count: int, tracks: tuple[int, int]) -> bool:
        return tracks[0] <= first and first + count - 1 <= tracks[1]

    spots = [s for s in grid.spots if within(s.row, s.rows, region.rows) and within(s.col, s.cols, region.cols)]
    return [figure[s.element] for s in spots]


@st.composite
def ruled(draw: st.DrawFn) -> Spec:
    """Full grids with regions."""
    rows, cols = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    cells = [[draw(parts) for _ in range(cols)] for _ in range(rows)]
    return Spec(Grid, (cells,), {"regions": draw(regions(rows, cols)), "gap": draw(st.sampled_from(("none", "l")))})


@law(100)
@given(ruled(), langs)
def test_regions_enclose_their_elements_and_no_others(tree: Spec, lang: Lang) -> None:
    figure = laid(tree, lang)
    grid = figure.root
    assert isinstance(grid, Grid)
    for region in grid.regions:
        border = figure[region]
        inside = block(figure, grid, region)
        pad = BOOK.gap(region.pad)
        for frame in inside:
            assert border.grown(-pad).contains(frame, 0.01)
            if region.title:
                assert not figure[region.title].intersects(frame, 0.01)
        for s in grid.spots:
            frame = figure[s.element]
            if frame not in inside:
                assert not border.intersects(frame, 0.01)
        if region.title:
            assert border.contains(figure[region.title], 0.01)


@law(100)
@given(ruled(), langs)
def test_regions_within_regions_are_nested(tree: Spec, lang: Lang) -> None:
    figure = laid(tree, lang)
    grid = figure.root
    assert isinstance(grid, Grid)
    for inner, outer in itertools.pairwise(grid.regions[::-1]):
        pad = BOOK.gap(outer.pad)
        assert figure[outer].grown(-pad).contains(figure[inner], 0.01)
        if outer.title:
            assert not figure[outer.title].intersects(figure[inner], 0.01)


# Examples ------------------------------------------------------------------------------------------------------------


def test_a_list_of_rows_leaves_holes_free() -> None:
    a, b, c = Box("a"), Box("b"), Box("c")
    figure = lay_out(Grid([[a, None], [None, b], [c]], gap="l"))
    assert near(figure[a].cx, figure[c].cx)
    assert near(figure[b].x - figure[a].right, BOOK.gap("l"), 1)  # c may be wider than a
    assert near(figure[b].y - figure[a].bottom, BOOK.gap("l"))


def test_a_wide_span_widens_its_tracks_evenly() -> None:
    a, b, wide = Box("a"), Box("a"), Box("a very long text that needs much room")
    figure = lay_out(Grid([[a, b], [span(wide, cols=2)]]))
    assert near(figure[a].cx - figure[wide].x, figure[wide].right - figure[b].cx)
    assert near(figure[wide].cx, (figure[a].cx + figure[b].cx) / 2)
    assert near(figure[wide].w, figure.size(figure.root).w)


def test_a_narrow_span_stands_over_the_middle_of_its_tracks() -> None:
    a, b, top = Box("a", wide=10), Box("b", wide=3), Box("x")
    figure = lay_out(Grid([[span(top, cols=2)], [a, b]]))
    assert near(figure[top].cx, figure.size(figure.root).w / 2)


@pytest.mark.parametrize(("stick", "x", "w"), [("left", 0, False), ("right", 1, False), ("fill-x", 0, True)])
def test_sticking_in_a_cell(stick: Stick, x: int, w: bool) -> None:
    wide, narrow = Box("a", wide=10), Box("b", stick=stick)
    figure = lay_out(Grid([[wide], [narrow]]))
    assert near(figure[narrow].at(x, 0).x, figure[wide].at(x, 0).x)
    assert near(figure[narrow].w, figure[wide].w) == w


def test_columns_are_aligned_one_by_one() -> None:
    cells: list[list[Element]] = [[Text("a"), Text("b"), Text("c")], [Box("long"), Box("long"), Box("long")]]
    figure = lay_out(Grid(cells, align=("left", "center", "right")))
    (a, b, c), (p, q, r) = [[figure[e] for e in row] for row in cells]
    assert near(a.x, p.x)
    assert near(b.cx, q.cx)
    assert near(c.right, r.right)


def test_an_element_between_its_neighbours_keeps_their_distance() -> None:
    a, b, middle = Box("a"), Box("b"), Box("a long text between them")
    figure = lay_out(Grid({(0, 0): a, (0, 1): b, (0, 0.5): middle}, gap="l"))
    assert figure[middle].x >= figure[a].right + BOOK.gap("l") - 0.01
    assert figure[b].x >= figure[middle].right + BOOK.gap("l") - 0.01
    assert near(figure[middle].cx, (figure[a].cx + figure[b].cx) / 2)


def test_the_title_of_a_region_gets_the_room_that_it_needs() -> None:
    a, b = Box("a"), Box("b")
    title = "A title that is longer than all that it stands over"
    for side in ("top", "left", "bottom left"):
        region = Region(rows=(0, 0), cols=(0, 0), title=title, title_side=side)
        figure = lay_out(Grid([[a, b]], regions=[region]))
        assert region.title is not None
        assert figure[region].contains(figure[region.title])
        assert not figure[region].intersects(figure[b])


def test_a_region_reaches_further_than_the_one_in_it() -> None:
    cells = [[Box(f"{r}{c}") for c in range(3)] for r in range(2)]
    outer, inner = Region(rows=(0, 1), cols=(0, 2), title="Outer"), Region(rows=(0, 0), cols=(0, 1), title="Inner")
    figure = lay_out(Grid(cells, regions=[outer, inner]))
    pad = BOOK.gap("m")
    assert near(figure[inner].x - figure[outer].x, pad)
    assert near(figure[cells[0][0]].x - figure[inner].x, pad)
    assert figure[inner].bottom < figure[cells[1][0]].y
    assert near(figure[outer].bottom, figure[cells[1][0]].bottom + pad)


def test_a_grid_is_aligned_by_the_element_that_it_names() -> None:
    a, b, c = Box("a", tall=5), Box("b"), Box("c")
    grid = Grid([[a], [b]], axis=b)
    figure = lay_out(Row(grid, c))
    assert near(figure[b].cy, figure[c].cy)


# Errors --------------------------------------------------------------------------------------------------------------


def box() -> Element:
    return Box("x")


def test_an_empty_grid() -> None:
    fails(lambda: Grid([]), "Grid is empty", "at least one")
    fails(lambda: Grid([[None, None], [None]]), "Grid is empty")
    fails(lambda: Grid({}), "Grid is empty")


def test_a_row_of_elements_where_a_list_of_rows_is_due() -> None:
    fails(lambda: Grid([box(), box()]), "row 0", "Grid([[a, b], [c, d]])")  # type: ignore[list-item]
    fails(lambda: Grid(["ab"]), "row 0", "Grid([[a, b], [c, d]])")


def test_something_else_in_a_cell() -> None:
    fails(lambda: Grid([[box(), 3]]), "an element in a Grid cannot be the number 3")  # type: ignore[list-item]
    fails(lambda: Grid([[span(None)]]), "an element in a Grid cannot be None")  # type: ignore[arg-type]


def test_unknown_words() -> None:
    fails(lambda: Grid([[box()]], equal="row"), "'row'", "did you mean 'rows'?")  # type: ignore[arg-type]
    fails(lambda: Grid([[box()]], align="centre"), "'centre'", "did you mean 'center'?")  # type: ignore[arg-type]
    fails(lambda: Grid([[box(), box()]], align=("left", "rigth")), "'rigth'", "did you mean 'right'?")  # type: ignore[arg-type]
    fails(lambda: Grid([[box()]], align=()), "align=''")
    fails(lambda: Grid([[box(), box()]], gap="medium"), "there is no gap 'medium'", "valid gaps")
    fails(lambda: Grid([[box(), box()]], col_gap="M"), "there is no gap 'M'")


def test_places_that_a_grid_has_not() -> None:
    fails(lambda: Grid({(0, 0): box(), (-1, 0): box()}), "(-1, 0)", "from 0")
    fails(lambda: Grid([[span(box(), cols=0)]]), "cols=0 cannot be drawn", "from 1", at="span(")


def test_a_span_over_a_cell_that_is_taken() -> None:
    fails(lambda: Grid([[span(box(), cols=2), box()]]), "row 0, column 1", "None")
    fails(lambda: Grid({(0, 0): span(box(), rows=3), (2, 0): box()}), "row 2, column 0")


@pytest.mark.parametrize("rows", [(0, 2), (1, 0), (-1, 0)])
def test_a_region_round_tracks_that_are_not_there(rows: tuple[int, int]) -> None:
    def figure() -> Element:
        region = Region(rows=rows, cols=(0, 0))
        return Grid([[box()], [box()]], regions=[region])

    fails(figure, f"rows={rows}", "there are 2 rows, 0 to 1", at="Region(")


def test_a_region_of_one_row_is_a_pair_too() -> None:
    fails(lambda: Grid([[box()]], regions=[Region(rows=0, cols=(0, 0))]), "rows=0", "rows=(0, 0)")  # type: ignore[arg-type]


def test_the_axis_of_a_grid_is_one_of_its_elements() -> None:
    fails(lambda: Grid([[box()]], axis=box()), "the axis of this Grid", "axis=b")
