"""The glossary: recurring terms, so that one term has one translation everywhere.

The built-in `assets/glossary.toml` holds the terms of the field; a project adds its own, or changes them, in a
`glossary.toml` at its top level. An entry reads

    [[term]]
    en = "Reward model"
    zh = "奖励模型"
    also-en = ["RM"]            # as good in English
    also-zh = ["奖励模型（RM）"]    # as good in Chinese
    avoid-en = ["Award model"]  # never in an English picture
    avoid-zh = ["报酬模型"]       # never in a Chinese picture
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Literal

from llmfig.errors import FigureError, Source, called, choices, short
from llmfig.tomlplace import line_of, said

BUILT_IN = Path(__file__).resolve().parent / "assets" / "glossary.toml"
KEYS = ("en", "zh", "also-en", "also-zh", "avoid-en", "avoid-zh")


@dataclass(frozen=True, slots=True)
class Entry:
    """One term in both languages, with what is as good and what is to be avoided."""

    en: str
    zh: str
    also_en: tuple[str, ...] = ()
    also_zh: tuple[str, ...] = ()
    avoid_en: tuple[str, ...] = ()
    avoid_zh: tuple[str, ...] = ()

    def accepts(self, zh: str, en: str) -> bool:
        """Whether `zh` is a right translation: it holds the Chinese term, or keeps the English one."""
        said = _key(zh).replace(" ", "")
        return any(_key(good).replace(" ", "") in said for good in (self.zh, *self.also_zh, en))


class Glossary:
    """All terms, to be looked up by their English side.

    Example:
        >>> Glossary([Entry("Reward model", "奖励模型")]).zh("reward model")
        '奖励模型'
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._by_english = {_key(en): e for e in self.entries for en in (e.en, *e.also_en)}
        self._avoid = {"en": _Avoid(self.entries, "en"), "zh": _Avoid(self.entries, "zh")}

    def entry(self, en: str) -> Entry | None:
        """The entry whose English side is exactly this text, whatever its case and spacing."""
        return self._by_english.get(_key(en))

    def zh(self, en: str) -> str:
        """The Chinese of an English term.

        Raises:
            FigureError: when the glossary has no such term.
        """
        entry = self.entry(en)
        if entry is None:
            raise FigureError(
                f"the glossary has no term {en!r}", fix=choices(en, (e.en for e in self.entries), "terms")
            )
        return entry.zh

    def avoided(self, words: str, lang: Literal["en", "zh"]) -> Iterator[tuple[str, Entry]]:
        """The avoided wordings in a text, each once, with the entry that has the right one."""
        return self._avoid[lang].find(words)


class _Avoid:
    """All avoided wordings of one language, by their wording in small letters."""

    def __init__(self, entries: Iterable[Entry], lang: Literal["en", "zh"]) -> None:
        self._entries: dict[str, Entry] = {}
        self._good: dict[str, list[str]] = {}
        for e in entries:
            avoid, good = (e.avoid_en, (e.en, *e.also_en)) if lang == "en" else (e.avoid_zh, (e.zh, *e.also_zh))
            for wrong in map(_flat, avoid):
                self._entries[wrong] = e
                self._good[wrong] = [g for g in map(_flat, good) if wrong in g]

    def find(self, words: str) -> Iterator[tuple[str, Entry]]:
        text = _flat(words)
        for wrong, entry in self._entries.items():
            if wrong not in text:  # nearly always, and the cheapest of all questions
                continue
            # A wording to be avoided may be part of the right one, and of a longer English word.
            rest = text
            for good in self._good[wrong]:
                rest = rest.replace(good, "\0")
            if re.search(rf"(?<![a-z]){re.escape(wrong)}(?![a-z])" if wrong.isascii() else re.escape(wrong), rest):
                yield wrong, entry


def _flat(text: str) -> str:
    return " ".join(text.casefold().split())


def _key(text: str) -> str:
    """A text without markup, case, and the spacing that line breaks change."""
    plain = re.sub(r"[*`]|\{[a-z0-9-]+\}", "", text)
    return re.sub(r"\s+", " ", plain).strip(" :：").casefold()


def load(project: Path | None = None) -> Glossary:
    """The built-in glossary with what a project adds; its entries replace built-in ones of the same English.

    Args:
        project: the project's top folder.

    Raises:
        FigureError: when a glossary file is not valid; the message names file, entry and key.
    """
    entries = {_key(e.en): e for e in _read(BUILT_IN)}
    own = project / "glossary.toml" if project is not None else None
    if own is not None and own.is_file():
        entries |= {_key(e.en): e for e in _read(own)}
    return Glossary(entries.values())


@lru_cache(maxsize=1)
def built_in() -> Glossary:
    """The glossary that comes with the package."""
    return load()


def _read(path: Path) -> list[Entry]:
    return parse(path.read_text(encoding="utf-8"), str(path))


def parse(text: str, file: str) -> list[Entry]:
    """The entries of a glossary file; `file` is named in errors."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, line = said(error)
        fix = 'correct the line: terms stand in quotes, en = "reward model"'
        raise FigureError(f"not valid TOML: {what}", fix=fix, source=Source(file, line)) from None
    terms = data.pop("term", [])
    if data or not isinstance(terms, list):
        stray = next(iter(data), "term")
        fix = "write each entry under [[term]]"
        source = Source(file, line_of(text, (stray,)))
        raise FigureError(f"a glossary holds only [[term]] tables, not {stray!r}", fix=fix, source=source)

    def place(number: int, key: str) -> Source:
        return Source(file, line_of(text, ("term", number, key)))

    return [_entry(raw, partial(place, i)) for i, raw in enumerate(terms)]


def _entry(raw: dict[str, object], place: Callable[[str], Source]) -> Entry:
    """An entry; `place` tells where a key of it stands, or where it begins."""
    for key, value in raw.items():
        if key not in KEYS:
            raise FigureError(f"a term has no key {key!r}", fix=choices(key, KEYS, "keys"), source=place(key))
        whole = isinstance(value, str) and bool(value.strip())
        words = isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value)
        if not (whole if key in ("en", "zh") else words):
            example = f'{key} = "reward model"' if key in ("en", "zh") else f'{key} = ["one", "another"]'
            raise FigureError(f"{key} cannot be {called(value)}", fix=f"write {example}", source=place(key))
    for key in ("en", "zh"):
        if key not in raw:
            told = f"the term {short(raw.get('en') or raw.get('zh') or '?')} has no {key}"
            raise FigureError(told, fix="give both languages", source=place(key))
    lists = {key.replace("-", "_"): tuple(value) for key, value in raw.items() if isinstance(value, list)}
    return Entry(en=str(raw["en"]), zh=str(raw["zh"]), **lists)
