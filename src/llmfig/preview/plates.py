"""What pages show: the places for pictures, and what is known of each."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from llmfig.bilingual import Lang


class Slot(NamedTuple):
    """A place for one picture: the figure's key, the theme, the language."""

    figure: str
    theme: str
    lang: Lang


@dataclass(frozen=True, slots=True)
class View:
    """What a page shows."""

    figure: str
    themes: tuple[str, ...]
    langs: tuple[Lang, ...]

    def slots(self) -> Iterator[Slot]:
        for theme in self.themes:
            for lang in self.langs:
                yield Slot(self.figure, theme, lang)


@dataclass(eq=False)
class Page:
    """An open page: what it shows, and what it is still to be told (name of the event, data)."""

    view: View
    contents: dict[str, Any] = field(default_factory=dict)  # the list of figures it knows
    events: asyncio.Queue[tuple[str, Any]] = field(default_factory=asyncio.Queue)

    def tell(self, event: str, data: Any) -> None:
        self.events.put_nowait((event, data))


@dataclass
class Plate:
    """What is known of one slot.

    Attributes:
        picture: the last good one, for the page.
        failure: why there is no newer one.
        details: hash of what can be laid over the picture.
        findings: how many findings of the checks count.
        seconds: how long the last drawing took.
        due: whether it has to be drawn.
        inputs: what it was made from, path to hash; while it is drawn, what that began with.
        base: hash of what it depends on besides.
        moment: how many changes of the project had been noticed when it was drawn.
    """

    picture: dict[str, Any] | None = None
    failure: dict[str, Any] | None = None
    details: str | None = None
    findings: int = 0
    seconds: float = 0.0
    due: bool = True
    inputs: dict[str, str] = field(default_factory=dict)
    base: str = ""
    moment: int = 0
