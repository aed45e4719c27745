"""`llmfig init`: a project of one's own."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import Annotated

import typer

from llmfig.cli.report import guarded
from llmfig.errors import FigureError

# Files that are lists of lines: what is missing in one that stays can be told.
LISTS = (".gitignore", ".gitattributes", "requirements.txt")
WHAT = {
    "figures/": "a first figure, in English and Chinese",
    "themes/own.toml": "a theme of your own",
    "tests/": "the tests, and the accepted pictures (snapshots)",
    "llmfig.toml": "titles of the chapters, the credit line, the theme",
    "requirements.txt": "the version of llmfig that draws the figures",
    ".github/workflows/": "what GitHub does with a pull request",
    "docs/authoring.md": "how to write a figure",
    "README.md": "what to run",
}


def init(
    target: Annotated[Path, typer.Argument(metavar="[DIR]", help="The folder; made when it is missing.")] = Path(),
    *,
    keep: Annotated[bool, typer.Option("--keep", help="Let files stay that are there, and write the rest.")] = False,
) -> None:
    """Start a project of your own: a first figure, a theme, tests, a workflow. Never overwrites a file."""
    with guarded():
        folder = target.resolve()
        from llmfig.starter.contents import contents  # only this command needs any of it
        from llmfig.starter.place import check, place

        files = contents()
        check(folder, files, keep=keep)
        _check_machine()
        from llmfig.starter.first import snapshots

        files |= snapshots(files)
        kept = check(folder, files, keep=keep)
        place(folder, {path: data for path, data in files.items() if path not in kept})
        _tell(folder, files, kept)


def _check_machine() -> None:
    """The first pictures are drawn at once, so what drawing needs must be there.

    Raises:
        FigureError: tells the first thing that is missing, and how to get it.
    """
    from llmfig.doctor import examine

    for probe in examine(None):
        if probe.required and not probe.ok:
            raise FigureError(f"nothing was written: {probe.name}: {probe.detail}", fix=probe.fix)


def _tell(folder: Path, files: dict[str, bytes], kept: list[str]) -> None:
    from llmfig.starter.requirement import is_local

    place = _from_here(folder)
    typer.echo(f"wrote a project in {'this folder' if place == '.' else place}:")
    for path, what in WHAT.items():
        if any(name.startswith(path) for name in files if name not in kept):
            typer.echo(f"  {path:20} {what}")
    for path in kept:
        typer.echo(f"left as it was: {path}{_missing(folder / path, files[path]) if path in LISTS else ''}")
    top = next((above for above in folder.parents if (above / ".git").exists()), None)
    if top is not None and not (folder / ".git").exists():
        inside = folder.relative_to(top).as_posix()
        typer.echo(
            f"GitHub looks for workflows only at the top of a repository: move .github/ to {top},\n"
            f"and let its commands and paths begin in {inside}/"
        )
    if is_local():
        typer.echo(
            "llmfig was installed from a file of this machine: unless a package index has it as well, tell in\n"
            "requirements.txt where other machines get it"
        )
    typer.echo("next:")
    if place != ".":
        typer.echo(f"  cd {_quoted(place)}")
    typer.echo("  llmfig render all\n  llmfig preview next_token\n  llmfig new basics/my_figure")


def _from_here(folder: Path) -> str:
    try:
        return os.path.relpath(folder)
    except ValueError:  # on another drive
        return str(folder)


def _missing(file: Path, wanted: bytes) -> str:
    """What the file of that name would have said and the one that is there does not."""
    there = set(file.read_text(encoding="utf-8", errors="replace").splitlines())
    lines = [line for line in wanted.decode().splitlines() if line not in there and not line.startswith("#")]
    return "".join(["; add to it:", *(f"\n  {line}" for line in lines)]) if lines else ""


def _quoted(path: str) -> str:
    return shlex.quote(path) if os.name == "posix" else f'"{path}"'
