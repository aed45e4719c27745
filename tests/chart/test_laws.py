"""What holds for every chart."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from llmfig.bilingual import Lang
from llmfig.chart import (
    Area,
    Axis,
    Band,
    Bars,
    Chart,
    ChartNote,
    Curve,
    Guide,
    Points,
    Segments,
    Unit,
)
from llmfig.check.shapes import gap
from llmfig.layout.linear import Column
from tests.chart.kit import LANGS, THEME, below, labels_of, laid_out

EPS = 1e-6
values = st.lists(st.floats(0.01, 1000), min_size=1, max_size=14)
words = st.text("abcMW 概率截断", min_size=1, max_size=12).filter(lambda t: t.strip() != "")


def sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x))


def clip(x: float) -> float:
    return min(max(x, 0.8), 1.2)


def sampling() -> Chart:
    p = np.array([0.2, 0.17, 0.14, 0.12, 0.1, 0.06])
    return Chart(
        Axis("x", title="Vocabulary"),
        Axis("y", title="Probability\n($P$)", title_at="left"),
        Bars(
            [*p, ...],
            labels=["are", "was", "is", "can", "do", "[EOS]", "…"],
            role=lambda i: "data" if i < 4 else "muted",
            hatched=lambda i: i >= 4,
            value_labels=True,
        ),
        Guide(x=3.5, since=0.12, style="dotted", label="Truncation"),
    )


def read_off() -> Chart:
    q = math.log(19)
    return Chart(
        Axis("x", title="difference", title_at="above", ticks=[-10, 0, 10], range=(-10, 10)),
        Axis("y", title="$\\sigma$", at=0, ticks=[0.05, 0.95, 1]),
        Curve(sigmoid, role="loss", label="$\\sigma(x)$"),
        Guide(to=(q, 0.95), style="dotted"),
        Guide(to=(-q, 0.05), style="dotted"),
        Points([q, -q], [0.95, 0.05], labels=["a", None]),
        ChartNote("steep", at=(0, 0.5), side="right"),
        wide=34,
    )


def clipped() -> Chart:
    ticks = {0.8: r"$1-\varepsilon$", 1: "$1$", 1.2: r"$1+\varepsilon$"}
    return Chart(
        Axis("x", ticks=ticks, range=(0, 1.8)),
        Axis("y", ticks=ticks, range=(0, 1.8), title="$\\eta$", title_at="right"),
        Curve(lambda r: min(r, clip(r)), role="auxiliary", style="tube", label=r"$\eta_t$", label_side="below"),
        Curve(lambda r: r, style="dashed", beside=0.5, label=r"$\eta_t^r$"),
        Curve(clip, role="loss", style="dashed", beside=-0.5, label=r"$\eta_t^\text{clip}$", label_at="start"),
        equal_units=True,
        wide=15,
        origin="$0$",
    )


def mixed() -> Chart:
    xs = [1, 2, 3, 4, 5]
    ys = [0.4, 0.3, 0.15, 0.1, 0.05]
    return Chart(
        Axis("x", ticks=xs, title="$x$", title_at="middle", grid=True, arrow=False),
        Axis("y", ticks="auto", title="Density", title_at="middle", grid="dashed", arrow=False),
        Area((xs, ys), smooth=True, see_through=True),
        Area((xs, ys), baseline=lambda x: 0.02 * x, hatched=True, role="model"),
        Curve((xs, ys), smooth=True, style="double", label="$p$", label_at=2.0),
        Curve((xs, ys), style="dash-dot"),
        Band(x=(2, 3), label="band"),
        Band(y=(0.1, 0.2)),
        Guide(y=0.2, label="level"),
        framed=True,
    )


def signed() -> Chart:
    return Chart(
        Axis("x", title="Actions"),
        Axis("y", title="Advantage", ticks=[-1, 0, 1]),
        Bars([-1, 0, 1], labels=["$a_1$", "$a_2$", "$a_3$"], value_labels="g", gap="l"),
    )


def turned() -> Chart:
    names = ["Without MCTS", "AlphaGo Zero", "AlphaGo Master"]
    return Chart(
        Axis("x"), Axis("y", ticks="auto"), Bars([3, 5, 4], labels=names, turned=True, gap="s", role="model"), wide=8
    )


CHARTS = [sampling, read_off, clipped, mixed, signed, turned]


@pytest.mark.parametrize("make", CHARTS)
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("more", [(0.0, 0.0), (90.0, 60.0)])
def test_children_stay_inside(make: type[Chart], lang: Lang, more: tuple[float, float]) -> None:
    chart = make()
    layout = laid_out(chart, lang, more=more)
    frame = layout.frame(chart)
    for element in below(chart):
        assert frame.contains(layout.frame(element)), (element.kind, layout.frame(element), frame)
        for child in element.children():
            assert layout.frame(element).contains(layout.frame(child))


@pytest.mark.parametrize("make", CHARTS)
def test_words_do_not_lie_on_each_other(make: type[Chart]) -> None:
    chart = make()
    layout = laid_out(chart)
    slanted = [e for e in labels_of(chart) if type(e).__name__ == "Slanted"]
    straight = [e for e in labels_of(chart) if e not in slanted]
    for a, b in itertools.combinations(straight, 2):
        assert not layout.frame(a).intersects(layout.frame(b)), (a.says(), b.says())


@given(values)
@settings(deadline=None)
def test_bars_are_to_scale(heights: list[float]) -> None:
    chart = Chart(Bars(heights))
    layout = laid_out(chart)
    frames = [chart.bar(i).frame(layout) for i in range(len(heights))]
    scale = frames[0].h / heights[0]
    for frame, height in zip(frames, heights, strict=True):
        assert frame.h == pytest.approx(height * scale, rel=1e-6, abs=1e-6)
        assert frame.bottom == pytest.approx(frames[0].bottom)
        assert frame.w == pytest.approx(frames[0].w)


@given(st.lists(words, min_size=2, max_size=10), st.booleans())
@settings(max_examples=40, deadline=None)
def test_labels_of_bars_keep_apart(texts: list[str], valued: bool) -> None:
    heights = [1.0 + 0.37 * (i % 3) for i in range(len(texts))]
    bars = Bars(heights, labels=texts, value_labels=[*texts] if valued else False)
    chart = Chart(bars, wide=5)
    layout = laid_out(chart)
    rows = [bars.labels, bars.value_labels] if valued else [bars.labels]
    for row in rows:
        frames = [layout.frame(e) for e in row if e is not None]
        assert all(b.x - a.right >= 5 for a, b in itertools.pairwise(frames))
    for i, label in enumerate(bars.value_labels):
        others = [chart.bar(j).frame(layout) for j in range(len(texts)) if j != i]
        assert label is None or not any(layout.frame(label).intersects(bar) for bar in others)
    assert len({e.size for e in labels_of(bars) if hasattr(e, "size")}) == 1


@given(st.floats(-5, 5), st.floats(-5, 5), st.floats(0, 1))
@settings(deadline=None)
def test_data_map_linearly(x: float, y: float, t: float) -> None:
    chart = Chart(Axis("x", range=(-5, 5)), Axis("y", range=(-5, 5)))
    layout = laid_out(chart)
    a, b = chart.at(-5, 5).point(layout), chart.at(x, y).point(layout)
    m = chart.at(-5 + (x + 5) * t, 5 + (y - 5) * t).point(layout)
    assert m.x == pytest.approx(a.x + (b.x - a.x) * t, abs=1e-6)
    assert m.y == pytest.approx(a.y + (b.y - a.y) * t, abs=1e-6)
    plot = chart.plot.frame(layout)
    assert (a.x, a.y) == pytest.approx((plot.x, plot.y))


def test_logarithmic_axis() -> None:
    chart = Chart(Axis("x", range=(1, 1000), scale="log", ticks="auto"), Axis("y", range=(0, 1)))
    layout = laid_out(chart)
    xs = [chart.at(v, 0).point(layout).x for v in (1, 10, 100, 1000)]
    assert np.diff(xs) == pytest.approx(xs[1] - xs[0])
    assert [e.says() for e in labels_of(chart)] == ["1", "10", "100", "1000"]


def test_units_are_equal() -> None:
    chart = clipped()
    layout = laid_out(chart, more=(50, 0))
    o, right, up = (chart.at(*p).point(layout) for p in ((0, 0), (1, 0), (0, 1)))
    assert right.x - o.x == pytest.approx(o.y - up.y)


@pytest.mark.parametrize("make", CHARTS)
def test_languages_differ_in_words_only(make: type[Chart]) -> None:
    one, other = make(), make()
    a, b = laid_out(one, "en"), laid_out(other, "zh")
    assert [e.kind for e in below(one)] == [e.kind for e in below(other)]
    assert one.plot.frame(a) == other.plot.frame(b)


def test_plot_does_not_shrink_under_wide_labels() -> None:
    narrow, wide = (
        Chart(Axis("y", ticks={0: text, 1: "x"}, range=(0, 1)), Axis("x", range=(0, 1)), wide=10)
        for text in ("0", "0" * 20)
    )
    a, b = laid_out(narrow), laid_out(wide)
    assert narrow.plot.frame(a).w == pytest.approx(wide.plot.frame(b).w)
    assert narrow.frame(a).w < wide.frame(b).w


def test_stacked_plots_line_up() -> None:
    upper = Chart(Axis("y", ticks=[0, 1000], range=(0, 1000)), Axis("x", range=(0, 1)), wide=12)
    lower = Chart(Axis("y", ticks=[0, 1], range=(0, 1)), Axis("x", range=(0, 1), title="a long title"), wide=12)
    layout = laid_out(Column(upper, lower))
    a, b = upper.plot.frame(layout), lower.plot.frame(layout)
    assert (a.x, a.right) == pytest.approx((b.x, b.right))


def test_plot_grows_for_close_ticks() -> None:
    chart = Chart(Axis("x", ticks={0: "zero", 0.1: "a tenth", 1: "one"}, range=(0, 1)), Axis("y", range=(0, 1)), wide=5)
    layout = laid_out(chart)
    frames = sorted((layout.frame(e) for e in labels_of(chart)), key=lambda r: r.x)
    assert all(a.right < b.x for a, b in itertools.pairwise(frames))


@given(st.floats(0.2, 3), st.floats(-3, 3))
@settings(max_examples=30, deadline=None)
def test_curves_stay_in_the_plot(slope: float, shift: float) -> None:
    curve = Curve(lambda x: slope * x**3 + shift)
    chart = Chart(Axis("x", range=(-2, 2)), Axis("y", range=(-4, 4)), curve)
    layout = laid_out(chart)
    plot = chart.plot.frame(layout).grown(0.02)
    for line in curve.lines(layout, chart.ground(layout)):
        assert all(plot.holds(p) for p in line)


def test_kinks_are_sharp() -> None:
    curve = Curve(clip)
    chart = Chart(Axis("x", range=(0, 2)), Axis("y", range=(0, 2)), curve)
    layout = laid_out(chart)
    (line,) = curve.lines(layout, chart.ground(layout))
    for x in (0.8, 1.2):
        corner = chart.at(x, x).point(layout)
        assert gap(corner, line) < 0.05


def test_lanes_are_parallel() -> None:
    middle, above = Curve(lambda x: x), Curve(lambda x: x, beside=1)
    chart = Chart(Axis("x", range=(0, 1)), Axis("y", range=(0, 1)), middle, above, equal_units=True)
    layout = laid_out(chart)
    ground = chart.ground(layout)
    (a,), (b,) = middle.lines(layout, ground), above.lines(layout, ground)
    off = [((p.x - a[0].x) + (p.y - a[0].y)) / math.sqrt(2) for p in b]
    assert off == pytest.approx([off[0]] * len(off))
    assert -off[0] > THEME.stroke("thick")


def test_labels_of_curves_keep_off_curves() -> None:
    chart = clipped()
    layout = laid_out(chart)
    curves = [m for m in chart.marks if isinstance(m, Curve)]
    terrain = chart.terrain(layout)
    terrain.blocks = []
    for curve in curves:
        assert curve.label is not None
        assert terrain.clash(layout.frame(curve.label), 0) == 0


def test_segments_share_a_unit() -> None:
    unit = Unit(1)
    bars = [Segments(v, unit=unit) for v in ([4, 2], [6, 1], [0.1])]
    layout = laid_out(Column(*bars))
    per = {
        round(layout.frame(part).w / value, 6)
        for bar in bars
        for part, value in zip(bar.parts, bar.values, strict=True)
    }
    assert len(per) == 1
    assert bars[0][0:2].frame(layout).w == pytest.approx(6 * per.pop())
