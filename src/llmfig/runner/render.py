"""Drawing all figures that are out of date, and keeping the books."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from llmfig.cache import Cache, Entry, key_of
from llmfig.errors import FigureError
from llmfig.project import Project
from llmfig.registry import FigureRef, discover
from llmfig.runner.plan import Job, Options, plan

if TYPE_CHECKING:
    from llmfig.runner.outcome import Failure
    from llmfig.theme.model import Theme


@dataclass(slots=True)
class Report:
    """What a run did.

    Attributes:
        written: the files that were written.
        fresh: how many files were up to date already.
        failures: what went wrong.
        removed: files of figures that are gone, deleted.
        kept: files of figures that are gone, left where they are because somebody else has changed them.
        seconds: time of each figure that was drawn, by `chapter/id`.
    """

    written: list[Path] = field(default_factory=list)
    fresh: int = 0
    failures: list[Failure] = field(default_factory=list)
    removed: list[Path] = field(default_factory=list)
    kept: list[Path] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)


# Called before the first figure (None, 0) and after each one: its name and how many are done; and how many there are.
Progress = Callable[[str | None, int, int], None]


def render(
    project: Project,
    refs: Sequence[FigureRef],
    options: Options,
    *,
    jobs: int = 0,
    force: bool = False,
    tidy: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Draws what is out of date.

    Args:
        project: the project.
        refs: the figures that are asked for.
        options: what to draw of them.
        jobs: how many processes; 0 is one per processor.
        force: whether to draw what is up to date as well.
        tidy: whether to delete the files of figures that are gone.
        progress: is told how far the run is.

    Raises:
        FigureError: when settings or theme are wrong, or the output folder cannot be written to.
    """
    cache = Cache.read(options.out)
    if cache.settings != project.digest:
        _ = project.settings
        cache.settings = project.digest
    before = cache.package
    todo = plan(project, refs, options, cache, force=force)
    report = Report(fresh=len(refs) * len(options.langs) * len(options.formats) - sum(len(j.outputs) for j in todo))
    if tidy:
        _tidy(project, cache, report)
    if not todo:
        if cache.package != before or report.removed:
            cache.write()
        return report
    _check_writable(options.out)
    try:
        _draw(project, todo, options, cache, report, jobs=jobs, progress=progress or _silent)
    finally:
        cache.write()
    return report


def _silent(name: str | None, done: int, total: int) -> None:
    return


def _draw(
    project: Project, todo: list[Job], options: Options, cache: Cache, report: Report, *, jobs: int, progress: Progress
) -> None:
    # numpy starts a thread per processor otherwise, in every process.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Here and not above: a run with nothing to do needs none of it. All of it before the processes fork off.
    from llmfig.runner.draw import Context, Drawn, draw
    from llmfig.runner.each import processors
    from llmfig.runner.outcome import crashed, merged
    from llmfig.runner.pool import run
    from llmfig.runner.worker import Crash

    context = Context(project.root, theme(project, options.theme), options)
    progress(None, 0, len(todo))
    with closing(run(draw, context, todo, jobs=jobs or processors())) as results:
        for done, (job, result) in enumerate(results, 1):
            if isinstance(result, Crash):
                report.failures.append(crashed(result, job.ref))
                for leftover in options.out.rglob(f".*.{result.pid}.tmp"):  # of the writer that died
                    leftover.unlink()
            else:
                assert isinstance(result, Drawn)
                report.failures += merged(result.failures)
                report.seconds[job.ref.name] = result.seconds
                for output, inputs, written in result.files:
                    cache.entries[output.name] = Entry(
                        job.ref.name, key_of(output.base, inputs), tuple(inputs), written
                    )
                    report.written.append(options.out / output.name)
            progress(job.ref.name, done, len(todo))
    order = {job.ref.name: i for i, job in enumerate(todo)}
    report.failures.sort(key=lambda failure: order[failure.figure])
    report.written.sort()


def theme(project: Project, name: str) -> Theme:
    """A theme with the project's own credit line, when it has one.

    Raises:
        ThemeError: when there is no such theme, or it is wrong.
    """
    from llmfig.theme.load import load  # imports pydantic

    credit = project.settings.credit
    found = load(name, project.root)
    return found.model_copy(update={"credit": credit}) if credit else found


def _tidy(project: Project, cache: Cache, report: Report) -> None:
    there = {ref.name for ref in discover(project)}
    for name, entry in list(cache.entries.items()):
        if entry.figure in there:
            continue
        file = cache.folder / name
        del cache.entries[name]
        if entry.written.holds(file):
            file.unlink()
            report.removed.append(file)
        elif file.exists():
            report.kept.append(file)


def _check_writable(out: Path) -> None:
    """One message now instead of one for every figure."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=out):
            pass
    except OSError as error:
        raise FigureError(
            f"cannot write to {out}: {error.strerror or error}", fix="free that path, or name another folder with --out"
        ) from None
