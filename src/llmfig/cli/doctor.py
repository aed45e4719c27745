"""`llmfig doctor`: what this machine lacks."""

from __future__ import annotations

import typer

from llmfig.cli.report import guarded
from llmfig.errors import FigureError
from llmfig.project import Project, find


def doctor() -> None:
    """Look for what is missing on this machine, and tell how to get it. Exit code 1 when something required is."""
    with guarded():
        from llmfig.doctor import examine  # only this command needs it

        project: Project | None
        try:
            project = find()
        except FigureError:
            project = None
        missing = 0
        for probe in examine(project):
            mark, color = (
                ("ok", "green") if probe.ok else ("MISSING", "red") if probe.required else ("absent", "yellow")
            )
            typer.echo(f"{typer.style(f'{mark:8}', fg=color)}{probe.name:10} {probe.detail}")
            if not probe.ok:
                typer.echo(f"{'':18} fix: {probe.fix}")
            missing += probe.required and not probe.ok
        if missing:
            typer.echo(f"{missing} required {'things are' if missing > 1 else 'thing is'} missing")
            raise typer.Exit(1)
        typer.echo("everything that is needed is there")
