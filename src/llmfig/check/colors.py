"""Colours: readable on what is under them, and of the theme."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from llmfig.check.finding import Hit
from llmfig.check.nodes import Mark, Node, Run
from llmfig.check.shapes import inside
from llmfig.check.view import View
from llmfig.geometry import Point, union
from llmfig.scene.model import Gradient

RATIO = 4.5  # WCAG 2 AA
LARGE_RATIO = 3.0
LARGE, LARGE_BOLD = 24.0, 18.7  # px from which text counts as large
RGB = tuple[float, float, float]


@lru_cache(maxsize=1024)
def rgb(color: str) -> RGB:
    """`#rrggbb` as three numbers from 0 to 255."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def luminance(color: RGB) -> float:
    """Relative luminance (WCAG 2), 0 to 1."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in color)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@lru_cache(maxsize=4096)
def _ratio(a: RGB, b: RGB) -> float:
    x, y = luminance(a), luminance(b)
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)


def contrast(a: str, b: str) -> float:
    """The WCAG contrast ratio of two `#rrggbb` colours, 1 to 21."""
    return _ratio(rgb(a), rgb(b))


def lightness(color: str) -> float:
    """CIE L* of a `#rrggbb` colour, 0 to 100: what is left of it in grey."""
    y = luminance(rgb(color))
    return 116 * y ** (1 / 3) - 16 if y > 216 / 24389 else y * 24389 / 27


def low_contrast(view: View) -> Iterator[Hit]:
    """Text too faint against what is really under it."""
    paper: set[RGB] = {rgb(view.scene.background)}
    for unit, runs in view.texts.items():
        ink = union(r.rect for r in runs)
        marks = view.fills.near(ink)
        # Most words stand on one ground as a whole, so it is looked up once.
        even = all(m.order < runs[0].order and m.plain and m.rect.contains(ink) for m in marks)
        whole = _ground(paper, marks) if even else None
        worst: tuple[float, float, Run, RGB] | None = None
        for run in runs:
            large = run.item.size >= LARGE or (run.item.size >= LARGE_BOLD and "bold" in run.item.font)
            limit = LARGE_RATIO if large else RATIO
            for ground in whole or _grounds(paper, marks, run):
                ratio = _ratio(rgb(run.item.color), ground)
                if ratio < limit and (worst is None or ratio / limit < worst[0] / worst[1]):
                    worst = (ratio, limit, run, ground)
        if worst:
            ratio, limit, run, ground = worst
            under = "#" + "".join(f"{round(c):02x}" for c in ground)
            yield Hit(
                f"{unit.name} has a contrast of {ratio:.2f}:1 ({run.item.color} on {under}); {limit:g}:1 is the least",
                "use a role whose text colour is made for this ground",
                (unit,),
            )


def _grounds(paper: set[RGB], marks: list[Mark], run: Run) -> set[RGB]:
    """The colours under the beginning, the middle and the end of a run; both ends of gradients."""
    r = run.rect
    points = [r.at(u, 0.5) if r.w >= r.h else r.at(0.5, u) for u in (0.1, 0.5, 0.9)]
    below = [m for m in marks if m.order < run.order]
    return set().union(*(_ground(paper, [m for m in below if _covers(m, p)]) for p in points))


def _ground(paper: set[RGB], marks: list[Mark]) -> set[RGB]:
    """The colours that marks painted over each other leave; more than one where a gradient is among them."""
    layers = paper
    for mark in marks:
        layers = _painted(mark, layers)
    return layers


def _covers(mark: Mark, point: Point) -> bool:
    if not mark.rect.holds(point):
        return False
    return mark.plain or any(inside(point, line) for line in mark.lines)


def _painted(mark: Mark, under: set[RGB]) -> set[RGB]:
    fill, k = mark.paint.fill, mark.paint.opacity
    tops = fill.colors if isinstance(fill, Gradient) else (fill,) if fill else ()
    return {
        (t[0] * k + u[0] * (1 - k), t[1] * k + u[1] * (1 - k), t[2] * k + u[2] * (1 - k))
        for t in map(rgb, tops)
        for u in under
    }


def off_palette(view: View) -> Iterator[Hit]:
    """Colours that the theme does not have."""
    own = view.theme.colors
    strange: dict[tuple[Node, str], None] = {}
    for mark in view.marks:
        for color in mark.colors:
            if color.lower() not in own:
                strange[(mark.node, color)] = None
    for run in view.runs:
        if run.item.color.lower() not in own:
            strange[(run.unit, run.item.color)] = None
    if view.scene.background.lower() not in own:
        strange[(view.root, view.scene.background)] = None
    for node, color in strange:
        near = min(own, key=lambda c: sum((p - q) ** 2 for p, q in zip(rgb(c), rgb(color), strict=True)))
        yield Hit(
            f"{node.name} is painted {color}, which theme {view.theme.name!r} does not have (nearest: {near})",
            "name a role instead of a colour",
            (node,),
        )
