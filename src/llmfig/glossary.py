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
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from llmfig.errors import FigureError, choices

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
        self._avoid = {lang: _Avoid(self.entries, lang) for lang in ("en", "zh")}

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
    """All avoided wordings of one language in one pattern, longest first."""

    def __init__(self, entries: Iterable[Entry], lang: str) -> None:
        self._entries: dict[str, Entry] = {}
        self._good: dict[str, tuple[str, ...]] = {}
        for e in entries:
            for wrong in e.avoid_en if lang == "en" else e.avoid_zh:
                self._entries[wrong.casefold()] = e
                self._good[wrong.casefold()] = tuple(
                    g.casefold() for g in ((e.en, *e.also_en) if lang == "en" else (e.zh, *e.also_zh))
                )
        edge = r"(?<![A-Za-z])", r"(?![A-Za-z])"
        parts = [
            (edge[0] if w[0].isascii() else "")
            + r"\s+".join(map(re.escape, w.split()))
            + (edge[1] if w[-1].isascii() else "")
            for w in sorted(self._entries, key=len, reverse=True)
        ]
        self._pattern = re.compile("|".join(parts), re.IGNORECASE) if parts else None

    def find(self, words: str) -> Iterator[tuple[str, Entry]]:
        if self._pattern is None:
            return
        told: set[str] = set()
        for match in self._pattern.finditer(words):
            wrong = " ".join(match.group().split())
            key = wrong.casefold()
            around = words[max(0, match.start() - 24) : match.end() + 24].casefold()
            # A wording to be avoided may be part of the right one, or of a longer word that holds it.
            if key not in told and not any(key in good and good in around for good in self._good[key]):
                told.add(key)
                yield wrong, self._entries[key]


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
        raise FigureError(f"{file}: not valid TOML: {error}", fix="see the built-in glossary for the layout") from None
    terms = data.pop("term", [])
    if data or not isinstance(terms, list):
        stray = next(iter(data), "term")
        raise FigureError(
            f"{file}: {stray}: a glossary holds only [[term]] tables", fix="write each entry under [[term]]"
        )
    return [_entry(file, i, raw) for i, raw in enumerate(terms, 1)]


def _entry(file: str, number: int, raw: dict[str, object]) -> Entry:
    name = f"{file}: term {number} ({raw.get('en', '?')})"
    for key, value in raw.items():
        if key not in KEYS:
            raise FigureError(f"{name}: {key}: unknown key", fix=choices(key, KEYS, "keys"))
        whole = isinstance(value, str) and bool(value.strip())
        words = isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value)
        if not (whole if key in ("en", "zh") else words):
            raise FigureError(
                f"{name}: {key}: {value!r} is not {'a text' if key in ('en', 'zh') else 'a list of texts'}",
                fix="correct the entry",
            )
    for key in ("en", "zh"):
        if key not in raw:
            raise FigureError(f"{name}: {key} is missing", fix="give both languages")
    lists = {key.replace("-", "_"): tuple(value) for key, value in raw.items() if isinstance(value, list)}
    return Entry(en=str(raw["en"]), zh=str(raw["zh"]), **lists)
