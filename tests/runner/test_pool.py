"""The pool: every task gets an answer, whatever becomes of the process that works on it."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import time
from pathlib import Path

import pytest

from llmfig.runner.pool import run
from llmfig.runner.worker import Crash

METHODS = [m for m in ("fork", "forkserver", "spawn") if m in multiprocessing.get_all_start_methods()]


def square(context: int, task: int) -> int:
    return context * task * task


def work(context: Path, task: str) -> str:
    match task:
        case "exit":
            os._exit(3)
        case "leave":
            os._exit(0)
        case "segfault":
            ctypes.string_at(0)
        case "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case "slow":
            time.sleep(0.3)
            (context / "slow").touch()
        case "stuck":
            try:
                while True:
                    time.sleep(0.1)
            finally:
                (context / "cleaned").touch()
        case "print":
            print("what an author prints")
    return task


@pytest.mark.parametrize("start", METHODS)
@pytest.mark.parametrize("jobs", [1, 3])
def test_every_task_gets_its_result(start: str, jobs: int) -> None:
    found = dict(run(square, 2, range(10), jobs=jobs, start=start))
    assert found == {n: 2 * n * n for n in range(10)}


def test_no_tasks_need_no_processes() -> None:
    assert list(run(square, 2, [], jobs=4)) == []


@pytest.mark.parametrize("jobs", [1, 2, 8])
def test_a_dead_process_costs_only_its_own_task(jobs: int, tmp_path: Path) -> None:
    tasks = ["a", "exit", "b", "leave", "c", "d", "e"]
    found = dict(run(work, tmp_path, tasks, jobs=jobs))
    assert set(found) == set(tasks)
    assert {task: r.how for task, r in found.items() if isinstance(r, Crash)} == {
        "exit": "exit code 3",
        "leave": "exit code 0",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_signal_is_named_and_its_line_found(tmp_path: Path) -> None:
    found = dict(run(work, tmp_path, ["segfault", "killed"], jobs=2))
    segfault, killed = found["segfault"], found["killed"]
    assert isinstance(segfault, Crash)
    assert isinstance(killed, Crash)
    assert segfault.how == "signal SIGSEGV"
    assert __file__ in [source.file for source in segfault.stack]
    assert killed.how == "signal SIGKILL"


def test_closing_lets_running_tasks_finish(tmp_path: Path) -> None:
    results = run(work, tmp_path, ["a", "slow", *"bcdefgh"], jobs=2)
    next(results)
    results.close()
    assert (tmp_path / "slow").exists()


def test_closing_ends_what_does_not_finish_and_lets_it_clean_up(tmp_path: Path) -> None:
    results = run(work, tmp_path, ["stuck", "a"], jobs=2)
    assert next(results) == ("a", "a")
    started = time.monotonic()
    results.close()
    assert time.monotonic() - started < 5
    assert (tmp_path / "cleaned").exists()
    assert not multiprocessing.active_children()


def test_prints_do_not_reach_standard_output(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert list(run(work, tmp_path, ["print"], jobs=1)) == [("print", "print")]
    assert capfd.readouterr().out == ""
