"""Telling people what went wrong: one message per failure, and never a traceback that nobody asked for."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from llmfig.errors import FigureError, Source

if TYPE_CHECKING:
    from rich.console import Console

    from llmfig.project import Project
    from llmfig.runner.outcome import Failure


@contextmanager
def guarded(trace: bool = False, *, code: int = 1) -> Iterator[None]:
    """Ends the command with a message and the right exit code, whatever happens inside.

    Args:
        trace: print the traceback too.
        code: exit code of a failure.
    """
    try:
        yield
    except (typer.Exit, typer.BadParameter):
        raise
    except FigureError as error:
        if trace:
            traceback.print_exc()
        fail(error.message().replace(f"{Path.cwd()}{os.sep}", ""), code)  # places, as one types them
    except KeyboardInterrupt:
        typer.echo("interrupted: every file that was written is complete", err=True)
        raise typer.Exit(130) from None
    except Exception as error:
        if trace:
            traceback.print_exc()
        what = f"llmfig itself failed: {type(error).__name__}: {error}"
        fail(FigureError(what, fix="this is a bug: report it with what --traceback prints").message(), code)


def fail(message: str, code: int = 1) -> NoReturn:
    """Prints an error and ends the command."""
    head, _, rest = message.partition("\n")
    typer.echo(typer.style("error: ", fg="red", bold=True) + head + (f"\n{rest}" if rest else ""), err=True)
    raise typer.Exit(code)


def console(*, err: bool = False) -> Console:
    """A rich console; where nobody looks at a terminal it never breaks a line."""
    from rich.console import Console  # slow to import, and not needed when nothing goes wrong

    stream = sys.stderr if err else sys.stdout
    return Console(
        file=stream, highlight=False, width=None if stream.isatty() else 10_000, soft_wrap=not stream.isatty()
    )


def shown(source: Source, project: Project) -> str:
    """A place as it reads best from the working directory."""
    file = Path(source.file)
    inside = file.is_absolute() and file.is_relative_to(project.root)
    return f"{os.path.relpath(file) if inside else file}:{source.line}"


def print_failures(failures: Sequence[Failure], project: Project, *, trace: bool = False) -> None:
    """A table of what failed: a real one on a terminal, elsewhere lines of `file:line: figure: what`."""
    if sys.stderr.isatty():
        _table(failures, project)
    else:
        for f in failures:
            langs = f" [{', '.join(f.langs)}]" if f.langs else ""
            typer.echo(
                f"{shown(f.source, project)}: {f.figure}{langs}: {f.what}" + (f"\n  fix: {f.fix}" if f.fix else ""),
                err=True,
            )
    if trace:
        for f in failures:
            typer.echo(f"\n{f.figure}:\n{f.trace or '(the process died without one)'}", err=True)


def _table(failures: Sequence[Failure], project: Project) -> None:
    from rich.markup import escape
    from rich.table import Table

    table = Table(title="Not drawn", title_justify="left", show_lines=True)
    for head, wide in (("Figure", 1), ("Where", 1), ("What, and how to mend it", 3)):
        table.add_column(head, ratio=wide, overflow="fold")
    for f in failures:
        langs = f" ({', '.join(f.langs)})" if f.langs else ""
        fix = f"\n[green]{escape(f.fix)}[/green]" if f.fix else ""
        table.add_row(f"{f.figure}{langs}", escape(shown(f.source, project)), f"{escape(f.what)}{fix}")
    console(err=True).print(table)
