"""Looks of a colour key."""

from llmfig import ColorKey, figure, tr

from ._sheet import each


def key(**options):
    return ColorKey([(tr("Trained", "训练"), "model"), (tr("Frozen", "冻结"), "frozen")], **options)


@figure(
    title=("Looks of a colour key", "配色说明的外观"),
    alt=(
        "Colour keys one below the other, and without a border.",
        "配色说明：纵向，与无边框。",
    ),
)
def colorkey_looks():
    return each(key, ({"across": False}, {"framed": False}), columns=2)
