"""Bars over cells."""

from llmfig import Bars, Chart, Column, Strip, Tracks, figure, tr


@figure(
    title=("Bars over cells", "单元格上方的条形"),
    alt=(
        "A bar over each token of a strip, as wide as its cell.",
        "每个词元上方有一根条形，与单元格等宽。",
    ),
)
def bars_tracks():
    columns = Tracks()
    words = tr(["are", "was", "is", "cat"], ["是", "在", "有", "猫"])
    chart = Chart(Bars([0.5, 0.3, 0.15, 0.05], gap="hair", tracks=columns), wide=10, tall=3)
    return Column(chart, Strip(words, tracks=columns, role="muted"), gap="xs")
