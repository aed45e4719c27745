"""Rows and columns: matrices, cases and aligned lines."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from llmfig.formula import mathfont
from llmfig.formula.boxes import Box, Context, rule_box
from llmfig.formula.tree import Array

_LEADING = 1200.0  # baseline to baseline
_SEP = 180.0  # the least room between a line's depth and the next one's height
_STRUT = (700.0, 220.0)  # what the first and last line of a fenced array count for at least
_RULE = 50.0


@dataclass(slots=True)
class _Grid:
    """Where columns and lines are; lines are measured down from the first baseline."""

    lefts: list[float]
    widths: list[float]
    ups: list[float]
    downs: list[float]
    baselines: list[float]

    @property
    def height(self) -> float:
        return self.ups[0] + self.baselines[-1] + self.downs[-1]


def table(node: Array, cells: list[list[Box]], ctx: Context) -> Box:
    """Set cells on common columns and lines, centred on the axis."""
    grid = _measured(node, cells, ctx)
    edge = 250 * ctx.scale if node.verticals else 0.0
    pad = 150 * ctx.scale if node.rules or node.verticals else 0.0
    total = grid.height + 2 * pad
    top = -mathfont.constants().axis_height * ctx.scale - total / 2
    out = Box(grid.lefts[-1] + grid.widths[-1] + edge)
    first = top + pad + grid.ups[0]
    for row, baseline in zip(cells, grid.baselines, strict=True):
        for i, cell in enumerate(row):
            slack = grid.widths[i] - cell.full
            shift = {"l": 0.0, "c": slack / 2, "r": slack}[node.columns[i]]
            out.put(cell, grid.lefts[i] + shift, first + baseline)
    out.ascent, out.descent = -top, top + total
    _rules(node, out, grid, ctx)
    return out


def _measured(node: Array, cells: list[list[Box]], ctx: Context) -> _Grid:
    k = ctx.scale * (0.75 if node.tight else 1.0)
    columns = len(node.columns)
    widths = [max((row[i].full for row in cells if i < len(row)), default=0.0) for i in range(columns)]
    gaps = [g * 1000 * ctx.scale for g in node.gaps]
    edge = 250 * ctx.scale if node.verticals else 0.0
    lefts = [edge + x for x in accumulate([0.0, *(w + g for w, g in zip(widths, gaps, strict=False))])][:columns]
    ups = [max((c.ascent for c in row), default=0.0) for row in cells]
    downs = [max((c.descent for c in row), default=0.0) for row in cells]
    if any(node.fences) or not node.jot:
        ups[0], downs[-1] = max(ups[0], _STRUT[0] * k), max(downs[-1], _STRUT[1] * k)
    baselines = [0.0]
    for i in range(1, len(cells)):
        extra = (node.jot + node.leading[i - 1]) * 1000 * k
        step = max(_LEADING * k, downs[i - 1] + ups[i] + _SEP * k)
        baselines.append(baselines[-1] + step + extra)
    return _Grid(lefts, widths, ups, downs, baselines)


def _rules(node: Array, out: Box, grid: _Grid, ctx: Context) -> None:
    """Draw the rules of an array, over its full width and height."""
    thick = _RULE * ctx.scale
    top, bottom = -out.ascent, out.descent
    first = (top + bottom - grid.height) / 2 + grid.ups[0]
    for line in node.rules:
        if line == 0:
            y = top
        elif line >= len(grid.baselines):
            y = bottom
        else:
            above = grid.baselines[line - 1] + grid.downs[line - 1]
            y = first + (above + grid.baselines[line] - grid.ups[line]) / 2
        out.children.append((rule_box(out.width, thick, ctx), 0.0, y + thick / 2))
    for column in node.verticals:
        if column == 0:
            x = 0.0
        elif column >= len(grid.lefts):
            x = out.width - thick
        else:
            x = (grid.lefts[column - 1] + grid.widths[column - 1] + grid.lefts[column] - thick) / 2
        out.children.append((rule_box(thick, bottom - top, ctx), x, bottom))
