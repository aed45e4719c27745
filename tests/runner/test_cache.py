"""What counts as up to date."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from llmfig import cache as module
from llmfig.cache import NAME, Cache, Entry, Written, digest_of, key_of, libraries

BASE = "base"


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    """A folder with one input, one output and a cache that knows both."""
    (tmp_path / "input.py").write_text("x = 1")
    (tmp_path / "picture.svg").write_text("<svg/>")
    cache = Cache(tmp_path, settings="s", package=("a", "b"))
    key = key_of(BASE, {"input.py": digest_of(tmp_path / "input.py")})
    cache.entries["picture.svg"] = Entry("one/a", key, ("input.py",), Written.of(tmp_path / "picture.svg"))
    cache.write()
    return tmp_path


def fresh(folder: Path, base: str = BASE) -> bool:
    return Cache.read(folder).fresh("picture.svg", base, folder)


def test_what_is_written_is_read(stored: Path) -> None:
    cache = Cache.read(stored)
    assert (cache.settings, cache.package) == ("s", ("a", "b"))
    assert cache.entries["picture.svg"].figure == "one/a"
    assert fresh(stored)
    assert [f.name for f in stored.iterdir() if f.name.startswith(".")] == [NAME]


def test_a_date_alone_changes_nothing(stored: Path) -> None:
    os.utime(stored / "input.py", ns=(0, 0))
    os.utime(stored / "picture.svg", ns=(0, 0))
    assert fresh(stored)


@pytest.mark.parametrize("name", ["input.py", "picture.svg"])
@pytest.mark.parametrize("change", ["y = 2", "longer than it was", None])
def test_another_content_is_out_of_date(stored: Path, name: str, change: str | None) -> None:
    file = stored / name
    if change is None:
        file.unlink()
    else:
        file.write_text(change)
        os.utime(file, ns=(1, 1))
    assert not fresh(stored)


def test_another_kind_is_out_of_date(stored: Path) -> None:
    assert not fresh(stored, "another base")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"schema": 1}', '{"schema": 99}', "\x00", '{"schema":1,"entries":[]}']
)
def test_a_damaged_cache_is_an_empty_one(stored: Path, text: str) -> None:
    (stored / NAME).write_text(text)
    assert Cache.read(stored).entries == {}


def test_a_cache_with_one_damaged_entry_is_an_empty_one(stored: Path) -> None:
    data = json.loads((stored / NAME).read_text())
    data["entries"]["picture.svg"][3] = "nothing"
    (stored / NAME).write_text(json.dumps(data))
    assert not fresh(stored)


def test_a_folder_that_cannot_be_written_to_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    Cache(tmp_path / "file").write()


def test_the_package_is_read_only_when_it_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "part.py").write_text("x = 1")
    monkeypatch.setattr(module, "_PACKAGE", tmp_path)
    cache = Cache(tmp_path)
    first = cache.package_hash()
    os.utime(tmp_path / "part.py", ns=(5, 5))
    assert cache.package_hash() == first
    monkeypatch.setattr(module, "digest_of", lambda file: pytest.fail("read again"))
    assert cache.package_hash() == first
    monkeypatch.undo()
    monkeypatch.setattr(module, "_PACKAGE", tmp_path)
    (tmp_path / "part.py").write_text("x = 2 ")
    assert cache.package_hash() != first


def test_libraries_are_named_with_their_versions() -> None:
    assert any(name.lower().startswith("uharfbuzz-") for name in libraries())
