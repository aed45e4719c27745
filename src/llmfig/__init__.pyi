from .connect.link import Arrow, Line, chain, fan_in, fan_out
from .elements.adorn import Brace, Highlight, Note
from .elements.box import Box, Callout
from .elements.diagram import Diagram, labeled
from .elements.formula import Formula
from .elements.icons import (
    Cross,
    Icon,
    Person,
    Scissors,
    Star,
    Tick,
)
from .elements.marks import Dots, Lock, NeuralNet, Number
from .elements.marks_flow import (
    BreakMark,
    CycleArrows,
    FunnelMark,
    MiniArrows,
)
from .elements.marks_signs import BlockSign, Operator, Stop
from .elements.matrix import Matrix, Strip, Table
from .elements.panel import Panel
from .elements.text import Text, Vertical
from .errors import FigureError
from .layout.grid import Grid, span
from .layout.linear import Column, Row
from .layout.place import around
from .layout.region import Region
from .layout.tracks import Tracks, same_size
from .registry import figure
from .bilingual import language, tr

__all__ = [
    "around",
    "Arrow",
    "BlockSign",
    "Box",
    "Brace",
    "BreakMark",
    "Callout",
    "chain",
    "Column",
    "Cross",
    "CycleArrows",
    "Diagram",
    "Dots",
    "fan_in",
    "fan_out",
    "figure",
    "FigureError",
    "Formula",
    "FunnelMark",
    "Grid",
    "Highlight",
    "Icon",
    "labeled",
    "language",
    "Line",
    "Lock",
    "Matrix",
    "MiniArrows",
    "NeuralNet",
    "Note",
    "Number",
    "Operator",
    "Panel",
    "Person",
    "Region",
    "Row",
    "same_size",
    "Scissors",
    "span",
    "Star",
    "Stop",
    "Strip",
    "Table",
    "Text",
    "Tick",
    "tr",
    "Tracks",
    "Vertical",
]
