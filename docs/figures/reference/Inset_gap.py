"""Air round an inset."""

from llmfig import Axis, Box, Chart, Curve, Diagram, Inset, figure

from ._sheet import each


def plot(**options):
    chart = Chart(Axis("x"), Axis("y"), Curve(([0, 1, 2, 3, 4], [0, 0.1, 0.3, 0.6, 1.0])), wide=9, tall=5)
    return Diagram(chart, Inset(Box("$x^2$", role="input"), over=chart, at="left", **options))


@figure(
    title=("Air round an inset", "内嵌元素四周的留白"),
    alt=(
        "A box in the corner of a plot, near to it and farther away.",
        "绘图区角上的框：贴近与留白。",
    ),
)
def inset_gap():
    return each(plot, ({"gap": "none"}, {"gap": "m"}), columns=2)
