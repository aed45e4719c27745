"""The wheel alone is enough: what docs/own-project.md tells to run, in an empty environment, far from the checkout."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "own-project.md"
MEGABYTES = 8  # that the wheel may have
AUTHOR = {f"GIT_{who}_{what}": "someone" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}

pytestmark = pytest.mark.slow


@dataclass
class Shell:
    """A home of one's own: only what is installed there can be found."""

    home: Path
    place: Path

    @cached_property
    def environment(self) -> dict[str, str]:
        # Caches and certificates of the installer stay those of the machine; everything of Python does not.
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV", "LLMFIG", "GIT_"))}
        cache = subprocess.check_output([sys.executable, "-m", "pip", "cache", "dir"], text=True).strip()
        return kept | AUTHOR | {
            "HOME": str(self.home),
            "PATH": f"{self.home / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "PIP_CACHE_DIR": cache,
            "PIP_CONSTRAINT": str(ROOT / "constraints.txt"),
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
        }  # fmt: skip

    def run(self, commands: str, also: Mapping[str, str] = {}, *, expect: int = 0) -> str:
        """Runs commands one after the other, each of which must succeed but for the last; returns what they print.

        The folder and the environment that they end in are those that the next ones begin in.
        """
        activate = "if [ -f ~/venv/bin/activate ]; then . ~/venv/bin/activate; fi"
        script = f"{activate}\ntrap 'pwd >~/place' EXIT\nset -eu\n{commands}"
        done = subprocess.run(
            ["bash", "-c", script],
            cwd=self.place,
            env={**self.environment, **also},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == expect, f"{commands}\n{done.stdout}"
        self.place = Path((self.home / "place").read_text(encoding="utf-8").strip())
        return done.stdout


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    home = tmp_path_factory.mktemp("home")
    (home / "llmfig").symlink_to(ROOT, target_is_directory=True)
    python = home / "bin" / "python3"
    python.parent.mkdir()
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    return Shell(home, home)


def told(heading: str) -> str:
    """The commands below a heading of the document, in one script."""
    section = DOCUMENT.read_text(encoding="utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    blocks = re.findall(r"^```sh\n(.*?)^```$", section, flags=re.DOTALL | re.MULTILINE)
    assert blocks, heading
    return "".join(blocks)


def test_the_whole_way(shell: Shell) -> None:
    """One test, since each step needs those before it."""
    shell.run(told("Install"))
    assert_complete(shell)

    # Nothing of the tests' extra is there yet: this is all that drawing needs.
    start, tested = told("Start").split("pip install", 1)
    said = shell.run(start)
    project = shell.home / "my_figures"
    assert shell.place == project
    assert "wrote 4 files" in said
    assert "checked 1 figure: nothing wrong" in said
    drawn = {f"{lang}/basics/next_token.{kind}" for lang in ("en", "zh") for kind in ("svg", "png")}
    assert drawn <= {file.relative_to(project / "out").as_posix() for file in (project / "out").rglob("*.*")}
    assert shell.run("python -c 'import pytest'", expect=1)
    assert "basics/next_token\tHow a language model" in shell.run("llmfig list")
    assert "0 snapshot files new or changed" in shell.run("llmfig accept")
    assert shell.run("llmfig gallery --out ~/site")
    assert (shell.home / "site" / "index.html").is_file()

    assert "8 passed" in shell.run(f"pip install{tested}")
    *write, compare = told("Write figures").splitlines()
    assert "16 passed" in shell.run("\n".join(write))
    assert compare == "llmfig diff"
    shell.run(f"{compare} || [ $? -eq 1 ]")  # there are differences
    assert shell.run("git status --porcelain --untracked-files=all").splitlines() == [
        f"?? {name}"
        for name in (
            "figures/basics/my_figure.py",
            *(f"tests/snapshots/basics/my_figure.{lang}.{kind}" for lang in ("en", "zh") for kind in ("png", "txt")),
        )
    ]
    said = shell.run(told("A theme of your own"))
    assert "wrote 8 files" in said
    assert (project / "out" / "own" / "zh" / "basics" / "my_figure.svg").is_file()
    said = shell.run(told("Upgrade"))
    assert "16 passed" in said
    assert "0 snapshot files new or changed" in said

    assert_reviewed(shell)
    assert_commented(shell)


def assert_complete(shell: Shell) -> None:
    """The wheel holds all that a checkout holds, and is what is imported."""
    (wheel,) = (shell.home / "wheels").iterdir()
    assert wheel.stat().st_size < MEGABYTES * 1e6
    names = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "src" / "llmfig"
    expected = {
        f"llmfig/{file.relative_to(package).as_posix()}"
        for file in package.rglob("*")
        if file.is_file() and not re.search(r"__pycache__|/\.[a-z]+_cache/", file.as_posix())
    }
    expected |= {f"llmfig/assets/themes/{file.name}" for file in (ROOT / "themes").glob("*.toml")}
    assert expected <= names
    assert {n for n in names if n.startswith("llmfig/")} == expected | {"llmfig/assets/authoring.md"}
    where = shell.run(
        "python -c 'import llmfig, llmfig.theme.files as f; print(llmfig.__file__, f.BUILT_IN, sep=\"\\n\")'"
    )
    for line in where.splitlines():
        assert Path(line).is_relative_to(shell.home / "venv"), line


def steps(project: Path, name: str) -> dict[str, dict[str, Any]]:
    """The steps of a workflow of the project that are commands, by their names."""
    workflow = yaml.safe_load((project / ".github" / "workflows" / name).read_text(encoding="utf-8"))
    return {step["name"]: step for job in workflow["jobs"].values() for step in job["steps"] if "run" in step}


def assert_reviewed(shell: Shell) -> None:
    """What the workflow runs for a pull request, as it stands in the workflow."""
    base = shell.run("git rev-parse HEAD").strip()
    figure = shell.place / "figures" / "basics" / "next_token.py"
    figure.write_text(figure.read_text(encoding="utf-8").replace("[4.2, 3.3", "[4.6, 3.3"), encoding="utf-8")
    shell.run("git switch --quiet -c mine && git add . && git commit --quiet -m 'Another figure'")
    found = steps(shell.place, "figures.yml")
    assert list(found) == ["Cairo", "Install", "Draw", "Check", "Test", "Compare"]
    shell.run(found["Install"]["run"], {"PIP_FIND_LINKS": str(shell.home / "wheels")})
    shell.run(found["Draw"]["run"])
    shell.run(found["Check"]["run"])
    assert "4 failed, 12 passed" in shell.run(found["Test"]["run"], expect=1)
    shell.run(found["Compare"]["run"], {"BASE": base})
    report = json.loads((shell.place / "out" / "diff" / "report.json").read_text(encoding="utf-8"))
    assert {card["name"]: card["kind"] for card in report["cards"]} == {
        "basics/next_token": "changed",
        "basics/my_figure": "new",
    }
    assert (shell.place / "out" / "diff" / "index.html").is_file()


def assert_commented(shell: Shell) -> None:
    """What the workflow that comments installs is enough to make the comment of the report."""
    found = steps(shell.place, "figures-comment.yml")
    install = found["Install"]["run"].replace("python -m pip install", "python -m pip install --target ~/bare")
    shell.run(install, {"PIP_FIND_LINKS": str(shell.home / "wheels")})
    bare = {"PYTHONPATH": str(shell.home / "bare")}
    names = dict.fromkeys(found["Comment"]["env"], "x/y") | {"RUNNER_TEMP": str(shell.home)}
    command = found["Comment"]["run"].replace("python -m", "python -S -m")
    assert "no report: nothing was compared" in shell.run(command, bare | names)
    said = shell.run("python -S -m llmfig.review.markdown out/diff/report.json", bare)
    assert said.startswith("<!-- llmfig-diff -->")
    assert "my_figure" in re.sub(r"&#(\d+);", lambda m: chr(int(m[1])), said)
