"""LLM generation and decoding: the likeliest next token joins the context, again and again."""

import numpy as np

from llmfig import Arrow, Box, Callout, Column, Diagram, Grid, Icon, Person, Region, Row, Text, Tick, Tracks, figure, language, same_size, span, tr

QUESTION = "How are you?", "你是谁？"
CANDIDATES = (  # of each step: tokens in both languages, and their probabilities
    (("!", "…", "I’m", "…"), ("！", "…", "我", "…"), (0.05, 0.2, 0.6, 0.15)),
    (("!", "doing", "…", "…"), ("！", "是", "…", "…"), (0.05, 0.5, 0.1, 0.35)),
    (("!", "…", "…", "well"), ("！", "…", "…", "大模型"), (0.05, 0.2, 0.1, 0.65)),
    (("!", "…", ".", "…"), ("！", "…", "。", "…"), (0.05, 0.3, 0.5, 0.15)),
)
LONGEST = 9  # em that a bar of probability 1 would have


def joined(tokens):
    """The text that tokens make; English words are set apart."""
    text = ""
    for token in tokens:
        text += f" {token}" if text and language() == "en" and token[0].isalpha() else token
    return text


def decode():
    """Greedy decoding: of each step, what has been generated before, the candidates with their probabilities, and the best."""
    generated, steps = [], []
    for en, zh, p in CANDIDATES:
        best = int(np.argmax(p))
        steps.append((joined(generated), tr(en, zh), p, best))
        generated = [*generated, tr(en, zh)[best]]
    return steps, joined(generated)


def step(number, generated, tokens, p, best, columns, heads=None):
    """One step: its panel, context and token, and the arrows between them."""
    gap = tr(" ", "")
    context = Box(Text(tr(*QUESTION) + (f"{gap}[**{generated}**]{{model}}" if generated else ""), stick="left"), role="data", stick="fill-x")
    token = Box(tokens[best], role="model")
    choices = [Box(t, role="model" if i == best else "panel", outlined=i == best, pad="xs", stick="fill-x") for i, t in enumerate(tokens)]
    bars = [Box(role="auxiliary", shape="square", wide=LONGEST * q, tall=1.3, pad="none") for q in p]
    chosen = Row(bars[best], Tick(role="model"), gap="xs")
    panel = Region(rows=(1, 4), cols=(1, 3))
    cells = {(1, 0): span(Text(tr(f"({number})", f"（{number}）"), role="note"), rows=4), (1, 1): span(context, rows=4), (1 + best, 4): token}
    cells |= {(1 + i, 2): c for i, c in enumerate(choices)}
    cells |= {(1 + i, 3): chosen if i == best else bar for i, bar in enumerate(bars)}
    cells |= {(0, 1 + c): head for c, head in enumerate(heads or ())}
    align = ("center", "center", "center", "left", "center")
    grid = Grid(cells, row_gap="xs", col_gap="l", cols=columns, align=align, regions=[panel])
    links = [Arrow(context.right, c.left, route="straight") for c in choices]
    return grid, panel, token, [*links, Arrow(chosen.right, token.left)]


@figure(
    title=("LLM generation and decoding", "LLM生成与解码（Decoding）过程"),
    alt=(
        "A question is answered token by token.",
        "逐个词元生成回答。",
    ),
)
def generation_and_decoding():
    steps, answer = decode()
    roles = ("data", "model", "auxiliary", "model")
    names = tr(["Input (Context)", "Candidate", "Probabilities", "Generate\ntoken"], ["输入（上下文）", "候选", "概率", "生成词元\n（Token）"])
    heads = [Text(name, role=role, bold=True) for name, role in zip(names, roles)]
    columns = Tracks()
    drawn = [step(k, *s, columns, heads if k == 1 else None) for k, s in enumerate(steps, start=1)]
    grids, panels, tokens, links = zip(*drawn)
    same_size(*tokens)

    user, bot = Person(size="l"), Icon("bot", size="l")
    question, final = Callout(tr(*QUESTION), to=user.right, role="data", size="body"), Callout(answer, to=bot.right, role="model", size="body")
    returns = [Arrow(a.bottom, b.left, style="dotted") for a, b in zip(tokens, panels[1:])]
    notes = Text(
        tr("Notes:\n1. Special cases such as the end-of-sequence token <EOS> are left out.\n2. Greedy search serves as the example of decoding.",
           "说明：\n1. 忽略了结束符 <EOS> 等特殊处理逻辑。\n2. 仅以贪婪搜索解码算法为例。"),
        size="small", role="note", align="left",
    )  # fmt: skip
    return Diagram(
        Column(Row(user, question, stick="left"), *grids, Row(notes, Row(final, bot), spread=True, stick="fill-x"), gap="l"),
        links, returns, Arrow(question, panels[0].left, style="dotted"),
        Arrow(tokens[-1].bottom, final.right, style="dotted", label=tr("Final answer", "最终回答")),
    )  # fmt: skip
