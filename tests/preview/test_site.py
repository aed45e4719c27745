"""What is served, to whom, and with which policy."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest

from llmfig.preview.artist import Artist
from llmfig.preview.blobs import Blobs
from llmfig.preview.board import Board
from llmfig.preview.plates import View
from llmfig.preview.site import POLICY, site
from llmfig.project import at
from tests.preview.conftest import HOSTILE, Figures

VIEW = View(f"one/{HOSTILE}", ("book",), ("en", "zh"))


@asynccontextmanager
async def client(figures: Figures) -> AsyncIterator[tuple[httpx.AsyncClient, Board]]:
    artist = Artist(figures.root, 10)
    try:
        board = Board(at(figures.root), artist)
        transport = httpx.ASGITransport(site(board, VIEW))
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8765") as found:
            yield found, board
    finally:
        artist.close()


@pytest.fixture
def ask(figures: Figures) -> Callable[..., httpx.Response]:
    """Asks for a path, and returns the answer."""

    def asked(path: str, *, put: bytes | None = None, **headers: str) -> httpx.Response:
        async def work() -> httpx.Response:
            async with client(figures) as (http, board):
                if put is not None:
                    path_of = f"/blob/{board.blobs.put(put, 'image/svg+xml')}"
                    return await http.get(path_of, headers=headers)
                return await http.get(path, headers={k.replace("_", "-"): v for k, v in headers.items()})

        with ThreadPoolExecutor(1) as pool:
            return pool.submit(lambda: asyncio.run(work())).result()

    return asked


Ask = Callable[..., Any]


@pytest.mark.parametrize("path", ["/", "/preview/main.js", "/shared/base.css", "/blob/none", "/nothing"])
def test_every_answer_carries_the_policy(ask: Ask, path: str) -> None:
    headers = ask(path).headers
    assert headers["content-security-policy"] == POLICY
    assert "default-src 'none'" in POLICY
    assert "unsafe" not in POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("host", "code"),
    [("127.0.0.1:1", 200), ("localhost:8765", 200), ("evil.example", 400), ("127.0.0.1.evil.example", 400)],
)
def test_another_name_for_this_machine_is_refused(ask: Ask, host: str, code: int) -> None:
    assert ask("/", host=host).status_code == code


@pytest.mark.parametrize(
    ("place", "mode", "code"),
    [
        ("cross-site", "no-cors", 403),
        ("same-site", "cors", 403),
        ("cross-site", "navigate", 200),
        ("same-origin", "cors", 200),
        ("none", "navigate", 200),
    ],
)
def test_other_sites_are_refused(ask: Ask, place: str, mode: str, code: int) -> None:
    assert ask("/", sec_fetch_site=place, sec_fetch_mode=mode).status_code == code


def test_pictures_are_kept_by_their_content(ask: Ask) -> None:
    answer = ask("", put=b"<svg/>")
    assert answer.content == b"<svg/>"
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "immutable" in answer.headers["cache-control"]


def test_nothing_else_of_the_machine_is_served(ask: Ask) -> None:
    for path in (
        "/preview/../../errors.py",
        "/preview/%2e%2e/templates.py",
        "/blob/..%2f..",
        "/shared//etc/passwd",
        "/fonts/../themes",
    ):
        assert ask(path).status_code == 404, path


def test_the_page_cannot_be_broken_out_of(ask: Ask) -> None:
    text = ask("/").text
    assert HOSTILE not in text
    assert text.count("</script>") == 2
    assert "\\u003c/script\\u003e" in text


def test_blobs_are_dropped_by_age_and_size() -> None:
    blobs = Blobs(room=100)
    first, second = blobs.put(b"a" * 40, "x"), blobs.put(b"b" * 40, "x")
    assert blobs.get(first) == (b"a" * 40, "x")  # asked for last
    third = blobs.put(b"c" * 40, "x")
    assert blobs.get(second) is None
    assert blobs.get(first)
    assert blobs.get(third)
    large = blobs.put(b"d" * 500, "x")  # larger than all the room: kept, since somebody is about to ask for it
    assert blobs.get(large)
    assert blobs.get(first) is None
    assert blobs.put(b"d" * 500, "x") == large
