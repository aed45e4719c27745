"""Recurring terms, called the same everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from llmfig.check.finding import Hit
from llmfig.check.view import View


def glossary(view: View) -> Iterator[Hit]:
    """Terms that are not translated, or not worded, as the glossary says."""
    book = view.glossary
    for t in view.scene.translations:
        entry = book.entry(t.en)
        if entry is not None and t.zh.strip() and not entry.accepts(t.zh, t.en):
            yield Hit(
                f"{t.en!r} is translated {t.zh!r}; the glossary has {entry.zh!r}",
                f"write tr({t.en!r}, {entry.zh!r}), or change the glossary",
                source=t.source,
            )
    for unit in view.texts:
        if unit.group.kind == "formula":
            continue
        for wrong, entry in book.avoided(unit.words, view.scene.lang):
            right = entry.zh if view.scene.lang == "zh" else entry.en
            yield Hit(
                f"{unit.name} says {wrong!r}; the glossary has {right!r}",
                f"write {right!r}, or change the glossary",
                (unit,),
            )
    for what, words in (("title", view.scene.title), ("alt text", view.scene.alt)):
        for wrong, entry in book.avoided(words, view.scene.lang):
            right = entry.zh if view.scene.lang == "zh" else entry.en
            yield Hit(
                f"the {what} says {wrong!r}; the glossary has {right!r}", f"write {right!r}, or change the glossary"
            )
