"""Strips downwards."""

from llmfig import Strip, figure

from ._sheet import each


def strip(**options):
    return Strip([0.62, 0.25, ..., 0.05], role=["sample", "data", "muted", "muted"], **options)


@figure(
    title=("Strips downwards", "竖向的条"),
    alt=(
        "A strip that runs to the right and one that runs downwards.",
        "向右的条与向下的条。",
    ),
)
def strip_down():
    return each(strip, ({"fmt": ".1f"}, {"down": True}), columns=2)
