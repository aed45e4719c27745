"""Draws examples and figures: a piece of code becomes a picture in each language."""

from __future__ import annotations

import ast
import linecache
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import llmfig
from llmfig.bilingual import LANGS, Lang, drawing
from llmfig.build import build_scene, sketch
from llmfig.check import check_figure
from llmfig.check.finding import Finding
from llmfig.errors import FigureError, Source
from llmfig.glossary import load as load_glossary
from llmfig.layout.element import as_element
from llmfig.notebook.choice import chosen
from llmfig.notebook.figure import Figure
from llmfig.project import at
from llmfig.registry import FigureDef
from llmfig.render.svg import to_svg
from llmfig.runner.render import theme as theme_of
from llmfig.scene.model import Scene
from llmfig.theme.model import Theme

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
# Rules about the page of a figure, which an example does not have.
PAGE_RULES = frozenset({"missing-title", "missing-alt"})


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture in all languages.

    Attributes:
        name: what its files are called.
        scenes: one per language, in the order of `LANGS`.
    """

    name: str
    scenes: tuple[Scene, ...]

    @property
    def alike(self) -> bool:
        """Whether the pictures of all languages are the same, so that one will do."""
        return len({svg(replace(s, lang=LANGS[0], alt="", title="")) for s in self.scenes}) == 1

    def findings(self) -> list[Finding]:
        """What the checks say, without what is allowed and what only a page can have."""
        theme = theme_of(at(DOCS), self.scenes[0].theme)
        found = check_figure(self.scenes, theme, glossary=load_glossary(DOCS))
        return [f for f in found if f.rule not in PAGE_RULES and f.allowed is None]


def draw(name: str, code: str, *, alt: Sequence[str]) -> Drawn:
    """Draw an example; its last statement is the element that is drawn, or a figure with its page.

    Args:
        name: what its files are called.
        code: in which all public names are known.
        alt: what the picture shows, one per language.

    Raises:
        FigureError: for everything that is wrong in the example, with its line.
    """
    return _drawn(name, alt, lambda lang: _example(name, code, lang))


def draw_sheet(definition: FigureDef) -> Drawn:
    """Draw a figure without its page; raises as `draw`."""
    return _drawn(definition.id, definition.alt, lambda lang: _element(definition.id, definition.function, lang))


def draw_figure(name: str, definition: FigureDef, theme: Theme) -> Drawn:
    """Draw a figure with its page; raises as `draw`."""
    return Drawn(name, tuple(build_scene(definition, lang, theme) for lang in LANGS))


def _drawn(name: str, alt: Sequence[str], scene: Callable[[Lang], Scene]) -> Drawn:
    # Ids of SVG must not hold dots.
    id = name.replace(".", "-")
    return Drawn(name, tuple(replace(scene(lang), id=id, alt=words) for lang, words in zip(LANGS, alt, strict=True)))


def _example(name: str, code: str, lang: Lang) -> Scene:
    with _workplace():
        return _element(name, lambda: run(name, code), lang)


def _element(name: str, function: Callable[[], object], lang: Lang) -> Scene:
    with drawing(lang) as uses:
        value = function()
        if isinstance(value, Figure):
            return build_scene(value.definition, lang, _theme(value.definition))
        scene = sketch(as_element(value, where=f"the last line of {name}"), lang, _theme())
    return replace(scene, title=name, translations=tuple(uses))


def _theme(definition: FigureDef | None = None) -> Theme:
    """The theme that an example chose, or else that of the documentation; figures of the collection have its own."""
    collection = definition is not None and definition.file.is_relative_to(ROOT / "figures")
    project = at(ROOT if collection else DOCS)
    return theme_of(project, chosen.theme or project.settings.theme)


@contextmanager
def _workplace() -> Iterator[None]:
    """A folder that an example may write into, from which it finds the figures of the collection. What it chooses by
    `use` ends with it.
    """
    before = Path.cwd()
    choice = {field.name: getattr(chosen, field.name) for field in fields(chosen)}
    with TemporaryDirectory() as folder:
        Path(folder, "figures").symlink_to(ROOT / "figures")
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)
            for name, value in choice.items():
                setattr(chosen, name, value)


def run(name: str, code: str) -> object:
    """The value of the last statement of an example."""
    file = f"example of {name}"
    linecache.cache[file] = (len(code), None, code.splitlines(keepends=True), file)
    names = {n: getattr(llmfig, n) for n in llmfig.__all__}
    tree = ast.parse(code, file)
    last = tree.body.pop()
    if not isinstance(last, ast.Expr):
        raise FigureError(
            "the last line of an example is not an element",
            fix="end it with the element to draw",
            source=Source(file, last.lineno),
        )
    exec(compile(tree, file, "exec"), names)
    return eval(compile(ast.Expression(last.value), file, "eval"), names)


@lru_cache(maxsize=1024)
def svg(scene: Scene) -> bytes:
    """The picture as a file. It is shown as an image, so nobody can select the text in it."""
    return to_svg(scene, hidden_text=False).encode()
