"""Greedy search: each step keeps nothing but the likeliest next token."""

from llmfig import Arrow, Box, Diagram, Grid, Text, figure, tr

from ._search import STEPS, Panels, ending, joined, model


def greedy(tokens):
    """The prefixes of a search, each with the one that follows it."""
    prefix, path = next(iter(tokens)), []
    for _ in range(STEPS):
        best = max(tokens[prefix], key=tokens[prefix].get)
        path.append((prefix, joined(prefix, best)))
        prefix = path[-1][1]
    return path


@figure(
    title=("Greedy Search", "贪婪搜索（Greedy Search）"),
    alt=(
        "Three steps. The context is followed by candidate tokens with their probabilities; the most likely one is kept and "
        "appended to the context of the next step, all others are cut off. The result is “How is it?”.",
        "共三步：每个前缀之后列出候选词及其概率，只保留概率最大的候选词并接在前缀之后，进入下一步，其余候选全部剪掉。最终结果是“你在哪里？”。",
    ),
)
def greedy_search():
    tokens = model()
    panels = Panels(tr(("Context", "Candidate", "Probability"), ("前缀", "候选词", "概率")), "data")
    cells, links, kept = {}, [], {}
    for s, (prefix, best) in enumerate(greedy(tokens)):
        rows = {joined(prefix, t): [t, f"{p:g}"] for t, p in tokens[prefix].items()}
        panel, places = panels.expansion(prefix, rows, {best})
        links += [Arrow(row.right, panel, style="dotted") for row in kept.values()]
        cells[0, s], kept = panel, places
    result = Box(best, role="model", size="large")
    more, last = ending(kept.values(), result, tr("Final Generation", "最终结果"))
    cells |= {(0, STEPS): more, (1, 0): Text(tr("Beginning", "开始"), role="note"), (2, 1): result}
    return Diagram(Grid(cells, row_gap="s", col_gap="l"), links, last)
