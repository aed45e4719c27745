"""The process that draws: what becomes of it, and of what it was given, whatever a figure does."""

from __future__ import annotations

import asyncio
import multiprocessing
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest

from llmfig.preview.artist import Artist
from llmfig.preview.messages import Draw, Drawn, Inspect, Inspected, Name
from llmfig.registry import FigureRef
from llmfig.runner.outcome import Failure
from llmfig.runner.titles import Titles
from llmfig.runner.worker import Crash
from tests.preview.conftest import FINDINGS, FLOW, LOOP, Figures

T = TypeVar("T")


def run(work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Runs in a loop of its own: the browser of other tests has one in the main thread."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(work())).result()


@pytest.fixture
def artist(figures: Figures) -> Iterator[Artist]:
    found = Artist(figures.root, 1.5)
    yield found
    found.close()
    assert not [p for p in multiprocessing.active_children() if p.is_alive()]
    assert not Path(found._folder.name).exists()


def ref(figures: Figures, key: str, text: str = FLOW) -> FigureRef:
    file = figures.write(key, text)
    return FigureRef(file.stem, file.parent.name, file)


async def do(artist: Artist, task: Draw | Inspect | Name) -> Any:
    return await artist.do(task, lambda: False, asyncio.Event())


def test_a_picture_with_what_it_was_made_from(figures: Figures, artist: Artist) -> None:
    figures.put("figures/one/_help.py", "WORD = 'x'\n")
    task = Draw(
        ref(figures, "one/flow", FLOW.replace("from llmfig", "from ._help import WORD\nfrom llmfig", 1)), "book", "zh"
    )
    drawn = run(lambda: do(artist, task))
    assert isinstance(drawn, Drawn)
    assert drawn.failure is None
    assert drawn.svg.startswith(b"<?xml") or drawn.svg.startswith(b"<svg")
    assert drawn.alt == "提示词输入模型。"
    assert set(drawn.inputs) == {"figures/one/flow.py", "figures/one/_help.py"}
    assert drawn.seconds > 0


def test_a_failure_tells_what_was_read(figures: Figures, artist: Artist) -> None:
    figures.put("figures/one/_help.py", "WORD = 1 / 0\n")
    text = FLOW.replace("from llmfig", "from ._help import WORD\nfrom llmfig", 1)
    drawn = run(lambda: do(artist, Draw(ref(figures, "one/flow", text), "book", "en")))
    assert drawn.svg == b""
    assert drawn.failure.what.startswith("ZeroDivisionError: division by zero")
    assert drawn.failure.source.file == str(figures.root / "figures/one/_help.py")
    assert set(drawn.inputs) == {"figures/one/flow.py", "figures/one/_help.py"}


def test_inspection_sees_both_languages(figures: Figures, artist: Artist) -> None:
    figure = ref(figures, "one/found", FINDINGS)

    async def both() -> Any:
        for lang in ("en", "zh"):
            await do(artist, Draw(figure, "book", lang))
        return await do(artist, Inspect(figure, "book", ("en", "zh")))

    inspected = run(both)
    assert isinstance(inspected, Inspected)
    assert set(inspected.details) == {"en", "zh"}
    assert b"untranslated" in inspected.details["zh"]  # which needs both
    assert inspected.findings["zh"] > 0


def test_inspection_draws_what_the_process_does_not_know(figures: Figures, artist: Artist) -> None:
    inspected = run(lambda: do(artist, Inspect(ref(figures, "one/flow"), "dark", ("zh",))))
    assert set(inspected.details) == {"zh"}


def test_names_are_without_markup(figures: Figures, artist: Artist) -> None:
    text = FLOW.replace('("Flow", "流程")', '("**Bold** $x_t$", "单个 $ 号")')
    found = run(lambda: do(artist, Name(ref(figures, "one/flow", text))))
    assert isinstance(found, Titles)
    assert found.title == ("Bold x_t", "单个 $ 号")
    broken = run(lambda: do(artist, Name(ref(figures, "one/torn", "def"))))
    assert isinstance(broken, Failure)


def test_an_endless_loop_ends_with_its_line_and_the_next_task_is_done(figures: Figures, artist: Artist) -> None:
    loop, good = ref(figures, "one/loop", LOOP), ref(figures, "one/flow")

    async def both() -> tuple[Any, Any]:
        return await do(artist, Draw(loop, "book", "en")), await do(artist, Draw(good, "book", "en"))

    crash, drawn = run(both)
    assert isinstance(crash, Crash)
    assert crash.overtime == 1.5
    assert str(loop.file) in {source.file for source in crash.stack}
    assert drawn.failure is None


def test_what_nobody_needs_any_more_is_given_up(figures: Figures, artist: Artist) -> None:
    loop, good = ref(figures, "one/loop", LOOP), ref(figures, "one/flow")

    async def both() -> tuple[Any, Any, float]:
        await do(artist, Draw(good, "book", "en"))  # the process is there
        news, given_up = asyncio.Event(), False
        began = time.monotonic()

        async def later() -> None:
            nonlocal given_up
            await asyncio.sleep(0.05)
            news.set()  # news, but not that
            await asyncio.sleep(0.05)
            given_up = True
            news.set()

        waiting = asyncio.create_task(later())
        nothing = await artist.do(Draw(loop, "book", "en"), lambda: given_up, news)
        took = time.monotonic() - began
        await waiting
        return nothing, await do(artist, Draw(good, "book", "zh")), took

    nothing, drawn, took = run(both)
    assert nothing is None
    assert took < 1.4  # before the time limit
    assert drawn.failure is None


def test_a_task_that_is_nearly_done_may_finish(figures: Figures, artist: Artist) -> None:
    good = ref(figures, "one/flow")

    async def work() -> tuple[Any, Any, Any]:
        await do(artist, Draw(good, "book", "en"))
        before = artist._worker
        news = asyncio.Event()
        news.set()
        nothing = await artist.do(Draw(good, "book", "en"), lambda: True, news)
        return nothing, before, artist._worker

    nothing, before, after = run(work)
    assert nothing is None
    assert before is after  # no new process for that


@pytest.mark.parametrize("moment", ["before", "starting", "idle", "busy"])
def test_closing_at_any_moment(figures: Figures, moment: str) -> None:
    artist = Artist(figures.root, 30)
    good, loop = ref(figures, "one/flow"), ref(figures, "one/loop", LOOP)

    async def work() -> None:
        if moment == "starting":
            artist.prepare()
        if moment in ("idle", "busy"):
            await do(artist, Draw(good, "book", "en"))
        if moment == "busy":
            task = asyncio.create_task(do(artist, Draw(loop, "book", "en")))
            await asyncio.sleep(0.2)
            task.cancel()
        began = time.monotonic()
        artist.close()
        assert time.monotonic() - began < 15

    run(work)
    assert not [p for p in multiprocessing.active_children() if p.is_alive()]
    assert not Path(artist._folder.name).exists()
