"""From basic Q&A to a graph of thoughts: five ways from an input to an output, each over more thoughts than the one before."""

from llmfig import Arrow, Box, Column, Diagram, Grid, Legend, Panel, Row, Text, Tracks, figure, labeled, span, tr

ROLES = {"?": "plain", "-": "loss", "+": "sample"}
DEPTH = 4

# Each way: the column of input and output, the thoughts level by level (a mark a column, a blank leaves it free), and the edges
# into each level and into the output, as pairs of columns.
IN_LINE = [(0, 0), (1, 1), (2, 2)]
WAYS = {
    "basic": (0, [], []),
    "cot": (0, ["?"] * DEPTH, [[(0, 0)]] * (DEPTH + 1)),
    "vote": (1, ["???", "???", "???", "-++"], [[(1, 0), (1, 1), (1, 2)], IN_LINE, IN_LINE, IN_LINE, [(0, 1), (1, 1), (2, 1)]]),
    "tree": (2, [" +-+ ", "++-++", "+-++-", "---+-"], [
        [(2, 1), (2, 2), (2, 3)], [(1, 0), (1, 1), (3, 2), (3, 3), (3, 4)], [(0, 0), (1, 1), (3, 2), (3, 3), (4, 4)],
        [(0, 0), (0, 1), (2, 2), (2, 3), (3, 4)], [(3, 2)]]),
    "graph": (2, [" +-+", "++++", "-+++", "  + "], [
        [(2, 1), (2, 2), (2, 3)], [(1, 0), (1, 1), (1, 2), (3, 2), (3, 3)],
        [(0, 0), (0, 1), (1, 1), (1, 2), (2, 2), (2, 3), (3, 3)], [(1, 2), (2, 2), (3, 2)], [(2, 2)]]),
}  # fmt: skip
REFINED = ("graph", 1, 1)  # the thought that is worked on again
OUTVOTED = ("vote", 4, 0)  # an answer that the majority overrules


def way(name, title, levels):
    """A panel with one way, from its title down to the output."""
    middle, thoughts, edges = WAYS[name]
    answer = Box(tr("Output", "输出"), role="model", shape="ellipse", size="large")
    nodes = {(0, middle): Box(tr("Input", "输入"), role="data", shape="ellipse", size="large"), (DEPTH + 1, middle): answer}
    for level, marks in enumerate(thoughts, 1):
        nodes |= {(level, c): Box(role=ROLES[m], wide=2.2, tall=1.6) for c, m in enumerate(marks) if m != " "}
    arrows = [
        Arrow(nodes[k, a], nodes[k + 1, b], route="straight", style="dashed" if (name, k, a) == OUTVOTED else "solid")
        for k, pairs in enumerate(edges)
        for a, b in pairs
    ] or [Arrow(nodes[0, middle], answer)]
    if name == REFINED[0]:
        arrows.append(Arrow(nodes[REFINED[1:]].left, nodes[REFINED[1:]].top))
    # Thoughts stand in every other column, so that all are equally far apart; input and output are broader and span three of these.
    ends = {0: nodes[0, middle], DEPTH + 1: labeled(answer, bottom=tr("by majority vote", "多数投票")) if name == OUTVOTED[0] else answer}
    first, broad = max(2 * middle - 2, 0), 5 if middle else 1
    cells = {(k + 1, 2 * c): n for (k, c), n in nodes.items() if k not in ends} | {(k + 1, first): span(end, cols=broad) for k, end in ends.items()}
    cells[0, 0] = span(Text(title, size="large", bold=True), cols=2 * max(map(len, thoughts), default=1) - 1)
    return Panel(Diagram(Grid(cells, row_gap="l", col_gap="l", rows=levels), arrows), pad="s")


@figure(
    title=("CoT, Self-consistency CoT, ToT, GoT", "CoT、Self-consistency CoT、ToT、GoT"),
    alt=(
        "Five graphs from input to output: basic Q&A without thoughts, a chain of thought, three of them with a majority vote, "
        "a tree in which wrong thoughts are given up, and a graph in which thoughts are merged and refined.",
        "从输入到输出的五种方式：没有中间思维的基础问答、思维链、三条思维链加多数投票、舍弃错误分支的思维树，以及可以合并与反复改进思维的思维图。",
    ),
)
def cot_tot_got():
    titles = tr(
        ("Basic Q&A", "CoT", "Self-consistency\nCoT", "ToT\n(Tree of Thoughts)", "GoT\n(Graph of Thoughts)"),
        ("基础问答", "CoT\n（思维链）", "Self-consistency\nCoT", "ToT\n（思维树）", "GoT\n（思维图）"),
    )
    levels = Tracks()
    ways = Row(*(way(name, title, levels) for name, title in zip(WAYS, titles, strict=True)), gap="s")
    key = tr(
        {"Unevaluated thought": "?", "Incorrect thought": "-", "Correct thought": "+"},
        {"未评估的思维": "?", "错误的思维": "-", "正确的思维": "+"},
    )
    legend = Legend([(text, ROLES[mark]) for text, mark in key.items()], across=True)
    return Column(ways, legend, gap="m")
