"""A right use of every public name, for tests that spoil one value of it."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping

import llmfig

# Elements that the calls name.
MADE = """
a, b, d = Box("a"), Box("b"), Box("d")
s, m = Strip(["p", "q", "r"]), Matrix([[1, 2], [3, 4]])
c = Chart(Axis("x"), Axis("y"), Bars([1, 2], name="n"), Curve(([0, 1], [0, 1])))
"""

# By name: a figure round the call, and the values that it needs, by parameter.
CALLS: dict[str, tuple[str, dict[str, str]]] = {
    "Area": ("Chart({})", {"data": "([0, 1], [1, 2])"}),
    "Arrow": ("Diagram(Row(a, b, gap='xl'), {})", {"start": "a", "end": "b"}),
    "Axis": ("Chart({}, Bars([1, 2]))", {"way": "'x'"}),
    "Band": ("Chart({}, Bars([1, 2]))", {"x": "(0, 1)"}),
    "Bars": ("Chart({})", {"values": "[1, 2]"}),
    "BlockSign": ("{}", {"sign": "'+'"}),
    "Box": ("{}", {"content": "'x'"}),
    "Brace": ("Diagram(s, {})", {"over": "s[0:2]"}),
    "BreakMark": ("{}", {}),
    "Callout": ("Column(a, {}, gap='xl')", {"content": "'x'", "to": "a"}),
    "Chart": ("{}", {"marks": "Bars([1, 2])"}),
    "ChartNote": ("Chart(Bars([1, 2]), {})", {"content": "'x'", "at": "(0, 1)"}),
    "Code": ("{}", {"source": "'x = 1'"}),
    "ColorKey": ("{}", {"names": "{'a': 'data'}"}),
    "Column": ("{}", {"children": "a"}),
    "Cross": ("{}", {}),
    "Curve": ("Chart({})", {"data": "([0, 1], [1, 2])"}),
    "CycleArrows": ("{}", {"label": "'x'"}),
    "Diagram": ("{}", {"body": "a"}),
    "Dots": ("Row(a, {})", {}),
    "Enclose": ("Diagram(Row(a, b), {})", {"places": "a"}),
    "Formula": ("{}", {"latex": "'x'"}),
    "FunnelMark": ("{}", {}),
    "Grid": ("{}", {"cells": "[[a, b]]"}),
    "Guide": ("Chart({}, Bars([1, 2]))", {"x": "1"}),
    "Highlight": ("Diagram(Row(a, b), {})", {"over": "a"}),
    "Icon": ("{}", {"name": "'bot'"}),
    "Inset": ("Diagram(c, {})", {"content": "'x'", "over": "c"}),
    "Layers": ("{}", {"layers": "[['a']]"}),
    "Legend": ("{}", {"entries": "[('a', 'data')]"}),
    "Line": ("Diagram(Row(a, b, gap='xl'), {})", {"start": "a", "end": "b"}),
    "Lock": ("{}", {}),
    "Matrix": ("{}", {"values": "[[1, 2], [3, 4]]"}),
    "MindMap": ("{}", {"root": "'r'", "right": "[node('x')]"}),
    "MiniArrows": ("{}", {}),
    "NeuralNet": ("{}", {}),
    "Note": ("Diagram(s, {})", {"content": "'n'"}),
    "Number": ("{}", {"number": "1"}),
    "NumberLine": ("{}", {"lo": "0", "hi": "1"}),
    "Operator": ("{}", {"sign": "'+'"}),
    "Overlay": ("{}", {"children": "a"}),
    "Panel": ("{}", {"content": "a"}),
    "Person": ("{}", {}),
    "Points": ("Chart({})", {"xs": "[0, 1]", "ys": "[1, 2]"}),
    "Region": ("Grid([[a, b]], regions=[{}])", {"rows": "(0, 0)", "cols": "(0, 1)"}),
    "Ring": ("{}", {"items": "'x', 'y'"}),
    "Row": ("{}", {"children": "a"}),
    "Scissors": ("{}", {}),
    "Segments": ("{}", {"values": "[1, 2]"}),
    "Star": ("{}", {}),
    "Stop": ("{}", {}),
    "Strip": ("{}", {"cells": "['x', 'y']"}),
    "Swatch": ("{}", {"role": "'data'"}),
    "Table": ("{}", {"rows": "[['x', 'y']]"}),
    "Text": ("{}", {"text": "'x'"}),
    "Tick": ("{}", {}),
    "Timeline": ("{}", {"events": "event('1', 'x'), event('2', 'y')"}),
    "Tracks": ("Row(a, tracks={})", {}),
    "Tree": ("{}", {"root": "node('r', node('x'), node('y'))"}),
    "Unit": ("Segments([1, 2], unit={})", {}),
    "Vertical": ("{}", {"text": "'x'"}),
    "Zoom": ("Diagram(Row(a, b, gap='xxl'), {})", {"block": "a", "panel": "b"}),
    "align": ("({}, Row(a, b))[1]", {"first": "a", "others": "b", "by": "'top'"}),
    "around": ("Diagram(Row(a, b), Brace({}))", {"places": "a"}),
    "chain": ("Diagram(Row(a, b, gap='xl'), {})", {"places": "a, b"}),
    "event": ("Timeline({})", {"date": "'1'", "content": "'x'"}),
    "fan_in": ("Diagram(Row(Column(a, b), d, gap='xl'), {})", {"starts": "[a, b]", "end": "d"}),
    "fan_out": ("Diagram(Row(d, Column(a, b), gap='xl'), {})", {"start": "d", "ends": "[a, b]"}),
    "heat": ("Matrix([[1, 2]], role={})", {"values": "[[1, 2]]"}),
    "labeled": ("{}", {"body": "a", "top": "'n'"}),
    "more": ("Tree(node('r', node('x'), {}))", {}),
    "node": ("Tree({})", {"content": "'r'", "children": "node('x')"}),
    "outline": ("Column(*[e.text for e in {}])", {"text": "'x'"}),
    "same_size": ("({}, Row(a, b))[1]", {"elements": "a, b"}),
    "span": ("Grid([[{}], [a, b]])", {"content": "'x'", "cols": "2"}),
    "spline": ("Chart(Curve({}, domain=(0, 1)))", {"xs": "[0, 1]", "ys": "[1, 2]"}),
    "tr": ("Box({})", {"en": "'x'", "zh": "'y'"}),
}

# What is asked of an element, with one value left out.
ASKED = (
    "Diagram(s, Brace(s[{}]))",
    "Diagram(s, Brace(s.row({})))",
    "Diagram(s, Brace(s.column({})))",
    "Diagram(m, Brace(m[{}, 0]))",
    "Diagram(m, Brace(m[0, {}]))",
    "Diagram(m, Brace(m[{}]))",
    "Diagram(m, m.label_rows({}))",
    "Diagram(m, m.label_rows([{}, 'b']))",
    "Diagram(m, m.label_rows(['a', 'b'], side={}))",
    "Diagram(m, m.label_columns(['a', 'b'], size={}))",
    "Diagram(m, m.label_columns(['a', 'b'], level={}))",
    "Diagram(c, Arrow(c.at({}, 1), c.bar(0)))",
    "Diagram(c, Arrow(c.tick({}, 1), c.bar(0)))",
    "Diagram(c, Arrow(c.tick('x', {}), c.bar(0)))",
    "Diagram(c, Brace(c.span({}, 0, 1)))",
    "Diagram(c, Brace(c.span('x', 0, {})))",
    "Diagram(c, Brace(c.bar({})))",
    "Diagram(c, Brace(c.bars(0, {})))",
    "Diagram(c, Arrow(c.curve_end({}), c.bar(0)))",
    "Row(c, c.legend(title={}))",
    "Diagram(Row(a, b, gap='xl'), Arrow(a.port({}), b))",
    "Diagram(Row(a, b, gap='xl'), Arrow(a.port('top', {}), b))",
    "a.allow({}, 'why')",
    "a.allow('overlap', {})",
    "Diagram(t := Tree(node('r', node('x'))), Highlight(t.node({})))",
    "Diagram(t := Tree(node('r', node('x'))), Brace(t.level({})))",
    "Diagram(t := Tree(node('r', node('x'))), Brace(t.between({})))",
    "Diagram(t := Tree(node('r', node('x'))), Arrow(t.edge({}), t.node('r')))",
    "(t := Tree(node('r', node('x'))), t.highlight({}))[0]",
    "(t := Tree(node('r', node('x'))), t.highlight('r', role={}))[0]",
    "(t := Tree(node('r', node('x'))), t.highlight('r', 'x', stroke={}))[0]",
    "(t := Tree(node('r', node('x'))), t.highlight('r', 'x', head={}))[0]",
    r"Diagram(f := Formula(r'\term{{p}}{{x}}'), Brace(f.term({})))",
    "Diagram(r := Ring('x', 'y'), Brace(r[{}]))",
    "Diagram(t := Timeline(event('1', 'x')), Brace(t.date({})))",
    "Diagram(t := Timeline(event('1', 'x')), Brace(t.box({})))",
    "Diagram(t := Timeline(event('1', 'x')), Brace(t.box(0, {})))",
    "Diagram(n := NumberLine(0, 1), Arrow(n.at({}), n.at(0)))",
    "Diagram(n := NumberLine(0, 1), Brace(n.span(0, {})))",
    "Diagram(x := Code('x'), Highlight(x.line({})))",
    "Diagram(x := Layers([['x']]), Brace(x[{}]))",
    "Diagram(x := Segments([1, 2]), Brace(x[{}]))",
    "Diagram(Chart(p := Points([0, 1], [0, 1])), Arrow(p[{}], p[0]))",
    "Diagram(Chart(k := Curve(([0, 1], [0, 1]))), Arrow(k.at({}), k.end))",
    "Diagram(Row(a, b, gap='xl'), k := Arrow(a, b), Arrow(k.at({}), a))",
    "Diagram(Row(a, b, gap='xl'), k := Arrow(a, b), Arrow(k.level_with({}), a))",
)


def right(name: str) -> str:
    """A figure in which a public name is used as it should be."""
    figure, needed = CALLS[name]
    return figure.format(_call(name, needed))


def spoilt(name: str, value: str) -> Iterator[tuple[str, str]]:
    """Each parameter of a public name, with a figure in which a value stands in its place."""
    figure, needed = CALLS[name]
    for parameter in inspect.signature(getattr(llmfig, name)).parameters:
        yield parameter, figure.format(_call(name, needed | {parameter: value}))


def _call(name: str, given: Mapping[str, str]) -> str:
    args, left_out = [], False
    for p, parameter in inspect.signature(getattr(llmfig, name)).parameters.items():
        if p not in given:
            left_out = True
        elif parameter.kind is parameter.VAR_POSITIONAL:
            args.append(given[p])
        else:
            by_name = left_out or parameter.kind is parameter.KEYWORD_ONLY
            args.append(f"{p}={given[p]}" if by_name else given[p])
    return f"{name}({', '.join(args)})"
