"""A figure as an author would write it, for a strict type checker: it must find nothing here, and every mistake below.

Lines with `wrong:` are mistakes; what a checker must call them by stands behind.
"""

from __future__ import annotations

import numpy as np

from llmfig import (
    Arrow,
    Axis,
    Bars,
    Box,
    Brace,
    Chart,
    Column,
    Curve,
    Diagram,
    Figure,
    Formula,
    Grid,
    Icon,
    Matrix,
    Note,
    Panel,
    Region,
    Ring,
    Row,
    Strip,
    Text,
    Timeline,
    Tree,
    around,
    chain,
    event,
    fan_out,
    figure,
    heat,
    language,
    node,
    span,
    tr,
)
from llmfig.vocabulary import RoleName


def stage(words: str, role: RoleName) -> Box:
    return Box(words, role=role, shape="pill", size="large")


@figure(title=("Everything", "全部"), alt=("Many elements.", "许多元素。"))
def everything() -> Diagram:
    scores = np.array([[0.1, 0.9], [0.7, 0.3]])
    matrix = Matrix(scores, fmt=".1f", role=heat(scores))
    tokens = Strip(tr(["a", "b", "c"], ["甲", "乙"]), role=["data", "my-own-role", "muted"])
    ids = Strip(np.array([1, 2, 3]), fmt="d", down=True)
    chart = Chart(Axis("x", ticks="auto"), Bars(np.array([1.0, 2.0])), Curve(lambda x: x**2, domain=(0, 1)))
    tree = Tree(node("s", node("a", edge="$p$", state="chosen"), node("b")), direction="down", connector="straight")
    loss = Formula(r"\term{p}{\pi}")
    first, last = stage(tr("first", "首"), "model"), stage(tr("last", "末"), "loss")
    grid = Grid({(0, 0): first, (0, 1.5): last, (1, 0): span(loss, cols=2)}, regions=[Region(rows=(0, 0), cols=(0, 1))])
    times = Timeline(event("2017", "PPO"), event("2024", above="GRPO"))
    extras = [Brace(tokens[0:2], label="n"), Note("x", over=tree.node("a"), side="right")]
    whole = Column(grid, Row(matrix, tokens, ids), chart, tree, times, Ring("a", "b"), Panel(Icon("bot")), align="left")
    longest = max(len(tokens), 3) if language() == "en" else 3
    return Diagram(
        whole,
        extras,
        chain(first, last, style="dashed"),
        fan_out(first, [last.top, matrix.row(0)]),
        Arrow(chart.at(1, 2), loss.term("p").top, route="arc", label=Text("t")),
        Note(str(longest), over=around(first, last), side="bottom"),
    )


shown: Figure[Diagram] = everything


def mistakes(box: Box) -> None:
    Box("a", shape="circel")  # wrong: arg-type
    Box("a", colour="red")  # wrong: call-arg
    Row(box, align="left")  # wrong: arg-type
    Column(box, align="top")  # wrong: arg-type
    Arrow(box, "b")  # wrong: arg-type
    Arrow(box, box, head="up")  # wrong: arg-type
    Diagram(box, box)  # wrong: arg-type
    Note("a", side="above")  # wrong: arg-type
    Matrix([[1]], colour="red")  # wrong: call-arg
    fan_out(box, [box], lable="a")  # wrong: call-arg
    Tree("root")  # wrong: arg-type
    figure(title="one language", alt=("a", "b"))  # wrong: arg-type
