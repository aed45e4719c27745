"""A level band."""

from llmfig import Axis, Band, Chart, Row, figure, tr


@figure(
    title=("A level band", "水平带"),
    alt=(
        "A chart with a band along the y axis and one along the x axis, with a legend.",
        "图表中沿 y 轴与沿 x 轴各有一条带，并有图例。",
    ),
)
def band_level():
    stable = Band(y=(0.4, 0.6), role="sample", name=tr("stable", "稳定"))
    warm = Band(x=(0, 1), role="input", name=tr("warm-up", "预热"))
    chart = Chart(Axis("x", range=(0, 4)), Axis("y", range=(0, 1)), warm, stable, wide=9, tall=4)
    return Row(chart, chart.legend())
