"""MCTS: the four steps of one iteration on a small tree, with the values and visits before and after."""

import math

from llmfig import Box, Panel, Row, Stop, Text, Tracks, Tree, figure, labeled, node, tr

STATS = {"1": (50, 9), "2-1": (20, 3), "2-2": (30, 6), "3-1": (10, 2), "3-2": (10, 1)}  # total value V and visits N
CHILDREN = {"1": ("2-1", "2-2"), "2-1": ("3-1", "3-2"), "3-2": ("4-1",)}
NEW, VALUE = "4-1", 20  # the node that is added, and what its rollout returns
EXPANDED = STATS | {NEW: (0, 0)}
EXPLORE = math.sqrt(2)


def uct(child, parent):
    """The score by which selection goes down."""
    value, visits = STATS[child]
    return value / visits + EXPLORE * math.sqrt(math.log(STATS[parent][1]) / visits)


def selected():
    """The path from the root to a leaf."""
    path = ["1"]
    while all(c in STATS for c in CHILDREN[path[-1]]):
        path.append(max(CHILDREN[path[-1]], key=lambda c: uct(c, path[-1])))
    return path


def backed_up(path):
    """The statistics after the value of the rollout has gone up the path."""
    return STATS | {s: (v + VALUE, n + 1) for s in path for v, n in [EXPANDED[s]]}


def step(title, levels, stats, *, lit=(), head=None, rollout=False, active=()):
    """A panel with the tree and its statistics; those of `active` states stand out, as do `lit` ones and the edges between them."""

    def state(name):
        circle = Box(f"$S_{{\\text{{{name}}}}}$", shape="circle", pad="xs", wide=3.3)
        v, n = stats[name]
        words = f"[$V={v}$]{{loss}}\n$N={n}$" if name in active else f"[$V={v}$\n$N={n}$]{{note}}"
        below = [state(c) for c in CHILDREN.get(name, ()) if c in stats]
        if rollout and name == NEW:
            end = labeled(Stop(role="model", size="xl"), right=Text(f"[$V={VALUE}$]{{loss}}", size="small"))
            below = [node(end, edge_style="zigzag", edge_role="model", head="end")]
        edge = {"edge_role": "model", "stroke": "thick"} if name == NEW and name in lit else {}
        return node(labeled(circle, right=Text(words, size="small", align="left")), *below, key=name, **edge)

    tree = Tree(state("1"), direction="down", head="none", aim="center", gap="m", level_gap="xl", centered=True, tracks=levels, stick="top")
    tree.highlight(*lit, head=head)
    return Panel(tree, title=title, title_gap="m", stick="fill")


@figure(
    title=("MCTS", "MCTS 的运行过程"),
    alt=(
        "Four trees. Selection goes down from S1 over S2-1 to S3-2; expansion adds S4-1 below it; a rollout from there ends with the "
        "value 20; the update goes back up the path, adding 20 to each V and 1 to each N.",
        "四棵树。选择：从 S1 经 S2-1 到 S3-2；扩展：在其下新增 S4-1；推演：由此模拟到终止，得到价值 20；回溯更新：沿路径向上，每个 V 加 20、每个 N 加 1。",
    ),
)
def mcts():
    path, levels = selected(), Tracks()
    full = [*path, NEW]
    one, two, three, four = tr(
        ("(1) Selection", "(2) Expansion", "(3) Rollout", "(4) Backtracking Update"), ("（1）选择", "（2）扩展", "（3）推演", "（4）回溯更新")
    )
    return Row(
        step(one, levels, STATS, lit=path, head="end", active=STATS),
        step(two, levels, EXPANDED, lit=[NEW], active=[NEW]),
        step(three, levels, EXPANDED, rollout=True),
        step(four, levels, backed_up(full), lit=full, head="start", active=full),
        equal="both",
    )
