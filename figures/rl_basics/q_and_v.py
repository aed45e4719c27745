"""Q and V: what an action is worth, what a state is worth, and how each follows from the other."""

import numpy as np

from llmfig import Arrow, Box, Brace, Callout, Column, Diagram, Formula, Grid, Note, Panel, Text, Tree, around, figure, labeled, more, node, tr

RETURNS = np.array([2.6, 1.7, 4.3])  # Q of the three actions in s_2


def state(name, value):
    return labeled(Box(f"$s_{{{name}}}$", role="model", wide=2.8), top=Text(f"$V_\\pi(s_{{{name}}}{value})$", size="small"))


def action(name, value, worth=None):
    says = f"$Q_\\pi({value})$" if worth is None else f"$Q_\\pi({value}) = {worth}$"
    return labeled(Box(f"$a_{{{name}}}$", role="loss", shape="d", wide=2.8), top=Text(says, size="small"))


def actions_and_returns(best):
    """Top left: the tree of state 2; the best action is pointed at."""
    ends = [node(state(rf"\mathrm{{3-{j}}}", ""), edge=(tr("Reward", "奖励"), rf"$r_{{\mathrm{{3-{j}}}}}$") if j == 0 else rf"$r_{{\mathrm{{3-{j}}}}}$") for j in range(2)]
    below = [ends, [more(deeper=True)], [more(deeper=True)]]
    nodes = [
        node(action(k, f"s_2, a_{k}", q), *below[k], key=f"a{k}",
             edge=(tr("Action probability", "动作概率"), rf"$\pi(a_{k} \mid s_2)$") if k == 0 else rf"$\pi(a_{k} \mid s_2)$")
        for k, q in enumerate(RETURNS)
    ]  # fmt: skip
    tree = Tree(node(state("2", ""), *nodes), level_gap="xxl", gap="l")
    return Column(tree, Callout(f"[{tr('Max return', '回报最大')}]{{loss}}", to=tree.node(f"a{best}"), role="plain"), gap="l")


def paths(best):
    """Top right: three ways on from the current state."""
    taken, here = Text(r"$\cdots$", size="large"), Box("$s_2$", role="model", wide=2.8)
    tips = [Text(f"$Q = {q}$", role="loss" if k == best else None) for k, q in enumerate(RETURNS)]
    grid = Grid({(1, 0): taken, (1, 1): here, **{(k, 2): t for k, t in enumerate(tips)}}, col_gap="xxl", row_gap="xxl")
    ways = [Arrow(here.right, t.left, route="wave", style="double-dashed", label=f"$a_{k}$") for k, t in enumerate(tips)]
    return Column(
        Diagram(grid, Arrow(taken, here, style="double"), ways, Note(tr("Current\nstate", "当前状态"), over=here),
                Brace(around(taken, here), side="bottom", label=tr("“The path taken”", "“走过的路”"))),
        Callout(f"[{tr('Max return for continuing on this path', '继续走这条路的回报最大')}]{{loss}}", to=tips[best], role="plain"), gap="l",
    )  # fmt: skip


def beside(branch, chance, reward):
    """Labels of an edge, the short one in the wedge between the branches."""
    return (chance, reward) if branch == "0" else (reward, chance)


def transitions(first, second, chances, symbols, names):
    """Bottom: a two-level tree of `first` and `second` nodes, over a ruler of its levels."""
    root = node(first("", symbols[0]), *(
        node(second(i, symbols[1](i)), *(node(first(f"{i}{j}", symbols[2](i, j)), edge=chances[1](i, j)) for j in "01"), edge=chances[0](i)) for i in "01"
    ))  # fmt: skip
    tree = Tree(root, gap="l", level_gap="xxl")
    places = [tree.level(0), tree.between(0), tree.level(1), tree.between(1), tree.level(2)]
    return Diagram(tree, [Brace(p, side="bottom", style="bracket", gap="s", label=Text(n, size="small", role="note")) for p, n in zip(places, names, strict=True)])


@figure(
    title=(r"$Q_\pi$ and $V_\pi$", r"价值函数 $Q_\pi$ 与 $V_\pi$ 的关系"),
    alt=(
        "Four panels. State s2 with three actions of value 2.6, 1.7 and 4.3; the same as three paths, of which the last promises "
        "most; how V of a state follows from Q of its actions; how Q of an action follows from V of the next states.",
        "四个面板：状态 s2 的三个动作价值为 2.6、1.7、4.3；同一情形画成三条路，最后一条回报最大；状态价值 V 如何由动作价值 Q 得到；动作价值 Q 如何由下一状态的 V 得到。",
    ),
)
def q_and_v():
    best = int(RETURNS.argmax())
    choice, moves = tr("Action\nprobability", "动作概率"), tr("Probability\nand reward", "状态转移概率\n和奖励")
    v = transitions(
        lambda n, value: state(n, "") if n else labeled(Box("$s$", role="model", wide=2.8), top=Text(r"$V_\pi(s)$", size="small")), action,
        (lambda i: rf"$\pi(a_{i} \mid s)$", lambda i, j: beside(j, rf"$P(s_{{{i}{j}}} \mid s, a_{i})$", f"$r_{{{i}{j}}}$")),
        ("", lambda i: f"s, a_{i}", lambda i, j: ""), [r"[$V_\pi(s)$]{loss}", choice, r"[$Q_\pi(s, a)$]{loss}", moves, r"[$V_\pi(s')$]{loss}"],
    )  # fmt: skip
    q = transitions(
        lambda n, value: action(n, value) if n else labeled(Box("$a$", role="loss", shape="d", wide=2.8), top=Text(r"$Q_\pi(s, a)$", size="small")), lambda n, value: state(n, ""),
        (lambda i: beside(i, rf"$P(s_{i} \mid s, a)$", f"$r_{i}$"), lambda i, j: rf"$\pi(a_{{{i}{j}}} \mid s_{i})$"),
        ("s, a", lambda i: "", lambda i, j: f"s_{i}, a_{{{i}{j}}}"), [r"[$Q_\pi(s, a)$]{loss}", moves, r"[$V_\pi(s')$]{loss}", choice, r"[$Q_\pi(s', a')$]{loss}"],
    )  # fmt: skip
    look = {"role": "panel-alt", "stick": "fill"}
    return Grid([
        [Panel(actions_and_returns(best), **look), Panel(paths(best), **look)],
        [Panel(v, title=tr(r"Transition diagram of $V_\pi$", r"$V_\pi$ 的转换图"), title_gap="m", **look), Panel(q, title=tr(r"Transition diagram of $Q_\pi$", r"$Q_\pi$ 的转换图"), title_gap="m", **look)],
        [Formula(r"V_\pi(s) = \sum_a \pi(a \mid s) \cdot Q_\pi(s, a)"), Formula(r"Q_\pi(s, a) = \sum_{s', r} P(s', r \mid s, a)\,[r + \gamma V_\pi(s')]")],
    ])  # fmt: skip
