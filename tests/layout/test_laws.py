"""Laws of layout that hold for any tree of elements."""

from __future__ import annotations

import itertools
import random

from hypothesis import given
from hypothesis import strategies as st

from llmfig import Column, Diagram, Grid, Panel, Region, Row
from llmfig.bilingual import LANGS, Lang, drawing
from llmfig.connect.solve import Solution
from llmfig.elements.adorn import Adornment
from llmfig.elements.cells import CARD, Badge, CellGrid
from llmfig.geometry import Rect, union
from llmfig.layout.element import Element
from llmfig.layout.engine import Layout
from tests.core import BOOK, Laid, Spec, laid, law, lay_out, near, same
from tests.layout.trees import trees

TINY = 1e-6
langs = st.sampled_from(LANGS)


@law(120)
@given(trees, langs)
def test_what_is_in_an_element_lies_in_its_frame(tree: Spec, lang: Lang) -> None:
    figure = laid(tree, lang)
    for parent, child in figure.pairs():
        if not isinstance(child, Badge):
            assert figure[parent].contains(figure[child], 0.01), (
                parent.kind,
                figure[parent],
                child.kind,
                figure[child],
            )


@law(120)
@given(trees, langs)
def test_neighbours_do_not_overlap(tree: Spec, lang: Lang) -> None:
    figure = laid(tree, lang)
    for parent in figure.frames:
        if not isinstance(parent, Row | Column | Grid):
            continue
        children = [c for c in parent.children() if not isinstance(c, Region)]
        for a, b in itertools.combinations(children, 2):
            assert not figure[a].intersects(figure[b], 0.01), (parent.kind, figure[a], figure[b])


@law(80)
@given(trees, langs)
def test_everything_is_placed_once_and_finite(tree: Spec, lang: Lang) -> None:
    figure = laid(tree, lang)

    def down(e: Element) -> list[Element]:
        return [e, *(d for c in e.children() for d in down(c))]

    assert set(down(figure.root)) == set(figure.frames)
    for r in figure.frames.values():
        assert all(abs(v) < 1e5 for v in (r.x, r.y, r.w, r.h))
        assert r.w >= -TINY
        assert r.h >= -TINY


@law(80)
@given(trees, langs)
def test_measuring_twice_gives_the_same(tree: Spec, lang: Lang) -> None:
    with drawing(lang):
        body = tree.build()
        first = lay_out(body, lang)
        second = lay_out(body, lang)
    assert {e: first.size(e) for e in first.frames} == {e: second.size(e) for e in second.frames}
    assert first.frames == second.frames


@law(60)
@given(trees, langs, st.randoms(use_true_random=False))
def test_the_order_of_measuring_does_not_matter(tree: Spec, lang: Lang, chance: random.Random) -> None:
    with drawing(lang):
        body = tree.build()
        plain = lay_out(body, lang)
        layout = Layout(BOOK, lang)
        layout.prepare(body)
        elements = list(layout.parents)
        for _ in range(30):
            chance.shuffle(elements)
            layout._sizes.clear()
            for e in elements:
                layout.measure(e)
            if not any(q.settle() for q in layout._shared):
                break
    for e in elements:
        assert layout.measure(e) == plain.size(e)


@law(60)
@given(trees, langs)
def test_a_frame_is_never_smaller_than_the_natural_size(tree: Spec, lang: Lang) -> None:
    figure = laid(tree, lang)
    for e, r in figure.frames.items():
        if isinstance(e, Region | Adornment):
            continue
        size = figure.size(e)
        assert r.w >= size.w - 0.01, (e.kind, r, size)
        assert r.h >= size.h - 0.01, (e.kind, r, size)


@law(60)
@given(trees, langs)
def test_axes_lie_within_sizes(tree: Spec, lang: Lang) -> None:
    figure = laid(tree, lang)
    for e in figure.frames:
        size = figure.size(e)
        assert -TINY <= size.ax <= size.w + TINY
        assert -TINY <= size.ay <= size.h + TINY


def equal_by(figure: Laid, container: Element, axis: str) -> None:
    """All children of a container (their bodies, when they have notes) have one size."""
    sizes = [figure.size(c.element()) for c in container.children()]
    if axis in ("width", "both"):
        assert all(near(s.w, sizes[0].w) for s in sizes), [s.w for s in sizes]
    if axis in ("height", "both"):
        assert all(near(s.h, sizes[0].h) for s in sizes), [s.h for s in sizes]


