"""Markov chain against Markov decision process: the same two states, without and with actions."""

from llmfig import Arrow, Box, Diagram, Formula, Grid, Panel, Row, figure, same_size, tr


def states():
    both = [Box(tr(f"{en}\n($s_{i}$)", f"{zh}\n（$s_{i}$）"), role="data", shape="circle", wide=5.4) for i, (en, zh) in enumerate((("Sunny", "晴天"), ("Rainy", "下雨")), 1)]
    same_size(*both)
    return both


def arcs(s, label, bend, stay, role=None, inside=False):
    """All four transitions: there and back stand out by `bend`, the two stays by `stay`; labels inside or outside the arcs."""
    there, back = ("below", "above") if inside else ("above", "below")
    look = {"route": "arc", "role": role}
    return [
        Arrow(s[0], s[1], label=label(2, 1), label_side=there, bend=bend, **look),
        Arrow(s[1], s[0], label=label(1, 2), label_side=back, bend=bend, **look),
        Arrow(s[0].left, s[0], label=label(1, 1), label_side="left" if inside else "above", bend=stay, **look),
        Arrow(s[1].right, s[1], label=label(2, 2), label_side="right" if inside else "above", bend=stay, **look),
    ]


@figure(
    title=("Markov Chain vs MDP", "马尔可夫链（Markov Chain）vs 马尔可夫决策过程（MDP）"),
    alt=(
        "Left: a Markov chain with the states sunny and rainy and four transition probabilities. Right: a Markov decision process "
        "with the same states; each of two actions has its own transition probabilities and rewards.",
        "左：马尔可夫链，晴天与下雨两个状态之间有四个转移概率。右：马尔可夫决策过程，状态相同，两个动作各有自己的转移概率与奖励。",
    ),
)
def markov_chain_vs_mdp():
    earlier = tr("independent of these earlier states", "与更早的状态无关")
    chain_law = Formula(
        r"P(S_{t+1}=s_{t+1} \mid S_t=s_t) = P(S_{t+1}=s_{t+1} \mid S_t=s_t, \role{model}{\underbrace{S_{t-1}=s_{t-1}, \ldots, S_0=s_0}_{\text{%s}}})" % earlier,
        size="body",
    )
    mdp_law = Formula(r"P(s', r \mid s, a) = \mathrm{Prob}\{S_{t+1}=s', R_{t+1}=r \mid S_t=s, A_t=a\}", size="body")
    plain, acting = states(), states()
    chain = Diagram(Row(*plain, gap="xxl"), arcs(plain, lambda to, at: f"$P(s_{to} \\mid s_{at})$", 1, 1))

    def action(k):
        return lambda to, at: f"$P(s_{to} \\mid s_{at}, a_{k})$\n$R(s_{to} \\mid s_{at}, a_{k})$"

    process = Diagram(Row(*acting, gap="xxl"), arcs(acting, action(1), 1, 0.8, "loss", inside=True), arcs(acting, action(2), 2.3, 4.2, "model"))
    return Grid([
        [chain_law, mdp_law],
        [Panel(chain, title=tr("Markov Chain", "马尔可夫链"), title_gap="m", role="panel-alt", stick="fill"),
         Panel(process, title=tr("Markov Decision Process (MDP)", "马尔可夫决策过程（MDP）"), title_gap="m", role="panel-alt", stick="fill")],
    ])  # fmt: skip
