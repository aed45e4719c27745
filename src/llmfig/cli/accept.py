"""`llmfig accept`: the figures as they are now become the snapshots that tests compare with."""

from __future__ import annotations

import typer

from llmfig.cli import options as o
from llmfig.cli.report import guarded, print_failures
from llmfig.cli.targets import ALL, select
from llmfig.project import find


def accept(
    targets: o.Targets = [ALL],  # noqa: B006 - typer copies it
    *,
    jobs: o.JobsOption = 0,
    traceback: o.TracebackOption = False,
) -> None:
    """Accept figures as they are now: rewrite their snapshots, and delete those of figures that are gone."""
    with guarded(traceback):
        project = find()
        refs = select(project, targets)
        from llmfig.runner import snapshots  # imports all that draws
        from llmfig.runner.each import each
        from llmfig.runner.outcome import Failure, merged
        from llmfig.runner.render import theme

        context = snapshots.Context(project, theme(project, project.settings.theme))
        failures: list[Failure] = []
        changed = 0
        for _, result in each(snapshots.accept, context, refs, jobs=jobs):
            if isinstance(result, Failure):
                failures.append(result)
                continue
            failures += merged(result.failures)
            changed += len(result.changed)
            for path in result.changed:
                typer.echo(f"accepted {project.shown(path)}")
        if ALL in targets:
            # Only now: after a part of the figures, some pictures may still be those of another environment.
            snapshots.note_environment(project)
            for path in snapshots.orphans(project, refs):
                path.unlink()
                typer.echo(f"removed {project.shown(path)} (its figure is gone)")
        typer.echo(f"{len(refs)} figures, {changed} snapshot files new or changed")
        if failures:
            print_failures(failures, project, trace=traceback)
            raise typer.Exit(1)
