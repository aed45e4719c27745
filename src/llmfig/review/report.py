"""What a comparison found, as plain data: for the page, and without pictures for report.json and the summary."""

from __future__ import annotations

import base64
import gzip
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from llmfig.bilingual import LANGS, Lang
from llmfig.errors import Source
from llmfig.geometry import Rect
from llmfig.review import groups
from llmfig.review.lines import Line
from llmfig.review.markdown import KINDS
from llmfig.review.pictures import Compared, Pair
from llmfig.review.revisions import Revision
from llmfig.review.side import Fault, Figure, Picture

Data = dict[str, Any]
_SPOKEN = {"en": "English", "zh": "Chinese"}


@dataclass(slots=True)
class Blobs:
    """Files that stand in the page: SVG packed by gzip, PNG as it is, both in base64; each only once."""

    found: dict[str, str] = field(default_factory=dict)
    _names: dict[bytes, str] = field(default_factory=dict)

    def svg(self, data: bytes) -> str:
        return self._name("svg", data, lambda: gzip.compress(data, 9, mtime=0))

    def png(self, data: bytes) -> str | None:
        return self._name("png", data, lambda: data) if data else None

    def _name(self, kind: str, data: bytes, packed: Any) -> str:
        name = self._names.get(data)
        if name is None:
            name = self._names[data] = f"{kind}-{len(self._names)}"
            self.found[name] = base64.b64encode(packed()).decode()
        return name


@dataclass(frozen=True, slots=True)
class Report:
    """All that differs.

    Attributes:
        data: for the page; refers to `blobs` by their names.
        blobs: name to content.
        plain: without pictures and places, for report.json.
    """

    data: Data
    blobs: Mapping[str, str]
    plain: Data

    @property
    def counts(self) -> Mapping[str, int]:
        counts: Mapping[str, int] = self.plain["counts"]
        return counts


def make(
    compared: Iterable[Compared],
    sides: tuple[Revision, Revision],
    *,
    own: Iterable[str],
    order: Mapping[str, int],
    total: int,
    snapshots: str,
) -> Report:
    """The report of a comparison.

    Args:
        compared: the figures that were compared.
        sides: the two states.
        own: names of figures whose own modules changed.
        order: reading order of the figures.
        total: how many figures there are on both sides together.
        snapshots: folder of the accepted snapshots, from the project's folder.
    """
    blobs = Blobs()
    figures = {c.name: c for c in sorted(compared, key=lambda c: (order.get(c.name, len(order)), c.name)) if c.differs}
    kinds = {name: _kind(c) for name, c in figures.items()}
    mine = set(own)
    review = groups.group(
        groups.Compared(
            name,
            {lang: pair.changes for lang, pair in c.pairs.items()},
            sum(pair.share for pair in c.pairs.values()) / max(len(c.pairs), 1),
            # A figure that is new, gone or broken is looked at by itself.
            own=name in mine or kinds[name] != "changed",
        )
        for name, c in figures.items()
    )
    grouped = {card.name for group in review.groups for card in group.cards}
    told = {card.name: card for card in review.cards}
    alone = [name for name in figures if name not in grouped]
    cards = [_card(figures[name], kinds[name], told.get(name), blobs) for name in _by_kind(alone, kinds)]
    together = [_group(group, figures, blobs, number) for number, group in enumerate(review.groups, 1)]
    counts = {kind: sum(k == kind for k in kinds.values()) for kind in KINDS}
    counts["unchanged"] = total - len(figures)
    head = {"before": str(sides[0]), "after": str(sides[1]), "counts": counts, "snapshots": snapshots}
    plain = head | {
        "cards": [_plain(card) for card in cards],
        "groups": [
            {
                "title": group["title"],
                "words": group["words"],
                "figures": [{"name": card["name"]} for card in (group["example"], *group["cards"])],
            }
            for group in together
        ],
    }
    return Report(head | {"cards": cards, "groups": together}, blobs.found, plain)


def _kind(compared: Compared) -> str:
    if compared.after is not None and compared.after.faults:
        return "failed"
    if compared.before is None or compared.after is None:
        return "new" if compared.before is None else "deleted"
    return "changed"


