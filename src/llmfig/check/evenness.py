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
from llmfig.scene.model import Box

EQUAL, CLOSE = 0.5, 8.0  # px: sizes that differ by more than the one and less than the other look like a slip


def uneven_sizes(view: View) -> Iterator[Hit]:
    """Boxes of one row or column that are nearly equal in size, or whose text is set in different sizes."""
    for node in view.nodes:
        if len(node.children) < 2 or node.within(kinds.DRAWING):
            continue
        alike: dict[tuple[object, ...], list[Node]] = defaultdict(list)
        for child in node.children:
            boxed = child.group.inner is not None or child.group.kind == "panel"
            if boxed and child.marks and child.link is None and child.unit is None:
                alike[(child.group.kind, child.group.role, *_form(child))].append(child)
        for siblings in alike.values():
            for line, way in _lines(siblings):
                yield from _sizes(line, way)
                if not line[0].group.clear:  # the words in a panel are those of many things
                    yield from _fonts(line, way)


def _form(node: Node) -> Iterator[object]:
    """What a box is drawn with: a circle and a square are not meant to be equally large."""
    for mark in node.marks:
        yield "box" if isinstance(mark.item, Box) else tuple(segment[0] for segment in mark.item.path.segments)


def _body(node: Node) -> Rect:
    return union(m.rect for m in node.marks)


def _lines(siblings: Sequence[Node]) -> Iterator[tuple[list[Node], Literal["row", "column"]]]:
    """The rows and the columns that siblings stand in; each with at least two."""
    if len(siblings) < 2:
        return
    ways: tuple[Literal["row", "column"], ...] = ("row", "column")
    bodies = [(n, _body(n)) for n in siblings]
    for way in ways:
        across = sorted(
            ((b.cy, b.h, n, b) if way == "row" else (b.cx, b.w, n, b) for n, b in bodies), key=lambda s: s[:2]
        )
        line: list[tuple[float, Node]] = []
        begun = size = 0.0
        for middle, extent, n, b in across:
            if line and middle - begun >= min(extent, size) / 2:
                yield from _line(line, way)
                line = []
            if not line:
                begun, size = middle, extent
            line.append((b.x if way == "row" else b.y, n))
        yield from _line(line, way)


def _line(
    line: list[tuple[float, Node]], way: Literal["row", "column"]
) -> Iterator[tuple[list[Node], Literal["row", "column"]]]:
    if len(line) > 1:
        yield [n for _, n in sorted(line, key=lambda s: s[0])], way


def _sizes(line: list[Node], way: Literal["row", "column"]) -> Iterator[Hit]:
    measure = [(n, _body(n).h if way == "row" else _body(n).w) for n in line]
    for (a, p), (b, q) in itertools.pairwise(measure):
        if EQUAL < abs(p - q) < CLOSE:
            word, side = ("high", "height") if way == "row" else ("wide", "width")
            found = ", ".join(f"{size:.1f}" for _, size in measure[:8])
            yield Hit(
                f"{a.group.kind} siblings in a {way} are not equally {word}: "
                f"{a.name} {p:.1f} px, {b.name} {q:.1f} px (all: {found})",
                f"make them so: equal={side!r} of their container, or same_size(...)",
                (b, a),
            )
            return


def _fonts(line: list[Node], way: str) -> Iterator[Hit]:
    sizes = [(n, s) for n, s in ((n, _text_size(n)) for n in line) if s]
    for (a, p), (b, q) in itertools.pairwise(sizes):
        if abs(p - q) > 0.1:
            yield Hit(
                f"{a.group.kind} siblings in a {way} are lettered in different sizes: "
                f"{a.name} {p:.1f} px, {b.name} {q:.1f} px",
                "use one step of the type scale for the whole group",
                (b, a),
            )
            return


def _text_size(node: Node) -> float:
    """The largest size of plain words in a box, px; 0 when it has none. Formulas are set by their own measure."""
    return max((r.item.size for n in node.down() for r in n.runs if not r.math), default=0.0)
