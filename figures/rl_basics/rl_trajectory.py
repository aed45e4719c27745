"""The concepts of RL on a journey: states, actions, rewards and the trajectories of two episodes."""

from llmfig import Arrow, Box, Brace, Column, Diagram, Grid, Icon, Line, Panel, Row, Star, Swatch, Text, around, figure, labeled, span, tr

# Row by row from the start up: the column of each city, and its reward.
CITIES = [{2: 0}, {0: 3, 2: 5, 4: 4}, {0: 4, 2: 3, 4: 4}, {1: 4, 3: 5}]
TAKEN, OTHER = (2, 2, 4, 3), (2, 0, 0, 1)  # the columns that the two episodes pass through
LAST = len(CITIES) - 1


def names():
    return tr(
        [{2: "Los Angeles"}, {0: "Albuquerque", 2: "Salt Lake City", 4: "Philadelphia"}, {0: "Phoenix", 2: "Kansas City", 4: "New York"}, {1: "Denver", 3: "Chicago"}],
        [{2: "深圳"}, {0: "丽江", 2: "张家界", 4: "杭州"}, {0: "成都", 2: "洛阳", 4: "上海"}, {1: "西安", 3: "北京"}],
    )  # fmt: skip


def steps(path):
    """An episode as a sequence of (reward, state, action)."""
    comma, to = tr((", ", "To "), ("，", "往"))
    city = [row[c] for row, c in zip(names(), path, strict=True)]
    for t, (c, name) in enumerate(zip(path, city, strict=True)):
        parts = [f"$R_{t} = {CITIES[t][c]}$"] if t else []
        parts.append(f"$S_{t} =$ {name}")
        if t < LAST:
            parts.append(f"$A_{t} =$ {to}{city[t + 1]}")
        yield f"({comma.join(parts)})"


def trajectory(number, path):
    """An episode's steps on two lines, behind its name."""
    a, b, c, d = steps(path)
    comma = tr(", ", "，")
    name = f"**{tr('Trajectory', '轨迹')}** $\\tau_{number} =$ {{"
    return Row(name, Text(f"{a}{comma}{b}{comma.rstrip()}\n{c}{comma}{d}}}", align="left"), gap="none", align="top")


def stars(count):
    """At most three in a row."""
    return Column(*(Row(*(Star(role="exponent", filled=True, size="s") for _ in range(n)), gap="none") for n in (min(count, 3), count - 3) if n > 0), gap="none")


def rule(t):
    """What an episode holds in the row of state t: a reward and a state."""
    state = Box(f"$S_{t}$", role="model", shape="square", stick="fill")
    return Row(Box(f"$R_{t}$", role="exponent", shape="square", stick="fill"), state, gap="none", equal="width", stick="fill") if t else state


@figure(
    title=("Fundamental Concepts of RL", "强化学习的运行轨迹"),
    alt=(
        "Two trajectories as sequences of states, actions and rewards; a graph of cities in four rows with stars as rewards, where the "
        "first episode's path is solid green; at the left, the same episode as a sequence of states, actions and rewards.",
        "两条轨迹：由状态、动作、奖励组成的序列；四行城市组成的图，星星表示奖励，绿色实线为第一个回合的路径；左侧是同一回合中状态、动作与奖励的先后顺序。",
    ),
)
def rl_trajectory():
    boxes = [{c: Box(name, role="model", wide=7.8, tall=2.2) for c, name in row.items()} for row in names()]
    cells, links = {}, {}
    for t, row in enumerate(boxes):
        level = 2 * (LAST - t)  # rows of cities and, between them, of actions
        for c, box in row.items():
            mark = stars(CITIES[t][c]) if t else Icon("car", size="xl", role="model")
            cells[level, c + 1] = labeled(box, right=mark)
        cells[level, 0] = rule(t)
        if t == LAST:
            break
        cells[level - 1, 0] = Box(f"$A_{t}$", role="sample", shape="square", tall=7, stick="fill")
        for a, start in row.items():
            for b, end in boxes[t + 1].items():
                here, chosen = a == TAKEN[t], b == TAKEN[t + 1]
                look = {"role": "sample" if here else "muted", "style": "dashed" if here and not chosen else "solid"}
                # Arrows from farther aside arrive farther aside, so that all heads can be seen.
                links[t, a, b] = Arrow(start.top, end.port("bottom", 0.5 + 0.1 * (a - b)), route="straight", stroke="thick" if here and chosen else "normal", **look)
    space = Line(links[0, 2, 0].at(0.25), links[0, 2, 4].at(0.25), route="arc", bend=0.4, role="sample", label=tr("Action Space", "动作空间\n（Action Space）"), label_t=0.22)
    cells[2 * LAST, 4] = span(Text(tr("An AGI tourism company", "一家 AGI 旅游观光公司"), stick="left"), cols=2)
    grid = Grid(cells, row_gap="none", col_gap="m")
    episode = Brace(around(cells[0, 0], cells[2 * LAST, 0]), side="left", label=tr("Episode", "一个回合\n（Episode）"))
    action, reward, state = tr((" (Action, $A$)", "Reward, $R$", "State, $S$"), ("（Action, $A$）", "奖励（Reward, $R$）", "状态（State, $S$）"))
    taken, available, general = tr(
        ("Actions actually taken\nin this episode", "Actions available\nin this episode", "Actions available\nin all episodes"),
        ("本回合实际采取的\n动作", "本回合可选择的\n动作", "所有回合可选择的\n动作"),
    )
    key = [
        (Swatch("sample", line="solid", stroke="thick"), taken + action),
        (Swatch("sample", line="dashed"), available + action),
        (Swatch("muted", line="solid"), general + action),
        (stars(5), reward),
        (Swatch("model"), state),
    ]
    legend = Panel(Row(*(Row(mark, Text(text, size="small"), gap="s") for mark, text in key), gap="l"), pad="s")
    paths = Column(trajectory(1, TAKEN), trajectory(2, OTHER), gap="m", align="left")
    return Column(paths, Diagram(grid, list(links.values()), space, episode), legend, gap="l")
