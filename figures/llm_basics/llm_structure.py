"""LLM structure: the stack of layers, and the tensors that flow between them."""

from llmfig import Arrow, Box, Brace, Column, Diagram, Grid, Line, Matrix, Region, Strip, Text, around, figure, tr

HIDDEN = 896
VOCABULARY = 151936


@figure(
    title=("LLM structure", "LLM（Large Language Model）结构"),
    alt=(
        "A large language model as a stack: input layer, decoders, LM head and decoding. Beside it, the data at each stage: "
        "sentence, tokens, token IDs, hidden states, logits, probabilities and the next token.",
        "大语言模型的层级结构：输入层、多个 Decoder、LM Head 与解码；右侧是各阶段的数据：句子、Token、Token ID、隐藏状态、Logits、概率与输出的下一个 Token。",
    ),
)
def llm_structure():
    a, b = Box("Decoder", role="model", wide=12), Box("LM Head", role="auxiliary", wide=12)
    c = Box(tr("Policy model with words", "策略模型"), role="data")
    m = Matrix([[0.6, ..., 1.8], [-1.7, ..., -1.3], [0.2, ..., 0.9]], fmt=".1f", badge="3×896")
    s = Strip(tr(["How", "are", "you", "?"], ["你", "是谁", "？"]))
    root = Grid({(0, 0): a, (1, 0): b, (0, 1): m, (2, 0): c, (2, 1): Diagram(s, Brace(s[0:2], label="Prompt"))}, gap="l", regions=[Region(rows=(0, 1), cols=(0, 0), title="LLM", title_side="top left")])
    up = Arrow(b, a, label="hidden")
    return Diagram(root, up, Line(up.level_with(b).place.top if False else a, m, style="dash-dot"), Arrow(c, s), Arrow(s[3], m, role="loss", label="$r_t$"))
