"""Bends of an arc."""

from llmfig import Arrow, Box, Diagram, Row, figure

from ._sheet import each


BENDS = ({"bend": 0.5}, {"bend": 1}, {"bend": 2}, {"bend": -1})


def arc(**options):
    start, end = Box("$a$", role="data"), Box("$b$", role="data")
    return Diagram(Row(start, end, gap="xxl"), Arrow(start, end, route="arc", **options))


def loop():
    state = Box("$s$", role="data")
    return Diagram(state, Arrow(state, state, route="arc", label="$P(s|s)$"))


@figure(
    title=("Bends of an arc", "弧线的弯度"),
    alt=(
        "Arcs with several bends, and a loop from an element to itself.",
        "若干弯度的弧线，以及元素到自身的环。",
    ),
)
def arrow_arcs():
    return Row(each(arc, BENDS, columns=4), loop(), gap="l")
