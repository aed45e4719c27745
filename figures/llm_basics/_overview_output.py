"""The LM head: from hidden states to logits, and what is done with them in training and in inference."""

from typing import NamedTuple

from llmfig import Box, Column, Diagram, Grid, Icon, Region, Text, fan_out, tr

from ._overview_parts import LOOK, Tensor, feed, op, remark, tensor, up, weights


class Output(NamedTuple):
    picture: Diagram
    panel: Region
    states: Tensor


def document():
    return Box(Icon("file-text", size="l"), shape="circle", pad="xs")


def output(columns):
    states, logits, head = tensor("seq_len", "hid_size"), tensor("seq_len", "vocab_size"), weights(tr("head weights (transposed)", "head weights（已转置）"), "hid_size", "vocab_size")
    project = op("Linear(hid_size,\nvocab_size, bias=False)")
    loss = op("loss = CrossEntropyLoss(\nshift_logits, shift_labels)", role="loss")
    response = op("output_ids = argmax(outputs_logits)\nresponse = tokenizer.decode(output_ids)")
    text, name = document(), Text("logits", bold=True)
    panel = Region(rows=(0, 2), cols=(0, 2), title="LM Head", **LOOK)
    grid = Grid({
        (0, 1): logits.card, (1, 0): head.card, (1, 1): project, (2, 1): states.card,
        (0, 2): remark("In inference, tokens are usually generated one by one; the matrix need not be this large.", "推理时一般逐个生成 token，未必是这样的大矩阵。", align="left"),
        (1, 2): remark("Every position of the sequence gets logits for the whole vocabulary (size = vocab_size).", "每个序列位置都得到一个全词表的 logits 分布（大小为 vocab_size）。", align="left"),
    }, row_gap="l", col_gap="l", axis=project, cols=columns, align=("right", "center", "left"), regions=[panel])  # fmt: skip
    uses = Grid({(0, 1): text, (1, 0): loss, (1, 1): response}, row_gap="l", col_gap="xl", equal="columns")
    arrows = [
        up(states, project, logits, name), feed(head.right, project), fan_out(name.top, [loss.bottom, response.bottom], labels=tr(["(A) train", "(B) inference"], ["（A）训练（train）", "（B）推理（inference）"])),
        up(response, text, label=tr("generated text", "生成的文本（generated text）")),
    ]
    return Output(Diagram(Column(uses, name, grid, gap="l"), arrows), panel, states)
