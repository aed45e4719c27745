"""What `@figure` makes of a function: a figure that can be called, shown, saved and checked."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Literal, TypeVar, cast, get_args

from llmfig.bilingual import LANGS, Lang
from llmfig.errors import FigureError, Source, caller, check_number
from llmfig.notebook.choice import Shot, Shown, check_choice, one_language, theme_of
from llmfig.render.write import FORMATS, Format, write

if TYPE_CHECKING:
    from llmfig.check.finding import Finding
    from llmfig.notebook.view import Bundle, View
    from llmfig.project import Project
    from llmfig.registry import FigureDef
    from llmfig.scene.model import Scene

Body_co = TypeVar("Body_co", covariant=True)
TextMode = Literal["outline", "live"]
LEAST_SCALE, MOST_SCALE = 0.1, 16


class Figure(Generic[Body_co]):
    """A figure. `@figure` makes one of the function below it; `load_figure` gets one of a project.

    As the last line of a notebook's cell it shows itself, as `llmfig.use` chose. Calling it calls the function.

    Attributes:
        definition: title, alternative text and function, as the author declared them.

    Example:
        ```python
        @figure(
            title=("Softmax", "Softmax 函数"),
            alt=("Three logits become three probabilities.", "三个 logit 变成三个概率。"),
        )
        def softmax():
            logits, probs = Strip([2.0, 1.0, 0.1], role="data"), Strip([0.66, 0.24, 0.1], role="sample")
            return Diagram(Column(logits, probs, gap="l"), Arrow(logits, probs, label="softmax"))


        softmax.save("softmax.svg", lang="zh")
        softmax
        ```
    """

    # Those of the function.
    __name__: str
    __wrapped__: Callable[[], Body_co]

    def __init__(self, definition: FigureDef, project: Project | None = None) -> None:
        if not hasattr(definition, "function"):
            fix = "write @figure(title=..., alt=...) over a function, or load_figure('chapter/id')"
            raise FigureError("a Figure is not made by hand", fix=fix, source=caller())
        self.definition = definition
        self._project = project
        functools.update_wrapper(self, definition.function)

    def __call__(self) -> Body_co:
        """What the function returns: the elements, in the language that is being drawn."""
        return cast(Body_co, self.definition.function())

    def __repr__(self) -> str:
        return f"<Figure {self.name}: {self.definition.title[0]!r}>"

    @property
    def name(self) -> str:
        """`chapter/id`; the id alone for a figure of a notebook or script."""
        d = self.definition
        return f"{d.chapter}/{d.id}" if d.chapter else d.id

    @property
    def source(self) -> Source:
        """Where it is declared."""
        return self.definition.source

    @property
    def project(self) -> Project:
        """Whose themes, terms and settings it uses: its own, or those of the working directory."""
        from llmfig.project import at, enclosing

        if self._project is None and self.definition.chapter:
            return at(self.definition.file.parents[2])
        return self._project or enclosing()

    def scene(self, lang: str | None = None, theme: str | None = None) -> Scene:
        """The figure, laid out, as a frozen display list.

        Args:
            lang: `en` or `zh`; what `llmfig.use` chose when not given.
            theme: name of the theme; what `llmfig.use` chose, or else the project's own, when not given.

        Raises:
            FigureError: for what is wrong in the figure, with the author's line.
        """
        place = caller()
        return self._drawn(one_language(lang, place), theme, place)

    def _drawn(self, lang: Lang, theme: str | None, place: Source) -> Scene:
        used = theme_of(self.project, theme, place)
        # Only what is drawn pays for drawing.
        from llmfig.build import build_scene

        return build_scene(self.definition, lang, used)

    def save(
        self,
        path: str | os.PathLike[str],
        *,
        lang: str | None = None,
        theme: str | None = None,
        scale: float = 2,
        text: TextMode = "outline",
        format: Format | None = None,
    ) -> Path:
        """Writes the figure into a file, which is either the complete picture or what it was before.

        Args:
            path: the file; folders that are missing are made.
            lang: `en` or `zh`; what `llmfig.use` chose when not given.
            theme: name of the theme; what `llmfig.use` chose, or else the project's own, when not given.
            scale: pixels for one px of the figure, 0.1 to 16 (PNG only).
            text: `outline`, or `live` in an embedded font (SVG only).
            format: `svg`, `png` or `pdf`; by default what the file's name ends with.

        Returns:
            The path.

        Raises:
            FigureError: for a value that there is not, for what is wrong in the figure, or for a file that cannot be
                written.
        """
        place = caller()
        target = Path(path)
        kind = format or target.suffix.removeprefix(".").lower()
        if kind not in FORMATS and format is None:
            raise FigureError(
                f"the name of {str(target)!r} does not end in a format",
                fix='end it with .svg, .png or .pdf, or give format="svg"',
                source=place,
            )
        check_choice("format", kind, FORMATS, place)
        check_choice("way to write text", text, get_args(TextMode), place)
        check_number("scale", scale, place, least=LEAST_SCALE)
        if scale > MOST_SCALE:
            raise FigureError(f"{scale=} makes too large a picture", fix=f"give at most {MOST_SCALE}", source=place)
        scene = self._drawn(one_language(lang, place), theme, place)
        try:
            return write(scene, target, format=kind, scale=scale, text=text)
        except FigureError as error:
            raise error.at(place) from error.__cause__

    def check(self, *, theme: str | None = None) -> Findings:
        """What `llmfig check` says of the figure in both languages; `assert not softmax.check()` in a script stops at
        a finding.

        Args:
            theme: name of the theme; what `llmfig.use` chose, or else the project's own, when not given.
        """
        place = caller()
        scenes = [self._drawn(lang, theme, place) for lang in LANGS]
        from llmfig.check import check_figure
        from llmfig.glossary import load as load_glossary

        project = self.project
        used = theme_of(project, theme, place)
        return Findings(check_figure(scenes, used, glossary=load_glossary(project.root)))

    def view(
        self,
        lang: Shown | None = None,
        *,
        theme: str | None = None,
        width: float | None = None,
        format: Shot | None = None,
    ) -> View:
        """The figure as a notebook shows it in another language, theme or size: `softmax.view("both", theme="dark")`.

        What is not given is what `llmfig.use` chose.

        Args:
            lang: `en`, `zh`, or `both`: side by side.
            theme: name of the theme.
            width: px on the screen (each, of two); the figure's own width when not given. It never is wider than
                the notebook.
            format: `svg` or `png`.

        Raises:
            FigureError: for a value that there is not.
        """
        place = caller()
        if lang is not None:
            check_choice("language", lang, get_args(Shown), place)
        if format is not None:
            check_choice("format", format, get_args(Shot), place)
        if width is not None:
            check_number("width", width, place, least=1)
        if theme is not None:
            theme_of(self.project, theme, place)
        from llmfig.notebook.view import View

        return View(lambda one, name: self._drawn(one, name, self.source), repr(self), lang, theme, width, format)

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> Bundle | None:
        return self.view()._repr_mimebundle_(include, exclude)


class Findings(tuple["Finding", ...]):
    """What the checks find wrong with a figure: true when there is anything. Its text is a report.

    Attributes:
        allowed: what the figure's author allows, with the reason in each.
    """

    allowed: tuple[Finding, ...]

    def __new__(cls, found: Iterable[Finding]) -> Findings:
        everything = tuple(found)
        findings = super().__new__(cls, (f for f in everything if f.allowed is None))
        findings.allowed = tuple(f for f in everything if f.allowed is not None)
        return findings

    def __repr__(self) -> str:
        wrong = f"{len(self)} finding{'' if len(self) == 1 else 's'}" if self else "nothing wrong"
        allowed = f" ({len(self.allowed)} allowed)" if self.allowed else ""
        return "\n".join([*map(str, self), f"{wrong}{allowed}"])
