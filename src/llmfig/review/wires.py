"""Which connector is which: by what it joins, what its label says, and what kind it is."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import NamedTuple

from llmfig.review.pairs import Matching
from llmfig.review.tree import Node, Tree

End = int | str | None  # number of an element that both pictures have, "lost" when only one has it, None for no element


class Wire(NamedTuple):
    """What tells a connector from others."""

    kind: str
    start: End
    end: End
    words: str


Key = Callable[[Wire], Hashable]


def pair_connectors(found: Matching) -> None:
    """Pairs the connectors of two trees whose other elements are paired."""
    numbers = {a: b.index for a, b in found.forth.items()}, {b: b.index for b in found.back}
    before = {link: _wire(found.before, link, numbers[0]) for link in found.before.links if link not in found.forth}
    after = {link: _wire(found.after, link, numbers[1]) for link in found.after.links if link not in found.back}

    def pair(key: Key, key_after: Key | None = None, *, only: bool = False) -> None:
        left, right = _by(before, key), _by(after, key_after or key)
        for k, links in left.items():
            others = right.get(k, [])
            if k is None or (only and not len(links) == len(others) == 1):
                continue
            for a, b in zip(links, others, strict=False):
                (found.pair_all if a.print == b.print else found.pair)(a, b)
                del before[a], after[b]

    # The same ends; as far as ends are lost, nothing is the same.
    pair(lambda w: None if "lost" in (w.start, w.end) else w)
    pair(lambda w: None if "lost" in (w.start, w.end) else (w.start, w.end, w.words))
    pair(lambda w: None if "lost" in (w.start, w.end) else (w.kind, w.start, w.end))
    pair(lambda w: None if "lost" in (w.start, w.end) else (w.start, w.end))
    pair(lambda w: None if "lost" in (w.start, w.end) else (w.start, w.end), lambda w: (w.end, w.start))
    # One end that is another: only where there is no doubt.
    pair(lambda w: (w.kind, w.start, w.words) if w.words and w.start != "lost" else None, only=True)
    pair(lambda w: (w.kind, w.end, w.words) if w.words and w.end != "lost" else None, only=True)
    pair(lambda w: (w.kind, w.words) if w.words and "lost" not in (w.start, w.end) else None, only=True)
    pair(lambda w: None if "lost" in (w.start, w.end) else (w.kind, w.start), only=True)
    pair(lambda w: None if "lost" in (w.start, w.end) else (w.kind, w.end), only=True)


def _wire(tree: Tree, link: Node, numbers: Mapping[Node, int]) -> Wire:
    assert link.link is not None
    start, end = (tree.end(e) for e in (link.link.start, link.link.end))
    found: list[End] = [None if node is None else numbers.get(node, "lost") for node in (start, end)]
    return Wire(link.kind, found[0], found[1], link.words)


def _by(wires: Mapping[Node, Wire], key: Key) -> dict[Hashable, list[Node]]:
    found: dict[Hashable, list[Node]] = {}
    for link, wire in wires.items():
        found.setdefault(key(wire), []).append(link)
    return found
