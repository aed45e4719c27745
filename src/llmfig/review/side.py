"""Drawing the two sides of a comparison, each by its own code, in processes of its own."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

from llmfig.bilingual import LANGS, Lang
from llmfig.errors import FigureError
from llmfig.review.affected import PACKAGE
from llmfig.review.revisions import Revision

_PROGRAM = Path(__file__).with_name("program.py")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a figure could not be drawn on one side. `file` is a path from the project's folder if it lies in there."""

    lang: Lang
    what: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Picture:
    """One figure in one language on one side: the Scene as a record, the SVG and the PNG (1 pixel a px)."""

    record: dict[str, Any]
    svg: bytes
    png: bytes


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure on one side. A language is missing in `pictures` when it has a fault."""

    name: str
    title: tuple[str, str]
    pictures: Mapping[Lang, Picture]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One side: the names of all its figures, and those that were drawn, by name."""

    all: tuple[str, ...]
    figures: dict[str, Figure] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Side:
    """What is to be drawn: a state of the project in a folder, and the names of the figures (None for all)."""

    revision: Revision
    root: Path
    figures: Sequence[str] | None


def draw(sides: Sequence[Side], work: Path, *, theme: str, jobs: int) -> list[Drawn]:
    """Draws all sides at the same time.

    Args:
        sides: what to draw.
        work: a folder for what the processes hand over.
        theme: name of the theme; empty for the one of each side's settings.
        jobs: processes for all sides together.

    Raises:
        FigureError: when a side cannot be drawn at all: its llmfig lacks what this needs, or its settings are wrong.
    """
    with ExitStack() as running:
        started = []
        for number, side in enumerate(sides):
            out = work / str(number)
            out.mkdir()
            request = {
                "root": str(side.root),
                "figures": None if side.figures is None else list(side.figures),
                "theme": theme,
                "jobs": max(1, jobs // len(sides)),
                "out": str(out),
            }
            (out / "request.json").write_text(json.dumps(request), encoding="utf-8")
            started.append((side, out, running.enter_context(_process(side.root, out))))
        return [_answer(side, out, process) for side, out, process in started]


@contextmanager
def _process(root: Path, out: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Runs the program with the code of a side; whatever happens, neither it nor its children outlive the block."""
    environment = os.environ | {
        "PYTHONDONTWRITEBYTECODE": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "TMPDIR": str(out),  # what it leaves when it is ended vanishes with the folder
    }
    if (root / PACKAGE).is_dir():
        # A project that carries llmfig itself is drawn by what it carries.
        paths = [str((root / PACKAGE).parent), environment.get("PYTHONPATH", "")]
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    with (out / "log").open("wb") as log:
        process = subprocess.Popen(
            # Without the script's own folder on the path: its modules must not stand in for those of libraries.
            [sys.executable, "-P", str(_PROGRAM), str(out / "request.json")],
            cwd=root,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        if hasattr(os, "killpg"):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()


def _answer(side: Side, out: Path, process: subprocess.Popen[bytes]) -> Drawn:
    process.wait()
    try:
        answer = json.loads((out / "answer.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        log = (out / "log").read_text(encoding="utf-8", errors="replace").strip().splitlines()
        answer = {"error": log[-1] if log else f"the process ended with {process.returncode}"}
    if "error" in answer:
        raise FigureError(
            f"the figures of {side.revision} cannot be drawn by its own code: {answer['error']}",
            fix="compare with a revision that `llmfig render` can draw",
        )
    figures = {name: _figure(name, found, side.root, out) for name, found in answer["figures"].items()}
    return Drawn(tuple(answer["all"]), figures)


def _figure(name: str, found: dict[str, Any], root: Path, out: Path) -> Figure:
    faults = tuple(Fault(f["lang"], f["what"], _from(root, f["file"]), f["line"]) for f in found["failures"])
    failed = {fault.lang for fault in faults}
    en, zh = found["title"]
    pictures = {lang: _picture(out, f"{found['number']}.{lang}", root) for lang in LANGS if lang not in failed}
    return Figure(name, (en, zh), pictures, faults)


def _picture(out: Path, base: str, root: Path) -> Picture:
    # Where a side was drawn is no part of what was drawn.
    record = (out / f"{base}.json").read_text(encoding="utf-8").replace(json.dumps(f"{root}{os.sep}")[1:-1], "")
    return Picture(json.loads(record), (out / f"{base}.svg").read_bytes(), (out / f"{base}.png").read_bytes())


def _from(root: Path, file: str) -> str:
    path = Path(file)
    return path.relative_to(root).as_posix() if file and path.is_relative_to(root) else file


@contextmanager
def ended_cleanly() -> Iterator[None]:
    """Inside, a request to terminate is an exception like Ctrl-C, so that everything is cleared away."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
