"""What drawing costs: each phase of each figure, and whole commands.

    python benchmarks/run.py [--pdf] [--repeat 3] [--json] [FIGURE ...]

Phases are timed in one process, the best of `--repeat` runs for each figure and language; the first run, which fills
the caches of fonts and formulas, is told beside it. Commands are timed as people run them, in processes of their own
and into a temporary folder.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, TypeVar

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import typer
from rich.console import Console
from rich.table import Table

from llmfig.bilingual import LANGS
from llmfig.build import build_scene
from llmfig.check import check
from llmfig.cli.targets import select
from llmfig.project import find
from llmfig.registry import FigureRef, load
from llmfig.render.write import render
from llmfig.runner.each import processors
from llmfig.runner.render import theme
from llmfig.scene.dump import dump
from llmfig.theme.model import Theme

T = TypeVar("T")
MAIN = "import sys; sys.argv[0] = 'llmfig'; from llmfig.cli.app import main; main()"
EDITED = ("rl_basics/q_and_v", "dpo/dpo_beta", "training_free/rag")


@dataclass(frozen=True)
class Cost:
    """One phase over all pictures, ms; `first` is the total of the first run."""

    median: float
    p90: float
    worst: float
    slowest: str
    total: float
    first: float


class Clock:
    """Times of phases by picture, in seconds."""

    def __init__(self) -> None:
        self.best: dict[str, dict[str, float]] = defaultdict(dict)
        self.first: dict[str, float] = defaultdict(float)

    def time(self, phase: str, picture: str, work: Callable[[], T]) -> T:
        started = time.perf_counter()
        result = work()
        spent = time.perf_counter() - started
        if picture not in self.best[phase]:
            self.first[phase] += spent
        self.best[phase][picture] = min(spent, self.best[phase].get(picture, spent))
        return result

    def costs(self) -> dict[str, Cost]:
        return {phase: _cost(times, self.first[phase]) for phase, times in self.best.items()}


def _cost(times: dict[str, float], first: float) -> Cost:
    values = sorted(1000 * t for t in times.values())
    p90 = values[min(len(values) - 1, int(0.9 * len(values)))]
    slowest = max(times, key=times.__getitem__)
    return Cost(statistics.median(values), p90, values[-1], slowest, sum(values), 1000 * first)


def phases(targets: list[str], repeat: int, pdf: bool) -> dict[str, Cost]:
    """Every phase of every figure in every language. A figure that cannot be drawn is left out."""
    project = find(Path(__file__).parent)
    look = theme(project, project.settings.theme)
    clock = Clock()
    for ref in select(project, targets):
        for _ in range(repeat):
            try:
                _figure(clock, ref, look, ("svg", "png", "pdf") if pdf else ("svg", "png"))
            except Exception as error:
                typer.echo(f"{ref.name}: left out: {error}", err=True)
                break
    return clock.costs()


def _figure(clock: Clock, ref: FigureRef, look: Theme, kinds: tuple[str, ...]) -> None:
    definition = clock.time("load", ref.name, partial(load, ref.file))
    for lang in LANGS:
        name = f"{ref.name} {lang}"
        scene = clock.time("build", name, partial(build_scene, definition, lang, look))
        clock.time("check", name, partial(check, scene, look))
        clock.time("dump", name, partial(dump, scene))
        for kind in kinds:
            clock.time(kind, name, partial(render, scene, format=kind))


def commands(targets: list[str]) -> dict[str, float]:
    """Whole commands, seconds: everything, everything again by force, nothing to do, and one figure out of date."""
    project = find(Path(__file__).parent)
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as out:
        line = [sys.executable, "-c", MAIN, "render", *(targets or ["all"]), "--out", out]

        def run(name: str, *options: str) -> None:
            started = time.perf_counter()
            subprocess.run([*line, *options], cwd=project.root, capture_output=True, check=False)
            found[name] = time.perf_counter() - started

        jobs = processors()
        run(f"all, {jobs} processes", "--force")
        run("all, 1 process", "--force", "-j", "1")
        run("all, SVG only", "--force", "--format", "svg")
        run("nothing to do")
        pictures = sorted(Path(out).rglob("*.svg"))
        if pictures:
            pictures[0].unlink()
            run("one file missing")
    return found


def compared() -> dict[str, float]:
    """`llmfig diff` of a copy of the repository with three figures edited, against drawing everything twice."""
    root = find(Path(__file__).parent).root
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        subprocess.run(["git", "clone", "--quiet", str(root), str(copy)], check=True)
        for name in EDITED:
            file = copy / "figures" / f"{name}.py"
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace('title=("', 'title=("New ', 1), encoding="utf-8")
        environment = os.environ | {"PYTHONPATH": str(copy / "src")}
        for what, words in (("diff of three figures", ["diff"]), ("everything", ["render", "all", "--force"])):
            started = time.perf_counter()
            subprocess.run(
                [sys.executable, "-c", MAIN, *words], cwd=copy, env=environment, capture_output=True, check=False
            )
            found[what] = time.perf_counter() - started
    found["diff / everything twice"] = found["diff of three figures"] / (2 * found["everything"])
    return found


def main(
    targets: Annotated[list[str] | None, typer.Argument(metavar="[FIGURE]...")] = None,
    *,
    repeat: int = 3,
    pdf: bool = False,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Measures, and prints tables."""
    spent = phases(targets or [], repeat, pdf)
    whole = commands(targets or []) | compared()
    if as_json:
        print(json.dumps({"phases": {name: asdict(cost) for name, cost in spent.items()}, "commands": whole}, indent=2))
        return
    table = Table(title="Phases, ms a picture")
    for head in ("Phase", "Pictures'\nmedian", "90 %", "Slowest", "", "All", "All, first\ntime"):
        table.add_column(head, justify="left" if head in ("Phase", "") else "right")
    for name, cost in spent.items():
        numbers = [f"{value:.1f}" for value in (cost.median, cost.p90, cost.worst, cost.total, cost.first)]
        table.add_row(name, *numbers[:3], cost.slowest, *numbers[3:])
    times = Table(title="Commands, s")
    times.add_column("Command")
    times.add_column("s", justify="right")
    for name, seconds in whole.items():
        times.add_row(name, f"{seconds:.2f}")
    console = Console(width=None if sys.stdout.isatty() else 120)
    console.print(table)
    console.print(times)


if __name__ == "__main__":
    typer.run(main)
