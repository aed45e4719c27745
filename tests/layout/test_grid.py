"""The elastic grid: tracks, spans, places between tracks, and regions round blocks of them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmfig import Box, Grid, Region, Row, Text, span
from llmfig.bilingual import LANGS, Lang
from llmfig.geometry import Rect, union
from llmfig.layout.element import Element
from llmfig.layout.grid import _Spot
from tests.core import BOOK, Laid, Spec, fails, laid, law, lay_out, near
from tests.layout.trees import grids, leaves, parts, regions, words

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
