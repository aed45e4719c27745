"""From a figure definition to a Scene: run the author's function in one language, lay it out, route, paint."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, NoReturn

from llmfig.bilingual import LANGS, Lang, drawing
from llmfig.connect.draw import draw
from llmfig.connect.solve import Solution, solve
from llmfig.elements.inline import said
from llmfig.errors import FigureError, Source, called_from, is_authors
from llmfig.geometry import Rect, union
from llmfig.layout.align import apply_alignments
from llmfig.layout.element import RETURNED, Element, as_element
from llmfig.layout.engine import Layout
from llmfig.layout.references import check_handed_over, watching
from llmfig.page import Page
from llmfig.scene.model import Allowance, Group, Item, Scene, Translation
from llmfig.text.markup import parse
from llmfig.theme.model import Theme

if TYPE_CHECKING:
    from llmfig.registry import FigureDef

MARGIN = 12.0  # round an element that is drawn alone, px


@dataclass(frozen=True, slots=True)
class Built:
    """A figure in one language: the Scene, and the layout that it came of. The layout knows what a picture no longer
    shows: anchors, tracks, which element of the author's became which group (`layout.ids`).
    """

    scene: Scene
    layout: Layout


def build_scene(definition: FigureDef, lang: Lang, theme: Theme) -> Scene:
    """Draw one figure in one language.

    Raises:
        FigureError: for everything that is wrong in the figure, with the author's file and line.
    """
    return build(definition, lang, theme).scene


def build(definition: FigureDef, lang: Lang, theme: Theme) -> Built:
    """Draw one figure in one language, and keep its layout; raises as `build_scene`."""
    with drawing(lang) as uses, watching() as made:
        body = _run(definition)
        try:
            layout, solution = _lay_out(body, lang, theme, made)
            return Built(_scene(definition, lang, theme, layout, solution, body, tuple(uses)), layout)
        except FigureError as error:
            raise error.at(definition.source) from error.__cause__
        except Exception as error:
            raise_explained(error, definition.source)


def sketch(body: Element, lang: Lang, theme: Theme) -> Scene:
    """Draw an element as it is, on paper of its size, without the page round a figure.

    Raises:
        FigureError: for everything that is wrong in it, with the author's file and line.
    """
    with drawing(lang) as uses:
        try:
            as_element(body, where="what is shown alone")
            layout, solution = _lay_out(body, lang, theme)
            content = _content(layout)
            canvas = Rect(0, 0, round(content.w + 2 * MARGIN), round(content.h + 2 * MARGIN))
            items = _painted(layout, solution, body, MARGIN - content.x, MARGIN - content.y)
        except FigureError as error:
            raise error.at(body.source) from error.__cause__
        except Exception as error:
            raise_explained(error, body.source)
        return Scene(
            id=body.kind,
            chapter="",
            lang=lang,
            width=canvas.w,
            height=canvas.h,
            title=type(body).__name__,
            alt="",
            credit="",
            theme=theme.name,
            background=theme.paper,
            root=Group(id="figure", kind="figure", rect=canvas, children=tuple(items), clear=True, source=body.source),
            source=body.source,
            allowances=_allowances(layout),
            translations=tuple(uses),
        )


def _run(definition: FigureDef) -> Element:
    """The element that the author's function returns."""
    try:
        body = definition.function()
    except FigureError as error:
        raise error.at(author_line(error.__traceback__) or definition.source) from error.__cause__
    except Exception as error:
        raise_explained(error, definition.source)
    if not isinstance(body, Element):
        from llmfig.mistakes.returns import no_figure

        raise no_figure(body, definition)
    return as_element(body, where=RETURNED)


def raise_explained(error: Exception, source: Source) -> NoReturn:
    """Raise an exception as the author's mistake that is behind it; as it is where llmfig itself is to blame.

    Args:
        error: what was raised.
        source: the place to name where the mistake tells none.
    """
    from llmfig.mistakes import explained  # only when something went wrong

    mistake = explained(error)
    if mistake is None:
        raise error
    raise mistake.at(source) from error


def author_line(trace: TracebackType | None) -> Source | None:
    """The innermost line of a traceback that is not in the package or a library."""
    steps = list(traceback.walk_tb(trace))
    while steps and not is_authors(steps[-1][0].f_code.co_filename):
        steps.pop()
    if not steps:
        return None
    frame, line = steps[-1]
    return Source(frame.f_code.co_filename, line, called_from(reversed(steps)))


def author_lines(trace: TracebackType | None) -> list[Source]:
    """The lines of a traceback that are not in the package or a library, outermost first."""
    return [Source(f.filename, f.lineno or 0) for f in traceback.extract_tb(trace) if is_authors(f.filename)]


def _lay_out(body: Element, lang: Lang, theme: Theme, made: Sequence[Element] = ()) -> tuple[Layout, Solution]:
    layout = Layout(theme, lang)
    layout.prepare(body)
    check_handed_over(layout, made)
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
    content = _content(layout)
    page = Page.around(content, definition.title[which], lang, theme)
    items = (page.group(), *_painted(layout, solution, body, page.dx - content.x, page.dy - content.y))
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
        rights=getattr(theme.credit.rights, lang),
        theme=theme.name,
        background=theme.paper,
        root=Group(id="figure", kind="figure", rect=canvas, children=items, clear=True, source=definition.source),
        source=definition.source,
        allowances=(*definition.allow, *_allowances(layout)),
        translations=uses,
    )


def _content(layout: Layout) -> Rect:
    """What the drawing takes up."""
    frames = [rect for element, rect in layout.placed() if rect.w > 0 and rect.h > 0]
    frames += [a.frame(layout) for a in layout.links]
    if not frames:
        raise FigureError("there is nothing to draw in this figure", fix="give its elements some content")
    return union(frames)


def _painted(layout: Layout, solution: Solution, body: Element, dx: float, dy: float) -> list[Item]:
    """The drawing, moved by so many px."""
    dx, dy = round(dx, 2), round(dy, 2)
    layout.shift(dx, dy)
    solution = solution.shifted(dx, dy)
    items: list[Item] = [layout.group(body, body.kind)]  # first: it names the groups that connectors end at
    items += [draw(layout, arrow, solution, f"link-{i}") for i, arrow in enumerate(layout.links, 1)]
    return items


def _allowances(layout: Layout) -> tuple[Allowance, ...]:
    """The exceptions that are written at elements."""
    return tuple(
        Allowance(rule, id, reason, element.source)
        for element, id in layout.ids.items()
        for rule, reason in element.__dict__.get("_allowed", {}).items()
    )
