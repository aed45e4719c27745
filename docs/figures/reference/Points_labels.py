"""Points with labels."""

from llmfig import Axis, Chart, Points, Row, figure, tr


@figure(
    title=("Points with labels", "带标签的点"),
    alt=(
        "Points with their names, and an entry of theirs in a legend.",
        "带名称的点，以及图例中的条目。",
    ),
)
def points_labels():
    runs = Points(
        [1, 2, 3], [0.4, 0.8, 0.6], labels=["A", "B", "C"], label_side="below right", name=tr("runs", "实验")
    )
    chart = Chart(Axis("x", range=(0, 4)), Axis("y", range=(0, 1)), runs, wide=9, tall=5)
    return Row(chart, chart.legend())
