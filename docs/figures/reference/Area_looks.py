"""Looks of an area."""

from llmfig import Area, Axis, Chart, figure

from ._sheet import each


def chart(**options):
    below = Area(lambda x: 0.5, role="sample", domain=(0, 3))
    return Chart(
        Axis("x"), Axis("y"), below, Area(([0, 1, 2, 3], [0.2, 1, 0.6, 0.8]), **options), wide=6, tall=4
    )


@figure(
    title=("Looks of an area", "面积的外观"),
    alt=(
        "Areas that are plain, hatched, see-through and smooth.",
        "普通、带阴影线、半透明与平滑的面积。",
    ),
)
def area_looks():
    return each(chart, ({}, {"hatched": True}, {"see_through": True}, {"smooth": True}), columns=4)
