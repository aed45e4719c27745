"""Trees written as indented text."""

from __future__ import annotations

from typing import NamedTuple

from llmfig.errors import FigureError, caller

STEP = 2  # spaces by which each level is indented


class Entry(NamedTuple):
    """A line of an outline, and the entries below it."""

    text: str
    below: list[Entry]


def outline(text: str) -> list[Entry]:
    """The entries of an indented text: one a line, two spaces deeper for each level; `\\n` in a line breaks it.

    Raises:
        FigureError: for a line that is indented by an odd number of spaces or skips a level.

    Example:
        [node(e.text, *(node(b.text) for b in e.below)) for e in outline("Value\\n  DQN\\n  SARSA\\nPolicy\\n  PPO")]
    """
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    base = min((len(line) - len(line.lstrip()) for line in lines), default=0)
    root = Entry("", [])
    path = [root]
    for line in lines:
        depth, odd = divmod(len(line) - len(line.lstrip()) - base, STEP)
        if odd or depth >= len(path):
            raise FigureError(
                f"the line {line.strip()!r} of an outline is not indented by {STEP} spaces a level",
                fix=f"indent it by {STEP * (len(path) - 1)} spaces at most, in steps of {STEP}",
                source=caller(),
            )
        entry = Entry(line.strip().replace("\\n", "\n"), [])
        path[depth].below.append(entry)
        path[depth + 1 :] = [entry]
    return root.below
