"""The `llmfig` command."""

from __future__ import annotations

import io
import sys
from typing import Annotated

import typer

import llmfig.cli.accept
import llmfig.cli.check
import llmfig.cli.diff
import llmfig.cli.doctor
import llmfig.cli.gallery
import llmfig.cli.init
import llmfig.cli.listing
import llmfig.cli.new
import llmfig.cli.preview
import llmfig.cli.render

app = typer.Typer(
    name="llmfig",
    help="Teaching figures as code: short Python modules, English and Chinese pictures.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("render")(llmfig.cli.render.render)
app.command("preview")(llmfig.cli.preview.preview)
app.command("list")(llmfig.cli.listing.list_figures)
app.command("check")(llmfig.cli.check.check)
app.command("accept")(llmfig.cli.accept.accept)
app.command("diff")(llmfig.cli.diff.diff)
app.command("gallery")(llmfig.cli.gallery.gallery)
app.command("init")(llmfig.cli.init.init)
app.command("new")(llmfig.cli.new.new)
app.command("doctor")(llmfig.cli.doctor.doctor)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version  # slow to import

        typer.echo(f"llmfig {version('llmfig')}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    return


def main() -> None:
    """The console script."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without hanzi is no reason to fail
    app()
