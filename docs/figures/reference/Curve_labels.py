"""Labels of curves."""

from llmfig import Axis, Chart, Curve, figure

from ._sheet import each


OPTIONS = (
    {"label_at": "end"},
    {"label_at": "start"},
    {"label_at": 0.5},
    {"label_at": 0.5, "label_side": "below right"},
)


def chart(**options):
    return Chart(
        Axis("x", range=(0, 1)),
        Axis("y", range=(0, 1)),
        Curve(lambda x: x, label="$f$", **options),
        wide=7,
        tall=4,
    )


@figure(
    title=("Labels of curves", "曲线的标签"),
    alt=(
        "Labels at the end, at the start and over a number of the x axis, and on a chosen side.",
        "标签位于终点、起点、x 轴某数处，以及指定的一侧。",
    ),
)
def curve_labels():
    return each(chart, OPTIONS, columns=4)
