"""What is out of date, and in which order it is drawn; the artist is one that notes what it is asked."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, cast

import pytest

from llmfig.cache import digest_of
from llmfig.errors import Source
from llmfig.preview.artist import Artist
from llmfig.preview.board import Board
from llmfig.preview.messages import Draw, Drawn, Inspect, Inspected, Name, Task
from llmfig.preview.plates import Page, View
from llmfig.project import at
from llmfig.runner.outcome import Failure
from llmfig.runner.titles import Titles
from llmfig.runner.worker import Crash
from tests.preview.conftest import Figures

BOTH = View("one/flow", ("book",), ("en", "zh"))


class Scribe:
    """An artist that notes its tasks and returns what it is told to, at once or when it is let go on."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures
        self.done: list[str] = []
        self.given_up: list[str] = []
        self.fails = False
        self.hangs = False
        self.extra: dict[str, str] = {}
        self.result: Any = None

    async def do(self, task: Task, outdated: Callable[[], bool], news: asyncio.Event) -> Any:
        name = {Draw: "draw", Inspect: "inspect", Name: "name"}[type(task)]
        words = [name, task.ref.id, *(getattr(task, k) for k in ("theme", "lang") if hasattr(task, k))]
        told = " ".join(words)
        inputs = {f"figures/one/{task.ref.id}.py": digest_of(task.ref.file), **self.extra}
        while self.hangs and isinstance(task, Draw):
            await news.wait()
            news.clear()
            if outdated():
                self.given_up.append(told)
                return None
        await asyncio.sleep(0)
        self.done.append(told)
        match task:
            case Draw():
                source = Source(str(task.ref.file), 2)
                failure = Failure(task.ref.name, (), "figure", "it failed", "mend it", source) if self.fails else None
                svg = f"<svg>{task.theme} {task.lang} {inputs}</svg>".encode()
                return self.result or Drawn(b"" if failure else svg, 10, 20, "alt", failure, inputs, 0.1)
            case Inspect():
                return Inspected(dict.fromkeys(task.langs, b"{}"), dict.fromkeys(task.langs, 3))
            case Name():
                return Titles(("English", "中文"), ("a", "b"))


def play(figures: Figures, scene: Callable[[Board, Scribe], Awaitable[None]]) -> None:
    """Runs a board with a scribe, in a loop of its own."""

    async def work() -> None:
        scribe = Scribe(figures)
        board = Board(at(figures.root), cast(Artist, scribe))
        running = asyncio.create_task(board.run())
        try:
            await asyncio.wait_for(scene(board, scribe), 20)
            assert not running.done()
        finally:
            running.cancel()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(work())).result()


async def quiet(scribe: Scribe) -> list[str]:
    """Waits until nothing more is done, and returns what was."""
    while True:
        before = len(scribe.done), len(scribe.given_up)
        for _ in range(20):
            await asyncio.sleep(0)
        if before == (len(scribe.done), len(scribe.given_up)):
            done, scribe.done = scribe.done, []
            return done


def plates(page: Page) -> list[dict[str, Any]]:
    """What a page was told of its pictures, without that something is being drawn."""
    found = []
    while not page.events.empty():
        name, data = page.events.get_nowait()
        if name == "plate" and not data["drawing"]:
            found.append(data)
    return found


def test_pictures_first_then_inspection_then_names(figures: Figures) -> None:
    figures.write("one/other")

    async def scene(board: Board, scribe: Scribe) -> None:
        assert await quiet(scribe) == []  # nobody looks
        page = board.open(BOTH)
        assert await quiet(scribe) == [
            "draw flow book en",
            "draw flow book zh",
            "inspect flow book",
            "name flow",
            "name other",
        ]
        told = plates(page)
        assert [(p["lang"], bool(p["details"])) for p in told] == [
            ("en", False),
            ("zh", False),
            ("en", True),
            ("zh", True),
        ]
        assert told[-1]["findings"] == 3

    play(figures, scene)


def test_the_list_is_told_when_it_changes(figures: Figures) -> None:
    async def scene(board: Board, scribe: Scribe) -> None:
        page = board.open(BOTH)
        await quiet(scribe)
        lists = []

        def listed() -> list[Any]:
            while not page.events.empty():
                name, data = page.events.get_nowait()
                if name == "contents":
                    lists.append([f["key"] + f.get("zh", "") for c in data["chapters"] for f in c["figures"]])
            return lists

        assert listed() == [["one/flow"], ["one/flow中文"]]
        figures.write("one/also")
        board.changed()
        await quiet(scribe)
        assert listed()[2:] == [["one/also", "one/flow中文"], ["one/also中文", "one/flow中文"]]
        board.changed()
        await quiet(scribe)
        assert len(listed()) == 4

    play(figures, scene)


