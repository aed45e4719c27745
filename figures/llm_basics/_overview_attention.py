"""Multi-head attention: from hidden states to hidden states, head by head."""

from typing import NamedTuple

from llmfig import Arrow, Box, Diagram, Grid, Operator, Region, Row, Text, fan_in, span, tr

from ._overview_masks import COMBINED, masks, only_masked, softmax
from ._overview_parts import HEADS, SIZES, array, axis, card, each_head, feed, heads, hidden_states, op, remark, tensor, weights


class Attention(NamedTuple):
    picture: Diagram
    panel: Region


def packed(names, make, title):
    """Three matrices that are computed, or kept, as one."""
    parts = [make(n) for n in names]
    return parts


def attention():
    width, start, end = 3, Text(hidden_states(), bold=True), Text(hidden_states(), bold=True)
    wqkv = Row(*(weights(n, "hid_size", "hid_size") for n in ("Wq", "Wk", "Wv")), gap="xs")
    project = op("Linear(hid_size,\n3 * hid_size, bias=False)")
    packs = [tensor("seq_len", "hid_size", name=n) for n in "qkv"]
    q, k, v = (heads("seq_len", "head_dim") for _ in packs)
    names = [Text(n, bold=True) for n in "qkv"]
    rope = card(array("seq_len", "head_dim"))
    turned = heads("head_dim", "seq_len")
    scores, masked, weighted = (heads("seq_len", "seq_len", values=x, wide=width) for x in (None, only_masked(COMBINED), only_masked(softmax(COMBINED))))
    out = heads("seq_len", "head_dim")
    matmul, scale = op("att_wei = matmul(q, k)"), op("att_wei =\natt_wei / math.sqrt( head_dim )")
    to_weights, mix = op("att_wei = softmax( att_wei )"), op("att_out = matmul(att_wei, v)")
    mask, plus = masks(), [Operator("+", role=role) for role in HEADS]
    by_position = card(Row(*(array("num_head", "head_dim", role="heads") for _ in range(SIZES["seq_len"])), gap="s"))
    merged, result = tensor("seq_len", "hid_size"), tensor("seq_len", "hid_size")
    wo, last = weights("Wo", "hid_size", "hid_size"), op("Linear(num_head * head_dim,\nhid_size, bias=False)")
    grid = Grid({
        (0, 3): end, (1, 3): result, (2, 3): last, (2, 1): wo, (3, 3): merged, (4, 3): by_position, (5, 3): out.card, (6, 3): mix,
        (7, 3): weighted.card, (8, 3): to_weights, (9, 3): masked.card, (10, 3): Row(*plus, gap="xl"), (9, 0): span(mask.picture, cols=2, rows=3),
        (11, 3): scores.card, (12, 3): scale, (13, 3): matmul, (14, 3): turned.card,
        (15, 1): q.card, (15, 2): rope, (15, 3): k.card, (15, 4): v.card,
        (16, 1): packs[0], (16, 3): packs[1], (16, 4): packs[2], (17, 0): span(wqkv, cols=3), (17, 3): project, (18, 3): start,
    }, row_gap="l", col_gap="l")
    return Attention(Diagram(grid), None)
