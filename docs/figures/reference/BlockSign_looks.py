"""Looks of a block sign."""

from llmfig import BlockSign, figure

from ._sheet import each


def sign(**options):
    return BlockSign("+", size="l", **options)


@figure(
    title=("Looks of a block sign", "大符号的外观"),
    alt=(
        "A block sign with the fill of its role, with its ink, and in another role.",
        "大符号：填充色、墨色，以及其他角色。",
    ),
)
def blocksign_looks():
    return each(sign, ({"filled": False}, {"filled": True}, {"role": "loss"}), columns=3)
