"""Slips with timelines, rings, number lines, code, layers, icons and signs."""

from __future__ import annotations

from tests.errors.case import Case

CASES = {
    "timeline strs": Case(
        "return Timeline('2013', '2014')",
        "a Timeline holds events, not the string '2013'",
        "write event('2017', 'what happened')",
    ),
    "timeline list": Case(
        "return Timeline([event('2013', 'x')])",
        "a Timeline holds events, not a list: [Event(date='2013', content='...=None, below=None, role=None)]",
        "take off the brackets, or unpack the list with a star: Timeline(*events)",
    ),
    "timeline none": Case("return Timeline()", "this Timeline has no events", "give at least one event(...)"),
    "timeline noevent": Case(
        "return Timeline(event('2013'))", "the date '2013' has no event", "write event('2017', 'what happened')"
    ),
    "timeline both": Case(
        "return Timeline(event('2013', 'x', above='y'))",
        "the date '2013' has its event given twice",
        "use above= and below= for a date with two events",
    ),
    "timeline content num": Case(
        "return Timeline(event('2013', 3))",
        "what happened cannot be the number 3",
        'write it as a string: "3", str(n), or f"{n:.2f}" for two decimals',
    ),
    "timeline tuple": Case(
        "return Timeline(('2013', 'x'))",
        "a Timeline holds events, not a tuple: ('2013', 'x')",
        "write event('2017', 'what happened')",
    ),
    "timeline roles": Case(
        "return Timeline(event('2013', 'x'), roles='data')",
        "roles='data' are not two",
        "name the roles of both ends of the bar: roles=('paper', 'data')",
    ),
    "timeline roles3": Case(
        "return Timeline(event('2013', 'x'), roles=('data', 'model', 'loss'))",
        "roles=('data', 'model', 'loss') are not two",
        "name the roles of both ends of the bar: roles=('paper', 'data')",
    ),
    "timeline date idx": Case(
        """
        t = Timeline(event('2013', 'x'))
        return Diagram(t, Brace(t.date(4)))  # here
        """,
        "there is no date 4",
        "there is one date, 0",
    ),
    "timeline date str": Case(
        """
        t = Timeline(event('2013', 'x'))
        return Diagram(t, Brace(t.date('2013')))  # here
        """,
        "there is no date '2013'",
        "there is one date, 0",
    ),
    "timeline box idx": Case(
        """
        t = Timeline(event('2013', 'x'))
        return Diagram(t, Brace(t.box(4)))  # here
        """,
        "there is no event 4",
        "there is one event, 0",
    ),
    "timeline box side": Case(
        """
        t = Timeline(event('2013', 'x'))
        return Diagram(t, Brace(t.box(0, 'top')))  # here
        """,
        "there is no event 0 top",
        "did you mean 'above'?",
    ),
    "ring one": Case("return Ring('a')", "a Ring needs two items or more, not 1", "give at least two"),
    "ring list": Case(
        "return Ring(['a', 'b', 'c'])",
        "a Ring needs two items or more, not 1",
        "take off the brackets, or unpack the list with a star: Ring(*steps)",
    ),
    "ring labels": Case(
        "return Ring('a', 'b', labels=['x', 'y', 'z'])", "3 labels for 2 arrows", "give at most 2, one per arrow"
    ),
    "ring index": Case(
        """
        r = Ring('a', 'b')
        return Diagram(r, Brace(r[5]))  # here
        """,
        "there is no item 5",
        "there are 2 items, 0 to 1",
    ),
    "ring index str": Case(
        """
        r = Ring('a', 'b')
        return Diagram(r, Brace(r['a']))  # here
        """,
        "there is no item 'a'",
        "there are 2 items, 0 to 1",
    ),
    "numberline rev": Case(
        "return NumberLine(1, -1)", "a number line cannot run from 1 to -1", "give the smaller first"
    ),
    "numberline inf": Case("return NumberLine(0, float('inf'))", "hi=inf cannot be drawn", "give a number"),
    "numberline ticks": Case(
        "return NumberLine(0, 1, ticks=5)",
        "ticks cannot be the number 5",
        "give a list, ticks=[0, 0.5, 1], or words for the numbers, ticks={0: 'low', 1: 'high'}",
    ),
    "numberline ticks auto": Case(
        "return NumberLine(0, 1, ticks='auto')",
        "ticks cannot be the string 'auto'",
        "give a list, ticks=[0, 0.5, 1], or words for the numbers, ticks={0: 'low', 1: 'high'}",
    ),
    "numberline ticks out": Case(
        "return NumberLine(0, 1, ticks=[5])",
        "5 is not on the line from 0 to 1",
        "widen the line, or leave the number out",
    ),
    "numberline marks out": Case(
        "return NumberLine(0, 1, marks={5: 'x'})",
        "5 is not on the line from 0 to 1",
        "widen the line, or leave the number out",
    ),
    "numberline marks swapped": Case(
        "return NumberLine(0, 1, marks={'x': 0.5})",
        "marks holds the string 'x', which is no number",
        "the numbers come first: marks={0.5: 'words'}",
    ),
    "numberline fmt": Case(
        "return NumberLine(0, 1, ticks=[0], fmt='%d')",
        "0 cannot be written as '%d'",
        "formats are those of Python's format(), '.2f', 'd', '.0%', without % or {} round them; or a",
    ),
    "numberline heads": Case(
        "return NumberLine(0, 1, heads='end')",
        "a number line has no heads='end'",
        "valid values: none, left, right, both",
    ),
    "numberline at str": Case(
        """
        n = NumberLine(0, 1)
        return Diagram(n, Arrow(n.at('a'), n.at(0)))  # here
        """,
        "'a' is not on the line from 0 to 1",
        "name a number on the line",
    ),
    "numberline nan": Case(
        "return NumberLine(0, 1, marks=[float('nan')])",
        "nan is not on the line from 0 to 1",
        "widen the line, or leave the number out",
    ),
    "code num": Case(
        "return Code(3)",
        "code cannot be the number 3",
        r'give the lines as one string: Code("x = 1\ny = 2"), or "\n".join(lines)',
    ),
    "code language": Case(
        "return Code('x = 1', language='py')", "code in 'py' cannot be coloured", "did you mean 'python'?"
    ),
    "code language js": Case(
        "return Code('x = 1', language='javascript')",
        "code in 'javascript' cannot be coloured",
        "valid languages: python, json, text",
    ),
    "code list": Case(
        "return Code(['x = 1'])",
        "code cannot be a list: ['x = 1']",
        r'give the lines as one string: Code("x = 1\ny = 2"), or "\n".join(lines)',
    ),
    "code line": Case(
        """
        c = Code('x = 1')
        return Diagram(c, Highlight(c.line(0)))  # here
        """,
        "the code has no line 0",
        "lines are counted from 1, as in editors: there are 1",
    ),
    "code lines": Case(
        """
        c = Code('x = 1')
        return Diagram(c, Highlight(c.lines(1, 2)))  # here
        """,
        "lines takes 1 value without a name (layout), not 2",
        "leave it out",
    ),
    "code line str": Case(
        """
        c = Code('x = 1')
        return Diagram(c, Highlight(c.line('a')))  # here
        """,
        "the code has no line 'a'",
        "lines are counted from 1, as in editors: there are 1",
    ),
    "layers none": Case(
        "return Layers()",
        "these Layers are empty",
        "give each layer as rows, from the top down: Layers([['a']], [['b', 'c'], ['d', 'e']])",
    ),
    "layers flat": Case(
        "return Layers(['a'])", "layer 0 has no rows: ['a']", "write Layers([['a']], [['b', 'c'], ['d', 'e']])"
    ),
    "layers list": Case(
        "return Layers([[['a']]])",
        "a cell of Layers cannot be a list: ['a']",
        "give one element or one string; several make a Row(...), a Column(...) or a Strip([...])",
    ),
    "layers square": Case(
        "return Layers([['a', 'b']])", "layer 0 is not square", "give as many rows as columns, at least one"
    ),
    "layers index": Case(
        """
        l = Layers([['a']])
        return Diagram(l, Brace(l[5]))  # here
        """,
        "there is no layer 5",
        "there is one layer, 0",
    ),
    "layers num": Case("return Layers(3)", "layer 0 has no rows: 3", "write Layers([['a']], [['b', 'c'], ['d', 'e']])"),
    "layers role": Case(
        "return Layers([['a']], role=['data'])",
        "there is no role ['data']",
        "valid roles: plain, data, model, auxiliary, loss",
    ),
    "icon none": Case("return Icon()", "Icon is given no 'name'", 'for example: Icon("user", size="xl")'),
    "icon wrong": Case(
        "return Icon('robott')",
        "there is no icon 'robott'",
        "did you mean 'robot-arm', 'bot', 'bolt'? see https://lucide.dev/icons for all names",
    ),
    "icon wrong2": Case(
        "return Icon('xyzzy')", "there is no icon 'xyzzy'", "see https://lucide.dev/icons for all names"
    ),
    "icon num": Case("return Icon(3)", "there is no icon 3", "name one: Icon('bot')"),
    "icon size": Case("return Icon('bot', size='big')", "a mark has no size 'big'", "did you mean 'l'?"),
    "icon size body": Case(
        "return Icon('bot', size='body')", "a mark has no size 'body'", "valid sizes: xs, s, m, l, xl, xxl"
    ),
    "neural": Case(
        "return NeuralNet(3)", "layers=3 is no network", "give at least two numbers from 1 to 9, such as (3, 2, 1)"
    ),
    "neural big": Case(
        "return NeuralNet((3, 20))",
        "layers=(3, 20) is no network",
        "give at least two numbers from 1 to 9, such as (3, 2, 1)",
    ),
    "neural str": Case(
        "return NeuralNet('321')",
        "layers='321' is no network",
        "give at least two numbers from 1 to 9, such as (3, 2, 1)",
    ),
    "neural float": Case(
        "return NeuralNet((3.0, 2.0))",
        "layers=(3.0, 2.0) is no network",
        "give at least two numbers from 1 to 9, such as (3, 2, 1)",
    ),
    "dots dir": Case("return Dots('horizontal')", "Dots have no direction 'horizontal'", "did you mean 'row'?"),
    "dots num": Case("return Dots(3)", "Dots have no direction 3", "valid directions: row, column"),
    "number long": Case("return Number(12345)", "12345 does not fit into a circle", "use one to three characters"),
    "number empty": Case("return Number('')", "'' does not fit into a circle", "use one to three characters"),
    "number none": Case("return Number(None)", "None does not fit into a circle", "use one to three characters"),
    "operator": Case(
        "return Operator('plus')", "Operator cannot draw 'plus'", "valid signs: +, −, ×, ÷, =, ·, ⊕, ⊖, ⊗"
    ),
    "operator sign": Case("return Operator('@')", "Operator cannot draw '@'", "valid signs: +, −, ×, ÷, =, ·, ⊕, ⊖, ⊗"),
    "blocksign": Case(
        "return BlockSign('plus')", "BlockSign cannot draw 'plus'", "valid signs: +, −, ×, ÷, =, >, <, ≈"
    ),
    "stop": Case(
        "return Stop('x')",
        "Stop takes no values without a name, not 1",
        "leave it out, or give it its name: size, role, stick",
    ),
    "cycle style": Case(
        "return CycleArrows('x', style='circle')",
        "CycleArrows have no style 'circle'",
        "valid styles: line, block, turn",
    ),
    "cycle num": Case(
        "return CycleArrows(3)",
        "the words in CycleArrows cannot be the number 3",
        'write it as a string: "3", str(n), or f"{n:.2f}" for two decimals',
    ),
    "mini": Case("return MiniArrows('a')", "count='a' cannot be drawn", "give a whole number from 1"),
    "funnel": Case(
        "return FunnelMark('x')",
        "FunnelMark takes no values without a name, not 1",
        "leave it out, or give it its name: size, role, stick",
    ),
    "breakmark": Case(
        "return BreakMark('x')",
        "BreakMark takes no values without a name, not 1",
        "leave it out, or give it its name: size, role, stick",
    ),
    "tick name": Case(
        "return Tick('check')",
        "Tick takes no values without a name, not 1",
        "leave it out, or give it its name: filled, size, role, stick",
    ),
    "star fill": Case("return Star(fill='yellow')", "Star has no option 'fill'", "did you mean 'filled'?"),
    "person name": Case(
        "return Person('Alice')",
        "Person takes no values without a name, not 1",
        "leave it out, or give it its name: filled, size, role, stick",
    ),
    "cross color": Case(
        "return Row(Box('a'), Cross('red'))",
        "Cross takes no values without a name, not 1",
        "leave it out, or give it its name: filled, size, role, stick",
    ),
    "scissors option": Case(
        "return Scissors(rotate=90)", "Scissors has no option 'rotate'", "Vertical('...') sets words upright"
    ),
}
