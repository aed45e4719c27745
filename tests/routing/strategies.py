"""Random figures: boxes that do not touch, and wires between them."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from llmfig.connect.routing import Terminal, Wire
from llmfig.geometry import SIDES, Rect, Side

BOUNDS = Rect(-120, -120, 1240, 1040)
ROOM = 46.0  # px left between any two boxes: enough for three lanes


@st.composite
def boxes(draw: st.DrawFn, least: int = 2, most: int = 10) -> list[Rect]:
    """Boxes in the cells of a grid, moved and sized at random, so that they never come closer than ROOM."""
    wide, tall = 180, 140
    cells = draw(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=least, max_size=most, unique=True))
    out = []
    for column, row in cells:
        w = draw(st.integers(20, int(wide - ROOM)))
        h = draw(st.integers(20, int(tall - ROOM)))
        x = column * wide + draw(st.integers(0, int(wide - ROOM) - w))
        y = row * tall + draw(st.integers(0, int(tall - ROOM) - h))
        out.append(Rect(x, y, w, h))
    return out


@st.composite
def figures(draw: st.DrawFn, most: int = 10) -> tuple[list[Rect], list[Wire]]:
    """Boxes and wires, some with fixed sides, trunks, loops or demanded lines."""
    frames = draw(boxes())
    sides: Sequence[Side | None] = (None, *SIDES)
    wires = []
    for _ in range(draw(st.integers(1, most))):
        a, b = draw(st.lists(st.sampled_from(range(len(frames))), min_size=2, max_size=2, unique=True))
        trunk = draw(st.sampled_from([None, None, None, "p", "q"]))
        around = draw(st.sampled_from([None] * 12 + list(SIDES)))
        wires.append(
            Wire(
                Terminal(frames[a], draw(st.sampled_from(sides)), key=f"n{a}"),
                Terminal(frames[b], draw(st.sampled_from(sides)), key=f"n{b}"),
                trunk=trunk,
                around=around,
            )
        )
    return frames, wires
