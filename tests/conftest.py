"""A project of its own for every test that needs one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import settings
from typer.testing import CliRunner, Result

from llmfig.cli.app import app
from llmfig.project import Project, at

# A shell that runs the tests in the background lets them ignore Ctrl-C, and so would every command they start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# The same examples in every run: a law fails for everyone or for nobody. To search further: HYPOTHESIS_PROFILE=search.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", derandomize=False, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

GOOD = """
from llmfig import Arrow, Box, Diagram, Row, figure, tr


@figure(title=("Good", "好图"), alt=("A prompt goes into a model.", "提示词输入模型。"))
def good() -> Diagram:
    prompt = Box(tr("Prompt", "提示词"), role="data")
    model = Box(tr("Policy model", "策略模型"), role="model")
    return Diagram(Row(prompt, model, gap="xl"), Arrow(prompt, model))
"""
HEAD = """from llmfig import Arrow, Box, Diagram, Row, figure, tr

@figure(title=("Bad", "坏图"), alt=("A figure with a mistake.", "有错的图。"))
def bad():
"""


@dataclass(frozen=True)
class Sandbox:
    """A project in a temporary folder, which is the working directory."""

    root: Path

    @property
    def out(self) -> Path:
        return self.root / "out"

    @property
    def project(self) -> Project:
        return at(self.root)

    def write(self, name: str, text: str = GOOD) -> Path:
        """Writes a file below `figures/`."""
        file = self.root / "figures" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text), encoding="utf-8")
        return file

    def bad(self, body: str, name: str = "one/bad.py") -> Path:
        """Writes a figure whose function has this body; its first line is line 5 of the file."""
        return self.write(name, HEAD + "".join(f"    {line}\n" for line in dedent(body).strip().splitlines()))

    def run(self, *args: str) -> Result:
        """The command in this process."""
        return CliRunner().invoke(app, list(args))

    def spawn(self, *args: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """The command as people run it."""
        return subprocess.run(
            [
                sys.executable,
                "-c",
                "import sys; sys.argv[0] = 'llmfig'; from llmfig.cli.app import main; main()",
                *args,
            ],
            cwd=self.root,
            env=os.environ | {"PYTHONIOENCODING": "utf-8"} | environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    def pictures(self) -> dict[str, bytes]:
        """All output files with their content, without the cache."""
        files = sorted(self.out.rglob("*.*"))
        return {f.relative_to(self.out).as_posix(): f.read_bytes() for f in files if f.is_file() and f.name[0] != "."}

    def strays(self) -> list[Path]:
        """Files that should not have been left behind."""
        return [f for f in self.out.rglob(".*") if f.name != ".llmfig-cache.json"]


@pytest.fixture
def sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """An empty project."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "figures").mkdir()
    return Sandbox(tmp_path)
