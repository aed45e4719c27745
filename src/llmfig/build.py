"""From a figure definition to a Scene: run the author's function in one language, lay it out, route, paint."""

from __future__ import annotations

import sysconfig
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from llmfig.bilingual import LANGS, Lang, drawing
from llmfig.connect.draw import draw
from llmfig.connect.solve import Solution, solve
from llmfig.elements.inline import said
from llmfig.errors import PACKAGE, FigureError, Source
from llmfig.geometry import Rect, union
from llmfig.layout.align import apply_alignments
from llmfig.layout.element import Element, as_element
from llmfig.layout.engine import Layout
from llmfig.page import Page
from llmfig.scene.model import Allowance, Group, Item, Scene, Translation
from llmfig.text.markup import parse
from llmfig.theme.model import Theme

if TYPE_CHECKING:
    from llmfig.registry import FigureDef


def build_scene(definition: FigureDef, lang: Lang, theme: Theme) -> Scene:
    """Draw one figure in one language.

    Raises:
        FigureError: for everything that is wrong in the figure, with the author's file and line.
    """
    with drawing(lang) as uses:
        body = _run(definition)
        try:
            layout, solution = _lay_out(body, lang, theme)
            return _scene(definition, lang, theme, layout, solution, body, tuple(uses))
        except FigureError as error:
            raise error.at(definition.source) from error.__cause__


def _run(definition: FigureDef) -> Element:
    """The element that the author's function returns."""
    try:
        body = definition.function()
    except FigureError as error:
        raise error.at(author_line(error.__traceback__) or definition.source) from error.__cause__
    except Exception as error:
        raise FigureError(
            f"{type(error).__name__}: {error}",
            fix="the figure function raised this; run with --traceback to see how it came to it",
            source=author_line(error.__traceback__) or definition.source,
        ) from error
    if body is None:
        raise FigureError(
            "the figure function returns nothing",
            fix="end it with `return` and the element to draw",
            source=definition.source,
        )
    if not isinstance(body, Element):
        raise FigureError(
            f"the figure function returns {type(body).__name__} {body!r}, not an element",
            fix="return a Row, Column, Grid, Diagram, ...",
            source=definition.source,
        )
    return as_element(body, where="what the figure function returns")


def author_line(trace: TracebackType | None) -> Source | None:
    """The innermost line of a traceback that is not in the package or a library."""
    frames = [f for f in traceback.extract_tb(trace) if not _is_library(f.filename)]
    return Source(frames[-1].filename, frames[-1].lineno or 0) if frames else None


def _is_library(file: str) -> bool:
    installed = {"site-packages", "dist-packages"} & set(Path(file).parts)
    return bool(installed) or file.startswith((PACKAGE, sysconfig.get_path("stdlib"), "<"))


def _lay_out(body: Element, lang: Lang, theme: Theme) -> tuple[Layout, Solution]:
    layout = Layout(theme, lang)
    layout.prepare(body)
    size = layout.settle(body)
    layout.arrange(body, Rect(0, 0, size.w, size.h))
    apply_alignments(layout)
    return layout, solve(layout)


def _scene(
    definition: FigureDef,
    lang: Lang,
    theme: Theme,
    layout: Layout,
    solution: Solution,
    body: Element,
    uses: tuple[Translation, ...],
) -> Scene:
    which = LANGS.index(lang)
    frames = [rect for element, rect in layout.placed() if rect.w > 0 and rect.h > 0]
    frames += [a.frame(layout) for a in layout.links]
    if not frames:
        raise FigureError("there is nothing to draw in this figure", fix="give its elements some content")
    content = union(frames)
    page = Page.around(content, definition.title[which], lang, theme)
    dx, dy = round(page.dx - content.x, 2), round(page.dy - content.y, 2)
    layout.shift(dx, dy)
    solution = solution.shifted(dx, dy)
    items: list[Item] = [page.group(), layout.group(body, body.kind)]
    items += [draw(layout, arrow, solution, f"link-{i}") for i, arrow in enumerate(layout.links, 1)]
    canvas = Rect(0, 0, page.width, page.height)
    return Scene(
        id=definition.id,
        chapter=definition.chapter,
        lang=lang,
        width=page.width,
        height=page.height,
        title=said(parse(definition.title[which])),
        alt=definition.alt[which],
        credit=page.credit.plain,
        theme=theme.name,
        background=theme.paper,
        root=Group(
            id="figure", kind="figure", rect=canvas, children=tuple(items), clear=True, source=definition.source
        ),
        source=definition.source,
        allowances=_allowances(definition, layout),
        translations=uses,
    )


def _allowances(definition: FigureDef, layout: Layout) -> tuple[Allowance, ...]:
    found = list(definition.allow)
    for element, id in layout.ids.items():
        for rule, reason in element.__dict__.get("_allowed", {}).items():
            found.append(Allowance(rule, id, reason, element.source))
    return tuple(found)
