"""The code of a figure as HTML, and the modules of the project that belong to it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from llmfig.gallery.model import Module
from llmfig.project import Project
from llmfig.registry import FigureRef


def module(project: Project, path: str) -> Module:
    """A file of the project, as it is now."""
    return Module(path, (project.root / path).read_text(encoding="utf-8", errors="replace"))


def helpers(project: Project, ref: FigureRef, inputs: Iterable[str]) -> tuple[Module, ...]:
    """The modules beside the figure's own among the files that it was drawn from (paths from the project)."""
    own = ref.file.relative_to(project.root).as_posix()
    folder = project.figures.relative_to(project.root).as_posix()
    paths = [p for p in sorted(set(inputs)) if p.startswith(f"{folder}/") and p.endswith(".py") and p != own]
    return tuple(module(project, path) for path in paths)


@cache  # a helper is shown with many figures, and every figure in two languages
def highlighted(text: str) -> tuple[Markup, ...]:
    """The lines of a Python module as HTML, with pygments' short class names."""
    lexer = PythonLexer(stripnl=False, ensurenl=True)
    # The formatter escapes the code, and opens and closes its spans on every line.
    html = highlight(text.expandtabs(4), lexer, HtmlFormatter(nowrap=True))
    return tuple(Markup(line) for line in html.removesuffix("\n").split("\n"))
