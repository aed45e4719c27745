"""Every route."""

from llmfig import Arrow, Box, Diagram, Grid, figure

from ._sheet import sheet


def joined(cells, route):
    boxes = [[words and Box(words) for words in row] for row in cells]
    start, end = (box for row in boxes for box in row if box)
    return Diagram(Grid(boxes, col_gap="xl"), Arrow(start, end, route=route))


@figure(
    title=("Every route", "所有走线方式"),
    alt=(
        "Two boxes joined by a connector of each route.",
        "两个框，以各种走线方式相连。",
    ),
)
def route():
    level, stepped = [["$a$", None, "$b$"]], [["$a$", None], [None, "$b$"]]
    ways = {"auto": stepped, "elbow": stepped, "straight": stepped, "arc": level, "wave": stepped}
    return sheet([(joined(cells, route), route) for route, cells in ways.items()], columns=5)
