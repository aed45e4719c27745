"""The words that options take, as types: an editor completes them, a type checker knows them.

Colours, sizes and distances are named, never given in numbers. A theme may add roles, sizes and steps of its own, so
those types take any string besides the words that every theme has.
"""

from __future__ import annotations

from typing import Literal

KnownRole = Literal[
    "plain",
    "data",
    "model",
    "auxiliary",
    "loss",
    "sample",
    "compute",
    "muted",
    "frozen",
    "ghost",
    "panel",
    "panel-alt",
    "input",
    "output",
    "highlight",
    "negative",
    "sign",
    "exponent",
    "fraction",
    "integer",
    "note",
    "paper",
    "cell",
    "shade-1",
    "shade-2",
    "shade-3",
    "shade-4",
    "formula",
]
KnownTextSize = Literal["tiny", "small", "body", "large", "heading", "title"]
KnownGap = Literal["none", "hair", "xs", "s", "m", "l", "xl", "xxl"]
KnownStroke = Literal["hair", "thin", "normal", "thick", "heavy"]

RoleName = KnownRole | str
"""What a thing stands for; the theme gives the role its fill, border, text colour and ink."""
TextSize = KnownTextSize | str
"""A step of the type scale."""
Gap = KnownGap | str
"""A step of the spacing scale."""
Stroke = KnownStroke | str
"""A line width."""
MarkSize = Literal["xs", "s", "m", "l", "xl", "xxl"]
"""The size of a drawn mark against body text; `m` goes with body text, `s` with small text."""

Stick = Literal[
    "left",
    "right",
    "top",
    "bottom",
    "fill",
    "fill-x",
    "fill-y",
    "top left",
    "top right",
    "bottom left",
    "bottom right",
]
"""How an element sits in the cell that its container gives it."""
RowAlign = Literal["center", "top", "bottom", "fill"]
"""How the children of a `Row` line up: by their axes, by an edge, or all as tall as the row."""
ColumnAlign = Literal["center", "left", "right", "fill"]
"""How the children of a `Column` line up: by their axes, by an edge, or all as wide as the column."""
TextAlign = Literal["left", "center", "right"]
"""How lines, cells or columns line up from side to side."""
AlignLine = Literal["left", "center", "right", "top", "middle", "bottom"]
"""A line that `align` makes common."""

BoxShape = Literal[
    "rounded",
    "square",
    "pill",
    "ellipse",
    "circle",
    "diamond",
    "d",
    "trapezoid",
    "funnel",
    "house",
    "chevron",
    "pentagon",
    "cylinder",
    "arrow-right",
    "arrow-down",
    "arrow-both",
]
"""The shape of a `Box`."""
PanelLook = Literal["rounded", "cylinder"]
"""The shape of a `Panel` or `Region`; a cylinder is a store."""
TitleSide = Literal["top", "top left", "top right", "bottom", "bottom left", "bottom right", "left", "right"]
"""Where the title of a `Panel` or `Region` stands."""
CodeLanguage = Literal["python", "json", "text"]
"""What the lines of a `Code` are written in."""

LineStyle = Literal["solid", "dashed", "dotted", "dash-dot", "double", "double-dashed"]
"""How the line of a connector is drawn."""
Head = Literal["end", "start", "both", "none"]
"""Which ends of a connector have an arrowhead."""
Route = Literal["auto", "elbow", "straight", "arc", "wave"]
"""The way of a connector: straight where its ends are level and else right-angled; always right-angled; slanted;
curved; or a wave that leaves and arrives level."""
LabelAt = Literal["beside", "on", "slope"]
"""Where a label stands: beside its line, on it, or along its slope."""
LabelSide = Literal["left", "right", "above", "below"]
"""The side of its line that a label stands at."""
SpanStyle = Literal["brace", "bracket", "dimension", "arrow", "arrow-back", "rule"]
"""How a `Brace` is drawn: a curly brace, a square bracket, a dimension line with two heads, an arrow to the right or
down, one back, or a plain line."""

Direction = Literal["right", "left", "down", "up"]
"""Where something points, or where a tree grows."""
EdgeStyle = Literal["solid", "dashed", "dotted", "dash-dot", "double", "double-dashed", "zigzag", "none"]
"""How the edge of a tree is drawn."""
TreeConnector = Literal["straight", "bracket", "taper", "none"]
"""How the edges of a tree run."""
TreeAlign = Literal["start", "center", "end"]
"""How the nodes of a level line up in their track, seen from the root."""
TreeAim = Literal["side", "center"]
"""Where straight edges of a tree end: at the middle of a side, or aimed at the middle of the node."""
TreeEqual = Literal["auto", "width", "height", "both", "none"]
"""What the string boxes of one level of a tree have in common."""
NodeState = Literal["active", "chosen", "muted", "pruned", "ghost"]
"""A look for a node and the edge that leads to it."""

CurveStyle = Literal["solid", "dashed", "dotted", "dash-dot", "double", "tube"]
"""How a curve is drawn; a tube is a broad band with edges."""
GuideStyle = Literal["solid", "dashed", "dotted", "dash-dot"]
"""How a guide is drawn."""
Tone = Literal["ink", "edge", "fill"]
"""Which colour of its role a curve has: the strong one, that of borders, or that of fills."""
DotShape = Literal["dot", "ring", "square"]
"""How a point of data is drawn."""
PointSide = Literal["right", "above", "below", "left", "above right", "below right", "above left", "below left"]
"""Where a label stands, seen from its point."""
PlotSpot = Literal["top left", "top", "top right", "left", "center", "right", "bottom left", "bottom", "bottom right"]
"""A place in the plot of a chart."""

Sign = Literal["+", "−", "×", "÷", "=", "·", "⊕", "⊖", "⊗", "⊙", "-", "x", "*", "/", "."]
"""The sign of an `Operator`; the last five are other ways to type −, ×, ×, ÷ and ·."""
LargeSign = Literal["+", "−", "×", "÷", "=", ">", "<", "≈", "-", "x", "*", "/"]
"""The sign of a `BlockSign`; the last four are other ways to type −, ×, × and ÷."""
