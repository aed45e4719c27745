"""Trees written as indented text."""

from __future__ import annotations

from typing import NamedTuple

from llmfig.errors import FigureError, called, caller

STEP = 2  # spaces by which each level is indented


class Entry(NamedTuple):
    """A line of an outline, and the entries below it."""

    text: str
    below: list[Entry]


def outline(text: str) -> list[Entry]:
    r"""The entries of an indented text, for trees and mind maps that are easier to read as an outline.

    Args:
        text: an entry a line, two spaces deeper for each level; `\n` within a line breaks it.

    Returns:
        A list of entries, each with its `text` and the list of entries `below` it.

    Raises:
        FigureError: for a line that is indented by an odd number of spaces or skips a level.

    Example:
        ```python
        def grown(entries):
            return [node(entry.text, *grown(entry.below)) for entry in entries]


        text = tr("Alignment\n  SFT\n  RLHF\n    PPO\n    GRPO", "对齐\n  SFT\n  RLHF\n    PPO\n    GRPO")
        Tree(*grown(outline(text)), connector="bracket", boxes=2, role="model")
        ```
    """
    if not isinstance(text, str):
        fix = 'give one string with a line for each entry: outline("root\\n  first\\n  second")'
        raise FigureError(f"an outline cannot be {called(text)}", fix=fix, source=caller())
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
