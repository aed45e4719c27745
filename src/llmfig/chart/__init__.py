"""Charts: data on axes, with labels that have room, and places that arrows, braces and callouts can name."""

from llmfig.chart.axis import Axis
from llmfig.chart.bars import Bars
from llmfig.chart.chart import Chart
from llmfig.chart.curve import Area, Curve
from llmfig.chart.guide import Band, Guide
from llmfig.chart.inset import Inset
from llmfig.chart.legend import ColorKey, Legend
from llmfig.chart.points import ChartNote, Points
from llmfig.chart.segments import Segments, Unit
from llmfig.chart.spline import spline
from llmfig.chart.swatch import Swatch

__all__ = [
    "Area",
    "Axis",
    "Band",
    "Bars",
    "Chart",
    "ChartNote",
    "ColorKey",
    "Curve",
    "Guide",
    "Inset",
    "Legend",
    "Points",
    "Segments",
    "Swatch",
    "Unit",
    "spline",
]