@pytest.mark.parametrize("change", ["touch", "other", "edit", "extra", "settings", "glossary"])
def test_only_what_a_picture_was_made_from_makes_it_due(figures: Figures, change: str) -> None:
    figures.put("data.txt", "one")
    figures.put("llmfig.toml", "")

    async def scene(board: Board, scribe: Scribe) -> None:
        scribe.extra = {"data.txt": digest_of(figures.root / "data.txt")}
        board.open(BOTH)
        await quiet(scribe)
        match change:
            case "touch":
                (figures.root / "figures/one/flow.py").touch()
            case "other":
                figures.write("one/other")
            case "edit":
                figures.edit("one/flow", "Prompt", "Query")
            case "extra":
                figures.put("data.txt", "two")
                scribe.extra = {"data.txt": digest_of(figures.root / "data.txt")}
            case "settings":
                figures.put("llmfig.toml", 'theme = "dark"')
            case "glossary":
                figures.put("glossary.toml", '[[term]]\nen = "a"\nzh = "b"\n')
        board.changed()
        draws = [d for d in await quiet(scribe) if d.startswith("draw")]
        assert draws == ([] if change in ("touch", "other") else ["draw flow book en", "draw flow book zh"])

    play(figures, scene)


def test_a_failure_keeps_the_last_picture_and_anything_may_mend_it(figures: Figures) -> None:
    async def scene(board: Board, scribe: Scribe) -> None:
        page = board.open(BOTH)
        await quiet(scribe)
        good = plates(page)[-1]["picture"]
        scribe.fails = True
        figures.edit("one/flow", "Prompt", "Query")
        board.changed()
        assert await quiet(scribe) == ["draw flow book en", "draw flow book zh", "name flow"]  # nothing to inspect
        told = plates(page)[-1]
        assert told["picture"] == good
        assert told["failure"]["what"] == "it failed"
        assert told["failure"]["name"] == "figures/one/flow.py"
        first, lines = told["failure"]["excerpt"]
        assert (first, lines[1]) == (1, "")
        assert told["details"] is None
        scribe.fails = False
        figures.put("figures/one/_unknown.py", "")
        board.changed()
        assert "draw flow book en" in await quiet(scribe)
        assert plates(page)[-1]["failure"] is None

    play(figures, scene)


def test_a_change_while_it_is_drawn_supersedes(figures: Figures) -> None:
    async def scene(board: Board, scribe: Scribe) -> None:
        scribe.hangs = True
        page = board.open(BOTH)
        await quiet(scribe)
        figures.write("one/other")
        board.changed()  # of no concern
        await quiet(scribe)
        assert scribe.given_up == []
        figures.edit("one/flow", "Prompt", "Query")
        board.changed()
        await quiet(scribe)
        assert scribe.given_up == ["draw flow book en"]
        assert plates(page) == []
        scribe.hangs = False
        figures.edit("one/flow", "Query", "Question")
        board.changed()
        await quiet(scribe)
        assert [p["lang"] for p in plates(page)][:2] == ["en", "zh"]

    play(figures, scene)


def test_what_nobody_looks_at_any_more_is_given_up(figures: Figures) -> None:
    figures.write("one/other")

    async def scene(board: Board, scribe: Scribe) -> None:
        scribe.hangs = True
        page = board.open(BOTH)
        await quiet(scribe)
        board.close(page)
        scribe.hangs = False
        board.open(View("one/other", ("dark",), ("zh",)))
        done = await quiet(scribe)
        assert done[:2] == ["draw other dark zh", "inspect other dark"]
        assert not [d for d in done if d.startswith("draw flow")]

    play(figures, scene)


def test_what_a_drawing_read_before_the_change_is_not_shown(figures: Figures) -> None:
    """A file that changes while it is drawn: the picture is of neither version, and no news of the change is due."""

    async def scene(board: Board, scribe: Scribe) -> None:
        scribe.extra = {"data.txt": "a hash of what was there"}
        page = board.open(View("one/flow", ("book",), ("en",)))
        for _ in range(3):
            await asyncio.sleep(0)
        figures.put("data.txt", "now")
        scribe.extra = {"data.txt": digest_of(figures.root / "data.txt")}
        await quiet(scribe)
        told = plates(page)
        assert told
        assert all("a hash of what" not in str(p) for p in told)
        assert await quiet(scribe) == []

    play(figures, scene)


