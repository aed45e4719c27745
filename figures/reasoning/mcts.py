"""MCTS: the four steps of one iteration on a small tree, with the values and visits before and after."""

import math

from llmfig import Arrow, Box, Diagram, Grid, Line, Panel, Row, Stop, Text, Tracks, Tree, figure, labeled, node, span, tr

STATS = {"1": (50, 9), "2-1": (20, 3), "2-2": (30, 6), "3-1": (10, 2), "3-2": (10, 1)}  # total value V and visits N
CHILDREN = {"1": ("2-1", "2-2"), "2-1": ("3-1", "3-2")}
PLACES = {"1": (0, 2), "2-1": (1, 1), "2-2": (1, 3), "3-1": (2, 0), "3-2": (2, 2), "4-1": (3, 2)}
NEW, VALUE = "4-1", 20  # the node that is added, and what its rollout returns
EXPLORE = math.sqrt(2)


def uct(child, parent):
    """The score by which selection goes down."""
    value, visits = STATS[child]
    return value / visits + EXPLORE * math.sqrt(math.log(STATS[parent][1]) / visits)


def selected():
    """The path from the root to a leaf."""
    path = ["1"]
    while path[-1] in CHILDREN:
        path.append(max(CHILDREN[path[-1]], key=lambda c: uct(c, path[-1])))
    return path


def backed_up(path):
    """The statistics after the value of the rollout has gone up the path."""
    return STATS | {s: (v + VALUE, n + 1) for s in path for v, n in [STATS.get(s, (0, 0))]}


def state(name, stats, lit):
    circle = Box(f"$S_{{{name}}}$", shape="circle", role="model" if name in lit else "plain", wide=3.2)
    if name not in stats:
        return circle, circle
    v, n = stats[name]
    return circle, labeled(circle, right=Text(f"[$V={v}$]{{loss}}\n$N={n}$", align="left"))


def step(title, tracks, *, new=False, stats=(), lit=(), edge=None, rollout=False):
    """A panel with the tree; `lit` states and the edges between them stand out, with an arrowhead at `edge`."""
    names = [s for s in PLACES if new or s != NEW]
    states = {s: state(s, stats, lit) for s in names}
    cells = {PLACES[s]: whole for s, (_, whole) in states.items()}
    ends = {s: circle for s, (circle, _) in states.items()}
    if rollout:
        end = labeled(Stop(role="model", size="l"), right=Text(f"[$V={VALUE}$]{{loss}}"))
        tree = Tree(node(ends[NEW], node(end, edge_style="zigzag", edge_role="model", head="end")), direction="down", level_gap="xxl")
        cells[PLACES[NEW]] = span(tree, rows=2)
    links = []
    for parent, children in (CHILDREN | {selected()[-1]: (NEW,)}).items():
        for child in children:
            if child in names:
                bright = child in lit and (parent in lit or child == NEW)
                look = {"role": "model", "stroke": "thick", "head": edge or "none"} if bright else {"head": "none"}
                links.append(Arrow(ends[parent], ends[child], route="straight", **look))
    return Panel(Diagram(Grid(cells, row_gap="xxl", col_gap="s", rows=tracks[0], cols=tracks[1]), links), title=title)


@figure(
    title=("MCTS", "MCTS 的运行过程"),
    alt=(
        "Four trees. Selection goes down from S1 over S2-1 to S3-2; expansion adds S4-1 below it; a rollout from there ends with the "
        "value 20; the update goes back up the path, adding 20 to each V and 1 to each N.",
        "四棵树。选择：从 S1 经 S2-1 到 S3-2；扩展：在其下新增 S4-1；推演：由此模拟到终止，得到价值 20；回溯更新：沿路径向上，每个 V 加 20、每个 N 加 1。",
    ),
)
def mcts():
    path, tracks = selected(), (Tracks(), Tracks())
    one, two, three, four = tr(
        ("(1) Selection", "(2) Expansion", "(3) Rollout", "(4) Backtracking Update"), ("（1）选择", "（2）扩展", "（3）推演", "（4）回溯更新")
    )
    full = [*path, NEW]
    return Row(
        step(one, tracks, stats=STATS, lit=path, edge="end"),
        step(two, tracks, new=True, lit=[NEW]),
        step(three, tracks, new=True, rollout=True),
        step(four, tracks, new=True, stats=backed_up(full), lit=full, edge="start"),
        align="top",
    )
