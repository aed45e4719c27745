"""A decoder layer: attention and the feed-forward network, each with a norm before it and a residual connection round it."""

from typing import NamedTuple

import numpy as np

from llmfig import Arrow, Axis, Box, Chart, Column, Curve, Diagram, Grid, Line, Operator, Region, Row, Text, Vertical, fan_out, span, tr

from ._overview_parts import LOOK, feed, hidden_states, op, rms_norm, tensor, up, weights


class Decoder(NamedTuple):
    picture: Diagram
    panel: Region
    attention: Box


def silu(x):
    return x / (1 + np.exp(-x))


def linear(name, source, target):
    return op(f"{name} = Linear({source},\n{target}, bias=False)")


def residual():
    return Vertical(tr("residual connection", "残差连接（residual connection）"), size="small", role="note")


def skip(source, onward, label, target):
    """A residual connection: it leaves on the way to `onward`, runs up through its label and joins again at `target`."""
    trunk = f"residual {id(label)}"
    return [Arrow(source.top, onward.bottom, trunk=trunk), Line(source.top, label.bottom, trunk=trunk), Arrow(label.top, target.left)]


def decoder():
    start, end, attended, lowered = (tensor("seq_len", "hid_size") for _ in range(4))
    raised, gate, product = (tensor("seq_len", "intermediate_size") for _ in range(3))
    before, after, first_norm, norm, first_skip, second_skip = hidden_states(), hidden_states(), rms_norm(), rms_norm(), residual(), residual()
    first_plus, plus = Operator("+", role="exponent"), Operator("+", role="exponent")
    attention = Box(tr("**MHA**\n(Multi-head Attention)", "**MHA**\n（Multi-head Attention）"), role="exponent", size="large", wide=15, tall=10)
    up_proj, w_up = linear("up_proj", "hid_size", "intermediate_size"), weights("Wup", "hid_size", "intermediate_size")
    gate_proj, w_gate = linear("gate_proj", "hid_size", "intermediate_size"), weights("Wgate", "hid_size", "intermediate_size")
    down_proj, w_down = linear("down_proj", "intermediate_size", "hid_size"), weights("Wdown", "intermediate_size", "hid_size")
    curve = Chart(Axis("x", range=(-5, 3), at=0, arrow=False), Axis("y", range=(-0.5, 3), at=0, arrow=False), Curve(silu, role="loss"), wide=4, tall=2)
    activation = Box(Row(curve, Text(tr("SiLU Activation", "激活函数\nSiLU Activation"), size="small"), gap="s"))
    times = op(tr("silu(gate_proj) ⊙ up_proj\n(Hadamard product,\nelement-wise product)", "silu(gate_proj) ⊙ up_proj\n（哈达玛积，逐元素乘积）"))

    formula = Text("down_proj(silu(gate_proj(x)) ⊙ up_proj(x))", mono=True)
    panel = Region(rows=(1, 16), cols=(0, 3), title="Decoder Layer", **LOOK)
    ffn = Region(rows=(3, 10), cols=(1, 3), title=Column(Text("FFN", size="large", bold=True), formula, gap="s", align="left"), title_side="top left", title_gap="m", dashed=True)
    swiglu = Region(rows=(6, 10), cols=(1, 3), title=Box("SwiGLU", shape="ellipse", role="loss"), title_side="top right", role="panel-alt", dashed=True)
    line = [after, end.card, plus, lowered.card, down_proj, product.card, times, None, raised.card, up_proj, None, norm, first_plus, attended.card,
            attention, first_norm, start.card, before]  # fmt: skip
    grid = Grid({
        **{(row, 2): stage for row, stage in enumerate(line) if stage},
        (3, 0): span(second_skip, rows=8), (3, 1): span(w_down.card, rows=3), (7, 3): activation, (8, 3): gate.card, (9, 3): gate_proj,
        (10, 1): w_up.card, (10, 3): w_gate.card, (13, 0): span(first_skip, rows=3),
    }, row_gap="xl", col_gap="l", regions=[panel, ffn, swiglu])  # fmt: skip
    arrows = [
        up(before, start), skip(start, first_norm, first_skip, first_plus), up(first_norm, attention, label="pre-norm"), up(attention, attended, first_plus),
        skip(first_plus, norm, second_skip, plus), fan_out(norm.top, [up_proj.bottom, gate_proj.left]),
        feed(w_up.top, up_proj.left), feed(w_gate.top, gate_proj.bottom),
        up(up_proj, raised, label=tr("Up scale", "Up scale（升维）"), label_side="left"), up(gate_proj, gate, activation), up(raised, times),
        Arrow(activation.top, times.right, label=tr("Act as a gate", "充当门控")), up(times, product, label=tr("After activation", "激活之后"), label_side="left"),
        up(product, down_proj), feed(w_down.right, down_proj), up(down_proj, lowered, label=tr("Down scale", "Down scale（降维）"), label_side="left"), up(lowered, plus, end, after),
    ]
    return Decoder(Diagram(grid, arrows), panel, attention)
