"""Two languages from one source.

The figure function runs once per language; `tr` picks the side of the language that is being drawn.
"""

from __future__ import annotations

import linecache
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from llmfig.errors import FigureError, Source, caller
from llmfig.notebook.cells import cell
from llmfig.scene.model import Translation

DECORATED = re.compile(r"\b(title|alt)=tr\(")
Lang = Literal["en", "zh"]
LANGS: tuple[Lang, ...] = ("en", "zh")
T = TypeVar("T")
U = TypeVar("U")


@dataclass
class _Session:
    lang: Lang
    uses: list[Translation] = field(default_factory=list)


_session: ContextVar[_Session | None] = ContextVar("llmfig_language", default=None)


@contextmanager
def drawing(lang: Lang) -> Iterator[list[Translation]]:
    """Everything inside is drawn in `lang`; yields the list that uses of `tr` are recorded in."""
    session = _Session(lang)
    token = _session.set(session)
    try:
        yield session.uses
    finally:
        _session.reset(token)


def tr(en: T, zh: U) -> T | U:
    """The value of the language being drawn: a string, a list of tokens, a number, anything.

    A figure's function runs once per language; `tr` picks one of its two arguments each time. A plain string is for
    both languages. In `$...$` and code there is mostly nothing to translate.

    Args:
        en: what it is in English.
        zh: what it is in Chinese.

    Raises:
        FigureError: where no language is being drawn: outside of a figure's function.

    Example:
        ```python
        tokens = Strip(tr(["I", "love", "math"], ["我", "爱", "数学"]), role="data")
        Diagram(tokens, Brace(tokens[tr(2, 2)], side="bottom", label=tr("next token", "下一个词元")))
        ```
    """
    session = _current("tr")
    for a, b in zip(_strings(en), _strings(zh), strict=False):
        session.uses.append(Translation(a, b, caller()))
    return en if session.lang == "en" else zh


def language() -> Lang:
    """The language being drawn, `en` or `zh`; for what `tr` cannot say, such as another layout.

    Raises:
        FigureError: where no language is being drawn: outside of a figure's function.

    Example:
        ```python
        rewards = (
            Box(tr("Reward model", "奖励模型"), role="model"),
            Box(tr("Verifiable reward", "可验证奖励"), role="sample"),
        )
        Column(*rewards, equal="width") if language() == "en" else Row(*rewards)
        ```
    """
    return _current("language").lang


def _current(name: str) -> _Session:
    session = _session.get()
    if session is None:
        place = caller()
        raise FigureError(f"{name}() is used where no language is being drawn", fix=_fix(name, place), source=place)
    return session


def _fix(name: str, place: Source) -> str:
    if cell(place.file):
        return f"call {name}() in a function under @figure, and show that by its name alone: softmax, not softmax()"
    linecache.checkcache(place.file)
    if found := DECORATED.search(linecache.getline(place.file, place.line)):
        return f'{found[1]} takes both languages as a pair: {found[1]}=("English", "中文")'
    return f"call {name}() inside the figure function (or a function that it calls), not at the top of the module"


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    # Lists often have another length per language (tokens); only equally long ones are compared side by side.
    return []
