"""Several connectors at once: from one place to many, from many to one, from each to the next."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from llmfig.connect.link import Arrow, End
from llmfig.errors import FigureError, caller
from llmfig.layout.element import Content

_trunks = itertools.count()


def fan_out(
    start: End, ends: Iterable[End], *, labels: Sequence[Content | None] = (), **options: object
) -> list[Arrow]:
    """Arrows from one place to several that share a stem, with a dot where each branch leaves; `labels` one per branch.

    Example:
        fan_out(prompt.right, [m.top for m in models])
    """
    pairs = _paired("fan_out", "ends", ends, labels)
    trunk = f"trunk-{next(_trunks)}"
    return [Arrow(start, e, **{"trunk": trunk, "label": label, **options}) for e, label in pairs]  # type: ignore[arg-type]


def fan_in(starts: Iterable[End], end: End, *, labels: Sequence[Content | None] = (), **options: object) -> list[Arrow]:
    """Arrows from several places into one that share their last stretch; `labels` one per branch.

    Example:
        fan_in([kl, reward], penalty.top)
    """
    pairs = _paired("fan_in", "starts", starts, labels)
    trunk = f"trunk-{next(_trunks)}"
    return [Arrow(s, end, **{"trunk": trunk, "label": label, **options}) for s, label in pairs]  # type: ignore[arg-type]


def chain(*places: End, **options: object) -> list[Arrow]:
    """Arrows from each place to the next.

    Example:
        chain(sentence, tokens, ids)
    """
    if len(places) < 2:
        raise FigureError("chain() needs at least two places", fix="name what it joins, in order", source=caller())
    return [Arrow(a, b, **options) for a, b in itertools.pairwise(places)]  # type: ignore[arg-type]


def _paired(
    name: str, noun: str, ends: Iterable[End], labels: Sequence[Content | None]
) -> list[tuple[End, Content | None]]:
    if not isinstance(ends, Iterable):
        raise FigureError(f"the {noun} of {name}() must be a list, not {ends!r}", fix="write [a, b]", source=caller())
    found = list(ends)
    if len(labels) > len(found):
        raise FigureError(
            f"{name}() has {len(labels)} labels for {len(found)} {noun}",
            fix="give one for each at most, None for none",
            source=caller(),
        )
    return list(itertools.zip_longest(found, labels))
