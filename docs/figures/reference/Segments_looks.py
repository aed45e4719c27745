"""Looks of segments."""

from llmfig import Segments, Unit, figure

from ._sheet import each


def segments(**options):
    return Segments([3, 2], role=["model", "loss"], unit=Unit(1.5), **options)


@figure(
    title=("Looks of segments", "分段条的外观"),
    alt=(
        "Segments with each option, named below.",
        "使用各个选项的分段条，名称在下方。",
    ),
)
def segments_looks():
    return each(segments, ({"hatched": [False, True], "labels": ["$b$", None]}, {"size": "small"}), columns=2)
