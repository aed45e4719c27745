"""One process that works through tasks, and what its parent learns when it dies.

The process has a pipe of its own and one task at a time, so the parent knows which task was to blame. Whatever becomes
of the parent, no process stays behind.
"""

from __future__ import annotations

import contextlib
import faulthandler
import multiprocessing
import os
import re
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import IO, Any, Generic, TypeVar

from llmfig.errors import Source

Task = TypeVar("Task")

GRACE = 1.0  # seconds that running tasks get to finish when the run is interrupted


@dataclass(frozen=True, slots=True)
class Crash:
    """A process that ended in the middle of a task: how, and its innermost Python lines when they could be learned.

    `overtime` is the time limit in seconds when it was ended for that, else 0.
    """

    pid: int
    how: str
    stack: tuple[Source, ...]
    overtime: float = 0.0


class Worker(Generic[Task]):
    """A process, as its parent sees it.

    Args:
        start: start method of multiprocessing.
        run: a function of a module; called in the process with the context and one task.
        context: what all tasks share.
        notes: a file for what a dying process has to say.
        limit: seconds that a task may take; then the process ends itself, and `Crash` tells the line it was at.
        preload: the module that imports what the tasks need; that of `run` when not given.
    """

    def __init__(
        self,
        start: str,
        run: Callable[..., Any],
        context: object,
        notes: Path,
        *,
        limit: float = 0.0,
        preload: str = "",
    ) -> None:
        system = multiprocessing.get_context(start)
        if start == "forkserver":
            # What draws, and the program itself, are imported once, in the server, and not in every process it forks.
            system.set_forkserver_preload(["__main__", preload or run.__module__])
        self.pipe, there = system.Pipe()
        self.notes, self.limit = notes, limit
        # multiprocessing's typing knows no common base of the start methods' processes.
        self.process: Any = system.Process(  # type: ignore[attr-defined]
            target=_serve, args=(there, run, context, str(notes), limit), daemon=True
        )
        self.process.start()
        there.close()
        self.task: Task | None = None

    def give(self, task: Task) -> None:
        """Hands over a task; one at a time."""
        self.task = task
        with contextlib.suppress(OSError):  # a process that is gone already is noticed by its sentinel
            self.pipe.send(task)

    def answer(self) -> Any:
        """Waits for what became of the task: its result, or a `Crash`."""
        wait([self.pipe, self.process.sentinel])
        return self.result()

    def result(self) -> Any:
        """What became of the task, once the pipe or the process's sentinel is ready."""
        self.task = None
        try:
            # A process may have sent its result and died afterwards; the result comes first.
            return self.pipe.recv() if self.pipe.poll() else self._crash()
        except (EOFError, OSError):
            return self._crash()

    def _crash(self) -> Crash:
        self.process.join()
        self.pipe.close()
        code = self.process.exitcode
        how = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
        said = _said(self.notes)
        return Crash(self.process.pid, how, _stack(said), self.limit if said.startswith("Timeout") else 0.0)

    def end(self, deadline: float) -> None:
        """Lets the process finish its task until the deadline (`time.monotonic`), then ends it."""
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


def _serve(pipe: Connection, work: Callable[..., Any], context: object, notes: str, limit: float) -> None:
    """The life of a process: tasks in, results out, until it is told to stop or its parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    sys.stdout = sys.stderr  # what an author prints must not end up in the middle of a --json
    with contextlib.suppress(KeyboardInterrupt, BrokenPipeError):
        try:
            signal.signal(signal.SIGTERM, _leave)
            _work(pipe, work, context, notes, limit)
        finally:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)  # from here on there is nothing to clean up


def _work(pipe: Connection, work: Callable[..., Any], context: object, notes: str, limit: float) -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()
    with open(notes, "w", encoding="utf-8") as file:
        faulthandler.enable(file)
        # Siblings hold the parent's end of a forked pipe open too: only the parent's sentinel tells that it is gone.
        while pipe in wait([pipe, parent.sentinel]):
            try:
                task = pipe.recv()
            except EOFError:
                return
            if task is None:
                return
            with _timed(limit, file):
                result = work(context, task)
            pipe.send(result)


@contextlib.contextmanager
def _timed(limit: float, file: IO[str]) -> Iterator[None]:
    """Ends the process when what is inside takes longer than `limit` seconds (0: never)."""
    if limit:
        # A thread outside of Python: it fires even when a library holds the interpreter, and tells every line.
        faulthandler.dump_traceback_later(limit, exit=True, file=file)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def _leave(signum: int, frame: object) -> None:
    raise KeyboardInterrupt  # which no author's `except Exception` swallows


def _follow(parent: int) -> None:
    """Ends the process when its parent is gone, whatever it is doing; a task may first finish its files."""
    wait([parent])
    time.sleep(GRACE)
    os._exit(1)


def _said(notes: Path) -> str:
    """What faulthandler wrote of a dying process."""
    try:
        return notes.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _stack(said: str) -> tuple[Source, ...]:
    """The lines in it, innermost first."""
    current = said.partition("Current thread")[2] or said
    return tuple(Source(file, int(line)) for file, line in re.findall(r'File "(.+)", line (\d+) in', current))
