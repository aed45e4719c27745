"""What changed about a connector that both pictures have: what it joins, its way, its line, its heads, its label."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from llmfig.geometry import Point
from llmfig.review.changes import Change, Ends, LabelMoved, Reconnected, Redrawn, Rerouted, Restyled
from llmfig.review.looks import BY_ROLE, Place, paints
from llmfig.review.names import Naming
from llmfig.review.pairs import STILL, Matching
from llmfig.review.tree import Node
from llmfig.scene.model import Box, Shape

ELSEWHERE = 0.5  # px by which a route differs, at least
SLANT = 0.01  # quarter turns by which a level or upright line may be off
TIP = 1.0  # px between the tip of a head and the end of its route, at most


class Routes:
    """What changed about connectors.

    Args:
        matching: the pairs.
        naming: makes the places of changes.

    Attributes:
        causes, soft: changes; soft are those that may follow from others.
        demanding: containers after that had to make other room for connectors.
    """

    def __init__(self, matching: Matching, naming: Naming) -> None:
        self._m, self._naming = matching, naming
        self.causes: list[Change] = []
        self.soft: list[Change] = []
        self.demanding: set[Node] = set()
        for b in matching.after.links:
            if b in matching.back:
                self._compare(matching.back[b], b, partial(naming.kept, b))

    def _compare(self, a: Node, b: Node, where: Place) -> None:
        line = list(_line(a, b, where))
        self.causes += line
        by = self._carried(b)
        ends = self._ends(a, b)
        if ends:
            self.causes.append(Reconnected(where(), *ends))
            self.demanding |= self._m.joined(self._m.before, a) | self._m.joined(self._m.after, b)
        elif by is None:
            if _turns(_route(a)) != _turns(_route(b)):
                self.soft.append(Rerouted(where()))
        elif not _same_way(_route(a), _route(b), by):
            self.soft.append(Rerouted(where()))
        else:
            self.soft += self._labels(b, by)
        redrawn = any(isinstance(change, Redrawn) for change in line)
        if redrawn or [(c.kind, *_size(c)) for c in a.children] != [(c.kind, *_size(c)) for c in b.children]:
            self.demanding |= self._m.joined(self._m.after, b)

    def _ends(self, a: Node, b: Node) -> tuple[Ends, Ends] | None:
        """What a connector joined and joins, when that is not the same."""
        assert a.link is not None
        assert b.link is not None
        for x, y in ((a.link.start, b.link.start), (a.link.end, b.link.end)):
            was, now = self._m.before.end(x), self._m.after.end(y)
            same = (self._m.forth.get(was) if was else None) is now
            # Where an end is tied to no element, what it lies on is a guess.
            if not same and x.target and y.target:
                return self._naming.before.ends(a), self._naming.after.ends(b)
        return None

    def _carried(self, b: Node) -> Point | None:
        """By how much both ends of a connector were moved; None when they were moved apart, or grew."""
        assert b.link is not None
        shifts = []
        for end in (b.link.start, b.link.end):
            node = self._m.after.end(end) or b.parent
            assert node is not None
            if node not in self._m.back or max(map(abs, self._m.growth(node))) > STILL:
                return None
            shifts.append(self._m.shift(node))
        return shifts[0] if shifts[0].distance(shifts[1]) <= STILL else None

    def _labels(self, b: Node, by: Point) -> Iterator[LabelMoved]:
        """Labels that are elsewhere although the line is where it was."""
        for y in b.children:
            x = self._m.back.get(y)
            if x is None or x.kind != y.kind or x.words != y.words or _size(x) != _size(y):
                continue
            dx, dy = y.rect.cx - x.rect.cx - by.x, y.rect.cy - x.rect.cy - by.y
            if max(abs(dx), abs(dy)) > STILL:
                yield LabelMoved(self._naming.kept(y), dx, dy)


def _route(node: Node) -> tuple[Point, ...]:
    assert node.link is not None
    return node.link.route


def _size(node: Node) -> tuple[float, float]:
    return round(node.rect.w, 1), round(node.rect.h, 1)


def _same_way(a: Sequence[Point], b: Sequence[Point], by: Point) -> bool:
    return len(a) == len(b) and all(p.shifted(*by).distance(q) <= ELSEWHERE for p, q in zip(a, b, strict=True))


def _turns(route: Sequence[Point]) -> list[int | None]:
    """The directions that a route takes, in quarter turns; None for a slanted stretch."""
    found: list[int | None] = []
    for p, q in pairwise(route):
        quarters = math.degrees(math.atan2(q.y - p.y, q.x - p.x)) / 90
        direction = round(quarters) % 4 if abs(quarters - round(quarters)) < SLANT else None
        if p.distance(q) > STILL and (not found or found[-1] != direction):
            found.append(direction)
    return found


# The line ------------------------------------------------------------------------------------------------------------


def _line(a: Node, b: Node, where: Place) -> Iterator[Change]:
    """What changed in how a connector is drawn."""
    if a.role != b.role:
        yield Restyled(where(), "role", ((a.role, b.role),))
    strokes = _strokes(a), _strokes(b)
    rails = len(strokes[0]), len(strokes[1])
    if rails[0] != rails[1]:
        yield Restyled(where(), "rails", (rails,))
    styles = set()
    for change in paints(strokes[0][:1], strokes[1][:1], where):
        by_role = a.role != b.role and change.style in BY_ROLE
        if not by_role and not (rails[0] != rails[1] and change.style == "stroke width"):
            styles.add(change.style)
            yield change
    heads = _heads(a), _heads(b)
    if heads[0].keys() != heads[1].keys():
        yield Restyled(where(), "heads", ((_told(heads[0]), _told(heads[1])),))
    elif heads[0] != heads[1] and "stroke width" not in styles:
        yield Restyled(
            where(), "head size", tuple(dict.fromkeys(zip(heads[0].values(), heads[1].values(), strict=True)))
        )
    if all(strokes) and _form(strokes[0][0]) != _form(strokes[1][0]):
        yield Redrawn(where())


def _strokes(node: Node) -> list[Box | Shape]:
    return [mark for mark in node.marks if mark.paint.stroke and not mark.paint.fill]


def _heads(node: Node) -> dict[str, str]:
    """The heads of a connector, with their size."""
    route, found = _route(node), {}
    for mark in node.marks:
        if isinstance(mark, Shape) and mark.paint.fill and [s[0] for s in mark.path.segments] == list("MLLLZ"):
            (tip, wing, notch, other) = (Point(*s[1:]) for s in mark.path.segments[:4])
            end = "start" if tip.distance(route[0]) < TIP else "end"
            width = wing.distance(other)
            length = tip.distance(Point((wing.x + other.x) / 2, (wing.y + other.y) / 2))
            if notch.distance(tip) < length:  # other quadrilaterals are no heads
                found[end] = f"{length:.3g} × {width:.3g}"
    return found


def _told(heads: dict[str, str]) -> str:
    return "both" if len(heads) == 2 else next(iter(heads), "none")


def _form(mark: Box | Shape) -> str:
    """Whether a line is curved, jagged (it has more corners than bends and hops account for), or neither."""
    letters = Counter("" if isinstance(mark, Box) else (s[0] for s in mark.path.segments))
    if letters["C"] and not letters["L"]:
        return "curved" if letters["C"] == 1 else "waved"
    return "jagged" if letters["L"] > letters["C"] + 1 else "straight"
