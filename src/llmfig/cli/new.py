"""`llmfig new`: a working figure to start from."""

from __future__ import annotations

import keyword
import os
from pathlib import Path
from typing import Annotated

import typer

from llmfig.cli.report import guarded
from llmfig.errors import FigureError
from llmfig.project import Project, at, find
from llmfig.registry import discover, plain_name

TEMPLATE = r'''"""One sentence on what the reader is to see here."""

from llmfig import Arrow, Box, Diagram, Row, figure, tr


@figure(
    title=({title}, {title_zh}),
    # What a reader who cannot see the figure is told.
    alt=(
        "A prompt x goes into the policy model, from which a response y is sampled.",
        "提示词 x 输入策略模型，从中采样得到回复 y。",
    ),
)
def {id}() -> Diagram:
    # Runs once for each language; tr("English", "中文") is the side that is drawn. Roles stand for colours.
    prompt = Box(tr("Prompt $x$", "提示词 $x$"), role="data")
    model = Box(tr("Policy model", "策略模型"), role="model")
    response = Box(tr("Response $y$", "回复 $y$"), role="sample")
    return Diagram(
        Row(prompt, model, response, gap="xl"),
        Arrow(prompt, model),
        Arrow(model, response, label=r"$y \sim \pi_\theta(\cdot \mid x)$"),
    )
'''


def new(
    name: Annotated[str, typer.Argument(metavar="CHAPTER/ID", help="Where it goes: figures/CHAPTER/ID.py.")],
    title: Annotated[str, typer.Option(help="The English title.")] = "",
    title_zh: Annotated[str, typer.Option("--title-zh", help="The Chinese title.")] = "",
) -> None:
    """Write a figure to start from, in both languages. Never overwrites one."""
    with guarded():
        chapter, slash, id = name.removesuffix(".py").partition("/")
        if not slash or not chapter or not id or "/" in id:
            raise FigureError(
                f"{name!r} does not name a figure", fix="write CHAPTER/ID, as in rl_basics/policy_gradient"
            )
        for part in (chapter, id):
            if not part.isidentifier() or keyword.iskeyword(part) or part.startswith("_") or not part.isascii():
                raise FigureError(
                    f"{part!r} cannot be the name of a figure or a chapter",
                    fix=f"use letters, digits and _: {plain_name(part)}",
                )
        project = _project()
        file = project.figures / chapter / f"{id}.py"
        taken = next((ref.file for ref in discover(project) if ref.id == id), file if file.exists() else None)
        if taken:
            raise FigureError(f"there is a figure {id!r} already: {project.shown(taken)}", fix="choose another id")
        hint = _untitled(project, chapter)
        words = title or id.replace("_", " ").capitalize()
        text = TEMPLATE.format(id=id, title=_quoted(words), title_zh=_quoted(title_zh or f"{words}（译名）"))
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8") as stream:
            stream.write(text)
        typer.echo(f"wrote {os.path.relpath(file)}{hint}\nnext: llmfig preview {id}, or llmfig render {id}")


def _project() -> Project:
    """The project that is here, or a new one."""
    try:
        return find()
    except FigureError:
        return at(Path.cwd())


def _untitled(project: Project, chapter: str) -> str:
    """What to add to the settings, when they have no title for a chapter yet."""
    if project.file is None or any(known.id == chapter for known in project.settings.chapters):
        return ""
    table = "tool.llmfig.chapters" if project.file.name == "pyproject.toml" else "chapters"
    title = chapter.replace("_", " ").capitalize()
    lines = (f"[[{table}]]", f'id = "{chapter}"', f'en = "{title}"', 'zh = "……"')
    return "".join([f"\nthe chapter has no title yet; add to {project.file.name}", *(f"\n  {line}" for line in lines)])


def _quoted(text: str) -> str:
    """A Python string literal, in double quotes as everywhere."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'
