"""Looks of a callout."""

from llmfig import Box, Callout, Column, figure, tr

from ._sheet import each


OPTIONS = ({"role": "output"}, {"bold": True, "size": "body"}, {"wrap": 5}, {"pad": "m"})


def pointing(**options):
    token = Box("42", role="data")
    return Column(token, Callout(tr("sampled token", "采样词元"), to=token.bottom, **options), gap="m")


@figure(
    title=("Looks of a callout", "气泡的外观"),
    alt=(
        "Callouts with each option, named below.",
        "使用各个选项的气泡，名称在下方。",
    ),
)
def callout_looks():
    return each(pointing, OPTIONS, columns=4)
