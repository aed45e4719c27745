"""Frames and units of a chart."""

from llmfig import Axis, Chart, Curve, figure

from ._sheet import each


def chart(**options):
    marks = Axis("x", range=(0, 2), ticks=[1, 2]), Axis("y", range=(0, 1), ticks=[1]), Curve(lambda x: x / 2)
    return Chart(*marks, wide=8, tall=6, **options)


@figure(
    title=("Frames and units of a chart", "图表的边框与单位"),
    alt=(
        "Charts with a border, a label at the origin, and with equal units.",
        "带边框的图表、带原点标签的图表，以及横纵单位等长的图表。",
    ),
)
def chart_frames():
    return each(chart, ({"framed": True}, {"origin": "0"}, {"equal_units": True}), columns=3)
