"""Every text size."""

from typing import get_args

from llmfig import Row, Text, figure
from llmfig.vocabulary import KnownTextSize


@figure(
    title=("Every text size", "所有字号"),
    alt=(
        "The name of each text size, set in that size.",
        "每个字号的名称，以该字号排出。",
    ),
)
def textsize():
    return Row(*(Text(size, size=size) for size in get_args(KnownTextSize)), gap="l")
