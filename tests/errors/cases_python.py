"""Slips in what a figure function returns, in tr(), and in Python."""

from __future__ import annotations

from tests.errors.case import Case

CASES = {
    "no return": Case(
        "Row('a', 'b')",
        "the figure function ends here and returns nothing",
        "end it with `return` and the element to draw: return Row(a, b)",
    ),
    "no return2": Case(
        """
        a = Box('a')
        b = Box('b')
        Row(a, b)  # here
        """,
        "the figure function ends here and returns nothing",
        "end it with `return` and the element to draw: return Row(a, b)",
    ),
    "return str": Case(
        "return 'a'",
        "what the figure function returns cannot be the string 'a'",
        'return an element: a Text("..."), a Box("..."), a Row, a Column, a Grid, a Diagram',
    ),
    "return list": Case(
        "return [Box('a'), Box('b')]",
        "what the figure function returns cannot be a list: [<Box of line 5>, <Box of line 5>]",
        "put them together first: Row(a, b), Column(a, b) or Grid([[a, b]]), with a star for a list:",
    ),
    "return tuple": Case(
        "return Box('a'), Box('b')",
        "what the figure function returns cannot be a tuple: (<Box of line 5>, <Box of line 5>)",
        "put them together first: Row(a, b), Column(a, b) or Grid([[a, b]]), with a star for a list:",
    ),
    "return class": Case(
        "return Box", "what the figure function returns cannot be the class Box", "Box is the class; make one: Box(...)"
    ),
    "return number": Case(
        "return 3",
        "what the figure function returns cannot be the number 3",
        'write it as a string: "3", str(n), or f"{n:.2f}" for two decimals',
    ),
    "return gen": Case(
        "return (Box(c) for c in 'ab')",
        "what the figure function returns cannot be a generator",
        "unpack it with a star: Row(*[Box(word) for word in words])",
    ),
    "return arrow": Case(
        """
        a, b = Box('a'), Box('b')
        Row(a, b)
        return Arrow(a, b)  # here
        """,
        "what the figure function returns cannot be the Arrow of line 7: it belongs to a Diagram",
        "write Diagram(Row(a, b), Arrow(a, b))",
    ),
    "return anchor": Case(
        "return Box('a').left",
        "what the figure function returns cannot be the left of <Box of line 5>",
        "it is a point or a part of an element that stands somewhere already: name it in an Arrow or a",
    ),
    "return part": Case(
        "return Strip(['a', 'b'])[0:2]",
        "what the figure function returns cannot be a Part",
        "it is a point or a part of an element that stands somewhere already: name it in an Arrow or a",
    ),
    "return function": Case(
        """
        def inner():
            return Box('a')
        return inner  # here
        """,
        "what the figure function returns cannot be the function inner",
        "inner is the function; call it: inner(...)",
    ),
    "yields": Case(
        "yield Box('a')",
        "a figure function returns one element, it does not yield",
        "collect the elements in a list, and end with return Row(*elements)",
        line=4,
    ),
    "tr three": Case(
        "return Box(tr('x', 'y', 'z'))",
        "tr takes 2 values without a name (en, zh), not 3",
        'tr takes the English and the Chinese side: tr("English", "中文")',
    ),
    "tr none": Case(
        "return Box(tr('x', None))",
        "the content of a Box cannot be None",
        "give an element (Box, Text, Row, ...) or a string; leave it out where there is nothing to draw",
    ),
    "pair as text": Case(
        "return Box(('Model', '模型'))",
        "the content of a Box cannot be a tuple: ('Model', '模型')",
        "for two languages write tr('Model', '模型')",
    ),
    "dict as text": Case(
        "return Box({'en': 'Model', 'zh': '模型'})",
        "the content of a Box cannot be a dict: {'en': 'Model', 'zh': '模型'}",
        'give a string or an element; for two languages tr("English", "中文")',
    ),
    "unbound": Case(
        """
        if False:
            a = Box('a')
        return Row(a)  # here
        """,
        "'a' has no value yet in this line",
        "give it one on every way that leads here",
    ),
    "keyerror": Case(
        """
        d = {'a': 1}
        return Box(str(d['b']))  # here
        """,
        "KeyError: 'b'",
        "the keys are ['a']",
    ),
    "indexerror": Case(
        """
        d = [1]
        return Box(str(d[3]))  # here
        """,
        "IndexError: list index out of range",
        "indices are counted from 0, and the last one is len(...) - 1",
    ),
    "zero": Case(
        "return Box(str(1 / 0))",
        "ZeroDivisionError: division by zero",
        "look at what is divided by; --traceback tells how it came to it",
    ),
    "assert": Case("assert False, 'no'", "AssertionError: no", "what this line asserts does not hold"),
    "raise custom": Case(
        "raise ValueError('bad data')", "ValueError: bad data", "correct the line; --traceback tells how it came to it"
    ),
    "raise empty": Case("raise ValueError", "ValueError", "correct the line; --traceback tells how it came to it"),
    "open missing": Case(
        "return Box(open('nothing.txt').read())",
        "there is no file 'nothing.txt'",
        "paths begin at the working directory; one beside this file is",
    ),
    "add boxes": Case(
        "return Box('a') + Box('b')",
        "elements are not joined by +",
        "stand them side by side or below each other: Row(a, b), Column(a, b)",
    ),
    "or boxes": Case(
        "return Box('a') | Box('b')",
        "elements are not joined by |",
        "stand them side by side or below each other: Row(a, b), Column(a, b)",
    ),
    "shift boxes": Case(
        "return Box('a') >> Box('b')",
        "elements are not joined by >>",
        "arrows are elements: Diagram(Row(a, b), Arrow(a, b))",
    ),
    "len row": Case(
        """
        r = Row('a', 'b')
        return Box(str(len(r)))  # here
        """,
        "a Row is no list",
        "keep the elements in a list of your own, and walk through that: boxes = [Box('a'), Box('b')];",
    ),
    "for row": Case(
        """
        r = Row('a', 'b')
        return Row(*r)  # here
        """,
        "a Row is no list",
        "keep the elements in a list of your own, and walk through that",
    ),
    "call box": Case(
        """
        b = Box('a')
        return b()  # here
        """,
        "the Box of line 5 is made already, and is not called",
        "use it as it is, without brackets",
    ),
    "compare": Case(
        "return Row('a') < Row('b')",
        "elements are not joined by <",
        "arrows are elements: Diagram(Row(a, b), Arrow(a, b))",
    ),
    "recursion": Case(
        "return bad()",
        "this line calls its own function without end",
        "give it a case in which it does not; a figure function is not called by itself",
    ),
    "recursion2": Case(
        """
        def f(x):
            return f(x)  # here
        return f(1)
        """,
        "this line calls its own function without end",
        "give it a case in which it does not; a figure function is not called by itself",
    ),
    "sysexit": Case(
        """
        import sys
        sys.exit(1)  # here
        """,
        "the figure ends the program",
        "remove the call to exit()",
    ),
    "allow method": Case(
        "return Box('a').allow('overlap')",
        "allow is given no 'reason'",
        "say which rule and why: element.allow('overlap', 'the hand lies on the card')",
    ),
    "load missing file": Case(
        "return Row(load_figure('figures/nosuch.py'), Box('a'))",
        "there is no file 'figures/nosuch.py'",
        "correct the path, or give chapter/id",
    ),
    "Figure made": Case(
        "return Row(Figure('a'), Box('a'))",
        "a Figure is not made by hand",
        "write @figure(title=..., alt=...) over a function, or load_figure('chapter/id')",
    ),
    "use lang": Case(
        """
        use(lang='cn')
        return Box('a')
        """,
        "there is no language 'cn'",
        "did you mean 'zh'?",
    ),
    "use theme": Case(
        """
        use(theme='drak')
        return Box('a')
        """,
        "there is no theme 'drak'",
        "did you mean 'dark'?",
    ),
    "use option": Case(
        """
        use(language='en')
        return Box('a')
        """,
        "use has no option 'language'",
        "instead of language= write lang=",
    ),
    "own error": Case(
        "raise FigureError('the parts add up to 0.9, not to 1', fix='correct the shares')",
        "the parts add up to 0.9, not to 1",
        "correct the shares",
    ),
    "own error helper": Case(
        """
        def shares(parts):
            if sum(parts) != 1:
                raise FigureError('the parts do not add up to 1', fix='correct the shares')  # here
            return Segments(parts)
        return shares([1, 2])
        """,
        "the parts do not add up to 1 (called from line 9)",
        "correct the shares",
    ),
    "helper role": Case(
        """
        def part(role):
            return Box('a', role=role)  # here
        a = part('model')
        return Row(a, part('modell'))
        """,
        "there is no role 'modell' (called from line 8)",
        "did you mean 'model'?",
    ),
    "helper raise": Case(
        """
        def part(n):
            return Box(str(1 / n))  # here
        a = part(1)
        return Row(a, part(0))
        """,
        "ZeroDivisionError: division by zero (called from line 8)",
        "look at what is divided by; --traceback tells how it came to it",
    ),
    "json load": Case(
        """
        import json
        return Box(json.loads('{')['a'])  # here
        """,
        "JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
        "correct the line; --traceback tells how it came to it",
    ),
    "star none": Case("return Row(*None)", "Row is given * with None", "what stands behind * is a list, as in *boxes"),
    "sum": Case(
        "return sum([Box('a'), Box('b')])",
        "elements are not joined by +",
        "stand them side by side or below each other: Row(a, b), Column(a, b)",
    ),
    "percent format": Case(
        "return Box('a %s' % (1, 2))",
        "TypeError: not all arguments converted during string formatting",
        'write an f-string: f"{n:.2f}"',
    ),
    "str plus int": Case(
        "return Box('a' + 1)",
        'TypeError: can only concatenate str (not "int") to str',
        'turn it into text: str(n), or f"{n} tokens"',
    ),
    "int parse": Case(
        "return Box(str(int('x')))",
        "ValueError: invalid literal for int() with base 10: 'x'",
        "correct the line; --traceback tells how it came to it",
    ),
    "too many unpack": Case(
        """
        a, b = 1, 2, 3
        return Box('a')
        """,
        "ValueError: too many values to unpack (expected 2)",
        "as many names stand on the left of = as there are values on its right",
    ),
    "none attr": Case(
        """
        a = None
        return Box(a.text)  # here
        """,
        "None has no 'text'",
        "the value in front of the dot was never made: look where it comes from",
    ),
    "str attr": Case("return Box('a'.uper())", "the string 'a' has no 'uper'", "did you mean 'upper'?"),
    "list attr": Case(
        """
        a = []
        a.add(Box('x'))  # here
        return Row(*a)
        """,
        "a list has no 'add'",
        "a list takes one more by .append(...), several by .extend([...])",
    ),
}
