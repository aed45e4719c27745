"""Exhaustive search: every token of the vocabulary at every position."""

from llmfig import Arrow, Box, Brace, Diagram, Dots, Note, Row, Text, Tree, figure, node, tr

from ._search import model

EXPONENT = 5  # the vocabulary has 10^5 tokens
SECOND = [",", "you", "…", "[EOS]"], ["吗", "棒", "…", "[EOS]"]


def sequences(*lengths):
    """How many sequences there are of each length, as powers of ten."""
    return [f"$10^{{{EXPONENT}N}}$" if n == "N" else f"$10^{{{EXPONENT * n}}}$" for n in lengths]


@figure(
    title=("Exhaustive Search", "穷举搜索（Exhaustive Search）"),
    alt=(
        "A tree: “How” is followed by every token of the vocabulary, each of these again by every token, and so on. With a "
        "vocabulary of 10^5 tokens there are 10^5 sequences at the first position, 10^10 at the second, 10^(5N) at the Nth.",
        "树状图：“你”之后是词表中的每个词，每个词之后又是词表中的每个词，依此类推。词表大小为 10^5 时，第 1 层有 10^5 个序列，第 2 层有 10^10 个，第 N 层有 10^(5N) 个。",
    ),
)
def exhaustive_search():
    def token(text, role="model"):
        return Box(text, role=role, wide=3.15, tall=2.4, pad="hair")

    start, *_ = tokens = model()
    first = [token(t) for t in (*tokens[start], "…")]
    second = [[token(t) for t in (tr(*SECOND) if k == 0 else ["…"] * 4)] for k in range(len(first))]
    groups = [Row(*group, gap="xs") for group in second]
    below = [node(group, node(Dots(size="l", role="model"), edge_style="none"), edge_style="none") for group in groups]
    tree = Tree(
        node(token(start, "data"), *(node(parent, child) for parent, child in zip(first, below))),
        direction="down", gap="m", level_gap="xxl",
    )  # fmt: skip
    edges = [Arrow(parent.bottom, child.top, route="straight") for parent, group in zip(first, second) for child in group]
    counts = sequences(1, 2, "N")
    size = Brace(groups[0], side="bottom", label=f"{tr('Vocabulary size', '词表大小')} = {counts[0]}")

    deeper = Box(shape="arrow-down", fade="model", outlined=False, wide=1.2, pad="none", stick="fill")
    notes = [Note(deeper, over=tree, side="right", gap="l", level=1)]
    captions = tr(
        ["First sequence\nposition", "Second sequence\nposition", "$N$th sequence\nposition"],
        ["第 1 层\n（第 1 个序列位置）", "第 2 层\n（第 2 个序列位置）", "第 $N$ 层\n（第 $N$ 个序列位置）"],
    )
    for level, (count, caption) in enumerate(zip(counts, captions), start=1):
        place = {"over": tree.level(level), "side": "right"}
        notes.append(Note(Text(tr(count, f"{count} 个"), size="large"), gap="l", **place))
        notes.append(Note(Text(caption, align="left"), gap="m", level=2, **place))
    return Diagram(tree, edges, notes, size)
