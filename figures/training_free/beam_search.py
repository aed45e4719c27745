"""Beam search: each step expands the two best prefixes and keeps the two best continuations of all."""

from llmfig import Arrow, Box, Diagram, Grid, Text, figure, labeled, span, tr

from ._search import STEPS, Panels, ending, joined, model

BEAM = 2


def expand(beam, tokens):
    """All candidates of a step, as prefix: {text: (token, current, total)}, and the beam that is kept."""
    step = {prefix: {joined(prefix, t): (t, p, parent * p) for t, p in tokens[prefix].items()} for prefix, parent in beam.items()}
    totals = {text: total for rows in step.values() for text, (*_, total) in rows.items()}
    kept = sorted(totals, key=totals.get, reverse=True)[:BEAM]
    return step, {text: total for text, total in totals.items() if text in kept}


def written(rows, kept):
    """The cells of the candidates of one prefix; the totals that are kept are bold."""
    return {text: [t, f"{p:g}", f"**{total:.3g}**" if text in kept else f"{total:.3g}"] for text, (t, p, total) in rows.items()}


@figure(
    title=("Beam Search", "波束搜索（Beam Search）"),
    alt=(
        "Three steps. Each prefix is followed by candidate tokens with their current and total probability; of all "
        "candidates of a step, the two with the highest total probability are kept and expanded in the next step. "
        "The best one at the end is the output.",
        "共三步：每个前缀之后列出候选词及其当前词概率与累计概率；每一步在全部候选中保留累计概率最高的两个，作为下一步的前缀。"
        "最后取累计概率最高的一个作为结果。",
    ),
)
def beam_search():
    tokens = model()
    panels = Panels(tr(("Context", "Candidate", "Current\nProbability", "Total\nProbability"), ("前缀", "候选词", "当前词\n概率", "累计\n概率")), "model")
    beam, kept, cells, links = {next(iter(tokens)): 1.0}, {}, {}, []
    for s in range(STEPS):
        step, beam = expand(beam, tokens)
        parents, kept = kept, {}
        for row, (prefix, rows) in enumerate(step.items(), start=1):
            panel, places = panels.expansion(prefix, written(rows, beam), beam)
            kept |= places
            cells[row, s] = panel if s else span(labeled(panel, bottom=tr("Beginning", "开始"), gap="s"), rows=2)
            if s:
                links.append(Arrow(parents[prefix].right, panel, style="dotted"))
        cells[0, s] = Text(tr(f"Step {s + 1}: Top {BEAM}", f"Step {s + 1}：选 Top {BEAM}"), size="large", bold=True)
        if s:
            cells[0, s - 0.5] = Box(shape="arrow-right", role="muted", wide=3)
    result = Box(max(beam, key=beam.get), role="loss", size="large")
    size = Box(tr(f"Beam size = {BEAM}", f"Beam 大小 = {BEAM}"), role="model", size="large")
    more, last = ending(kept.values(), result, tr("Top-1 as the final generation", "选 Top-1，作为最终结果"))
    cells |= {(1, STEPS): span(more, rows=2), (3, 0): size, (3, 1): result}
    return Diagram(Grid(cells, row_gap="m", col_gap="l"), links, last)
