"""From basic Q&A to a graph of thoughts: five ways from an input to an output, each over more thoughts than the one before."""

from llmfig import Arrow, Box, Column, Diagram, Grid, Legend, Panel, Row, Text, Tracks, figure, labeled, same_size, tr

ROLES = {"?": "plain", "-": "loss", "+": "sample"}
DEPTH = 4

# Each way: the thoughts level by level, a mark each; and the edges from level to level, as pairs of places, from the input's into
# the first level to those into the output.
IN_LINE = [(0, 0), (1, 1), (2, 2)]
FROM_INPUT = [(0, 0), (0, 1), (0, 2)]
WAYS = {
    "basic": ([], [[(0, 0)]]),
    "cot": (["?"] * DEPTH, [[(0, 0)]] * (DEPTH + 1)),
    "vote": (["???", "???", "???", "-++"], [FROM_INPUT, IN_LINE, IN_LINE, IN_LINE, [(0, 0), (1, 0), (2, 0)]]),
    "tree": (["+-+", "++-++", "+-++-", "---+-"], [
        FROM_INPUT, [(0, 0), (0, 1), (2, 2), (2, 3), (2, 4)], [(0, 0), (1, 1), (3, 2), (3, 3), (4, 4)],
        [(0, 0), (0, 1), (2, 2), (2, 3), (3, 4)], [(3, 0)]]),
    "graph": (["+-+", "++++", "-+++", "+"], [
        FROM_INPUT, [(0, 0), (0, 1), (0, 2), (2, 2), (2, 3)],
        [(0, 0), (0, 1), (1, 1), (1, 2), (2, 2), (2, 3), (3, 3)], [(1, 0), (2, 0), (3, 0)], [(0, 0)]]),
}  # fmt: skip
REFINED = ("graph", 1, 0)  # the thought that is worked on again
OUTVOTED = ("vote", 4, 0)  # an answer that the majority overrules


def way(name, title, tracks):
    """A panel with one way, from its title down to the output."""
    marks, edges = WAYS[name]
    start = Box(tr("Input", "输入"), role="data", shape="ellipse", size="large")
    answer = Box(tr("Output", "输出"), role="model", shape="ellipse", size="large")
    same_size(start, answer)
    levels = [[start], *([Box(role=ROLES[m], wide=2.2, tall=1.6) for m in level] for level in marks), [answer]]
    arrows = [
        Arrow(levels[k][a], levels[k + 1][b], route="straight", style="dashed" if (name, k, a) == OUTVOTED else "solid")
        for k, pairs in enumerate(edges)
        for a, b in pairs
    ]
    if name == REFINED[0]:
        again = levels[REFINED[1]][REFINED[2]]
        arrows.append(Arrow(again.left, again.top))
    end = labeled(answer, bottom=tr("by majority vote", "多数投票")) if name == OUTVOTED[0] else answer
    rows = {k: Row(*level, gap="xl") for k, level in enumerate(levels[1:-1], 1)} | {-1: Text(title, size="large", bold=True), 0: start, DEPTH + 1: end}
    return Panel(Diagram(Grid({(k + 1, 0): row for k, row in rows.items()}, row_gap="l", rows=tracks), arrows))


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
