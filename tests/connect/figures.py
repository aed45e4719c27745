"""Random figures with connectors."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from llmfig import Arrow, Box, Diagram, Formula, Grid, Lock, Strip, Text, labeled
from llmfig.bilingual import Lang, drawing
from llmfig.elements.shapes import SHAPES
from llmfig.geometry import SIDES, Point
from llmfig.layout.element import Element
from llmfig.layout.place import Anchor, Place
from tests.core import Laid, Spec, built, lay_out, off
from tests.layout.trees import Specs, call, maybe, words

shapes = st.sampled_from(tuple(SHAPES))
sides = st.sampled_from(SIDES)
fractions = st.one_of(st.sampled_from((0.0, 0.5, 1.0)), st.floats(0, 1))

boxes = call(
    Box, words, shape=shapes, cards=maybe(st.integers(1, 2)), tall=maybe(st.just(4.0)), wide=maybe(st.just(9.0)),
    corner=maybe(st.builds(lambda: Spec(Lock))),
)  # fmt: skip
texts = call(Text, words)
formulas = call(Formula, st.sampled_from((r"x_t", r"\frac{\sum_i a_i}{b}")))
strips = call(Strip, st.lists(words, min_size=1, max_size=3), down=st.booleans())
bodies: Specs = st.one_of(boxes, boxes, texts, formulas, strips)
row_nodes: Specs = st.one_of(bodies, call(labeled, bodies, top=maybe(words), bottom=maybe(words)))
column_nodes: Specs = st.one_of(bodies, call(labeled, bodies, left=maybe(words), right=maybe(words)))
"""Nodes whose notes leave the sides free that look at their neighbours."""


@dataclass(frozen=True)
class Joined:
    """A figure with its connectors."""

    figure: Laid
    nodes: list[Element]
    arrows: list[Arrow]


def grid(specs: list[list[Spec]], *arrows: tuple[object, ...], gap: str = "xl", lang: Lang = "en") -> Joined:
    """Elements in a grid, and arrows between them: each is (start index, end index, options)."""
    with drawing(lang):
        rows = [[built(s) for s in row] for row in specs]
        flat = [e for row in rows for e in row]
        made = [Arrow(end(flat, a), end(flat, b), **options) for a, b, options in arrows]  # type: ignore[arg-type]
        figure = lay_out(Diagram(Grid(rows, gap=gap), made), lang)  # type: ignore[arg-type]
    return Joined(figure, flat, made)  # type: ignore[arg-type]


def end(elements: list[object], which: object) -> Place | Anchor:
    """An end from its description: an index, (index, side) or (index, side, fraction)."""
    match which:
        case int(i):
            return elements[i]  # type: ignore[return-value]
        case (int(i), str(side)):
            return getattr(elements[i], side)  # type: ignore[no-any-return]
        case (int(i), str(side), float(t)):
            return elements[i].port(side, t)  # type: ignore[attr-defined,no-any-return]
    raise AssertionError(which)


def touches(figure: Laid, which: Place | Anchor, p: Point) -> bool:
    """Whether a point lies on the outline of an end."""
    place = which.place if isinstance(which, Anchor) else which
    return off(place.outline(figure.layout), p) < 0.5
