"""The embedding layer: from text to token ids, from ids to hidden states."""

from typing import NamedTuple

from llmfig import Arrow, Column, Diagram, Grid, Matrix, Panel, Strip, Text, tr

from ._overview_parts import LOOK, SIZES, Tensor, array, axis, card, feed, op, remark, tensor, up
from ._overview_tokens import IDS, INPUT, PAD, SPECIAL, vocabulary


class Embedding(NamedTuple):
    panel: Panel
    start: Strip
    states: Tensor


def column_of(tokens, *, role="paper"):
    return Strip(tokens, down=True, role=role, ruled=True, gap="none", size="small", pad=3, wide=2, tall=1.8)


def id_column():
    """The ids of the input; special tokens are shaded, padding most."""
    shade = {i: "muted" if i == PAD else "panel" for i in range(len(SPECIAL))}
    return column_of(IDS, role=[shade.get(i, "paper") for i in IDS])


def vocabulary_table():
    table = Matrix([vocabulary(), list(range(SIZES["vocab_size"]))], role="paper", ruled=True, gap="none", pad=3, tall=1.8, wide=3.6)
    words = tr(["padding", "begin", "end", "separate", *[None] * 5, "unknown"], ["padding\n填充", "begin\n开始", "end\n结束", "separate\n分隔", *[None] * 5, "unknown\n未知"])
    title = Text(tr("Vocabulary", "词表（Vocabulary）"), bold=True, size="small")
    body = Diagram(table, table.label_columns(words, size="tiny"), axis("vocab_size", "bottom"))
    return Tensor(card(Column(title, body, gap="s", axis=body)), [table])


def token_embedding():
    """A column of parameters per token, under its id; and the arrows from the ids to the columns."""
    numbers, cells = Strip(range(SIZES["vocab_size"]), role="paper", ruled=True, gap="none", size="tiny", pad=3, wide=2, tall=2), array("hid_size", "vocab_size", role="sample")
    pointers = [Arrow(numbers[j].bottom, cells.column(j).top, style="dotted") for j in range(SIZES["vocab_size"])]
    title = Text("token embedding", bold=True, size="small", role="sample")
    body = Diagram(cells, axis("hid_size", "left"), axis("vocab_size", "bottom"))
    return Tensor(card(Diagram(Column(Column(title, numbers, gap="xs"), body, gap="m", axis=body), pointers)), [cells])


def embedding(columns):
    text, start = column_of([tr(*INPUT)]), column_of(["[bos]", tr(*INPUT)])
    tokenizer, embed = op("tokenizer"), op("inputs_embeds =\nembed_tokens(input_ids)")
    words, table, ids, rows, states = vocabulary_table(), token_embedding(), id_column(), id_column(), tensor("seq_len", "hid_size")
    given = Diagram(ids, axis("seq_len", "left"), axis("max_seq_len", "left", level=1))
    notes = Column(remark("Padding tokens fill the sequence up to max_seq_len.", "用填充 token 把序列补到 max_seq_len。", align="left"),
                   remark("An end token [eos] belongs here too; it is left out.", "实际还要加上结束 token [eos]，这里从略。", align="left"), gap="s", align="left")  # fmt: skip
    grid = Grid({
        (0, 1): states.card, (0, 2): rows, (1, 0): table.card, (1, 1): embed, (2, 1): given, (2, 2): notes,
        (3, 0): words.card, (3, 1): tokenizer, (4, 1): start, (5, 1): text,
    }, row_gap="l", col_gap="l", axis=embed, cols=columns, align=("right", "center", "left"))
    arrows = [
        up(text, start, label=tr("+ [bos]", "+ [bos]：增加起始、分隔等特殊 token")), up(start, tokenizer), up(tokenizer, ids, label=tr("text to token id", "文本转为 token id")), up(ids, embed),
        up(embed, states, label=tr("token id to embedding", "token id 转为 embedding")), feed(words.right, tokenizer), feed(table.right, embed, label=tr("embedding\nlookup", "查表\nembedding lookup")),
        [Arrow(rows[i].left, states.arrays[0].row(i).right, style="dotted") for i in range(SIZES["seq_len"])],
    ]
    panel = Panel(Diagram(grid, arrows), title="Embedding Layer", **LOOK)
    return Embedding(panel, text, states)
