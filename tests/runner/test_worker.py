"""One process: its time limit, and what becomes of it when its parent is gone."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from llmfig.runner.worker import Crash, Worker

METHODS = [m for m in ("fork", "forkserver", "spawn") if m in multiprocessing.get_all_start_methods()]


def work(context: Path, task: str) -> str:
    while task == "loop":
        pass
    if task == "stubborn":
        while True:
            try:
                time.sleep(0.01)
            except BaseException:
                continue
    if task == "slow":
        time.sleep(0.8)
    return task


@pytest.mark.parametrize("start", METHODS)
@pytest.mark.parametrize("task", ["loop", "stubborn"])
def test_a_task_that_takes_too_long_ends_the_process_and_tells_its_line(tmp_path: Path, start: str, task: str) -> None:
    worker = Worker[str](start, work, tmp_path, tmp_path / "notes", limit=1.4)
    worker.give("slow")  # each task has a time of its own
    assert worker.answer() == "slow"
    worker.give("slow")
    assert worker.answer() == "slow"
    worker.give(task)
    crash = worker.answer()
    assert isinstance(crash, Crash)
    assert crash.overtime == 1.4
    lines = [source.line for source in crash.stack if source.file == __file__]
    first = work.__code__.co_firstlineno
    assert first < lines[0] < first + 12
    assert not worker.process.is_alive()


def test_idle_time_does_not_count(tmp_path: Path) -> None:
    worker = Worker[str]("spawn", work, tmp_path, tmp_path / "notes", limit=1)
    try:
        for _ in range(2):
            worker.give("a")
            assert worker.answer() == "a"
            time.sleep(1.2)
        assert worker.process.is_alive()
    finally:
        worker.end(time.monotonic())


def test_a_process_that_is_killed_is_not_overtime(tmp_path: Path) -> None:
    worker = Worker[str]("spawn", work, tmp_path, tmp_path / "notes", limit=30)
    worker.give("loop")
    worker.process.kill()
    crash = worker.answer()
    assert isinstance(crash, Crash)
    assert (crash.how, crash.overtime) == ("signal SIGKILL", 0.0)


PARENT = """
import sys, time
from pathlib import Path
from llmfig.runner.worker import Worker
from tests.runner.test_worker import work

if __name__ == "__main__":
    folder = Path(sys.argv[2])
    worker = Worker(sys.argv[1], work, folder, folder / "notes")
    worker.give(sys.argv[3])
    print(worker.process.pid, flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("start", METHODS)
@pytest.mark.parametrize("task", ["loop", "stubborn"])
def test_no_process_outlives_its_parent(tmp_path: Path, start: str, task: str) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    here = Path(__file__).parents[2]
    with tempfile.TemporaryDirectory() as temporary:  # of the parent, which cannot clean up
        parent = subprocess.Popen(
            [sys.executable, str(script), start, str(tmp_path), task],
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": str(here), "TMPDIR": temporary},
            cwd=tmp_path,
        )
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.send_signal(signal.SIGKILL)
        parent.wait(10)
        parent.stdout.close()
        deadline = time.monotonic() + 20
        while alive(child):
            assert time.monotonic() < deadline
            time.sleep(0.05)


def alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and waits for somebody to ask how does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/status")
    try:
        return "State:\tZ" not in status.read_text()
    except OSError:
        return not Path("/proc/self").exists()
