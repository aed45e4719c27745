"""Every large sign."""

from typing import get_args

from llmfig import BlockSign, Row, figure
from llmfig.vocabulary import LargeSign


@figure(
    title=("Every large sign", "所有大符号"),
    alt=(
        "A block sign with each sign.",
        "各种符号的大符号。",
    ),
)
def largesign():
    return Row(*(BlockSign(sign) for sign in get_args(LargeSign)[:8]))