def _by_kind(names: Iterable[str], kinds: Mapping[str, str]) -> list[str]:
    """What needs attention most is first."""
    first = ("failed", "changed", "new", "deleted")
    return sorted(names, key=lambda name: first.index(kinds[name]))


def _group(group: groups.Group, figures: Mapping[str, Compared], blobs: Blobs, number: int) -> Data:
    cards = [_card(figures[card.name], "changed", card, blobs) | {"inGroup": True} for card in group.cards]
    return {
        "anchor": f"group-{number}",
        "title": group.title,
        "words": list(group.words),
        "example": cards[0],
        "cards": cards[1:],
    }


def _card(compared: Compared, kind: str, told: groups.Card | None, blobs: Blobs) -> Data:
    figure = compared.after or compared.before
    assert figure is not None
    moved = compared.before and compared.after and compared.before.name != compared.after.name
    lines = [_line(line) for line in (told.lines if told else ())]
    if moved:
        assert compared.before is not None
        words = f'moved from chapter "{compared.before.name.partition("/")[0]}"'
        lines.insert(0, {"words": words, "source": "", "frames": {lang: [] for lang in LANGS}, "minor": False})
    return {
        "name": compared.name,
        "anchor": compared.name.replace("/", "-"),
        "title": list(figure.title),
        "kind": kind,
        "langs": {lang: _lang(compared, lang, blobs) for lang in LANGS},
        "changes": lines,
        "together": told.together if told else "",
        "faults": [*_faults(compared.after, "after"), *_faults(compared.before, "before")],
        "inGroup": False,
    }


def _lang(compared: Compared, lang: Lang, blobs: Blobs) -> Data:
    pair = compared.pairs.get(lang)
    sides = (compared.before, compared.after)
    before, after = (_picture(side.pictures.get(lang) if side else None, blobs) for side in sides)
    return {
        "before": before,
        "after": after,
        "difference": blobs.png(pair.picture) if pair else None,
        "crop": _rect(pair.crop) if pair else None,
        "drift": [*pair.changes.drift] if pair else [0, 0],
        "same": _same(compared, lang, pair),
    }


def _same(compared: Compared, lang: Lang, pair: Pair | None) -> bool:
    sides = (compared.before, compared.after)
    return pair is None and all(side is not None and lang in side.pictures for side in sides)


def _picture(picture: Picture | None, blobs: Blobs) -> Data | None:
    if picture is None:
        return None
    # The PNG has one pixel a px; its size stands behind the signature and the name of the first chunk.
    width, height = struct.unpack(">II", picture.png[16:24])
    return {"svg": blobs.svg(picture.svg), "size": [width, height]}


def _faults(figure: Figure | None, where: str) -> list[Data]:
    """What is wrong, both languages in one when it is the same."""
    found: dict[tuple[str, str, int], list[Fault]] = {}
    for fault in figure.faults if figure else ():
        found.setdefault((fault.what, fault.file, fault.line), []).append(fault)
    return [
        {
            "where": f"{where}, {' and '.join(_SPOKEN[fault.lang] for fault in same)}",
            "what": what,
            "source": f"{file}:{line}" if file else "",
        }
        for (what, file, line), same in found.items()
    ]


def _line(line: Line) -> Data:
    return {
        "words": line.words,
        "source": _source(line.source),
        "frames": {lang: [[_rect(b), _rect(a)] for b, a in frames] for lang, frames in line.frames.items()},
        "minor": line.minor,
    }


def _source(source: Source | None) -> str:
    return f"{source.file}:{source.line}" if source else ""


def _rect(rect: Rect | None) -> Sequence[float] | None:
    return None if rect is None else [round(value, 2) for value in (rect.x, rect.y, rect.w, rect.h)]


def _plain(card: Data) -> Data:
    """A card without its pictures."""
    changes = [{"words": c["words"], "source": c["source"], "langs": [*c["frames"]]} for c in card["changes"]]
    if card["together"]:
        changes.append({"words": card["together"], "source": "", "langs": [*LANGS]})
    return {
        "name": card["name"],
        "title": card["title"],
        "kind": card["kind"],
        "changes": changes,
        "faults": card["faults"],
    }
