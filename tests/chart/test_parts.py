"""Places in charts, legends, insets and smooth curves."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmfig.chart import Area, Axis, Bars, Chart, ColorKey, Curve, Guide, Inset, Legend, Points, Swatch, spline
from llmfig.chart.terrain import AIR, SIDES
from llmfig.elements.adorn import Brace
from llmfig.elements.box import Box, Callout
from llmfig.elements.diagram import Diagram
from llmfig.elements.matrix import Strip
from llmfig.errors import FigureError
from llmfig.geometry import union
from llmfig.layout.linear import Column
from llmfig.layout.tracks import Tracks
from llmfig.vocabulary import PlotSpot, PointSide
from tests.chart.kit import labels_of, laid_out


def bars() -> Bars:
    return Bars(
        [5, 3, 2, 1],
        labels=["a", "b", "c", "d"],
        role=["data", "model", "data", "muted"],
        hatched=[False, False, False, True],
        value_labels=True,
        name={"data": "Candidate", "model": "Result", "muted": "Ignored"},
    )


def test_places_of_bars() -> None:
    chart = Chart(bars())
    layout = laid_out(chart)
    hull, several = chart.bars(0, 3).frame(layout), [chart.bar(i).frame(layout) for i in range(3)]
    assert (hull.x, hull.right) == pytest.approx((several[0].x, several[2].right))
    assert hull.y < min(b.y for b in several)  # it holds the values
    assert hull.bottom > several[0].bottom  # and the labels
    assert chart.bar(-1).frame(layout) == chart.bar(3).frame(layout)
    top = chart.bar(1).top.point(layout)
    assert (top.x, top.y) == pytest.approx(tuple(chart.at(1, 3).point(layout)))


@pytest.mark.parametrize(("wide", "margin", "word"), [(None, 0.6, "a"), (60, 0.0, "a"), (None, 2.0, "a wide token")])
def test_bars_that_share_tracks_stand_over_their_cells(wide: float | None, margin: float, word: str) -> None:
    tracks = Tracks()
    strip = Strip([word, "b", ..., "d"], gap="hair", tracks=tracks)
    chart = Chart(Axis("y", title="P"), Bars([3, 2, ..., 1], gap="hair", margin=margin, tracks=tracks), wide=wide)
    layout = laid_out(Column(chart, strip))
    for i in (0, 1, 3):
        bar, cell = chart.bar(i).frame(layout), layout.frame(strip.cells[0][i])
        assert (bar.x, bar.right) == pytest.approx((cell.x, cell.right))


def test_a_brace_keeps_off_values() -> None:
    chart = Chart(bars())
    brace = Brace(chart.bars(0, 2), label="kept")
    layout = laid_out(Diagram(chart, brace))
    assert layout.frame(brace).bottom <= union(layout.frame(e) for e in labels_of(chart)).y + 0.01


def test_a_span_of_an_axis_lies_between_two_numbers_and_holds_the_tick_labels() -> None:
    chart = Chart(Axis("x", range=(0, 4), ticks=[1, 3]), Axis("y", range=(0, 2), ticks=[1]))
    layout = laid_out(chart)
    across, up = chart.span("x", 1, 3).frame(layout), chart.span("y", 0, 2).frame(layout)
    ticks = [layout.frame(e) for e in chart.axes["x"].labels.values() if e]
    assert (across.x, across.right) == pytest.approx((chart.at(1, 0).point(layout).x, chart.at(3, 0).point(layout).x))
    assert (up.y, up.bottom) == pytest.approx((chart.at(0, 2).point(layout).y, chart.at(0, 0).point(layout).y))
    assert across.y == up.bottom
    assert across.bottom == max(r.bottom for r in ticks)
    with pytest.raises(FigureError):
        chart.span("x", 3, 1)


def test_points_of_axes_and_curves() -> None:
    curve, dots = Curve(lambda x: x * x), Points([1], [1])
    chart = Chart(Axis("x", range=(0, 2)), Axis("y", range=(0, 4)), curve, dots)
    layout = laid_out(chart)
    assert chart.tick("x", 1).point(layout) == pytest.approx(tuple(chart.at(1, 0).point(layout)))
    assert chart.tick("y", 1).point(layout) == pytest.approx(tuple(chart.at(0, 1).point(layout)))
    assert curve.at(1.5).point(layout) == pytest.approx(tuple(chart.at(1.5, 2.25).point(layout)))
    assert chart.curve_end().point(layout) == pytest.approx(tuple(chart.at(2, 4).point(layout)))
    assert dots[0].frame(layout).center == pytest.approx(tuple(chart.at(1, 1).point(layout)))


def test_read_off_lines_meet_both_axes() -> None:
    guide = Guide(to=(1, 2))
    chart = Chart(Axis("x", range=(-3, 3)), Axis("y", range=(0, 3), at=0), guide)
    layout = laid_out(chart)
    down, across = guide.lines(chart.ground(layout))
    assert down == [chart.at(1, 0).point(layout), chart.at(1, 2).point(layout)]
    assert across == [chart.at(0, 2).point(layout), chart.at(1, 2).point(layout)]


def test_legend_of_marks() -> None:
    line = Curve(lambda x: x, style="dashed", name="Trend")
    chart = Chart(bars(), line, Area(lambda x: x, domain=(0, 1)))
    legend = chart.legend(title="Key")
    layout = laid_out(legend)
    assert [e.says() for e in labels_of(legend)] == ["Key", "Candidate", "Result", "Ignored", "Trend"]
    swatches = [e for e in layout.parents if isinstance(e, Swatch)]
    assert [s.look.hatched for s in swatches] == [False, False, True, False]
    assert swatches[-1].look.line == "dashed"


def test_colour_key() -> None:
    key = ColorKey({"Model": "model", "Experience / samples": "sample"}, title="Colours")
    layout = laid_out(key)
    boxes = [e for e in layout.parents if isinstance(e, Box)]
    assert layout.frame(boxes[0]).w == layout.frame(boxes[1]).w
    assert laid_out(ColorKey([("A", "model"), ("B", "data")], across=True, framed=False))


def test_entries_across() -> None:
    legend = Legend([("a", "data"), ("b", Swatch("model", line="solid"))], across=True)
    layout = laid_out(legend)
    a, b = (layout.frame(e) for e in labels_of(legend))
    assert a.right < b.x
    assert a.cy == pytest.approx(b.cy)


@pytest.mark.parametrize("at", ["top right", "top", "right", "center", "bottom left", "left"])
def test_insets_take_free_places(at: PlotSpot) -> None:
    chart = Chart(bars(), wide=30, tall=20)
    first, second = (Inset(Box("words " * 3), over=chart, at=at) for _ in range(2))
    layout = laid_out(Diagram(chart, first, second))
    frames = [layout.frame(first), layout.frame(second)]
    assert not frames[0].intersects(frames[1])
    for frame in frames:
        assert chart.plot.frame(layout).contains(frame)
        assert not any(frame.intersects(chart.bar(i).frame(layout)) for i in range(4))
        assert not any(frame.intersects(layout.frame(e)) for e in labels_of(chart))


def test_an_inset_without_room() -> None:
    chart = Chart(bars(), wide=6, tall=6)
    with pytest.raises(FigureError, match="no free place") as raised:
        laid_out(Diagram(chart, Inset(Box("words " * 30), over=chart)))
    assert "wide=" in raised.value.fix


def test_callouts_point_into_the_plot() -> None:
    chart = Chart(Axis("x", range=(0, 1)), Axis("y", range=(0, 1)), Curve(lambda x: x), wide=30)
    callout = Callout("here", to=chart.at(0.5, 0.5))
    layout = laid_out(Diagram(chart, Inset(callout, over=chart)))
    tip = chart.at(0.5, 0.5).point(layout)
    assert min(p.distance(tip) for line in callout.outline(layout).polylines() for p in line) < 0.01


@given(st.lists(st.floats(-3, 3), min_size=4, max_size=4), st.floats(-2, 6))
def test_smooth_curves_reproduce_cubics(c: list[float], x: float) -> None:
    def cubic(t: float) -> float:
        return c[0] + c[1] * t + c[2] * t**2 + c[3] * t**3

    xs = [-2.0, -1.0, 0.5, 2.0, 4.0, 6.0]
    assert spline(xs, [cubic(t) for t in xs])(x) == pytest.approx(cubic(x), abs=1e-6)


@pytest.mark.parametrize("n", [2, 3, 5])
def test_smooth_curves_run_through_their_points(n: int) -> None:
    xs, ys = list(range(n)), [math.sin(3 * i) for i in range(n)]
    f = spline(xs, ys)
    assert [f(x) for x in xs] == pytest.approx(ys)


@pytest.mark.parametrize("side", SIDES)
def test_labels_stand_where_they_are_asked_to(side: PointSide) -> None:
    points = Points([0], [0], labels=["A"], label_side=side)
    layout = laid_out(Chart(points))
    (label,) = (layout.frame(e) for e in points.children())
    dot = points[0].frame(layout)
    dx, dy = SIDES[side]
    # Beside it, or past its corner, and never too near.
    assert (label.x - dot.right >= AIR - 0.01) == (dx > 0)
    assert (dot.x - label.right >= AIR - 0.01) == (dx < 0)
    assert (label.y - dot.bottom >= AIR - 0.01) == (dy > 0)
    assert (dot.y - label.bottom >= AIR - 0.01) == (dy < 0)
