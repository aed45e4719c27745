"""What elements have in common."""

from llmfig import Box, Row, figure, same_size, tr

from ._sheet import sheet


def pair(axis):
    first, other = Box("PPO", role="model"), Box(tr("two\nlines", "两行\n文字"), role="data")
    same_size(first, other, axis=axis)
    return Row(first, other, gap="s")


@figure(
    title=("What elements have in common", "元素的共同尺寸"),
    alt=(
        "Two boxes that share their width, their height, and both.",
        "两个框：等宽、等高，以及两者皆等。",
    ),
)
def same_size_axis():
    return sheet([(pair(axis), f'axis="{axis}"') for axis in ("width", "height", "both")], columns=3)
