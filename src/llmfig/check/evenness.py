"""Siblings that are almost, but not quite, alike."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

from llmfig.check import kinds
from llmfig.check.finding import Hit
from llmfig.check.nodes import Node
from llmfig.check.view import View
from llmfig.geometry import Rect, union

EQUAL, CLOSE = 0.5, 8.0  # px: sizes that differ by more than the one and less than the other look like a slip


def uneven_sizes(view: View) -> Iterator[Hit]:
    """Boxes of one row or column that are nearly equal in size, or whose text is set in different sizes."""
    for node in view.nodes:
        if len(node.children) < 2 or node.within(kinds.DRAWING):
            continue
        alike: dict[tuple[str, str | None], list[Node]] = defaultdict(list)
        for child in node.children:
            boxed = child.group.inner is not None or child.group.kind == "panel"
            if boxed and child.marks and child.link is None and child.unit is None:
                alike[(child.group.kind, child.group.role)].append(child)
        for siblings in alike.values():
            for line, way in _lines(siblings):
                yield from _sizes(line, way)
                yield from _fonts(view, line, way)


def _body(node: Node) -> Rect:
    return union(m.rect for m in node.marks)


def _lines(siblings: Sequence[Node]) -> Iterator[tuple[list[Node], Literal["row", "column"]]]:
    """The rows and the columns that siblings stand in; each with at least two."""
    if len(siblings) < 2:
        return
    ways: tuple[Literal["row", "column"], ...] = ("row", "column")
    for way in ways:
        spans = [
            (n, (b.y, b.h, b.x) if way == "row" else (b.x, b.w, b.y)) for n, b in ((n, _body(n)) for n in siblings)
        ]
        rest = sorted(spans, key=lambda s: s[1][0] + s[1][1] / 2)
        while rest:
            _, (start, size, _) = rest[0]
            line = [s for s in rest if abs(s[1][0] + s[1][1] / 2 - start - size / 2) < min(s[1][1], size) / 2]
            rest = [s for s in rest if s not in line]
            if len(line) > 1:
                yield [n for n, s in sorted(line, key=lambda s: s[1][2])], way


def _sizes(line: list[Node], way: Literal["row", "column"]) -> Iterator[Hit]:
    measure = [(n, _body(n).h if way == "row" else _body(n).w) for n in line]
    for (a, p), (b, q) in itertools.pairwise(measure):
        if EQUAL < abs(p - q) < CLOSE:
            word = "high" if way == "row" else "wide"
            found = ", ".join(f"{size:.1f}" for _, size in measure[:8])
            yield Hit(
                f"{a.group.kind} siblings in a {way} are not equally {word}: "
                f"{a.name} {p:.1f} px, {b.name} {q:.1f} px (all: {found})",
                "make them the same size (equal=True on the container, or one size group)",
                (b, a),
            )
            return


def _fonts(view: View, line: list[Node], way: str) -> Iterator[Hit]:
    sizes = [(n, s) for n, s in ((n, _text_size(view, n)) for n in line) if s]
    for (a, p), (b, q) in itertools.pairwise(sizes):
        if abs(p - q) > 0.1:
            yield Hit(
                f"{a.group.kind} siblings in a {way} are lettered in different sizes: "
                f"{a.name} {p:.1f} px, {b.name} {q:.1f} px",
                "use one step of the type scale for the whole group",
                (b, a),
            )
            return


def _text_size(view: View, node: Node) -> float:
    """The largest size of plain words in a box, px; 0 when it has none. Formulas are set by their own measure."""
    return max((r.item.size for n in node.down() for r in n.runs if not r.math), default=0.0)
