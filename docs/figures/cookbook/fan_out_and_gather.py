"""Mixture of experts: a router sends each token to the two experts it scores highest."""

import numpy as np

from llmfig import Arrow, Box, Diagram, Grid, Operator, fan_in, fan_out, figure, tr

SCORES = np.array([0.4, 2.1, 1.3, -0.3])
ACTIVE = 2


def gates(scores, active):
    """Softmax over the highest scores; the others get 0."""
    chosen = np.argsort(scores)[-active:]
    weights = np.zeros(len(scores))
    weights[chosen] = np.exp(scores[chosen]) / np.exp(scores[chosen]).sum()
    return weights


@figure(
    title=("Mixture of experts", "混合专家（MoE）"),
    alt=(
        "A token goes to a router, which sends it to two of four experts with the weights 0.69 and "
        "0.31; their outputs are added up.",
        "词元进入路由器，按权重 0.69 与 0.31 送往四个专家中的两个，两个输出相加。",
    ),
)
def fan_out_and_gather():
    weights = gates(SCORES, ACTIVE)
    token, output = Box(tr("Token", "词元"), role="data"), Box(tr("Output", "输出"), role="sample")
    router, total = Box(tr("Router", "路由器"), role="auxiliary"), Operator("+")
    names = [tr(f"Expert {i + 1}", f"专家 {i + 1}") for i in range(len(weights))]
    experts = [Box(name, role="model" if w else "muted") for name, w in zip(names, weights)]
    active = [e for e, w in zip(experts, weights) if w]
    middle = len(experts) / 2 - 0.5
    grid = Grid(
        {(r, 2): e for r, e in enumerate(experts)}
        | {(middle, c): e for c, e in ((0, token), (1, router), (3, total), (4, output))},
        row_gap="m", col_gap="xl",
    )
    return Diagram(
        grid,
        Arrow(token, router),
        fan_out(router, [e.left for e in active]),
        fan_in([e.right for e in active], total.left, labels=[f"× {w:.2f}" for w in weights if w]),
        Arrow(total, output),
    )
