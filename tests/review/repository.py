"""A project in a git repository of its own."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

WHO = {
    "GIT_AUTHOR_NAME": "a",
    "GIT_AUTHOR_EMAIL": "a@b",
    "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@b",
    "GIT_AUTHOR_DATE": "2024-01-01T00:00:00Z",
    "GIT_COMMITTER_DATE": "2024-01-01T00:00:00Z",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}

FIGURE = """
from llmfig import Arrow, Box, Diagram, Row, figure, tr


@figure(title=("{title}", "图 {title}"), alt=("A prompt goes into a model.", "提示词输入模型。"))
def draw():
    prompt = Box(tr("{word}", "提示词"), role="data")
    model = Box(tr("Policy model", "策略模型"), role="{role}")
    return Diagram(Row(prompt, model, gap="xl"), Arrow(prompt, model))
"""


def figure(word: str = "Prompt", *, role: str = "model", title: str = "Good") -> str:
    """The text of a figure with two boxes."""
    return FIGURE.format(word=word, role=role, title=title)


@dataclass(frozen=True)
class Repo:
    """A folder with a git repository, in which a project lies."""

    root: Path

    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=self.root, env=os.environ | WHO, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def write(self, name: str, text: str | bytes) -> Path:
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else dedent(text).encode())
        return file

    def commit(self, message: str = "change") -> str:
        """Commits everything; returns the commit."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD").strip()


def start(root: Path) -> Repo:
    """A repository with two figures, a helper and a first commit on `main`."""
    root.mkdir(parents=True, exist_ok=True)
    repo = Repo(root)
    repo.git("init", "--quiet", "--initial-branch=main")
    repo.write("figures/one/first.py", figure("Prompt"))
    repo.write("figures/one/second.py", figure("Question"))
    repo.write("figures/two/_parts.py", 'WORD = "Shared"\n')
    repo.write(
        "figures/two/third.py",
        figure("Third")
        .replace("import Arrow", "import Arrow")
        .replace("\n\n@figure", "\nfrom ._parts import WORD\n\n\n@figure", 1)
        .replace('tr("Third", "提示词")', "WORD"),
    )
    repo.write(".gitignore", "out/\n__pycache__/\n")
    repo.write("README.md", "# Mine\n")
    repo.commit("start")
    return repo
