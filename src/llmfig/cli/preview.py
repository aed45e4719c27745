"""`llmfig preview`: a local page that follows what an author saves."""

from __future__ import annotations

import os
import sys
import threading
from typing import Annotated

import typer

from llmfig.cli import options as o
from llmfig.cli.report import guarded
from llmfig.cli.targets import complete, select
from llmfig.errors import FigureError
from llmfig.project import Project, find
from llmfig.theme.files import theme_file


def preview(
    target: Annotated[
        str,
        typer.Argument(metavar="[ID|FILE]", help="The figure to begin with; else the first.", autocompletion=complete),
    ] = "",
    *,
    lang: o.LangOption = "en,zh",
    theme: Annotated[
        str, typer.Option("--theme", metavar="NAME,...", help="Themes; the project's own when not given.")
    ] = "",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The next free port from here on; 0 lets the system choose.")
    ] = 8765,
    open_page: Annotated[
        bool | None, typer.Option("--open/--no-open", help="Open the page in a browser; the default on a terminal.")
    ] = None,
    limit: Annotated[
        float, typer.Option("--time-limit", min=0.1, metavar="SECONDS", help="What a drawing may take.")
    ] = 10.0,
    traceback: o.TracebackOption = False,
) -> None:
    """Show figures on a local page, side by side in both languages, and draw them again whenever a file is saved."""
    with guarded(traceback):
        project = find()
        key = _first(project, target)
        from llmfig.preview.plates import View  # a server is nothing that other commands should pay for
        from llmfig.preview.serve import serve

        themes = tuple(dict.fromkeys(t.strip() for t in theme.split(",") if t.strip())) or (project.settings.theme,)
        for name in themes:
            theme_file(name, project.root)  # only that there is one; what is wrong in it is shown on the page

        def ready(address: str) -> None:
            typer.echo(f"{address}\nCtrl-C ends the preview")
            sys.stdout.flush()
            if _has_screen() if open_page is None else open_page:
                import webbrowser

                # In a thread: some browsers are waited for until they are closed.
                threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

        serve(project, View(key, themes, o.langs(lang)), port=port, limit=limit, ready=ready)


def _has_screen() -> bool:
    """Whether somebody sits at this machine: elsewhere a browser would take over the terminal."""
    remote = sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return sys.stdout.isatty() and not remote


def _first(project: Project, target: str) -> str:
    """The figure to begin with, as the page knows it."""
    from llmfig.preview.contents import Contents

    contents = Contents(project)
    contents.read()
    if not contents.refs:
        raise FigureError("there are no figures yet", fix="start one with: llmfig new my_chapter/my_figure")
    chosen = {ref.file for ref in select(project, [target])} if target else set()
    return next((key for key, ref in contents.refs.items() if not target or ref.file in chosen))
