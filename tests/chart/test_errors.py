"""What a chart refuses: where the author wrote it, and what to do about it."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from llmfig.chart import (
    Area,
    Axis,
    Band,
    Bars,
    Chart,
    ChartNote,
    ColorKey,
    Curve,
    Guide,
    Inset,
    Legend,
    Points,
    Segments,
    Swatch,
    spline,
)
from llmfig.elements.box import Box
from llmfig.errors import FigureError
from tests.chart.kit import laid_out


def x() -> Axis:
    return Axis("x", range=(0, 1))


def y() -> Axis:
    return Axis("y", range=(0, 1))


CASES: dict[str, tuple[Callable[[], object], str, str]] = {
    "nan bar": (lambda: Bars([1, math.nan]), "value 1 of the bars is nan", "finite"),
    "infinite bar": (lambda: Bars(np.array([np.inf])), "value 0 of the bars is inf", "finite"),
    "word bar": (lambda: Bars(["a"]), "'a', which is no number", "give a number"),  # type: ignore[list-item]
    "no bars": (lambda: Bars([]), "there are no bars", "at least one"),
    "labels": (lambda: Bars([1, 2], labels=["a"]), "there is 1 label for 2 bars", "give 2 labels"),
    "roles": (lambda: Bars([1, 2], role=["data"]), "there is 1 role for 2 bars", "give 2 roles"),
    "hatching": (lambda: Bars([1], hatched=[True, False]), "2 hatchings for 1 bar", "give 1"),
    "values": (lambda: Bars([1], value_labels=["a", "b"]), "2 value labels for 1 bar", "give 1"),
    "format": (lambda: Bars([1], value_labels="%q"), "no way to write a number", ".2f"),
    "named role": (lambda: Chart(Bars([1], name={"model": "M"})).legend(), "no bar has the role 'model'", "data"),
    "no axis": (lambda: Axis("z"), "there is no 'z' axis", "x, y"),  # type: ignore[arg-type]
    "range": (lambda: Axis("x", range=(1, 1)), "range runs from 1 to 1", "lower number first"),
    "tick outside": (lambda: Chart(Axis("x", range=(0, 1), ticks=[2]), y()), "tick 2 is outside", "range=(0, 2)"),
    "log zero": (lambda: Chart(Axis("x", range=(0, 1), scale="log"), y()), "cannot reach 0", "above zero"),
    "two axes": (lambda: Chart(x(), x()), "two x axes", "leave one out"),
    "no range": (lambda: Chart(Curve(lambda v: v)), "how far the x axis runs", "range="),
    "no y range": (lambda: Chart(x()), "how far the y axis runs", "range="),
    "no mark": (lambda: Chart(Box("a")), "cannot hold the Box of line", "Diagram"),  # type: ignore[arg-type]
    "lengths": (lambda: Curve(([1, 2], [1])), "1 y for 2 xs", "give 2"),
    "no curve": (lambda: Curve(3), "3 is no curve", "function"),  # type: ignore[arg-type]
    "falling xs": (lambda: Curve(([2, 1], [1, 1])), "do not rise", "sort"),
    "style": (lambda: Curve(lambda v: v, style="dashes"), "no style='dashes'", "did you mean 'dashed'"),  # type: ignore[arg-type]
    "log of zero": (lambda: Chart(x(), Curve(math.log)), "cannot be computed at x = 0", "domain"),
    "infinite": (lambda: Chart(x(), Curve(lambda v: math.inf)), "is inf", "domain"),
    "empty points": (lambda: Points([], []), "xs is empty", "at least one"),
    "point labels": (lambda: Points([1], [1], labels=[]), "0 labels for 1 point", "give 1"),
    "no point": (lambda: Points([1], [1])[1], "no point 1", "one point, 0"),
    "guide": (Guide, "one of x, y and to", "Guide(x=...)"),
    "band": (Band, "runs along one axis", "Band(x="),
    "remark": (lambda: ChartNote("a", at=(1, 2, 3)), "at one point", "at=(x, y)"),  # type: ignore[arg-type]
    "no such bar": (lambda: Chart(Bars([1])).bar(3), "no bar 3", "one bar, 0"),
    "no bars here": (lambda: Chart(x(), y()).bars(0, 1), "has no bars", "Bars"),
    "no such curve": (lambda: Chart(x(), y()).curve_end(0), "has no curves", "Curve(...)"),
    "nan point": (lambda: Chart(x(), y()).at(math.nan, 0), "x is nan", "finite"),
    "plot size": (lambda: Chart(x(), y(), wide=-1), "wide=-1 cannot be drawn", "from 1"),
    "inset": (lambda: Inset("a", over=Box("b")), "not in Box", "over=chart"),  # type: ignore[arg-type]
    "legend": (lambda: Chart(x(), y()).legend(), "no entries", "name="),
    "key": (lambda: ColorKey({}), "empty", "roles"),
    "swatch": (lambda: Swatch("data", line="wavy"), "no line='wavy'", "solid"),  # type: ignore[arg-type]
    "spline": (lambda: spline([1, 1], [1, 2]), "do not rise", "sort"),
    "segments": (lambda: Segments([1, 0]), "cannot be 0 long", "leave it out"),
    "segment": (lambda: Segments([1])[2], "no part 2", "one part, 0"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_told(name: str) -> None:
    make, what, fix = CASES[name]
    with pytest.raises(FigureError) as raised:
        make()
    error = raised.value
    assert what in error.what
    assert fix in error.fix
    assert error.source is not None
    assert Path(error.source.file) == Path(__file__)


LATE: dict[str, tuple[Callable[[], Chart], str]] = {
    "role of bars": (lambda: Chart(Bars([1], role="blue")), "no role 'blue'"),
    "role of a curve": (lambda: Chart(x(), Curve(lambda v: v, role="blue")), "no role 'blue'"),
    "role of an area": (lambda: Chart(x(), Area(lambda v: v, role="blue")), "no role 'blue'"),
    "role of points": (lambda: Chart(Points([1], [1], role="blue")), "no role 'blue'"),
    "role of a guide": (lambda: Chart(*(x(), y()), Guide(x=0.5, role="blue")), "no role 'blue'"),
    "gap": (lambda: Chart(Bars([1], gap="huge")), "no gap 'huge'"),
    "stroke": (lambda: Chart(x(), Curve(lambda v: v, stroke="bold")), "no stroke 'bold'"),
    "close ticks": (lambda: Chart(Axis("x", ticks=[0, 1e-5], range=(0, 1)), y()), "the labels need a plot"),
    "unseen curve": (lambda: Chart(*(x(), y()), Curve(lambda v: v + 9)), "outside of the plot"),
    "unseen area": (lambda: Chart(*(x(), y()), Area(lambda v: v + 9, baseline=8)), "outside of the plot"),
    "unseen points": (lambda: Chart(*(x(), y()), Points([0.5, 3], [0.5, 3])), "1 of 2 points lie outside"),
    "unseen domain": (lambda: Chart(*(x(), y()), Curve(lambda v: v, domain=(4, 5))), "outside of the axis"),
}


@pytest.mark.parametrize("name", LATE)
def test_a_mistake_that_only_the_theme_knows_is_told(name: str) -> None:
    make, what = LATE[name]
    with pytest.raises(FigureError) as raised:
        laid_out(make())
    assert what in raised.value.what
    assert raised.value.source is not None
    assert Path(raised.value.source.file) == Path(__file__)


def test_a_mark_stands_in_one_chart() -> None:
    bars = Bars([1, 2])
    Chart(bars)
    with pytest.raises(FigureError, match="already in another chart"):
        Chart(bars)
    with pytest.raises(FigureError, match="is in no chart"):
        Curve(lambda v: v).at(1)


def test_a_legend_needs_entries() -> None:
    with pytest.raises(FigureError, match="no entries"):
        Legend([])
