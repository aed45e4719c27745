"""`llmfig render`: figures to pictures."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from llmfig.cli import options as o
from llmfig.cli.report import console, guarded, print_failures
from llmfig.cli.targets import ALL, select
from llmfig.errors import choices
from llmfig.project import Project, find
from llmfig.runner.plan import Options, TextMode
from llmfig.runner.render import Progress, Report
from llmfig.runner.render import render as run

if TYPE_CHECKING:
    from rich.progress import Progress as Bar


def render(
    targets: o.Targets = [ALL],  # noqa: B006 - typer copies it
    *,
    lang: o.LangOption = "en,zh",
    format: Annotated[str, typer.Option("--format", metavar="svg,png,pdf", help="Formats.")] = "svg,png",
    theme: o.ThemeOption = "",
    scale: Annotated[float, typer.Option(min=0.1, max=16, help="Pixels of a PNG for one px of the figure.")] = 2.0,
    text: Annotated[
        str, typer.Option(metavar="outline|live", help="Text in SVG: outlines, or live in an embedded font.")
    ] = "outline",
    out: Annotated[
        Path | None, typer.Option(file_okay=True, help="Output folder; the project's own when not given.")
    ] = None,
    jobs: o.JobsOption = 0,
    force: Annotated[bool, typer.Option("--force", "-f", help="Draw what is up to date as well.")] = False,
    traceback: o.TracebackOption = False,
) -> None:
    """Draw figures that are out of date, as <out>/<language>/<chapter>/<id>.<format>."""
    with guarded(traceback):
        project = find()
        if text not in get_args(TextMode):
            raise typer.BadParameter(choices(text, get_args(TextMode), "values of --text"))
        refs = select(project, targets)
        # Not through the validated settings: see `Project`. What is not a string is left for the validation to tell.
        default = str(project.table.get("theme", "book"))
        options = Options(
            out=(out or project.root / str(project.table.get("out", "out"))).absolute(),
            theme=theme or default,
            default_theme=default,
            langs=o.langs(lang),
            formats=o.formats(format),
            scale=scale,
            text="live" if text == "live" else "outline",
        )
        started = time.perf_counter()
        everything = not targets or ALL in targets
        with _progress() as progress:
            report = run(project, refs, options, jobs=jobs, force=force, tidy=everything, progress=progress)
        _tell(report, project, time.perf_counter() - started, trace=traceback)


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar on a terminal, a line for each figure elsewhere."""
    if not sys.stdout.isatty():
        yield _line
        return
    bars: list[Bar] = []

    def move(name: str | None, done: int, total: int) -> None:
        if name is None:
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
            from rich.progress import Progress as Bar

            # No thread of its own that redraws: the processes are forked after this, and a fork wants a single thread.
            columns = BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}")
            bars.append(Bar(*columns, console=console(), auto_refresh=False, transient=True))
            bars[0].start()
            bars[0].add_task("drawing", total=total)
            return
        bars[0].update(bars[0].task_ids[0], completed=done, description=name, refresh=True)

    try:
        yield move
    finally:
        for bar in bars:
            bar.stop()


def _line(name: str | None, done: int, total: int) -> None:
    if name is not None:
        typer.echo(f"[{done}/{total}] {name}")


def _tell(report: Report, project: Project, seconds: float, *, trace: bool) -> None:
    for files, verb in ((report.removed, "removed"), (report.kept, "left alone, changed by somebody else:")):
        for file in files:
            typer.echo(f"{verb} {project.shown(file)} (its figure is gone)")
    if report.failures:
        print_failures(report.failures, project, trace=trace)
    if not report.written and not report.failures:
        typer.echo(f"nothing to do: {report.fresh} files are up to date")
        return
    failed = len({failure.figure for failure in report.failures})
    parts = [f"wrote {len(report.written)} files in {seconds:.1f} s"]
    parts += [f"{report.fresh} up to date"] if report.fresh else []
    parts += [f"{failed} figure{'s' if failed > 1 else ''} failed"] if failed else []
    typer.echo("; ".join(parts))
    if failed:
        raise typer.Exit(1)
