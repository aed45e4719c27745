"""Looks of an icon."""

from llmfig import Icon, figure

from ._sheet import each


def icon(**options):
    return Icon("star", size="xl", **options)


@figure(
    title=("Looks of an icon", "图标的外观"),
    alt=(
        "An icon in the line colour, in a role, filled, and filled in a role.",
        "图标：线条色、角色色、填充，以及角色填充。",
    ),
)
def icon_looks():
    return each(icon, ({}, {"role": "data"}, {"filled": True}, {"filled": True, "role": "data"}), columns=4)
