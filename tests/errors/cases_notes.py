"""Slips with what belongs to something: braces, notes, highlights, callouts, zooms."""

from __future__ import annotations

from tests.errors.case import Case

CASES = {
    "around none": Case(
        "return Diagram(Box('a'), Brace(around()))", "around() needs at least one element", "name the elements"
    ),
    "around list": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Brace(around([a, b])))  # here
        """,
        "an element or a part of one is due here, not a list: [<Box of line 5>, <Box of line 5>]",
        "several are one place by around(a, b), or around(*boxes) for a list",
    ),
    "around anchor": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Brace(around(a.left, b)))  # here
        """,
        "an element or a part of one is due here, not the left of <Box of line 5>",
        "an anchor is a point: name the element itself, without the side",
    ),
    "brace string": Case(
        "return Diagram(Box('a'), Brace('a'))",
        "an element or a part of one is due here, not the string 'a'",
        "keep the element in a variable, a = Box('words'), and name that: a, without quotes",
    ),
    "brace side": Case(
        """
        s = Strip(['a'])
        return Diagram(s, Brace(s[0], side='above'))  # here
        """,
        "there is no side 'above'",
        "did you mean 'top'?",
    ),
    "brace style": Case(
        """
        s = Strip(['a'])
        return Diagram(s, Brace(s[0], style='curly'))  # here
        """,
        "there is no span style 'curly'",
        "did you mean 'brace'?",
    ),
    "brace level neg": Case(
        """
        s = Strip(['a'])
        return Diagram(s, Brace(s[0], level=-1))  # here
        """,
        "level=-1 cannot be drawn",
        "give a whole number from 0",
    ),
    "brace alone": Case(
        """
        s = Strip(['a'])
        return Brace(s, label='x')  # here
        """,
        "this Brace refers to the Strip of line 5, which is not in the figure",
        "put the Strip into the Row, Column, Grid, ... that the figure function returns",
    ),
    "brace in row": Case(
        """
        s = Strip(['a'])
        return Row(s, Brace(s, label='x'))  # here
        """,
        "a Brace with side='top' has no room in a Row",
        "hand it to a Diagram, which makes room for it: Diagram(layout, Brace(...))",
    ),
    "note in row": Case(
        "return Row('a', Note('x'))",
        "a Note with side='top' has no room in a Row",
        "hand it to a Diagram, which makes room for it: Diagram(layout, Note(...))",
    ),
    "highlight in row": Case(
        """
        a = Box('a')
        return Row(a, Highlight(a))  # here
        """,
        "an element in a Row cannot be the Highlight of line 6: it belongs to a Diagram",
        "write Diagram(layout, Highlight(...))",
    ),
    "enclose list": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Enclose([a, b]))  # here
        """,
        "an element or a part of one is due here, not a list: [<Box of line 5>, <Box of line 5>]",
        "several are one place by around(a, b), or around(*boxes) for a list",
    ),
    "enclose none": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Enclose(title='x'))  # here
        """,
        "Enclose() needs at least one element",
        "name the elements that it goes round",
    ),
    "enclose title num": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Row(a, b), Enclose(a, b, title=3))  # here
        """,
        "the title of an Enclose cannot be the number 3",
        'write it as a string: "3", str(n), or f"{n:.2f}" for two decimals',
    ),
    "note num": Case(
        """
        a = Box('a')
        return Diagram(a, Note(3, over=a))  # here
        """,
        "the content of a Note cannot be the number 3",
        'write it as a string: "3", str(n), or f"{n:.2f}" for two decimals',
    ),
    "note swapped": Case(
        """
        a = Box('a')
        return Diagram(a, Note(a, 'x'))  # here
        """,
        "Note takes 1 value without a name (content), not 2",
        "the words come first, what they belong to is over=: Note('words', over=a)",
    ),
    "labeled opt": Case(
        "return labeled(Box('a'), above='x')", "labeled has no option 'above'", "instead of above= write top="
    ),
    "labeled num": Case(
        "return labeled(Box('a'), top=3)",
        "the content of a Note cannot be the number 3",
        'write it as a string: "3", str(n), or f"{n:.2f}" for two decimals',
    ),
    "callout no to": Case(
        "return Callout('x')",
        "Callout is given no 'to'",
        'for example: Callout(tr("The model predicts this token", "模型预测这个词元"), to=masked)',
    ),
    "zoom one": Case(
        """
        a = Box('a')
        return Diagram(a, Zoom(a))  # here
        """,
        "Zoom is given no 'panel'",
        'for example: Zoom(layers[1], detail, role="model")',
    ),
    "zoom above": Case(
        """
        a, b = Box('a'), Box('b')
        return Diagram(Column(a, b), Zoom(a, b))  # here
        """,
        "this panel does not stand beside the block that it blows up",
        "put the panel to the right or to the left of the block",
    ),
}
