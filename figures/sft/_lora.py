"""Parts that the two figures on LoRA share."""

from llmfig import Arrow, Box, Column, Lock, Matrix, Operator, Row, Text, tr

D, RANK = 1024, 2  # side of the weight matrix, and rank of its update
DRAWN = 3  # cells of a long side that are drawn before and behind its dots
DOTS = {(True, True): r"$\ddots$", (True, False): r"$\vdots$", (False, True): r"$\cdots$"}  # rows left out, columns left out
FROZEN, TRAINED = "muted", "sample"


def cells(size):
    """Whether each drawn cell of a side stands for cells that are left out."""
    return [False] * size if size <= 2 * DRAWN else [False] * DRAWN + [True] + [False] * DRAWN


def weights(rows, cols, *, role):
    """A matrix of weights, in square cells, with dots for the rows and columns that are left out."""
    values = [[DOTS.get((down, across)) for across in cells(cols)] for down in cells(rows)]
    return Matrix(values, role=role, wide=2, tall=2, pad=0)


def state(*, trained):
    words = tr("Trainable", "自由更新") if trained else tr("Frozen", "冻结")
    return Row(Lock(open=trained, size="s"), Text(words, size="small"), gap="xs")


def parameters(content, *, trained, rows):
    """A box with parameters, and whether they are trained, on rows shared with other such boxes."""
    return Box(Column(content, state(trained=trained), gap="s", tracks=rows), role=TRAINED if trained else FROZEN, tall=5, wide=7)


def symbol(letter, index=""):
    return Text(rf"$\boldsymbol{{{letter}}}{index}$", size="large")


def adding(old, new, total, letter):
    """What the frozen and the trained parameters give goes into their sum."""
    return [
        Arrow(old.top, total.left, label=symbol(letter, "_1"), label_side="left"),
        Arrow(new.top, total.right, label=symbol(letter, "_2"), label_side="right"),
    ]


def plus():
    return Operator("+", role="model")


def source(**options):
    return Box(tr(r"Input ($\boldsymbol{X}$)", r"输入（$\boldsymbol{X}$）"), role="data", **options)
