"""Figures without files, for the tests of the core: lay one out, draw one, or catch what is wrong with it.

Random figures come as `Spec`s: calls that have not been made yet. So one can be built as often as it takes, in either
language, and a failing example prints as the source code of the figure.
"""

from __future__ import annotations

import linecache
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path as File
from types import CodeType

import pytest
from hypothesis import HealthCheck, settings

from llmfig import Arrow, FigureError, tr
from llmfig.bilingual import Lang, drawing
from llmfig.build import _lay_out, build_scene
from llmfig.connect.solve import Solution
from llmfig.errors import Source
from llmfig.geometry import Path, Point, Rect, segments_of
from llmfig.layout.element import Element, Size
from llmfig.layout.engine import Layout
from llmfig.layout.place import Place
from llmfig.registry import FigureDef
from llmfig.scene.model import Scene
from llmfig.theme.load import load

BOOK = load("book")
FACTOR = int(os.environ.get("LLMFIG_LAWS", "1"))  # a larger number tries the laws on so many times more examples
Draw = Callable[[], object]


def law(examples: int) -> settings:
    """Settings of a law: the same examples in every run, so that it fails for everyone or for nobody."""
    skipped = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    return settings(max_examples=examples * FACTOR, deadline=None, derandomize=True, suppress_health_check=skipped)


# Building ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Words:
    """A text in both languages."""

    en: str
    zh: str

    def __repr__(self) -> str:
        return f"tr({self.en!r}, {self.zh!r})"


@dataclass(frozen=True)
class Spec:
    """A call to be made: of an element's class, or of a function that returns one."""

    make: Callable[..., object]
    args: tuple[object, ...] = ()
    options: dict[str, object] = field(default_factory=dict)

    def build(self) -> Element:
        element = self.make(*map(built, self.args), **{k: built(v) for k, v in self.options.items()})
        assert isinstance(element, Element)
        return element

    def __repr__(self) -> str:
        words = [*map(repr, self.args), *(f"{k}={v!r}" for k, v in self.options.items())]
        return f"{self.make.__name__}({', '.join(words)})"


def built(value: object) -> object:
    """A value with all calls in it made."""
    match value:
        case Spec():
            return value.make(*map(built, value.args), **{k: built(v) for k, v in value.options.items()})
        case Words(en, zh):
            return tr(en, zh)
        case list():
            return [built(v) for v in value]
        case dict():
            return {k: built(v) for k, v in value.items()}
    return value


# Laying out ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Laid:
    """A figure that is laid out and routed."""

    root: Element
    layout: Layout
    solution: Solution

    def __getitem__(self, element: Element) -> Rect:
        """The frame that an element was given (a Diagram's with its notes)."""
        return self.frames[element]

    @property
    def frames(self) -> dict[Element, Rect]:
        return dict(self.layout.placed())

    def place(self, place: Place) -> Rect:
        """The frame that connectors see (a Diagram's is that of its body)."""
        return place.frame(self.layout)

    def size(self, element: Element) -> Size:
        return self.layout.measure(element)

    def route(self, arrow: Arrow) -> tuple[Point, ...]:
        return self.layout.routes[arrow]

    def pairs(self) -> Iterator[tuple[Element, Element]]:
        """Every placed element with its container, as far as that is placed, too."""
        frames = self.frames
        for element in frames:
            parent = self.layout.parents.get(element)
            if parent in frames:
                yield parent, element


def lay_out(body: Element, lang: Lang = "en") -> Laid:
    """An element as the whole of a figure."""
    layout, solution = _lay_out(body, lang, BOOK)
    return Laid(body, layout, solution)


def laid(spec: Spec, lang: Lang = "en") -> Laid:
    with drawing(lang):
        return lay_out(spec.build(), lang)


def define(function: Draw, title: str = "Title", *, zh: str = "标题") -> FigureDef:
    """A figure whose function is given, without a file of its own."""
    code = function.__code__ if hasattr(function, "__code__") else define.__code__
    return FigureDef(
        id="one",
        chapter="tests",
        title=(title, zh),
        alt=("What it shows.", "图示内容。"),
        function=function,
        source=Source(code.co_filename, code.co_firstlineno),
        file=File(code.co_filename),
    )


def scene(figure: Draw | Spec, lang: Lang = "en") -> Scene:
    """The picture of a figure function (or a spec)."""
    return build_scene(define(figure.build if isinstance(figure, Spec) else figure), lang, BOOK)


# Errors --------------------------------------------------------------------------------------------------------------


def fails(function: Draw, *words: str, at: str = "", lang: Lang = "en") -> FigureError:
    """The error of a figure function: it names the author's file and a line of the function, and a fix.

    Args:
        function: the figure function; it stands in the test, which so is the author's file.
        words: what the message must hold.
        at: what must stand in the line that is named.
        lang: the language to draw.
    """
    with pytest.raises(FigureError) as caught:
        build_scene(define(function), lang, BOOK)
    error = caught.value
    complain(error, *words)
    assert error.source is not None
    assert error.source.file == function.__code__.co_filename, error
    lines = {line for _, _, line in function.__code__.co_lines() if line is not None} | nested(function.__code__)
    assert error.source.line in lines, error
    assert at in linecache.getline(error.source.file, error.source.line), error
    return error


def nested(code: CodeType) -> set[int]:
    """The lines of the functions in a function."""
    inner = [c for c in code.co_consts if isinstance(c, CodeType)]
    return {code.co_firstlineno, *(n for c in inner for n in nested(c) | {n for _, _, n in c.co_lines() if n})}


def complain(error: FigureError, *words: str) -> None:
    """The message of an error has a fix and the words."""
    assert error.fix, error
    assert str(error) == error.message()
    for word in words:
        assert word in str(error), error


# Measuring -----------------------------------------------------------------------------------------------------------


def off(outline: Path, p: Point) -> float:
    """How far a point is from an outline, px."""
    return min(distance(p, a, b) for line in outline.polylines(96) for a, b in segments_of(line))


def distance(p: Point, a: Point, b: Point) -> float:
    """How far a point is from a segment, px."""
    dx, dy = b.x - a.x, b.y - a.y
    length = dx * dx + dy * dy
    t = min(1.0, max(0.0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length)) if length else 0.0
    return p.distance(Point(a.x + dx * t, a.y + dy * t))


def near(a: float, b: float, tolerance: float = 1e-6) -> bool:
    return abs(a - b) <= tolerance


def same(a: Rect, b: Rect, tolerance: float = 1e-6) -> bool:
    return all(near(getattr(a, k), getattr(b, k), tolerance) for k in ("x", "y", "w", "h"))
