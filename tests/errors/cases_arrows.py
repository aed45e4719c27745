"""Slips with arrows, anchors and diagrams."""

from __future__ import annotations

from tests.errors.case import Case

CASES = {
    "arrow dashd": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a, b, style='dashd'))  # here
        """,
        "an arrow has no style='dashd'",
        "did you mean 'dashed'?",
    ),
    "arrow strings": Case(
        "return Diagram(Row('a', 'b'), Arrow('a', 'b'))",
        "the start of an arrow cannot be the string 'a'",
        "keep the element in a variable and name that: a = Box('words'); Arrow(a, b)",
    ),
    "arrow one": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a))  # here
        """,
        "Arrow is given no 'end'",
        'for example: Arrow(agent, world, label=tr("action $a_t$", "动作 $a_t$"), route="arc")',
    ),
    "arrow text": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a, b, 'text'))  # here
        """,
        "Arrow takes 2 values without a name (start, end), not 3",
        "give it its name: label='text'",
    ),
    "arrow outside": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a), Arrow(a, b))  # here
        """,
        "this Arrow refers to the Box of line 5, which is not in the figure",
        "put the Box into the Row, Column, Grid, ... that the figure function returns",
    ),
    "arrow self": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a, a))  # here
        """,
        "both ends of this arrow are the same element",
        "for a loop write route='arc'; else name another element, or anchors: a.right, b.left",
    ),
    "arrow label_side top": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a, b, label='x', label_side='top'))  # here
        """,
        "an arrow has no label_side='top'",
        "did you mean 'above'?",
    ),
    "arrow label_side left": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a, b, label='x', label_side='left'))  # here
        """,
        "this Arrow is level and has no side 'left' for its label",
        "write label_side='above' or 'below', or leave it out",
    ),
    "arrow label number": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a, b, label=0.5))  # here
        """,
        "the label of an arrow cannot be the number 0.5",
        'write it as a string: "0.5", str(n), or f"{n:.2f}" for two decimals',
    ),
    "arrow label_t": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a, b, label='x', label_t=50))  # here
        """,
        "label_t=50 cannot be drawn",
        "give a number from 0 to 1",
    ),
    "arrow label_t str": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a, b, label='x', label_t='half'))  # here
        """,
        "label_t='half' cannot be drawn",
        "give a number from 0 to 1",
    ),
    "arrow bend": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a, b, route='arc', bend='left'))  # here
        """,
        "bend='left' cannot be drawn",
        "give a number",
    ),
    "arrow bend nan": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a, b, route='arc', bend=float('nan')))  # here
        """,
        "bend=nan cannot be drawn",
        "give a number",
    ),
    "arrow around": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a, b, around=True))  # here
        """,
        "an arrow has no around=True",
        "valid values: top, right, bottom, left",
    ),
    "arrow stroke num": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a, b, stroke=2))  # here
        """,
        "there is no stroke 2",
        "a stroke is a step of the theme's scale, not a number; valid strokes: hair, thin, normal,",
    ),
    "arrow role": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a, b, role='red'))  # here
        """,
        "there is no role 'red'",
        "a role says what a thing means, and the theme colours it; valid roles: plain, data, model,",
    ),
    "arrow trunk": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a, b, trunk=3))  # here
        """,
        "the trunk of an arrow cannot be the number 3",
        "give the arrows of one stem the same name, or write fan_out(a, [b, c])",
    ),
    "arrow in row": Case(
        """
        a, b = Box('a'), Box('b')
        return Row(a, Arrow(a, b), b)  # here
        """,
        "an element in a Row cannot be the Arrow of line 6: it belongs to a Diagram",
        "write Diagram(Row(a, b), Arrow(a, b))",
    ),
    "arrow not in diagram": Case(
        """
        a, b = Box('a'), Box('b')
        Arrow(a, b)  # here
        return Row(a, b)
        """,
        "this Arrow is made and never drawn",
        "hand it to a Diagram: Diagram(Row(a, b), Arrow(a, b))",
    ),
    "arrow list ends": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow([a], b))  # here
        """,
        "the start of an arrow cannot be a list: [<Box of line 5>]",
        "one arrow joins two places; for more: fan_out(a, [b, c]), fan_in([a, b], c), chain(a, b, c)",
    ),
    "arrow method": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a.port, b))  # here
        """,
        "the start of an arrow cannot be the function port",
        "call it, as in a.port('top', 0.25)",
    ),
    "arrow labels": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a, b, labels='xy'))  # here
        """,
        "labels='xy' are not two",
        "give labels=(above, below), None where there is none; for a single one label=",
    ),
    "line colour": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Line(a, b, colour='red'))  # here
        """,
        "Line has no option 'colour'",
        "instead of colour= write role=: colours follow from meaning, 'model', 'data', 'loss', 'muted',",
    ),
    "line one": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Line(a))  # here
        """,
        "Line is given no 'end'",
        'for example: Line(teacher, student, label=tr("same tokenizer", "同一分词器"), style="dashed")',
    ),
    "diagram list": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram([a, b], Arrow(a, b))  # here
        """,
        "the body of a Diagram cannot be a list: [<Box of line 5>, <Box of line 5>]",
        "put them together first: Row(a, b), Column(a, b) or Grid([[a, b]]), with a star for a list:",
    ),
    "diagram boxes": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(a, b, Arrow(a, b))  # here
        """,
        "the Box of line 5 does not lie over a layout",
        "put all elements of the layout together first: Diagram(Row(a, b), Arrow(a, b))",
    ),
    "diagram arrow first": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Arrow(a, b), Row(a, b))  # here
        """,
        "the body of a Diagram cannot be the Arrow of line 6: what lies over the layout comes behind it",
        "write Diagram(Row(a, b), Arrow(a, b))",
    ),
    "diagram none": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(None, Arrow(a, b))  # here
        """,
        "the body of a Diagram cannot be None",
        "give an element (Box, Text, Row, ...) or a string; leave it out where there is nothing to draw",
    ),
    "fan_out single": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), fan_out(a, b))  # here
        """,
        "the ends of fan_out() must be a list, not the Box of line 5",
        "write fan_out(a, [b, c])",
    ),
    "fan_out swapped": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), fan_out([a], b))  # here
        """,
        "the ends of fan_out() must be a list, not the Box of line 5",
        "write fan_out(a, [b, c])",
    ),
    "fan_out two": Case(
        """
        a, b, c = Box('a'), Box('b'), Box('c')
        return Diagram(Row(a, b, c), fan_out(a, b, c))  # here
        """,
        "fan_out takes 2 values without a name (start, ends), not 3",
        "the ends are one list: fan_out(a, [b, c])",
    ),
    "fan_in labels": Case(
        """
        a, b, c = Box('a'), Box('b'), Box('c')
        return Diagram(Row(a, b, c), fan_in([a, b], c, labels='x'))  # here
        """,
        "the labels of fan_in() must be a list, not the string 'x'",
        "write labels=['yes', 'no']",
    ),
    "fan_out empty": Case(
        """
        a, b, c = Box('a'), Box('b'), Box('c')
        return Diagram(Row(a, b, c), fan_out(a, []))  # here
        """,
        "fan_out() is given no ends",
        "name what it joins: fan_out(a, [b, c])",
    ),
    "chain list": Case(
        """
        a, b, c = Box('a'), Box('b'), Box('c')
        return Diagram(Row(a, b, c), chain([a, b, c]))  # here
        """,
        "chain() needs at least two places",
        "take off the brackets, or unpack the list with a star: chain(*boxes)",
    ),
    "chain one": Case(
        """
        a, b, c = Box('a'), Box('b'), Box('c')
        return Diagram(Row(a, b, c), chain(a))  # here
        """,
        "chain() needs at least two places",
        "name what it joins, in order: chain(a, b, c)",
    ),
    "anchor lft": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a.lft, b))  # here
        """,
        "Box has no part or anchor 'lft'",
        "did you mean 'left'? Box has left, right, top, bottom, center, bottom_left, bottom_right,",
    ),
    "anchor north": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a.north, b))  # here
        """,
        "Box has no part or anchor 'north'",
        "did you mean 'top'? Box has left, right, top, bottom, center, bottom_left, bottom_right,",
    ),
    "anchor middle": Case(
        """
        a, b = Strip(['a']), Box('b')
        return Diagram(Row(a, b), Arrow(a.middle, b))  # here
        """,
        "Strip has no part or anchor 'middle'",
        "did you mean 'center'? Strip has border, column, label_columns, label_rows, part, row, left,",
    ),
    "anchor center call": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a.center(), b))  # here
        """,
        "an anchor is not called",
        "write it without brackets: a.center",
    ),
    "anchor chart": Case(
        """
        c = Chart(Bars([1, 2]))
        return Diagram(c, Brace(c.x_axis))  # here
        """,
        "Chart has no part or anchor 'x_axis'",
        "name a part: chart.tick('x', 1), chart.span('x', 0, 1), chart.at(x, y); Chart has at, bar,",
    ),
    "anchor of anchor": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a.right.top, b))  # here
        """,
        "an anchor has no 'top'",
        "an anchor is a point: ask the element itself for its sides (box.top), and name one of them",
    ),
    "anchor port side": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a.port('middle'), b))  # here
        """,
        "there is no side 'middle'",
        "valid sides: top, right, bottom, left",
    ),
    "anchor port t": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a.port('top', 'left'), b))  # here
        """,
        "no port lies at 'left' of a side",
        "give a fraction of the side, 0.5 for its middle, or an element that the port is level with",
    ),
    "anchor port 50": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a.port('top', 50), b))  # here
        """,
        "no port lies at 50 of a side",
        "give a fraction of the side, 0.5 for its middle, or an element that the port is level with",
    ),
    "anchor port none": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a.port(), b))  # here
        """,
        "port is given no 'side'",
        "name the side, and how far along it: box.port('top', 0.25)",
    ),
    "anchor port nan": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a.port('top', float('nan')), b))  # here
        """,
        "no port lies at nan of a side",
        "give a fraction of the side, 0.5 for its middle, or an element that the port is level with",
    ),
    "anchor index box": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow(a[0], b))  # here
        """,
        "the Box of line 5 has no parts to count",
        "keep what is in it in variables, and name those: a = Box('a')",
    ),
    "anchor index row": Case(
        """
        r = Row(Box('a'), Box('b'))
        return Diagram(r, Arrow(r[0], r[1]))  # here
        """,
        "the Row of line 5 has no parts to count",
        "keep what is in it in variables, and name those: a = Box('a')",
    ),
    "anchor row iter": Case(
        """
        r = Row(Box('a'), Box('b'))
        x, y = r  # here
        return Diagram(r, Arrow(x, y))
        """,
        "a Row is no list",
        "keep the elements in a list of your own, and walk through that: boxes = [Box('a'), Box('b')];",
    ),
    "anchor row children": Case(
        """
        r = Row(Box('a'), Box('b'))
        return Diagram(r, Arrow(r.children[0], r.children[1]))  # here
        """,
        "TypeError: 'method' object is not subscriptable",
        "correct the line; --traceback tells how it came to it",
    ),
    "anchor tuple": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Arrow((a, 'right'), b))  # here
        """,
        "the start of an arrow cannot be a tuple: (<Box of line 5>, 'right')",
        "an anchor stands behind a dot: a.right",
    ),
}
