"""Options that several commands share, and how lists are read from them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypeVar, get_args

import typer

from llmfig.bilingual import Lang
from llmfig.cli.targets import complete
from llmfig.errors import choices
from llmfig.render.write import Format

T = TypeVar("T", bound=str)


def _several(text: str, valid: Sequence[T], noun: str) -> tuple[T, ...]:
    """A comma-separated list, without repetitions, in the order of `valid`."""
    asked = [part.strip() for part in text.split(",") if part.strip()]
    for part in asked:
        if part not in valid:
            raise typer.BadParameter(f"there is no {noun} {part!r}; {choices(part, valid, f'{noun}s')}")
    if not asked:
        raise typer.BadParameter(f"name at least one {noun}")
    return tuple(v for v in valid if v in asked)


def langs(text: str) -> tuple[Lang, ...]:
    """The languages of `--lang`."""
    return _several(text, get_args(Lang), "language")


def formats(text: str) -> tuple[Format, ...]:
    """The formats of `--format`."""
    return _several(text, get_args(Format), "format")


Targets = Annotated[
    list[str],
    typer.Argument(
        metavar="[all|ID|CHAPTER|GLOB|FILE]...", help="Which figures; all when none is named.", autocompletion=complete
    ),
]
LangOption = Annotated[str, typer.Option("--lang", metavar="en,zh", help="Languages.")]
ThemeOption = Annotated[str, typer.Option("--theme", metavar="NAME", help="Theme; the project's own when not given.")]
JobsOption = Annotated[int, typer.Option("-j", "--jobs", min=0, metavar="N", help="Processes; 0 is one per processor.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
TracebackOption = Annotated[bool, typer.Option("--traceback", help="Print Python's traceback of every error.")]
