"""Token IDs: a conversation in ChatML, and the vocabulary's number of each of its tokens."""

from llmfig import Column, Panel, Row, Table, Text, Tracks, figure, tr

# The tokens of the vocabulary of Qwen2.5 that the conversation is cut into, with their IDs; a space belongs to the token that it leads.
IDS = {
    "<|im_start|>": 151644, "<|im_end|>": 151645, "\n": 198, "system": 8948, "user": 872, "assistant": 77091,
    "You": 2610, " are": 525, " a": 264, " helpful": 10950, " assistant": 17847, ".": 13,
    "Can": 6713, " my": 847, " dog": 5562, " eat": 8180, " fresh": 7722, " blue": 6303, "berries": 35889, "?": 30,
    "Yes": 9454, ",": 11, " in": 304, " small": 2613, " amounts": 14713,
    "鱼": 100655, "香": 99662, "肉": 99894, "丝": 99691, "有": 18830, "吗": 101037, "？": 11319, "没有": 80443, "，": 3837, "只有": 101043, "。": 1773,
}  # fmt: skip
SYSTEM = ["You", " are", " a", " helpful", " assistant", "."]
ENGLISH = ["Can", " my", " dog", " eat", " fresh", " blue", "berries", "?"], ["Yes", ",", " in", " small", " amounts", "."]
CHINESE = ["鱼", "香", "肉", "丝", "有", "鱼", "吗", "？"], ["没有", "，", "只有", "肉", "丝", "。"]


def chatml(**messages):
    """The tokens of a conversation, each with the look that marks it: none, bold, or the ink of its message."""
    for i, (role, (ink, tokens)) in enumerate(messages.items()):
        yield from [("\n", "%s")] * (i > 0)
        yield from (("<|im_start|>", "%s"), (role, "**%s**"), ("\n", "%s"))
        yield from ((t, f"[%s]{{{ink}}}") for t in tokens)
        yield "<|im_end|>", "%s"


def table(rows, first, tracks):
    """Number, ID and token of some tokens; leading spaces and line breaks are made visible."""
    visible = [t.replace(" ", "Ġ").replace("\n", r"\\n") for t, _ in rows]
    cells = [[f"[{i}]{{note}}", look % IDS[t], look % name] for i, ((t, look), name) in enumerate(zip(rows, visible, strict=True), first)]
    head = tr(["No.", "Token ID", "Token"], ["序号", "Token ID", "词元"])
    return Table(cells, head=head, role=lambda i, _: ("panel-alt", "paper")[i % 2], size="body", wide=8, tall=1.9, tracks=tracks)


@figure(
    title=("Token ID and Token", "Token ID 与词元的映射关系"),
    alt=(
        "A conversation in ChatML: a system prompt, a question and an answer, each between im_start and im_end. Below, a table of "
        "its 34 tokens with their token IDs.",
        "一条 ChatML 格式的对话：系统提示、用户问题与助手回答，各自位于 im_start 与 im_end 之间。下方表格列出全部 34 个词元及其 Token ID。",
    ),
)
def token_ids():
    question, answer = tr(ENGLISH, CHINESE)
    tokens = list(chatml(system=("sample", SYSTEM), user=("exponent", question), assistant=("auxiliary", answer)))
    text = "".join(t if t == "\n" else look % t for t, look in tokens)
    half, tracks = len(tokens) // 2, Tracks()
    example = Panel(Text(text, mono=True, align="left"), role="panel")
    intro = Text(tr("A piece of ChatML-formatted\nSFT data:", "一条 ChatML 格式的 SFT 数据："), size="large", align="left")
    key = Text(tr(r"Ġ is the space before a word, \\n a line break", r"Ġ 表示词前的空格，\\n 表示换行"), size="small", role="note", stick="left")
    halves = Row(table(tokens[:half], 1, tracks), table(tokens[half:], half + 1, tracks), gap="hair")
    return Column(Row(intro, example, spread=True, stick="fill-x"), halves, key)
