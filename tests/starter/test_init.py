"""`llmfig init`: what it writes, and that it writes all of it or nothing."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from llmfig import doctor
from llmfig.render import write
from llmfig.starter import place
from tests.conftest import Sandbox

SNAPSHOTS = {f"tests/snapshots/basics/next_token.{lang}.{kind}" for lang in ("en", "zh") for kind in ("txt", "png")}
FILES = SNAPSHOTS | {
    ".gitattributes",
    ".github/workflows/figures-comment.yml",
    ".github/workflows/figures.yml",
    ".gitignore",
    "README.md",
    "docs/authoring.md",
    "figures/basics/next_token.py",
    "llmfig.toml",
    "requirements.txt",
    "tests/snapshots/environment.json",
    "tests/test_figures.py",
    "themes/own.toml",
}


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """An empty folder, which is the working directory."""
    monkeypatch.chdir(tmp_path)
    return Sandbox(tmp_path)


def files(folder: Path) -> dict[str, bytes]:
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def everything(folder: Path) -> set[str]:
    return {f.relative_to(folder).as_posix() for f in folder.rglob("*")}


def test_a_project_in_this_folder(empty: Sandbox) -> None:
    result = empty.run("init")
    assert result.exit_code == 0, result.output
    assert set(files(empty.root)) == FILES
    assert "wrote a project in this folder:" in result.output
    for line in result.output.splitlines():
        if found := re.match(r"  (\S+) {2,}\S", line):
            assert (empty.root / found[1]).exists()
    assert "cd " not in result.output


def test_the_commands_that_it_names_are_right(empty: Sandbox) -> None:
    result = empty.run("init", "my figures/第一章")
    assert result.exit_code == 0, result.output
    change, *commands = result.output.partition("next:\n")[2].splitlines()
    assert shlex.split(change) == ["cd", "my figures/第一章"]
    os.chdir("my figures/第一章")
    assert [c.split()[:2] for c in commands] == [["llmfig", "render"], ["llmfig", "preview"], ["llmfig", "new"]]
    assert empty.run(*commands[0].split()[1:]).exit_code == 0
    assert empty.run("list", commands[1].split()[2]).exit_code == 0
    assert empty.run(*commands[2].split()[1:]).exit_code == 0


def test_all_is_right_from_the_first_moment(empty: Sandbox) -> None:
    assert empty.run("init").exit_code == 0
    before = files(empty.root)
    for command in (["check"], ["render", "--theme", "own"], ["check", "--theme", "own"], ["check", "--theme", "dark"]):
        result = empty.run(*command)
        assert result.exit_code == 0, result.output
    assert "0 snapshot files new or changed" in empty.run("accept").output
    tested = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"], capture_output=True, encoding="utf-8", check=False
    )
    assert "8 passed" in tested.stdout, tested.stdout
    after = files(empty.root)
    assert {name: after[name] for name in before} == before

    figure = empty.root / "figures/basics/next_token.py"
    figure.write_text(figure.read_text(encoding="utf-8").replace("4.2, 3.3", "4.2, 3.4"), encoding="utf-8")
    tested = subprocess.run([sys.executable, "-m", "pytest"], capture_output=True, encoding="utf-8", check=False)
    assert "4 failed, 4 passed" in tested.stdout, tested.stdout


def test_a_second_time_changes_nothing(empty: Sandbox) -> None:
    assert empty.run("init").exit_code == 0
    before = files(empty.root)
    for arguments in ([], ["--keep"]):
        result = empty.run("init", *arguments)
        assert result.exit_code == 1
        assert "is a project already" in result.output
        assert "llmfig new" in result.output
    assert files(empty.root) == before


def test_files_that_are_there_are_listed_and_left(empty: Sandbox) -> None:
    mine = {"README.md": b"mine", ".gitignore": b"*.log\n/out/\n", "tests/test_figures.py": b"", "LICENSE": b"MIT"}
    for name, data in mine.items():
        (empty.root / name).parent.mkdir(exist_ok=True)
        (empty.root / name).write_bytes(data)
    result = empty.run("init")
    assert result.exit_code == 1
    said = result.output.splitlines()
    assert said[0].startswith("error: nothing was written: ")
    assert set(said[1:-1]) == {"  README.md", "  .gitignore", "  tests/test_figures.py"}
    assert "fix: " in said[-1]
    assert "--keep" in said[-1]
    assert files(empty.root) == mine

    result = empty.run("init", "--keep")
    assert result.exit_code == 0, result.output
    after = files(empty.root)
    assert set(after) == FILES | set(mine)
    assert {name: after[name] for name in mine} == mine
    assert "left as it was: README.md\n" in result.output
    missing = result.output.partition("left as it was: .gitignore; add to it:\n")[2]
    assert missing.startswith("  /.venv/\n  __pycache__/\n")
    assert "README.md  " not in result.output


@pytest.mark.parametrize("keep", [[], ["--keep"]])
def test_what_cannot_stay_is_named(empty: Sandbox, keep: list[str]) -> None:
    (empty.root / "tests").write_bytes(b"mine")
    (empty.root / "llmfig.toml").mkdir()
    (empty.root / ".gitignore").symlink_to("nowhere")
    before = everything(empty.root)
    result = empty.run("init", *keep)
    assert result.exit_code == 1
    assert set(result.output.splitlines()[1:-1]) == {"  tests", "  llmfig.toml", "  .gitignore"}
    assert "--keep" not in result.output
    assert everything(empty.root) == before


def test_pictures_that_are_there_are_not_overwritten_either(empty: Sandbox) -> None:
    picture = empty.root / "tests/snapshots/basics/next_token.en.png"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"mine")
    result = empty.run("init")
    assert result.exit_code == 1
    assert "  tests/snapshots/basics/next_token.en.png\n" in result.output
    assert files(empty.root) == {picture.relative_to(empty.root).as_posix(): b"mine"}


def test_a_folder_that_is_none(empty: Sandbox) -> None:
    (empty.root / "file").write_text("mine")
    for target in ("file", "file/below"):
        result = empty.run("init", target)
        assert result.exit_code == 1
        assert "error: file is not a folder" in result.output
    assert files(empty.root) == {"file": b"mine"}


@pytest.mark.parametrize("mark", ["figures/one/good.py", "llmfig.toml", "pyproject.toml"])
def test_not_inside_of_another_project(empty: Sandbox, mark: str) -> None:
    file = empty.root / mark
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("[tool.llmfig]\n" if mark == "pyproject.toml" else "")
    result = empty.run("init", "a/b")
    assert result.exit_code == 1
    assert f"lies in the project {empty.root}" in result.output
    assert list(files(empty.root)) == [mark]
    assert not (empty.root / "a").exists()


def test_folders_that_are_only_called_figures_are_no_projects(empty: Sandbox) -> None:
    (empty.root / "figures" / "photos").mkdir(parents=True)
    (empty.root / "figures" / "plot.py").touch()
    (empty.root / "pyproject.toml").write_text("[project]\nname = 'thesis'\n")
    assert empty.run("init", "slides").exit_code == 0
    (empty.root / "figures" / "plot.py").unlink()
    assert empty.run("init").exit_code == 0


def test_a_machine_on_which_nothing_can_be_drawn(empty: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    no_cairo = doctor.Probe("cairo", False, "the cairo library is not installed", "apt-get install libcairo2")
    monkeypatch.setattr(doctor, "_cairo", lambda: no_cairo)
    result = empty.run("init", "mine")
    assert result.exit_code == 1
    assert "nothing was written: cairo: the cairo library is not installed" in result.output
    assert "fix: apt-get install libcairo2" in result.output
    assert everything(empty.root) == set()


def breaking(after: int, error: BaseException) -> Callable[[Path, bytes], None]:
    """A `write_bytes` that fails when it has written so many files."""
    done: list[Path] = []

    def write_bytes(path: Path, data: bytes) -> None:
        if len(done) == after:
            raise error
        done.append(path)
        write.write_bytes(path, data)

    return write_bytes


@pytest.mark.parametrize("after", [0, 1, 7, len(FILES) - 1])
@pytest.mark.parametrize("target", [".", "new", "new/below/it"])
def test_what_cannot_be_finished_is_taken_back(
    empty: Sandbox, monkeypatch: pytest.MonkeyPatch, target: str, after: int
) -> None:
    (empty.root / "docs").mkdir()
    (empty.root / "docs" / "mine.md").write_text("mine")
    before = everything(empty.root)
    monkeypatch.setattr(place, "write_bytes", breaking(after, KeyboardInterrupt()))
    result = empty.run("init", target)
    assert result.exit_code == 130
    assert everything(empty.root) == before
    monkeypatch.setattr(place, "write_bytes", breaking(after, OSError(28, "No space left on device")))
    result = empty.run("init", target)
    assert result.exit_code == 1
    assert "nothing was written: cannot write to " in result.output
    assert "No space left on device" in result.output
    assert everything(empty.root) == before
    monkeypatch.undo()
    os.chdir(empty.root)
    assert empty.run("init", target).exit_code == 0


def test_a_folder_that_may_not_be_written_to(empty: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, mode: int = 0o777, parents: bool = False, exist_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    monkeypatch.setattr("llmfig.starter.first.snapshots", lambda files: {})
    result = empty.run("init", "mine")
    assert result.exit_code == 1
    assert "cannot write to mine: Permission denied" in result.output


def test_a_folder_that_may_not_be_looked_into(empty: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os.path, "lexists", refuse)
    result = empty.run("init", "mine")
    assert result.exit_code == 1
    assert "cannot look into mine: Permission denied" in result.output


def test_workflows_lie_at_the_top_of_a_repository(empty: Sandbox) -> None:
    subprocess.run(["git", "init", "--quiet"], check=True)
    result = empty.run("init", "book/figures-of-it")
    assert result.exit_code == 0, result.output
    assert f"move .github/ to {empty.root}" in result.output
    assert "begin in book/figures-of-it/" in result.output
    result = empty.run("init")
    assert result.exit_code == 0, result.output
    assert "move .github/" not in result.output
