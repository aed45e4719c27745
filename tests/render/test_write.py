"""Files are complete or absent."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from llmfig.errors import FigureError
from llmfig.render.write import write
from tests.render import scenes

STARTS = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF"}


@pytest.mark.parametrize("suffix", STARTS)
def test_the_name_tells_the_format(tmp_path: Path, suffix: str) -> None:
    path = write(scenes.full(), tmp_path / "new" / "folder" / f"a.{suffix}")
    assert path.read_bytes().startswith(STARTS[suffix])
    assert os.listdir(path.parent) == [path.name]


def test_options_reach_the_writers(tmp_path: Path) -> None:
    assert b"@font-face" in write(scenes.full(), tmp_path / "a.svg", text="live").read_bytes()
    one, two = (write(scenes.full(), tmp_path / f"{s}.png", scale=s).read_bytes()[16:24] for s in (1, 2))
    assert one != two
    assert write(scenes.full(), tmp_path / "b.tmp", format="svg").read_bytes().startswith(b"<?xml")


def test_an_unknown_format_lists_the_known(tmp_path: Path) -> None:
    with pytest.raises(FigureError, match=r"no format 'pgn'\n  fix: did you mean 'png'\? valid formats: svg, png, pdf"):
        write(scenes.full(), tmp_path / "a.pgn")
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt(), MemoryError()])
def test_nothing_is_left_when_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException
) -> None:
    target = tmp_path / "a.svg"
    target.write_bytes(b"old")

    def half(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[:10])
        raise failure

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(FigureError if isinstance(failure, OSError) else type(failure)):
        write(scenes.scene(), target)
    assert os.listdir(tmp_path) == ["a.svg"]
    assert target.read_bytes() == b"old"


def test_nothing_is_left_when_replacing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(FigureError, match=r"cannot write .*a\.svg: Permission denied\n  fix: make"):
        write(scenes.scene(), tmp_path / "a.svg")
    assert os.listdir(tmp_path) == []


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(FigureError, match=r"out.a\.svg: .*\n  fix: make .*out a folder"):
        write(scenes.scene(), tmp_path / "out" / "a.svg")


def test_a_scene_that_cannot_be_drawn_leaves_the_old_file(tmp_path: Path) -> None:
    target = write(scenes.scene(), tmp_path / "a.png")
    before = target.read_bytes()
    with pytest.raises(FigureError):
        write(scenes.scene(), target, scale=0)
    assert target.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_others_may_read_what_the_umask_lets_them(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    path = write(scenes.scene(), tmp_path / "a.svg")
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)
