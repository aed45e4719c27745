from .bilingual import language, tr
from .chart import (
    Area,
    Axis,
    Band,
    Bars,
    Chart,
    ChartNote,
    ColorKey,
    Curve,
    Guide,
    Inset,
    Legend,
    Points,
    Segments,
    Swatch,
    Unit,
    spline,
)
from .connect.fans import chain, fan_in, fan_out
from .connect.link import Arrow, Line
from .elements.adorn import Brace, Note
from .elements.box import Box, Callout
from .elements.code import Code
from .elements.diagram import Diagram, labeled
from .elements.formula import Formula
from .elements.highlight import Enclose, Highlight
from .elements.icons import (
    Cross,
    Icon,
    Person,
    Scissors,
    Star,
    Tick,
)
from .elements.labelled import heat
from .elements.layers import Layers
from .elements.marks import Dots, Lock, NeuralNet, Number
from .elements.marks_flow import (
    BreakMark,
    CycleArrows,
    FunnelMark,
    MiniArrows,
)
from .elements.marks_signs import BlockSign, Operator, Stop
from .elements.matrix import Matrix, Strip, Table
from .elements.numberline import NumberLine
from .elements.panel import Panel
from .elements.ring import Ring
from .elements.text import Text, Vertical
from .elements.timeline import Timeline, event
from .elements.zoom import Zoom
from .errors import FigureError
from .layout.align import align
from .layout.grid import Grid, span
from .layout.linear import Column, Row
from .layout.overlay import Overlay
from .layout.place import around
from .layout.region import Region
from .layout.tracks import Tracks, same_size
from .notebook.choice import use
from .notebook.figure import Figure
from .notebook.load import load_figure
from .registry import figure
from .tree import MindMap, Tree, more, node, outline

__all__ = [
    "Area",
    "Arrow",
    "Axis",
    "Band",
    "Bars",
    "BlockSign",
    "Box",
    "Brace",
    "BreakMark",
    "Callout",
    "Chart",
    "ChartNote",
    "Code",
    "ColorKey",
    "Column",
    "Cross",
    "Curve",
    "CycleArrows",
    "Diagram",
    "Dots",
    "Enclose",
    "Figure",
    "FigureError",
    "Formula",
    "FunnelMark",
    "Grid",
    "Guide",
    "Highlight",
    "Icon",
    "Inset",
    "Layers",
    "Legend",
    "Line",
    "Lock",
    "Matrix",
    "MindMap",
    "MiniArrows",
    "NeuralNet",
    "Note",
    "Number",
    "NumberLine",
    "Operator",
    "Overlay",
    "Panel",
    "Person",
    "Points",
    "Region",
    "Ring",
    "Row",
    "Scissors",
    "Segments",
    "Star",
    "Stop",
    "Strip",
    "Swatch",
    "Table",
    "Text",
    "Tick",
    "Timeline",
    "Tracks",
    "Tree",
    "Unit",
    "Vertical",
    "Zoom",
    "align",
    "around",
    "chain",
    "event",
    "fan_in",
    "fan_out",
    "figure",
    "heat",
    "labeled",
    "language",
    "load_figure",
    "more",
    "node",
    "outline",
    "same_size",
    "span",
    "spline",
    "tr",
    "use",
]
