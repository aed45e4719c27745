"""What pages of the guide show: code, pictures, what a command says. A comment before a block names its source.

    <!-- file: figures/tutorial/step_1.py -->       the whole file, in the code block that follows
    <!-- from: figures/tutorial/step_2.py -->       parts of it; a line `...` stands for what is left out
    <!-- picture: tutorial/step_1 -->               both pictures of a figure of `docs/`, in a table
    <!-- picture: tutorial/step_1 dark -->          the same in another theme
    <!-- mistake: figures/tutorial/step_1.py -->    a diff that mends a mistake: the file is the mended one
    <!-- says: llmfig check my_figure -->           what the command says to the last mistake

Whole files, pictures and outputs are filled in by `filled`. Parts and mistakes are written by hand; `wrong` tells where
they are not as the file is.
"""

from __future__ import annotations

import contextlib
import re
import shlex
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from typer.testing import CliRunner

from llmfig.bilingual import LANGS
from llmfig.build import build_scene
from llmfig.cli.app import app
from llmfig.errors import FigureError
from llmfig.project import at
from llmfig.registry import load
from llmfig.runner.render import theme

MARKER = re.compile(r"^<!-- (file|from|picture|mistake|says): (.+?) -->\n\n?", re.MULTILINE)
FENCED = re.compile(r"```(\w+)\n(.*?)^```\n", re.DOTALL | re.MULTILINE)
TABLE = re.compile(r"(?:\|.*\n)*")
BESIDE = 700.0  # px: pictures that are wider stand one below the other
SIGNS = re.compile(r"[][|]")  # which mean something in a table of Markdown
FIGURE = "figures/decoding/speculative_decoding.py"  # what the guide calls the file of the reader


def filled(text: str, docs: Path) -> str:
    """A page with all that can be filled in.

    Args:
        text: the page.
        docs: the folder of the documentation.

    Raises:
        FigureError: when a marker has no block after it, or names a file that there is not.
    """
    out: list[str] = []
    done, broken = 0, ""
    for kind, name, start in _markers(text):
        out.append(text[done:start])
        done = start
        match kind:
            case "file":
                done = _block(text, start, name)[1]
                out.append(_fence(Path(name).suffix[1:].replace("py", "python"), _read(docs / name)))
            case "picture":
                table = TABLE.match(text, start)
                done = table.end() if table else start
                out.append(_pictures(docs, name) + ("" if text.startswith("\n", done) else "\n"))
            case "mistake":
                broken = with_mistake(_read(docs / name), _block(text, start, name)[0])
            case "says":
                done = _block(text, start, name)[1]
                out.append(_fence("text", said(name, broken)))
    return "".join([*out, text[done:]])


def wrong(text: str, docs: Path) -> list[str]:
    """What of the parts that are written by hand is not in the files, one message each."""
    found: list[str] = []
    for kind, name, start in _markers(text):
        if kind == "from":
            block, _ = _block(text, start, name)
            missing = absent(block, _read(docs / name))
            if missing:
                found.append(f"{name} does not hold, in this order:\n{missing}")
        elif kind == "mistake":
            try:
                with_mistake(_read(docs / name), _block(text, start, name)[0])
            except FigureError as error:
                found.append(str(error))
    return found


def absent(block: str, file: str) -> str:
    """The first part of a block that does not follow the parts before it in a file; "" when all do."""
    rest = file.splitlines()
    for part in re.split(r"^ *\.\.\.\n", block, flags=re.MULTILINE):
        lines = part.strip("\n").splitlines()
        at = next((i for i in range(len(rest) - len(lines) + 1) if rest[i : i + len(lines)] == lines), None)
        if at is None:
            return part
        rest = rest[at + len(lines) :]
    return ""


def with_mistake(file: str, diff: str) -> str:
    """A file as it was before a diff mended it. Lines with - go before those with + that replace them.

    Raises:
        FigureError: when the file is not as the diff leaves it.
    """
    for hunk in re.finditer(r"((?:^-.*\n)+)((?:^\+.*\n)+)", diff, re.MULTILINE):
        before, after = (re.sub(r"^[-+]", "", side, flags=re.MULTILINE) for side in hunk.groups())
        if file.count(after) != 1:
            raise FigureError(f"the file holds {file.count(after)} times what the diff leaves:\n{after}")
        file = file.replace(after, before)
    return file


def said(command: str, code: str) -> str:
    """What a command of llmfig says in a project of one figure: its errors, or else what it prints."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        file = Path(folder, FIGURE)
        file.parent.mkdir(parents=True)
        file.write_text(code, encoding="utf-8")
        result = CliRunner().invoke(app, shlex.split(command)[1:])
        return result.stderr or result.stdout


def _markers(text: str) -> Iterator[tuple[str, str, int]]:
    """Kind, name and end of each marker."""
    return ((m[1], m[2], m.end()) for m in MARKER.finditer(text))


def _block(text: str, start: int, name: str) -> tuple[str, int]:
    """The content of the code block at `start`, and where it ends."""
    block = FENCED.match(text, start)
    if not block:
        raise FigureError(f"no code block follows the marker of {name}", fix="write ``` in the next line")
    return block[2], block.end()


def _fence(language: str, content: str) -> str:
    return f"```{language}\n{content.rstrip()}\n```\n"


def themed(pages: Iterable[str]) -> dict[str, list[str]]:
    """For each figure that pages show in other themes than the project's own: these themes."""
    found: dict[str, list[str]] = {}
    for page in pages:
        for kind, name, _ in _markers(page):
            figure, _, other = name.partition(" ")
            if kind == "picture" and other and other not in found.setdefault(figure, []):
                found[figure].append(other)
    return found


def picture_name(figure: str, other: str) -> str:
    """What the files of a picture are called, without language and format, in another theme than the project's own."""
    return f"{figure}.{other}" if other else figure


def _pictures(docs: Path, shown: str) -> str:
    """A table of both pictures; each is a link to itself, where it is shown at full size."""
    figure, _, other = shown.partition(" ")
    definition, project = load(docs / "figures" / f"{figure}.py"), at(docs)
    cells, wide = [], 0.0
    for lang, alt in zip(LANGS, definition.alt, strict=True):
        file, words = f"pictures/{picture_name(figure, other)}.{lang}.svg", SIGNS.sub(r"\\\g<0>", alt)
        cells.append(f"[![{words}]({file})]({file})")
        wide = max(wide, build_scene(definition, lang, theme(project, other or project.settings.theme)).width)
    if wide > BESIDE:
        return f"| English |\n| --- |\n| {cells[0]} |\n| **中文** |\n| {cells[1]} |\n"
    return f"| English | 中文 |\n| --- | --- |\n| {' | '.join(cells)} |\n"


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise FigureError(f"{file}: {error.strerror}", fix="correct the marker") from None
