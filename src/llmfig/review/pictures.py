"""The pictures of both sides laid beside each other, figure by figure: what is said of each, and where it differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field

from llmfig.bilingual import LANGS, Lang
from llmfig.errors import FigureError
from llmfig.geometry import Rect
from llmfig.review.changes import Changes
from llmfig.review.compare import compare
from llmfig.review.crop import crop
from llmfig.review.record import from_record
from llmfig.review.regions import difference
from llmfig.review.side import Figure, Picture
from llmfig.runner.pool import run
from llmfig.runner.worker import Crash


@dataclass(frozen=True, slots=True)
class Pair:
    """One picture on both sides.

    Attributes:
        changes: in words.
        share: of the pixels that differ, 0 to 1.
        picture: the difference as a PNG file; empty when no pixel differs.
        crop: the part to show first, px of the figure.
    """

    changes: Changes
    share: float
    picture: bytes
    crop: Rect


@dataclass(slots=True)
class Compared:
    """One figure on both sides, None where it is not; `pairs` are the languages in which its picture differs."""

    name: str
    before: Figure | None
    after: Figure | None
    pairs: dict[Lang, Pair] = field(default_factory=dict)

    @property
    def differs(self) -> bool:
        """Whether there is anything to tell: a change, a side that lacks it, or a fault."""
        if self.before is None or self.after is None or self.pairs:
            return True
        return bool(self.after.faults) or bool(self.before.faults) or self.before.name != self.after.name


Sides = tuple[Mapping[str, Figure], Mapping[str, Figure]]
Names = tuple[str | None, str | None]  # of one figure, before and after


def compare_all(sides: Sides, names: Sequence[Names], *, jobs: int) -> Iterator[Compared]:
    """Compares figures, in processes when there are many.

    Args:
        sides: the figures of both sides, by name.
        names: the figures to compare; None on the side where one is not.
        jobs: how many processes.
    """
    # What both sides wrote alike needs neither words nor pixels, which is most of what is compared.
    todo = [pair for pair in names if _written_otherwise(sides, pair)]
    same = [_compared(sides, pair) for pair in names if pair not in todo]
    yield from same
    with closing(run(_work, sides, todo, jobs=min(jobs, len(todo)) or 1)) as results:
        for pair, result in results:
            if isinstance(result, Crash):
                raise FigureError(
                    f"comparing {pair[1] or pair[0]} ended with {result.how}",
                    fix="this is a bug of llmfig: report it with both versions of the figure",
                )
            assert isinstance(result, Compared)
            yield result


def _written_otherwise(sides: Sides, names: Names) -> bool:
    shared = _shared(*_both(sides, names))
    return any(before.svg != after.svg for _, before, after in shared)


def _compared(sides: Sides, names: Names) -> Compared:
    return Compared(names[1] or names[0] or "", *_both(sides, names))


def _both(sides: Sides, names: Names) -> tuple[Figure | None, Figure | None]:
    before, after = (side.get(name) if name else None for side, name in zip(sides, names, strict=True))
    return before, after


def _shared(before: Figure | None, after: Figure | None) -> Iterator[tuple[Lang, Picture, Picture]]:
    """The pictures that both sides have."""
    if before is not None and after is not None:
        for lang in LANGS:
            if lang in before.pictures and lang in after.pictures:
                yield lang, before.pictures[lang], after.pictures[lang]


def _work(sides: Sides, names: Names) -> Compared:
    compared = _compared(sides, names)
    for lang, before, after in _shared(compared.before, compared.after):
        if before.svg == after.svg:
            continue
        changes = compare(from_record(before.record), from_record(after.record))
        found = difference(before.png, after.png, drift=changes.drift)
        if changes or not found.equal:
            compared.pairs[lang] = Pair(changes, found.share, found.picture, crop(changes, found.regions))
    return compared
