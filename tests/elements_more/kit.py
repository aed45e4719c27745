"""Lays out one element and gives what the laws are about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path as File
from typing import Any

from llmfig.bilingual import Lang, drawing
from llmfig.connect.draw import draw
from llmfig.connect.solve import solve
from llmfig.geometry import Path, Point, Rect, segments_of
from llmfig.layout.element import Element
from llmfig.layout.engine import Layout
from llmfig.scene.model import Group, Item, walk
from llmfig.theme.load import load
from llmfig.theme.model import Theme

CLOSE = 1e-6  # px
ANY: Callable[[object], Any] = lambda value: value  # noqa: E731 - lets a test pass what the types forbid
ON = 0.05  # px; outlines are judged as polylines


def theme() -> Theme:
    return load("book", File(__file__).resolve().parents[2])


def laid_out(element: Element, lang: Lang = "en") -> tuple[Layout, Group]:
    """A layout run and what it draws."""
    layout = Layout(theme(), lang)
    with drawing(lang):
        layout.prepare(element)
        size = layout.settle(element)
        layout.arrange(element, Rect(0, 0, size.w, size.h))
        solution = solve(layout)
        body = layout.group(element, "x")
        links = [draw(layout, arrow, solution, f"link-{i}") for i, arrow in enumerate(layout.links)]
    return layout, Group(id="all", kind="figure", rect=layout.frame(element), children=(body, *links))


def groups(item: Item) -> list[Group]:
    return [g for g in walk(item) if isinstance(g, Group)]


def wires(group: Group) -> list[Group]:
    """All connectors."""
    return [g for g in groups(group) if g.link is not None]


def distance(p: Point, path: Path) -> float:
    """From a point to an outline, px."""
    return min(_off(p, a, b) for line in path.polylines(96) for a, b in segments_of(line))


def _off(p: Point, a: Point, b: Point) -> float:
    dx, dy = b.x - a.x, b.y - a.y
    squared = dx * dx + dy * dy
    t = 0.0 if squared == 0 else min(1.0, max(0.0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / squared))
    return p.distance(Point(a.x + dx * t, a.y + dy * t))


def apart(a: Rect, b: Rect) -> bool:
    return not a.intersects(b, 0.01)
