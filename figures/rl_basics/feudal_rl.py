"""Feudal RL: a hierarchy of policies, each of which rules the four policies of its quarter, one level below."""

from llmfig import Diagram, Layers, Note, Text, figure, tr

LEVELS = 4
NAMED = 3  # levels whose policies are named
MARKED = {"data": (1, 1, 0), "model": (2, 3, 3)}  # a policy (level, row, column), counted from 0, whose area is followed down


def index(row, column, level):
    """The number of a policy within its level, from 1, row by row."""
    return row * 2**level + column + 1


def role(level, row, column):
    """The colour of the marked policy that is this one or the one above it."""
    for name, (k, r, c) in MARKED.items():
        if (level, row, column) == (k, r, c) or (level - 1, row // 2, column // 2) == (k, r, c):
            return name
    return "paper"


def layer(level):
    side = range(2**level)
    return [[Text(rf"$\pi_{{\text{{{level + 1}-{index(r, c, level)}}}}}$", size="large") if level < NAMED else None for c in side] for r in side]


@figure(
    title=("Feudal RL", "封建等级强化学习（Feudal RL）"),
    alt=(
        "Four square layers of 1, 4, 16 and 64 policies, one above the other. Each policy rules four policies below it: policy 2-3 "
        "rules 3-9, 3-10, 3-13 and 3-14; policy 3-16 rules four cells of level 4.",
        "四个正方形层自上而下叠放，分别含 1、4、16、64 个策略。每个策略管理下一层的四个策略：策略 2-3 管理 3-9、3-10、3-13、3-14；策略 3-16 管理第 4 层的四个单元。",
    ),
)
def feudal_rl():
    stack = Layers(*map(layer, range(LEVELS)), role=role, wide=42)
    return Diagram(stack, [Note(tr(f"Level {k + 1}", f"第 {k + 1} 层"), over=stack[k], side="left", gap="m") for k in range(LEVELS)])
