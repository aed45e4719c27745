"""Commands in the documents: every one in a block of the shell is run, in the order of its document, and succeeds."""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from llmfig.cli.app import app
from tests.conftest import GOOD
from tests.review.repository import WHO

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", *sorted(ROOT.glob("CONTRIBUTING*.md")), *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.DOTALL | re.MULTILINE)
INLINE = re.compile(r"(?<!`)`(llmfig [^`\n]+)`(?!`)")
INSTALLED = "tests/starter/test_whole_way.py runs it, in an environment of its own"
NOT_RUN = {
    "git clone <your fork>": "there is no fork",
    "git clone <你的 fork>": "there is no fork",
    "cd llmfig": "comes after the clone",
    "scripts/setup.sh": "installs on the machine",
    "scripts/setup.sh test": "installs on the machine",
    ". .venv/bin/activate": "comes after the setup",
    "scripts/test.sh": "runs this test",
    "python3 -m pip wheel --no-deps --wheel-dir ~/wheels ~/llmfig": INSTALLED,
    "python3 -m venv ~/venv": INSTALLED,
    ". ~/venv/bin/activate": INSTALLED,
    "pip install ~/wheels/llmfig-*.whl": INSTALLED,
    "pip install --find-links ~/wheels -r requirements.txt": INSTALLED,
    "python -m pytest": INSTALLED,
}
# Differences are what `diff` looks for.
EXIT = {"diff": (0, 1)}


def commands(document: Path) -> list[str]:
    """The commands of all shell blocks, without comments; those joined by && are several."""
    found: list[str] = []
    for block in BLOCK.findall(document.read_text(encoding="utf-8")):
        lines = [re.sub(r"(^|\s)#.*", "", line) for line in block.replace("\\\n", " ").splitlines()]
        found += [part.strip() for line in lines for part in line.split("&&") if part.strip()]
    return found


def is_llmfig(command: str) -> bool:
    return Path(shlex.split(command)[0]).name == "llmfig"


def stand(document: Path, folder: Path) -> None:
    """Puts into an empty folder what a reader of a document has: nothing before `llmfig init`, else a project."""
    if any(command.startswith("llmfig init") for command in commands(document)):
        return
    for name in ("rl_basics/q_and_v.py", "basics/next_token.py"):
        file = folder / "figures" / name
        file.parent.mkdir(parents=True)
        file.write_text(dedent(GOOD), encoding="utf-8")
    theme = folder / "themes" / "own.toml"
    theme.parent.mkdir()
    theme.write_text('extends = "book"\n', encoding="utf-8")
    for line in ("git init --quiet --initial-branch main", "git add --all", "git commit --quiet --message start"):
        subprocess.run(line.split(), cwd=folder, check=True)


@pytest.mark.parametrize("document", [d for d in DOCUMENTS if commands(d)], ids=lambda d: d.stem)
def test_the_commands_of_a_document_work(document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in WHO.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    stand(document, tmp_path)
    for command in commands(document):
        if command in NOT_RUN:
            continue
        words = shlex.split(command)
        if is_llmfig(command) and words[1] == "preview":
            preview(words[1:])
        elif is_llmfig(command):
            result = CliRunner().invoke(app, words[1:])
            assert result.exit_code in EXIT.get(words[1], (0,)), f"{command}\n{result.output}"
        elif words[0] == "cd":
            monkeypatch.chdir(words[1])
        else:
            assert words[0] == "git", f"{command}: run it here, or say in NOT_RUN why not"
            done = subprocess.run(words, capture_output=True, text=True, check=False)
            assert done.returncode == 0, f"{command}\n{done.stderr}"


def preview(arguments: list[str]) -> None:
    """Starts a preview, and ends it as a reader does once it has told where it is."""
    code = "import sys; sys.argv[0] = 'llmfig'; from llmfig.cli.app import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments, "--port", "0", "--no-open"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )
    assert process.stdout is not None
    try:
        first = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    finally:
        process.kill()
    assert first.startswith("http://"), f"{arguments}\n{first}{errors}"
    assert process.returncode in (0, 130), errors


def test_what_is_not_run_is_in_a_document() -> None:
    found = {command for document in DOCUMENTS for command in commands(document)}
    assert set(NOT_RUN) <= found, "drop what no document tells any more"
    scripts = {word for command in found for word in command.split() if word.startswith("scripts/")}
    assert scripts
    for script in scripts:
        assert os.access(ROOT / script, os.X_OK), script


def inline() -> Iterator[tuple[str, str]]:
    """The commands that stand within sentences, with their document; a heading may be what llmfig says."""
    for document in DOCUMENTS:
        text = re.sub(r"^```.*?^```|^#.*?$", "", document.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
        for code in INLINE.findall(text):
            yield document.name, code


@pytest.mark.parametrize(("document", "code"), sorted(set(inline())))
def test_a_command_within_a_sentence_has_its_options(document: str, code: str) -> None:
    group: Any = get_command(app)
    name, *words = code.replace("[", " ").replace("]", " ").split()[1:]
    if name.startswith("-"):
        assert name in options(group.params), f"{document}: {code}"
        return
    assert name in group.commands, f"{document}: {code}"
    asked = {word.partition("=")[0] for word in words if word.startswith("-")}
    assert asked <= options(group.commands[name].params), f"{document}: {code}"


def options(params: Sequence[Any]) -> set[str]:
    """All options among the parameters of a command."""
    return {name for param in params for name in (*param.opts, *param.secondary_opts)} | {"--help", "-h"}
