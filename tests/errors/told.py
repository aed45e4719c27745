"""What `llmfig render` tells of many wrong figures at once."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from llmfig.cli.app import app

PLACE = re.compile(r"^(?P<file>[^\s:]+):(?P<line>\d+): (?P<figure>\S+)(?: \[(?P<langs>[^\]]*)\])?: (?P<what>.*)$")
FIX = "  fix: "


@dataclass
class Told:
    """A message, as it is printed.

    Attributes:
        place: file and line.
        langs: the languages that cannot be drawn, as printed.
        what: its first line.
        shown: the lines below, of a formula with the place in it.
        fix: what to do.
    """

    place: str
    langs: str
    what: str
    shown: str = ""
    fix: str = ""


def told(output: str) -> dict[str, list[Told]]:
    """The messages by figure."""
    found: dict[str, list[Told]] = {}
    last: Told | None = None
    for line in output.splitlines():
        if place := PLACE.match(line):
            last = Told(f"{place['file']}:{place['line']}", place["langs"] or "", place["what"])
            found.setdefault(place["figure"], []).append(last)
        elif last is not None and line.startswith(FIX):
            last.fix = line.removeprefix(FIX)
        elif last is not None and line.startswith("  "):
            last.shown += line + "\n"
    return found


def rendered(root: Path, files: Mapping[str, str]) -> tuple[dict[str, list[Told]], str]:
    """The messages of one run over some figures, by name, and all that was printed."""
    for name, text in files.items():
        file = root / "figures" / f"{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    before = Path.cwd()
    os.chdir(root)
    try:
        result = CliRunner().invoke(app, ["render", "all", "--format", "svg"])
    finally:
        os.chdir(before)
    return told(result.output), result.output
