"""Attention masks: which tokens (columns) a token (row) may attend to, for three kinds of model."""

import numpy as np

from llmfig import Column, Diagram, Matrix, Row, Text, figure, tr

TOKENS = 6
WINDOW, PREFIX = 3, 3
row, col = np.indices((TOKENS, TOKENS))
MASKS = [col <= row, (col <= row) & (col > row - WINDOW), (col <= row) | (col < PREFIX)]


def panel(mask, name, says):
    seen = Matrix(
        np.full(mask.shape, ""), role=lambda r, c: "model" if mask[r, c] else "muted",
        wide=1.8, tall=1.8, pad=0,
    )
    numbers = [f"{i + 1}" for i in range(TOKENS)]
    labelled = Diagram(seen, seen.label_columns(numbers), seen.label_rows(numbers))
    caption = Text(says, size="small", role="note", wrap=11)
    return Column(Text(name, bold=True), labelled, caption, gap="s")


@figure(
    title=("Attention masks", "注意力掩码"),
    alt=(
        "Three six-by-six grids: a lower triangle, a diagonal band three wide, and a lower triangle "
        "whose first three columns are full.",
        "三个 6×6 的网格：下三角、宽度为 3 的对角带、前三列填满的下三角。",
    ),
)
def small_multiples():
    words = tr(
        [
            ("Causal", "Every token sees itself and those before it"),
            ("Sliding window", f"Every token sees the last {WINDOW} only"),
            ("Prefix", f"The first {PREFIX} tokens also see each other"),
        ],
        [
            ("因果掩码", "每个词元能看到自身及之前的词元"),
            ("滑动窗口", f"每个词元只能看到最近 {WINDOW} 个"),
            ("前缀掩码", f"前 {PREFIX} 个词元\n彼此也可见"),
        ],
    )
    return Row(*[panel(mask, *w) for mask, w in zip(MASKS, words)], gap="xl", align="top")
