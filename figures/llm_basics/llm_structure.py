"""LLM structure: the stack of layers, and the tensors that flow between them."""

from llmfig import Box, Brace, Diagram, Grid, Line, Matrix, Region, Strip, Text, around, chain, figure, span, tr

from ._story import ANSWER, SENTENCE, probabilities, rounded, tensor, tokens


@figure(
    title=("LLM structure", "LLM（Large Language Model）结构"),
    alt=(
        "A large language model as a stack: input layer, decoders, LM head and decoding. Beside it, the data at each stage: "
        "sentence, tokens, token IDs, hidden states, logits, probabilities and the next token.",
        "大语言模型的层级结构：输入层、多个 Decoder、LM Head 与解码；右侧是各阶段的数据：句子、Token、Token ID、隐藏状态、Logits、概率与输出的下一个 Token。",
    ),
)
def llm_structure():
    sentence, answer = tr(*SENTENCE), tr(*ANSWER)
    ids, pieces = (Strip(cells, role="cell") for cells in zip(*((str(t.id), t.text) for t in tokens())))
    words, out = Strip([sentence], role="cell"), Strip([answer], role="cell")
    *hidden, logits = (tensor(stage, inner, colored=False) for stage, inner in (("embedding", 3), ("first", 3), ("last", 3), ("logits", 6)))
    shown, _ = probabilities()
    ends = Matrix([[rounded(shown[0]), ..., *[None] * 6, ..., rounded(shown[-1])]], wide=2.2)
    skipped, more = (Text("… …", bold=True) for _ in range(2))

    layer, prompt, result = {"wide": 14, "tall": 2.4}, Box(sentence, role="data", wide=14), Box(answer, role="model")
    decoding = Box(tr("Decoding", "解码（Decoding）"), shape="house", wide=14, tall=3)
    head = Box(tr("LM Head", "语言模型头（LM Head）"), role="auxiliary", **layer)
    decoders = [Box(tr("Decoder", "Decoder层"), role="model", **layer) for _ in range(3)]
    embed = Box(tr("Input layer", "输入层"), role="data", wide=14, stick="fill-y")
    # A layer takes two rows, so that a tensor stands beside the gap between two of them.
    left = [(0, 1, result), (1, 2, decoding), (4, 2, head), (7, 2, decoders[2]), (9, 1, skipped), (10, 2, decoders[1]), (13, 2, decoders[0]),
            (16, 3, embed), (19, 1, prompt)]  # fmt: skip
    captions = tr(
        {"next": "Output next token", "probs": "Probabilities", "logits": "Logits", "hidden": "Hidden States", "id": "Token ID",
         "token": "Token", "input": "Input sentence"},
        {"next": "输出下一个词", "probs": "所有候选词元\n的概率", "logits": "Logits", "hidden": "隐藏状态\n（Hidden States）", "id": "Token ID",
         "token": "词元", "input": "输入句子"},
    )  # fmt: skip
    right = [(0, 1, out, "next"), (1, 1, ends, "probs"), (2, 3, logits, "logits"), (5, 3, hidden[2], "hidden"), (9, 1, more, None),
             (11, 3, hidden[1], "hidden"), (14, 3, hidden[0], "hidden"), (17, 1, ids, "id"), (18, 1, pieces, "token"), (19, 1, words, "input")]  # fmt: skip
    grid = {(r, 1): span(e, rows=n) for r, n, e in left} | {(r, 2): span(e, rows=n) for r, n, e, _ in right}
    grid |= {(r, 3): span(Text(captions[c], role="cell", align="left"), rows=n) for r, n, _, c in right if c}
    grid[7, 0] = span(Brace(around(decoders[0], decoders[2]), side="left", label=tr("$N$ layers", "24层")), rows=8)

    up = chain(prompt, embed, *decoders[:2], skipped, decoders[2], head, decoding, result)
    flow = chain(words, pieces, ids, hidden[0], hidden[1], more, hidden[2], logits, ends, out, role="note")
    levels = [(up[1], hidden[0]), (up[2], hidden[1]), (up[5], hidden[2]), (up[6], logits)]
    leaders = [Line(arrow.level_with(t), t.left, style="dash-dot", role="note") for arrow, t in levels]
    leaders += [Line(embed, s, style="dash-dot", role="note") for s in (ids, pieces)]
    panel = Region(rows=(1, 18), cols=(0, 1), title="LLM", title_side="top left", role="panel-alt", outlined=True)
    return Diagram(Grid(grid, row_gap="m", col_gap="l", align=("center", "center", "center", "left"), regions=[panel]), up, flow, leaders)
