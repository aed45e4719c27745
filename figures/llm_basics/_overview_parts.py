"""What the parts of the overview share: the sizes of the model, tensors with named axes, operations."""

from typing import NamedTuple

from llmfig import Arrow, Box, Brace, Diagram, Matrix, Note, Row, Text, Vertical, around, tr

SIZES = {"max_seq_len": 3, "seq_len": 3, "hid_size": 4, "vocab_size": 10, "num_head": 2, "intermediate_size": 10}
SIZES["head_dim"] = SIZES["hid_size"] // SIZES["num_head"]
HEADS = ("loss", "model")  # the roles of the attention heads

LINEAR = "bias=False)"


class Heads(NamedTuple):
    """A tensor with one array per attention head."""

    card: Box
    arrays: list[Matrix]


def array(rows, cols, *, role="paper", values=None, wide=2):
    """Cells by the sizes of two axes. Given values stand in grey: they are masked."""
    cells = values or [[None] * SIZES[cols] for _ in range(SIZES[rows])]
    return Matrix(cells, role=lambda i, j: "muted" if cells[i][j] else HEADS[i] if role == "heads" else role, ruled=True, gap="none", size="tiny", pad=3, wide=wide, tall=2)


def axis(name, side, over=None):
    """A named axis: columns to the right, rows downwards, further ones upwards and to the left."""
    label = Vertical(name, role="note", size="tiny") if side in ("left", "right") else Text(name, role="note", size="tiny")
    return Brace(over, side=side, style="arrow" if side in ("left", "bottom") else "arrow-back", label=label)


def card(content, **options):
    return Box(content, role="paper", pad="xs", outlined=False, **options)


def tensor(rows, cols, *, role="paper", name=None):
    """A tensor with two axes; its name stands above."""
    title = name and Note(Text(name, bold=True, size="small", role=role if role != "paper" else "note"))
    return card(Diagram(array(rows, cols, role=role), axis(rows, "left"), axis(cols, "bottom"), title))


def weights(name, rows, cols):
    """Trainable parameters."""
    return tensor(rows, cols, role="sample", name=name)


def heads(rows, cols, *, values=None, wide=2):
    """A tensor with the heads as third axis."""
    arrays = [array(rows, cols, role=role, values=values, wide=wide) for role in HEADS]
    pair = Diagram(Row(*arrays, gap="m"), axis(rows, "left"), axis(cols, "bottom", arrays[0]), axis("num_head", "top", around(*arrays)))
    return Heads(card(pair), arrays)


def each_head(start, end, **options):
    """An arrow per head, in its colour; either end may be a tensor of heads, or a place for each of them."""
    starts = [start.card.port("top", a) for a in start.arrays] if isinstance(start, Heads) else start
    ends = [end.card.port("bottom", a) for a in end.arrays] if isinstance(end, Heads) else end
    return [Arrow(s, e, role=role, **options) for s, e, role in zip(starts, ends, HEADS)]


def op(code, *, role="plain", **options):
    """An operation, as code."""
    return Box(Text(code, mono=True, size="small"), role=role, **options)


def rms_norm():
    return op("RMS Norm(hid_size,\nepsilon=rms_norm_eps)", role="exponent")


def hidden_states():
    return tr("hidden states", "隐藏状态（hidden states）")


def feed(parameters, operation, **options):
    """Parameters go into an operation."""
    return Arrow(parameters, operation, style="dotted", role="sample", **options)


def remark(en, zh, *, wrap=15, **options):
    return Text(tr(en, zh), size="small", role="note", wrap=wrap, **options)
