"""Labels of an arrow."""

from llmfig import Arrow, Box, Diagram, Row, figure

from ._sheet import each


OPTIONS = (
    {"label": "$a_t$"},
    {"label": "$a_t$", "label_at": "on"},
    {"label": "$a_t$", "label_t": 0.8, "label_side": "below"},
    {"labels": ("$s_t, a_t$", "$r_t$")},
)


def labelled(**options):
    start, end = Box("$s_t$", role="data", wide=2), Box("$s_{t+1}$", role="data", wide=2)
    return Diagram(Row(start, end, gap="xxl"), Arrow(start, end, **options))


@figure(
    title=("Labels of an arrow", "箭头的标签"),
    alt=(
        "Arrows with a label beside the line, on the line, near its end, and with two labels.",
        "箭头的标签：在线旁、在线上、靠近终点，以及两个标签。",
    ),
)
def arrow_labels():
    return each(labelled, OPTIONS, columns=2)
