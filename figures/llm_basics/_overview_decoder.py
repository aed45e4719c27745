"""A decoder layer: attention and the feed-forward network, each with a norm before it and a residual connection round it."""

from typing import NamedTuple

from llmfig import Arrow, Axis, Box, Chart, Column, Curve, Diagram, Grid, Line, Operator, Region, Row, Text, Vertical, fan_out, span, tr

from ._overview_parts import LOOK, feed, hidden_states, op, rms_norm, tensor, up, weights


class Decoder(NamedTuple):
    picture: Diagram
    panel: Region
    attention: Box


def silu(x):
    return x / (1 + 2.718281828459045**-x)


def linear(name, source, target):
    return op(f"{name} = Linear({source},\n{target}, bias=False)")


def skip(source, onward, label, target):
    """A residual connection: it leaves on the way to `onward`, runs up through its label and joins again at `target`."""
    trunk = f"residual to {id(target)}"
    return [Arrow(source.top, onward.bottom, trunk=trunk), Line(source.top, label.bottom, trunk=trunk), Arrow(label.top, target.left)]


def residual():
    return Vertical(tr("residual connection", "残差连接（residual connection）"), size="small", role="note")


def decoder():
    start, end = tensor("seq_len", "hid_size"), tensor("seq_len", "hid_size")
    before, after = hidden_states(), hidden_states()
    norms, pluses, skips = [rms_norm(), rms_norm()], [Operator("+", role="exponent"), Operator("+", role="exponent")], [residual(), residual()]
    attention = Box(tr("**MHA**\n(Multi-head Attention)", "**MHA**\n（Multi-head Attention）"), role="exponent", size="large", wide=15, tall=10)
    attended = tensor("seq_len", "hid_size")
    up_proj, gate_proj = linear("up_proj", "hid_size", "intermediate_size"), linear("gate_proj", "hid_size", "intermediate_size")
    w_up, w_gate, w_down = weights("Wup", "hid_size", "intermediate_size"), weights("Wgate", "hid_size", "intermediate_size"), weights("Wdown", "intermediate_size", "hid_size")
    raised, gate, product = (tensor("seq_len", "intermediate_size") for _ in range(3))
    curve = Chart(Axis("x", range=(-5, 3), at=0, arrow=False), Axis("y", range=(-0.5, 3), at=0, arrow=False), Curve(silu, role="loss"), wide=4, tall=2)
    activation = Box(Row(curve, Text("Silu Activation", size="small"), gap="s"))
    times = op(tr("up_proj ⊙ gate_proj\n(Hadamard product,\nelement-wise product)", "up_proj ⊙ gate_proj\n（哈达玛积，逐元素乘积）"))
    down_proj, lowered = linear("down_proj", "intermediate_size", "hid_size"), tensor("seq_len", "hid_size")

    formula = Text("down_proj( silu(gate_proj(x)) ⊙ up_proj(x) )", mono=True)
    panel = Region(rows=(1, 16), cols=(0, 3), title="Decoder Layer", **LOOK)
    ffn = Region(rows=(3, 10), cols=(1, 3), title=Column(Text("FFN", size="large", bold=True), formula, gap="s", align="left"), title_side="top left", title_gap="m", dashed=True)
    swiglu = Region(rows=(6, 10), cols=(1, 3), title=Box("SwiGLU", shape="ellipse", role="loss"), title_side="top right", role="panel-alt", dashed=True)
    grid = Grid({
        (0, 2): after, (1, 2): end.card, (2, 2): pluses[1], (3, 2): lowered.card, (4, 2): down_proj, (3, 1): span(w_down.card, rows=3), (5, 2): product.card,
        (6, 2): times, (7, 3): activation, (8, 2): raised.card, (8, 3): gate.card, (9, 2): up_proj, (9, 3): gate_proj,
        (10, 1): w_up.card, (10, 3): w_gate.card, (11, 2): norms[1], (12, 2): pluses[0], (13, 2): attended.card,
        (14, 2): attention, (15, 2): norms[0], (16, 2): start.card, (17, 2): before, (3, 0): span(skips[1], rows=8), (13, 0): span(skips[0], rows=3),
    }, row_gap="xl", col_gap="l", regions=[panel, ffn, swiglu])  # fmt: skip
    arrows = [
        up(before, start), skip(start, norms[0], skips[0], pluses[0]), up(norms[0], attention, label="pre norm"), up(attention, attended, pluses[0]),
        skip(pluses[0], norms[1], skips[1], pluses[1]), fan_out(norms[1].top, [up_proj.bottom, gate_proj.left]),
        Arrow(w_up.top, up_proj.left, style="dotted", role="sample"), Arrow(w_gate.top, gate_proj.bottom, style="dotted", role="sample"),
        up(up_proj, raised, label=tr("Up scale", "Up scale（升维）"), label_side="left"), up(gate_proj, gate, activation), up(raised, times),
        Arrow(activation.top, times.right, label=tr("Act as a gate", "充当门控")), up(times, product, label=tr("After activation", "激活之后"), label_side="left"),
        up(product, down_proj), feed(w_down, down_proj), up(down_proj, lowered, label=tr("Down scale", "Down scale（降维）"), label_side="left"), up(lowered, pluses[1], end, after),
    ]
    return Decoder(Diagram(grid, arrows), panel, attention)
