"""Slips that keep a file from being loaded: imports, decorators, syntax."""

from __future__ import annotations

from tests.errors.case import Case

CASES = {
    "takes arguments": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(...)
        def bad(x):  # here
            return Box('a')
        """,
        "a figure function takes no arguments, not x",
        "write def bad(): and give what it needs a value inside, or a default",
        whole=True,
    ),
    "async": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(...)
        async def bad():  # here
            return Box('a')
        """,
        "a figure function is not async",
        "write def bad():",
        whole=True,
    ),
    "bare decorator": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure  # here
        def bad():
            return Box('a')
        """,
        "@figure stands without its title and alt",
        'write @figure(title=("Title", "标题"), alt=("What it shows.", "图中内容。"))',
        whole=True,
    ),
    "empty decorator": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure()  # here
        def bad():
            return Box('a')
        """,
        "figure is given no 'title' and no 'alt'",
        'write @figure(title=("Title", "标题"), alt=("What it shows.", "图中内容。"))',
        whole=True,
    ),
    "no alt": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(title=('Bad', '坏图'))  # here
        def bad():
            return Box('a')
        """,
        "figure is given no 'alt'",
        'write @figure(title=("Title", "标题"), alt=("What it shows.", "图中内容。"))',
        whole=True,
    ),
    "positional title": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure('Bad', '坏图')  # here
        def bad():
            return Box('a')
        """,
        "figure takes no values without a name, not 2",
        'write @figure(title=("Title", "标题"), alt=("What it shows.", "图中内容。"))',
        whole=True,
    ),
    "title str": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(title='Bad', alt=('A', '一'))  # here
        def bad():
            return Box('a')
        """,
        "the title is told in one language only: 'Bad'",
        'write title=("English", "中文")',
        whole=True,
    ),
    "title tr": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(title=tr('Bad', '坏图'), alt=('A', '一'))  # here
        def bad():
            return Box('a')
        """,
        "tr() is used where no language is being drawn",
        'title takes both languages as a pair: title=("English", "中文")',
        whole=True,
    ),
    "title dict": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(title={'en': 'Bad', 'zh': '坏图'}, alt=('A', '一'))  # here
        def bad():
            return Box('a')
        """,
        "title is not a pair of strings but a dict: {'en': 'Bad', 'zh': '坏图'}",
        'write title=("English", "中文")',
        whole=True,
    ),
    "title typo": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(titel=('Bad', '坏图'), alt=('A', '一'))  # here
        def bad():
            return Box('a')
        """,
        "figure has no option 'titel'",
        "did you mean 'title'?",
        whole=True,
    ),
    "caption": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(title=('Bad', '坏图'), alt=('A', '一'), caption='x', size=(3, 4))  # here
        def bad():
            return Box('a')
        """,
        "figure has no options 'caption' and 'size'",
        "instead of caption= write alt=",
        whole=True,
    ),
    "title dollar": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(title=('Bad $x', '坏图'), alt=('A', '一'))  # here
        def bad():
            return Box('a')
        """,
        "a $ without its partner, in the text 'Bad $x'",
        r"close the formula with $, or write \$ for the sign",
        whole=True,
    ),
    "title swapped": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(title=('坏图', 'Bad'), alt=('A', '一'))  # here
        def bad():
            return Box('a')
        """,
        "the two languages of title are swapped",
        'English comes first: title=("English", "中文")',
        whole=True,
    ),
    "allow true": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(title=('Bad', '坏图'), alt=('A', '一'), allow={'overlap': True})  # here
        def bad():
            return Box('a')
        """,
        "allow gives no reason for 'overlap'",
        'write allow={"rule": "the reason"}',
        whole=True,
    ),
    "allow no reason": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(title=('Bad', '坏图'), alt=('A', '一'), allow={'overlap': ''})  # here
        def bad():
            return Box('a')
        """,
        "allow gives no reason for 'overlap'",
        'write allow={"rule": "the reason"}',
        whole=True,
    ),
    "over class": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(...)  # here
        class Bad:
            pass
        """,
        "@figure stands over a class, not over a function",
        "put it over a `def`",
        whole=True,
    ),
    "two figures": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(...)
        def bad():
            return Box('a')

        @figure(...)  # here
        def worse():
            return Box('a')
        """,
        "two figures stand in one file: the first is at line 3",
        "give each figure a file of its own",
        whole=True,
    ),
    "no figure": Case(
        """
        from llmfig import Box, Row, figure, tr

        def bad():  # here
            return Box('a')
        """,
        "no function here is declared as a figure",
        'put @figure(title=("Title", "标题"), alt=("What it shows.", "图中内容。")) over the function, or start',
        whole=True,
    ),
    "empty file": Case(
        "",
        "no function here is declared as a figure",
        'put @figure(title=("Title", "标题"), alt=("What it shows.", "图中内容。")) over the function, or start',
        whole=True,
    ),
    "tr top": Case(
        """
        from llmfig import Box, Row, figure, tr

        NAME = tr('a', '一')  # here

        @figure(...)
        def bad():
            return Box(NAME)
        """,
        "tr() is used where no language is being drawn",
        "call tr() inside the figure function (or a function that it calls), not at the top of the module",
        whole=True,
    ),
    "language top": Case(
        """
        from llmfig import Box, figure, language
        L = language()  # here

        @figure(...)
        def bad():
            return Box(L)
        """,
        "language() is used where no language is being drawn",
        "call language() inside the figure function (or a function that it calls), not at the top of the",
        whole=True,
    ),
    "import Bx": Case(
        """
        from llmfig import Bx, figure

        @figure(...)
        def bad():
            return Bx('a')
        """,
        "llmfig has no name 'Bx'",
        "did you mean 'Box'?",
        whole=True,
    ),
    "import rect": Case(
        """
        from llmfig import Rectangle, figure

        @figure(...)
        def bad():
            return Rectangle('a')
        """,
        "llmfig has no name 'Rectangle'",
        "llmfig calls that Box",
        whole=True,
    ),
    "import sub": Case(
        """
        from llmfig.elements import Box
        from llmfig import figure

        @figure(...)
        def bad():
            return Box('a')
        """,
        "llmfig.elements does not hold Box",
        "authors import from the package: from llmfig import Box",
        whole=True,
    ),
    "import sub2": Case(
        """
        from llmfig.boxes import Box
        from llmfig import figure

        @figure(...)
        def bad():
            return Box('a')
        """,
        "llmfig has no module 'llmfig.boxes'",
        "authors import from the package: from llmfig import Box, figure",
        whole=True,
    ),
    "import llmfg": Case(
        """
        from llmfg import Box, figure

        @figure(...)
        def bad():
            return Box('a')
        """,
        "there is no module 'llmfg'",
        "did you mean 'llmfig'?",
        whole=True,
    ),
    "import torch": Case(
        """
        import torchh
        from llmfig import Box, figure

        @figure(...)
        def bad():
            return Box('a')
        """,
        "there is no module 'torchh' to import",
        "correct the name, or install it: pip install torchh",
        whole=True,
    ),
    "import helper": Case(
        """
        from helpers import x
        from llmfig import Box, figure

        @figure(...)
        def bad():
            return Box('a')
        """,
        "there is no module 'helpers' to import",
        "correct the name, or install it: pip install helpers",
        whole=True,
    ),
    "import helper dot": Case(
        """
        from ._helpers import x
        from llmfig import Box, figure

        @figure(...)
        def bad():
            return Box('a')
        """,
        "there is no helper figures/one/_helpers.py",
        "write the file, or correct the name",
        whole=True,
    ),
    "import star missing": Case(
        """
        from llmfig import *

        @figure(...)
        def bad():
            return Boxx('a')  # here
        """,
        "the name 'Boxx' is not known here",
        "did you mean 'Box'?",
        whole=True,
    ),
    "module raise": Case(
        """
        from llmfig import Box, Row, figure, tr

        x = 1 / 0  # here

        @figure(...)
        def bad():
            return Box('a')
        """,
        "ZeroDivisionError: division by zero",
        "look at what is divided by; --traceback tells how it came to it",
        whole=True,
    ),
    "module exit": Case(
        """
        import sys
        sys.exit()  # here
        """,
        "the module ends the program when it is imported",
        "remove the call to exit()",
        whole=True,
    ),
    "syntax paren": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(...)
        def bad():
            return Row(Box('a'  # here
        """,
        "Python cannot read this line: '(' was never closed",
        "add the closing bracket that belongs to it",
        whole=True,
    ),
    "syntax colon": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(...)
        def bad()  # here
            return Box('a')
        """,
        "Python cannot read this line: expected ':'",
        "end the line with a colon: def name():",
        whole=True,
    ),
    "syntax quote": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(...)
        def bad():
            return Box('a)  # here
        """,
        "Python cannot read this line: unterminated string literal",
        "end the text with the quote it began with, in the same line",
        whole=True,
    ),
    "syntax quote zh": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(...)
        def bad():
            return Box(“a”)  # here
        """,
        "the mark “ stands in this line outside of a text",
        'write " from the English keyboard',
        whole=True,
    ),
    "syntax fullwidth": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(...)
        def bad():
            return Row(Box('a')， Box('b'))  # here
        """,
        "the mark ， stands in this line outside of a text",
        "write , from the English keyboard",
        whole=True,
    ),
    "syntax fullwidth paren": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(...)
        def bad():
            return Box（'a'）  # here
        """,
        "the mark （ stands in this line outside of a text",
        "write ( from the English keyboard",
        whole=True,
    ),
    "syntax nbsp": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(...)
        def bad():
            return Box('a')  # here
        """,
        "an invisible character (U+00A0) stands in this line",
        "remove it, or write a plain space in its place; it comes with text copied from web pages",
        whole=True,
    ),
    "syntax tabs": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(...)
        def bad():
            a = Box('a')
        \treturn a  # here
        """,
        "Python cannot read this line: inconsistent use of tabs and spaces in indentation",
        "indent with spaces only: four for each level",
        whole=True,
    ),
    "syntax indent": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(...)
        def bad():
        return Box('a')  # here
        """,
        "Python cannot read this line: expected an indented block after function definition on line 4",
        "indent the lines that belong to it by four spaces",
        whole=True,
    ),
    "syntax unindent": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(...)
        def bad():
            a = 1
          return Box('a')  # here
        """,
        "Python cannot read this line: unindent does not match any outer indentation level",
        "begin the lines of one block in the same column, with spaces",
        whole=True,
    ),
    "syntax positional": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(...)
        def bad():
            return Row(gap='m', Box('a'))  # here
        """,
        "Python cannot read this line: positional argument follows keyword argument",
        "what has no name comes first: Row(a, b, gap='m')",
        whole=True,
    ),
    "syntax repeated": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(...)
        def bad():
            return Box('a', role='model', role='data')  # here
        """,
        "Python cannot read this line: keyword argument repeated: role",
        "leave one of the two out",
        whole=True,
    ),
    "syntax comma": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(...)
        def bad():
            return Row(Box('a') Box('b'))  # here
        """,
        "Python cannot read this line: invalid syntax. Perhaps you forgot a comma?",
        "put a comma between the values",
        whole=True,
    ),
    "syntax assign": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(...)
        def bad():
            Box('a') = b  # here
        """,
        "Python cannot read this line: cannot assign to function call here. Maybe you meant '==' instead of '='?",
        "a name stands on the left of =; to compare, write ==",
        whole=True,
    ),
    "syntax dash name": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(...)
        def bad():
            return Box('a', font-size=3)  # here
        """,
        'Python cannot read this line: expression cannot contain assignment, perhaps you meant "=="?',
        "names of options have no dashes: font_size, not font-size",
        whole=True,
    ),
    "syntax class": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(...)
        def bad():
            return Box('a', class='x')  # here
        """,
        "Python cannot read this line: invalid syntax",
        "look at this line and at the end of the one above: a comma, a quote or a bracket too many or",
        whole=True,
    ),
    "syntax return outside": Case(
        """
        from llmfig import Box, Row, figure, tr

        @figure(...)
        def bad():
            a = 1
        return a  # here
        """,
        "Python cannot read this line: 'return' outside function",
        "indent it by four spaces, so that it belongs to the function",
        whole=True,
    ),
    "syntax merge": Case(
        """
        from llmfig import Box, Row, figure, tr

        <<<<<<< HEAD  # here
        @figure(...)
        def bad():
            return Box('a')
        """,
        "this line was left over from a merge",
        "keep one of the two versions, and remove the lines with the marks",
        whole=True,
    ),
    "syntax fstring": Case(
        r"""
        from llmfig import Box, Row, figure, tr

        @figure(...)
        def bad():
            return Box(f'$\\frac{a}{}$')  # here
        """,
        "Python cannot read this line: f-string: empty expression not allowed",
        r"in an f-string the braces of LaTeX are doubled: rf'$\frac{{a}}{{b}}$'; or join texts by +",
        whole=True,
    ),
    "figure in figure": Case(
        """
        from llmfig import Box, Row, figure

        @figure(...)
        def bad():
            return Row(bad, Box('a'))  # here
        """,
        "an element in a Row cannot be the function bad",
        "call its function where the parts are made, or move them into a helper function",
        whole=True,
    ),
    "typed helper": Case(
        """
        from llmfig import Box, Row, figure


        def part(role):
            return [
                Box(word, role=role)  # here
                for word in ('a', 'b')
            ]


        @figure(...)
        def bad():
            return Row(*part('modell'))
        """,
        "there is no role 'modell' (called from line 13)",
        "did you mean 'model'?",
        whole=True,
    ),
}
