"""Two languages from one source.

The figure function runs once per language; `tr` picks the side of the language that is being drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from llmfig.errors import FigureError, caller
from llmfig.scene.model import Translation

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
    """The value of the language being drawn: a string, a list, a number, anything.

    Raises:
        FigureError: outside a figure function, where no language is being drawn.

    Example:
        Box(tr("Reward model", "奖励模型"))
    """
    session = _current("tr")
    for a, b in zip(_strings(en), _strings(zh), strict=False):
        session.uses.append(Translation(a, b, caller()))
    return en if session.lang == "en" else zh


def language() -> Lang:
    """The language being drawn."""
    return _current("language").lang


def _current(name: str) -> _Session:
    session = _session.get()
    if session is None:
        raise FigureError(
            f"{name}() is used where no language is being drawn",
            fix=f"call {name}() inside the figure function (or a function that it calls), not at the top of the module",
            source=caller(),
        )
    return session


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    # Lists often have another length per language (tokens); only equally long ones are compared side by side.
    return []
