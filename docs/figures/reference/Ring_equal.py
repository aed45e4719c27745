"""Items of their own size."""

from llmfig import Box, Ring, figure, tr


@figure(
    title=("Items of their own size", "各自大小的项"),
    alt=(
        "A ring whose items are not equally large.",
        "各项大小不一的环。",
    ),
)
def ring_equal():
    return Ring(
        Box("$s$", role="data"),
        Box(tr("environment", "环境"), role="model"),
        Box("$r$", role="loss"),
        equal=False,
        gap="l",
    )
