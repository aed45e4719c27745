"""A small pool of processes in which any task may kill its process.

`concurrent.futures` breaks as a whole when one process dies and cannot say which task was to blame. Here each process
has a pipe of its own and one task at a time, so the parent knows; the process is replaced and the others never notice.
"""

from __future__ import annotations

import contextlib
import faulthandler
import multiprocessing
import re
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Generic, TypeVar

from llmfig.errors import Source

Task = TypeVar("Task")
Result = TypeVar("Result")
Context = TypeVar("Context")

GRACE = 1.0  # seconds that running tasks get to finish when the run is interrupted


@dataclass(frozen=True, slots=True)
class Crash:
    """A process that ended in the middle of a task: how, and its innermost Python lines when they could be learned."""

    pid: int
    how: str
    stack: tuple[Source, ...]


class _Worker(Generic[Task]):
    """One process, as its parent sees it."""

    def __init__(self, start: str, run: Callable[..., Any], context: object, notes: Path) -> None:
        system = multiprocessing.get_context(start)
        if start == "forkserver":
            # What draws is imported once, in the server, and not in every process that it forks.
            system.set_forkserver_preload([run.__module__])
        self.pipe, there = system.Pipe()
        self.notes = notes
        # multiprocessing's typing knows no common base of the start methods' processes.
        self.process: Any = system.Process(  # type: ignore[attr-defined]
            target=_serve, args=(there, run, context, str(notes)), daemon=True
        )
        self.process.start()
        there.close()
        self.task: Task | None = None

    def give(self, task: Task) -> None:
        self.task = task
        with contextlib.suppress(OSError):  # a process that is gone already is noticed by its sentinel
            self.pipe.send(task)

    def crash(self) -> Crash:
        self.process.join()
        code = self.process.exitcode
        how = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
        return Crash(self.process.pid, how, _stack(self.notes))

    def end(self, deadline: float) -> None:
        """Lets the process finish its task until the deadline, then ends it."""
        if self.task is None:
            with contextlib.suppress(OSError):
                self.pipe.send(None)
        self.process.join(max(0.0, deadline - time.monotonic()))
        if self.process.is_alive():
            self.process.terminate()
            self.process.join(GRACE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        self.pipe.close()


def start_method() -> str:
    """How processes start: forked where that is safe, since they then share what the parent has imported."""
    if sys.platform == "linux":
        return "fork"
    return "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"


def run(
    work: Callable[[Context, Task], Result],
    context: Context,
    tasks: Sequence[Task],
    *,
    jobs: int,
    start: str | None = None,
) -> Generator[tuple[Task, Result | Crash], None, None]:
    """Does all tasks and yields each with its result, in the order in which they get done.

    Args:
        work: a function of a module; called in the processes with the context and one task.
        context: what all tasks share.
        tasks: what is to be done.
        jobs: how many processes at most.
        start: start method of multiprocessing; the best of the platform when not given.

    Closing the iterator, or an exception such as Ctrl-C in it, ends the processes: running tasks get `GRACE` seconds to
    finish, then they are told to exit and can still clean up.
    """
    method = start or start_method()
    waiting = list(reversed(tasks))
    with tempfile.TemporaryDirectory(prefix="llmfig-") as folder:
        count = min(jobs, len(tasks))
        workers: list[_Worker[Task]] = []
        try:
            for i in range(count):
                workers.append(_Worker(method, work, context, Path(folder, str(i))))
                workers[-1].give(waiting.pop())
            while busy := [w for w in workers if w.task is not None]:
                ready = wait([w.pipe for w in busy] + [w.process.sentinel for w in busy])
                for worker in busy:
                    if worker.pipe not in ready and worker.process.sentinel not in ready:
                        continue
                    task, result = worker.task, _result(worker)
                    assert task is not None
                    worker.task = None
                    if isinstance(result, Crash):
                        worker.pipe.close()
                        if waiting:
                            fresh = _Worker[Task](method, work, context, worker.notes)
                            workers[workers.index(worker)] = fresh
                            fresh.give(waiting.pop())
                    elif waiting:
                        worker.give(waiting.pop())
                    yield task, result
        finally:
            deadline = time.monotonic() + GRACE
            for worker in workers:
                if not worker.pipe.closed:
                    worker.end(deadline)


def _result(worker: _Worker[Any]) -> Any:
    try:
        # A process may have sent its result and died afterwards; the result comes first.
        return worker.pipe.recv() if worker.pipe.poll() else worker.crash()
    except (EOFError, OSError):
        return worker.crash()


def _serve(pipe: Connection, work: Callable[..., Any], context: object, notes: str) -> None:
    """The life of a process: tasks in, results out, until it is told to stop or its parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    signal.signal(signal.SIGTERM, _leave)
    sys.stdout = sys.stderr  # what an author prints must not end up in the middle of a --json
    parent = multiprocessing.parent_process()
    assert parent is not None
    with open(notes, "w", encoding="utf-8") as file, contextlib.suppress(KeyboardInterrupt, BrokenPipeError):
        faulthandler.enable(file)
        # Siblings hold the parent's end of a forked pipe open too: only the parent's sentinel tells that it is gone.
        while pipe in wait([pipe, parent.sentinel]):
            try:
                task = pipe.recv()
            except EOFError:
                return
            if task is None:
                return
            pipe.send(work(context, task))


def _leave(signum: int, frame: object) -> None:
    raise KeyboardInterrupt  # which no author's `except Exception` swallows


def _stack(notes: Path) -> tuple[Source, ...]:
    """The lines that faulthandler wrote of a dying process, innermost first."""
    try:
        text = notes.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ()
    current = text.partition("Current thread")[2] or text
    return tuple(Source(file, int(line)) for file, line in re.findall(r'File "(.+)", line (\d+) in', current))
