"""What attention adds to its scores: position by ALiBi, the look-ahead mask, and the mask of padding tokens."""

from typing import NamedTuple

import numpy as np

from llmfig import Diagram, Grid, Matrix, Text, fan_in, labeled, tr

from ._overview_parts import SIZES
from ._overview_tokens import IDS, PAD

MASKED = -1e9


class Masks(NamedTuple):
    """The picture, and the sum in it."""

    picture: Diagram
    total: Matrix


def look_ahead(length):
    """ALiBi with slope 1: minus the distance to earlier positions; later ones are masked."""
    distance = np.arange(length)[:, None] - np.arange(length)
    return np.where(distance >= 0, -distance, MASKED)


def padding(ids, pad):
    """Every position ignores the padding tokens."""
    return np.tile(np.where(np.array(ids) == pad, MASKED, 0), (len(ids), 1))


ALIBI, PADDING = look_ahead(SIZES["seq_len"]), padding(IDS, PAD)
COMBINED = ALIBI + PADDING


def softmax(scores):
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def written(value):
    """A number of a mask."""
    return f"−{value / MASKED:.0f}e9" if value <= MASKED else f"{value:.0f}".replace("-", "−").replace("−0", "0")


def only_masked(values):
    """The numbers of a tensor that the mask decides; the others depend on the text."""
    return [[written(v) if m <= MASKED else None for v, m in zip(row, mask)] for row, mask in zip(values, COMBINED)]


def mask(values):
    return Matrix([[written(v) for v in row] for row in values], role=lambda i, j: "muted" if values[i][j] <= MASKED else "paper", ruled=True, gap="none", size="tiny", pad=3, wide=3, tall=2)


def masks():
    """Two masks and their sum."""
    alibi, pad, total = mask(ALIBI), mask(PADDING), mask(COMBINED)
    names = tr(("ALiBi (slope 1) &\nlook-ahead mask", "padding mask\n(hides [pad])"), ("ALiBi（斜率为 1）\n与 look-ahead mask", "padding mask\n（遮住 [pad]）"))
    above, below = (Text(n, size="small") for n in names)
    grid = Grid({(0, 0): labeled(alibi, top=above), (1, 0): labeled(pad, bottom=below), (0.5, 1): total}, row_gap="m", col_gap="xl")
    return Masks(Diagram(grid, fan_in([alibi.right, pad.right], total.left)), total)
