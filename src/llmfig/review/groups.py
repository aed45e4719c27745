"""The changes of all figures, sorted for reading: what touched many in one way is one group, the rest are cards.

Figures whose own modules changed are cards, without what they share with others, which is summed up. All other figures
changed because of something that figures share, and stand in the group of what changed most in them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from llmfig.bilingual import Lang
from llmfig.review.changes import Change, Changes
from llmfig.review.lines import Line, lines
from llmfig.review.shared import Family, Way, general, ways
from llmfig.review.spelling import counted, listed

MANY = 4  # figures in which the same change is no accident, although the modules of all of them changed
WORDS = 12  # ways that a group tells
# A figure stands in the group of the first of these that it has: what explains most, then what matters most.
FAMILIES: tuple[Family, ...] = ("theme", "content", "layout", "glyphs", "look", "credit", "drawing")
Plain = Callable[[Way], Way]
REDRAWN = Way("drawing", "the same figure drawn differently")


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure that both sides have.

    Attributes:
        name: `chapter/id`.
        changes: of each language.
        share: of the pixels that changed, 0 to 1, the mean of its pictures.
        own: whether something changed that it is made from and not all others are, such as its module.
    """

    name: str
    changes: Mapping[Lang, Changes]
    share: float = 0.0
    own: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A figure to look at: what changed, and in one line (or none) what it shares with others."""

    name: str
    lines: tuple[Line, ...]
    together: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Figures that changed in one way.

    Attributes:
        title: the way, with the number of figures.
        words: all ways, with the number of figures of each.
        cards: the figures, those that changed most first. Figures that stand elsewhere are not among them, though the
            numbers count them.
    """

    title: str
    words: tuple[str, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """All figures that changed, each once: in a group, or with a card of its own."""

    groups: tuple[Group, ...]
    cards: tuple[Card, ...]


def group(compared: Iterable[Compared]) -> Review:
    """Sorts figures for reading. Figures without a change are left out; the order of what is given does not matter."""
    figures = sorted((f for f in compared if f.share or any(f.changes.values())), key=lambda f: f.name)
    plain = _colours(figures)
    found = {figure.name: _ways(figure, plain) for figure in figures}
    counts = Counter(way for those in found.values() for way in those)
    shared = _shared(figures, found, counts)
    moving = [way for way in shared if way.moves and counts[way] >= MANY]
    likely = max(moving, key=lambda way: (counts[way], way.words), default=None)
    cards: list[Card] = []
    members: dict[Family, list[Compared]] = {}
    for figure in figures:
        rest = _without(figure, shared, plain) if figure.own else {}
        if any(left.causes for left in rest.values()):
            common = [way for way in found[figure.name] if way in shared]
            cards.append(Card(figure.name, tuple(lines(rest)), _also(common, counts)))
        else:
            telling = any(way.telling for way in found[figure.name])
            # What only moved in this figure is what something shared did to it.
            family = likely.family if likely and not telling else _main(found[figure.name])
            members.setdefault(family, []).append(figure)
    groups = [_group(family, members[family], found, counts) for family in FAMILIES if family in members]
    return Review(tuple(groups), tuple(cards))


def _colours(figures: Iterable[Compared]) -> Plain:
    """A colour that changed in fills and strokes alike is one change of a colour."""
    used: dict[tuple[str, str], set[str]] = {}
    for figure in figures:
        for way in (way for change in _causes(figure) for way in ways(change)):
            if way.colours:
                used.setdefault(way.colours, set()).add(way.words)

    def plain(way: Way) -> Way:
        return general(way) if way.colours and len(used[way.colours]) > 1 else way

    return plain


def _causes(figure: Compared) -> list[Change]:
    return [change for changes in figure.changes.values() for change in changes.causes]


def _ways(figure: Compared, plain: Plain) -> list[Way]:
    """The ways in which a figure changed, each once."""
    found = list(dict.fromkeys(plain(way) for change in _causes(figure) for way in ways(change)))
    if any(way.moves for way in found):  # what merely moved, moved because of that
        found = [way for way in found if way.telling or way.family != "layout"]
    return found or [REDRAWN]


def _shared(figures: Sequence[Compared], found: Mapping[str, list[Way]], counts: Counter[Way]) -> set[Way]:
    """The ways that figures have in common because something that they share changed."""
    from_elsewhere = {way for figure in figures if not figure.own for way in found[figure.name]}
    return {
        way for way, count in counts.items() if way.telling and (count >= MANY or (count > 1 and way in from_elsewhere))
    }


def _without(figure: Compared, shared: set[Way], plain: Plain) -> dict[Lang, Changes]:
    """What changed in a figure besides what it shares."""

    def own(change: Change) -> bool:
        return not shared.issuperset(map(plain, ways(change)))

    return {lang: replace(c, causes=tuple(filter(own, c.causes))) for lang, c in figure.changes.items()}


def _also(common: Sequence[Way], counts: Counter[Way]) -> str:
    if not common:
        return ""
    words = [way.words for way in sorted(common, key=lambda way: (-counts[way], way.words))]
    others = max(counts[way] for way in common) - 1
    return f"like {counted(others, 'other figure')}: {listed(words)}"


def _main(found: Sequence[Way]) -> Family:
    return min((way.family for way in found), key=FAMILIES.index)


def _group(family: Family, members: Sequence[Compared], found: Mapping[str, list[Way]], counts: Counter[Way]) -> Group:
    touched = {way for figure in members for way in found[figure.name]}
    order = sorted(touched, key=lambda way: (way.family != family, -counts[way], way.words))
    told = [f"{way.words} in {counted(counts[way], 'figure')}" for way in order]
    figures = sorted(members, key=lambda figure: (-_amount(figure), figure.name))
    cards = [Card(figure.name, tuple(lines(figure.changes))) for figure in figures]
    words = told if len(told) <= WORDS else [*told[: WORDS - 1], f"and {len(told) - WORDS + 1} more"]
    return Group(_title(order, counts), tuple(words), tuple(cards))


def _title(order: Sequence[Way], counts: Counter[Way]) -> str:
    more = f", and {len(order) - 1} more" if len(order) > 1 else ""
    return f"{order[0].words} in {counted(counts[order[0]], 'figure')}{more}"


def _amount(figure: Compared) -> float:
    """How much changed in a figure: of its pixels; where these are not known, of its elements."""
    return figure.share or float(max((len(c.causes) + len(c.effects) for c in figure.changes.values()), default=0))
