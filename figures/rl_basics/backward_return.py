"""Backward iteration of the return: each G follows from the next one."""

import numpy as np

from llmfig import Arrow, Box, Column, Diagram, Formula, Grid, Line, Note, Region, chain, figure, tr

GAMMA = 0.9
REWARDS = (4, 3, 5, 2)


def returns(rewards, gamma):
    """G of every state: G_k = r_{k+1} + gamma G_{k+1}, from the last state (G = 0) backwards."""
    g = np.zeros(len(rewards) + 1)
    for k in range(len(rewards) - 1, -1, -1):
        g[k] = rewards[k] + gamma * g[k + 1]
    return g


def equation(k, g):
    """Row k of the computation, its terms named; the last state has no return."""
    if k == len(REWARDS):
        return Formula(rf"\term{{G}}{{G(s_{k})}} = 0", size="title")
    return Formula(
        rf"\term{{G}}{{G(s_{k})}} = \term{{r}}{{r_{k + 1}}} + \gamma \term{{next}}{{G(s_{k + 1})}}"
        rf" = {REWARDS[k]} + {GAMMA} \times {g[k + 1]:g} = {g[k]:g}",
        size="title",
    )


def record(k):
    if k == len(REWARDS):
        return Formula(rf"(s_{k})", size="title")
    return Formula(rf"(s_{k},\ a_{k},\ s_{k + 1},\ \term{{r}}{{r_{k + 1}}})", size="title")


@figure(
    title=("Backward iteration and computation of return $G$", "反向迭代并计算回报 $G$"),
    alt=(
        "The recursion of the return, a trajectory of five states with rewards 4, 3, 5 and 2, and the returns computed from the "
        "last state backwards with a discount of 0.9: 0, 2, 6.8, 9.12 and 12.208.",
        "回报的递推公式；一条含五个状态、奖励依次为 4、3、5、2 的轨迹；以折扣因子 0.9 从最后一个状态反向计算的回报：0、2、6.8、9.12、12.208。",
    ),
)
def backward_return():
    law = Formula(
        r"""\begin{aligned}
        \role{model}{G_t} &= R_{t+1} + \gamma R_{t+2} + \gamma^2 R_{t+3} + \gamma^3 R_{t+4} + \cdots + \gamma^{n-t-1} R_n \\
        &= R_{t+1} + \gamma (R_{t+2} + \gamma R_{t+3} + \gamma^2 R_{t+4} + \cdots + \gamma^{n-t-2} R_n) \\
        &= R_{t+1} + \gamma \role{model}{G_{t+1}} \end{aligned}""",
        size="heading",
    )
    n = len(REWARDS)
    states = [Box(f"$s_{k}$", role="model", wide=2.8) for k in range(n + 1)]
    actions = [Box(f"$a_{k}$", role="loss", shape="d", wide=2.8) for k in range(n)]
    rewards = [Box(f"$r_{k} = {r}$", role="data", shape="ellipse") for k, r in enumerate(REWARDS, 1)]
    steps = [e for pair in zip(states, actions) for e in pair] + [states[-1]]
    path = Diagram(
        Grid({(0, c): e for c, e in enumerate(steps)} | {(1, 2 * k + 1): r for k, r in enumerate(rewards)}, col_gap="xl"),
        chain(*steps), [Arrow(a, r) for a, r in zip(actions, rewards)],
    )  # fmt: skip

    g = returns(REWARDS, GAMMA)
    records, equations = [record(k) for k in range(n + 1)], [equation(k, g) for k in range(n + 1)]
    store = Region(rows=(0, n), cols=(0, 0), role="data", look="cylinder")
    work = Grid([[r, e] for r, e in zip(records, equations)], align=("center", "left"), row_gap="xl", col_gap="xxl", regions=[store])
    use = [Line(records[k].term("r").bottom, equations[k].term("r").bottom, style="dotted", role="loss") for k in range(n)]
    iterate = [Arrow(equations[k + 1].term("G").top, equations[k].term("next").bottom, role="loss") for k in range(n)]
    return Column(law, path, Diagram(work, use, iterate, Note(tr("Experience", "经验数据存储"), over=store, side="bottom")), gap="l", align="left")
