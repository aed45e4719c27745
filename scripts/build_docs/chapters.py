"""The chapters of the reference: which public names stand on which page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page of the reference.

    Attributes:
        id: its file below `docs/reference`, without the ending.
        title: its heading.
        about: what it is about, Markdown.
        names: what it describes, in order.
    """

    id: str
    title: str
    about: str
    names: tuple[str, ...]


CHAPTERS = (
    Chapter(
        "text",
        "Text, formulas, code",
        "Every string is text with a little markup: `**bold**`, `*italic*`, `` `code` ``, `$x_t$`, `[words]{loss}`.",
        ("Text", "Vertical", "Formula", "Code"),
    ),
    Chapter("boxes", "Boxes and panels", "What most figures are made of.", ("Box", "Callout", "Panel", "Layers")),
    Chapter(
        "cells",
        "Tokens, matrices, tables",
        "Values in cells. Cells, rows, columns and blocks of them are places for arrows, braces and highlights.",
        ("Matrix", "Strip", "Table", "heat"),
    ),
    Chapter(
        "layout",
        "Layout",
        "Containers give their elements room; nobody writes coordinates. They align by *axes*: the middle of an "
        "element, or of its body when notes stand at its sides. So two elements on one track are joined by an exactly "
        "straight line.",
        ("Row", "Column", "Grid", "span", "Region", "Overlay", "Tracks", "same_size", "align"),
    ),
    Chapter(
        "diagrams",
        "What lies over a layout",
        "A `Diagram` takes a layout and what refers to it, and makes room for it.",
        ("Diagram", "Note", "Brace", "labeled", "Highlight", "Enclose", "Zoom"),
    ),
    Chapter(
        "connectors",
        "Arrows and lines",
        "Connectors find their way round the elements, and their labels find a place that no line crosses.",
        ("Arrow", "Line", "chain", "fan_out", "fan_in"),
    ),
    Chapter(
        "places",
        "Places",
        "What connectors, braces, notes and highlights refer to: elements, and parts of them such as `strip[2:5]`, "
        '`matrix.row(1)`, `formula.term("adv")`, `chart.at(2, 0.5)`, `tree.node("s")`.',
        ("Place", "around", "Element"),
    ),
    Chapter(
        "charts",
        "Charts",
        "A `Chart` holds axes and data, and keeps their labels apart.",
        (
            "Chart", "Axis", "Bars", "Curve", "Area", "Points", "Guide", "Band", "ChartNote", "Inset", "Legend",
            "Swatch", "ColorKey", "Segments", "Unit", "spline",
        ),
    ),
    Chapter(
        "trees", "Trees and mind maps", "Nodes of any size, with edges.", ("Tree", "node", "more", "MindMap", "outline")
    ),
    Chapter(
        "sequences",
        "Timelines, rings, number lines",
        "Things in an order: in time, round a circle, by size.",
        ("Timeline", "event", "Ring", "NumberLine"),
    ),
    Chapter(
        "marks",
        "Marks and icons",
        "Small drawn signs. They are measured in em of the text, so they fit the words they stand beside.",
        (
            "NeuralNet", "Lock", "Dots", "Number", "Operator", "BlockSign", "CycleArrows", "MiniArrows", "FunnelMark",
            "BreakMark", "Stop", "Icon", "Tick", "Cross", "Star", "Person", "Scissors",
        ),
    ),
    Chapter(
        "figures",
        "Figures and languages",
        "What makes elements a figure, in two languages.",
        ("figure", "tr", "language", "Figure", "load_figure", "use", "FigureError"),
    ),
)  # fmt: skip
