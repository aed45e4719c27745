"""Multi-head attention: from hidden states to hidden states, head by head."""

from typing import NamedTuple

from llmfig import Arrow, Column, Diagram, Grid, Operator, Panel, Region, Row, Text, Tracks, fan_out, labeled, same_size, span, tr

from ._overview_masks import COMBINED, masks, only_masked, softmax
from ._overview_parts import HEADS, LOOK, array, blocks, card, code, each_head, feed, hidden_states, op, remark, tensor, up, weights


class Attention(NamedTuple):
    picture: Diagram
    panel: Region


def attention():
    wqkv = Panel(Row(*(weights(n, "hid_size", "hid_size").card for n in ("Wq", "Wk", "Wv")), gap="xs"), role="paper", dashed=True, pad="s",
                 title=Text("Wqkv pack", role="sample", bold=True, wrap=3), title_side="left")  # fmt: skip
    start, end, wo, mask = hidden_states(), hidden_states(), weights("Wo", "hid_size", "hid_size"), masks()
    project, last = op("Linear(hid_size,\n3 * hid_size, bias=False)"), op("Linear(num_head * head_dim,\nhid_size, bias=False)")
    matmul, scale = op("att_wei = matmul(q, k)"), op("att_wei =\natt_wei / math.sqrt(head_dim)")
    softened, mix = op("att_wei = softmax(att_wei)"), op("att_out = matmul(att_wei, v)")
    packs, lanes = [tensor("seq_len", "hid_size", name=n) for n in "qkv"], Tracks()
    q, k, v = (blocks("seq_len", "head_dim", name=n, tracks=t) for n, t in zip("qkv", (None, None, lanes)))
    values = [Text("v", size="small", role=role) for role in HEADS]
    rope, turned, tracks = card(array("seq_len", "head_dim")), blocks("head_dim", "seq_len"), Tracks()
    known = None, only_masked(COMBINED), only_masked(softmax(COMBINED))
    scores, masked, weighted = (blocks("seq_len", "seq_len", values=values, wide=3.2, tracks=tracks) for values in known)
    plus = [Operator("+", role=role) for role in HEADS]
    added = Grid({(0, 0): plus[0], (1, 1): plus[1]}, row_gap="s", col_gap="m", cols=tracks)
    out, by_position = blocks("seq_len", "head_dim"), blocks("num_head", "head_dim", "seq_len")
    merged, result = tensor("seq_len", "hid_size", name=tr("heads merged", "多头已合并\nheads merged")), tensor("seq_len", "hid_size")
    same_size(merged.card, result.card, axis="width")

    title = Text(tr("MHA (Multi-head Attention)", "MHA（Multi-head Attention，多头注意力）"), size="large", bold=True)
    formula = Text("softmax(q @ k.T / sqrt(head_dim) + mask) @ v", mono=True)
    panel = Region(rows=(1, 17), cols=(0, 4), title=Column(title, formula, gap="s", align="left"), **LOOK)
    pack = Region(rows=(16, 16), cols=(1, 4), title=Text("qkv pack", bold=True, wrap=3), title_side="left", role="paper", dashed=True, pad="s")
    line = [end, result.card, last, merged.card, by_position.card, out.card, mix, weighted.card, softened, masked.card, added,
            scores.card, scale, matmul, turned.card, k.card, packs[1].card, project, start]  # fmt: skip
    aside = {"align": "right", "stick": "right"}
    grid = Grid({
        **{(row, 3): stage for row, stage in enumerate(line)},
        (1, 1): span(remark("Back in the shape that it had when it entered the MHA", "又还原为进入 MHA 时的形状", **aside), cols=2),
        (2, 1): span(wo.card, cols=2),
        (6, 0): span(remark("attention results =\nattention score @ v", "注意力结果 =\n注意力分数 @ v", wrap=None, **aside), cols=3),
        (9, 0): span(mask.picture, cols=2, rows=3), (10, 4): Row(*values, gap="m", tracks=lanes),
        (12, 1): span(remark("Scaled down to keep the gradient from vanishing", "缩小数值，避免梯度消失", **aside), cols=2),
        (15, 0): remark("A model uses either RoPE on q and k, or ALiBi in the mask", "位置编码二选一：q、k 上的 RoPE，或掩码中的 ALiBi", wrap=9, **aside),
        (15, 1): q.card, (15, 2): labeled(rope, top=Text("RoPE", bold=True)), (15, 4): v.card,
        (16, 1): packs[0].card, (16, 4): packs[2].card, (17, 0): span(wqkv, cols=3),
    }, row_gap="m", col_gap="l", regions=[panel, pack])  # fmt: skip
    arrows = [
        up(start, project, pack), feed(wqkv.right, project), up(packs[0], q), up(packs[2], v),
        up(packs[1], k, label=tr("split q, k, v into\nmultiple heads", "split：把 q、k、v\n切分为多头")), [Arrow(rope, part.card, style="dashed") for part in (q, k)],
        up(k, turned, **code("k.transpose(2, 3)")), each_head(q, [matmul.left] * 2), each_head(turned, [matmul.bottom] * 2), up(matmul, scale, scores),
        each_head(scores, [p.bottom for p in plus]), fan_out(mask.total.right, [p.left for p in plus]), each_head([p.top for p in plus], masked),
        each_head(masked, [softened.bottom] * 2), each_head([softened.top] * 2, weighted),
        each_head(weighted, [mix.bottom] * 2, label=tr("attention score", "注意力分数\nattention score")), each_head(v, [t.bottom for t in values], head="none"), each_head([t.top for t in values], [mix.right] * 2), each_head([mix.top] * 2, out),
        up(out, by_position, **code("att_out.transpose(1, 2)")), up(by_position, merged, **code("reshape(seq_len, hid_size)")),
        up(merged, last, result, end), feed(wo.right, last),
    ]  # fmt: skip
    return Attention(Diagram(grid, arrows), panel)
