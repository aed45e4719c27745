"""How much two elements are alike: by what they say, what they are made of, and their role."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from llmfig.review.tree import Node

MUCH = 0.5  # likeness of elements that are taken for one another before the rest of the picture is looked at
SOME = 0.3  # of large elements, when nothing better is left
LARGE = 4  # groups in a large element
TRACE = 0.05  # likeness of elements that have nothing in common but their kind and place
_WORD = re.compile(r"[A-Za-z0-9_]+|[^\sA-Za-z0-9_]")


class Likeness:
    """Likeness from 0 to 1, and 0 for what cannot be the same element."""

    def __init__(self) -> None:
        self._kinds: dict[Node, Counter[str]] = {}

    def much(self, a: Node, b: Node) -> float:
        """Of two elements in the same container."""
        found = self._of(a, b)
        return found if found >= MUCH else 0.0

    def some(self, a: Node, b: Node) -> float:
        """Of two elements that are left over in the same place of a container: likely one that was rewritten."""
        found = self._of(a, b)
        if _large(a) and _large(b):
            return found if found >= SOME else 0.0
        if a.words and b.words and a.role != b.role and not shared(_words(a.words), _words(b.words)):
            return 0.0  # another text in another role: another element
        return found + TRACE if _comparable(a, b) else 0.0

    def _of(self, a: Node, b: Node) -> float:
        if not _comparable(a, b):
            return 0.0
        said = shared(_words(a.words), _words(b.words)) if a.words or b.words else 0.5
        role = 0.1 if a.role == b.role else 0.0
        if _large(a) and _large(b):
            return 0.6 * said + 0.3 * shared(self._made_of(a), self._made_of(b)) + role
        return 0.9 * said + role

    def _made_of(self, node: Node) -> Counter[str]:
        if node not in self._kinds:
            self._kinds[node] = Counter(n.kind for n in node.walk())
        return self._kinds[node]


def shared(a: Counter[str], b: Counter[str]) -> float:
    """What two collections have in common, of both together (Dice's coefficient)."""
    both = a.total() + b.total()
    return 2 * (a & b).total() / both if both else 0.0


@lru_cache(maxsize=4096)
def _words(text: str) -> Counter[str]:
    """Words; of Chinese, characters."""
    return Counter(_WORD.findall(text.lower()))


def _comparable(a: Node, b: Node) -> bool:
    """Of one kind, or two containers that draw nothing themselves."""
    return a.group.decor == b.group.decor and (a.kind == b.kind or (a.bare and b.bare and not (a.link or b.link)))


def _large(node: Node) -> bool:
    return node.last - node.index >= LARGE
