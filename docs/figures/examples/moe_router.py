"""A mixture-of-experts router: each token picks two experts, and an expert has room for so many tokens."""

import numpy as np

from llmfig import Arrow, Bars, Box, Brace, Chart, Column, Diagram, Grid, Matrix, Strip, Text, Tracks, figure, tr

LOGITS = np.random.default_rng(3).normal(size=(6, 4)).round(1)  # of six tokens for four experts
TOP, FACTOR = 2, 1.0  # experts per token; room of an expert over its mean load


@figure(
    title=("Routing with limited capacity", "容量受限的专家路由"),
    alt=(
        "Token 6 has the probabilities 0.13, 0.58, 0.21, 0.08. It picks experts 2 and 3; expert 3 is full and drops it.",
        "四个专家的概率为 0.13、0.58、0.21、0.08。词元 6 选中专家 2 和 3，但专家 3 的三个名额已满，词元 6 在此被丢弃。",
    ),
)
def moe_router():
    n, m = LOGITS.shape  # tokens, experts
    probs = np.exp(LOGITS) / np.exp(LOGITS).sum(axis=1, keepdims=True)
    chosen = np.argsort(-probs, axis=1)[:, :TOP]
    room, last = int(np.ceil(FACTOR * n * TOP / m)), n - 1
    queues = [[t for t in range(n) if e in chosen[t]] for e in range(m)]
    slots = [[f"$x_{q[s] + 1}$" if s < len(q) else "" for q in queues] for s in range(max(map(len, queues)))]

    def look(s, e):
        used = ("sample" if queues[e][s] == last else "data") if slots[s][e] else "cell"
        return used if s < room else "negative" if slots[s][e] else "ghost"

    columns, roles = Tracks(), ["model" if e in chosen[last] else "muted" for e in range(m)]
    tokens = Strip([f"$x_{t + 1}$" for t in range(n)], role=["data"] * last + ["sample"])
    router = Box(tr("Router", "路由器"), role="auxiliary", stick="fill-x")
    logits = Strip(LOGITS[last], fmt=".1f", role="cell", tracks=columns)
    bars = Bars(probs[last], role=roles, value_labels=".2f", gap="hair", margin=0, tracks=columns)
    names = Strip([tr(f"Expert {e + 1}", f"专家 {e + 1}") for e in range(m)], role=roles, tracks=columns)
    queue = Matrix(slots, role=look, size="body", tracks=columns)
    says = tr(["tokens", "", "logits of $x_6$", "softmax, top 2", "queues"],
              ["词元", "", "$x_6$ 的 logits", "Softmax、Top-2", "队列"])
    parts = [tokens, router, logits, Column(Chart(bars, wide=12, tall=6), names, gap="xs"), queue]
    return Diagram(
        Grid([*zip([Text(words, role="note") for words in says], parts)], gap="l", align=("right", "center")),
        Arrow(tokens[last], router.port("top", tokens[last])), Arrow(router, logits),
        [Arrow(names[e], queue.column(e)) for e in chosen[last]],
        Brace(queue[:room, :], side="right", label=tr("capacity", "容量") + f"\n{FACTOR} × {n} × {TOP} / {m} = {room}"),
        queue.label_columns([tr("dropped", "丢弃") if len(q) > room else None for q in queues], side="bottom"),
    )
