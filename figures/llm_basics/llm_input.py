"""LLM input: a sentence is split into tokens, tokens become ids, and ids become vectors."""

from llmfig import Arrow, Box, Brace, Diagram, Grid, Matrix, Note, Panel, Region, Strip, Text, chain, figure, same_size, span, tr

from ._story import HIDDEN, SENTENCE, VOCABULARY, row, tensor, tokens


def table(first, entry, dots, last, ground):
    """The rows of a table by id: those of the sentence's tokens in their colours, and dots for all between them."""
    rows, roles = [["0", *first]], [ground]
    for t in sorted(tokens(), key=lambda t: t.id):
        rows += [["…", *dots], [str(t.id), *entry(t)]]
        roles += [ground, t.role]
    return [*rows, ["…", *dots], [str(VOCABULARY - 1), *last]], [*roles, ground, ground]


def store(name, cells, heads, size, *extras):
    """A table in its panel, with the heads of its columns and its size."""
    notes = [Note(Text(head, size="small", role="note"), over=cells[:, columns]) for head, columns in zip(heads, (slice(1), slice(1, None)))]
    count = Brace(cells[:, 1:], side="right", label=f"{size}\n{VOCABULARY}")
    return Panel(Diagram(cells, notes, count, extras), title=name, role="paper", outlined=True, title_gap="m", stick="fill-x")


def vocabulary():
    unused = tr("(unused)", "（未用）")
    rows, roles = table(["!"], lambda t: [t.text], ["…"], [unused], "exponent")
    cells = Matrix(rows, role=lambda i, _: roles[i], wide=5)
    return store(tr("[Vocabulary]{model}", "[词表（Vocabulary）]{model}"), cells, tr(("Token ID", "Token"), ("Token ID", "词元")), tr("Size =", "词表大小 ="))


def embeddings():
    rows, roles = table([None] * 6, lambda t: row(t, "embedding", 2), [None] * 6, [None] * 6, "compute")
    cells = Matrix(rows, fmt=".1f", role=lambda i, j: roles[i] if j else "note", uniform=False, wide=2.4)
    depth = Brace(cells[:, 1:], side="bottom", label=tr("Dimension = ", "向量维度 = ") + str(HIDDEN))
    return store(tr("Embedding Table", "向量表（Embedding Table）"), cells, tr(("Token ID", "Embedding"), ("Token ID", "向量")), tr("Size =", "大小 ="), depth)


@figure(
    title=("LLM input", "LLM输入层"),
    alt=(
        "From the bottom up: a sentence is split into tokens; the tokenizer looks them up in the vocabulary and gets their IDs; the "
        "embedding lookup takes the row of each ID from the embedding table; the vectors go into the decoder layers.",
        "自下而上：句子被分割为词元，分词器查询词表得到各词元的 Token ID，再到向量表中查出每个 ID 对应的一行向量，这些向量输入到 Decoder 层。",
    ),
)
def llm_input():
    sentence, roles = Box(tr(*SENTENCE), role="data"), [t.role for t in tokens()]
    pieces, ids = (Strip(cells, role=roles, wide=4) for cells in zip(*((t.text, str(t.id)) for t in tokens())))
    lookup = Box(tr("Embedding Lookup", "**向量查询**\n（Embedding Lookup）"), wide=16, tall=4, role="panel", outlined=True)
    vectors, target = tensor("embedding", 6), Text(tr("Input to the Decoder layer", "输入到 Decoder 层"), role="note")
    words, vecs = vocabulary(), embeddings()
    same_size(sentence, pieces, ids, axis="width")
    title = tr("[**Tokenizer**]{model} **/** Tokenizer-Free", "[**分词器（Tokenizer）**]{model} **/** 免分词方案（Tokenizer-Free，跳过）")
    frame = Region(rows=(3, 4), cols=(0, 1), title=Text(title), title_gap="m", role="output")
    grid = Grid({
        (0, 0): target, (1, 0): vectors, (2, 0): lookup, (0, 1): span(vecs, rows=3),
        (3, 0): ids, (4, 0): pieces, (3, 1): span(words, rows=2), (5, 0): sentence,
    }, row_gap="xl", col_gap="xxl", regions=[frame])  # fmt: skip
    n = len(roles)
    step = tr(
        ["(1) Split", "(2) Query the vocabulary", "(3) Return Token IDs", "(4) Query embedding table", f"(5) Return {n} embeddings", "(6) Embeddings"],
        ["（1）分割", "（2）查询词表", "（3）返回 Token ID", "（4）查询向量表", f"（5）返回 {n} 个向量", "（6）向量"],
    )  # fmt: skip
    ask, get = lookup.port("right", 0.8), lookup.port("right", 0.2)
    return Diagram(
        grid, Arrow(sentence, pieces, label=step[0], role="model"), Arrow(pieces.right, words.port("left", pieces), label=step[1], role="model"),
        Arrow(words.port("left", ids), ids.right, label=step[2], role="model"), chain(ids, lookup),
        Arrow(ask, vecs, label=step[3], label_side="below"), Arrow(vecs, get, label=step[4], label_side="above"),
        Arrow(lookup, vectors, label=step[5]), Arrow(vectors, target),
    )  # fmt: skip
