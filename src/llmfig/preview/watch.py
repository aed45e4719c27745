"""Noticing that something changed in a project's folder."""

from __future__ import annotations

import asyncio

from watchfiles import awatch

from llmfig.preview.board import Board

# Milliseconds without another change after which a burst of them (an editor replaces a file in several steps) is taken
# to be over, and the longest that is waited for that.
STEP, MOST = 20, 200
AGAIN = 0.5  # seconds between looks for a folder that is gone
LOOK = 2000  # milliseconds between looks at the files themselves: network drives and containers tell of no changes


async def watch(board: Board) -> None:
    """Tells the board of changes, for ever."""
    async with asyncio.TaskGroup() as group:
        restart = asyncio.Event()
        group.create_task(_figures(board, restart))
        group.create_task(_beside(board, restart))


async def _figures(board: Board, restart: asyncio.Event) -> None:
    """`figures/`, with all that is in it."""
    folder = board.root / "figures"
    while True:
        while not folder.is_dir():
            await asyncio.sleep(AGAIN)
        restart.clear()
        board.changed()
        try:
            changes = awatch(
                folder, step=STEP, debounce=MOST, stop_event=restart, rust_timeout=LOOK, yield_on_timeout=True
            )
            async for found in changes:
                board.changed(told=bool(found))
        except OSError:  # it went away between the look and the watch
            await asyncio.sleep(AGAIN)


async def _beside(board: Board, restart: asyncio.Event) -> None:
    """The files next to it (settings, glossary), the themes, and the folders that figures read data from."""
    themes, figures = board.root / "themes", board.root / "figures"
    while True:
        board.folders_changed.clear()
        folders = [f for f in {board.root, themes, *board.folders} if f.is_dir()]
        board.changed()
        changes = awatch(*folders, recursive=False, step=STEP, debounce=MOST, stop_event=board.folders_changed)
        try:
            async for found in changes:
                board.changed()
                paths = {path for _, path in found}
                if str(figures) in paths:
                    restart.set()  # another folder of that name: the old watch sees nothing of it
                if str(themes) in paths or not all(f.is_dir() for f in folders):
                    board.folders_changed.set()
        except OSError:
            await asyncio.sleep(AGAIN)
