"""LLM structure: the stack of layers, and the tensors that flow between them."""

import numpy as np

from llmfig import Box, Brace, Diagram, Grid, Line, Matrix, Region, Strip, Text, around, chain, figure, same_size, span, tr

HIDDEN = 896
VOCABULARY = 151936


def tensor(rng, tokens, width, dots):
    """The ends of a tokens x width tensor; what lies between is left out."""
    values = rng.normal(0, 1.7, (tokens, 2)).round(1)
    rows = [[first, ..., *[None] * dots, ..., last] for first, last in values]
    return Matrix(rows, fmt=".1f", wide=2.2, badge=f"{tr('Shape:', '形状：')} {tokens}×{width}")


@figure(
    title=("LLM structure", "LLM（Large Language Model）结构"),
    alt=(
        "A large language model as a stack: input layer, decoders, LM head and decoding. Beside it, the data at each stage: "
        "sentence, tokens, token IDs, hidden states, logits, probabilities and the next token.",
        "大语言模型的层级结构：输入层、多个 Decoder、LM Head 与解码；右侧是各阶段的数据：句子、Token、Token ID、隐藏状态、Logits、概率与输出的下一个 Token。",
    ),
)
def llm_structure():
    rng = np.random.default_rng(2)
    sentence, answer = tr("How are you?", "你是谁？"), tr("I'm", "我是")
    tokens = tr(["How", "are", "you", "?"], ["你", "是谁", "？"])
    ids = Strip(tr([4340, 525, 498, 30], [56568, 105518, 11319]), role="cell")
    pieces, words, out = Strip(tokens, role="cell"), Strip([sentence], role="cell"), Strip([answer], role="cell")
    hidden = [tensor(rng, len(tokens), HIDDEN, 3) for _ in range(3)]
    logits = tensor(rng, len(tokens), VOCABULARY, 6)
    probabilities = Matrix([[0.01, ..., *[None] * 6, ..., 0.001]], wide=2.2)
    more = Text("… …", bold=True)

    result, decoding = Box(answer, role="model"), Box(tr("Decoding", "解码（Decoding）"), shape="house", wide=14)
    head, embed = Box("LM Head", role="auxiliary"), Box(tr("Input layer", "输入层"), role="data", stick="fill-y")
    decoders, skipped, prompt = [Box(tr("Decoder", "Decoder层"), role="model") for _ in range(3)], Text("… …", bold=True), Box(sentence, role="data")
    same_size(decoding, head, embed, *decoders, prompt, axis="width")
    left = [result, decoding, None, head, None, decoders[2], skipped, decoders[1], None, decoders[0], None, span(embed, rows=2), None, prompt]
    right = [out, probabilities, logits, None, hidden[2], None, more, None, hidden[1], None, hidden[0], ids, pieces, words]
    captions = tr(
        ["Output next token", "Probabilities", "Logits", None, "Hidden States", None, None, None, "Hidden States", None, "Hidden States",
         "Token ID", "Token", "Input sentence"],
        ["输出下一个词", "所有候选词元\n的概率", "Logits", None, "隐藏状态\n（Hidden States）", None, None, None, "隐藏状态\n（Hidden States）", None,
         "隐藏状态\n（Hidden States）", "Token ID", "词元", "输入句子"],
    )  # fmt: skip
    grid = {(r, 1): e for r, e in enumerate(left) if e} | {(r, 2): e for r, e in enumerate(right) if e}
    grid |= {(r, 3): Text(c, role="fraction", align="left") for r, c in enumerate(captions) if c}
    grid[5, 0] = span(Brace(around(decoders[0], decoders[2]), side="left", label=tr("$N$ layers", "24层")), rows=5)

    up = chain(prompt, embed, *decoders[:2], skipped, decoders[2], head, decoding, result)
    flow = chain(words, pieces, ids, hidden[0], hidden[1], more, hidden[2], logits, probabilities, out, role="note")
    levels = [(up[1], hidden[0]), (up[2], hidden[1]), (up[5], hidden[2]), (up[6], logits)]
    leaders = [Line(arrow.level_with(t), t.left, style="dash-dot", role="note") for arrow, t in levels]
    leaders += [Line(embed, s, style="dash-dot", role="note") for s in (ids, pieces)]
    panel = Region(rows=(1, 12), cols=(0, 1), title="LLM", title_side="top left", role="panel-alt", outlined=True)
    return Diagram(Grid(grid, row_gap="m", col_gap="xl", align=("center", "center", "center", "left"), regions=[panel]), up, flow, leaders)
