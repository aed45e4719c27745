"""Random figures: every kind of element in every kind of container."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from llmfig import (
    Box,
    Brace,
    Column,
    Diagram,
    Formula,
    Grid,
    Lock,
    Matrix,
    Note,
    Panel,
    Region,
    Row,
    Strip,
    Table,
    Text,
    Vertical,
    labeled,
    span,
)
from llmfig.elements.shapes import SHAPES
from tests.core import Spec, Words

Specs = SearchStrategy[Spec]

SAYINGS = (
    Words("a", "甲"),
    Words("Policy model", "策略模型"),
    Words("the $x_t$ of **all** tokens", "所有 token 的 $x_t$"),
    Words("two\nlines", "两\n行文字"),
    Words(r"$\frac{a}{b}$", r"$\frac{a}{b}$"),
    Words("Reward model, *frozen* while the policy learns", "奖励模型（策略学习时*冻结*）"),
)
ROLES = ("plain", "data", "model", "loss", "muted", "ghost")
SOLID_SHAPES = tuple(SHAPES)
SIDES = ("top", "right", "bottom", "left")
GAPS = ("none", "xs", "m", "xl")

words = st.sampled_from(SAYINGS)
gaps = st.sampled_from(GAPS)
sides = st.sampled_from(SIDES)
sticks = st.sampled_from((None, None, None, "left", "right", "top", "bottom", "fill", "fill-x", "fill-y", "top left"))
equals = st.sampled_from((None, None, "width", "height", "both"))


def call(make: object, *args: SearchStrategy[object], **options: SearchStrategy[object]) -> Specs:
    """Calls of `make` with drawn arguments; an option that comes out as None is left away."""
    given = st.fixed_dictionaries(options).map(lambda d: {k: v for k, v in d.items() if v is not None})
    return st.builds(lambda a, o: Spec(make, tuple(a), o), st.tuples(*args), given)  # type: ignore[arg-type]


def maybe(strategy: SearchStrategy[object]) -> SearchStrategy[object]:
    return st.one_of(st.none(), st.none(), strategy)


texts = call(Text, words, size=st.sampled_from(("tiny", "body", "title")), wrap=maybe(st.just(6)), stick=sticks)
verticals = call(Vertical, words.filter(lambda w: "\n" not in w.en), stick=sticks)
formulas = call(Formula, st.sampled_from((r"x", r"\sum_{t=0}^T \gamma^t r_t", r"\frac{a}{b}")), stick=sticks)
plain_boxes = call(
    Box, words, role=st.sampled_from(ROLES), wrap=maybe(st.just(5)), wide=maybe(st.just(8.0)), stick=sticks
)
boxes = call(
    Box,
    words,
    shape=st.sampled_from(SOLID_SHAPES),
    role=st.sampled_from(ROLES),
    pad=maybe(gaps),
    wide=maybe(st.sampled_from((3.0, 10.0))),
    tall=maybe(st.sampled_from((2.0, 5.0))),
    cards=maybe(st.integers(1, 3)),
    corner=maybe(st.builds(lambda: Spec(Lock))),
    stick=sticks,
)
cells = st.one_of(words, st.integers(0, 99), st.none(), st.just(...))
strips = call(
    Strip, st.lists(words, min_size=1, max_size=5), down=st.booleans(), cards=maybe(st.integers(1, 2)), stick=sticks
)


@st.composite
def arrays(draw: st.DrawFn) -> Spec:
    """Matrices and tables."""
    n = draw(st.integers(1, 3))
    values = draw(st.lists(st.lists(cells, min_size=n, max_size=n), min_size=1, max_size=3))
    make = draw(st.sampled_from((Matrix, Table)))
    options: dict[str, object] = {"uniform": draw(st.booleans()), "stick": draw(sticks)}
    if make is Matrix:
        options["cards"] = draw(st.integers(0, 2))
    return Spec(make, (values,), options)


leaves = st.one_of(texts, plain_boxes, boxes, verticals, formulas, strips, arrays())


def linear(inside: Specs) -> Specs:
    """Rows and columns."""
    few = st.lists(inside, min_size=1, max_size=4)
    row = st.tuples(st.just(Row), st.sampled_from(("center", "center", "top", "bottom", "fill")))
    column = st.tuples(st.just(Column), st.sampled_from(("center", "center", "left", "right", "fill")))

    def make(kind: tuple[object, str], children: list[Spec], options: dict[str, object]) -> Spec:
        return Spec(kind[0], tuple(children), {"align": kind[1], **options})  # type: ignore[arg-type]

    options = st.fixed_dictionaries({"gap": gaps, "equal": equals, "stick": sticks, "spread": st.booleans()})
    return st.builds(make, st.one_of(row, column), few, options)


@st.composite
def grids(draw: st.DrawFn, inside: Specs) -> Spec:
    """Grids with holes, and regions round blocks of them."""
    rows, cols = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    holes = st.one_of(inside, inside, st.none())
    cells: dict[tuple[int, int], object] = {
        (r, c): e for r in range(rows) for c in range(cols) if (e := draw(holes)) is not None
    }
    cells[0, 0] = draw(inside)
    cells[rows - 1, cols - 1] = draw(inside)
    if draw(st.booleans()):
        # A row below for elements over several columns.
        wide = draw(st.integers(1, cols))
        cells[rows, 0] = Spec(span, (draw(inside),), {"cols": wide})
        rows += 1
    if draw(st.booleans()):
        tall = draw(st.integers(1, rows))
        cells[rows - tall, cols] = Spec(span, (draw(inside),), {"rows": tall})
        cols += 1
    options: dict[str, object] = {
        "gap": draw(gaps),
        "equal": draw(st.sampled_from((None, None, "rows", "columns", "both"))),
        "align": draw(st.sampled_from(("center", "left", "right"))),
        "stick": draw(sticks),
    }
    if draw(st.booleans()):
        options["regions"] = draw(regions(rows, cols))
    return Spec(Grid, (cells,), options)


@st.composite
def regions(draw: st.DrawFn, rows: int, cols: int) -> list[Spec]:
    """A region round a block of tracks, and perhaps one in it."""
    found: list[Spec] = []
    block = (0, rows - 1, 0, cols - 1)
    for _ in range(draw(st.integers(1, 2))):
        top, left = draw(st.integers(block[0], block[1])), draw(st.integers(block[2], block[3]))
        bottom, right = draw(st.integers(top, block[1])), draw(st.integers(left, block[3]))
        inner = (top, bottom, left, right)
        if found and inner == block:
            break
        block = inner
        options = {
            "rows": (top, bottom),
            "cols": (left, right),
            "title": draw(maybe(words)),
            "title_side": draw(st.sampled_from((*SIDES, "top left", "bottom right"))),
            "pad": draw(gaps),
        }
        found.append(Spec(Region, (), {k: v for k, v in options.items() if v is not None}))
    return found


def panels(inside: Specs) -> Specs:
    side = st.sampled_from((*SIDES, "top left", "bottom right"))
    look = st.sampled_from(("rounded", "rounded", "cylinder"))
    return call(Panel, inside, title=maybe(words), title_side=side, pad=gaps, look=look, stick=sticks)


@st.composite
def diagrams(draw: st.DrawFn, inside: Specs) -> Spec:
    """Elements with notes and braces at their sides."""
    extras = []
    for _ in range(draw(st.integers(0, 3))):
        options: dict[str, object] = {"side": draw(sides), "gap": draw(gaps), "level": draw(st.integers(0, 1))}
        if draw(st.booleans()):
            extras.append(Spec(Note, (draw(words),), options))
        else:
            style = draw(st.sampled_from(("brace", "bracket", "dimension", "arrow", "rule")))
            extras.append(Spec(Brace, (), {"label": draw(words), "style": style, **options}))
    return Spec(Diagram, (draw(inside), *extras), {"stick": draw(sticks)})


def marked(inside: Specs) -> Specs:
    """Elements with notes, and boxes round elements."""
    note = maybe(words)
    return st.one_of(
        call(labeled, inside, top=note, right=note, bottom=note, left=note, gap=gaps),
        call(
            Box,
            inside,
            role=st.sampled_from(ROLES),
            shape=st.sampled_from(("rounded", "square", "cylinder", "diamond")),
        ),
    )


def containers(inside: Specs) -> Specs:
    return st.one_of(
        linear(inside), grids(inside), linear(inside), panels(inside), grids(inside), diagrams(inside), marked(inside)
    )


parts: Specs = st.recursive(leaves, containers, max_leaves=6)
"""Anything that can stand in a container."""

trees: Specs = containers(parts)
"""A whole figure without connectors."""
