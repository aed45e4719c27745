"""LLM generation and decoding: the likeliest next token joins the context, again and again."""

import numpy as np

from llmfig import Arrow, Box, Callout, Column, Diagram, Grid, Icon, Person, Region, Row, Text, Tracks, figure, same_size, span, tr

from ._story import ANSWER, SENTENCE

CANDIDATES = (  # of each step: tokens in both languages, and their probabilities
    (("!", "…", ANSWER[0], "…"), ("！", "…", ANSWER[1], "…"), (0.05, 0.2, 0.6, 0.15)),
    (("!", "doing", "…", "…"), ("！", "是", "…", "…"), (0.05, 0.5, 0.1, 0.35)),
    (("!", "…", "…", "well"), ("！", "…", "…", "大模型"), (0.05, 0.2, 0.1, 0.65)),
    (("!", "…", ".", "…"), ("！", "…", "。", "…"), (0.05, 0.3, 0.5, 0.15)),
)
LONGEST = 12  # em that a bar of probability 1 would have
LOW = {"pad": "xs", "tall": 1.6}


def decode():
    """Greedy decoding: of each step, the tokens generated before it, its candidates, their probabilities, and the best."""
    generated, steps = (), []
    for en, zh, p in CANDIDATES:
        tokens, best = tr(en, zh), int(np.argmax(p))
        steps.append((generated, tokens, p, best))
        generated = (*generated, tokens[best])
    return steps, generated


def joined(words):
    return tr(" ".join(words).replace(" .", "."), "".join(words))


def step(generated, tokens, p, best, columns, above=None):
    """The grid of one step under what stands above it, its panel, its token, and the arrows between them."""
    said = joined([tr(*SENTENCE), *(f"[**{t}**]{{model}}" for t in generated)])
    context, token = Box(Text(said, stick="left"), role="data", stick="fill-x"), Box(tokens[best], role="model", wide=4.2, **LOW)
    choices = [Box(t, role="model" if i == best else "panel", outlined=i == best, stick="fill-x", **LOW) for i, t in enumerate(tokens)]
    bars = [Box(role="auxiliary", shape="square", wide=LONGEST * q, tall=1.3, pad="none") for q in p]
    chosen = bars[best] = Row(bars[best], Icon("circle-check", role="model"), gap="s")
    first, n, number = 2 if above else 0, len(p), Text(tr(f"({len(generated) + 1})", f"（{len(generated) + 1}）"), role="note")
    panel = Region(rows=(first, first + n - 1), cols=(0, 2), title=number, title_side="left")
    cells = {(first, 0): span(context, rows=n), (first + best, 3): token} | (above or {})
    cells |= {(first + i, c): e for c, column in ((1, choices), (2, bars)) for i, e in enumerate(column)}
    grid = Grid(cells, row_gap="s", col_gap="l", cols=columns, align=("center", "center", "left", "center"), regions=[panel])
    fan = [Arrow(context.right, choice.left, route="straight") for choice in choices]
    return grid, panel, token, [*fan, Arrow(chosen.right, token.left)]


@figure(
    title=("LLM generation and decoding", "LLM生成与解码（Decoding）过程"),
    alt=(
        "The question “How are you?” is answered in four steps. In each, the context is followed by candidate tokens with bars for "
        "their probabilities; the most likely token is generated and appended to the context of the next step. The answer is “I’m doing well.”",
        "用四步回答“你是谁？”：每一步根据上下文给出候选词元及其概率条，取概率最大的词元作为生成结果，并接到上下文之后进入下一步。最终回答是“我是大模型。”",
    ),
)
def generation_and_decoding():
    user, bot = Person(size="l"), Icon("bot", size="l")
    question = Callout(tr(*SENTENCE), to=user.left, role="data", size="body")
    names = tr(["Input (Context)", "Candidate", "Probabilities", "Generated\ntoken"], ["输入（上下文）", "候选", "概率", "生成词元\n（Token）"])
    heads = [Text(name, role=role, bold=True) for name, role in zip(names, ("data", "model", "auxiliary", "model"))]
    above = {(0, 0): Row(question, user, stick="left"), **{(1, c): head for c, head in enumerate(heads)}}

    steps, answer = decode()
    columns = Tracks()
    grids, panels, tokens, links = zip(*(step(*s, columns, None if s[0] else above) for s in steps))
    same_size(*tokens)
    notes = tr(
        "Explanation:\n1. Special cases such as the end-of-sequence token <EOS> are left out.\n2. Decoding is shown with greedy search as the example.",
        "说明：\n1. 省略了对结束符 <EOS> 等特殊情况的处理。\n2. 解码算法以贪婪搜索为例。",
    )
    final = Callout(joined(answer), to=bot.right, role="model", size="body")
    end = Row(Text(notes, size="small", role="note", align="left"), Row(bot, final), spread=True, stick="fill-x")
    back = [Arrow(a, b.left, style="dotted") for a, b in zip((question.left, *(t.bottom for t in tokens)), panels)]
    back.append(Arrow(tokens[-1].bottom, final.top, style="dotted", label=tr("Final answer", "最终回答"), label_side="left"))
    return Diagram(Column(*grids, end, gap="l"), links, back)
