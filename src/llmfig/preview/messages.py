"""What the server and the process that draws tell each other. Imports nothing that draws."""

from __future__ import annotations

from dataclasses import dataclass, field

from llmfig.bilingual import Lang
from llmfig.registry import FigureRef
from llmfig.runner.outcome import Failure


@dataclass(frozen=True, slots=True)
class Draw:
    """Draw a figure in one theme and language."""

    ref: FigureRef
    theme: str
    lang: Lang


@dataclass(frozen=True, slots=True)
class Inspect:
    """Describe and check the pictures of a figure in one theme that were drawn last, of these languages."""

    ref: FigureRef
    theme: str
    langs: tuple[Lang, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """What is a figure called?"""

    ref: FigureRef


Task = Draw | Inspect | Name


@dataclass(frozen=True, slots=True)
class Drawn:
    """What became of a `Draw`: a picture or a failure.

    Attributes:
        svg: the picture, b"" when there is none.
        width, height: of the picture, px.
        alt: what a reader who cannot see it is told.
        failure: why there is none.
        inputs: the project's files it was made from, path to hash; as far as it got, when it failed.
        seconds: how long it took.
    """

    svg: bytes = b""
    width: float = 0.0
    height: float = 0.0
    alt: str = ""
    failure: Failure | None = None
    inputs: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Inspected:
    """What became of an `Inspect`: for each language the details as JSON (see `detail`) and how many findings count."""

    details: dict[Lang, bytes]
    findings: dict[Lang, int]
