"""Drawing and inspecting, in the process that does it. Imports all that draws."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from llmfig.bilingual import Lang
from llmfig.build import Built
from llmfig.check import check_figure
from llmfig.check.finding import Finding
from llmfig.elements.inline import said
from llmfig.errors import FigureError, Source
from llmfig.glossary import Glossary
from llmfig.glossary import load as load_glossary
from llmfig.preview.detail import details
from llmfig.preview.easel import Easel
from llmfig.preview.messages import Draw, Drawn, Inspect, Inspected, Name
from llmfig.project import at
from llmfig.registry import told
from llmfig.render.write import render
from llmfig.runner.draw import each_built
from llmfig.runner.outcome import Failure, failed
from llmfig.runner.render import theme as load_theme
from llmfig.runner.titles import Titles, titles
from llmfig.text.markup import parse
from llmfig.theme.files import theme_file
from llmfig.theme.model import Theme


def draw(easel: Easel, task: Draw) -> Drawn:
    """Draws one picture. Whatever goes wrong comes back in it."""
    started = time.perf_counter()
    if easel.figure != task.ref.file:
        easel.figure, easel.built = task.ref.file, {}
    easel.built.pop((task.theme, task.lang), None)
    inputs: dict[str, str] = {}
    pictures: list[Drawn] = []

    def keep(built: Built) -> None:
        svg, scene = render(built.scene, format="svg"), built.scene
        easel.built[task.theme, task.lang] = built
        seconds = time.perf_counter() - started
        pictures.append(Drawn(svg, scene.width, scene.height, scene.alt, inputs=inputs, seconds=seconds))

    try:
        theme = _theme(easel.root, task.theme)
    except Exception as error:
        return Drawn(failure=failed(error, task.ref), seconds=time.perf_counter() - started)
    failures = each_built(easel.root, theme, task.ref, (task.lang,), inputs, keep)
    if failures:
        return Drawn(failure=failures[0], inputs=inputs, seconds=time.perf_counter() - started)
    return pictures[0]


def _theme(root: Path, name: str) -> Theme:
    """A theme with the project's credit; what is wrong with it is at the file that says so."""
    project = at(root)
    file = theme_file(name, root)
    try:
        _ = project.settings
    except FigureError as error:
        raise error.at(Source(str(project.file), 1)) from None
    try:
        return load_theme(project, name)
    except FigureError as error:
        raise error.at(Source(str(file), 1)) from None


def inspect(easel: Easel, task: Inspect) -> Inspected:
    """Describes and checks the pictures of a figure that were drawn last."""
    built: dict[Lang, Built] = {}
    for lang in task.langs:
        if easel.figure != task.ref.file or (task.theme, lang) not in easel.built:
            draw(easel, Draw(task.ref, task.theme, lang))  # the process that drew it is gone
        if (task.theme, lang) in easel.built:
            built[lang] = easel.built[task.theme, lang]
    findings: list[Finding] = []
    trouble = ""
    scenes = [b.scene for b in built.values()]
    try:
        findings = check_figure(scenes, _theme(easel.root, task.theme), glossary=_glossary(easel.root))
    except Exception as error:  # a bug of a check is no reason to hide the rest
        trouble = f"the checks failed: {told(error)}"
    by_language = {lang: [f for f in findings if f.lang == lang] for lang in built}
    return Inspected(
        {lang: details(b, by_language[lang], easel.root, trouble) for lang, b in built.items()},
        {lang: sum(f.allowed is None for f in some) for lang, some in by_language.items()},
    )


def name(task: Name) -> Titles | Failure:
    """What a figure is called, without the markup."""
    found = titles(None, task.ref)
    if isinstance(found, Failure):
        return found
    en, zh = (_plain(title) for title in found.title)
    return replace(found, title=(en, zh))


def _plain(title: str) -> str:
    try:
        return said(parse(title))
    except FigureError:  # told where the figure is drawn
        return title


def _glossary(root: Path) -> Glossary:
    """The project's terms; a mistake in its glossary is told by `llmfig check`, and is no reason not to look."""
    try:
        return load_glossary(root)
    except FigureError:
        return load_glossary()
