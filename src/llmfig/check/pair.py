"""What only shows when both pictures of a figure are seen together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from llmfig.check.finding import Hit
from llmfig.check.language import is_sentence
from llmfig.check.nodes import Node
from llmfig.check.view import Picture

# Kinds whose number follows the data, which may be another per language.
DATA = frozenset(
    {"cell", "token", "bar", "strip", "matrix", "chart", "tree", "text", "label", "run", "row", "column", "grid"}
)
COMPARED = frozenset({"box", "panel", "callout", "brace", "formula", "icon"})
# What a formula says in words, and its numbers: the parts that a language may change.
WORDS = re.compile(r"[A-Za-z]{2,}|[0-9.]+|[\u2e80-\uffef]+|\s+")


def untranslated(en: Picture, zh: Picture) -> Iterator[Hit]:
    """English sentences that stand in both pictures."""
    said = {" ".join(unit.words.split()) for unit in en.texts}
    # What stands in tr() with the same words twice is told there, with its line.
    said -= {" ".join(t.en.split()) for t in zh.scene.translations if t.en == t.zh}
    for unit, runs in zh.texts.items():
        words = " ".join(unit.words.split())
        code = unit.group.kind in ("formula", "code") or all("mono" in r.item.font.lower() for r in runs)
        if not code and words in said and is_sentence(words):
            fix = f"write tr({words!r}, '中文')"
            yield Hit(f"{unit.name} is the same English in both languages", fix, (unit,))
    for what, a, b in (("title", en.scene.title, zh.scene.title), ("alt text", en.scene.alt, zh.scene.alt)):
        if a.strip() and a == b and is_sentence(a):
            noun = what.partition(" ")[0]
            yield Hit(f"the {what} is the same English in both languages", f'write {noun}=("English", "中文")')


def mismatch(en: Picture, zh: Picture) -> Iterator[Hit]:
    """Labels, connectors, boxes and formulas that only one of the pictures has."""
    for one, other in ((en, zh), (zh, en)):
        for unit in one.texts:
            twin = other.by_id.get(unit.group.id)
            if (
                unit.words.strip()
                and twin is not None
                and twin.group.kind == unit.group.kind
                and not twin.words.strip()
            ):
                mine = twin if other is zh else unit
                yield Hit(
                    f"{unit.name} is empty in the {'Chinese' if other is zh else 'English'} picture",
                    "write both sides of tr()",
                    (mine,),
                )
    counts = [Counter("link" if n.group.link is not None else n.group.kind for n in v.nodes) for v in (en, zh)]
    follows_data = any(counts[0][k] != counts[1][k] for k in ("cell", "token", "bar"))
    for kind in sorted((COMPARED | {"link"}) & {*counts[0], *counts[1]}):
        if counts[0][kind] != counts[1][kind] and not follows_data:
            noun = "connectors" if kind == "link" else f"elements of kind {kind}"
            yield Hit(
                f"the English picture has {counts[0][kind]} {noun}, the Chinese one {counts[1][kind]}",
                "build the same elements in both languages; only their words and data may differ",
            )
    yield from _formulas(en, zh)


def _formulas(en: Picture, zh: Picture) -> Iterator[Hit]:
    for node in zh.nodes:
        twin = en.by_id.get(node.group.id)
        if node.group.kind != "formula" or twin is None or twin.group.kind != "formula":
            continue
        if _signs(twin) != _signs(node) and WORDS.sub("", twin.group.text) != WORDS.sub("", node.group.text):
            yield Hit(
                f"{node.name} differs from the English one in more than words: "
                f"{twin.group.text!r}, {node.group.text!r}",
                "translate only the words of a formula",
                (node,),
            )


def _signs(node: Node) -> Counter[tuple[str, int]]:
    """The mathematical glyphs of a formula; words in it are set as text, and say what they spell."""
    return Counter((r.item.font, g.gid) for n in node.down() for r in n.runs if not r.item.text for g in r.item.glyphs)
