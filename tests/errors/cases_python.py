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
}
