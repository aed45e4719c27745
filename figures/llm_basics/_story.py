"""What the figures on structure, input and output of an LLM share: one sentence, its tokens, and the tensors made of them."""

from typing import NamedTuple

import numpy as np

from llmfig import Matrix, tr

HIDDEN, VOCABULARY = 896, 151936  # width of a vector, number of tokens
SENTENCE, ANSWER = ("How are you?", "你是谁？"), ("I’m", "我")


class Token(NamedTuple):
    text: str
    id: int
    role: str  # its colour wherever it goes


TOKENS = (
    (Token("How", 4340, "loss"), Token("are", 525, "auxiliary"), Token("you", 498, "sample"), Token("?", 30, "model")),
    (Token("你", 56568, "loss"), Token("是谁", 105518, "auxiliary"), Token("？", 11319, "model")),
)

# Logits at the last position: of tokens that the figure on output shows (the first and the last one are those of the
# vocabulary), and of each of the many that it leaves out.
LOGITS = np.array([2.0, 3.1, -0.3, 4.1, 3.0, 4.4, 5.5, 4.0, 3.3, 4.3, 2.1, 3.4, 2.2, 4.0, -0.3])
LEFT_OUT = -8.7

# The first and the last value of the vector of each token: as embedding, after the first and after the last decoder, as logits.
STAGES = ("embedding", "first", "last", "logits")
VALUES = {
    "loss": ((2.6, 0.8), (2.2, 1.1), (0.6, 1.8), (3.6, -2.1)),
    "auxiliary": ((-1.0, -1.3), (-1.1, -1.7), (-1.7, -1.3), (5.1, 2.9)),
    "sample": ((1.5, -0.4), (1.2, -0.6), (0.9, -1.5), (1.4, -2.8)),
    "model": ((0.4, 0.6), (0.8, 0.2), (0.2, 0.9), (LOGITS[0], LOGITS[-1])),
}


def tokens():
    return tr(*TOKENS)


def row(token, stage, inner):
    """A vector: its ends, with `inner` empty cells for what lies between."""
    first, last = VALUES[token.role][STAGES.index(stage)]
    return [first, ..., *[None] * inner, ..., last]


def tensor(stage, inner, *, colored=True, **options):
    """The vectors of all tokens."""
    rows, width = [row(t, stage, inner) for t in tokens()], VOCABULARY if stage == "logits" else HIDDEN
    role = (lambda i, _: tokens()[i].role) if colored else "cell"
    return Matrix(rows, fmt=".1f", role=role, wide=2.2, badge=f"{tr('Shape: ', '形状：')}{len(rows)}×{width}", **options)


def probabilities():
    """The softmax of the logits at the last position, over the whole vocabulary: of the shown tokens, and of all others together."""
    weights = np.exp(LOGITS)
    others = (VOCABULARY - len(LOGITS)) * np.exp(LEFT_OUT)
    return weights / (weights.sum() + others), others / (weights.sum() + others)


def rounded(p):
    """Two decimals, or one digit where that would be zero."""
    return f"{p:.2f}" if p > 0.005 else f"{p:.1g}"