@law(80)
@given(st.lists(trees, min_size=2, max_size=4), st.sampled_from(("width", "height", "both")), st.booleans(), langs)
def test_equal_children_come_out_equal(children: list[Spec], axis: str, across: bool, lang: Lang) -> None:
    figure = laid(Spec(Row if across else Column, tuple(children), {"equal": axis}), lang)
    equal_by(figure, figure.root, axis)
    free = [c for c in figure.root.children() if "fill" not in f"{c.stick} {c.element().stick}"]
    for a in [c.element() for c in free]:
        size, frame = figure.size(a), figure[a]
        if axis in ("width", "both"):
            assert near(frame.w, size.w, 0.01)
        if axis in ("height", "both"):
            assert near(frame.h, size.h, 0.01)


@law(60)
@given(trees, st.floats(1, 2.5), st.floats(1, 2.5), langs)
def test_in_a_larger_frame_everything_still_lies_in_its_parent(tree: Spec, kx: float, ky: float, lang: Lang) -> None:
    with drawing(lang):
        body = tree.build()
        layout = Layout(BOOK, lang)
        layout.prepare(body)
        size = layout.settle(body)
        layout.arrange(body, Rect(10, 20, size.w * kx, size.h * ky))
    frames = dict(layout.placed())
    for child, frame in frames.items():
        parent = layout.parents[child]
        if parent is not None and not isinstance(child, Badge):
            assert frames[parent].contains(frame, 0.01), (parent.kind, frames[parent], child.kind, frame)


@law(60)
@given(trees, st.floats(-300, 300), st.floats(-300, 300), langs)
def test_moving_the_whole_moves_everything_alike(tree: Spec, dx: float, dy: float, lang: Lang) -> None:
    figure = laid(tree, lang)
    before = figure.frames
    figure.layout.shift(dx, dy)
    for e, r in figure.frames.items():
        assert same(r, before[e].shifted(dx, dy))


def axis(figure: Laid, e: Element, horizontal: bool) -> float:
    """Where the axis of an element is in the figure: what is more than its natural size lies half on either side."""
    size, frame = figure.size(e), figure[e]
    if horizontal:
        return frame.x + size.ax + (frame.w - size.w) / 2
    return frame.y + size.ay + (frame.h - size.h) / 2


@law(120)
@given(trees, st.floats(1, 2), st.floats(1, 2), langs)
def test_the_axis_of_a_container_is_that_of_its_elements(tree: Spec, kx: float, ky: float, lang: Lang) -> None:
    with drawing(lang):
        body = tree.build()
        layout = Layout(BOOK, lang)
        layout.prepare(body)
        size = layout.settle(body)
        layout.arrange(body, Rect(0, 0, size.w * kx, size.h * ky))
    figure = Laid(body, layout, Solution())
    for e in figure.frames:
        match e:
            case Row() | Column() if e.align == "center":
                for child in e.children():
                    if child.stick is None:
                        across = e.kind == "column"
                        assert near(axis(figure, e, across), axis(figure, child, across), 0.01), (e.kind, child.kind)
            case Diagram():
                assert near(axis(figure, e, True), axis(figure, e.body, True), 0.01)
                assert near(axis(figure, e, False), axis(figure, e.body, False), 0.01)
            case Panel() if e.content.stick is None:
                assert near(axis(figure, e, True), axis(figure, e.content, True), 0.01)
                assert near(axis(figure, e, False), axis(figure, e.content, False), 0.01)


@law(80)
@given(trees, st.floats(1, 2), st.floats(1, 2), langs)
def test_spare_room_lies_evenly_round_the_elements(tree: Spec, kx: float, ky: float, lang: Lang) -> None:
    with drawing(lang):
        body = tree.build()
        layout = Layout(BOOK, lang)
        layout.prepare(body)
        size = layout.settle(body)
        layout.arrange(body, Rect(0, 0, size.w * kx, size.h * ky))
    figure = Laid(body, layout, Solution())
    for e, frame in figure.frames.items():
        if not isinstance(e, Row | Column):
            continue
        first, last = figure[e.children()[0]], figure[e.children()[-1]]
        low, high = first.x - frame.x, frame.right - last.right
        if isinstance(e, Column):
            low, high = first.y - frame.y, frame.bottom - last.bottom
        assert near(low, high, 0.01)
        if e.spread and len(e.children()) > 1:
            assert near(low, 0, 0.01)


@law(60)
@given(trees, st.floats(1, 2), st.floats(1, 2), langs)
def test_cells_fill_their_array(tree: Spec, kx: float, ky: float, lang: Lang) -> None:
    with drawing(lang):
        body = tree.build()
        layout = Layout(BOOK, lang)
        layout.prepare(body)
        size = layout.settle(body)
        layout.arrange(body, Rect(0, 0, size.w * kx, size.h * ky))
    for e, frame in dict(layout.placed()).items():
        if isinstance(e, CellGrid):
            whole = union(layout.frame(c) for row in e.cells for c in row)
            extra = CARD * e.cards
            assert same(whole, Rect(frame.x, frame.y + extra, frame.w - extra, frame.h - extra), 0.01)
