"""The changes of one figure as lines to read: the same change in many places is one line, and so are both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from llmfig.bilingual import LANGS, Lang
from llmfig.errors import Source
from llmfig.geometry import Rect
from llmfig.review.changes import Change, Changes
from llmfig.review.compare import rank
from llmfig.review.together import say_together, way
from llmfig.review.words import said_of, say, say_effects

MANY = 3  # places from which on the same change is one line

Frames = tuple[tuple[Rect | None, Rect | None], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line about a figure.

    Attributes:
        words: a sentence.
        source: the author's line that it is about, the first of several.
        frames: for each language in which it is so, the frames before and after of all that it is about, px.
        minor: whether it only followed from other changes.
    """

    words: str
    source: Source | None
    frames: Mapping[Lang, Frames]
    minor: bool = False

    @property
    def langs(self) -> tuple[Lang, ...]:
        """The languages in which it is so."""
        return tuple(self.frames)


def lines(changes: Mapping[Lang, Changes]) -> list[Line]:
    """What changed in a figure, most important first; last, in one line, what followed from it.

    Args:
        changes: those of each language that was compared.
    """
    langs = [lang for lang in LANGS if lang in changes]
    counts = {lang: Counter(way(c) for c in changes[lang].causes) for lang in langs}
    many = {w for count in counts.values() for w, number in count.items() if w is not None and number >= MANY}
    found: dict[Hashable, dict[Lang, list[Change]]] = {}
    for lang in langs:
        for change in changes[lang].causes:
            key = way(change) if way(change) in many else _identity(change)
            found.setdefault(key, {}).setdefault(lang, []).append(change)
    told = sorted(found.values(), key=lambda by_lang: rank(_first(by_lang)))
    effects = {lang: list(changes[lang].effects) for lang in langs if changes[lang].effects}
    return [_line(by_lang) for by_lang in told] + ([_effects(effects)] if effects else [])


def _identity(change: Change) -> Hashable:
    """What a change is about: the same in both languages."""
    detail = getattr(change, "aspect", None) or getattr(change, "style", None) or getattr(change, "across", None)
    return type(change).__name__, change.where.id, detail


def _first(by_lang: Mapping[Lang, Sequence[Change]]) -> Change:
    return next(iter(by_lang.values()))[0]


def _line(by_lang: Mapping[Lang, Sequence[Change]]) -> Line:
    first, *rest = by_lang.values()
    words = say_together(first)
    if rest and len(first) == len(rest[0]) == 1 and said_of(first[0]) != said_of(rest[0][0]):
        words = f"{say(first[0])}; Chinese: {said_of(rest[0][0]).lstrip(' :')}"
    return Line(words, first[0].where.source, {lang: _frames(found) for lang, found in by_lang.items()})


def _effects(by_lang: Mapping[Lang, Sequence[Change]]) -> Line:
    first, *rest = (say_effects(found) for found in by_lang.values())
    differs = [words for words in (rest[0] if rest else []) if words not in first]
    words = "; ".join(first) + (f"; Chinese: {'; '.join(differs)}" if differs else "")
    return Line(words, None, {lang: _frames(found) for lang, found in by_lang.items()}, minor=True)


def _frames(changes: Sequence[Change]) -> Frames:
    return tuple((change.where.before, change.where.after) for change in changes)
