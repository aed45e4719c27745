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
    """All candidates of a step, as prefix: [(token, current probability, total probability)], and the beam that is left."""
    step = {prefix: [(token, p, total * p) for token, p in tokens[prefix].items()] for prefix, total in beam.items()}
    ranked = sorted(((total, joined(prefix, token)) for prefix, rows in step.items() for token, _, total in rows), reverse=True)[:BEAM]
    order = [joined(prefix, token) for prefix, rows in step.items() for token, *_ in rows]
    kept = {text: total for total, text in ranked}
    return step, {text: kept[text] for text in order if text in kept}


def expansion(prefix, rows, kept, shared, heads):
    """A panel with a prefix and its candidates, and the rows of its table that are kept, by their text."""
    texts = [joined(prefix, token) for token, *_ in rows]
    best = [text in kept for text in texts] + [False]
    cells = [[token, f"{p:g}", f"**{total:.3g}**" if keep else f"{total:.3g}"] for (token, p, total), keep in zip(rows, best, strict=False)]
    table = Table([*cells, ["…"] * 3], role=lambda r, _: "highlight" if best[r] else "panel", size="body", ruled=False, gap="none", tall=2.3, tracks=shared[1])
    context = Text(prefix.replace(" ", "\n"), bold=True)
    cut = [Note(Scissors(role="note"), over=table.row(r), side="right", gap="s") for r, keep in enumerate(best) if not keep]
    frames = [Highlight(table.row(r), role="model", below=True) for r, keep in enumerate(best) if keep]
    fan = [Arrow(context.right, table.row(r).left, route="straight") for r in range(len(best))]
    body = {(1, 0): context, (1, 1): Diagram(table, frames, cut)}
    if heads:
        names = Strip([Text(h, size="tiny", role="note") for h in heads[1:]], role="panel", gap="none", uniform=False, tracks=shared[1])
        body |= {(0, 0): Text(heads[0], size="tiny", role="note"), (0, 1): names}
    return Panel(Diagram(Grid(body, row_gap="none", col_gap="xl", cols=shared[0]), fan)), {text: table.row(r) for r, text in enumerate(texts) if best[r]}


@figure(
    title=("Beam search", "波束搜索（Beam Search）"),
    alt=(
        "Three steps. Each prefix is followed by candidate tokens with their current and total probability; of all candidates of a "
        "step, the two with the highest total probability are kept and expanded in the next step. The best one at the end is the output.",
        "共三步：每个前缀之后列出候选词及其当前概率与累计概率；每一步在全部候选中保留累计概率最高的两个，作为下一步的前缀。最后取概率最高的一个作为结果。",
    ),
)
def beam_search():
    tokens = tr(TOKENS_EN, TOKENS_ZH)
    heads = tr(("Context", "Candidate", "Current\nProbability", "Total\nProbability"), ("前缀", "候选词", "当前词\n概率", "累计\n概率"))
    beam, shared = {next(iter(tokens)): 1.0}, (Tracks(), Tracks())
    cells, links, kept = {}, [], {}
    for s in range(3):
        step, beam = expand(beam, tokens)
        parents, kept = kept, {}
        for k, (prefix, rows) in enumerate(step.items()):
            panel, best = expansion(prefix, rows, beam, shared, heads if s == 0 else ())
            kept |= best
            cells[1 + k, s] = panel if s else span(labeled(panel, bottom=tr("Beginning", "开始")), rows=2)
            if prefix in parents:
                links.append(Arrow(parents[prefix].right, panel, style="dotted"))
        cells[0, s] = Text(tr(f"Step {s + 1}: Top {BEAM}", f"Step {s + 1}：选 Top {BEAM}"), size="large", bold=True)
    more, result = Box(Dots(size="l"), role="panel", outlined=False, stick="fill-y"), Box(max(beam, key=beam.get), role="loss", size="large")
    cells |= {(0, 0.5): Box(shape="arrow-right", role="muted", wide=3), (0, 1.5): Box(shape="arrow-right", role="muted", wide=3)}
    cells |= {(1, 3): span(more, rows=2), (3, 0): Box(tr(f"Beam size = {BEAM}", f"Beam 大小 = {BEAM}"), role="model"), (3, 1): result}
    links += [Arrow(row.right, more.left, style="dotted") for row in kept.values()]
    links.append(Arrow(more.bottom, result.right, style="dotted", label=Text(tr("Top-1 as the final generation", "选 Top-1，作为最终结果"), role="note")))
    return Diagram(Grid(cells, row_gap="m", col_gap="xl"), links)
