"""Looks of a ring."""

from llmfig import Box, Ring, figure

from ._sheet import each


OPTIONS = (
    {"labels": ["$a$", "$b$", "$c$"]},
    {"route": "straight"},
    {"route": "none", "gap": "m"},
    {"start": 0.5},
    {"flat": 0.6},
    {"role": "loss", "style": "dashed", "stroke": "thick"},
)


def ring(**options):
    return Ring(*(Box(f"$s_{t}$", role="data") for t in range(3)), **options)


@figure(
    title=("Looks of a ring", "环的外观"),
    alt=(
        "The same ring with each option, named below.",
        "同一个环使用各个选项，名称在下方。",
    ),
)
def ring_looks():
    return each(ring, OPTIONS, columns=3)
