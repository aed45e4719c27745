"""Looks of a legend."""

from llmfig import Legend, Swatch, figure, tr

from ._sheet import each


def legend(**options):
    return Legend(
        [(tr("kept", "保留"), "data"), (tr("cut", "截断"), Swatch("muted", hatched=True))], **options
    )


@figure(
    title=("Looks of a legend", "图例的外观"),
    alt=(
        "Legends one below the other, side by side, and without a border.",
        "图例：纵向、横向、无边框。",
    ),
)
def legend_looks():
    return each(legend, ({"across": False}, {"across": True}, {"framed": False}), columns=3)
