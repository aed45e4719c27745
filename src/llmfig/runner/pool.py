"""A small pool of processes in which any task may kill its process.

`concurrent.futures` breaks as a whole when one process dies and cannot say which task was to blame. Here a process that
dies is replaced, and the others never notice.
"""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Sequence
from multiprocessing.connection import wait
from pathlib import Path
from typing import TypeVar

from llmfig.runner.worker import GRACE, Crash, Worker

Task = TypeVar("Task")
Result = TypeVar("Result")
Context = TypeVar("Context")


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
        workers: list[Worker[Task]] = []
        try:
            for i in range(count):
                workers.append(Worker(method, work, context, Path(folder, str(i))))
                workers[-1].give(waiting.pop())
            while busy := [w for w in workers if w.task is not None]:
                ready = wait([w.pipe for w in busy] + [w.process.sentinel for w in busy])
                for worker in busy:
                    if worker.pipe not in ready and worker.process.sentinel not in ready:
                        continue
                    task = worker.task
                    assert task is not None
                    result = worker.result()
                    if isinstance(result, Crash):
                        if waiting:
                            fresh = Worker[Task](method, work, context, worker.notes)
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
