"""What went wrong with a figure, as data for the page: with the lines of the file round the place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from llmfig.errors import Source
from llmfig.runner.outcome import Failure

AROUND = 3  # lines shown before and after the one that is meant


def failure_told(failure: Failure, root: Path) -> dict[str, Any]:
    """A failure for the page."""
    return {
        "kind": failure.kind,
        "what": failure.what,
        "fix": failure.fix,
        "trace": failure.trace if failure.kind == "bug" else "",
        **place_told(failure.source, root),
    }


def place_told(source: Source, root: Path) -> dict[str, Any]:
    """A place in a file: its name and line, and an excerpt when it lies in the project.

    Returns:
        `name` (as people read it), `path` (for the editor), `line`, and `excerpt` as [number of the first line, lines].
    """
    file = Path(source.file)
    inside = file.is_relative_to(root)
    name = file.relative_to(root).as_posix() if inside else str(file)
    first, lines = max(1, source.line - AROUND), []
    if inside:
        try:
            text = file.read_text(encoding="utf-8", errors="replace").splitlines()
            lines = text[first - 1 : source.line + AROUND]
        except OSError:
            lines = []  # it is gone
    return {"name": name, "path": file.as_posix(), "line": source.line, "excerpt": [first, lines]}
