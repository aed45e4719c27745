"""Looks of a number."""

from llmfig import Number, figure

from ._sheet import each


def number(**options):
    return Number(3, size="l", **options)


@figure(
    title=("Looks of a number", "编号的外观"),
    alt=(
        "A filled number, an outlined one, and one in another role.",
        "实心编号、空心编号，以及其他角色的编号。",
    ),
)
def number_looks():
    return each(number, ({"outlined": False}, {"outlined": True}, {"role": "loss"}), columns=3)
