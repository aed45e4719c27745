"""Every sign of an operator."""

from typing import get_args

from llmfig import Operator, Row, figure
from llmfig.vocabulary import Sign


@figure(
    title=("Every sign of an operator", "运算符的所有符号"),
    alt=(
        "An operator with each sign.",
        "各种符号的运算符。",
    ),
)
def sign():
    return Row(*(Operator(sign, size="l", role="compute") for sign in get_args(Sign)[:10]))
