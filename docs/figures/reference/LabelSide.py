"""The sides of a line."""

from llmfig import Arrow, Box, Column, Diagram, Row, figure, tr

from ._sheet import sheet


def arrow(container, side):
    start, end = Box("$a$"), Box("$b$")
    body = container(start, end, equal="both")
    return Diagram(body, Arrow(start, end, label=tr("label", "标签"), label_side=side))


@figure(
    title=("The sides of a line", "标签在线的哪一侧"),
    alt=(
        "A level arrow with its label above and below, and an upright one with its label left and right.",
        "水平箭头的标签在上方与下方，竖直箭头的标签在左侧与右侧。",
    ),
)
def labelside():
    ways = {"above": Row, "below": Row, "left": Column, "right": Column}
    return sheet([(arrow(container, side), side) for side, container in ways.items()], columns=4)
