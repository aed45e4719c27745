"""Running the server until somebody stops it, and leaving nothing behind."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import FrameType
from typing import TYPE_CHECKING, Any

from llmfig.errors import FigureError
from llmfig.preview.artist import Artist
from llmfig.preview.board import Board
from llmfig.preview.plates import View
from llmfig.project import Project

if TYPE_CHECKING:
    from uvicorn import Server

HOST = "127.0.0.1"
TRIES = 20  # ports that are tried, from the one that was asked for
GRACE = 1  # seconds that open connections get when the server ends
HANGUP = getattr(signal, "SIGHUP", None)  # the terminal was closed


def serve(project: Project, first: View, *, port: int, limit: float, ready: Callable[[str], None]) -> None:
    """Serves the page until an interrupt or a termination signal.

    Args:
        project: the project.
        first: what the page shows at first.
        port: where; when it is taken, the next one that is free; 0 lets the system choose.
        limit: seconds that a drawing may take.
        ready: is told the address once the page can be opened.

    Raises:
        FigureError: when no port is free.
    """
    with listening(port) as sock, stoppable() as stop:
        artist = Artist(project.root, limit)
        try:
            artist.prepare()  # imports what draws, while this process imports the server
            from uvicorn import Config, Server

            from llmfig.preview.site import site

            board = Board(project, artist)
            stop.server = Server(
                Config(
                    site(board, first),
                    lifespan="off",
                    ws="none",
                    loop="asyncio",
                    log_config=None,
                    log_level="critical",
                    access_log=False,
                    server_header=False,
                    timeout_graceful_shutdown=GRACE,
                )
            )
            asyncio.run(_serve(stop.server, board, sock, ready))
        finally:
            with unstoppable():
                artist.close()


async def _serve(server: Server, board: Board, sock: socket.socket, ready: Callable[[str], None]) -> None:
    from llmfig.preview.watch import watch

    work = [asyncio.create_task(board.run()), asyncio.create_task(watch(board))]
    serving = asyncio.create_task(server.serve(sockets=[sock]))
    ready(f"http://{HOST}:{sock.getsockname()[1]}/")
    done, _ = await asyncio.wait({serving, *work}, return_when=asyncio.FIRST_COMPLETED)
    server.should_exit = True
    for task in work:
        task.cancel()
    await asyncio.gather(serving, *work, return_exceptions=True)
    for task in done:
        task.result()  # what ended the work before its time is not kept quiet


@contextlib.contextmanager
def listening(port: int) -> Iterator[socket.socket]:
    """A socket on this machine only, at the first free port."""
    for candidate in range(port, port + TRIES) if port else (0,):
        sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name == "posix":
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port that was in use a moment ago is free
        try:
            sock.bind((HOST, candidate))
            sock.listen()  # from here on nobody else has the port, and who asks early waits
        except (OSError, OverflowError):
            sock.close()
            continue
        with sock:
            yield sock
        return
    raise FigureError(
        f"no port from {port} to {port + TRIES - 1} is free", fix="name another one with --port, or 0 for any"
    )


@dataclass
class Stop:
    """What a signal does: it ends the server in good order, once there is one."""

    server: Server | None = None

    def __call__(self, signum: int, frame: FrameType | None) -> None:
        if self.server is None:
            raise KeyboardInterrupt
        self.server.should_exit = True


@contextlib.contextmanager
def stoppable() -> Iterator[Stop]:
    """Inside, the signals that end a program end the server; that is the way to end it, and no error."""
    stop = Stop()
    with handled(stop), contextlib.suppress(KeyboardInterrupt):
        yield stop


@contextlib.contextmanager
def handled(handler: Any) -> Iterator[None]:
    """Inside, the signals that end a program go to a handler."""
    names = [s for s in (signal.SIGINT, signal.SIGTERM, HANGUP) if s is not None]
    before = {name: signal.signal(name, handler) for name in names}
    try:
        yield
    finally:
        for name, former in before.items():
            signal.signal(name, former)


def unstoppable() -> contextlib.AbstractContextManager[None]:
    """Inside, signals wait: what is ended here is ended within two seconds."""
    return handled(signal.SIG_IGN)
