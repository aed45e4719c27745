"""A mixture-of-experts router: each token picks two experts, and an expert has room for so many tokens."""

import numpy as np

from llmfig import Arrow, Bars, Box, Brace, Chart, Column, Diagram, Grid, Matrix, Strip, Text, Tracks, figure, tr

LOGITS = np.random.default_rng(3).normal(size=(6, 4)).round(1)  # of six tokens for four experts
TOP, FACTOR = 2, 1.0  # experts per token; room of an expert over its mean load


@figure(
    title=("Routing with limited capacity", "容量受限的专家路由"),
    alt=(
        "The router gives token 6 the probabilities 0.13, 0.58, 0.21 and 0.08 for four experts. It picks "
        "experts 2 and 3; each takes three tokens, expert 3 is full, so there token 6 is dropped.",
        "路由器为词元 6 给出四个专家的概率 0.13、0.58、0.21、0.08，选中专家 2 和 3。每个专家最多容纳"
        "三个词元，专家 3 已满，词元 6 在此被丢弃。",
    ),
)
def moe_router():
    count, experts = LOGITS.shape
    probs = np.exp(LOGITS) / np.exp(LOGITS).sum(axis=1, keepdims=True)
    chosen = np.argsort(-probs, axis=1)[:, :TOP]
    room, last = int(np.ceil(FACTOR * count * TOP / experts)), count - 1
    queues = [[t for t in range(count) if e in chosen[t]] for e in range(experts)]
    depth, columns = max(map(len, queues)), Tracks()
    slots = [[f"$x_{q[s] + 1}$" if s < len(q) else "" for q in queues] for s in range(depth)]

    def look(s, e):
        if s >= len(queues[e]):
            return "cell" if s < room else "ghost"
        return "negative" if s >= room else "sample" if queues[e][s] == last else "data"

    tokens = Strip([f"$x_{t + 1}$" for t in range(count)], role=["data"] * last + ["sample"])
    router = Box(tr("Router", "路由器"), role="auxiliary", stick="fill-x")
    logits = Strip(LOGITS[last], fmt=".1f", role="cell", tracks=columns)
    roles = ["model" if e in chosen[last] else "muted" for e in range(experts)]
    bars = Bars(probs[last], role=roles, value_labels=".2f", gap="hair", margin=0, tracks=columns)
    names = Strip([tr(f"Expert {e + 1}", f"专家 {e + 1}") for e in range(experts)], role=roles, tracks=columns)
    queue = Matrix(slots, role=look, size="body", tracks=columns)
    says = tr(["tokens", "", "logits of $x_6$", "probabilities,\ntop 2", "queues"],
              ["词元", "", "$x_6$ 的 logits", "概率与\nTop-2", "专家队列"])
    parts = [tokens, router, logits, Column(Chart(bars, wide=12, tall=6), names, gap="xs"), queue]
    full = tr(f"capacity\n{FACTOR} × {count} × {TOP} / {experts} = {room}", f"容量\n{FACTOR} × {count} × {TOP} / {experts} = {room}")
    return Diagram(
        Grid([*zip([Text(words, role="note") for words in says], parts)], gap="l", align=("right", "center")),
        Arrow(tokens[last], router.port("top", tokens[last])), Arrow(router, logits),
        Arrow(logits, parts[3], label="softmax"), [Arrow(names[e], queue.column(e)) for e in chosen[last]],
        Brace(queue[:room, :], side="right", label=full),
        queue.label_columns([tr("dropped", "丢弃") if len(q) > room else None for q in queues], side="bottom"),
    )
