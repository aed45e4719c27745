"""`llmfig list`: what figures there are."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import typer

from llmfig.bilingual import LANGS
from llmfig.cli import options as o
from llmfig.cli.report import console, guarded, print_failures
from llmfig.cli.targets import ALL, select
from llmfig.project import Project, find
from llmfig.registry import FigureRef

if TYPE_CHECKING:
    from llmfig.runner.titles import Titles


def list_figures(
    targets: o.Targets = [ALL],  # noqa: B006 - typer copies it
    *,
    as_json: o.JsonOption = False,
    jobs: o.JobsOption = 0,
    traceback: o.TracebackOption = False,
) -> None:
    """List figures with their titles, in the order of the chapters."""
    with guarded(traceback):
        project = find()
        from llmfig.runner.each import each  # a run of `render` with nothing to do needs none of it
        from llmfig.runner.outcome import Failure
        from llmfig.runner.titles import titles

        settings = project.settings
        refs = sorted(select(project, targets), key=lambda ref: settings.order(ref.chapter))
        found = each(titles, None, refs, jobs=jobs)
        rows = [(ref, result) for ref, result in found if not isinstance(result, Failure)]
        failures = [result for _, result in found if isinstance(result, Failure)]
        if as_json:
            typer.echo(json.dumps([_entry(project, ref, row) for ref, row in rows], ensure_ascii=False, indent=2))
        else:
            _print(project, rows)
        if failures:
            print_failures(failures, project, trace=traceback)
            raise typer.Exit(1)


def _entry(project: Project, ref: FigureRef, row: Titles) -> dict[str, object]:
    return {
        "id": ref.id,
        "chapter": ref.chapter,
        "title": dict(zip(LANGS, row.title, strict=True)),
        "alt": dict(zip(LANGS, row.alt, strict=True)),
        "file": ref.file.relative_to(project.root).as_posix(),
    }


def _print(project: Project, rows: list[tuple[FigureRef, Titles]]) -> None:
    if not sys.stdout.isatty():
        for ref, row in rows:
            typer.echo(f"{ref.name}\t{row.title[0]}\t{row.title[1]}")
        return
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for head in ("Figure", "English", "中文"):
        table.add_column(head)
    chapter = ""
    for ref, row in rows:
        if ref.chapter != chapter:
            chapter = ref.chapter
            names = project.settings.chapter(chapter)
            table.add_row(
                f"[bold]{chapter}[/bold]", f"[bold]{escape(names.en)}[/bold]", f"[bold]{escape(names.zh)}[/bold]"
            )
        table.add_row(f"  {ref.id}", escape(row.title[0]), escape(row.title[1]))
    console().print(table)
    typer.echo(f"{len(rows)} figures in {len({ref.chapter for ref, _ in rows})} chapters")
