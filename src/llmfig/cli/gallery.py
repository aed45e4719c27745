"""`llmfig gallery`: all figures as a static site, and their index in Markdown."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from llmfig.cli import options as o
from llmfig.cli.render import _progress
from llmfig.cli.report import guarded, print_failures
from llmfig.errors import FigureError
from llmfig.project import Project, find

if TYPE_CHECKING:
    from llmfig.gallery.make import Made


def gallery(
    *,
    out: Annotated[Path | None, typer.Option(help="The site's folder; <out>/gallery when not given.")] = None,
    theme: Annotated[
        str, typer.Option("--theme", metavar="book,dark,print", help="Themes; the project's own, dark and print.")
    ] = "",
    title: Annotated[str, typer.Option(help="What the gallery is called, in English.")] = "",
    title_zh: Annotated[str, typer.Option("--title-zh", help="The same in Chinese.")] = "",
    index: Annotated[
        Path | None,
        typer.Option(metavar="FILE.md", help="Write no site, only the index of all figures: FILE.md and FILE.zh.md."),
    ] = None,
    jobs: o.JobsOption = 0,
    traceback: o.TracebackOption = False,
) -> None:
    """Write a static site of all figures: search, both languages, all themes, zoom, downloads, source code."""
    with guarded(traceback):
        project = find()
        if index is not None:
            if out or theme or title or title_zh:
                raise typer.BadParameter("--index writes no site: it goes with none of --out, --theme and --title")
            _index(project, index, jobs, trace=traceback)
            return
        from llmfig.gallery.make import TITLE, Wanted, make  # imports all that draws

        started = time.perf_counter()
        themes = tuple(name.strip() for name in theme.split(",") if name.strip())
        wanted = Wanted(out, themes, (title or TITLE[0], title_zh or TITLE[1]))
        made = make(project, wanted, jobs=jobs, progress=_progress)
        _tell(made, project, time.perf_counter() - started, trace=traceback)


def _tell(made: Made, project: Project, seconds: float, *, trace: bool) -> None:
    if made.failures:
        print_failures(made.failures, project, trace=trace)
    number = len(made.gallery.figures)
    failed = len({failure.figure for failure in made.failures})
    size = f"{made.files} files, {made.bytes / 1e6:.1f} MB"
    parts = [f"wrote a gallery of {number} figure{'' if number == 1 else 's'} in {seconds:.1f} s ({size})"]
    parts += [f"{failed} figure{'s' if failed > 1 else ''} failed"] if failed else []
    typer.echo("; ".join(parts))
    typer.echo(f"open {os.path.relpath(made.folder / 'index.html')}")
    if failed:
        raise typer.Exit(1)


def _index(project: Project, file: Path, jobs: int, *, trace: bool) -> None:
    """The index as a project commits it. One that lacks figures is not written."""
    from llmfig.gallery.markdown import project_index, read_titles
    from llmfig.render.write import write_bytes

    if file.suffix != ".md":
        raise FigureError(f"{file} is no Markdown file", fix="give a name that ends with .md, as docs/figures.md")
    titles, failures = read_titles(project, jobs=jobs)
    if failures:
        print_failures(failures, project, trace=trace)
        raise FigureError("the index was not written", fix="correct these figures first")
    for path, text in project_index(project, titles, file.absolute()).items():
        write_bytes(path, text.encode())
        typer.echo(f"wrote {os.path.relpath(path)}")
