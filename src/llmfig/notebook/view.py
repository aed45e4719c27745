"""How figures and elements show themselves in a notebook: as SVG or PNG, or as HTML where both languages are shown.

HTML holds pictures as data of `<img>`, where nothing in them can run or load anything. A mistake of the author's is
shown in place of the picture.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from llmfig.bilingual import LANGS, Lang
from llmfig.errors import FigureError
from llmfig.notebook import cells
from llmfig.notebook.choice import Shot, Shown, chosen, theme_of
from llmfig.notebook.message import Message, message, visible
from llmfig.project import enclosing
from llmfig.render.xml import LANGUAGES
from llmfig.scene.model import Scene

if TYPE_CHECKING:
    from llmfig.layout.element import Element

Bundle = tuple[dict[str, str], dict[str, dict[str, int]]]
HTML, PLAIN, SVG, PNG = "text/html", "text/plain", "image/svg+xml", "image/png"
IMAGES: dict[Shot, str] = {"svg": SVG, "png": PNG}
SHARPNESS = 2.0  # pixels of a PNG for one px on the screen
MOST = 16.0  # pixels of a PNG for one px of the figure
NAMES: dict[Lang, str] = {"en": "English", "zh": "Chinese"}


@dataclass(frozen=True, slots=True)
class View:
    """A figure in a certain language, theme and size: the last line of a cell, or to be handed to `display`.

    What is None is what `llmfig.use` chose, at the moment of display.

    Attributes:
        draw: makes the picture in a language and a theme.
        name: what a terminal shows.
    """

    draw: Callable[[Lang, str | None], Scene]
    name: str
    lang: Shown | None = None
    theme: str | None = None
    width: float | None = None
    format: Shot | None = None

    def __repr__(self) -> str:
        return self.name

    @staticmethod
    def of(element: Element) -> View:
        """An element that stands alone. Its words are those of the language it was made in, so it is shown once."""

        def draw(lang: Lang, theme: str | None) -> Scene:
            from llmfig.build import sketch

            return sketch(element, lang, theme_of(enclosing(), theme, element.source))

        return View(draw, repr(element), "en" if chosen.lang == "both" else chosen.lang)

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> Bundle | None:
        """What a notebook shows, by type: an image of the chosen format or of those that `include` names, or HTML; and
        always text.

        Raises:
            FigureError: when the figure is wrong, and `include` leaves no way to tell it.
        """
        if cells.is_terminal():
            return None  # it shows the repr
        lang = self.lang or chosen.lang
        image = IMAGES[self.format or chosen.format]
        asked = set(include or ())
        if lang == "both":
            langs, types = LANGS, {image}
            if asked & {SVG, PNG} and HTML not in asked:
                raise FigureError(
                    "both languages side by side are HTML, not an image", fix='choose one language: .view("en")'
                )
        else:
            langs = (lang,)
            types = (asked & {SVG, PNG} if asked else {image}) - set(exclude or ())
        pictures: list[Picture] = []
        errors: dict[Lang, FigureError] = {}
        for one in langs:
            try:
                pictures.append(self._picture(one, types))
            except FigureError as error:
                errors[one] = error
        if errors and asked and not {HTML, PLAIN} & asked:
            raise next(iter(errors.values()))
        if errors or lang == "both":
            return _as_html(pictures, errors, image)
        return pictures[0].data | {PLAIN: str(pictures[0])}, pictures[0].sizes()

    def _picture(self, lang: Lang, types: Collection[str]) -> Picture:
        # Only what is drawn pays for drawing.
        from llmfig.notebook.ids import id_prefix
        from llmfig.render.png import to_png
        from llmfig.render.svg import to_svg

        scene = self.draw(lang, self.theme)
        width = self.width or scene.width
        data = {}
        if SVG in types:
            svg = to_svg(scene, id_prefix=id_prefix(scene), width=width)
            data[SVG] = svg[svg.index("<svg") :]  # HTML, which it may become part of, knows no XML declaration
        if PNG in types:
            png = to_png(scene, scale=min(MOST, SHARPNESS * width / scene.width))
            data[PNG] = base64.b64encode(png).decode()
        return Picture(scene, round(width), round(width * scene.height / scene.width), data)


@dataclass(frozen=True, slots=True)
class Picture:
    """A scene as it is shown, width by height px: SVG as text, PNG in base64."""

    scene: Scene
    width: int
    height: int
    data: dict[str, str]

    def __str__(self) -> str:
        return visible(": ".join(filter(None, (self.scene.title, self.scene.alt))))

    def sizes(self) -> dict[str, dict[str, int]]:
        """The size on the screen of what has another number of pixels, by type."""
        return {PNG: {"width": self.width, "height": self.height}} if PNG in self.data else {}

    def link(self, type: str) -> str:
        """The picture as a `data:` URI."""
        data = self.data[type]
        return f"data:{type};base64,{base64.b64encode(data.encode()).decode() if type == SVG else data}"


def _as_html(pictures: Sequence[Picture], errors: Mapping[Lang, FigureError], image: str) -> Bundle:
    """Pictures side by side, and what went wrong below them."""
    told: dict[Message, list[Lang]] = {}
    for lang, error in errors.items():
        told.setdefault(message(error), []).append(lang)
    # An error that all there is has in common needs no language.
    mixed = bool(pictures) or len(told) > 1
    messages = [(m, [NAMES[lang] for lang in langs] if mixed else []) for m, langs in told.items()]
    plain = [*map(str, pictures), *(f"[{', '.join(names)}] {m}" if names else str(m) for m, names in messages)]
    from llmfig.web.templates import page

    html = page("notebook/shown.html", pictures=pictures, messages=messages, image=image, languages=LANGUAGES)
    return {HTML: html, PLAIN: "\n".join(plain)}, {}
