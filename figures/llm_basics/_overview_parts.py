"""What the parts of the overview share: the sizes of the model, tensors with named axes, operations."""

from itertools import pairwise
from typing import NamedTuple

from llmfig import Arrow, Box, Brace, Diagram, Matrix, Note, Panel, Row, Text, Vertical, around, tr

SIZES = {"max_seq_len": 3, "seq_len": 3, "hid_size": 4, "vocab_size": 10, "num_head": 2, "intermediate_size": 10, "batch": 2}
SIZES["head_dim"] = SIZES["hid_size"] // SIZES["num_head"]
HEADS = ("loss", "model")  # the roles of the attention heads, the last first: their axis runs to the left
LAYERS = 2
LOOK = {"title_side": "top left", "role": "panel-alt", "dashed": True, "pad": "l"}  # of a part that is shown large


class Tensor(NamedTuple):
    """Arrays with the names of their axes on a card. Arrows leave from above the arrays and arrive below them."""

    card: Panel
    arrays: list[Matrix]

    @property
    def top(self):
        return self.card.port("top", around(*self.arrays))

    @property
    def bottom(self):
        return self.card.port("bottom", around(*self.arrays))

    @property
    def right(self):
        return self.card.right


def array(rows, cols, *, role="paper", values=None, wide=2):
    """Cells by the sizes of two axes. Role "heads" gives each row to a head, the first one on top; values that are given stand in grey."""
    cells = values or [[None] * SIZES[cols] for _ in range(SIZES[rows])]

    def look(i, j):
        return "muted" if cells[i][j] else HEADS[-1 - i] if role == "heads" else role

    return Matrix(cells, role=look, ruled=True, gap="none", size="tiny", pad=3, wide=wide, tall=2)


def axis(name, side, over=None, **options):
    """A named axis: columns to the right, rows downwards, further ones upwards and to the left."""
    label = Vertical(name, role="note", size="tiny") if side in ("left", "right") else Text(name, role="note", size="tiny")
    return Brace(over, side=side, style="arrow" if side in ("left", "bottom") else "arrow-back", label=label, gap="hair", **options)


def card(content):
    return Panel(content, role="paper", pad="s")


def tensor(rows, cols, *, role="paper", name=None):
    """A tensor with two axes; its name stands above."""
    cells = array(rows, cols, role=role)
    title = name and Note(Text(name, bold=True, size="small", role=None if role == "paper" else role))
    return Tensor(card(Diagram(cells, axis(rows, "left"), axis(cols, "bottom"), title)), [cells])


def weights(name, rows, cols):
    """Trainable parameters."""
    return tensor(rows, cols, role="sample", name=name)


def blocks(rows, cols, third="num_head", *, values=None, wide=2, name=None, tracks=None):
    """A tensor with three axes: an array per head, or per position with the heads as rows."""
    roles = HEADS if third == "num_head" else ["heads"] * SIZES[third]
    arrays = [array(rows, cols, role=role, values=values, wide=wide) for role in roles]
    axes = [axis(rows, "left"), axis(cols, "bottom", arrays[0]), axis(third, "top")]
    title = name and Note(Text(name, bold=True), side="right", gap="s")
    return Tensor(card(Diagram(Row(*arrays, gap="m", tracks=tracks), axes, title)), arrays)


def up(*stages, **options):
    """Arrows from each stage to the next one above it."""
    return [Arrow(a.top, b.bottom, **options) for a, b in pairwise(stages)]


def each_head(start, end, **options):
    """An arrow per head, in its colour. Either end is a tensor of heads, or one anchor per head."""
    starts = [start.card.port("top", a) for a in start.arrays] if isinstance(start, Tensor) else start
    ends = [end.card.port("bottom", a) for a in end.arrays] if isinstance(end, Tensor) else end
    return [Arrow(s, e, role=role, **options) for s, e, role in zip(starts, ends, HEADS)]


def op(code, *, role="plain", **options):
    """An operation, as code."""
    return Box(Text(code, mono=True, size="small"), role=role, **options)


def code(text):
    """An operation that stands on an arrow."""
    return {"label": Text(text, mono=True, size="small"), "label_at": "on"}


def rms_norm():
    return op("RMS Norm(hid_size,\nepsilon=rms_norm_eps)", role="input")


def hidden_states():
    return Text(tr("hidden states", "隐藏状态（hidden states）"), bold=True)


def feed(parameters, operation, **options):
    """Parameters, from a side of theirs, go into an operation."""
    return Arrow(parameters, operation, style="dotted", role="sample", **options)


def remark(en, zh, *, wrap=15, **options):
    return Text(tr(en, zh), size="small", role="note", wrap=wrap, **options)
