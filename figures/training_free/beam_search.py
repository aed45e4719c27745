"""Beam search: each step expands the two best prefixes and keeps the two best continuations of all."""

from llmfig import Arrow, Box, Diagram, Dots, Grid, Highlight, Note, Panel, Scissors, Strip, Table, Text, Tracks, figure, labeled, language, span, tr

BEAM = 2
TOKENS_EN = {
    "How": {"are": 0.3, "can": 0.1, "is": 0.4},
    "How are": {"they": 0.1, "we": 0.05, "you": 0.4},
    "How is": {"it": 0.25, "she": 0.2, "he": 0.1},
    "How are you": {",": 0.3, "<END>": 0.1, "?": 0.4},
    "How is it": {"?": 0.3, "going": 0.1, "that": 0.2},
}
TOKENS_ZH = {
    "你": {"好": 0.3, "有": 0.1, "在": 0.4},
    "你好": {"吗": 0.1, "呀": 0.05, "棒": 0.4},
    "你在": {"哪里": 0.25, "吗": 0.2, "干": 0.1},
    "你好棒": {"哦": 0.3, "<END>": 0.1, "！": 0.4},
    "你在哪里": {"？": 0.3, "玩": 0.1, "呢": 0.2},
}


def joined(prefix, token):
    """The prefix with one more token; English words are set apart."""
    return f"{prefix} {token}" if language() == "en" and token.isalpha() else prefix + token


def expand(beam, tokens):
    """All candidates of a step, as prefix: {text: (token, current, total)}, and the beam that is kept."""
    step = {prefix: {joined(prefix, t): (t, p, parent * p) for t, p in tokens[prefix].items()} for prefix, parent in beam.items()}
    totals = {text: total for rows in step.values() for text, (*_, total) in rows.items()}
    kept = sorted(totals, key=totals.get, reverse=True)[:BEAM]
    return step, {text: total for text, total in totals.items() if text in kept}


def candidates(rows, kept, tracks):
    """The table of one prefix, with the kept rows marked and the others cut; and the places of its rows."""
    cells = [[t, f"{p:g}", f"**{total:.3g}**" if text in kept else f"{total:.3g}"] for text, (t, p, total) in rows.items()]
    best = [text in kept for text in rows] + [False]
    role = ["highlight" if keep else "note" for keep in best]
    table = Table([*cells, ["…"] * 3], role=lambda r, _: role[r], size="body", ruled=False, gap="none", tall=2.3, tracks=tracks)
    places = [table.row(r) for r in range(len(best))]
    marks = [
        Highlight(row, role="model", below=True) if keep else Note(Scissors(role="note"), over=row, side="right", gap="s")
        for row, keep in zip(places, best, strict=True)
    ]
    return Diagram(table, marks), places


def expansion(prefix, rows, kept, tracks, heads=()):
    """A panel with a prefix and its candidates, and the rows that are kept, by their text."""
    table, places = candidates(rows, kept, tracks[1])
    context = Text(prefix.replace(" ", "\n"), bold=True)
    body = {(1, 0): context, (1, 1): table}
    if heads:
        first, *others = (Text(h, size="small", role="note") for h in heads)
        names = Strip(others, role="panel", pad=4, gap="none", uniform=False, tracks=tracks[1])
        body |= {(0, 0): first, (0, 1): names}
    fan = [Arrow(context.right, row.left, route="straight") for row in places]
    panel = Panel(Diagram(Grid(body, row_gap="xs", col_gap="xl", cols=tracks[0]), fan))
    return panel, {text: row for text, row in zip(rows, places, strict=False) if text in kept}


@figure(
    title=("Beam search", "波束搜索（Beam Search）"),
    alt=(
        "Three steps. Each prefix is followed by candidate tokens with their current and total probability; of all "
        "candidates of a step, the two with the highest total probability are kept and expanded in the next step. "
        "The best one at the end is the output.",
        "共三步：每个前缀之后列出候选词及其当前词概率与累计概率；每一步在全部候选中保留累计概率最高的两个，作为下一步的前缀。"
        "最后取累计概率最高的一个作为结果。",
    ),
)
def beam_search():
    tokens = tr(TOKENS_EN, TOKENS_ZH)
    heads = tr(("Context", "Candidate", "Current\nProbability", "Total\nProbability"), ("前缀", "候选词", "当前词\n概率", "累计\n概率"))
    beam, tracks = {next(iter(tokens)): 1.0}, (Tracks(), Tracks())  # of prefix and table, and of the table's columns
    cells, links, kept = {}, [], {}
    for s in range(3):
        step, beam = expand(beam, tokens)
        parents, kept = kept, {}
        for row, (prefix, rows) in enumerate(step.items(), start=1):
            panel, places = expansion(prefix, rows, beam, tracks, heads if s == 0 else ())
            kept |= places
            cells[row, s] = panel if s else span(labeled(panel, bottom=tr("Beginning", "开始")), rows=2)
            if s:
                links.append(Arrow(parents[prefix].right, panel, style="dotted"))
        cells[0, s] = Text(tr(f"Step {s + 1}: Top {BEAM}", f"Step {s + 1}：选 Top {BEAM}"), size="large", bold=True)
        if s:
            cells[0, s - 0.5] = Box(shape="arrow-right", role="muted", wide=3)
    more = Box(Dots(size="l"), role="panel", outlined=False, stick="fill-y")
    result = Box(max(beam, key=beam.get), role="loss", size="large")
    size = Box(tr(f"Beam size = {BEAM}", f"Beam 大小 = {BEAM}"), role="model", size="large")
    cells |= {(1, 3): span(more, rows=2), (3, 0): size, (3, 1): result}
    final = Text(tr("Top-1 as the final generation", "选 Top-1，作为最终结果"), role="note")
    links += [Arrow(row.right, more.left, style="dotted") for row in kept.values()]
    links.append(Arrow(more.bottom, result.right, style="dotted", label=final))
    return Diagram(Grid(cells, row_gap="m", col_gap="l"), links)
