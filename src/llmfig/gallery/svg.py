"""The words in a written SVG, and where they stand: for search, and to show a reader the place."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path

from llmfig.gallery.model import Word
from llmfig.geometry import Point, Rect, union

_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?[\d.]+")
_DECOR = ("title", "credit")  # the title is searched as such; the credit is the same in all figures
_ASCENT, _DESCENT = 0.95, 0.3  # of a line, in em: enough for hanzi and for the tails of letters
_FIRST_WIDE = "\u2e80"  # from here on: hanzi and their marks

Turn = Callable[[Point], Point]


def read_svg(file: Path) -> tuple[int, int, tuple[Word, ...]]:
    """Size in px and words of a figure, from the SVG that llmfig wrote.

    Raises:
        OSError: when the file cannot be read.
        ValueError: when it is not such an SVG.
    """
    try:
        root = ET.parse(file).getroot()
        size = round(float(root.attrib["width"])), round(float(root.attrib["height"]))
    except (ET.ParseError, KeyError) as error:
        raise ValueError(f"{file.name} is not an SVG of llmfig: {error}") from None
    return *size, tuple(_words(root, ()))


def _words(group: ET.Element, turns: tuple[Turn, ...]) -> Iterator[Word]:
    """The words below an element: the outermost groups that say something, in paint order."""
    for child in group.iterfind(f"{_SVG}g"):
        kind, said = child.get("data-kind"), child.get("data-text", "")
        if kind is None or kind in _DECOR:
            continue
        inside = _turned(child, turns)
        if not said and child.find(f"{_SVG}text") is None:
            yield from _words(child, inside)
        elif boxes := list(_boxes(child, inside)):
            text = one_line(said or "".join("".join(t.itertext()) for t in child.iterfind(f"{_SVG}text")))
            if text:
                yield Word(text, " ".join(child.get("data-latex", "").split()), _whole(union(boxes)))


def _boxes(group: ET.Element, turns: tuple[Turn, ...]) -> Iterator[Rect]:
    """The places of what is written in a group, its own and that of groups in it."""
    for text in group.iterfind(f"{_SVG}text"):
        size = float(text.get("font-size", 0))
        for piece in [text, *text.iterfind(f"{_SVG}tspan")]:
            if piece.get("x"):
                yield _placed(_line(piece, float(piece.get("font-size", size))), turns)
    for child in group.iterfind(f"{_SVG}g"):
        if child.get("data-kind") is not None:
            yield from _boxes(child, _turned(child, turns))
        elif group.get("data-latex") and child.find(f"{_SVG}use") is not None:
            # The text of a formula has its width, its symbols have its height.
            yield _placed(_symbols(child), turns)


def _line(piece: ET.Element, size: float) -> Rect:
    xs, ys = _numbers(piece.get("x", "")), _numbers(piece.get("y", ""))
    across = float(piece.get("textLength", 0)) if len(xs) == 1 else max(xs) - min(xs) + size
    top = min(ys) - _ASCENT * size
    return Rect(min(xs), top, across, max(ys) + _DESCENT * size - top)


def _symbols(run: ET.Element) -> Rect:
    x, y, scale = (*_numbers(run.get("transform", "")), 0.0, 0.0, 0.0)[:3]
    across = [float(use.get("x", 0)) for use in run.iterfind(f"{_SVG}use")]
    em = 1000 * scale  # glyphs are drawn at 1000 units to the em
    return Rect(x + min(across) * scale, y - 0.8 * em, (max(across) - min(across)) * scale, em)


def _turned(group: ET.Element, turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """The turns that apply inside of a group, innermost first."""
    transform = group.get("transform", "")
    if not transform.startswith("rotate"):
        return turns
    degrees, cx, cy = _numbers(transform)
    sin, cos = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))

    def turn(p: Point) -> Point:
        dx, dy = p.x - cx, p.y - cy
        return Point(cx + dx * cos - dy * sin, cy + dx * sin + dy * cos)

    return (turn, *turns)


def _placed(rect: Rect, turns: tuple[Turn, ...]) -> Rect:
    """The frame, parallel to the page, of a rectangle that may be turned."""
    corners = [Point(rect.x + u * rect.w, rect.y + v * rect.h) for u in (0, 1) for v in (0, 1)]
    for turn in turns:
        corners = [turn(corner) for corner in corners]
    xs, ys = [c.x for c in corners], [c.y for c in corners]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _numbers(text: str) -> list[float]:
    return [float(number) for number in _NUMBER.findall(text)]


def _whole(rect: Rect) -> tuple[int, int, int, int]:
    return math.floor(rect.x), math.floor(rect.y), math.ceil(rect.w), math.ceil(rect.h)


def one_line(text: str) -> str:
    """A text without its line breaks. Chinese that is broken into lines is still one phrase to search for."""
    found = ""
    for line in filter(None, map(str.strip, text.splitlines())):
        apart = found and (found[-1] < _FIRST_WIDE or line[0] < _FIRST_WIDE)
        found += f" {line}" if apart else line
    return found
