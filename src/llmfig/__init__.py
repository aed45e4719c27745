"""llmfig: teaching figures as code.

Everything an author needs is here: `from llmfig import Box, Row, figure, tr`.
"""

from llmfig.connect.link import Arrow, Line, chain, fan_in, fan_out
from llmfig.elements.adorn import Brace, Highlight, Note
from llmfig.elements.box import Box, Callout
from llmfig.elements.diagram import Diagram, labeled
from llmfig.elements.formula import Formula
from llmfig.elements.icons import Cross, Icon, Person, Scissors, Star, Tick
from llmfig.elements.marks import Dots, Lock, NeuralNet, Number
from llmfig.elements.marks_flow import BreakMark, CycleArrows, FunnelMark, MiniArrows
from llmfig.elements.marks_signs import BlockSign, Operator, Stop
from llmfig.elements.matrix import Matrix, Strip, Table
from llmfig.elements.panel import Panel
from llmfig.elements.text import Text, Vertical
from llmfig.errors import FigureError
from llmfig.layout.grid import Grid, span
from llmfig.layout.linear import Column, Row
from llmfig.layout.place import around
from llmfig.layout.region import Region
from llmfig.layout.tracks import Tracks, same_size
from llmfig.registry import figure
from llmfig.tr import language, tr

__all__ = [
    "Arrow",
    "BlockSign",
    "Box",
    "Brace",
    "BreakMark",
    "Callout",
    "Column",
    "Cross",
    "CycleArrows",
    "Diagram",
    "Dots",
    "FigureError",
    "Formula",
    "FunnelMark",
    "Grid",
    "Highlight",
    "Icon",
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
    "Scissors",
    "Star",
    "Stop",
    "Strip",
    "Table",
    "Text",
    "Tick",
    "Tracks",
    "Vertical",
    "around",
    "chain",
    "fan_in",
    "fan_out",
    "figure",
    "labeled",
    "language",
    "same_size",
    "span",
    "tr",
]
