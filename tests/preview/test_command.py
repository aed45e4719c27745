"""`llmfig preview` as people run it: its address, its errors, and that nothing stays behind."""

from __future__ import annotations

import signal
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from llmfig.cli.app import app
from llmfig.errors import FigureError
from llmfig.preview.serve import TRIES, listening
from tests.preview.conftest import LOOP, Figures, Preview, stream

Launch = Callable[..., Preview]
INTERRUPTS = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]


def run(figures: Figures, monkeypatch: pytest.MonkeyPatch, *args: str) -> tuple[int, str]:
    """The command in this process, up to the moment that it would serve."""
    monkeypatch.chdir(figures.root)
    served: list[str] = []
    monkeypatch.setattr(
        "llmfig.preview.serve.serve",
        lambda project, first, **options: served.append(
            f"{first.figure} {','.join(first.themes)} {','.join(first.langs)}"
        ),
    )
    result = CliRunner().invoke(app, ["preview", *args])
    return result.exit_code, result.output + "".join(served)


@pytest.mark.parametrize(
    ("args", "shown"),
    [
        ((), "one/flow book en,zh"),
        (("other",), "two/other book en,zh"),
        (("two/other", "--lang", "zh"), "two/other book zh"),
        (("figures/two/other.py", "--theme", "dark, print"), "two/other dark,print en,zh"),
        (("two",), "two/other book en,zh"),
    ],
)
def test_where_it_begins(figures: Figures, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], shown: str) -> None:
    figures.write("two/other")
    assert run(figures, monkeypatch, *args) == (0, shown)


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("flwo",), "did you mean flow"),
        (("--theme", "drak"), "there is no theme 'drak'"),
        (("--lang", "fr"), "there is no language 'fr'"),
        (("--port", "99999"), "--port"),
        (("--time-limit", "0"), "--time-limit"),
    ],
)
def test_bad_options_are_told(
    figures: Figures, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], words: str
) -> None:
    code, output = run(figures, monkeypatch, *args)
    assert code != 0
    assert words in output
    assert "Traceback" not in output


def test_a_project_without_figures_tells_how_to_begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "figures").mkdir()
    code, output = run(Figures(tmp_path), monkeypatch)
    assert code == 1
    assert "llmfig new" in output


def test_a_port_that_is_taken_is_passed_over() -> None:
    with listening(0) as first:
        taken = first.getsockname()[1]
        with listening(taken) as second:
            address, port = second.getsockname()
            assert address == "127.0.0.1"
            assert taken < port < taken + TRIES


def test_no_free_port_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def bind(self: socket.socket, address: object) -> None:
        raise OSError("taken")

    monkeypatch.setattr(socket.socket, "bind", bind)
    with pytest.raises(FigureError, match="no port from 8765 to"), listening(8765):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("how", INTERRUPTS, ids=lambda how: how.name)
@pytest.mark.parametrize("doing", ["nothing", "serving", "stuck"])
def test_it_ends_at_once_and_leaves_nothing_behind(
    figures: Figures, launch: Launch, how: signal.Signals, doing: str
) -> None:
    if doing == "stuck":
        figures.write("one/flow", LOOP)
    preview = launch("--time-limit", "60")
    if doing != "nothing":
        stream(preview, b'"src"' if doing == "serving" else b'"drawing": true')
    if doing == "stuck":
        time.sleep(0.3)  # it is in the loop now
    began = time.monotonic()
    assert preview.stop(how) == 0
    assert time.monotonic() - began < 10
    assert preview.left() == []
    assert preview.notes.read_text() == ""
    assert not list(figures.root.rglob("__pycache__"))


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="reads /proc")
def test_no_process_stays_when_it_is_killed(figures: Figures, launch: Launch) -> None:
    figures.write("one/flow", LOOP)
    preview = launch("--time-limit", "60")
    stream(preview, b'"drawing": true')
    time.sleep(0.3)
    assert preview.stop(signal.SIGKILL) == -signal.SIGKILL
    preview.left()  # its temporary files: nobody could remove them
    assert preview.processes() == []


def test_what_an_author_prints_is_shown(figures: Figures, launch: Launch) -> None:
    figures.edit("one/flow", "from llmfig", "print('seen by the author')\nfrom llmfig")
    preview = launch()
    stream(preview, b'"src"')
    preview.stop()
    assert "seen by the author" in preview.notes.read_text()


@pytest.mark.skipif(not Path("/proc/net/tcp").is_file(), reason="reads /proc")
def test_it_listens_on_this_machine_only(launch: Launch) -> None:
    preview = launch()
    port = int(preview.url.rstrip("/").rpartition(":")[2])
    listening_at = [
        line.split()[1]
        for line in Path("/proc/net/tcp").read_text().splitlines()
        if f":{port:04X} 00000000:0000" in line
    ]
    preview.stop()
    assert listening_at == [f"0100007F:{port:04X}"]


def test_a_long_name_of_the_temporary_folder(launch: Launch, tmp_path: Path) -> None:
    folder = tmp_path / ("long" * 25)
    folder.mkdir()
    preview = launch(temporary=folder)
    stream(preview, b'"src"')
    assert preview.stop() == 0
    assert preview.left() == []
