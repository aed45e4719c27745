"""What the process that draws remembers, and how it is given work. Imports nothing that draws before there is work."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from llmfig.bilingual import Lang
from llmfig.preview.messages import Draw, Drawn, Inspect, Inspected, Name, Task
from llmfig.runner.outcome import Failure
from llmfig.runner.titles import Titles

if TYPE_CHECKING:
    from llmfig.build import Built

PAINTING = "llmfig.preview.painting"  # the module that imports all that draws


@dataclass
class Easel:
    """What the process knows between two tasks: the pictures of the figure that was drawn last.

    Attributes:
        root: the project's folder.
        figure: the file of that figure.
        built: its pictures by theme and language.
    """

    root: Path
    figure: Path | None = None
    built: dict[tuple[str, Lang], Built] = field(default_factory=dict)


def work(easel: Easel, task: Task) -> Drawn | Inspected | Titles | Failure:
    """Does one task. Whatever goes wrong comes back as a failure."""
    from llmfig.preview.painting import draw, inspect, name

    match task:
        case Draw():
            return draw(easel, task)
        case Inspect():
            return inspect(easel, task)
        case Name():
            return name(task)
