"""`llmfig diff`: what changed in the pictures between two revisions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from llmfig.cli import options as o
from llmfig.cli.report import guarded
from llmfig.project import find

if TYPE_CHECKING:
    from llmfig.review.report import Report


def diff(
    base: Annotated[
        str | None,
        typer.Argument(metavar="[BASE]", help="Revision to compare with: where this branch left main by default."),
    ] = None,
    head: Annotated[str | None, typer.Argument(metavar="[HEAD]", help="The newer one: the working tree.")] = None,
    *,
    out: Annotated[Path | None, typer.Option(file_okay=False, help="Folder to write to: <out>/diff.")] = None,
    theme: o.ThemeOption = "",
    everything: Annotated[
        bool, typer.Option("--all", help="Draw all figures, also those that no changed file belongs to.")
    ] = False,
    jobs: o.JobsOption = 0,
    traceback: o.TracebackOption = False,
) -> None:
    """Show what changed in the pictures between two git revisions, or a revision and the working tree.

    BASE may be A..B or A...B as in git. Writes a page (index.html), a summary (summary.md) and report.json. Exit code:
    0 nothing changed, 1 something did, 2 something could not be drawn.
    """
    with guarded(traceback, code=2):
        project = find()
        from llmfig.review.revisions import Repository, sides
        from llmfig.review.side import ended_cleanly

        repository = Repository(project.root)
        before, after = sides(repository, base, head)
        changed = repository.changed(before, after)
        with ended_cleanly(), repository.folder(before) as then, repository.folder(after) as now:
            # All of this imports what draws, while git writes.
            from llmfig.review.diff import diff as run
            from llmfig.review.diff import write
            from llmfig.runner.each import processors

            found = run(project, (then, now), changed, theme=theme, jobs=jobs or processors(), everything=everything)
        target = out or project.root / project.settings.out / "diff"
        page, *_ = write(found, target)
        _tell(found, project.shown(page))
        if found.counts["failed"]:
            raise typer.Exit(2)
        if found.data["cards"] or found.data["groups"]:
            raise typer.Exit(1)


def _tell(found: Report, page: str) -> None:
    typer.echo(f"before: {found.data['before']}\nafter:  {found.data['after']}")
    for group in found.plain["groups"]:
        typer.echo(f"  together: {group['title']}")
    for card in found.plain["cards"]:
        typer.echo(f"  {card['kind']}: {card['name']}")
        for fault in card["faults"]:
            place = f"{fault['source']}: " if fault["source"] else ""
            typer.echo(f"    {place}{fault['what']} ({fault['where']})")
        for change in card["changes"]:
            typer.echo(f"    {change['words']}" + (f" [{change['langs'][0]}]" if len(change["langs"]) == 1 else ""))
    typer.echo(", ".join(f"{number} {kind}" for kind, number in found.counts.items()))
    typer.echo(f"wrote {page}")
