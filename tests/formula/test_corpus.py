"""Formulas of the subject set without error, keep to the laws of layout, and set fast."""

from __future__ import annotations

import time

import pytest

from llmfig.formula import set_formula
from llmfig.formula.engine import _lay
from llmfig.geometry import Rect
from llmfig.scene.model import Box, GlyphRun, Item, Shape
from llmfig.text import fonts
from tests.formula.corpus import CORPUS, ORIGINALS

DPO = ORIGINALS["dpo_training_overview"][-1]


def ink(item: Item) -> list[Rect]:
    """What an item really covers."""
    match item:
        case GlyphRun():
            paths = [fonts.glyph_path(item.font, g.gid).mapped(item.size, item.size, g.x, g.y) for g in item.glyphs]
            return [p.bounds() for p in paths if p.segments]
        case Box():
            return [item.rect]
        case Shape():
            return [item.path.bounds()]
        case _:
            raise AssertionError("formulas draw no groups")


@pytest.mark.parametrize("latex", CORPUS)
def test_keeps_the_laws(latex: str) -> None:
    formula = set_formula(latex, size=40)
    frame = Rect(0, -formula.ascent, formula.width, formula.ascent + formula.descent)
    assert formula.width > 0
    assert formula.spoken
    items = formula.items(0, 0, "#000000", lambda _: "#112233")
    assert items
    for item in items:
        for covered in ink(item):
            assert frame.contains(covered, tolerance=0.8), (item, covered, frame)
    for rect in formula.terms.values():
        assert frame.contains(rect)
        assert rect.w > 0
        assert rect.h > 0


@pytest.mark.parametrize("latex", CORPUS[::7])
def test_scales_with_its_size(latex: str) -> None:
    small, large = set_formula(latex, size=10), set_formula(latex, size=35)
    assert large.width == pytest.approx(3.5 * small.width)
    assert large.ascent == pytest.approx(3.5 * small.ascent)
    assert large.descent == pytest.approx(3.5 * small.descent)
    assert large.axis == pytest.approx(3.5 * small.axis)
    for name, rect in small.terms.items():
        assert large.terms[name].w == pytest.approx(3.5 * rect.w)


@pytest.mark.parametrize("latex", CORPUS[::9])
def test_moves_as_a_whole(latex: str) -> None:
    formula = set_formula(latex, size=20)
    here = formula.items(0, 0, "#000000", lambda _: "#000000")
    there = formula.items(100, 50, "#000000", lambda _: "#000000")
    for a, b in zip(here, there, strict=True):
        for p, q in zip(ink(a), ink(b), strict=True):
            assert (q.x - p.x, q.y - p.y) == pytest.approx((100, 50))


def test_is_fast() -> None:
    _lay.cache_clear()
    for latex in CORPUS:
        set_formula(latex, size=20)  # fonts open, glyphs are remembered
    _lay.cache_clear()
    started = time.perf_counter()
    for latex in CORPUS:
        set_formula(latex, size=20)
    assert (time.perf_counter() - started) / len(CORPUS) < 0.010  # 0.7 ms on the machine this was written on
    _lay.cache_clear()
    started = time.perf_counter()
    set_formula(DPO, size=20)
    assert time.perf_counter() - started < 0.030


def test_time_grows_with_length_and_not_with_nesting() -> None:
    """Layout that sets children twice would double with each of these 40 levels."""
    nested = "x"
    for _ in range(40):
        nested = rf"\left(\frac{{{nested}}}{{y}}\right)"
    started = time.perf_counter()
    set_formula(nested, size=20)
    assert time.perf_counter() - started < 1
