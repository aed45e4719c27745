"""The process that draws, as the server sees it: one task at a time, replaced when it dies or is given up."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from llmfig.preview.easel import PAINTING, Easel, work
from llmfig.preview.messages import Task
from llmfig.runner.worker import Crash, Worker

PATIENCE = 0.25  # seconds that a task which nobody needs any more gets to finish: less than a new process takes
POLL = 0.02  # seconds between looks at a process that is being ended
SOCKET = 64  # characters of a temporary folder in which the socket of a fork server still has a name that is allowed


class Artist:
    """Draws in a process of its own, which an endless loop or a crash in a figure may cost.

    Args:
        root: the project's folder.
        limit: seconds that a task may take.
    """

    def __init__(self, root: Path, limit: float) -> None:
        self.root, self.limit = root, limit
        self._worker: Worker[Task] | None = None
        # The one thread that starts processes and waits for them.
        self._hand = ThreadPoolExecutor(1, thread_name_prefix="llmfig-artist")
        self._folder = tempfile.TemporaryDirectory(prefix="llmfig-")
        self._closed = False

    def prepare(self) -> None:
        """Starts the process before there is anything to draw."""
        self._hand.submit(self._started)

    async def do(self, task: Task, outdated: Callable[[], bool], news: asyncio.Event) -> Any:
        """Does a task.

        Args:
            task: what to do.
            outdated: whether nobody needs the result any more; asked whenever there is news.
            news: set from outside; cleared here.

        Returns:
            The result, a `Crash`, or None when it was given up.
        """
        job = self._hand.submit(self._answer, task)
        answer = asyncio.wrap_future(job)
        while not answer.done():
            heard = asyncio.ensure_future(news.wait())
            await asyncio.wait({answer, heard}, return_when=asyncio.FIRST_COMPLETED)
            heard.cancel()
            if answer.done() or not news.is_set():
                continue
            news.clear()
            if outdated():
                done, _ = await asyncio.wait({answer}, timeout=PATIENCE)
                while not done:
                    self._kill()
                    done, _ = await asyncio.wait({answer}, timeout=POLL)
                self.prepare()
                return None
        return answer.result()

    def close(self) -> None:
        """Ends the process, whatever it is doing, and removes its file."""
        self._closed = True
        last: Future[None] = self._hand.submit(self._end)
        while not last.done():  # the thread may be starting a process, or waiting for one that is busy
            self._kill()
            time.sleep(POLL)
        self._hand.shutdown()
        self._folder.cleanup()

    def _started(self) -> Worker[Task]:
        if self._worker is None:
            # numpy starts a thread per processor otherwise.
            os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
            notes = Path(self._folder.name, "notes")
            self._worker = Worker(_method(), work, Easel(self.root), notes, limit=self.limit, preload=PAINTING)
        return self._worker

    def _answer(self, task: Task) -> Any:
        if self._closed:
            return None
        worker = self._started()
        worker.give(task)
        result = worker.answer()
        if isinstance(result, Crash):
            self._worker = None
        return result

    def _kill(self) -> None:
        """At once: a figure may catch any gentler signal."""
        worker = self._worker
        if worker is not None and worker.task is not None:
            worker.process.kill()

    def _end(self) -> None:
        if self._worker is not None:
            self._worker.end(time.monotonic())
            self._worker = None


def _method() -> str:
    """How the process starts. Never as a fork of this one, which has threads."""
    short = len(os.fsencode(tempfile.gettempdir())) <= SOCKET
    return "forkserver" if short and "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