def test_a_page_that_comes_back_is_served_what_is_known(figures: Figures) -> None:
    async def scene(board: Board, scribe: Scribe) -> None:
        page = board.open(BOTH)
        await quiet(scribe)
        board.close(page)
        page = board.open(BOTH)
        assert len([p for p in plates(page) if p["picture"] and p["details"]]) == 2
        assert await quiet(scribe) == []
        board.open(BOTH, again=True)
        assert [d for d in await quiet(scribe) if d.startswith("draw")] == ["draw flow book en", "draw flow book zh"]

    play(figures, scene)


def test_a_failure_is_not_drawn_again_for_every_page(figures: Figures) -> None:
    async def scene(board: Board, scribe: Scribe) -> None:
        scribe.fails = True
        page = board.open(BOTH)
        await quiet(scribe)
        board.close(page)
        page = board.open(BOTH)
        assert await quiet(scribe) == []
        board.close(page)
        board.changed()
        page = board.open(BOTH)
        assert len(await quiet(scribe)) == 2

    play(figures, scene)


def test_a_look_finds_what_nobody_told_of(figures: Figures) -> None:
    async def scene(board: Board, scribe: Scribe) -> None:
        board.open(BOTH)
        await quiet(scribe)
        figures.edit("one/flow", "Prompt", "Query")
        scribe.fails = True
        board.changed(told=False)
        assert (await quiet(scribe))[:2] == ["draw flow book en", "draw flow book zh"]
        board.changed(told=False)  # nothing is another: what failed is not tried again
        assert await quiet(scribe) == []
        board.changed()
        assert len(await quiet(scribe)) == 2

    play(figures, scene)


def test_a_crash_is_told_as_a_failure(figures: Figures) -> None:
    async def scene(board: Board, scribe: Scribe) -> None:
        file = str(figures.root / "figures/one/flow.py")
        scribe.result = Crash(1, "exit code 1", (Source("/lib/x.py", 3), Source(file, 8)), 5.0)
        page = board.open(BOTH)
        await quiet(scribe)
        told = plates(page)[-1]["failure"]
        assert told["what"] == "it was still being drawn after 5 s"
        assert told["line"] == 8
        scribe.result = None
        board.changed()
        await quiet(scribe)
        assert plates(page)[-1]["failure"] is None

    play(figures, scene)


def test_a_figure_that_there_is_not(figures: Figures) -> None:
    async def scene(board: Board, scribe: Scribe) -> None:
        page = board.open(View("one/flaw", ("book",), ("en",)))
        await quiet(scribe)
        told = plates(page)[-1]["failure"]
        assert told["what"] == "there is no figure 'one/flaw'"
        assert told["fix"] == "did you mean one/flow?"
        figures.write("one/flaw")
        board.changed()
        assert "draw flaw book en" in await quiet(scribe)

    play(figures, scene)


def test_folders_that_figures_read_from_are_watched(figures: Figures) -> None:
    figures.put("data/deep/x.txt", "one")

    async def scene(board: Board, scribe: Scribe) -> None:
        scribe.extra = {"data/deep/x.txt": digest_of(figures.root / "data/deep/x.txt")}
        board.open(BOTH)
        await quiet(scribe)
        assert board.folders == {figures.root / "data/deep"}
        assert board.folders_changed.is_set()

    play(figures, scene)


def test_wrong_settings_keep_the_list(figures: Figures) -> None:
    async def scene(board: Board, scribe: Scribe) -> None:
        page = board.open(BOTH)
        await quiet(scribe)
        figures.put("llmfig.toml", "nonsense = [")
        board.changed()
        await quiet(scribe)
        assert list(board.contents.refs) == ["one/flow"]
        plates(page)
        (figures.root / "figures/one/flow.py").unlink()
        board.changed()
        await quiet(scribe)
        assert list(board.contents.refs) == []

    play(figures, scene)


def test_the_list_is_in_reading_order_and_takes_any_name(figures: Figures) -> None:
    figures.put("llmfig.toml", '[[chapters]]\nid = "zwei"\nen = "Two"\nzh = "二"\n')
    figures.write("zwei/last")
    figures.write("bad-name/x-y")
    figures.put("figures/loose.py", "")
    figures.put("figures/one/deep/inner.py", "")

    async def scene(board: Board, scribe: Scribe) -> None:
        listed = board.contents_told()["chapters"]
        assert [(c["id"], c["en"], [f["key"] for f in c["figures"]]) for c in listed] == [
            ("zwei", "Two", ["zwei/last"]),
            ("", "", ["loose"]),
            ("bad-name", "bad-name", ["bad-name/x-y"]),
            ("one", "one", ["one/deep/inner", "one/flow"]),
        ]
        assert {"book", "dark", "print"} <= set(board.contents_told()["themes"])

    play(figures, scene)
