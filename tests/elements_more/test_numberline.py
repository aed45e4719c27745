"""Number lines are to scale, and their labels keep apart."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmfig.elements.numberline import NumberLine
from llmfig.errors import FigureError
from tests.core import law
from tests.elements_more.kit import CLOSE, apart, laid_out


@law(40)
@given(st.lists(st.integers(-200, 200), min_size=2, max_size=9, unique=True), st.floats(1, 30))
def test_labels_stand_under_their_ticks_and_keep_apart(values: list[int], long: float) -> None:
    line = NumberLine(min(values), max(values), ticks=values, long=long, heads="both")
    layout, _ = laid_out(line)
    rects = {v: layout.frame(t) for v, t in line.ticks.items()}
    assert all(apart(a, b) for a, b in itertools.combinations(rects.values(), 2))
    assert all(layout.frame(line).contains(r) for r in rects.values())
    for v, r in rects.items():
        assert r.cx == pytest.approx(line.at(v).point(layout).x, abs=CLOSE)


def test_it_is_to_scale() -> None:
    line = NumberLine(-1, 3)
    layout, _ = laid_out(line)
    xs = [line.at(v).point(layout).x for v in (-1, 0, 2, 3)]
    assert xs[1] - xs[0] == pytest.approx((xs[2] - xs[1]) / 2)
    part = line.span(0, 2).frame(layout)
    assert (part.x, part.right) == pytest.approx((xs[1], xs[2]))


def test_minus_signs_are_minus_signs() -> None:
    assert NumberLine(-2, 2, ticks=[-1]).ticks[-1].says() == "−1"


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: NumberLine(1, 1), "cannot run"),
        (lambda: NumberLine(0, 1, ticks=[2]), "not on the line"),
        (lambda: NumberLine(0, 1, heads="up"), "no heads"),  # type: ignore[arg-type]
        (lambda: NumberLine(0, 1).at(3), "not on the line"),
        (lambda: NumberLine(0, 1).span(0, 3), "not on the line"),
    ],
)
def test_errors_name_the_authors_line(make: Callable[[], object], words: str) -> None:
    with pytest.raises(FigureError, match=words) as error:
        make()
    assert error.value.source is not None
    assert error.value.source.file == __file__
